#!/usr/bin/env node
// The command line: the crate's own, compiled to WebAssembly. It runs when it is instantiated, and asks host.js for what it needs.

import { readFileSync } from "node:fs";
import { initSync } from "../dist/command.js";
import { end, write } from "./host.js";

try {
  initSync({ module: new WebAssembly.Module(readFileSync(new URL("../dist/command.wasm", import.meta.url))) });
} catch (error) {
  const full = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
  const message = full ? "the data does not fit into the memory of WebAssembly" : `cannot start: ${error.message}`;
  write(2, Buffer.from(`error: ${message}; the command line that cargo installs has no such limit\n`));
  end(1);
}
