#!/usr/bin/env bash
# `make screenshots`: rewrites the pictures in docs/images/ from the real window on a made-up phone.
# The pictures are those that the real-window test takes on its way; without a window it takes none, and this fails.
set -euo pipefail
cd "$(dirname "$0")/.."
test=the_whole_wizard_restores_the_demo_and_search_finds_a_message_in_its_place
rm -f artefacts/search-in-place.png
# the same packages and profile as everything else, so that nothing is compiled twice
xvfb-run -a -s '-screen 0 1280x800x24' cargo test --locked --workspace --profile ci --test window -- --exact "$test"
install -D -m 644 artefacts/search-in-place.png docs/images/browser.png
echo "docs/images/browser.png"
