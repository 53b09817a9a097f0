#!/usr/bin/env bash
# The on-site embed as it is delivered, in Chromium: on hostile pages, without storage, in several tabs, over time and bad networks; whether it scores as
# the package does, and what it costs a page.

. "$(dirname "$0")/toolchain.sh"

cd "$root/tests"
CHROMIUM=$(chromium_path) || fail "no Chromium; run .ci/setup.sh browser"
export CHROMIUM
say "the on-site embed"
node --test onsite/*.test.mjs
