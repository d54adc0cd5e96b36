//! Pictures a person would send, drawn with shapes: seas, mountains, a city at night, a table, a meadow, a window.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageFormat, Rgb, RgbImage};

use crate::dice::Dice;

/// A JPEG and its size.
pub(super) fn jpeg(dice: &mut Dice) -> (Vec<u8>, (u32, u32)) {
    let sizes = [
        (480, 360),
        (360, 480),
        (400, 400),
        (480, 270),
        (270, 480),
        (448, 336),
    ];
    let (width, height) = *dice.pick(&sizes);
    let picture = scene(dice, width, height);
    (encode(&picture, 78), (width, height))
}

/// A PNG and its size.
pub(super) fn png(dice: &mut Dice) -> (Vec<u8>, (u32, u32)) {
    let (width, height) = (320, 480);
    let mut bytes = Vec::new();
    let picture = tiles(dice, width, height);
    // an encoder into memory has nothing to fail on
    let _ = picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png);
    (bytes, (width, height))
}

/// A small JPEG of a JPEG.
pub(super) fn thumbnail(bytes: &[u8]) -> Option<Vec<u8>> {
    let picture = image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).ok()?;
    Some(encode(&picture.thumbnail(96, 96).to_rgb8(), 60))
}

/// A frame for a film: the scene drawn at the given size.
pub(super) fn scene(dice: &mut Dice, width: u32, height: u32) -> RgbImage {
    match dice.below(7) {
        0 => sea(dice, width, height),
        1 => mountains(dice, width, height),
        2 => city(dice, width, height),
        3 => meadow(dice, width, height),
        4 => table(dice, width, height),
        5 => balloons(dice, width, height),
        _ => tiles(dice, width, height),
    }
}

/// JPEG bytes at a quality of 1 to 100.
pub(super) fn encode(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    // an encoder into memory has nothing to fail on
    let _ = encoder.write_image(
        picture,
        picture.width(),
        picture.height(),
        ExtendedColorType::Rgb8,
    );
    bytes
}

type Colour = [i64; 3];

fn colour(dice: &mut Dice, from: Colour, to: Colour) -> Colour {
    let mut out = [0; 3];
    for channel in 0..3 {
        let (low, high) = (
            from[channel].min(to[channel]),
            from[channel].max(to[channel]),
        );
        out[channel] = dice.between(low, high);
    }
    out
}

fn blend(from: Colour, to: Colour, part: i64, whole: i64) -> Colour {
    let whole = whole.max(1);
    [0, 1, 2].map(|channel| from[channel] + (to[channel] - from[channel]) * part / whole)
}

fn pixel(colour: Colour) -> Rgb<u8> {
    Rgb(colour.map(|channel| u8::try_from(channel.clamp(0, 255)).unwrap_or(0)))
}

/// A vertical gradient over rows `top..bottom`.
fn gradient(picture: &mut RgbImage, top: u32, bottom: u32, from: Colour, to: Colour) {
    let height = i64::from(bottom.saturating_sub(top));
    for y in top..bottom.min(picture.height()) {
        let row = pixel(blend(from, to, i64::from(y - top), height));
        for x in 0..picture.width() {
            picture.put_pixel(x, y, row);
        }
    }
}

fn disc(picture: &mut RgbImage, (cx, cy): (i64, i64), radius: i64, colour: Colour) {
    oval(picture, (cx, cy), (radius, radius), colour);
}

fn oval(picture: &mut RgbImage, (cx, cy): (i64, i64), (rx, ry): (i64, i64), colour: Colour) {
    let (rx, ry) = (rx.max(1), ry.max(1));
    for y in cy - ry..=cy + ry {
        for x in cx - rx..=cx + rx {
            let (dx, dy) = (x - cx, y - cy);
            if dx * dx * ry * ry + dy * dy * rx * rx <= rx * rx * ry * ry {
                dot(picture, x, y, colour);
            }
        }
    }
}

