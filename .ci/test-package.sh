#!/usr/bin/env bash
# The npm package as its users have it: its types, and the packed tarball in Node.js and in Chromium.

. "$(dirname "$0")/toolchain.sh"

cd "$root/tests"
CHROMIUM=$(chromium_path) || fail "no Chromium; run .ci/setup.sh browser"
export CHROMIUM
say "the packed package"
node --test *.test.mjs package/*.test.mjs
