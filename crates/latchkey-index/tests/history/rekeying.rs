//! Another key for an index: everything is kept, nothing is half, and the old key opens nothing any more.

use std::ops::ControlFlow;
use std::path::Path;

use crate::fixture::*;
use latchkey_index::*;

fn next() -> IndexKey {
    IndexKey::from_bytes(&[0x43; 32])
}

fn phone() -> Phone {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    for n in 0..3000 {
        phone.says(chat, Some(ana), n * 1000, &format!("word{n} common"));
    }
    phone
}

fn on(_done: u64, _total: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn found(index: &Index, text: &str) -> u64 {
    index
        .search(&Query {
            text: text.to_owned(),
            limit: 5,
            ..Query::default()
        })
        .unwrap()
        .total
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn bytes(folder: &Path) -> [Vec<u8>; 2] {
    [TABLES_FILE, SEARCH_FILE].map(|file| std::fs::read(folder.join(file)).unwrap())
}

/// An index of [`phone`], closed, and its folder.
fn closed() -> (tempfile::TempDir, std::path::PathBuf) {
    let (dir, index) = indexed(&phone());
    drop(index);
    let folder = dir.path().join("index");
    (dir, folder)
}

#[test]
fn everything_is_kept_under_the_other_key_and_the_old_key_opens_nothing() {
    let (_dir, folder) = closed();
    let before = bytes(&folder);
    let mut last = (0, 0);
    Index::rekey(&folder, &key(), &next(), &mut |done, total| {
        assert!(last.0 <= done && done <= total);
        last = (done, total);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(last.0, last.1, "progress ends at its end");
    assert_eq!(
        last.1,
        before.iter().map(|file| file.len() as u64).sum::<u64>()
    );
    assert_eq!(names(&folder), [SEARCH_FILE, TABLES_FILE]);
    for opened in [
        Index::open_read_only(&folder, &next()).unwrap(),
        Index::open(&folder, &next()).unwrap(),
    ] {
        let report = opened.verify().unwrap();
        assert!(report.is_good() && report.messages == 3000, "{report:?}");
        assert_eq!(found(&opened, "common"), 3000);
        assert_eq!(found(&opened, "word2999"), 1);
    }
    assert!(matches!(
        Index::open(&folder, &key()),
        Err(OpenIndexError::KeyDoesNotFit)
    ));
    // The same content in other bytes, from the first page to the last.
    for (old, new) in before.iter().zip(bytes(&folder)) {
        assert_eq!(old.len(), new.len());
        for (old, new) in old.chunks(16384).zip(new.chunks(16384)) {
            assert!(old != new);
        }
    }
    let mut index = Index::open(&folder, &next()).unwrap();
    assert_eq!(phone().import(&mut index).new, 0, "it can be written");
}

#[cfg(unix)]
#[test]
fn the_new_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (_dir, folder) = closed();
    let rekeyed = Index::write_rekeyed(&folder, &key(), &next(), &mut on).unwrap();
    for name in names(&folder) {
        let mode = std::fs::metadata(folder.join(&name)).unwrap().permissions();
        assert_eq!(mode.mode() & 0o777, 0o600, "{name}");
    }
    drop(rekeyed);
}

#[test]
fn until_they_are_put_in_place_nothing_has_changed() {
    let (_dir, folder) = closed();
    let before = bytes(&folder);
    let rekeyed = Index::write_rekeyed(&folder, &key(), &next(), &mut on).unwrap();
    let waiting = [
        "search.db",
        "search.db.rekeyed",
        "tables.db",
        "tables.db.rekeyed",
    ];
    assert_eq!(names(&folder), waiting);
    assert_eq!(bytes(&folder), before);
    drop(rekeyed);
    assert_eq!(names(&folder), [SEARCH_FILE, TABLES_FILE]);
    Index::open(&folder, &key()).unwrap();
}

#[test]
fn cancelled_at_any_step_it_leaves_everything_as_it_was() {
    let (_dir, folder) = closed();
    let before = bytes(&folder);
    let mut steps = 0;
    let count = |_, _| {
        steps += 1;
        ControlFlow::Continue(())
    };
    drop(Index::write_rekeyed(&folder, &key(), &next(), &mut { count }).unwrap());
    assert!(steps >= 2);
    for stop in 0..steps {
        let mut left = stop;
        let mut stop_there = |_, _| match left {
            0 => ControlFlow::Break(()),
            _ => {
                left -= 1;
                ControlFlow::Continue(())
            }
        };
        let stopped = Index::rekey(&folder, &key(), &next(), &mut stop_there);
        assert!(matches!(stopped, Err(RekeyIndexError::Cancelled)));
        assert_eq!(bytes(&folder), before);
        assert_eq!(names(&folder), [SEARCH_FILE, TABLES_FILE]);
    }
}

#[test]
fn a_mix_of_keys_opens_for_reading_and_is_finished() {
    let (_dir, folder) = closed();
    let old = bytes(&folder);
    Index::rekey(&folder, &key(), &next(), &mut on).unwrap();
    let new = bytes(&folder);
    for tables in [&old[0], &new[0]] {
        for search in [&old[1], &new[1]] {
            std::fs::write(folder.join(TABLES_FILE), tables).unwrap();
            std::fs::write(folder.join(SEARCH_FILE), search).unwrap();
            let mixed = Index::open_read_only_with_either(&folder, &key(), &next()).unwrap();
            assert!(mixed.verify().unwrap().is_good());
            assert_eq!(found(&mixed, "word2999"), 1);
            drop(mixed);
            Index::rekey(&folder, &key(), &next(), &mut on).unwrap();
            let done = Index::open_read_only(&folder, &next()).unwrap();
            assert!(done.verify().unwrap().is_good());
        }
    }
    let strangers = [[1; 32], [2; 32]].map(|bytes| IndexKey::from_bytes(&bytes));
    assert!(matches!(
        Index::open_read_only_with_either(&folder, &strangers[0], &strangers[1]),
        Err(OpenIndexError::KeyDoesNotFit)
    ));
    assert!(matches!(
        Index::rekey(&folder, &strangers[0], &strangers[1], &mut on),
        Err(RekeyIndexError::IndexDamaged { .. })
    ));
    Index::open(&folder, &next()).unwrap();
}

#[test]
fn what_a_crash_left_is_known_by_its_name_and_removed() {
    let (_dir, folder) = closed();
    let left = [
        "tables.db.rekeyed",
        "search.db.rekeyed",
        "tables.db.rekeyed-journal",
        "tables.db.upgraded",
    ];
    for name in left {
        std::fs::write(folder.join(name), b"half").unwrap();
        assert!(Index::is_rekey_leftover(name.as_ref()));
    }
    for name in [
        "tables.db",
        "tables.db-journal",
        "x.rekeyed",
        "tables.db.rekeyed.old",
    ] {
        assert!(!Index::is_rekey_leftover(name.as_ref()), "{name}");
    }
    Index::remove_rekey_leftovers(&folder).unwrap();
    assert_eq!(names(&folder), [SEARCH_FILE, TABLES_FILE]);
    // And a new attempt is not in their way.
    std::fs::write(folder.join(left[0]), b"half").unwrap();
    Index::rekey(&folder, &key(), &next(), &mut on).unwrap();
    Index::open(&folder, &next()).unwrap();
}

#[test]
fn a_text_index_that_fits_no_key_or_is_behind_does_not_stop_it() {
    let (_dir, folder) = closed();
    std::fs::write(folder.join(SEARCH_FILE), [7; 40_000]).unwrap();
    Index::rekey(&folder, &key(), &next(), &mut on).unwrap();
    let index = Index::open(&folder, &next()).unwrap();
    assert_eq!(found(&index, "common"), 3000);
    drop(index);
    std::fs::remove_file(folder.join(SEARCH_FILE)).unwrap();
    Index::rekey(&folder, &next(), &key(), &mut on).unwrap();
    assert_eq!(
        found(&Index::open(&folder, &key()).unwrap(), "common"),
        3000
    );
}

#[test]
fn damage_in_the_tables_is_told_and_nothing_is_replaced() {
    let (_dir, folder) = closed();
    let path = folder.join(TABLES_FILE);
    let mut damaged = std::fs::read(&path).unwrap();
    let last = damaged.len() - 3000;
    damaged[last] ^= 1;
    std::fs::write(&path, &damaged).unwrap();
    let stopped = Index::rekey(&folder, &key(), &next(), &mut on);
    assert!(
        matches!(stopped, Err(RekeyIndexError::IndexDamaged { .. })),
        "{stopped:?}"
    );
    assert_eq!(std::fs::read(&path).unwrap(), damaged);
    assert_eq!(names(&folder), [SEARCH_FILE, TABLES_FILE]);
    // Nor does a copy make a whole page of a broken one.
    let index = Index::open_read_only(&folder, &key()).unwrap();
    let copied = index.copy_to(&folder.join("copy"));
    assert!(
        matches!(copied, Err(CopyError::IndexDamaged { .. })),
        "{copied:?}"
    );
    // A broken text index is left out and made anew.
    damaged[last] ^= 1;
    std::fs::write(&path, &damaged).unwrap();
    let path = folder.join(SEARCH_FILE);
    let mut broken = std::fs::read(&path).unwrap();
    let last = broken.len() - 3000;
    broken[last] ^= 1;
    std::fs::write(&path, broken).unwrap();
    Index::rekey(&folder, &key(), &next(), &mut on).unwrap();
    let index = Index::open(&folder, &next()).unwrap();
    assert!(index.verify().unwrap().is_good());
    assert_eq!(found(&index, "common"), 3000);
}
