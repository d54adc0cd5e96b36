#!/usr/bin/env bash
# `make screenshots`: rewrites the pictures in docs/images/. The first is of the real window on a made-up phone, taken by its
# test on the way; the others are those that the interface's tests take of its pages with made-up answers.
set -euo pipefail
cd "$(dirname "$0")/.."

test=the_whole_wizard_restores_the_demo_and_search_finds_a_message_in_its_place
rm -f artefacts/search-in-place.png
# the same packages and profile as everything else, so that nothing is compiled twice
xvfb-run -a -s '-screen 0 1280x800x24' cargo test --locked --workspace --profile ci --test window -- --exact "$test"
install -D -m 644 artefacts/search-in-place.png docs/images/browser.png

# picture NAME STATE LOOK FILE: the state of a screen as its test file takes it in one look.
picture() {
  local taken=artefacts/ui/$2-$3-1280.png
  rm -f "$taken"
  npm --prefix ui test --silent -- "tests/$4.test.ts" -t "$2 is accessible and whole at every size \($3\)"
  install -D -m 644 "$taken" "docs/images/$1.png"
}
picture conversation talk-text light talk
picture search search-walk light walking
picture gallery gallery light gallery
picture numbers numbers light numbers
picture marks marks light marks
picture export export light export
picture my-chats open-menu light open
picture arabic chats-kinds ar chats
ls docs/images
