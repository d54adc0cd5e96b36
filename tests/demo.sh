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

# The passkey lives in this computer's TPM where it can be used, else in a file that keeps nothing safe and is for demonstrations only.
if "$bin/latchkey" passkey posture --json | grep -q '"kind":"tpm"'; then
  authenticator=tpm; demo_flag=()
  where="this computer's TPM"
else
  authenticator=software; demo_flag=(--insecure-demo)
  where="a file, for the demonstration only (this computer's TPM cannot be used here: latchkey passkey list says why)"
fi
pin=brass-key-2468
echo "Its passkey will live in $where."
echo "Its PIN:"
echo "    $pin"
echo

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "Opening the app on its backup. Paste the key above when it asks for it, then lock it to the passkey with that PIN."
  exec "$bin/latchkey-desktop" "${demo_flag[@]}" "$backup"
fi

echo "There is no display here, so the same happens in the terminal."
index=$phone/history
kit=$phone/stick/kit.txt
rm -rf "$index" "$phone/stick"
mkdir -p "$phone/stick"
say() { printf '\n\033[1m$ latchkey %s\033[0m\n' "$*"; }
run() { say "$@"; "$bin/latchkey" "$@"; }
# The same, unlocked with the passkey; its PIN comes through a pipe.
unlocked() { say "$@" --passkey --pin-stdin "${demo_flag[@]}"; printf '%s\n' "$pin" | "$bin/latchkey" "$@" --passkey --pin-stdin "${demo_flag[@]}"; }

run inspect "$backup"
run key check "$backup" --key-file "$phone/key.txt"
# Once with the 64 digits: a passkey and a recovery kit are made, each opens the new keyring once, and the chats are restored.
unlocked restore "$backup" --key-file "$phone/key.txt" --index "$index" --media "$phone/WhatsApp" \
  --contacts "$phone/contacts.vcf" --authenticator "$authenticator" --label "Demo" --kit "$kit"
printf '\nThe chats are locked: each command locks them when it ends. From now on the passkey opens them, and newer backups, too.\n'
run keyring show "$index"
unlocked chats --index "$index"
unlocked search --index "$index" birthday --limit 5
unlocked restore "$backup" --index "$index"
printf '\nAnd when the passkey is lost, the recovery kit opens them.\n'
run search --index "$index" --identity "$kit" birthday --limit 1

if command -v Xvfb >/dev/null && command -v xvfb-run >/dev/null && command -v import >/dev/null; then
  picture=$phone/window.png
  if xvfb-run -a -s '-screen 0 1280x800x24' bash -c '
    "${@:3}" & app=$!
    # The page is there when the picture has more than a few colours; a busy machine takes its time.
    for _ in $(seq 20); do
      sleep 1
      import -window root "$1"
      [ "$(identify -format %k "$1")" -gt 200 ] && break
    done
    import -window root "$1"
    kill $app
    wait $app 2>/dev/null || true' demo "$picture" -- "$bin/latchkey-desktop" "${demo_flag[@]}" "$backup" 2>/dev/null && [ -s "$picture" ]
  then
    printf '\nA picture of the window: %s\n' "$picture"
  else
    printf '\nNo picture of the window could be taken.\n' >&2
  fi
fi
