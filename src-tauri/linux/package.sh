#!/usr/bin/env bash
# Builds artefacts/latchkey_VERSION_ARCH.deb from programs that are already built: LATCHKEY_BIN_DIR (target/release when unset)
# holds latchkey-desktop, latchkey and latchkey-tpm. Needs dpkg-deb; no root, no network.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=${LATCHKEY_BIN_DIR:-target/release}
out=${LATCHKEY_DIST_DIR:-artefacts}
version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
arch=$(dpkg --print-architecture)
here=src-tauri/linux
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

put() { install -D -m "${3:-644}" "$1" "$root/$2"; } # put FILE PLACE [MODE]

for program in latchkey-desktop latchkey; do
  [ -x "$bin/$program" ] || { echo "package: $bin/$program is missing: build it first" >&2; exit 2; }
  put "$bin/$program" "usr/bin/$program" 755
  strip --strip-unneeded "$root/usr/bin/$program"
done
# Not for people to start: the app and the command look for it there. Alone it needs the TPM's libraries, so they are only recommended.
put "$bin/latchkey-tpm" usr/lib/latchkey/latchkey-tpm 755
strip --strip-unneeded "$root/usr/lib/latchkey/latchkey-tpm"
put "$here/70-latchkey-fido.rules" usr/lib/udev/rules.d/70-latchkey-fido.rules
put "$here/latchkey.desktop" usr/share/applications/latchkey.desktop
put "$here/latchkey-mime.xml" usr/share/mime/packages/latchkey.xml
for size in 32 48 64 128 512; do
  put "icons/${size}x${size}.png" "usr/share/icons/hicolor/${size}x${size}/apps/latchkey.png"
done
put "icons/128x128@2x.png" usr/share/icons/hicolor/256x256/apps/latchkey.png
put icons/icon.svg usr/share/icons/hicolor/scalable/apps/latchkey.svg

# The command's own completions, for the three common shells.
complete() { # complete SHELL PLACE
  install -d "$(dirname "$root/$2")"
  "$bin/latchkey" completions "$1" >"$root/$2"
}
complete bash usr/share/bash-completion/completions/latchkey
complete zsh usr/share/zsh/vendor-completions/_latchkey
complete fish usr/share/fish/vendor_completions.d/latchkey.fish

doc=usr/share/doc/latchkey
install -d "$root/$doc"
{
  echo "Latchkey is free software under the MIT licence or the Apache licence 2.0, as you choose."
  echo
  cat LICENSE-MIT
  echo
  echo "The Apache licence 2.0 is in /usr/share/common-licenses/Apache-2.0."
  echo
  cat src-tauri/third-party.txt
} >"$root/$doc/copyright"
gzip -9nc CHANGELOG.md >"$root/$doc/changelog.gz"
chmod 644 "$root/$doc/"*

# The names before the bar are Debian 12's, those after it of newer systems.
install -d "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: latchkey
Version: $version
Architecture: $arch
Maintainer: The Latchkey authors <latchkey@localhost>
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Section: utils
Priority: optional
Depends: libc6, libwebkit2gtk-4.1-0, libgtk-3-0 | libgtk-3-0t64, libssl3 | libssl3t64, gstreamer1.0-plugins-base, gstreamer1.0-plugins-good, gstreamer1.0-libav, libudev1 | libudev1t64, libdbus-1-3 | libdbus-1-3t64, xdg-utils, shared-mime-info
Recommends: fonts-noto-color-emoji, libtss2-esys-3.0.2-0 | libtss2-esys-3.0.2-0t64, libtss2-tctildr0 | libtss2-tctildr0t64, libtss2-tcti-device0 | libtss2-tcti-device0t64
Description: restore, read and search your encrypted chat backups
 Latchkey walks you through opening an end-to-end encrypted chat backup with a
 key you hold, keeps the chats in an encrypted history on this computer, and
 lets you read and search them. Your chats are sent nowhere, and it never writes
 to a backup. A passkey can open them: a security key, this
 computer's TPM, a phone.
 The package holds the app and the latchkey command.
CONTROL
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
find "$root" -type d -exec chmod 755 {} +

# The same input gives the same file.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$out"
deb="$out/latchkey_${version}_${arch}.deb"
dpkg-deb --root-owner-group -Zxz --build "$root" "$deb" >/dev/null
echo "$deb"
