#!/usr/bin/env bash
# Whether pkg/dist is what the sources give: the digest of the sources must be the recorded one, and where the toolchain
# is the recorded one too, a rebuild must not differ in one byte.

. "$(dirname "$0")/toolchain.sh"

dist=$root/pkg/dist
[ -f "$dist/BUILD.json" ] || fail "pkg/dist is not there; make pkg builds it"
node "$root/.ci/source-digest.mjs" --against "$dist/BUILD.json"

rebuilt=$root/target-wasm/dist
"$root/.ci/build-wasm.sh" "$rebuilt"
if cmp -s "$dist/BUILD.json" "$rebuilt/BUILD.json"; then
  diff -r -q "$dist" "$rebuilt" || fail "pkg/dist differs from a rebuild with the same sources and toolchain; make pkg builds it anew"
  say "pkg/dist is what the sources give, byte for byte"
else
  say "pkg/dist was built from these sources with another toolchain, so that its bytes cannot be compared:"
  diff "$dist/BUILD.json" "$rebuilt/BUILD.json" >&2 || true
fi
