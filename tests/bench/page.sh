# What bench.sh writes, and where its inputs come from.

# A second backup of the same phone that has one message more, so that nobody can take it for the same file.
one_message_more() {
  cp "$plain" "$work/later.db"
  local columns
  columns=$(sqlite3 "$work/later.db" "SELECT group_concat(name) FROM pragma_table_info('message')
    WHERE name NOT IN ('_id', 'key_id', 'sort_id')")
  sqlite3 "$work/later.db" "INSERT INTO message(_id, key_id, sort_id, $columns)
    SELECT (SELECT max(_id) + 1 FROM message), '00112233445566778899AABBCCDDEEFF', (SELECT max(sort_id) + 1 FROM message),
      $columns FROM message WHERE message_type = 0 AND text_data IS NOT NULL ORDER BY _id DESC LIMIT 1"
  "$bin/examples/seal" "$work/later.db" "$key" "$later"
  rm "$work/later.db"
}

# The program of wa-crypt-tools, or an empty word and why not in $no_wadecrypt.
find_wadecrypt() {
  wadecrypt=${WADECRYPT:-$(command -v wadecrypt || true)} no_wadecrypt=
  [ -z "$wadecrypt" ] || return 0
  local venv=${XDG_CACHE_HOME:-$HOME/.cache}/latchkey-bench-venv
  if [ -x "$venv/bin/wadecrypt" ] || { python3 -m venv "$venv" && timeout 120 "$venv/bin/pip" install -q wa-crypt-tools; } >/dev/null 2>&1; then
    wadecrypt=$venv/bin/wadecrypt
  else
    no_wadecrypt="wa-crypt-tools could not be installed (python3, pip and a network are needed)"
  fi
}

# reading NAME: the median of a figure that page_speed printed, milliseconds.
reading() { median $(awk -v name="$1" '$1 == name {print $2}' "$work/pages"); }

# The 95th percentile of the first table that search_speed prints, milliseconds; empty without it.
searching() {
  local found
  found=$(awk '/newest first/ {on = 1} on && /by the clock/ { on = 0
    if (match($0, /p95 [0-9.]+[mµn]?s/)) { v = substr($0, RSTART + 4, RLENGTH - 4); n = v + 0
      if (v ~ /ms$/) print n; else if (v ~ /µs$/) print n / 1000; else if (v ~ /ns$/) print n / 1e6; else print n * 1000 } }' "$work/searches" 2>/dev/null)
  [ -z "$found" ] || median $found
}

# row WHAT MEASURED VALUE MUST AIM UNIT: a line of the table.
row() { echo "| $1 | $2 | ≤ $4$6 | ≤ $5$6 | $(met "$3" "$4" "$5") |"; }

# The last row of a longer run (make soak), the window's figures and what people wrote below stay as they are.
soak_row() {
  grep -m1 '^| peak anonymous memory of a restore, 10,000,000' docs/benchmarks.md ||
    echo '| peak anonymous memory of a restore, 10,000,000 messages | not measured: `make soak` | ≤ 200 MiB | ≤ 120 MiB | not measured |'
}
kept_words() { awk '/^## / {on = 1} on' docs/benchmarks.md; }

write_page() {
  local restore=$(median "${restore_ratios[@]}") merge=$(median "${merge_ratios[@]}") peak=$(($(median "${peaks[@]}") / 1024))
  local plain_size=$(size "$plain") biggest=$(awk '$1 == "chat" {print $2; exit}' "$work/pages") decrypt= search=$(searching)
  local sizes=$(ratio "$index_size" "$plain_size") decrypt_words=${no_wadecrypt:+"skipped: $no_wadecrypt"}
  if [ -n "$wadecrypt" ]; then
    decrypt=$(median "${decrypt_ratios[@]}")
    decrypt_words="$decrypt ($(median "${owns[@]}") s / $(median "${theirs[@]}") s)"
  fi
  cat <<PAGE
# Measured figures

Written by \`make bench\` on $(date -u +%F): $(machine).
The phone is made up by \`latchkey demo --messages $messages\`: $(mib "$(size "$backup")") MiB encrypted, $(mib "$plain_size") MiB as a plain database. Release build, medians of $runs rounds,
ratios of two figures of the same round. The *floor* is the plain sqlite3 program ($(sqlite3 --version | cut -d' ' -f1)) that copies the same messages into a table with an index by
chat and position and a contentless FTS5 table, without encryption and journal (tests/bench/floor.sql).

| measure | measured | must | aim | met |
|---|---|---|---|---|
$(row "restore (decrypt, verify, import, full text, encrypted at rest), wall / floor" "$restore ($(median "${restores[@]}") s / $(median "${floors[@]}") s)" "$restore" 1.0 0.6 "")
$(row "peak anonymous memory of a restore, $(thousands "$messages") messages" "$peak MiB" "$peak" 200 120 " MiB")
$(soak_row)
$(row "decrypt alone, wall / \`wadecrypt\` of wa-crypt-tools" "$decrypt_words" "$decrypt" 0.4 0.25 "")
$(row "merging a later backup of the same phone with one message more, wall / first restore" "$merge ($(median "${merges[@]}") s)" "$merge" 0.5 0.25 "")
$(row "open the index to the chat list, after unlock" "$(reading open) ms" "$(reading open)" 150 50 " ms")
$(row "first page of a chat of $(thousands "$biggest") messages" "$(reading first) ms" "$(reading first)" 10 3 " ms")
$(row "last page of it" "$(reading last) ms" "$(reading last)" 10 3 " ms")
$(row "page at any date of it (95 of 100 dates)" "$(reading date) ms" "$(reading date)" 10 3 " ms")
$(row "search, first 50 hits with snippets, 95th percentile of 200 mixed queries" "${search:-not measured} ms" "$search" 50 15 " ms")
$(row "index / plain database, bytes" "$sizes ($(mib "$index_size") MiB)" "$sizes" 0.8 0.6 "")

Beside the table: the very same file again takes $(median "${agains[@]}") s. A merge takes $(($(median "${merge_peaks[@]}") / 1024)) MiB of anonymous memory at its peak. The decrypted database meanwhile lies in
nameless, memory-backed storage while it is under a quarter of the memory available ($(mib "$plain_size") MiB, counted apart: it belongs to no process). Import alone, from a plain
database: $(reading import) s. Every round: restore ${restores[*]} s; floor ${floors[*]} s; merge ${merges[*]} s; peak ${peaks[*]} kB.

$(kept_words)
PAGE
}
