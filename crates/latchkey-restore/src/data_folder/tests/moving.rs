//! Claims about histories that are moved, and about moves that were cut off.

use super::*;
use crate::data_folder::listing::keyring_id;
use crate::data_folder::notes::Place;

struct Moved {
    kept: tempfile::TempDir,
    folder: DataFolder,
    dir: PathBuf,
    id: String,
}

fn scene() -> Moved {
    let (kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    Moved {
        kept,
        folder,
        dir,
        id,
    }
}

impl Moved {
    fn go(&self, to: &Path) -> Result<PathBuf, MoveHistoryError> {
        self.folder.move_history(&self.id, to, now(), &mut on)
    }

    /// Exactly one history is listed, it is whole, and it is in `dir`.
    fn is_only_in(&self, dir: &Path) {
        let all = self.folder.list().unwrap();
        let found: Vec<_> = all
            .iter()
            .map(|one| (one.id.as_str(), one.missing))
            .collect();
        assert_eq!(found, [(self.id.as_str(), false)]);
        assert_eq!(all[0].dir, dir);
        assert_eq!(self.folder.history_dir(&self.id).as_deref(), Some(dir));
        assert!(latchkey_keyring::LockedKeyring::read(&dir.join(FILE_NAME)).is_ok());
        let tables = std::fs::read(dir.join(latchkey_index::TABLES_FILE)).unwrap();
        assert_eq!(tables, vec![7; 100_000]);
    }

    fn note(&self, change: impl FnOnce(&mut notes::Note)) {
        self.folder.notes().change_one(&self.id, change).unwrap();
    }
}

fn new_folder(at: &Path) -> PathBuf {
    std::fs::create_dir(at).unwrap();
    at.canonicalize().unwrap()
}

#[test]
fn on_one_disk_it_is_renamed_and_still_listed() {
    let scene = scene();
    let away = new_folder(&scene.kept.path().join("away"));
    scene.folder.rename_history(&scene.id, "Mine").unwrap();
    let to = scene.go(&away).unwrap();
    assert_eq!(to, away.join("latchkey-history-2026-11-23"));
    scene.is_only_in(&to);
    assert!(!scene.dir.exists());
    let entry = &scene.folder.list().unwrap()[0];
    assert!(entry.elsewhere);
    assert_eq!(entry.name.as_deref(), Some("Mine"));
    // And home again, under its old name.
    let home = scene.dir.parent().unwrap().to_owned();
    scene.go(&home).unwrap();
    scene.is_only_in(&scene.dir);
    assert!(!scene.folder.list().unwrap()[0].elsewhere);
}

#[test]
fn to_another_disk_it_is_copied_and_the_old_one_goes() {
    let Some(disk) = other_disk() else { return };
    let scene = scene();
    let to = scene.go(disk.path()).unwrap();
    scene.is_only_in(&to);
    assert!(!scene.dir.exists());
    let note = &scene.folder.notes().read().histories[&scene.id];
    assert!(note.leaving.is_none());
}

#[test]
fn a_missing_disk_is_said_and_never_dropped() {
    let scene = scene();
    let away = new_folder(&scene.kept.path().join("away"));
    let to = scene.go(&away).unwrap();
    let unplugged = away.with_file_name("unplugged");
    std::fs::rename(&away, &unplugged).unwrap();
    let entry = scene.folder.list().unwrap().remove(0);
    assert!(entry.missing && entry.elsewhere);
    assert_eq!((entry.dir, entry.size), (to.clone(), 0));
    assert_eq!(scene.folder.finish_moves(), 0);
    scene.folder.end_rests(now()).unwrap();
    let gone = scene.go(scene.kept.path()).unwrap_err();
    assert!(matches!(gone, MoveHistoryError::NotThere));
    std::fs::rename(&unplugged, &away).unwrap();
    scene.is_only_in(&to);
}

#[test]
fn a_missing_one_rests_and_comes_back_and_is_not_forgotten() {
    let scene = scene();
    let away = new_folder(&scene.kept.path().join("away"));
    scene.folder.end_rests(now()).unwrap();
    let to = scene.go(&away).unwrap();
    let unplugged = away.with_file_name("unplugged");
    std::fs::rename(&away, &unplugged).unwrap();
    scene.folder.rest(&scene.id, now()).unwrap();
    let now_gone = scene.folder.delete_resting(&scene.id).unwrap_err();
    assert!(matches!(now_gone, RestError::NotThere));
    for day in [20, 40] {
        assert_eq!(scene.folder.end_rests(days_later(day)).unwrap(), 0);
    }
    assert_eq!(scene.folder.resting().unwrap().len(), 1);
    std::fs::rename(&unplugged, &away).unwrap();
    scene.folder.bring_back(&scene.id).unwrap();
    scene.is_only_in(&to);
}

#[test]
fn a_missing_one_is_taken_off_the_list_and_its_files_stay() {
    let scene = scene();
    let away = new_folder(&scene.kept.path().join("away"));
    let here = scene.folder.forget_missing(&scene.id).unwrap_err();
    assert!(matches!(here, ForgetHistoryError::NotMissing));
    let to = scene.go(&away).unwrap();
    let unplugged = away.with_file_name("unplugged");
    for rests in [false, true] {
        let there = scene.folder.forget_missing(&scene.id).unwrap_err();
        assert!(matches!(there, ForgetHistoryError::NotMissing));
        let notes = scene.folder.notes().read();
        std::fs::rename(&away, &unplugged).unwrap();
        if rests {
            scene.folder.rest(&scene.id, now()).unwrap();
        }
        scene.folder.forget_missing(&scene.id).unwrap();
        assert_eq!(scene.folder.all().unwrap(), []);
        let gone = scene.folder.forget_missing(&scene.id).unwrap_err();
        assert!(matches!(gone, ForgetHistoryError::Unknown));
        std::fs::rename(&unplugged, &away).unwrap();
        assert!(is_history(&to) && to.join(FILE_NAME).is_file());
        // As it was, for the second round.
        scene.folder.notes().change(|all| *all = notes).unwrap();
    }
    for hostile in ["../seen.json", "..", "", "a/b"] {
        let unknown = scene.folder.forget_missing(hostile).unwrap_err();
        assert_eq!(unknown.code(), ErrorCode::Usage);
    }
}

#[test]
fn another_history_or_a_link_in_its_place_is_not_taken_for_it() {
    let scene = scene();
    let away = new_folder(&scene.kept.path().join("away"));
    let to = scene.go(&away).unwrap();
    std::fs::rename(&to, scene.kept.path().join("hidden")).unwrap();
    let (other, other_id) = locked_history(&scene.folder);
    std::os::unix::fs::symlink(&other, &to).unwrap();
    let missing = |scene: &Moved| {
        let all = scene.folder.list().unwrap();
        all.iter().find(|one| one.id == scene.id).unwrap().missing
    };
    assert!(missing(&scene), "a link");
    scene.folder.rest(&scene.id, now()).unwrap();
    scene.folder.delete_resting(&scene.id).unwrap_err();
    scene.folder.bring_back(&scene.id).unwrap();
    std::fs::remove_file(&to).unwrap();
    copy_history(&other, &to, &mut on).unwrap();
    assert!(missing(&scene), "another history");
    scene.folder.rest(&scene.id, now()).unwrap();
    scene.folder.delete_resting(&scene.id).unwrap_err();
    assert!(to.join(FILE_NAME).exists() && other.join(FILE_NAME).exists());
    assert_eq!(listed(&scene.folder), [other_id]);
}

#[test]
fn one_in_use_stays_and_a_cancelled_move_leaves_nothing() {
    let scene = scene();
    let reader = FolderLock::shared(&scene.dir).unwrap();
    let busy = scene.go(scene.kept.path()).unwrap_err();
    assert_eq!(busy.code(), ErrorCode::InUse);
    drop(reader);
    let Some(disk) = other_disk() else { return };
    let mut stop = |_, _| ControlFlow::Break(());
    let stopped = scene
        .folder
        .move_history(&scene.id, disk.path(), now(), &mut stop)
        .unwrap_err();
    assert_eq!(stopped.code(), ErrorCode::Cancelled);
    assert_eq!(std::fs::read_dir(disk.path()).unwrap().count(), 0);
    scene.is_only_in(&scene.dir);
    assert_eq!(
        scene.folder.notes().read().histories[&scene.id].moving_to,
        None
    );
}

#[test]
fn a_move_cut_off_while_copying_is_taken_back() {
    let scene = scene();
    let to = scene.kept.path().join("away");
    let half = scene.kept.path().join("away.unfinished-00ff");
    std::fs::create_dir(&half).unwrap();
    scene.note(|note| note.moving_to = Some(Place::of(&to)));
    scene.is_only_in(&scene.dir);
    assert_eq!(scene.folder.finish_moves(), 1);
    scene.is_only_in(&scene.dir);
    assert!(!half.exists());
    assert_eq!(scene.folder.finish_moves(), 0);
}

#[test]
fn a_move_cut_off_after_its_copy_was_whole_is_finished() {
    let scene = scene();
    let to = scene.kept.path().canonicalize().unwrap().join("away");
    copy_history(&scene.dir, &to, &mut on).unwrap();
    scene.note(|note| note.moving_to = Some(Place::of(&to)));
    scene.is_only_in(&scene.dir);
    assert_eq!(scene.folder.finish_moves(), 1);
    scene.is_only_in(&to);
    assert!(!scene.dir.exists());
}

#[test]
fn a_copy_that_is_no_longer_the_same_is_not_taken() {
    let scene = scene();
    let to = scene.kept.path().join("away");
    copy_history(&scene.dir, &to, &mut on).unwrap();
    std::fs::write(to.join("tables.db"), vec![8; 100_000]).unwrap();
    scene.note(|note| note.moving_to = Some(Place::of(&to)));
    assert_eq!(scene.folder.finish_moves(), 1);
    scene.is_only_in(&scene.dir);
    assert!(to.exists());
}

#[test]
fn a_move_cut_off_after_the_rename_is_finished() {
    let scene = scene();
    let to = scene.kept.path().canonicalize().unwrap().join("away");
    scene.note(|note| note.moving_to = Some(Place::of(&to)));
    std::fs::rename(&scene.dir, &to).unwrap();
    scene.is_only_in(&to);
    assert_eq!(scene.folder.finish_moves(), 1);
    scene.is_only_in(&to);
    assert_eq!(scene.folder.finish_moves(), 0);
}

/// A move that was cut off once it was noted that it had got to `to`.
fn got_to(scene: &Moved, to: &Path) {
    copy_history(&scene.dir, to, &mut on).unwrap();
    scene.note(|note| {
        note.keyring = keyring_id(&scene.dir);
        note.place = Some(Place::of(to));
        note.leaving = Some(Place::of(&scene.dir));
    });
}

#[test]
fn the_old_key_stays_while_the_new_one_is_not_whole() {
    let scene = scene();
    let to = scene.kept.path().canonicalize().unwrap().join("away");
    got_to(&scene, &to);
    let key = std::fs::read(scene.dir.join(FILE_NAME)).unwrap();
    let tables = std::fs::read(to.join("tables.db")).unwrap();
    let is_kept = || {
        assert_eq!(scene.folder.finish_moves(), 0);
        assert_eq!(std::fs::read(scene.dir.join(FILE_NAME)).unwrap(), key);
    };
    std::fs::remove_file(to.join(FILE_NAME)).unwrap();
    is_kept();
    let mut damaged = key.clone();
    damaged[key.len() / 2] ^= 1;
    std::fs::write(to.join(FILE_NAME), &damaged).unwrap();
    is_kept();
    std::fs::write(to.join(FILE_NAME), &key).unwrap();
    std::fs::remove_file(to.join("tables.db")).unwrap();
    is_kept();
    std::fs::write(to.join("tables.db"), &tables).unwrap();
    scene.note(|note| note.keyring = None);
    is_kept();
    scene.note(|note| note.keyring = keyring_id(&scene.dir));
    assert_eq!(scene.folder.finish_moves(), 1);
    assert!(!scene.dir.exists());
    scene.is_only_in(&to);
}

#[test]
fn a_move_cut_off_while_the_old_files_went_is_finished() {
    let scene = scene();
    let to = scene.kept.path().canonicalize().unwrap().join("away");
    got_to(&scene, &to);
    std::fs::remove_file(scene.dir.join(FILE_NAME)).unwrap();
    scene.is_only_in(&to);
    // Never while the new one is not seen to be there.
    let unplugged = scene.kept.path().join("unplugged");
    std::fs::rename(&to, &unplugged).unwrap();
    assert_eq!(scene.folder.finish_moves(), 0);
    assert!(scene.dir.exists());
    std::fs::rename(&unplugged, &to).unwrap();
    assert_eq!(scene.folder.finish_moves(), 1);
    assert!(!scene.dir.exists());
    scene.is_only_in(&to);
}

#[test]
fn hostile_ids_and_notes_name_no_folder() {
    let scene = scene();
    for id in ["../seen", "..", "", "a/b"] {
        let refused = scene
            .folder
            .move_history(id, scene.kept.path(), now(), &mut on);
        assert!(matches!(refused, Err(MoveHistoryError::NotThere)), "{id}");
        assert_eq!(scene.folder.history_dir(id), None);
    }
    scene
        .folder
        .notes()
        .change_one("../../elsewhere", |note| note.deleting = true)
        .unwrap();
    assert_eq!(scene.folder.end_rests(now()).unwrap(), 0);
    assert_eq!(listed(&scene.folder), std::slice::from_ref(&scene.id));
}
