//! A QR code on a terminal, two rows of modules to a line.

use qrcode::render::unicode::Dense1x2;
use qrcode::{EcLevel, QrCode};

/// Black on white whatever the terminal's own colours are: cameras want it so.
const COLOURS: &str = "\u{1b}[38;5;16;48;5;231m";
const PLAIN: &str = "\u{1b}[0m";

/// The code as lines of half blocks; `None` for a text that is too long for one.
pub(super) fn draw(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let blocks = code
        .render::<Dense1x2>()
        .dark_color(Dense1x2::Dark)
        .light_color(Dense1x2::Light)
        .quiet_zone(true)
        .build();
    let lines = blocks
        .lines()
        .map(|line| format!("  {COLOURS}{line}{PLAIN}\n"));
    Some(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use qrcode::Color;

    /// The modules of a drawing, quiet zone included: true is dark.
    fn modules(drawn: &str) -> Vec<Vec<bool>> {
        let mut rows = Vec::new();
        for line in drawn.lines() {
            let blocks = line.trim().strip_prefix(COLOURS).unwrap();
            let blocks = blocks.strip_suffix(PLAIN).unwrap();
            let half = |upper: bool| {
                let dark = move |block: char| match block {
                    '█' => true,
                    '▀' => upper,
                    '▄' => !upper,
                    _ => false,
                };
                blocks.chars().map(dark).collect::<Vec<_>>()
            };
            rows.push(half(true));
            rows.push(half(false));
        }
        rows
    }

    #[test]
    fn the_drawing_holds_every_module_of_the_code() {
        let link = format!("FIDO:/{}", "1234567890".repeat(17));
        let drawn = modules(&draw(&link).unwrap());
        let code = QrCode::with_error_correction_level(&link, EcLevel::L).unwrap();
        let (width, quiet) = (code.width(), 4);
        assert_eq!(drawn[0].len(), width + 2 * quiet);
        for (at, colour) in code.to_colors().into_iter().enumerate() {
            let dark = drawn[at / width + quiet][at % width + quiet];
            assert_eq!(dark, colour == Color::Dark, "module {at}");
        }
    }
}
