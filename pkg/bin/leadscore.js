#!/usr/bin/env node
// The command line: the crate's own, compiled to WebAssembly. It runs when it is instantiated, and asks host.js for what it needs.

import { readFileSync } from "node:fs";
import { initSync } from "../dist/command.js";
import { end, write } from "./host.js";

try {
  initSync({ module: new WebAssembly.Module(readFileSync(new URL("../dist/command.wasm", import.meta.url))) });
} catch (error) {
  const message =
    error instanceof WebAssembly.RuntimeError || error instanceof RangeError
      ? `broke off (${error.message}): the data may not fit into the memory of WebAssembly; give it less, or use the native command line`
      : `cannot start: ${error.message}; install the package anew`;
  write(2, Buffer.from(`error: the command ${message}\n`));
  end(1);
}
