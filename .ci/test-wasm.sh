#!/usr/bin/env bash
# The tests that only run as WebAssembly (tests/web.rs, tests/onsite.rs, tests/onsite_reactions), in headless Chromium.
#
# In debug mode: overflow is checked, and cargo keeps its standard library apart from that of the release build.

. "$(dirname "$0")/toolchain.sh"

export CHROMEDRIVER WASM_BINDGEN_TEST_WEBDRIVER_JSON
CHROMEDRIVER=$(command -v chromedriver) || fail "no chromedriver; run .ci/setup.sh browser"
WASM_BINDGEN_TEST_WEBDRIVER_JSON=$root/target-wasm/webdriver.json
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
mkdir -p "$root/target-wasm"
cat >"$WASM_BINDGEN_TEST_WEBDRIVER_JSON" <<JSON
{
  "goog:chromeOptions": {
    "binary": "$(chromium_path)",
    "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic", "--user-data-dir=$profile"]
  }
}
JSON
say "lints of the bindings"
wasm clippy --locked --no-default-features --lib --test web --quiet -- -D warnings
say "lints of the command line for Node.js"
wasm clippy --locked --bin leadscore --quiet -- -D warnings
say "tests of the bindings in Chromium"
wasm test --locked --no-default-features --test web
say "lints of the on-site embed"
wasm clippy --locked --no-default-features --features onsite --lib --test onsite --test onsite_reactions --quiet -- -D warnings
wasm clippy --locked --no-default-features --features onsite-lifecycle --lib --quiet -- -D warnings
say "tests of the on-site embed in Chromium"
wasm test --locked --no-default-features --features onsite --test onsite --test onsite_reactions
