#!/usr/bin/env bash
# `make soak`: restores a phone of 10,000,000 messages once and puts the row about its memory into docs/benchmarks.md.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${LATCHKEY_BIN_DIR:?set by the Makefile}
messages=${MESSAGES:-10000000}
work=$(mktemp -d "${TMPDIR:-/var/tmp}/latchkey-soak.XXXXXX")
trap 'rm -rf "$work"' EXIT
. tests/bench/measure.sh
"$bin/latchkey" demo "$work/phone" --messages "$messages" >/dev/null
rm -rf "$work"/phone/WhatsApp/Media
age-keygen -o "$work/identity.txt" 2>/dev/null
backup=$work/phone/WhatsApp/Databases/msgstore.db.crypt15
recipient=$(sed -n 's/^# public key: //p' "$work/identity.txt")
wall_and_peak "$work/report.json" "$bin/latchkey" restore "$backup" --key-file "$work/phone/key.txt" \
  --index "$work/index" --recipient "$recipient" --json
row="| peak anonymous memory of a restore, 10,000,000 messages | $((peak / 1024)) MiB ($took s, $(date -u +%F)) | ≤ 200 MiB | ≤ 120 MiB | $(met $((peak / 1024)) 200 120) |"
echo "$row"
if [ "$messages" = 10000000 ]; then
  page=docs/benchmarks.md
  awk -v row="$row" '/^\| peak anonymous memory of a restore, 10,000,000/ {print row; next} {print}' "$page" >"$work/page.md"
  cp "$work/page.md" "$page"
fi
