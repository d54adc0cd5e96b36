//! A disk that is really full while a slot is removed: the history is as it was.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;

use latchkey_keyring::LockedKeyring;
use latchkey_restore::{
    ErrorCode, HasCode, History, RekeyError, Seen, change_keyring, copy_history, remove_slot,
};

use crate::fixture::{Desk, files, names, now};
use crate::removing::{holds_the_chats, on, slot_of, with_two_kits};

/// A small disk of its own, taken away at the end.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// `None`, said aloud, where this user may not mount one.
    #[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
    fn new(at: PathBuf, kib: u64) -> Option<Self> {
        std::fs::create_dir(&at).unwrap();
        let size = format!("size={kib}k");
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(&at)
            .output();
        if mount.is_ok_and(|done| done.status.success()) {
            return Some(Self(at));
        }
        eprintln!("skipped: this user may not mount a small disk");
        None
    }

    /// Not a byte is left afterwards.
    fn fill(&self) {
        use std::io::Write;
        let mut ballast = std::fs::File::create(self.0.join("ballast")).unwrap();
        for size in [1 << 16, 1 << 12, 1] {
            while ballast.write_all(&vec![7; size]).is_ok() {}
        }
    }

    fn clear(&self) {
        std::fs::remove_file(self.0.join("ballast")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

struct Scene {
    desk: Desk,
    slot: String,
    dir: PathBuf,
    seen: Seen,
    disk: SmallDisk,
}

impl Scene {
    fn new() -> Option<Self> {
        let (desk, removed) = with_two_kits();
        let disk = SmallDisk::new(desk.path("disk"), 4096)?;
        let dir = desk.path("disk").join("history");
        copy_history(&desk.dir(), &dir, &mut on).unwrap();
        let slot = slot_of(desk.history().keyring(), &removed);
        let seen = Seen::at(&desk.path("seen elsewhere.json"));
        seen.trust(desk.history().keyring(), 0).unwrap();
        Some(Self {
            desk,
            slot,
            dir,
            seen,
            disk,
        })
    }

    fn open(&self) -> History {
        History::open(&self.dir, &self.desk.kit.identity(), &self.seen, now()).unwrap()
    }
}

fn kept(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = files(dir);
    files.retain(|(path, _)| path.extension().is_none_or(|end| end != "lock"));
    files
}

#[test]
fn a_disk_that_fills_up_at_any_step_leaves_the_old_state() {
    let Some(scene) = Scene::new() else { return };
    let mut history = scene.open();
    let before = kept(&scene.dir);
    let mut steps = Vec::new();
    // 0: full before it begins; later: it fills up after that step of writing, the last one just before the keyring.
    for fill_at in 0..100 {
        let mut step = 0;
        if fill_at == 0 {
            scene.disk.fill();
        }
        let mut fill_up = |done: u64, total: u64| {
            step += 1;
            if step == fill_at {
                scene.disk.fill();
            }
            let _ = (done, total);
            ControlFlow::Continue(())
        };
        let done = remove_slot(&mut history, &scene.slot, &scene.seen, now(), &mut fill_up);
        if done.is_ok() {
            break;
        }
        let error = done.unwrap_err();
        assert_eq!(error.code(), ErrorCode::NoSpace, "{error:?}");
        assert!(error.needed().unwrap() > 0);
        steps.push(matches!(error, RekeyError::Save(_)));
        scene.disk.clear();
        assert_eq!(kept(&scene.dir), before, "filled at {fill_at}");
        assert_eq!(history.keyring().slots().len(), 2);
        holds_the_chats(&history);
    }
    assert!(steps.len() >= 3 && !steps[0], "{steps:?}");
    assert_eq!(
        steps.last(),
        Some(&true),
        "the keyring was the last to fail"
    );
    // With room it is done.
    assert!(!history.rekey_is_pending());
    drop(history);
    holds_the_chats(&scene.open());
    assert_eq!(scene.open().keyring().slots().len(), 1);
}

#[test]
fn without_room_what_was_cut_off_still_opens_and_waits() {
    let Some(scene) = Scene::new() else { return };
    let keyring = LockedKeyring::read(&scene.dir.join("keyring.latchkey")).unwrap();
    let mut keyring = keyring.open(&scene.desk.kit.identity()).unwrap();
    keyring.remove_slot(&scene.slot, now()).unwrap();
    keyring.save(&scene.dir.join("keyring.latchkey")).unwrap();
    scene.disk.fill();
    let history = scene.open();
    assert!(history.rekey_is_pending());
    holds_the_chats(&history);
    drop(history);
    scene.disk.clear();
    let history = scene.open();
    assert!(!history.rekey_is_pending());
    holds_the_chats(&history);
    drop(history);
    let whole = ["history.lock", "keyring.latchkey", "search.db", "tables.db"];
    assert_eq!(names(&scene.dir), whole);
}

#[test]
fn a_change_that_finds_no_room_is_not_in_memory_either() {
    let Some(scene) = Scene::new() else { return };
    let mut history = scene.open();
    let before = kept(&scene.dir);
    let rename = |keyring: &mut latchkey_keyring::OpenKeyring| {
        keyring.rename_slot(&scene.slot, "another name")
    };
    scene.disk.fill();
    let full = change_keyring(&mut history, &scene.seen, now(), rename).unwrap_err();
    assert_eq!(full.code(), ErrorCode::NoSpace);
    scene.disk.clear();
    assert_eq!(kept(&scene.dir), before);
    assert!(history.keyring().slots().all(|slot| slot.label.is_empty()));
    change_keyring(&mut history, &scene.seen, now(), rename).unwrap();
    assert_eq!(scene.open().keyring().generation(), 2);
}

#[test]
fn a_move_to_a_disk_that_fills_up_leaves_the_history_where_it_was() {
    let desk = Desk::new();
    desk.first();
    let Some(disk) = SmallDisk::new(desk.path("disk"), 4096) else {
        return;
    };
    let before = kept(&desk.dir());
    let mut stopped = 0;
    for fill_at in 0..100 {
        let mut step = 0;
        if fill_at == 0 {
            disk.fill();
        }
        let mut fill_up = |_, _| {
            step += 1;
            if step == fill_at {
                disk.fill();
            }
            ControlFlow::Continue(())
        };
        let moved = desk.folder.move_history("h1", &disk.0, now(), &mut fill_up);
        let Err(error) = moved else { break };
        assert_eq!(error.code(), ErrorCode::NoSpace, "{error:?}");
        stopped += 1;
        disk.clear();
        assert_eq!(names(&disk.0), Vec::<String>::new(), "filled at {fill_at}");
        assert_eq!(kept(&desk.dir()), before);
        assert_eq!(desk.folder.list().unwrap()[0].dir, desk.dir());
    }
    assert!(stopped >= 2, "{stopped}");
    let dir = desk.folder.list().unwrap().remove(0).dir;
    assert!(dir.starts_with(&disk.0) && !desk.dir().exists());
    let seen = desk.folder.seen();
    holds_the_chats(&History::open(&dir, &desk.kit.identity(), &seen, now()).unwrap());
}