fn rectangle(
    picture: &mut RgbImage,
    (x, y): (i64, i64),
    (width, height): (i64, i64),
    colour: Colour,
) {
    for row in y..y + height {
        for column in x..x + width {
            dot(picture, column, row, colour);
        }
    }
}

fn dot(picture: &mut RgbImage, x: i64, y: i64, colour: Colour) {
    if let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y))
        && x < picture.width()
        && y < picture.height()
    {
        picture.put_pixel(x, y, pixel(colour));
    }
}

fn sea(dice: &mut Dice, width: u32, height: u32) -> RgbImage {
    let mut picture = RgbImage::new(width, height);
    let (w, h) = (i64::from(width), i64::from(height));
    let horizon = h * dice.between(45, 62) / 100;
    let evening = dice.chance(500);
    let (high, low) = if evening {
        (
            colour(dice, [60, 40, 90], [120, 70, 140]),
            colour(dice, [250, 150, 60], [255, 200, 120]),
        )
    } else {
        (
            colour(dice, [70, 140, 200], [120, 180, 230]),
            colour(dice, [200, 220, 235], [235, 240, 245]),
        )
    };
    let line = u32::try_from(horizon).unwrap_or(0);
    gradient(&mut picture, 0, line, high, low);
    let deep = colour(dice, [10, 50, 80], [30, 90, 120]);
    gradient(&mut picture, line, height, blend(low, deep, 1, 2), deep);
    let (sun_x, radius) = (dice.between(w / 5, w * 4 / 5), dice.between(w / 22, w / 11));
    let sun = if evening {
        [255, 226, 150]
    } else {
        [255, 252, 235]
    };
    disc(
        &mut picture,
        (sun_x, horizon - dice.between(radius / 2, h / 5)),
        radius,
        sun,
    );
    for _ in 0..90 {
        let y = dice.between(horizon + 2, h - 1);
        let spread = 4 + (y - horizon) / 3;
        let x = sun_x + dice.between(-spread, spread);
        rectangle(
            &mut picture,
            (x, y),
            (dice.between(3, 16), 1),
            blend(sun, deep, 1, 3),
        );
    }
    for _ in 0..dice.below(4) {
        let (x, y) = (dice.between(0, w), horizon - dice.between(0, 3));
        let size = dice.between(8, 22);
        for row in 0..size {
            rectangle(
                &mut picture,
                (x, y - size + row),
                (row / 2 + 1, 1),
                [245, 245, 240],
            );
        }
        rectangle(&mut picture, (x - size / 3, y), (size, 3), [90, 50, 40]);
    }
    picture
}

fn mountains(dice: &mut Dice, width: u32, height: u32) -> RgbImage {
    let mut picture = RgbImage::new(width, height);
    let (w, h) = (i64::from(width), i64::from(height));
    let sky = colour(dice, [120, 160, 210], [190, 200, 235]);
    let haze = colour(dice, [235, 215, 195], [250, 240, 230]);
    gradient(&mut picture, 0, height, sky, haze);
    disc(
        &mut picture,
        (dice.between(w / 6, w * 5 / 6), dice.between(h / 8, h / 3)),
        w / 18,
        [255, 246, 214],
    );
    let near = colour(dice, [20, 40, 40], [60, 80, 60]);
    for layer in 0..5_i64 {
        let tint = blend(haze, near, layer + 1, 5);
        let mut level = h * (38 + layer * 12) / 100;
        let mut slope = dice.between(-2, 2);
        for x in 0..w {
            if x % 24 == 0 {
                slope = dice.between(-2, 2);
            }
            level = (level + slope).clamp(h / 4 + layer * h / 12, h - 4);
            let snow = layer < 2 && level < h * 2 / 5;
            rectangle(&mut picture, (x, level), (1, h - level), tint);
            if snow {
                rectangle(&mut picture, (x, level), (1, 6), [250, 250, 252]);
            }
        }
    }
    picture
}

