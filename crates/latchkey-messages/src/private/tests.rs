//! Claims about nameless storage.

use super::*;

/// Says why a test was passed over.
fn skipped(reason: &str) {
    let words = format!("skipped: {reason}\n");
    // written past the test harness, which keeps back what a passing test prints
    let _ = std::io::Write::write_all(&mut std::io::stderr(), words.as_bytes());
}

/// A small database in WAL mode, as bytes.
fn database(rows: u32) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.db");
    let connection = Connection::open(&path).unwrap();
    connection
        .pragma_update(None, "journal_mode", "wal")
        .unwrap();
    connection
        .execute_batch("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)")
        .unwrap();
    connection.execute_batch("BEGIN").unwrap();
    for row in 0..rows {
        connection
            .execute("INSERT INTO t VALUES (?1, 'canary-4711')", [row])
            .unwrap();
    }
    connection.execute_batch("COMMIT").unwrap();
    connection.close().unwrap();
    std::fs::read(path).unwrap()
}

fn filled(place: &PrivatePlace, bytes: &[u8], expected: u64) -> PrivateFile {
    let mut file = PrivateFile::create(place, expected).unwrap();
    for chunk in bytes.chunks(1000) {
        file.write_all(chunk).unwrap();
    }
    file
}

/// Every file below a folder.
fn names_below(folder: &Path) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}

/// What this process has open, by link text.
fn open_files() -> Vec<String> {
    let fds = std::fs::read_dir("/proc/self/fd").unwrap().flatten();
    fds.filter_map(|fd| Some(std::fs::read_link(fd.path()).ok()?.display().to_string()))
        .collect()
}

#[test]
fn no_name_holds_the_plaintext_while_it_is_read() {
    let disk = tempfile::tempdir().unwrap();
    let bytes = database(3000);
    assert_eq!(bytes[18], 2, "the database to be read is in WAL mode");
    let file = filled(&PrivatePlace::disk_only(disk.path()), &bytes, 0);
    assert_eq!(names_below(disk.path()), 0);
    let connection = file.into_connection().unwrap();
    let mut statement = connection.prepare("SELECT b FROM t").unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut count = 0;
    while let Some(row) = rows.next().unwrap() {
        assert_eq!(row.get::<_, String>(0).unwrap(), "canary-4711");
        if count == 1500 {
            assert_eq!(names_below(disk.path()), 0);
            let ours = format!("{}/", disk.path().display());
            let open: Vec<_> = open_files()
                .into_iter()
                .filter(|name| name.starts_with(&ours))
                .collect();
            assert!(
                !open.is_empty() && open.iter().all(|name| name.ends_with(" (deleted)")),
                "{open:?}"
            );
        }
        count += 1;
    }
    assert_eq!(count, 3000);
    let check: String = connection
        .query_row("PRAGMA quick_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(check, "ok");
}

#[test]
fn the_engine_underneath_is_the_one_that_encrypts() {
    let connection = Connection::open_in_memory().unwrap();
    let version: String = connection
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .unwrap();
    assert!(version.starts_with('4'), "{version}");
}

#[test]
fn a_plaintext_that_outgrows_memory_moves_to_disk_without_a_name() {
    let disk = tempfile::tempdir().unwrap();
    let bytes = database(20_000);
    let place = PrivatePlace::new(disk.path(), &["/dev/shm".into()], 4 * 100_000);
    let mut file = PrivateFile::create(&place, 10).unwrap();
    if !file.in_memory() {
        skipped("/dev/shm is not memory-backed here");
        return;
    }
    for chunk in bytes.chunks(4096) {
        file.write_all(chunk).unwrap();
    }
    assert!(!file.in_memory());
    assert_eq!(names_below(disk.path()), 0);
    assert_eq!(file.len(), bytes.len() as u64);
    let connection = file.into_connection().unwrap();
    let count: i64 = connection
        .query_row("SELECT count(*) FROM t", [], |row| row.get(0))
        .unwrap();
    assert_eq!(count, 20_000);
}

#[test]
fn a_plaintext_too_large_for_a_quarter_of_memory_starts_on_disk() {
    let disk = tempfile::tempdir().unwrap();
    let place = PrivatePlace::new(disk.path(), &["/dev/shm".into()], 400);
    assert!(!PrivateFile::create(&place, 100).unwrap().in_memory());
}

#[test]
fn a_folder_on_disk_is_never_taken_for_memory() {
    let disk = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR")).unwrap();
    let place = PrivatePlace::new(disk.path(), &[disk.path().to_owned()], u64::MAX);
    assert!(!PrivateFile::create(&place, 1).unwrap().in_memory());
}

#[test]
fn only_databases_reach_the_engine() {
    let disk = tempfile::tempdir().unwrap();
    let place = PrivatePlace::disk_only(disk.path());
    for bytes in [&b""[..], b"SQLite format 3\0", &[b'x'; 4096]] {
        let error = filled(&place, bytes, 0).into_connection().unwrap_err();
        assert!(matches!(error, OpenSourceError::NotADatabase));
    }
}

#[test]
fn a_database_that_reads_cannot_be_written() {
    let disk = tempfile::tempdir().unwrap();
    let connection = filled(&PrivatePlace::disk_only(disk.path()), &database(3), 0)
        .into_connection()
        .unwrap();
    assert!(connection.execute("DELETE FROM t", []).is_err());
    assert!(
        connection
            .execute("ATTACH ':memory:' AS other", [])
            .is_err()
    );
}

#[test]
fn a_folder_in_memory_that_others_may_change_is_not_used() {
    let Ok(shared) = tempfile::tempdir_in("/dev/shm") else {
        skipped("there is no /dev/shm here");
        return;
    };
    let disk = tempfile::tempdir().unwrap();
    let place = || PrivatePlace::new(disk.path(), &[shared.path().to_owned()], u64::MAX);
    let in_memory = || PrivateFile::create(&place(), 1).unwrap().in_memory();
    let private = in_memory();
    let mode = |mode| {
        std::fs::set_permissions(shared.path(), std::fs::Permissions::from_mode(mode)).unwrap()
    };
    mode(0o777);
    assert!(!in_memory());
    mode(0o1777);
    assert_eq!(in_memory(), private);
}
