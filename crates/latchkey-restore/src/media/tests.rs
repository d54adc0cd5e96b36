//! Claims about finding media without ever leaving the folder.

use std::io::Read as _;

use latchkey_index::FoundHow;

use super::folder::{Finding, Wanted};
use super::opening::{Look, MediaRoot};
use super::*;

fn tree(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file.as_bytes()).unwrap();
    }
    folder
}

fn look(root: &Path, wanted: Wanted<'_>) -> Finding {
    MediaFolder::open(root).unwrap().find(&wanted)
}

fn find(root: &Path, stored: &str) -> Option<String> {
    find_sized(root, stored, None)
}

fn find_sized(root: &Path, stored: &str, size: Option<u64>) -> Option<String> {
    let wanted = Wanted {
        path: Some(stored),
        size,
        ..Wanted::default()
    };
    match look(root, wanted) {
        Finding::Found { place, .. } => Some(place),
        _ => None,
    }
}

fn link(to: impl AsRef<Path>, at: impl AsRef<Path>) {
    std::os::unix::fs::symlink(to, at).unwrap();
}

fn pipe(at: &Path) {
    let made = std::process::Command::new("mkfifo").arg(at).status();
    assert!(made.unwrap().success());
}

const STORED: &str = "Media/WhatsApp Images/IMG-20240317-WA0001.jpg";

#[test]
fn whatever_part_of_the_tree_the_person_has_is_enough() {
    let phone = tree(&["WhatsApp/Media/WhatsApp Images/IMG-20240317-WA0001.jpg"]);
    let inside = |part: &str| phone.path().join(part);
    assert_eq!(find(&inside("WhatsApp"), STORED).as_deref(), Some(STORED));
    assert_eq!(
        find(&inside("WhatsApp/Media"), STORED).as_deref(),
        Some("WhatsApp Images/IMG-20240317-WA0001.jpg")
    );
    assert_eq!(
        find(&inside("WhatsApp/Media/WhatsApp Images"), STORED).as_deref(),
        Some("IMG-20240317-WA0001.jpg")
    );
    let whole = find(phone.path(), STORED);
    assert_eq!(
        whole.as_deref(),
        Some("WhatsApp/Media/WhatsApp Images/IMG-20240317-WA0001.jpg")
    );
}

#[test]
fn of_two_files_of_one_name_the_one_of_the_right_size_is_found_and_without_a_size_neither() {
    let other =
        "com.whatsapp.w4b/WhatsApp Business/Media/WhatsApp Business Images/IMG-20240317-WA0001.jpg";
    let phone = tree(&[
        "WhatsApp/Media/WhatsApp Images/IMG-20240317-WA0001.jpg",
        other,
    ]);
    let size = |place: &str| Some(place.len() as u64);
    let own = format!("WhatsApp/{STORED}");
    assert_eq!(find_sized(phone.path(), STORED, size(&own)), Some(own));
    assert_eq!(
        find_sized(phone.path(), STORED, size(other)).as_deref(),
        Some(other)
    );
    for unknown in [None, Some(0)] {
        assert_eq!(find_sized(phone.path(), STORED, unknown), None);
    }
    // One file under two names is one file.
    let phone = tree(&[STORED]);
    link(phone.path(), phone.path().join("WhatsApp"));
    assert_eq!(find(phone.path(), STORED).as_deref(), Some(STORED));
}

#[test]
fn an_absolute_path_of_the_phone_counts_from_media_on() {
    let phone = tree(&["WhatsApp Images/a.jpg"]);
    let stored =
        "/storage/emulated/0/Android/media/com.whatsapp/WhatsApp/Media/WhatsApp Images/a.jpg";
    assert_eq!(
        find(phone.path(), stored).as_deref(),
        Some("WhatsApp Images/a.jpg")
    );
}

