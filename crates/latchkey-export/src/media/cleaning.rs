//! A picture without anything but its pixels: no place, no camera, no comment, no small picture inside.
//!
//! It is decoded and written anew, so that nothing of the old file can stay; what does not decode does not go out.

use std::io::{Cursor, Read};

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use latchkey_restore::scale;

use super::OpenedMedia;

/// A larger file is not looked into, bytes.
const LARGEST: u64 = 64 << 20;
/// How well a JPEG is kept, of a hundred.
const QUALITY: u8 = 92;

/// A cleaned picture.
pub(super) struct Cleaned {
    pub(super) bytes: Vec<u8>,
    pub(super) ending: &'static str,
}

/// The picture alone; `None` for what is none, or does not decode.
pub(super) fn picture(mut file: OpenedMedia) -> Option<Cleaned> {
    if !matches!(file.ending, "jpg" | "png" | "webp") || file.bytes > LARGEST {
        return None;
    }
    let mut bytes = Vec::new();
    file.by_ref().take(LARGEST).read_to_end(&mut bytes).ok()?;
    if !scale::is_bounded(&bytes) {
        return None;
    }
    // A decoder that panics has met what nobody foresaw: then there is no picture.
    std::panic::catch_unwind(|| written_anew(&bytes)).ok()?
}

fn written_anew(bytes: &[u8]) -> Option<Cleaned> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    reader.limits(Limits::default());
    let format = reader.format()?;
    let mut decoder = reader.into_decoder().ok()?;
    let turned = decoder.orientation().ok()?;
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(turned);
    let mut anew = Cursor::new(Vec::new());
    let ending = match format {
        ImageFormat::Jpeg => {
            let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut anew, QUALITY);
            image.into_rgb8().write_with_encoder(encoder).ok()?;
            "jpg"
        }
        _ => {
            image.write_to(&mut anew, ImageFormat::Png).ok()?;
            "png"
        }
    };
    Some(Cleaned {
        bytes: anew.into_inner(),
        ending,
    })
}

/// A small picture that the phone had stored with a message, cleaned the same way.
pub(crate) fn thumbnail(bytes: &[u8]) -> Option<Vec<u8>> {
    if !scale::is_bounded(bytes) {
        return None;
    }
    let cleaned = std::panic::catch_unwind(|| written_anew(bytes)).ok()??;
    Some(cleaned.bytes)
}
