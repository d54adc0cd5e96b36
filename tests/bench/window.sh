#!/usr/bin/env bash
# `make bench-window`: what the window costs. First its pages in headless Chromium with made-up answers, one chat of 200,000
# messages; then the real window on 20,000 and on 1,000,000 restored messages. Rewrites its part of docs/benchmarks.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d "${TMPDIR:-/var/tmp}/latchkey-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
. tests/bench/measure.sh

npm --prefix ui run --silent bench >"$work/chromium" 2>&1 || { cat "$work/chromium"; exit 1; }
xvfb-run -a -s '-screen 0 1280x800x24' cargo test --locked --workspace --profile ci --test browsing -- \
  --include-ignored --nocapture --test-threads=1 >"$work/webkit" 2>&1 || { cat "$work/webkit"; exit 1; }

{
  echo "## The window"
  echo
  echo "Written by \`make bench-window\` on $(date -u +%F): $(machine). Software drawing, no GPU."
  echo
  echo "The pages in headless Chromium, made-up answers, one chat of 200,000 messages; the rules are 300 ms for opening it and 16 ms of script and"
  echo "layout for a step of scrolling (a task of Chromium's trace):"
  echo
  echo '```'
  grep -E '^(opening|wheel|page up|date bar|heap)' "$work/chromium"
  echo '```'
  echo
  echo "The real window (WebKitGTK under Xvfb) on a restored made-up phone; the rule for its web process is under 400 MiB after all messages of the"
  echo "largest chat came by (held against what is its own and what it shares; mapped files are libraries and fonts):"
  echo
  echo '```'
  sed -n 's/^measured, //p' "$work/webkit"
  echo '```'
  echo
} >"$work/part"
awk -v part="$work/part" '
  /^## The window/ {skip = 1}
  /^## / && !/^## The window/ {skip = 0}
  /^## What was tried/ {while ((getline line < part) > 0) print line}
  !skip' docs/benchmarks.md >"$work/page.md"
cp "$work/page.md" docs/benchmarks.md
sed -n '/^## The window/,/^## What/p' docs/benchmarks.md
