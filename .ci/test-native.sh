#!/usr/bin/env bash
# Everything that is tested without WebAssembly: format, lints, dependencies, documentation, and all native tests.

. "$(dirname "$0")/toolchain.sh"

say "format"
native fmt --check
say "lints"
native clippy --locked --all-targets --quiet -- -D warnings
"$root/.ci/check-dependencies.sh"
say "documentation"
RUSTDOCFLAGS="-D warnings" native doc --locked --no-deps --quiet
say "native tests"
# What passes today passes tomorrow; other cases than these: PROPTEST_RNG_SEED=$RANDOM make test-native
PROPTEST_RNG_SEED="${PROPTEST_RNG_SEED:-1}" native test --locked --quiet
