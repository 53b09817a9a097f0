#!/usr/bin/env bash
# The npm package as its users have it: its types, the packed tarball in Node.js and in Chromium, and whatever else loads it.

. "$(dirname "$0")/toolchain.sh"

cd "$root/tests"
CHROMIUM=$(chromium_path) || fail "no Chromium; run .ci/setup.sh browser"
export CHROMIUM
say "the packed package"
node --test *.test.mjs package/*.test.mjs
say "what loads the package"
node --test consumers/*/*.test.mjs