#[test]
fn no_path_leaves_the_folder() {
    let outer = tree(&["secret.txt", "media/a.jpg"]);
    let root = outer.path().join("media");
    for stored in [
        "../secret.txt",
        "Media/../../secret.txt",
        "/etc/passwd",
        "..",
        "",
        "/",
        "Media/..",
    ] {
        assert_eq!(find(&root, stored), None, "{stored}");
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let outer = tree(&["secret.jpg", "media/real.jpg", "out/b.jpg"]);
    let root = outer.path().join("media");
    std::os::unix::fs::symlink(outer.path().join("secret.jpg"), root.join("link.jpg")).unwrap();
    std::os::unix::fs::symlink(outer.path().join("out"), root.join("folder")).unwrap();
    std::os::unix::fs::symlink(root.join("real.jpg"), root.join("inside.jpg")).unwrap();
    assert_eq!(find(&root, "link.jpg"), None);
    assert_eq!(find(&root, "folder/b.jpg"), None);
    assert_eq!(find(&root, "inside.jpg").as_deref(), Some("inside.jpg"));
}

#[test]
fn one_name_in_two_places_is_decided_by_size_or_not_at_all() {
    let phone = tree(&["x/one/DOC.pdf", "x/four/DOC.pdf"]);
    let size = |size| find_sized(phone.path(), "Media/DOC.pdf", size);
    assert_eq!(size(None), None);
    assert_eq!(
        size(Some("x/four/DOC.pdf".len() as u64)).as_deref(),
        Some("x/four/DOC.pdf")
    );
    assert_eq!(size(Some(1)), None);
}

#[test]
fn a_media_folder_beside_the_databases_is_suggested() {
    let phone = tree(&[
        "WhatsApp/Databases/msgstore.db.crypt15",
        "WhatsApp/Media/a.jpg",
    ]);
    let backup = phone.path().join("WhatsApp/Databases/msgstore.db.crypt15");
    let expected = phone.path().join("WhatsApp/Media").canonicalize().unwrap();
    assert_eq!(suggested_media(&backup), Some(expected));
    assert_eq!(
        suggested_media(&phone.path().join("elsewhere/msgstore.db.crypt15")),
        None
    );
}

#[test]
fn an_endless_stored_path_is_not_looked_for() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.jpg"), b"x").unwrap();
    let endless = "Media/".to_owned() + &"a/".repeat(10_000_000) + "a.jpg";
    assert_eq!(find(folder.path(), &endless), None);
    assert_eq!(
        find(folder.path(), "Media/x/a.jpg").as_deref(),
        Some("a.jpg")
    );
    assert_eq!(
        find(folder.path(), "Media/x\0/a.jpg").as_deref(),
        Some("a.jpg")
    );
}

#[test]
fn the_newer_place_and_the_other_edition_are_variants_of_a_path() {
    let newer = "Android/media/com.whatsapp/WhatsApp/Media/WhatsApp Images/a.jpg";
    let phone = tree(&[newer, "elsewhere/a.jpg"]);
    assert_eq!(
        find(phone.path(), "Media/WhatsApp Images/a.jpg").as_deref(),
        Some(newer)
    );
    let business = "WhatsApp Business/Media/WhatsApp Business Images/b.jpg";
    let phone = tree(&[business, "elsewhere/b.jpg"]);
    assert_eq!(
        find(phone.path(), "Media/WhatsApp Images/b.jpg").as_deref(),
        Some(business)
    );
    let personal = "Media/WhatsApp Images/c.jpg";
    let phone = tree(&[personal, "elsewhere/c.jpg"]);
    assert_eq!(
        find(phone.path(), "WhatsApp Business Images/c.jpg").as_deref(),
        Some(personal)
    );
}

#[test]
fn a_bare_dot_or_no_extension_is_found_by_what_the_file_is() {
    for (stored, there) in [
        (
            "Media/WhatsApp Documents/DOC-1.",
            "WhatsApp Documents/DOC-1",
        ),
        (
            "Media/WhatsApp Documents/DOC-1.",
            "WhatsApp Documents/DOC-1.pdf",
        ),
        (
            "Media/WhatsApp Documents/DOC-1",
            "WhatsApp Documents/DOC-1.pdf",
        ),
        (
            "Media/WhatsApp Documents/DOC-1.",
            "WhatsApp Documents/DOC-1.",
        ),
    ] {
        let phone = tree(&[there]);
        let wanted = Wanted {
            path: Some(stored),
            mime: Some("application/pdf"),
            ..Wanted::default()
        };
        let place = there.to_owned();
        let how = FoundHow::Path;
        assert_eq!(
            look(phone.path(), wanted),
            Finding::Found { place, how },
            "{stored}"
        );
    }
}

#[test]
fn a_name_is_found_in_another_case_and_normal_form_as_a_last_try() {
    let phone = tree(&["x/Cafe\u{301}.PDF"]);
    assert_eq!(
        find(phone.path(), "Media/y/caf\u{e9}.pdf").as_deref(),
        Some("x/Cafe\u{301}.PDF")
    );
}

#[test]
fn the_name_shown_to_people_counts_only_with_the_right_size() {
    let phone = tree(&["x/report.pdf"]);
    let wanted = |size| Wanted {
        path: Some("Media/WhatsApp Documents/DOC-20240317-WA0001.pdf"),
        name: Some("report.pdf"),
        size,
        ..Wanted::default()
    };
    assert_eq!(look(phone.path(), wanted(None)), Finding::Nothing);
    assert!(matches!(
        look(phone.path(), wanted(Some(12))),
        Finding::Found {
            how: FoundHow::Name,
            ..
        }
    ));
}

