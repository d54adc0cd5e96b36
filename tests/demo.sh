#!/usr/bin/env bash
# `make demo`: a made-up phone, and Latchkey at work on it. Nothing here touches your own chats:
# the phone, the history and the settings of the demo all live in one folder, which you may delete.
set -euo pipefail
phone=$1
bin=${LATCHKEY_BIN_DIR:?set by the Makefile}
backup=$phone/WhatsApp/Databases/msgstore.db.crypt15

if [ ! -e "$phone/key.txt" ]; then
  rm -rf "$phone"
  "$bin/latchkey" demo "$phone"
fi
export XDG_DATA_HOME=$phone/home/data XDG_CONFIG_HOME=$phone/home/config XDG_STATE_HOME=$phone/home/state
export XDG_CACHE_HOME=$phone/home/cache
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_STATE_HOME" "$XDG_CACHE_HOME"

echo
echo "The made-up phone is in $phone"
echo "Its 64-digit key (in key.txt there):"
sed 's/^/    /' "$phone/key.txt"
echo

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "Opening the app on its backup. Paste the key above when it asks for it."
  exec "$bin/latchkey-desktop" "$backup"
fi

echo "There is no display here, so the same happens in the terminal."
index=$phone/history
rm -rf "$index"
# A history needs a way in that its owner holds; the app makes a recovery kit, here age's own tool makes one.
[ -e "$phone/identity.txt" ] || age-keygen -o "$phone/identity.txt" 2>/dev/null
say() { printf '\n\033[1m$ latchkey %s\033[0m\n' "$*"; }
run() { say "$@"; "$bin/latchkey" "$@"; }

run inspect "$backup"
run key check "$backup" --key-file "$phone/key.txt"
run restore "$backup" --key-file "$phone/key.txt" --index "$index" --media "$phone/WhatsApp" \
  --contacts "$phone/contacts.vcf" --recipient "$(sed -n 's/^# public key: //p' "$phone/identity.txt")"
run chats --index "$index" --identity "$phone/identity.txt"
run search --index "$index" --identity "$phone/identity.txt" birthday --limit 5

if command -v Xvfb >/dev/null && command -v xvfb-run >/dev/null && command -v import >/dev/null; then
  picture=$phone/window.png
  if xvfb-run -a -s '-screen 0 1280x800x24' bash -c '
    "$1" "$2" & app=$!
    # The page is there when the picture has more than a few colours; a busy machine takes its time.
    for _ in $(seq 20); do
      sleep 1
      import -window root "$3"
      [ "$(identify -format %k "$3")" -gt 200 ] && break
    done
    import -window root "$3"
    kill $app
    wait $app 2>/dev/null || true' demo "$bin/latchkey-desktop" "$backup" "$picture" 2>/dev/null && [ -s "$picture" ]
  then
    printf '\nA picture of the window: %s\n' "$picture"
  else
    printf '\nNo picture of the window could be taken.\n' >&2
  fi
fi
