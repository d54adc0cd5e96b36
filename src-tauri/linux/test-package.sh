#!/usr/bin/env bash
# Installs a deb and starts what is in it: test-package.sh DEB. Needs root, apt's cache or the dependencies installed, and
# xvfb-run, xdotool. Ends with "the package works", or says what did not and fails. Takes the package out again.
set -euo pipefail
deb=$(realpath "$1")
state=$(mktemp -d)
fail() { echo "test-package: $*" >&2; exit 1; }
was_there=$(dpkg-query -W -f='${db:Status-Status}' latchkey 2>/dev/null || true)
clean() {
  [ "$was_there" = installed ] || dpkg --purge latchkey >/dev/null 2>&1 || true
  rm -rf "$state"
}
trap clean EXIT

[ "$(id -u)" -eq 0 ] || fail "needs root to install"
# dpkg alone when everything it depends on is there (no network); else apt fetches what is missing.
dpkg -i "$deb" >/dev/null 2>"$state/dpkg.log" ||
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$deb" >/dev/null 2>>"$state/dpkg.log" ||
  { cat "$state/dpkg.log" >&2; fail "it does not install"; }

for program in latchkey latchkey-desktop; do
  missing=$(ldd "/usr/bin/$program" | grep 'not found' || true)
  [ -z "$missing" ] || fail "$program lacks: $missing"
done
latchkey --version >/dev/null || fail "the command does not start"
if ldd /usr/bin/latchkey | grep -q webkit; then fail "the command links the web view"; fi
for program in latchkey latchkey-desktop; do
  if ldd "/usr/bin/$program" | grep -q libtss2; then fail "$program links the TPM's libraries"; fi
done
[ -x /usr/lib/latchkey/latchkey-tpm ] || fail "the TPM's helper is not there"
# Without the TPM's libraries the command says what it has, and that this computer is not among it.
mv /usr/lib/latchkey/latchkey-tpm "$state/latchkey-tpm"
# (Another TPM is named: where there is none, that would be said first.)
LATCHKEY_TCTI=swtpm:host=127.0.0.1,port=1 latchkey passkey list --json >"$state/list.json" || true
grep -q no_tpm_helper "$state/list.json" || { mv "$state/latchkey-tpm" /usr/lib/latchkey/; fail "the command does not say that the TPM's helper is missing"; }
mv "$state/latchkey-tpm" /usr/lib/latchkey/
if command -v udevadm >/dev/null && udevadm verify --help >/dev/null 2>&1; then
  udevadm verify /usr/lib/udev/rules.d/70-latchkey-fido.rules >/dev/null || fail "the udev rule is not valid"
fi

if command -v desktop-file-validate >/dev/null; then
  desktop-file-validate /usr/share/applications/latchkey.desktop || fail "the desktop entry is not valid"
fi
if command -v xdg-mime >/dev/null && [ -f /usr/share/mime/globs2 ]; then
  touch "$state/msgstore.db.crypt15"
  grep -q 'application/x-whatsapp-crypt15:\*\.crypt15' /usr/share/mime/globs2 || fail "the file manager does not know .crypt15"
fi

# The window: started as the desktop entry does, with a file that is no backup, which must not keep it from opening.
export HOME=$state XDG_DATA_HOME=$state/data XDG_STATE_HOME=$state/state XDG_CONFIG_HOME=$state/config
unset DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR
xvfb-run -a -s '-screen 0 1280x800x24' bash -c '
  latchkey-desktop "$0/msgstore.db.crypt15" & pid=$!
  for _ in $(seq 150); do
    window=$(xdotool search --onlyvisible --name "^Latchkey$" 2>/dev/null | head -n 1)
    [ -n "$window" ] && break
    kill -0 $pid 2>/dev/null || exit 3
    sleep 0.1
  done
  [ -n "$window" ] || exit 4
  sleep 2
  kill -0 $pid || exit 5
  kill $pid
' "$state" || fail "the window does not open (status $?)"
grep -q ' started$' "$state"/state/latchkey/logs/*.log || fail "it keeps no log"
echo "the package works"
