//! Media of made-up phones: how it is found, why it is missing, and what is shown of it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_backup::write::{
    CloudTail, cloud_media_digits, encrypt_cloud_media, encrypt_cloud_metadata,
};
use latchkey_demo::source::{Body, FileDraft, FileKind, PhoneSource, chat, phone};
use latchkey_index::{FoundHow, MediaRow, MessageId, MissingReason};
use latchkey_restore::{
    History, LinkMediaError, MediaCounts, MediaTrust, OpenMediaError, RestoreReport, link_media,
    restore,
};
use sha2::{Digest as _, Sha256};

use crate::fixture::{Desk, ROOT, files};

const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\0 a picture of a picnic";
const CLIP: &[u8] = b"\0\0\0\x18ftypmp42\0\0\0\0 a clip of a dog";
const WEBP: &[u8] = b"RIFF\x20\0\0\0WEBPVP8 a sticker of a duck";
const THUMBNAIL: &[u8] = b"\xff\xd8\xff\xe0 small";

fn file(path: &str, mime: &str, bytes: &[u8]) -> FileDraft {
    FileDraft {
        path: Some(path.to_owned()),
        exists: true,
        mime: mime.to_owned(),
        size: i64::try_from(bytes.len()).unwrap(),
        sha256: Some(Sha256::digest(bytes).into()),
        ..FileDraft::default()
    }
}

fn carrying(kind: FileKind, file: FileDraft) -> Body {
    Body::File {
        kind,
        caption: None,
        file,
    }
}

fn picture() -> Body {
    let picture = FileDraft {
        thumbnail: Some(THUMBNAIL.to_vec()),
        ..file(
            "Media/WhatsApp Images/IMG-20240317-WA0001.jpg",
            "image/jpeg",
            JPEG,
        )
    };
    carrying(FileKind::Image, picture)
}

fn sticker() -> Body {
    let file = file(
        "Media/WhatsApp Stickers/STK-20240317-WA0001.webp",
        "image/webp",
        WEBP,
    );
    carrying(FileKind::Sticker, file)
}

/// A picture, a clip and a sticker.
fn phone_with_media() -> PhoneSource {
    let clip = file(
        "Media/WhatsApp Video/VID-20240317-WA0002.mp4",
        "video/mp4",
        CLIP,
    );
    phone().with(
        chat("Ana")
            .sent("hi")
            .from_body("Ana", picture())
            .from_body("Ana", carrying(FileKind::Video, clip))
            .sent_body(sticker()),
    )
}

