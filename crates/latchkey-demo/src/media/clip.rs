//! Films: a few seconds of motion JPEG in an MP4 container (ISO/IEC 14496-12), sample entry `jpeg`.
//!
//! A camera moves over a drawn scene. There is no H.264 encoder here; players based on FFmpeg or GStreamer play this.

use image::imageops;

use super::picture;
use crate::dice::Dice;

const WIDTH: u32 = 240;
const HEIGHT: u32 = 240;
/// Frames a second.
const RATE: u32 = 6;

/// A film, its size, its seconds.
pub(super) fn film(dice: &mut Dice) -> (Vec<u8>, (u32, u32), i64) {
    let seconds = 1 + u32::try_from(dice.below(4)).unwrap_or(0);
    let scene = picture::scene(dice, WIDTH + 96, HEIGHT + 24);
    let frames: Vec<Vec<u8>> = (0..seconds * RATE)
        .map(|frame| {
            let left = (frame * 4).min(96);
            let view = imageops::crop_imm(&scene, left, frame % 24, WIDTH, HEIGHT).to_image();
            picture::encode(&view, 60)
        })
        .collect();
    (container(&frames), (WIDTH, HEIGHT), i64::from(seconds))
}

/// `ftyp`, `mdat` with the frames one after the other, `moov` with one video track.
fn container(frames: &[Vec<u8>]) -> Vec<u8> {
    let mut out = boxed(b"ftyp", &[b"isom\0\0\x02\0isomiso2mp41".as_slice()]);
    let first = u32::try_from(out.len() + 8).unwrap_or(0);
    let all: Vec<&[u8]> = frames.iter().map(Vec::as_slice).collect();
    out.extend(boxed(b"mdat", &all));
    out.extend(movie(frames, first));
    out
}

fn movie(frames: &[Vec<u8>], first: u32) -> Vec<u8> {
    let count = u32::try_from(frames.len()).unwrap_or(0);
    let matrix = words(&[0x0001_0000, 0, 0, 0, 0x0001_0000, 0, 0, 0, 0x4000_0000]);
    let mvhd = boxed(
        b"mvhd",
        &[
            &words(&[0, 0, 0, RATE, count, 0x0001_0000, 0x0100_0000, 0, 0]),
            &matrix,
            &words(&[0, 0, 0, 0, 0, 0, 2]),
        ],
    );
    let tkhd = boxed(
        b"tkhd",
        &[
            &words(&[3, 0, 0, 1, 0, count, 0, 0, 0, 0]),
            &matrix,
            &words(&[WIDTH << 16, HEIGHT << 16]),
        ],
    );
    let mdhd = boxed(b"mdhd", &[&words(&[0, 0, 0, RATE, count, 0x55C4_0000])]);
    let hdlr = boxed(
        b"hdlr",
        &[&words(&[0, 0]), b"vide", &words(&[0, 0, 0]), b"film\0"],
    );
    let vmhd = boxed(b"vmhd", &[&words(&[1, 0, 0])]);
    let url = boxed(b"url ", &[&words(&[1])]);
    let dinf = boxed(b"dinf", &[&boxed(b"dref", &[&words(&[0, 1]), &url])]);
    let minf = boxed(b"minf", &[&vmhd, &dinf, &samples(frames, first)]);
    let mdia = boxed(b"mdia", &[&mdhd, &hdlr, &minf]);
    boxed(b"moov", &[&mvhd, &boxed(b"trak", &[&tkhd, &mdia])])
}

/// The sample table: one chunk, one entry for each frame.
fn samples(frames: &[Vec<u8>], first: u32) -> Vec<u8> {
    let count = u32::try_from(frames.len()).unwrap_or(0);
    let mut name = [0_u8; 32];
    name[..5].copy_from_slice(b"\x04jpeg");
    let entry = boxed(
        b"jpeg",
        &[
            &words(&[
                0,
                1,
                0,
                0,
                0,
                0,
                (WIDTH << 16) | HEIGHT,
                0x0048_0000,
                0x0048_0000,
                0,
            ]),
            &[0, 1],
            &name,
            &[0, 24, 0xFF, 0xFF],
        ],
    );
    let sizes: Vec<u32> = frames
        .iter()
        .map(|frame| u32::try_from(frame.len()).unwrap_or(0))
        .collect();
    let stsd = boxed(b"stsd", &[&words(&[0, 1]), &entry]);
    let stts = boxed(b"stts", &[&words(&[0, 1, count, 1])]);
    let stsc = boxed(b"stsc", &[&words(&[0, 1, 1, count, 1])]);
    let stsz = boxed(b"stsz", &[&words(&[0, 0, count]), &words(&sizes)]);
    let stco = boxed(b"stco", &[&words(&[0, 1, first])]);
    boxed(b"stbl", &[&stsd, &stts, &stsc, &stsz, &stco])
}

fn words(values: &[u32]) -> Vec<u8> {
    values
        .iter()
        .flat_map(|value| value.to_be_bytes())
        .collect()
}

fn boxed(name: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut out = Vec::with_capacity(length + 8);
    out.extend(u32::try_from(length + 8).unwrap_or(0).to_be_bytes());
    out.extend(name);
    for part in parts {
        out.extend(*part);
    }
    out
}
