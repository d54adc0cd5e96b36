//! A picture as a small JPEG. Whatever its bytes claim, little memory is taken and nothing but a picture comes out.

mod gif;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage, RgbaImage,
};

/// No larger picture is decoded: pixels of a side, of all of it, and bytes for decoding it.
const LARGEST_SIDE: u32 = 20_000;
const MOST_PIXELS: u64 = 50_000_000;
const MOST_BYTES: u64 = 256 << 20;
/// Of a JPEG, in percent.
const QUALITY: u8 = 82;

/// Whether a picture may be shown as it is, by a program that takes four bytes for each pixel its header claims: no more
/// pixels than are decoded here. Nothing of it is decoded.
#[must_use]
pub fn is_bounded(bytes: &[u8]) -> bool {
    // A decoder that panics has met a hostile header.
    let claimed = std::panic::catch_unwind(|| claimed(bytes)).ok().flatten();
    claimed.is_some_and(|(width, height)| {
        width.max(height) <= LARGEST_SIDE && u64::from(width) * u64::from(height) <= MOST_PIXELS
    })
}

/// Width and height as the header has them.
fn claimed(bytes: &[u8]) -> Option<(u32, u32)> {
    match image::guess_format(bytes).ok()? {
        ImageFormat::Gif => gif::claimed(bytes),
        format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) => {
            let reader = ImageReader::with_format(Cursor::new(bytes), format);
            reader.into_dimensions().ok()
        }
        _ => None,
    }
}

/// The small picture, neither side over `longest` pixels; nothing for what is no JPEG, PNG or WebP, or too large.
#[must_use]
pub fn to_jpeg(bytes: &[u8], longest: u32) -> Option<Vec<u8>> {
    // A decoder that panics has met a hostile file: that is no picture.
    std::panic::catch_unwind(|| scaled(bytes, longest)).ok()?
}

fn scaled(bytes: &[u8], longest: u32) -> Option<Vec<u8>> {
    let format = image::guess_format(bytes).ok()?;
    if !matches!(
        format,
        ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP
    ) {
        return None;
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_BYTES {
        return None;
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).ok()?;
    let mut small = if width.max(height) > longest {
        picture.thumbnail(longest, longest)
    } else {
        picture
    };
    small.apply_orientation(orientation);
    let small = on_white(small);
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    small.write_with_encoder(encoder).ok()?;
    Some(jpeg)
}

/// What can be seen through is laid on white: a JPEG has nothing behind it.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let seen_through: RgbaImage = picture.into_rgba8();
    RgbImage::from_fn(seen_through.width(), seen_through.height(), |x, y| {
        let [red, green, blue, alpha] = seen_through.get_pixel(x, y).0;
        let laid = |colour: u8| {
            let mixed = u16::from(colour) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        };
        Rgb([laid(red), laid(green), laid(blue)])
    })
}

#[cfg(test)]
mod tests;
