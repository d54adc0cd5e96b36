//! Files on their way out: what is copied, what is refused, what a plot has to be.

use std::{fs, io};

use super::*;

#[test]
fn a_copy_has_the_ending_of_its_bytes_and_what_could_run_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let opened = Opened::in_folder(place.path().join("opened"));
    let file = place.path().join("media");
    let copied = |bytes: &[u8], name: &str| {
        fs::write(&file, bytes).unwrap();
        let copy = copy_for_another(&opened, found(&file, name))?;
        assert_eq!(fs::read(&copy).unwrap(), bytes);
        Ok::<_, CommandError>(copy.file_name().unwrap().to_str().unwrap().to_owned())
    };
    assert_eq!(copied(b"%PDF-1.7 x", "bill.exe").unwrap(), "bill.pdf");
    assert_eq!(copied(b"%PDF-1.7 x", "../../bill.pdf").unwrap(), "bill.pdf");
    // What is found in the archive counts, not what it is called.
    let macros =
        b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0word/vbaProject.bin";
    let plain =
        b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x11\0\0\0word/document.xml";
    assert_eq!(copied(plain, "bill.docx").unwrap(), "bill.docx");
    for (bytes, name) in [
        (&macros[..], "bill.docx"),
        (&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], "a.svg"),
        (b"<html>", "a.html"),
        (b"\x7fELF", "a.pdf"),
        (b"#!/bin/sh", "a.sh"),
    ] {
        let refused = copied(bytes, name).unwrap_err();
        assert_eq!(refused.code, ErrorCode::OnlySaved, "{name}");
    }
}

#[test]
fn a_saved_file_is_the_persons_alone_and_whole_or_not_there() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("saved.jpg");
    let shell = Shell::in_folder(&place.path().join("shell"));
    let since = shell.session.since();
    save(&shell, since, &b"bytes"[..], &path).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"bytes");
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    struct Broken(u8);
    impl Read for Broken {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            if self.0 > 3 {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            into.fill(7);
            Ok(into.len())
        }
    }
    assert!(save(&shell, since, Broken(0), &path).is_err());
    shell.session.close();
    let late = save(&shell, since, &b"late"[..], &path).unwrap_err();
    assert_eq!(late.code, ErrorCode::Cancelled);
    assert_eq!(fs::read(&path).unwrap(), b"bytes");
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn a_plot_is_a_png_of_a_bounded_size_with_a_clean_name() {
    let png = b"\x89PNG\r\n\x1a\n and so on";
    assert_eq!(plot(png, "Gr%C3%BC%C3%9Fe%2F2024").unwrap(), "2024.png");
    assert_eq!(
        plot(png, "messages%20per%20month").unwrap(),
        "messages per month.png"
    );
    assert_eq!(plot(png, "..").unwrap(), "plot.png");
    assert_eq!(plot(b"<svg/>", "a").unwrap_err().code, ErrorCode::Usage);
    let mut large = png.to_vec();
    large.resize(LARGEST_PLOT + 1, 0);
    assert_eq!(plot(&large, "a").unwrap_err().code, ErrorCode::TooLarge);
}

#[test]
fn a_file_without_a_name_is_named_by_its_kind_date_and_bytes() {
    let named = |name: Option<&str>, path: Option<&str>| {
        let row = MediaRow {
            name: name.map(str::to_owned),
            path: path.map(str::to_owned),
            ..MediaRow::default()
        };
        super::name(
            &row,
            (Kind::Image, Some(1_704_067_200_000)),
            b"\xff\xd8\xff\xe0",
        )
    };
    assert_eq!(named(Some("a.png"), Some("Media/b.jpg")), "a.png");
    assert_eq!(named(None, Some("Media/b.jpg")), "b.jpg");
    assert_eq!(named(Some("///"), None), "image-2024-01-01.jpg");
    assert_eq!(named(None, None), "image-2024-01-01.jpg");
}
