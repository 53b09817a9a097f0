// A consumer: a small project in a folder here, with the packed package installed beside what its lock file says.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { run as runInProject, tarball } from '../package/installed.mjs';

/** What every consumer prints: the points of a contact. */
export const POINTS = '12.5\n';

/** The project in a folder beside this file, ready to use. */
export function consumer(name) {
  const folder = fileURLToPath(new URL(`${name}/`, import.meta.url));
  const options = ['--no-save', '--no-package-lock', '--offline', '--no-audit', '--no-fund', '--loglevel=error'];
  runInProject('npm', ['install', tarball, ...options], { cwd: folder });
  const bin = (tool) => join(folder, 'node_modules/.bin', tool);
  return {
    folder,
    /** Runs a program that the project has installed, and gives what it writes. */
    tool: (program, args, env) => run(bin(program), args, folder, env),
    /** Runs a file of the project in Node.js. */
    node: (...args) => run(process.execPath, args, folder),
    /** Whether its lock file's packages are there; .ci/setup.sh consumers installs them. */
    installed: existsSync(join(folder, 'node_modules')),
    bin,
  };
}

/** With the terminal's colours off and no wish to be asked anything. */
async function run(program, args, cwd, env = {}) {
  const settings = { ...process.env, CI: 'true', NO_COLOR: '1', ...env };
  const { stdout, stderr } = await promisify(execFile)(program, args, { cwd, env: settings, timeout: 120_000 });
  return { stdout, stderr };
}
