#!/usr/bin/env bash
# That no build carries what is not its own: the native one nothing of the browser, WebAssembly nothing of the command line.

. "$(dirname "$0")/toolchain.sh"

# refuse WHAT PATTERN: fails if the dependency tree on standard input names one of these crates.
refuse() {
  local found
  found=$(grep -E "^($2) " || true)
  [ -z "$found" ] || fail "$1 depends on: $(sort -u <<<"$found" | tr '\n' ' ')"
}

tree() { native tree --locked --edges normal --prefix none "$@"; }

tree --target "$(uname -m)-unknown-linux-gnu" | refuse "the native build" 'wasm-bindgen.*|js-sys|web-sys|gloo.*'
tree --target "$wasm_target" --no-default-features | refuse "the WebAssembly build" 'clap.*|miette.*|indicatif|comfy-table|schemars.*|rayon.*|ureq.*'
tree --target "$wasm_target" | refuse "the command line for Node.js" 'ureq.*|rustls.*|tempfile'
tree --target "$(uname -m)-unknown-linux-gnu" --no-default-features | refuse "the crate without its command line" 'clap.*|miette.*|indicatif|comfy-table|ureq.*|rustls.*'
say "no build depends on what is not its own"
