//! Claims about finding media without ever leaving the folder.

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

fn find(root: &Path, stored: &str) -> Option<String> {
    MediaFolder::open(root).unwrap().find(stored, None)
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
    let mut folder = MediaFolder::open(phone.path()).unwrap();
    assert_eq!(folder.find("Media/DOC.pdf", None), None);
    assert_eq!(
        folder
            .find("Media/DOC.pdf", Some("x/four/DOC.pdf".len() as u64))
            .as_deref(),
        Some("x/four/DOC.pdf")
    );
    assert_eq!(folder.find("Media/DOC.pdf", Some(1)), None);
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
    let mut media = MediaFolder::open(folder.path()).unwrap();
    let endless = "Media/".to_owned() + &"a/".repeat(10_000_000) + "a.jpg";
    assert_eq!(media.find(&endless, None), None);
    assert_eq!(media.find("Media/x/a.jpg", None).as_deref(), Some("a.jpg"));
}
