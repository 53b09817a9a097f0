#!/usr/bin/env bash
# The recipes for putting the embed into a site, in Chromium: plain pages, single-page apps, strict policies, and a real WordPress.

. "$(dirname "$0")/toolchain.sh"

cd "$root/tests"
CHROMIUM=$(chromium_path) || fail "no Chromium; run .ci/setup.sh browser"
export CHROMIUM
say "the recipes of the embed"
node --test cms/*.test.mjs