fn put(root: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = root.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Restores [`phone_with_media`], looking for media in `folder` of the desk.
fn restored(desk: &Desk, folder: Option<&str>) -> RestoreReport {
    let phone = phone_with_media();
    let backup = desk.backup(
        "WhatsApp/Databases/msgstore.db.crypt15",
        &phone,
        &ROOT,
        "21",
    );
    let mut request = desk.request(&backup, desk.new_target());
    request.media = folder.map(|folder| desk.path(folder));
    restore(request, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn linked(history: &mut History, folders: &[PathBuf]) -> MediaCounts {
    let go_on = &mut |_, _| ControlFlow::Continue(());
    link_media(history, folders, go_on).unwrap().media
}

/// The files of the history, by the kind of file.
fn rows(history: &History) -> Vec<MediaRow> {
    let ids = (1..100).filter_map(|id| history.index().media(MessageId(id)).unwrap());
    ids.collect()
}

fn row(history: &History, mime: &str) -> MediaRow {
    let rows = rows(history);
    rows.into_iter()
        .find(|row| row.mime.as_deref() == Some(mime))
        .unwrap()
}

fn shown(history: &History, message: MessageId) -> Result<(Vec<u8>, MediaTrust), OpenMediaError> {
    let mut file = history.open_media(message)?;
    let (trust, mut bytes) = (file.trust(), Vec::new());
    file.read_to_end(&mut bytes).unwrap();
    assert_eq!(file.len(), bytes.len() as u64);
    file.seek(SeekFrom::End(-4)).unwrap();
    let mut end = Vec::new();
    file.read_to_end(&mut end).unwrap();
    assert!(bytes.ends_with(&end) && end.len() == 4);
    Ok((bytes, trust))
}

fn adds_up(counts: &MediaCounts) {
    assert_eq!(counts.referenced, counts.found + counts.missing);
    assert_eq!(counts.found, counts.found_by.values().sum::<u64>());
    assert_eq!(
        counts.missing,
        counts.missing_by_reason.values().sum::<u64>()
    );
}

#[test]
fn files_are_found_by_path_by_name_and_by_content() {
    let desk = Desk::new();
    let root = desk.path("media");
    put(&root, "Media/WhatsApp Images/IMG-20240317-WA0001.jpg", JPEG);
    put(&root, "films/VID-20240317-WA0002.mp4", CLIP);
    put(&root, "films/a name nobody knows", WEBP);
    put(&root, "films/of the same size", &WEBP.to_ascii_uppercase());
    let report = restored(&desk, Some("media"));
    adds_up(&report.media);
    let expected = [FoundHow::Path, FoundHow::Name, FoundHow::Content].map(|how| (how, 1));
    assert_eq!(report.media.found_by, BTreeMap::from(expected));
    assert!(report.media.missing_by_reason.is_empty());
    let history = desk.history();
    for (mime, bytes) in [
        ("image/jpeg", JPEG),
        ("video/mp4", CLIP),
        ("image/webp", WEBP),
    ] {
        let row = row(&history, mime);
        assert_eq!(row.missing, None);
        let (shown, trust) = shown(&history, row.message).unwrap();
        assert_eq!((&shown[..], trust), (bytes, MediaTrust::Plain), "{mime}");
    }
    let json = serde_json::to_value(&report.media).unwrap();
    assert_eq!(json["found_by"]["content"], 1);
    assert_eq!(json["missing"], 0);
}

#[test]
fn without_a_folder_nothing_is_called_absent() {
    let desk = Desk::new();
    let report = restored(&desk, None);
    adds_up(&report.media);
    assert_eq!(
        report.media.missing_by_reason,
        BTreeMap::from([(MissingReason::NotLookedFor, 3)])
    );
    let json = serde_json::to_value(&report.media).unwrap();
    assert_eq!(json["found_by"]["path"], 0);
    assert_eq!(json["missing_by_reason"]["not_looked_for"], 3);
}

#[test]
fn a_better_folder_adds_and_a_folder_out_of_reach_loses_nothing() {
    let desk = Desk::new();
    let first = put(
        &desk.path("first"),
        "WhatsApp Images/IMG-20240317-WA0001.jpg",
        JPEG,
    );
    let report = restored(&desk, Some("first"));
    assert_eq!((report.media.found, report.media.missing), (1, 2));
    put(
        &desk.path("second"),
        "WhatsApp Video/VID-20240317-WA0002.mp4",
        CLIP,
    );
    let mut history = desk.history();
    let counts = linked(&mut history, &[desk.path("second")]);
    adds_up(&counts);
    assert_eq!((counts.found, counts.missing), (2, 1));
    // The stick with the first folder is pulled out: what was found on it is not forgotten.
    std::fs::rename(desk.path("first"), desk.path("pulled")).unwrap();
    assert_eq!(linked(&mut history, &[]).found, 2);
    let picture = row(&history, "image/jpeg").message;
    assert!(matches!(
        shown(&history, picture),
        Err(OpenMediaError::Io { .. })
    ));
    // Another folder has the file, too.
    put(&desk.path("third"), "IMG-20240317-WA0001.jpg", JPEG);
    assert_eq!(linked(&mut history, &[desk.path("third")]).found, 2);
    assert_eq!(shown(&history, picture).unwrap().0, JPEG);
    // It is back, and the file was deleted from the third folder: found where it was first.
    std::fs::rename(desk.path("pulled"), desk.path("first")).unwrap();
    std::fs::remove_file(desk.path("third/IMG-20240317-WA0001.jpg")).unwrap();
    assert_eq!(linked(&mut history, &[]).found, 2);
    std::fs::remove_file(first).unwrap();
    let counts = linked(&mut history, &[]);
    assert_eq!((counts.found, counts.missing), (1, 2));
    assert_eq!(counts.missing_by_reason[&MissingReason::Absent], 2);
}

#[test]
fn a_small_picture_stays_when_the_file_is_gone() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("empty")).unwrap();
    restored(&desk, Some("empty"));
    let history = desk.history();
    let row = row(&history, "image/jpeg");
    assert_eq!((row.found, row.thumbnail), (None, true));
    assert_eq!(row.missing, Some(MissingReason::Absent));
    let thumbnail = history.index().thumbnail(row.message).unwrap();
    assert_eq!(thumbnail.as_deref(), Some(THUMBNAIL));
    assert!(matches!(
        history.open_media(row.message),
        Err(OpenMediaError::NotFound)
    ));
}

#[test]
fn view_once_media_is_missing_because_it_was() {
    let desk = Desk::new();
    let once = FileDraft {
        mime: "image/jpeg".to_owned(),
        ..FileDraft::default()
    };
    let phone = phone().with(
        chat("Ana")
            .from_body("Ana", carrying(FileKind::ViewOnceImage, once))
            .from_body("Ana", picture()),
    );
    let backup = desk.backup("msgstore.db.crypt15", &phone, &ROOT, "21");
    let report = desk.restore(&backup, desk.new_target()).unwrap();
    adds_up(&report.media);
    assert_eq!(report.media.missing_by_reason[&MissingReason::ViewOnce], 1);
}

/// The folder of a cloud download: digits for names, metadata for one of the files.
fn cloud_download(desk: &Desk, root: &[u8; 32], tail: CloudTail) {
    let folder = desk.path("cloud");
    for (path, bytes, named) in [
        ("Media/WhatsApp Images/IMG-20240317-WA0001.jpg", JPEG, true),
        ("Media/WhatsApp Video/VID-20240317-WA0002.mp4", CLIP, false),
    ] {
        let digits = cloud_media_digits(root, path, &[7; 16]);
        let encrypted = encrypt_cloud_media(root, &digits, bytes, tail).unwrap();
        put(&folder, &format!("Media/{digits}.mcrypt1"), &encrypted);
        if named {
            let json = serde_json::json!({"name": path, "updateTime": "2026-11-22T10:00:00Z"});
            let text = encrypt_cloud_metadata(root, &[9; 16], &json.to_string());
            put(
                &folder,
                &format!("Media/{digits}.mcrypt1-metadata"),
                text.as_bytes(),
            );
        }
    }
}

#[test]
fn files_of_a_cloud_download_are_decrypted_when_they_are_looked_at_and_lie_nowhere_in_clear() {
    for tail in [CloudTail::Tag, CloudTail::Nothing] {
        let desk = Desk::new();
        cloud_download(&desk, &ROOT, tail);
        let report = restored(&desk, Some("cloud"));
        assert_eq!(report.media.found_by[&FoundHow::Encrypted], 2, "{tail:?}");
        let history = desk.history();
        for (mime, bytes) in [("image/jpeg", JPEG), ("video/mp4", CLIP)] {
            let row = row(&history, mime);
            assert!(row.found.unwrap().ends_with(".mcrypt1"));
            let (shown, trust) = shown(&history, row.message).unwrap();
            assert_eq!(
                (&shown[..], trust),
                (bytes, MediaTrust::Verified),
                "{tail:?} {mime}"
            );
        }
        for (path, bytes) in files(desk.root.path()) {
            let clear = bytes
                .windows(16)
                .any(|part| part == &JPEG[10..26] || part == &CLIP[15..31]);
            assert!(!clear, "{}", path.display());
        }
    }
}

#[test]
fn a_large_file_of_a_download_is_decrypted_into_nameless_storage() {
    let mut film = CLIP.to_vec();
    film.resize(65 << 20, 0);
    let path = "Media/WhatsApp Video/VID-20240317-WA0003.mp4";
    let body = carrying(FileKind::Video, file(path, "video/mp4", &film));
    let desk = Desk::new();
    let digits = cloud_media_digits(&ROOT, path, &[7; 16]);
    let encrypted = encrypt_cloud_media(&ROOT, &digits, &film, CloudTail::Nothing).unwrap();
    put(
        &desk.path("cloud"),
        &format!("{digits}.mcrypt1"),
        &encrypted,
    );
    let phone = phone().with(chat("Ana").from_body("Ana", body));
    let backup = desk.backup("msgstore.db.crypt15", &phone, &ROOT, "21");
    let mut request = desk.request(&backup, desk.new_target());
    request.media = Some(desk.path("cloud"));
    restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
    let history = desk.history();
    let before = files(desk.root.path()).len();
    let message = row(&history, "video/mp4").message;
    let mut shown = history.open_media(message).unwrap();
    assert_eq!(shown.trust(), MediaTrust::Verified);
    assert_eq!(files(desk.root.path()).len(), before);
    let mut bytes = Vec::new();
    shown.read_to_end(&mut bytes).unwrap();
    assert!(bytes == film);
}

#[test]
fn files_of_somebody_elses_download_are_not_found() {
    let desk = Desk::new();
    cloud_download(&desk, &[0x43; 32], CloudTail::Tag);
    let report = restored(&desk, Some("cloud"));
    assert_eq!((report.media.found, report.media.missing), (0, 3));
}

#[test]
fn a_media_folder_that_was_exchanged_for_a_link_is_not_looked_into() {
    let desk = Desk::new();
    cloud_download(&desk, &ROOT, CloudTail::Tag);
    restored(&desk, Some("cloud"));
    let history = desk.history();
    let message = row(&history, "image/jpeg").message;
    assert!(history.open_media(message).is_ok());
    std::fs::rename(desk.path("cloud"), desk.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(desk.path("elsewhere"), desk.path("cloud")).unwrap();
    let refused = history.open_media(message);
    assert!(
        matches!(refused, Err(OpenMediaError::Io { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_download_that_was_exchanged_after_it_was_found_is_refused() {
    let desk = Desk::new();
    cloud_download(&desk, &ROOT, CloudTail::Nothing);
    restored(&desk, Some("cloud"));
    let history = desk.history();
    let row = row(&history, "image/jpeg");
    put(&desk.path("cloud"), &row.found.unwrap(), &[0x55; 4000]);
    let refused = history.open_media(row.message);
    assert!(
        matches!(refused, Err(OpenMediaError::Decrypt(_))),
        "{refused:?}"
    );
}

/// An archive of stickers as the app keeps it: members have names that mean nothing to us.
fn sticker_archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn encrypted_beside(desk: &Desk, name: &str, bytes: &[u8]) {
    let plain = put(desk.root.path(), "plain", bytes);
    desk.encrypt(name, &plain, &ROOT, "21");
    std::fs::remove_file(plain).unwrap();
}

#[test]
fn a_sticker_comes_from_the_apps_own_backup_of_stickers() {
    let archive = sticker_archive(&[
        ("../../../etc/passwd", b"root"),
        ("/abs\u{1b}[2J/one.webp", &[b'x'; 5000]),
        ("two.webp", WEBP),
    ]);
    for (name, bytes) in [
        ("WhatsApp/Backups/stickers.db.crypt15", &archive[..]),
        ("WhatsApp/Backups/Stickers/b7f2.webp.crypt15", WEBP),
    ] {
        let desk = Desk::new();
        encrypted_beside(&desk, name, bytes);
        let report = restored(&desk, None);
        assert_eq!(report.media.found_by[&FoundHow::Kept], 1, "{name}");
        let history = desk.history();
        let row = row(&history, "image/webp");
        let (shown, trust) = shown(&history, row.message).unwrap();
        assert_eq!((&shown[..], trust), (WEBP, MediaTrust::Verified));
        // It is in the index: the backup may be gone.
        std::fs::remove_dir_all(desk.path("WhatsApp")).unwrap();
        assert!(history.open_media(row.message).is_ok());
        for (path, bytes) in files(desk.root.path()) {
            let clear = bytes.windows(16).any(|part| part == &WEBP[16..32]);
            assert!(!clear, "{}", path.display());
        }
    }
}

#[test]
fn a_bomb_among_the_stickers_does_no_harm() {
    let zeros = vec![0; 40 << 20];
    let mut archive = sticker_archive(&[("bomb.webp", &zeros), ("good.webp", WEBP)]);
    // The directory says that the bomb has the size of the sticker.
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let said = u32::try_from(WEBP.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..archive.len() - 4)
        .filter(|at| archive[*at..at + 4] == size)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        archive[at..at + 4].copy_from_slice(&said);
    }
    let desk = Desk::new();
    encrypted_beside(&desk, "WhatsApp/Backups/stickers.db.crypt15", &archive);
    encrypted_beside(
        &desk,
        "WhatsApp/Backups/stickers_db.bak.crypt15",
        b"PK\x03\x04 not a zip at all",
    );
    let report = restored(&desk, None);
    assert_eq!(report.media.found_by.get(&FoundHow::Kept), Some(&1));
}

#[test]
fn a_later_backup_looks_where_media_was_found_before() {
    let desk = Desk::new();
    put(
        &desk.path("media"),
        "WhatsApp Images/IMG-20240317-WA0001.jpg",
        JPEG,
    );
    restored(&desk, Some("media"));
    put(
        &desk.path("media"),
        "WhatsApp Video/VID-20240317-WA0002.mp4",
        CLIP,
    );
    let backup = desk.path("WhatsApp/Databases/msgstore.db.crypt15");
    let report = desk.restore(&backup, desk.history().into_target()).unwrap();
    assert_eq!(report.media.found, 2);
}

#[test]
fn linking_can_be_stopped_and_keeps_what_it_found() {
    let desk = Desk::new();
    restored(&desk, None);
    put(&desk.path("media"), "IMG-20240317-WA0001.jpg", JPEG);
    let mut history = desk.history();
    let stop = &mut |_, _| ControlFlow::Break(());
    let stopped = link_media(&mut history, &[desk.path("media")], stop);
    assert!(matches!(stopped, Err(LinkMediaError::Cancelled)));
    assert_eq!(
        linked(&mut history, &[]).found,
        1,
        "the folder is remembered"
    );
    let nowhere = link_media(&mut history, &[desk.path("nowhere")], &mut |_, _| {
        ControlFlow::Continue(())
    });
    assert!(matches!(nowhere, Err(LinkMediaError::Folder { .. })));
    assert_eq!(history.index().media_totals().unwrap().referenced, 3);
}
