use super::*;

fn place(path: &Path) -> Result<(), KitPlaceError> {
    kit_place(path, Path::new("/nowhere/index"), None)
}

fn cloud(provider: &'static str) -> Result<(), KitPlaceError> {
    Err(KitPlaceError::CloudFolder { provider })
}

#[test]
fn folders_of_every_known_cloud_are_refused() {
    for (folder, provider) in [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("dropbox", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Contoso", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-ana@example.org", "Google Drive"),
        ("google-drive:host=example.org,user=ana", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("Insync", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Nextcloud2", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("iCloud Drive", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Mobile Documents", "iCloud"),
        ("CloudStorage", "iCloud"),
        ("pCloudDrive", "pCloud"),
        ("pCloud Drive", "pCloud"),
        ("pCloudSync", "pCloud"),
        ("MEGA", "MEGA"),
        ("MEGAsync", "MEGA"),
        ("Box", "Box"),
        ("Box Sync", "Box"),
        ("Syncthing", "Syncthing"),
        ("Sync", "Sync.com"),
        ("Resilio Sync", "Resilio Sync"),
        ("Seafile", "Seafile"),
        ("SeaDrive", "Seafile"),
        ("Proton Drive", "Proton Drive"),
        ("ProtonDrive-ana@example.org-folder", "Proton Drive"),
        ("Tresorit Drive", "Tresorit"),
        ("SpiderOak Hive", "SpiderOak"),
        ("Yandex.Disk", "Yandex Disk"),
        ("kDrive", "kDrive"),
        ("HiDrive", "HiDrive"),
        ("MagentaCLOUD", "MagentaCLOUD"),
        ("Jottacloud", "Jottacloud"),
        ("Koofr", "Koofr"),
        ("Filen", "Filen"),
        ("Internxt Drive", "Internxt"),
        ("IDrive-Sync", "IDrive"),
        ("Amazon Drive", "Amazon Drive"),
        ("Cozy Drive", "Cozy"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let inside = home.path().join(folder).join("papers/kit.html");
        assert_eq!(place(&inside), cloud(provider), "{folder}, not there yet");
        std::fs::create_dir_all(parent_of(&inside)).unwrap();
        assert_eq!(place(&inside), cloud(provider), "{folder}");
    }
}

#[test]
fn ordinary_folders_are_allowed() {
    let home = tempfile::tempdir().unwrap();
    for folder in [
        "Documents",
        "Desktop",
        "boxes",
        "Box of letters",
        "megaphone",
        "synced",
        "Dropboxes",
        "Papers",
        "Nextclouds",
        "USB STICK",
    ] {
        // What sync programs keep in a home folder says nothing of the folders in it.
        for settings in [".dropbox", ".sync", ".config/syncthing"] {
            std::fs::create_dir_all(home.path().join(settings)).unwrap();
        }
        let folder = home.path().join(folder);
        assert_eq!(place(&folder.join("kit.txt")), Ok(()), "{folder:?}");
        std::fs::create_dir(&folder).unwrap();
        assert_eq!(place(&folder.join("kit.txt")), Ok(()), "{folder:?}");
    }
}

#[test]
fn a_renamed_cloud_folder_is_known_by_what_its_program_left_in_it() {
    for (mark, provider) in [
        (".dropbox.cache", "Dropbox"),
        (".tmp.driveupload", "Google Drive"),
        (".nextcloudsync.log", "Nextcloud"),
        (".sync_0a1b2c.db", "Nextcloud"),
        ("._sync_0a1b2c.db", "Nextcloud"),
        (".stfolder", "Syncthing"),
        (".megaignore", "MEGA"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("Work");
        std::fs::create_dir_all(root.join("deep/deeper")).unwrap();
        std::fs::write(root.join(mark), b"").unwrap();
        assert_eq!(place(&root.join("kit.txt")), cloud(provider), "{mark}");
        let deep = root.join("deep/deeper/kit.txt");
        assert_eq!(place(&deep), cloud(provider), "{mark}, below");
    }
}

#[test]
fn links_are_followed_in_both_directions() {
    use std::os::unix::fs::symlink;
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    std::fs::create_dir_all(path("Dropbox/papers")).unwrap();
    symlink(path("Dropbox/papers"), path("papers")).unwrap();
    assert_eq!(place(&path("papers/kit.txt")), cloud("Dropbox"));
    // The cloud's own folder can be the link.
    std::fs::create_dir(path("disk")).unwrap();
    symlink(path("disk"), path("Nextcloud")).unwrap();
    assert_eq!(place(&path("Nextcloud/kit.txt")), cloud("Nextcloud"));
    // The kit's own name can be a link, to a file or to nothing yet.
    std::fs::write(path("Dropbox/there.txt"), b"").unwrap();
    symlink(path("Dropbox/there.txt"), path("a.txt")).unwrap();
    assert_eq!(place(&path("a.txt")), cloud("Dropbox"));
    symlink("Dropbox/not yet.txt", path("b.txt")).unwrap();
    assert_eq!(place(&path("b.txt")), cloud("Dropbox"));
    // Links in a circle end, too.
    symlink(path("d.txt"), path("c.txt")).unwrap();
    symlink(path("c.txt"), path("d.txt")).unwrap();
    let _ = place(&path("c.txt"));
}

#[test]
fn the_kit_does_not_lie_with_what_it_opens() {
    use std::os::unix::fs::symlink;
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    for folder in ["data/histories/h1", "phone/old", "elsewhere"] {
        std::fs::create_dir_all(path(folder)).unwrap();
    }
    symlink(path("data"), path("linked data")).unwrap();
    symlink(path("phone"), path("linked phone")).unwrap();
    let judge = |kit: &str, index: &str, backup: &str| {
        kit_place(&path(kit), &path(index), Some(&path(backup)))
    };
    let backup = "phone/msgstore.db.crypt15";
    for index in ["data", "data/histories/h1", "linked data"] {
        for kit in [
            "data/histories/h1/kit.txt",
            "linked data/histories/h1/kit.txt",
        ] {
            let judged = judge(kit, index, backup);
            assert_eq!(judged, Err(KitPlaceError::InsideIndex), "{kit} {index}");
        }
    }
    for kit in [
        "phone/kit.txt",
        "phone/old/kit.txt",
        "linked phone/kit.txt",
        "elsewhere/../phone/kit.txt",
    ] {
        for backup in [backup, "linked phone/msgstore.db.crypt15"] {
            let judged = judge(kit, "data", backup);
            assert_eq!(judged, Err(KitPlaceError::BesideBackup), "{kit} {backup}");
        }
    }
    assert_eq!(judge("elsewhere/kit.txt", "data", backup), Ok(()));
    assert_eq!(judge("kit.txt", "data", backup), Ok(()));
    assert_eq!(KitPlaceError::BesideBackup.code(), ErrorCode::Usage);
}
