//! Voice notes: a hummed sentence, really encoded as Opus (RFC 6716) in Ogg (RFC 7845).
//!
//! No recording: syllables of a buzzing voice with a rising and falling pitch, which any player plays.

use ogg::{PacketWriteEndInfo, PacketWriter};
use ropus::{Application, Channels, Encoder};

use crate::dice::Dice;

const RATE: u32 = 16_000;
/// Samples of a frame of 20 ms.
const FRAME: usize = 320;
/// Granule positions count at 48 kHz whatever the rate (RFC 7845 section 4).
const GRANULE: u64 = 960;
const PRE_SKIP: u16 = 312;

/// One voice note and its seconds.
pub(super) fn speak(dice: &mut Dice) -> (Vec<u8>, i64) {
    let seconds = [1, 2, 3, 4, 5, 7, 9, 12, 16][dice.weighted(&[2, 4, 5, 5, 4, 3, 2, 1, 1])];
    let samples = hum(dice, usize::try_from(seconds).unwrap_or(1) * 16_000);
    (pack(&samples).unwrap_or_default(), seconds)
}

/// Syllables, pauses, and a melody.
fn hum(dice: &mut Dice, length: usize) -> Vec<i16> {
    let mut samples = Vec::with_capacity(length);
    let base = 90.0 + dice.fraction() * 140.0;
    let mut phase = 0.0_f64;
    while samples.len() < length {
        let syllable = usize::try_from(dice.between(1400, 4200)).unwrap_or(2000);
        let silent = dice.chance(180);
        let (from, to) = (
            base * (0.9 + dice.fraction() * 0.4),
            base * (0.8 + dice.fraction() * 0.5),
        );
        let vowel = 1.0 + dice.fraction() * 3.0;
        for step in 0..syllable.min(length - samples.len()) {
            #[allow(clippy::cast_precision_loss, reason = "a few thousand steps")]
            let part = step as f64 / syllable as f64;
            phase += (from + (to - from) * part) / f64::from(RATE);
            let turn = phase * std::f64::consts::TAU;
            let envelope = if silent {
                0.0
            } else {
                (part * std::f64::consts::PI).sin()
            };
            let wave =
                turn.sin() + 0.5 * (2.0 * turn).sin() + 0.35 * (vowel.round() * 2.0 * turn).sin();
            #[allow(
                clippy::cast_possible_truncation,
                reason = "within 16 bits by the factor"
            )]
            samples.push((wave * envelope * 7_000.0) as i16);
        }
    }
    samples
}

/// Encodes and puts into Ogg pages; `None` only if the encoder refused its own settings.
fn pack(samples: &[i16]) -> Option<Vec<u8>> {
    let mut encoder = Encoder::builder(RATE, Channels::Mono, Application::Voip)
        .build()
        .ok()?;
    let mut bytes = Vec::new();
    let mut pages = PacketWriter::new(&mut bytes);
    let serial = 0x4C4B_0001;
    let mut head = b"OpusHead\x01\x01".to_vec();
    head.extend(PRE_SKIP.to_le_bytes());
    head.extend(RATE.to_le_bytes());
    head.extend([0, 0, 0]);
    pages
        .write_packet(head, serial, PacketWriteEndInfo::EndPage, 0)
        .ok()?;
    let mut tags = b"OpusTags".to_vec();
    let vendor = b"latchkey demo";
    tags.extend(u32::try_from(vendor.len()).ok()?.to_le_bytes());
    tags.extend(vendor);
    tags.extend(0_u32.to_le_bytes());
    pages
        .write_packet(tags, serial, PacketWriteEndInfo::EndPage, 0)
        .ok()?;
    let frames: Vec<&[i16]> = samples.chunks_exact(FRAME).collect();
    let mut packet = [0_u8; 1500];
    for (index, frame) in frames.iter().enumerate() {
        let length = encoder.encode(frame, &mut packet).ok()?;
        let granule = GRANULE * (index as u64 + 1);
        let end = match index + 1 {
            last if last == frames.len() => PacketWriteEndInfo::EndStream,
            second if second % 50 == 0 => PacketWriteEndInfo::EndPage,
            _ => PacketWriteEndInfo::NormalPacket,
        };
        pages
            .write_packet(packet.get(..length)?.to_vec(), serial, end, granule)
            .ok()?;
    }
    drop(pages);
    Some(bytes)
}
