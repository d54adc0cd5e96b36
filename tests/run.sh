#!/usr/bin/env bash
# Every check, one after the other, then one summary. Called by `make test`.
#
# A stage's whole output goes to artefacts/logs/STAGE.log; what is printed here is its result, its
# skipped tests with their reasons, and the end of its log when it failed. Everything that needs the
# network happens first (fetching crates and npm packages); the tests themselves then run in a
# network namespace that has nothing but loopback.
set -uo pipefail
cd "$(dirname "$0")/.."
export CARGO_TERM_COLOR=never CARGO_INCREMENTAL=0 NO_COLOR=1
# Where the step before has installed everything, a test that cannot run is a failed one.
command -v apt-get >/dev/null && export LATCHKEY_NO_SKIP=1
mkdir -p artefacts/logs
profile=ci
names=() results=() seconds=()
failed=0

stage() { # stage NAME COMMAND...
  local name=$1 begin=$SECONDS log=artefacts/logs/$1.log
  shift
  printf '%-14s … ' "$name"
  if "$@" >"$log" 2>&1; then result=passed; else result=FAILED; failed=$((failed + 1)); fi
  names+=("$name") results+=("$result") seconds+=($((SECONDS - begin)))
  printf '%s (%d s)\n' "$result" $((SECONDS - begin))
  [ "$result" = passed ] || { echo "---- the end of $log"; tail -n 80 "$log"; echo "----"; }
  grep -h '^skipped:' "$log" | sort -u | sed 's/^/               /'
}

# A namespace without any interface but loopback, which the browser drivers need; with mounts of its own, for the full disk of a test.
offline=()
if unshare -rnm true 2>/dev/null; then
  offline=(unshare -rnm --keep-caps -- sh -c 'ip link set lo up && exec "$@"' sh)
elif unshare -nm true 2>/dev/null; then
  offline=(unshare -nm -- sh -c 'ip link set lo up && exec "$@"' sh)
else
  echo "skipped: network namespace: this system does not let one be made (unshare -n); the tests run with the network there"
fi

cargo_deny() {
  command -v cargo-deny >/dev/null || cargo install --locked --debug --quiet cargo-deny --version 0.20.2 --root "$tools" || return 1
  cargo deny --locked --offline check licenses bans sources
}
tools=${BUILD_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/latchkey-build}/tools
[ -d "$(dirname "$tools")" ] || tools=$PWD/.tools

ui() { npm --prefix ui run --silent "$@"; }
rust_tests() {
  # xvfb-run gives the real-window tests a display of their own.
  "${offline[@]}" env CARGO_NET_OFFLINE=true xvfb-run -a -s '-screen 0 1280x800x24' \
    cargo test --locked --workspace --profile $profile --no-fail-fast
}
# Debian's Chromium, or the one that $CHROMIUM names; else the one made for the tests' own driver.
browser() {
  export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
  if [ ! -x "$CHROMIUM" ]; then
    CHROMIUM=$(cd ui && node --print 'require("playwright-core").chromium.executablePath()') || return 1
    [ -x "$CHROMIUM" ] || (cd ui && npx --no-install playwright-core install --with-deps chromium) || return 1
  fi
  "$CHROMIUM" --version
}
packaged() {
  local deb
  deb=$(LATCHKEY_BIN_DIR=$LATCHKEY_BIN_DIR LATCHKEY_DIST_DIR=artefacts src-tauri/linux/package.sh) || return 1
  if [ "$(id -u)" -eq 0 ]; then src-tauri/linux/test-package.sh "$deb"
  elif sudo -n true 2>/dev/null; then sudo -n src-tauri/linux/test-package.sh "$deb"
  else echo "skipped: package: it was built, but only root can install it to try it"; fi
}
clean_tree() {
  local changes
  changes=$(git status --porcelain)
  [ -z "$changes" ] && { echo "the working tree is clean"; return 0; }
  echo "the working tree is not clean:"; echo "$changes"; git diff | head -n 200
  return 1
}

stage format      cargo fmt --all --check
stage ui-install  npm --prefix ui ci --no-audit --no-fund --loglevel=error
stage typage      npm --prefix tests/typage ci --no-audit --no-fund --loglevel=error
stage ui-build    ui build
stage ui-check    ui check
stage ui-lint     ui lint
stage browser     browser
stage fetch       cargo fetch --locked
stage licences    cargo_deny
stage build       cargo build --locked --workspace --profile $profile
stage lints       cargo clippy --locked --workspace --all-targets --profile $profile -- -D warnings
stage docs        env RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps --profile $profile
stage test-build  cargo test --locked --workspace --profile $profile --no-run
stage rust-tests  rust_tests
stage package     packaged
stage third-party src-tauri/linux/third-party.py --check
stage ui-tests    "${offline[@]}" npm --prefix ui test --silent
git rev-parse --git-dir >/dev/null 2>&1 && stage clean-tree clean_tree

echo
echo "Summary"
for i in "${!names[@]}"; do printf '  %-14s %-7s %5d s\n' "${names[$i]}" "${results[$i]}" "${seconds[$i]}"; done
rust=$(grep -h '^test result:' artefacts/logs/rust-tests.log 2>/dev/null |
  awk '{p+=$4; f+=$6; i+=$8} END {printf "%d passed, %d failed, %d ignored", p, f, i}')
echo "  Rust tests: ${rust:-none ran}"
echo "  Interface tests: $(grep -hE '^ *(Tests|ℹ (pass|fail|skipped)) ' artefacts/logs/ui-tests.log 2>/dev/null | tr -s ' ' | paste -sd ';')"
[ $failed -eq 0 ] && tail -n 1 artefacts/logs/clean-tree.log 2>/dev/null
echo "$((${#names[@]} - failed)) passed, $failed failed"
[ $failed -eq 0 ]
