// The package as its users have it: packed, and installed into an empty folder outside the repository.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = fileURLToPath(new URL('../../pkg', import.meta.url));

/** An empty project with nothing but the package in it. It is removed when the process ends. */
export const project = mkdtempSync(join(tmpdir(), 'leadscore-package-'));
process.on('exit', () => rmSync(project, { recursive: true, force: true }));

const [{ filename, files }] = JSON.parse(run('npm', ['pack', source, '--json', '--loglevel=error']));
writeFileSync(join(project, 'package.json'), '{ "private": true }');

/** The packed package. */
export const tarball = join(project, filename);
run('npm', ['install', tarball, '--offline', '--no-audit', '--no-fund', '--loglevel=error']);

/** The paths in the tarball. */
export const packed = files.map(({ path }) => path);

/** The folder in which the package is installed. */
export const installed = join(project, 'node_modules/leadscore');

/** The package, or a module of it. */
export const load = (module = 'index.js') => import(pathToFileURL(join(installed, module)).href);

/** Runs a program in the project and gives what it writes. */
export function run(program, args, options = {}) {
  return execFileSync(program, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });
}
