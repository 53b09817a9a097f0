#!/usr/bin/env bash
# Installs what a step needs and leaves alone what is there: `.ci/setup.sh PART…`.
#
# Works on Debian 12 and what derives from it, as root; elsewhere it says what is missing and how to get it.

. "$(dirname "$0")/toolchain.sh"

# apt_install WHAT PACKAGE…
apt_install() {
  local what=$1
  shift
  has apt-get || fail "missing: $what. On Debian these packages have it: $*"
  [ "$(id -u)" = 0 ] || fail "missing: $what. As root: apt-get install $*"
  say "installing $what: $*"
  if [ -z "${apt_updated:-}" ]; then
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 update >&2
    apt_updated=yes
  fi
  DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "$@" >&2 ||
    fail "apt-get could not install $what ($*)"
}

setup_native() {
  if ! native_cargo >/dev/null; then
    apt_install "a Rust compiler, $oldest_rust or newer" rustc-web cargo-web libstd-rust-web-dev rust-web-clippy rustfmt-web gcc libc6-dev
    native_cargo >/dev/null || fail "missing: Rust $oldest_rust or newer (https://rustup.rs)"
  fi
  has cc || apt_install "a linker" gcc libc6-dev
  if ! native clippy --version >/dev/null 2>&1 || ! native fmt --version >/dev/null 2>&1; then
    if [ "$(native_cargo)" = /usr/bin/cargo ]; then
      apt_install "clippy and rustfmt" rust-web-clippy rustfmt-web
    else
      has rustup && timeout 60 rustup component add clippy rustfmt >&2 || fail "missing: clippy and rustfmt for $(command -v cargo)"
    fi
  fi
}

setup_wasm() {
  setup_native
  if ! wasm_toolchain >/dev/null && has rustup; then
    say "installing the target $wasm_target"
    # Where rustup's server cannot be reached the call hangs.
    (cd "$root" && timeout 60 rustup target add "$wasm_target" >&2) || say "rustup cannot install it; Debian's compiler for it serves as well"
  fi
  if ! wasm_toolchain >/dev/null; then
    apt_install "a compiler for $wasm_target" "${debian_packages[@]}"
    debian_linker >/dev/null || install_linker
    wasm_toolchain >/dev/null || fail "missing: a compiler for $wasm_target. With rustup: rustup target add $wasm_target"
  fi
  if [ "$(wasm_toolchain)" = debian ] && [ ! -x /usr/bin/cargo-clippy ]; then
    apt_install "clippy for it" rust-web-clippy
  fi
  if [ ! -x "$(tool wasm-bindgen)" ] || [ ! -x "$(tool wasm-bindgen-test-runner)" ]; then
    say "installing wasm-bindgen $bindgen_version (about two minutes)"
    # Without --locked: its lock file may name releases that a registry mirror does not have yet. Less optimised, for it is
    # compiled for longer than it runs.
    (unset CARGO_TARGET_DIR RUSTFLAGS && native install --quiet wasm-bindgen-cli --version "$bindgen_version" --root "$tools" \
      --config profile.release.opt-level=1 >&2)
  fi
  setup_node
  npm_install pkg
}

# The linker of the compiler's own LLVM where Debian has it, else the newest.
install_linker() {
  local llvm
  llvm=$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
  if apt-cache show "lld-$llvm" >/dev/null 2>&1; then
    apt_install "a linker for WebAssembly" "lld-$llvm"
  else
    apt_install "a linker for WebAssembly" lld
  fi
}

# Node comes first of all in most set-ups, so it is asked for and not replaced: Debian 12's own is too old.
setup_node() {
  has node && has npm || fail "missing: Node.js $oldest_node or newer with npm (https://nodejs.org; Debian 12's own is too old)"
  at_least "$(version_of node)" "$oldest_node" ||
    fail "Node.js $(version_of node) is too old, $oldest_node or newer is needed (https://nodejs.org; Debian 12's own is too old)"
}

# npm_install FOLDER: what its lock file says, unless that is there already.
npm_install() {
  if ! cmp -s "$root/$1/package-lock.json" "$root/$1/node_modules/.installed"; then
    say "installing the npm packages of $1"
    (cd "$root/$1" && npm ci --no-audit --no-fund --loglevel=error >&2)
    mkdir -p "$root/$1/node_modules" # npm makes none for a lock file without packages
    cp "$root/$1/package-lock.json" "$root/$1/node_modules/.installed"
  fi
}

# Every project in tests/consumers; each then takes the packed package beside what its lock file says.
setup_consumers() {
  setup_node
  local lock
  for lock in "$root"/tests/consumers/*/package-lock.json; do npm_install "tests/consumers/$(basename "$(dirname "$lock")")"; done
}

setup_browser() {
  chromium_path >/dev/null && has chromedriver || apt_install "Chromium" chromium chromium-driver
}

# A real WordPress with its database and its web server, which only the tests start, in a folder of their own: no service starts because
# of these packages.
setup_cms() {
  setup_node && npm_install tests
  if ! [ -f /usr/share/wordpress/wp-load.php ] || ! [ -d /usr/share/wordpress/wp-content/themes/twentytwentythree ] ||
    ! [ -x /usr/sbin/mariadbd ] || ! has mariadb-install-db || ! has mariadb || ! [ -x /usr/sbin/apache2 ] ||
    ! compgen -G "/usr/lib/apache2/modules/libphp*.so" >/dev/null || ! has php || ! php -m | grep -qx mysqli; then
    without_services apt_install "WordPress" wordpress wordpress-theme-twentytwentythree mariadb-server-core mariadb-client-core \
      apache2 libapache2-mod-php php-cli php-mysql
  fi
}

# without_services COMMAND…: what Debian's packages ask before they start a service answers no meanwhile.
without_services() {
  local policy=/usr/sbin/policy-rc.d
  if [ -e "$policy" ] || [ ! -d /usr/sbin ] || [ ! -w /usr/sbin ]; then
    "$@"
    return
  fi
  trap "rm -f $policy" EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  "$@"
  rm -f "$policy"
  trap - EXIT
}

for part in "$@"; do
  case $part in
    native) setup_native ;;
    wasm) setup_wasm ;;
    node) setup_node ;;
    tests) setup_node && npm_install tests ;;
    consumers) setup_consumers ;;
    bench) setup_node && npm_install tests/bench ;;
    page) setup_node && npm_install www ;;
    browser) setup_browser ;;
    cms) setup_cms ;;
    *) fail "unknown part: $part (native, wasm, node, tests, consumers, bench, page, browser, cms)" ;;
  esac
done
