//! Stickers: round faces with a mood, on nothing, as WebP.

use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, Rgba, RgbaImage};

use crate::dice::Dice;

/// Pixels on each side.
pub(super) const SIZE: u32 = 256;

/// One sticker.
pub(super) fn draw(dice: &mut Dice) -> Vec<u8> {
    let mut picture = RgbaImage::new(SIZE, SIZE);
    let skins = [
        [255, 209, 84],
        [140, 200, 120],
        [244, 160, 180],
        [150, 190, 240],
        [230, 150, 90],
    ];
    let skin = *dice.pick(&skins);
    disc(&mut picture, (128, 132), 112, [255, 255, 255]);
    disc(&mut picture, (128, 132), 104, skin);
    let blink = dice.chance(300);
    let eye_size = dice.between(9, 18);
    for x in [92, 164] {
        if blink {
            bar(&mut picture, (x - 16, 104), (32, 7));
        } else {
            disc(&mut picture, (x, 106), eye_size, [255, 255, 255]);
            disc(
                &mut picture,
                (x + dice.between(-4, 4), 108),
                eye_size / 2,
                [30, 30, 40],
            );
        }
    }
    let smile = dice.between(-14, 26);
    for step in -44..=44_i64 {
        let drop = smile - smile * step * step / (44 * 44);
        disc(&mut picture, (128 + step, 164 + drop), 5, [60, 30, 30]);
    }
    if dice.chance(400) {
        let cheek = [250, 120, 110];
        disc(&mut picture, (68, 150), 14, cheek);
        disc(&mut picture, (188, 150), 14, cheek);
    }
    if dice.chance(350) {
        bar(&mut picture, (70, 26), (116, 16));
        bar(&mut picture, (92, 2), (72, 26));
    }
    let mut bytes = Vec::new();
    // an encoder into memory has nothing to fail on
    let _ = WebPEncoder::new_lossless(&mut bytes).encode(
        &picture,
        SIZE,
        SIZE,
        ExtendedColorType::Rgba8,
    );
    bytes
}

fn disc(picture: &mut RgbaImage, (cx, cy): (i64, i64), radius: i64, colour: [u8; 3]) {
    for y in cy - radius..=cy + radius {
        for x in cx - radius..=cx + radius {
            if (x - cx) * (x - cx) + (y - cy) * (y - cy) <= radius * radius {
                dot(picture, x, y, colour);
            }
        }
    }
}

fn bar(picture: &mut RgbaImage, (x, y): (i64, i64), (width, height): (i64, i64)) {
    for row in y..y + height {
        for column in x..x + width {
            dot(picture, column, row, [40, 40, 56]);
        }
    }
}

fn dot(picture: &mut RgbaImage, x: i64, y: i64, [red, green, blue]: [u8; 3]) {
    if let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y))
        && x < SIZE
        && y < SIZE
    {
        picture.put_pixel(x, y, Rgba([red, green, blue, 255]));
    }
}
