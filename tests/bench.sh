#!/usr/bin/env bash
# `make bench`: makes a phone of 1,000,000 messages, takes every measure five times and writes docs/benchmarks.md with
# the medians. Ratios are of two figures of the same round. MESSAGES and RUNS may be set; WADECRYPT names the program
# to compare with (else a virtual environment outside the repository is made for it, where there is a network).
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${LATCHKEY_BIN_DIR:?set by the Makefile}
messages=${MESSAGES:-1000000} runs=${RUNS:-5}
work=$(mktemp -d "${TMPDIR:-/var/tmp}/latchkey-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
. tests/bench/measure.sh
. tests/bench/page.sh
say() { echo "$(date +%T) $*" >&2; }

say "a phone of $messages messages"
"$bin/latchkey" demo "$work/phone" --messages "$messages" >/dev/null
rm -rf "$work"/phone/WhatsApp/Media # pictures are not what is measured
age-keygen -o "$work/identity.txt" 2>/dev/null
backup=$work/phone/WhatsApp/Databases/msgstore.db.crypt15 plain=$work/plain.db key=$work/phone/key.txt
recipient=$(sed -n 's/^# public key: //p' "$work/identity.txt")
"$bin/latchkey" decrypt "$backup" --key-file "$key" --out "$plain" >/dev/null
later=$work/phone/later.crypt15
one_message_more

find_wadecrypt
into=(--key-file "$key" --index "$work/index" --json)
first=("$bin/latchkey" restore "$backup" "${into[@]}" --recipient "$recipient")
merge=("$bin/latchkey" restore "$later" "${into[@]}" --identity "$work/identity.txt")
again=("$bin/latchkey" restore "$backup" "${into[@]}" --identity "$work/identity.txt")
floor() { sqlite3 "$work/floor.db" "ATTACH 'file:$plain?immutable=1' AS source" '.read tests/bench/floor.sql' >/dev/null; }
decrypt_own() { "$bin/latchkey" decrypt "$backup" --key-file "$key" --out "$work/out.db" >/dev/null; }
decrypt_theirs() { "$wadecrypt" "$(tr -d ' \n' <"$key")" "$backup" "$work/out.db" >/dev/null 2>&1; }

for round in $(seq "$runs"); do
  say "round $round of $runs"
  rm -rf "$work"/floor.db "$work"/index "$work"/out.db
  wall floor && floors+=("$took")
  wall_and_peak "$work/first.json" "${first[@]}" && restores+=("$took") peaks+=("$peak")
  index_size=$(size "$work/index")
  wall_and_peak "$work/merge.json" "${merge[@]}" && merges+=("$took") merge_peaks+=("$peak")
  wall_and_peak "$work/again.json" "${again[@]}" && agains+=("$took")
  wall decrypt_own && owns+=("$took")
  rm "$work/out.db"
  [ -z "$wadecrypt" ] || { wall decrypt_theirs && theirs+=("$took"); }
  restore_ratios+=("$(ratio "${restores[-1]}" "${floors[-1]}")")
  merge_ratios+=("$(ratio "${merges[-1]}" "${restores[-1]}")")
  [ -z "$wadecrypt" ] || decrypt_ratios+=("$(ratio "${owns[-1]}" "${theirs[-1]}")")
done
say "reading"
for round in $(seq "$runs"); do
  "$bin/examples/page_speed" "$plain" "$work/reading" >>"$work/pages"
  "$bin/examples/search_speed" "$messages" "$work/reading" >>"$work/searches" 2>/dev/null || true
done
write_page >"$work/page.md"
cp "$work/page.md" docs/benchmarks.md
cat docs/benchmarks.md
