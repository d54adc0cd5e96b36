//! What becomes a small picture, and what is refused before it takes memory.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder as _, Rgba};

use super::*;

fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, _| {
        Rgb([if x < width / 2 { 255 } else { 0 }, 0, 0])
    });
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes)
        .write_image(&picture, width, height, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

fn size(jpeg: &[u8]) -> (u32, u32) {
    let picture = image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap();
    (picture.width(), picture.height())
}

#[test]
fn a_picture_is_scaled_to_its_longest_side_and_a_small_one_stays() {
    assert_eq!(size(&to_jpeg(&png(1280, 640), 320).unwrap()), (320, 160));
    assert_eq!(size(&to_jpeg(&png(100, 1600), 320).unwrap()), (20, 320));
    assert_eq!(size(&to_jpeg(&png(1280, 640), 640).unwrap()), (640, 320));
    assert_eq!(size(&to_jpeg(&png(40, 30), 320).unwrap()), (40, 30));
}

#[test]
fn a_bomb_is_refused_by_what_it_claims() {
    // The header of a small PNG says that it has ten thousand million pixels; its check sum is made to fit.
    for (width, height) in [(100_000_u32, 100_000_u32), (19_999, 19_999), (u32::MAX, 1)] {
        let mut bytes = png(2, 2);
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = crc(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        assert!(to_jpeg(&bytes, 320).is_none(), "{width} x {height}");
        assert!(!is_bounded(&bytes), "{width} x {height}");
    }
    assert!(is_bounded(&png(2, 2)) && is_bounded(&to_jpeg(&png(2, 2), 320).unwrap()));
    for other in [
        &b""[..],
        b"<svg/>",
        b"BM",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n",
    ] {
        assert!(!is_bounded(other));
    }
}

/// A GIF of this size with extensions, and a first frame of another size at a place.
fn gif(whole: [u16; 2], frame: [u16; 4]) -> Vec<u8> {
    let numbers =
        |numbers: &[u16]| -> Vec<u8> { numbers.iter().flat_map(|one| one.to_le_bytes()).collect() };
    let colours = [0; 6];
    let extensions = b"!\xf9\x04\0\0\0\0\0!\xfe\x02hi\0!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    [
        &b"GIF89a"[..],
        &numbers(&whole),
        b"\x80\0\0",
        &colours,
        extensions,
        b",",
        &numbers(&frame),
        b"\0\x02\x02\x4c\x01\0;",
    ]
    .concat()
}

#[test]
fn a_gif_is_measured_by_its_header_and_its_first_frame() {
    assert!(is_bounded(&gif([320, 200], [0, 0, 320, 200])));
    assert!(!is_bounded(&gif([60_000, 60_000], [0, 0, 320, 200])));
    assert!(!is_bounded(&gif([320, 200], [0, 0, 60_000, 60_000])));
    assert!(!is_bounded(&gif([320, 200], [60_000, 0, 320, 200])));
    let whole = gif([320, 200], [0, 0, 320, 200]);
    for end in 0..whole.len() - 7 {
        assert!(!is_bounded(&whole[..end]), "cut off at {end}");
    }
    // Blocks that decoders read in another length than they say.
    let odd = whole.iter().position(|byte| *byte == 0xf9).unwrap() + 1;
    let mut other = whole.clone();
    other[odd] = 3;
    assert!(!is_bounded(&other));
}

/// The check sum of a PNG's chunk (RFC 2083, 15).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 * (sum & 1))
        })
    })
}

#[test]
fn what_is_cut_off_or_no_picture_is_none_and_never_a_panic() {
    let whole = to_jpeg(&png(64, 64), 320).unwrap();
    for end in 0..whole.len() {
        let _ = to_jpeg(&whole[..end], 320);
    }
    let drawing = b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec();
    for bytes in [Vec::new(), drawing, b"GIF89a".to_vec(), b"BM".to_vec()] {
        assert!(to_jpeg(&bytes, 320).is_none());
    }
}

#[test]
fn a_turned_photo_stands_upright() {
    let mut jpeg = to_jpeg(&png(64, 32), 320).unwrap();
    // EXIF 2.3: one entry, orientation 6, to be turned by 90 degrees.
    let exif =
        b"\xff\xe1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    jpeg.splice(2..2, exif.iter().copied());
    assert_eq!(size(&to_jpeg(&jpeg, 320).unwrap()), (32, 64));
}

#[test]
fn what_can_be_seen_through_is_laid_on_white() {
    let picture = RgbaImage::from_pixel(8, 8, Rgba([0, 0, 0, 0]));
    let laid = on_white(DynamicImage::ImageRgba8(picture));
    assert_eq!(laid.get_pixel(3, 3), &Rgb([255, 255, 255]));
}