/// Another phone can have another picture of the same name in the same place.
#[test]
fn a_file_of_another_size_is_taken_last_and_is_called_so() {
    let phone = tree(&["Media/WhatsApp Images/a.jpg", "copies/a.jpg"]);
    let wanted = |size| Wanted {
        path: Some("Media/WhatsApp Images/a.jpg"),
        size: Some(size),
        ..Wanted::default()
    };
    let found = |place: &str, how| Finding::Found {
        place: place.to_owned(),
        how,
    };
    assert_eq!(
        look(phone.path(), wanted(27)),
        found("Media/WhatsApp Images/a.jpg", FoundHow::Path)
    );
    assert_eq!(
        look(phone.path(), wanted(12)),
        found("copies/a.jpg", FoundHow::Name)
    );
    assert_eq!(
        look(phone.path(), wanted(5)),
        found("Media/WhatsApp Images/a.jpg", FoundHow::OtherSize)
    );
}

#[test]
fn what_cannot_be_used_is_told_from_what_is_not_there() {
    let outer = tree(&["secret.jpg", "media/real.jpg"]);
    let root = outer.path().join("media");
    link(outer.path().join("secret.jpg"), root.join("out.jpg"));
    link("nowhere.jpg", root.join("broken.jpg"));
    pipe(&root.join("pipe.jpg"));
    let socket = std::os::unix::net::UnixListener::bind(root.join("socket.jpg")).unwrap();
    std::fs::create_dir(root.join("folder.jpg")).unwrap();
    for name in [
        "out.jpg",
        "broken.jpg",
        "pipe.jpg",
        "socket.jpg",
        "folder.jpg",
    ] {
        let wanted = Wanted {
            path: Some(name),
            ..Wanted::default()
        };
        assert_eq!(look(&root, wanted), Finding::Unusable, "{name}");
        assert!(open_media(&root, Path::new(name)).is_err(), "{name}");
    }
    assert_eq!(find(&root, "nothing.jpg"), None);
    drop(socket);
}

#[test]
fn only_what_lies_inside_is_opened_whatever_happened_meanwhile() {
    let outer = tree(&["secret.jpg", "out/b.jpg", "media/a/b.jpg", "media/real.jpg"]);
    let root = outer.path().join("media");
    let text = |place: &str| -> std::io::Result<String> {
        let mut text = String::new();
        open_media(&root, Path::new(place))?.read_to_string(&mut text)?;
        Ok(text)
    };
    assert_eq!(text("a/b.jpg").unwrap(), "media/a/b.jpg");
    link("real.jpg", root.join("inside.jpg"));
    assert_eq!(text("inside.jpg").unwrap(), "media/real.jpg");
    // The folder was exchanged for a link after the file was found.
    std::fs::rename(root.join("a"), root.join("was")).unwrap();
    link(outer.path().join("out"), root.join("a"));
    assert!(text("a/b.jpg").is_err());
    let absolute = outer.path().join("secret.jpg");
    for place in [
        "",
        ".",
        "..",
        "../secret.jpg",
        "was/../../secret.jpg",
        absolute.to_str().unwrap(),
    ] {
        assert!(text(place).is_err(), "{place}");
    }
}

#[test]
fn a_remembered_folder_that_has_become_a_link_is_refused() {
    let outer = tree(&["media/a.jpg", "other/a.jpg", "above/media/a.jpg"]);
    let real = outer.path().canonicalize().unwrap();
    let root = MediaRoot::open_again(&real.join("media")).unwrap();
    assert!(MediaFolder::open_again(&real.join("above/media")).is_ok());
    std::fs::rename(real.join("media"), real.join("was")).unwrap();
    link(real.join("other"), real.join("media"));
    assert!(MediaRoot::open_again(&real.join("media")).is_err());
    // Also where it happens while the folder is in use.
    assert!(root.open_file(Path::new("a.jpg")).is_err());
    assert_eq!(root.look(Path::new("a.jpg")), Look::Unusable);
    // Or where a folder above it becomes one.
    std::fs::rename(real.join("above"), real.join("there")).unwrap();
    link(real.join("there"), real.join("above"));
    assert!(MediaFolder::open_again(&real.join("above/media")).is_err());
    // Whoever points to a link means the folder that it leads to.
    assert!(MediaFolder::open(&real.join("media")).is_ok());
}

#[test]
fn folders_of_the_system_hold_nobodys_media() {
    assert!(MediaFolder::open(Path::new("/proc")).is_err());
    assert!(MediaFolder::open(Path::new("/sys")).is_err());
    assert!(MediaFolder::open(Path::new("/etc/hostname")).is_err());
    let root = MediaRoot::open(Path::new("/")).unwrap();
    assert_eq!(root.look(Path::new("dev/null")), Look::Unusable);
}
