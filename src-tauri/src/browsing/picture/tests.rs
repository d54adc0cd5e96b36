//! What is served as a picture, and what is not.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{ImageFormat, Rgb, RgbImage};

use super::*;

/// A picture in this format.
fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::default();
    let picture = RgbImage::from_pixel(8, 6, Rgb([20, 80, 160]));
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn jpeg() -> Vec<u8> {
    picture(ImageFormat::Jpeg)
}

fn png() -> Vec<u8> {
    picture(ImageFormat::Png)
}

/// A media folder with one picture, and a secret picture beside it.
fn phone() -> (tempfile::TempDir, PathBuf) {
    let phone = tempfile::tempdir().unwrap();
    let media = phone.path().join("Media");
    fs::create_dir_all(media.join("Images")).unwrap();
    fs::write(media.join("Images/a.jpg"), jpeg()).unwrap();
    fs::write(phone.path().join("secret.png"), png()).unwrap();
    (phone, media)
}

/// The status and type of the answer for a file in the media folder.
fn asked(root: &Path, place: &str) -> (u16, Option<String>) {
    let response = answer(PictureSource {
        file: MediaFile::open(root, Path::new(place)).ok(),
        thumbnail: None,
    });
    let kind = response.headers().get(header::CONTENT_TYPE);
    (
        response.status().as_u16(),
        kind.map(|kind| kind.to_str().unwrap().to_owned()),
    )
}

#[test]
fn a_picture_is_served_by_its_bytes_with_its_policy() {
    let (_phone, media) = phone();
    assert_eq!(
        asked(&media, "Images/a.jpg"),
        (200, Some("image/jpeg".into()))
    );
    let response = answer(PictureSource {
        file: None,
        thumbnail: Some(png()),
    });
    assert_eq!(
        response.headers()[header::X_CONTENT_TYPE_OPTIONS],
        "nosniff"
    );
    assert_eq!(response.headers()[header::CONTENT_SECURITY_POLICY], POLICY);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "image/png");
}

#[test]
fn no_place_leaves_the_media_folder() {
    let (phone, media) = phone();
    for place in [
        "../secret.png",
        "Images/../../secret.png",
        "/etc/passwd",
        "./Images/../../secret.png",
        "",
    ] {
        assert_eq!(asked(&media, place).0, 404, "{place}");
    }
    let absolute = phone.path().join("secret.png");
    assert_eq!(asked(&media, absolute.to_str().unwrap()).0, 404);
}

#[test]
fn a_link_that_leads_outside_is_not_followed() {
    let (phone, media) = phone();
    std::os::unix::fs::symlink(
        phone.path().join("secret.png"),
        media.join("Images/link.png"),
    )
    .unwrap();
    std::os::unix::fs::symlink(phone.path(), media.join("up")).unwrap();
    std::os::unix::fs::symlink(media.join("Images/a.jpg"), media.join("inside.jpg")).unwrap();
    assert_eq!(asked(&media, "inside.jpg").0, 200);
    assert_eq!(asked(&media, "Images/link.png").0, 404);
    assert_eq!(asked(&media, "up/secret.png").0, 404);
}

#[test]
fn only_listed_formats_pass_whatever_the_name_says() {
    let (_phone, media) = phone();
    let files: [(&str, &[u8]); 6] = [
        (
            "svg.jpg",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        ),
        ("xml.png", b"<?xml version='1.0'?><svg/>"),
        ("page.gif", b"<!doctype html><script>1</script>"),
        ("riff.webp", b"RIFF\x10\0\0\0AVI LIST"),
        ("short.jpg", b"\xff\xd8"),
        ("empty.png", b""),
    ];
    for (name, bytes) in files {
        fs::write(media.join(name), bytes).unwrap();
        assert_eq!(asked(&media, name).0, 404, "{name}");
    }
    let allowed: [(&[u8], &str); 4] = [
        (b"GIF89a..", "image/gif"),
        (b"GIF87a..", "image/gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
    ];
    for (bytes, kind) in allowed {
        assert_eq!(sniff::picture_type(bytes), Some(kind));
    }
}

#[test]
fn a_file_that_is_no_picture_leaves_the_thumbnail() {
    let (_phone, media) = phone();
    fs::write(media.join("video.mp4"), b"\0\0\0\x18ftypmp42").unwrap();
    let response = answer(PictureSource {
        file: MediaFile::open(&media, Path::new("video.mp4")).ok(),
        thumbnail: Some(jpeg()),
    });
    assert_eq!(response.body(), &jpeg());
}

#[test]
fn a_file_beyond_the_bound_is_not_shown() {
    let (_phone, media) = phone();
    let file = fs::File::create(media.join("large.png")).unwrap();
    fs::write(media.join("large.png"), png()).unwrap();
    file.set_len(LARGEST + 1).unwrap();
    assert_eq!(asked(&media, "large.png").0, 404);
    file.set_len(LARGEST).unwrap();
    assert_eq!(asked(&media, "large.png").0, 200);
}

#[test]
fn folders_and_pipes_are_no_pictures() {
    let (_phone, media) = phone();
    assert_eq!(asked(&media, "Images").0, 404);
    let made = std::process::Command::new("mkfifo")
        .arg(media.join("pipe.jpg"))
        .status()
        .unwrap();
    assert!(made.success());
    assert_eq!(asked(&media, "pipe.jpg").0, 404);
}

#[test]
fn an_id_is_digits_and_nothing_else() {
    assert_eq!(message_id("/42"), Some(42));
    for path in [
        "/",
        "",
        "42",
        "/-1",
        "/+1",
        "/4/2",
        "/../42",
        "/%34",
        "/42?x",
        "/99999999999999999999",
    ] {
        assert_eq!(message_id(path), None, "{path}");
    }
}

#[test]
fn a_picture_that_claims_too_many_pixels_is_given_in_no_way() {
    let (_phone, media) = phone();
    // A GIF that says that it is 60,000 pixels wide and high.
    let mut bomb = b"GIF89a\x60\xea\x60\xea\0\0\0,\0\0\0\0".to_vec();
    bomb.extend(b"\x60\xea\x60\xea\0\x02\x02\x4c\x01\0;");
    fs::write(media.join("bomb.gif"), &bomb).unwrap();
    assert_eq!(asked(&media, "bomb.gif").0, 404);
    let small = PictureSource {
        file: None,
        thumbnail: Some(bomb),
    };
    assert_eq!(answer(small).status(), 404);
}
