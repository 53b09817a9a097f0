// A consumer: a small project in a folder here, with the packed package installed beside what its lock file says.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { run as runInProject, tarball } from '../package/installed.mjs';

/** What every consumer prints: the points of a contact. */
export const POINTS = '12.5\n';

/** The project in a folder beside this file, ready to use. The packages of its lock file are installed before the tests. */
export function consumer(name) {
  const folder = fileURLToPath(new URL(`${name}/`, import.meta.url));
  const options = ['--no-save', '--no-package-lock', '--offline', '--no-audit', '--no-fund', '--loglevel=error'];
  runInProject('npm', ['install', tarball, ...options], { cwd: folder });
  return {
    folder,
    /** Runs a program that the project has installed, and gives what it writes. */
    tool: (program, args, env) => run(join(folder, 'node_modules/.bin', program), args, folder, env),
    /** Runs a file of the project in Node.js, and gives what it writes. */
    node: (...args) => run(process.execPath, args, folder),
  };
}

/** Without colours, and with nobody there to be asked anything. */
async function run(program, args, cwd, env = {}) {
  const settings = { cwd, env: { ...process.env, CI: 'true', NO_COLOR: '1', ...env }, timeout: 300_000 };
  const { stdout, stderr } = await promisify(execFile)(program, args, settings);
  return { stdout, stderr };
}