fn city(dice: &mut Dice, width: u32, height: u32) -> RgbImage {
    let mut picture = RgbImage::new(width, height);
    let (w, h) = (i64::from(width), i64::from(height));
    let glow = colour(dice, [70, 40, 70], [150, 80, 60]);
    gradient(&mut picture, 0, height, [12, 14, 34], glow);
    for _ in 0..70 {
        dot(
            &mut picture,
            dice.between(0, w),
            dice.between(0, h / 2),
            [220, 220, 240],
        );
    }
    disc(
        &mut picture,
        (dice.between(w / 8, w * 7 / 8), h / 6),
        w / 26,
        [240, 236, 214],
    );
    let mut x = -10;
    while x < w {
        let (wide, tall) = (dice.between(w / 16, w / 8), dice.between(h / 4, h * 3 / 4));
        let wall = colour(dice, [16, 18, 30], [44, 46, 64]);
        rectangle(&mut picture, (x, h - tall), (wide, tall), wall);
        for row in 0..tall / 16 {
            for column in 0..wide / 12 {
                if dice.chance(420) {
                    let lit = *dice.pick(&[[255, 214, 120], [255, 240, 190], [180, 210, 255]]);
                    rectangle(
                        &mut picture,
                        (x + 3 + column * 12, h - tall + 5 + row * 16),
                        (6, 8),
                        lit,
                    );
                }
            }
        }
        x += wide + dice.between(0, 8);
    }
    picture
}

fn meadow(dice: &mut Dice, width: u32, height: u32) -> RgbImage {
    let mut picture = RgbImage::new(width, height);
    let (w, h) = (i64::from(width), i64::from(height));
    let line = height * 2 / 5;
    gradient(&mut picture, 0, line, [120, 180, 235], [225, 238, 250]);
    let grass = colour(dice, [60, 120, 40], [110, 170, 70]);
    gradient(
        &mut picture,
        line,
        height,
        blend(grass, [230, 230, 160], 1, 3),
        blend(grass, [10, 30, 10], 1, 3),
    );
    for _ in 0..5 {
        let (x, y) = (dice.between(0, w), dice.between(h / 16, h / 4));
        for puff in 0..4 {
            oval(
                &mut picture,
                (x + puff * w / 24, y + dice.between(-4, 4)),
                (w / 20, h / 34),
                [252, 252, 254],
            );
        }
    }
    let petals = *dice.pick(&[
        [240, 90, 90],
        [250, 200, 60],
        [190, 110, 220],
        [250, 250, 250],
    ]);
    for _ in 0..180 {
        let y = dice.between(h * 2 / 5 + 6, h - 1);
        let size = 1 + (y - h * 2 / 5) / 40;
        let x = dice.between(0, w);
        for (dx, dy) in [(-size, 0), (size, 0), (0, -size), (0, size)] {
            disc(&mut picture, (x + dx, y + dy), size, petals);
        }
        disc(&mut picture, (x, y), size, [255, 220, 90]);
    }
    picture
}

