// What the command line needs of the system, for src/command/host/node.rs: everything is synchronous, and throws what Node.js throws.
//
// The streams are written to by their numbers: process.stdout and process.stderr would lose what a closing process has not written yet.

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import tty from "node:tty";
import { fileURLToPath } from "node:url";

/** The arguments; the first is the program. */
export const programArguments = () => ["leadscore", ...process.argv.slice(2)];

export const variable = (name) => process.env[name];

export const isWindows = () => process.platform === "win32";

export const now = () => Date.now();

export const isTerminal = (file) => tty.isatty(file);

/** The width of the terminal, if it is one that knows its size. */
export function width(file) {
  if (!tty.isatty(file)) return undefined;
  const [columns, rows] = (file === 1 ? process.stdout : process.stderr).getWindowSize?.() ?? [];
  return columns > 0 && rows > 0 ? columns : undefined;
}

export function read(file, bytes) {
  try {
    return patiently(() => fs.readSync(file, bytes));
  } catch (error) {
    // So the end of standard input looks on Windows.
    if (error.code === "EOF") return 0;
    throw error;
  }
}

export const write = (file, bytes) => patiently(() => fs.writeSync(file, bytes));

const idle = new Int32Array(new SharedArrayBuffer(4));

/** Some pipes and terminals do not wait for the other side; then this does. */
function patiently(work) {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (error.code !== "EAGAIN" && error.code !== "EINTR") throw error;
      Atomics.wait(idle, 0, 0, 5);
    }
  }
}

/** Opens a file to be read. */
export function open(name) {
  const file = fs.openSync(name, "r");
  // Opening a folder succeeds on some systems, and reading it fails with a riddle.
  if (!fs.fstatSync(file).isDirectory()) return file;
  fs.closeSync(file);
  throw systemError("EISDIR");
}

/** How many bytes a file has, if that is known. */
export function length(file) {
  const stats = fs.fstatSync(file);
  return stats.isFile() ? stats.size : undefined;
}

export function close(file) {
  try {
    fs.closeSync(file);
  } catch {
    // It was read; that is all that was wanted of it.
  }
}

/** Files that are to take the place of others, by their numbers. Those that do not come to it leave nothing behind. */
const successors = new Map();
process.on("exit", () => {
  for (const { temporary } of successors.values()) fs.rmSync(temporary, { force: true });
});

/** Opens a file to be written, beside the one whose place it takes when it is completed. */
export function create(name) {
  const existing = statistics(name);
  // A device or a pipe is written to; taking its place would destroy it.
  if (existing && !existing.isFile() && !existing.isDirectory()) return fs.openSync(name, fs.constants.O_WRONLY);
  if (existing?.isDirectory()) throw systemError("EISDIR");
  // Renaming would get around it.
  if (existing && (existing.mode & 0o222) === 0) throw systemError("EACCES");
  // Where the path is a link, what it leads to is replaced and the link stays.
  const target = existing ? fs.realpathSync(name) : name;
  const temporary = path.join(path.dirname(target), `.leadscore-${randomBytes(6).toString("hex")}`);
  const file = fs.openSync(temporary, "wx");
  successors.set(file, { temporary, target, mode: existing?.mode });
  return file;
}

/** The one path of a file, by whichever path or link it is named; where that cannot be found out, as it is named. */
export function resolved(name) {
  try {
    return fs.realpathSync(name);
  } catch {
    try {
      return path.join(fs.realpathSync(path.dirname(name)), path.basename(name));
    } catch {
      return name;
    }
  }
}

function statistics(name) {
  try {
    return fs.statSync(name);
  } catch {
    return undefined;
  }
}

export function complete(file) {
  const successor = successors.get(file);
  if (successor === undefined) return fs.closeSync(file);
  const { temporary, target, mode } = successor;
  if (mode !== undefined) fs.fchmodSync(file, mode & 0o7777);
  // Some file systems say only now that the disk is full.
  fs.fsyncSync(file);
  fs.closeSync(file);
  fs.renameSync(temporary, target);
  successors.delete(file);
  syncFolder(path.dirname(target));
}

/** That the name leads to the new file is kept too, where the system lets folders be opened. */
function syncFolder(name) {
  try {
    const folder = fs.openSync(name, "r");
    try {
      fs.fsyncSync(folder);
    } finally {
      fs.closeSync(folder);
    }
  } catch {
    // The file itself is complete.
  }
}

/** A text file of the package. */
export const packaged = (name) => fs.readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

export const pause = (milliseconds) => void Atomics.wait(idle, 0, 0, milliseconds);

/** Posts JSON to an address, and gives the status of the answer. */
export function post(url, key, body, milliseconds) {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": key, "User-Agent": `leadscore/${version()}` };
  const input = JSON.stringify({ url, headers, body: Buffer.from(body).toString(), milliseconds });
  const script = fileURLToPath(new URL("post.js", import.meta.url));
  const { error, stdout } = spawnSync(process.execPath, [script], { input, stdio: ["pipe", "pipe", "inherit"], encoding: "utf8" });
  if (error) throw error;
  const { status, code, message } = JSON.parse(stdout || '{ "message": "the process that posts broke off" }');
  if (status === undefined) throw Object.assign(new Error(message), { code });
  return status;
}

const version = () => JSON.parse(packaged("package.json")).version;

/** Runs a command line with JSON on its standard input. What it writes goes to standard error. Gives its status; none, if a signal ended it. */
export function shell(line, key, body, milliseconds) {
  const env = { ...process.env, LEADSCORE_KEY: key };
  // A group of its own, so that it can be ended with all that it starts.
  const detached = !isWindows();
  const stdio = ["pipe", 2, 2];
  const options = { shell: true, input: body, env, stdio, detached, timeout: milliseconds, killSignal: "SIGKILL" };
  const { error, status, signal, pid } = spawnSync(line, options);
  const tooLong = error?.code === "ETIMEDOUT";
  if (detached && tooLong) endGroup(pid);
  // A program that did not read its input has ended all the same.
  if (tooLong || (error && status === null && signal === null)) throw error;
  return status ?? undefined;
}

function endGroup(group) {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}

export function end(status) {
  process.exitCode = status;
}

function systemError(code) {
  return Object.assign(new Error(code), { code, errno: -os.constants.errno[code] });
}
