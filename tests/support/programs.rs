//! Where the programs under test are.

use std::path::PathBuf;

/// The path of a built program: `LATCHKEY_BIN_DIR`, or the folder above the test's own.
///
/// # Panics
/// When it was not built: a missing program is a failed test, never a skipped one.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let folder = match std::env::var_os("LATCHKEY_BIN_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => {
            let test = std::env::current_exe().unwrap();
            test.parent().unwrap().parent().unwrap().to_owned()
        }
    };
    let path = folder.join(name);
    assert!(
        path.exists(),
        "{} is not built: cargo build --workspace --profile ci, or set LATCHKEY_BIN_DIR",
        path.display()
    );
    path
}

/// The program, if the system has it.
#[must_use]
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}
