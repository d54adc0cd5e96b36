#!/usr/bin/env bash
# `make bench`: restores a made-up phone of 1,000,000 messages several times and writes
# docs/benchmarks.md with the medians, the spread and the machine. MESSAGES and RUNS may be set.
#
# Peak memory is the process's anonymous memory (RssAnon), sampled every 20 ms; the decrypted database
# itself, which lies in nameless memory-backed storage while there is room, is counted apart (RssShmem
# belongs to nobody: it is not mapped), so its size is printed beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${LATCHKEY_BIN_DIR:?set by the Makefile}
messages=${MESSAGES:-1000000} runs=${RUNS:-3}
work=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT

"$bin/latchkey" demo "$work/phone" --messages "$messages" >/dev/null
age-keygen -o "$work/phone/identity.txt" 2>/dev/null
backup=$work/phone/WhatsApp/Databases/msgstore.db.crypt15
recipient=$(sed -n 's/^# public key: //p' "$work/phone/identity.txt")

peak_of() { # peak_of PID: kB of anonymous memory at the highest
  local peak=0 now
  while now=$(awk '/^RssAnon/ {print $2}' "/proc/$1/status" 2>/dev/null) && [ -n "$now" ]; do
    [ "$now" -gt "$peak" ] && peak=$now
    sleep 0.02
  done
  echo "$peak"
}
median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }

walls=() peaks=()
for run in $(seq "$runs"); do
  "$bin/latchkey" restore "$backup" --key-file "$work/phone/key.txt" --index "$work/index$run" \
    --recipient "$recipient" --json >"$work/report$run.json" &
  begin=$(date +%s.%N) pid=$!
  peaks+=("$(peak_of $pid)")
  wait $pid
  walls+=("$(echo "$(date +%s.%N) $begin" | awk '{printf "%.2f", $1 - $2}')")
done
plain=$work/plain.db
"$bin/latchkey" decrypt "$backup" --key-file "$work/phone/key.txt" --out "$plain" >/dev/null
decrypt_begin=$(date +%s.%N); rm "$plain"
"$bin/latchkey" decrypt "$backup" --key-file "$work/phone/key.txt" --out "$plain" >/dev/null
decrypt_wall=$(echo "$(date +%s.%N) $decrypt_begin" | awk '{printf "%.2f", $1 - $2}')
again_begin=$(date +%s.%N)
"$bin/latchkey" restore "$backup" --key-file "$work/phone/key.txt" --index "$work/index1" \
  --identity "$work/phone/identity.txt" --json >"$work/again.json"
again_wall=$(echo "$(date +%s.%N) $again_begin" | awk '{printf "%.2f", $1 - $2}')

wall=$(median "${walls[@]}") peak=$(median "${peaks[@]}")
mib() { awk -v b="$1" 'BEGIN {printf "%.0f", b / 1048576}'; }
size() { du -sb "$1" | cut -f1; }
cat >docs/benchmarks.md <<PAGE
# Measured figures

Written by \`make bench\` on $(date -u +%F), on $(nproc) cores of $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), $(awk '/MemTotal/ {printf "%.0f", $2 / 1048576}' /proc/meminfo) GiB of memory, $(. /etc/os-release && echo "$PRETTY_NAME").
The phone is made up by \`latchkey demo --messages $messages\`; medians of $runs runs. The build is the tests' own (opt-level 2, with
overflow checks and assertions); a release build was not measured.

| what | measured |
|---|---|
| messages in the backup | $messages |
| backup, encrypted / decrypted database | $(mib "$(size "$backup")") MiB / $(mib "$(size "$plain")") MiB |
| restore: decrypt, verify, import, full text, encrypted at rest | $wall s (all runs: ${walls[*]}) |
| the same, messages per second | $(awk -v m="$messages" -v s="$wall" 'BEGIN {printf "%.0f", m / s}') |
| peak anonymous memory of a restore | $((peak / 1024)) MiB (all runs, kB: ${peaks[*]}) |
| the decrypted database in nameless, memory-backed storage meanwhile | $(mib "$(size "$plain")") MiB |
| decrypt alone, to a file | $decrypt_wall s |
| restoring the same backup again (nothing new) | $again_wall s |
| index on disk | $(mib "$(size "$work/index1")") MiB |
PAGE
cat docs/benchmarks.md
