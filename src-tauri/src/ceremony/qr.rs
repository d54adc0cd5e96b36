//! The QR code that a phone scans: dark on white with its quiet zone, whatever the window's colours are.

use qrcode::render::svg::Color;
use qrcode::{EcLevel, QrCode};

/// The code as an SVG; nothing when the link is too long for one.
pub fn svg(link: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(link, EcLevel::L).ok()?;
    let drawn = code
        .render::<Color<'_>>()
        .dark_color(Color("#000000"))
        .light_color(Color("#ffffff"))
        .quiet_zone(true)
        .module_dimensions(8, 8)
        .build();
    Some(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_dark_on_white_with_a_quiet_zone_and_does_not_hold_its_link_as_text() {
        let link = format!("FIDO:/{}", "0123456789".repeat(17));
        let svg = svg(&link).unwrap();
        assert!(svg.contains("<svg") && svg.contains("#000000") && svg.contains("#ffffff"));
        assert!(!svg.contains("FIDO") && !svg.contains("<script"));
        // The first dark square stands four modules (ISO 18004, 5.3.8) from the edge.
        assert!(svg.contains("M32 32"), "the first module");
    }
}