fn table(dice: &mut Dice, width: u32, height: u32) -> RgbImage {
    let mut picture = RgbImage::new(width, height);
    let (w, h) = (i64::from(width), i64::from(height));
    let wood = colour(dice, [120, 78, 46], [190, 140, 96]);
    gradient(
        &mut picture,
        0,
        height,
        wood,
        blend(wood, [60, 36, 20], 1, 3),
    );
    for _ in 0..26 {
        let y = dice.between(0, h);
        rectangle(
            &mut picture,
            (0, y),
            (w, 1),
            blend(wood, [60, 36, 20], 1, 4),
        );
    }
    let (cx, cy, radius) = (
        w / 2 + dice.between(-40, 40),
        h / 2 + dice.between(-30, 30),
        w.min(h) / 3,
    );
    disc(
        &mut picture,
        (cx + 6, cy + 8),
        radius,
        blend(wood, [0, 0, 0], 1, 2),
    );
    disc(&mut picture, (cx, cy), radius, [246, 244, 238]);
    disc(&mut picture, (cx, cy), radius * 4 / 5, [232, 228, 220]);
    let food = *dice.pick(&[[210, 120, 50], [150, 60, 40], [220, 190, 90], [90, 140, 60]]);
    disc(&mut picture, (cx, cy), radius * 3 / 5, food);
    for _ in 0..60 {
        let reach = radius * 11 / 20;
        let (dx, dy) = (dice.between(-reach, reach), dice.between(-reach, reach));
        if dx * dx + dy * dy < reach * reach {
            let bit = *dice.pick(&[
                [70, 130, 50],
                [220, 60, 50],
                [250, 230, 170],
                [255, 200, 80],
            ]);
            disc(&mut picture, (cx + dx, cy + dy), dice.between(3, 10), bit);
        }
    }
    rectangle(
        &mut picture,
        (cx - radius - 34, cy - radius / 2),
        (6, radius),
        [200, 204, 210],
    );
    rectangle(
        &mut picture,
        (cx + radius + 26, cy - radius / 2),
        (8, radius),
        [200, 204, 210],
    );
    let cup = (w / 7, h / 7);
    disc(&mut picture, cup, w / 11, [250, 250, 248]);
    disc(&mut picture, cup, w / 15, [84, 50, 30]);
    picture
}

fn balloons(dice: &mut Dice, width: u32, height: u32) -> RgbImage {
    let mut picture = RgbImage::new(width, height);
    let (w, h) = (i64::from(width), i64::from(height));
    gradient(&mut picture, 0, height, [96, 160, 220], [240, 232, 214]);
    let hill = colour(dice, [90, 130, 80], [150, 170, 100]);
    oval(&mut picture, (w / 3, h + h / 8), (w * 2 / 3, h / 3), hill);
    oval(
        &mut picture,
        (w, h + h / 6),
        (w / 2, h / 3),
        blend(hill, [30, 60, 40], 1, 3),
    );
    for _ in 0..2 + dice.below(5) {
        let size = dice.between(w / 18, w / 7);
        let (x, y) = (dice.between(size, w - size), dice.between(size, h * 2 / 3));
        let (one, two) = (
            colour(dice, [180, 40, 40], [250, 220, 120]),
            colour(dice, [40, 60, 120], [240, 240, 240]),
        );
        oval(&mut picture, (x, y), (size, size * 6 / 5), one);
        oval(&mut picture, (x, y), (size * 3 / 5, size * 6 / 5), two);
        oval(&mut picture, (x, y), (size / 5, size * 6 / 5), one);
        rectangle(
            &mut picture,
            (x - size / 6, y + size * 6 / 5 + size / 4),
            (size / 3, size / 5),
            [110, 76, 48],
        );
    }
    picture
}

fn tiles(dice: &mut Dice, width: u32, height: u32) -> RgbImage {
    let mut picture = RgbImage::new(width, height);
    let (w, h) = (i64::from(width), i64::from(height));
    let palette = [
        colour(dice, [20, 60, 90], [60, 110, 150]),
        colour(dice, [210, 160, 60], [250, 210, 130]),
        colour(dice, [170, 60, 50], [220, 110, 90]),
        [244, 238, 226],
    ];
    let size = dice.between(36, 80);
    for row in 0..=h / size {
        for column in 0..=w / size {
            let (x, y) = (column * size, row * size);
            rectangle(&mut picture, (x, y), (size, size), *dice.pick(&palette));
            let centre = (x + size / 2, y + size / 2);
            match dice.below(4) {
                0 => disc(&mut picture, centre, size * 2 / 5, *dice.pick(&palette)),
                1 => oval(
                    &mut picture,
                    centre,
                    (size / 2, size / 5),
                    *dice.pick(&palette),
                ),
                2 => rectangle(
                    &mut picture,
                    (x + size / 4, y + size / 4),
                    (size / 2, size / 2),
                    *dice.pick(&palette),
                ),
                _ => disc(&mut picture, (x, y), size / 2, *dice.pick(&palette)),
            }
        }
    }
    picture
}
