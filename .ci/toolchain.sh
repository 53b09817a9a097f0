# Which compilers, browser and tools the build uses; the other scripts source this.
#
# In: what is installed. Out: variables and functions; nothing is installed or changed here.
# Two ways lead to WebAssembly: a toolchain of rustup that has the target, or Debian's compiler for web browsers
# (rustc-web), with which cargo builds the standard library from its source.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
tools=$root/target-tools
wasm_target=wasm32-unknown-unknown
debian_packages=(rustc-web cargo-web libstd-rust-web-dev rust-web-src)
debian_std=/usr/lib/rustlib/src/rust
release_flags=()
oldest_rust=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$root/Cargo.toml")
oldest_node=20.19.0
bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' "$root/Cargo.lock")

say() { printf '\n== %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# at_least FOUND WANTED: whether a version is not older than another.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]; }
version_of() { "$@" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+(\.[0-9]+)*' | head -n 1; }

# What compiles natively: cargo on the PATH if it is new enough (rustup's, as a rule), else Debian's.
native_cargo() {
  local candidate
  for candidate in cargo /usr/bin/cargo; do
    if has "$candidate" && at_least "$(cd "$root" && version_of "$candidate")" "$oldest_rust"; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

# cargo NATIVE ARGUMENTS, with Debian's own compiler beside Debian's cargo.
native() {
  local cargo
  cargo=$(native_cargo) || fail "no cargo $oldest_rust or newer; run .ci/setup.sh"
  if [ "$cargo" = /usr/bin/cargo ]; then
    (cd "$root" && PATH=/usr/bin:$PATH RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc "$cargo" "$@")
  else
    (cd "$root" && "$cargo" "$@")
  fi
}

has_debian_rust() {
  [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && [ -f "$debian_std/library/Cargo.lock" ] &&
    at_least "$(version_of /usr/bin/rustc)" "$oldest_rust" && debian_linker >/dev/null
}

# Debian's compiler has no linker for WebAssembly: rustup's serves, else that of a package lld-N of its own LLVM or newer.
debian_linker() {
  local linker
  if has rustup && linker=$(dirname "$(rustup which rustc 2>/dev/null)")/../lib/rustlib/$(uname -m)-unknown-linux-gnu/bin/rust-lld &&
    [ -x "$linker" ]; then
    realpath "$linker"
    return
  fi
  linker=$(compgen -c wasm-ld | sort -V | tail -n 1)
  [ -n "$linker" ] && command -v "$linker"
}

has_rustup_wasm() {
  has rustup && has rustc && at_least "$(cd "$root" && version_of rustc)" "$oldest_rust" &&
    [ -d "$(cd "$root" && rustc --print sysroot)/lib/rustlib/$wasm_target/lib" ]
}

# `debian` or `rustup`: what WebAssembly is compiled with. Debian's comes first, for pkg/dist was built with it.
wasm_toolchain() {
  if has_debian_rust; then echo debian; elif has_rustup_wasm; then echo rustup; else return 1; fi
}

# wasm COMMAND ARGUMENTS: cargo for WebAssembly, with the compiler flags that are in release_flags beside these. The same sources
# give the same bytes in any folder: no path of this machine gets in.
# SIMD, bulk memory and saturating conversions are in every browser since 2021, Safari since 16.4 (2023).
wasm() {
  local toolchain flags registry=${CARGO_HOME:-$HOME/.cargo}/registry/src
  toolchain=$(wasm_toolchain) || fail "no compiler for $wasm_target; run .ci/setup.sh"
  local -x CARGO_TARGET_DIR=$root/target-wasm/$toolchain CARGO_INCREMENTAL=0
  flags=(-C target-feature=+simd128,+bulk-memory,+nontrapping-fptoint,+sign-ext,+mutable-globals
    --remap-path-prefix="$root=." --remap-path-prefix="$registry=crates" "${release_flags[@]}")
  local -x CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=$(tool wasm-bindgen-test-runner)
  if [ "$toolchain" = debian ]; then
    flags+=(--remap-path-prefix="$debian_std=rust")
    (
      cd "$root"
      export PATH=/usr/bin:$PATH RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_ENCODED_RUSTFLAGS CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(debian_linker)
      CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f'; echo "${flags[*]}")
      /usr/bin/cargo "$1" --target "$wasm_target" -Z build-std=std,panic_abort "${@:2}"
    )
  else
    flags+=(--remap-path-prefix="$(cd "$root" && rustc --print sysroot)/lib/rustlib/src/rust=rust")
    (
      cd "$root"
      export CARGO_ENCODED_RUSTFLAGS
      CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f'; echo "${flags[*]}")
      cargo "$1" --target "$wasm_target" "${@:2}"
    )
  fi
}

# What the bytes of the module depend on beside the sources.
wasm_toolchain_version() {
  if [ "$(wasm_toolchain)" = debian ]; then
    echo "$(/usr/bin/rustc --version), $("$(debian_linker)" -flavor wasm --version), standard library built from source"
  else
    (cd "$root" && rustc --version)
  fi
}

# A program of wasm-bindgen-cli in the version of Cargo.lock: on the PATH, or where .ci/setup.sh puts it.
tool() {
  local candidate
  for candidate in "$1" "$tools/bin/$1"; do
    if has "$candidate" && [ "$(version_of "$candidate")" = "$bindgen_version" ]; then
      command -v "$candidate"
      return
    fi
  done
  echo "$tools/bin/$1"
}

chromium_path() { type -P chromium || type -P google-chrome || type -P chromium-browser; }
