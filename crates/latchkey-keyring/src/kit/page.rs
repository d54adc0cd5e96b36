//! The printed page of a recovery kit.
//!
//! One sheet, black on white, no network, no script. Every word comes from the caller's catalogue; only the commands,
//! which are not words, stand here. They are the ones that `tests/keyring/with_age.rs` runs.

use maud::{DOCTYPE, PreEscaped, html};
use qrcode::render::svg;
use zeroize::Zeroizing;

use super::RecoveryKit;
use crate::Timestamp;

/// The words of the page, from the language catalogue, already filled in.
#[derive(Debug, Clone, Default)]
pub struct KitWords {
    /// Language tag of the words, for example `en`.
    pub lang: String,
    /// The script runs from right to left.
    pub right_to_left: bool,
    /// "Recovery kit".
    pub title: String,
    /// What it opens and for whom: "Opens the chat history of the number ending in 21."
    pub opens: String,
    /// "Made on 22 November 2026 with Latchkey".
    pub made_on: String,
    /// How to keep it: on paper, away from the computer; whoever holds it can read the chats.
    pub keep: String,
    /// Heading above the groups: "The key".
    pub key_heading: String,
    /// How to type it: "Blanks, dashes and upper or lower case do not matter."
    pub key_hint: String,
    /// Under the QR code: "The same key, for a camera".
    pub qr_caption: String,
    /// "Fingerprint of the keyring".
    pub fingerprint_label: String,
    /// "Keyring".
    pub keyring_label: String,
    /// "Public key".
    pub public_key_label: String,
    /// How to use it in Latchkey: "Open my chats › Recovery kit".
    pub with_latchkey: String,
    /// Heading: "Without Latchkey".
    pub without_heading: String,
    /// What the commands do: they need `age` and `jq`, and the file `keyring.latchkey`.
    pub without_explained: String,
    /// Before the first command: the key goes into a text file.
    pub step_write: String,
    /// Before the second command: prints the 64 digits of the backup.
    pub step_digits: String,
    /// Before the third command: prints the key of the restored history.
    pub step_index: String,
}

/// Puts the typed key into a file.
const WRITE: &str = "cat > kit.txt";
/// Prints the newest root key: the 64 digits of the backup.
const DIGITS: &str = "sed '$d' keyring.latchkey | jq -r '[.secrets[]|select(.kind==\"root_key\")][-1].age' | age -d -i kit.txt";
/// Prints the key of the index.
const INDEX: &str = "sed '$d' keyring.latchkey | jq -r '.secrets[]|select(.kind==\"index_key\" and .state==\"current\").age' | age -d -i kit.txt";

const STYLE: &str = "
@page { size: A4; margin: 16mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.4 system-ui, 'Noto Sans', sans-serif; color: #000; background: #fff; max-width: 178mm; margin: 0 auto; padding: 8mm 0; }
h1 { font-size: 22pt; margin: 0 0 1mm; }
h2 { font-size: 12pt; margin: 6mm 0 2mm; }
p { margin: 0 0 2mm; }
.opens { font-size: 13pt; }
.keep { border: 1.5pt solid #000; border-radius: 2mm; padding: 3mm 4mm; margin: 4mm 0; }
.key { display: flex; gap: 8mm; align-items: flex-start; }
.groups { flex: 1; direction: ltr; }
.prefix, .group b, pre, .mono { font-family: 'DejaVu Sans Mono', 'Noto Sans Mono', monospace; }
.prefix { display: block; font-size: 13pt; font-weight: bold; margin-bottom: 2mm; }
.group { display: inline-block; width: 20%; margin-bottom: 2.5mm; }
.group b { font-size: 15pt; display: block; letter-spacing: .04em; }
.group small { font-size: 8pt; color: #444; }
figure { margin: 0; width: 52mm; text-align: center; }
figure svg { width: 100%; height: auto; }
figcaption, .hint { font-size: 9pt; color: #333; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 5mm; margin: 3mm 0 0; font-size: 9.5pt; }
.after { margin-top: 3mm; }
dt { font-weight: bold; } dd { margin: 0; overflow-wrap: anywhere; }
pre { font-size: 8pt; background: #f2f2f2; padding: 2mm; margin: 0 0 2mm; white-space: pre-wrap; overflow-wrap: anywhere; direction: ltr; text-align: left; }
@media print { body { padding: 0; } pre { border: .5pt solid #999; background: none; } }
";

pub(super) fn render(kit: &RecoveryKit, words: &KitWords, made: Timestamp) -> Zeroizing<String> {
    let groups = kit.groups();
    let (prefix, numbered) = groups
        .split_first()
        .map_or(("", [].as_slice()), |(p, rest)| (p.as_str(), rest));
    let qr = qr_code(&kit.pinned_identity(made));
    let direction = if words.right_to_left { "rtl" } else { "ltr" };
    let page = html! {
        (DOCTYPE)
        html lang=(words.lang) dir=(direction) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="referrer" content="no-referrer";
                title { (words.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (words.title) }
                p.opens { (words.opens) }
                p { (words.made_on) }
                p.keep { (words.keep) }
                h2 { (words.key_heading) }
                div.key {
                    div.groups {
                        span.prefix { (prefix) }
                        @for (number, group) in (1..).zip(numbered) {
                            span.group { b { (group.as_str()) } small { (number) } }
                        }
                        p.hint dir=(direction) { (words.key_hint) }
                    }
                    figure { (PreEscaped(qr.as_str())) figcaption { (words.qr_caption) } }
                }
                dl {
                    @if let Some(print) = kit.fingerprint() {
                        dt { (words.fingerprint_label) } dd.mono dir="ltr" { (print) }
                    }
                    @if let Some(id) = kit.keyring_id() {
                        dt { (words.keyring_label) } dd.mono dir="ltr" { (id) }
                    }
                    dt { (words.public_key_label) } dd.mono dir="ltr" { (kit.recipient()) }
                }
                p.hint.after { (words.with_latchkey) }
                h2 { (words.without_heading) }
                p.hint { (words.without_explained) }
                @for (step, command) in [(&words.step_write, WRITE), (&words.step_digits, DIGITS), (&words.step_index, INDEX)] {
                    p.hint { (step) }
                    pre { (command) }
                }
            }
        }
    };
    Zeroizing::new(page.into_string())
}

/// The identity file as a QR code, inline SVG; empty if it were too long for one.
fn qr_code(text: &str) -> Zeroizing<String> {
    let Ok(code) = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M) else {
        return Zeroizing::new(String::new());
    };
    let drawn = Zeroizing::new(
        code.render::<svg::Color>()
            .quiet_zone(true)
            .module_dimensions(4, 4)
            .build(),
    );
    let svg = drawn
        .find("<svg")
        .and_then(|at| drawn.get(at..))
        .unwrap_or_default();
    Zeroizing::new(svg.to_owned())
}
