//! Files outside our folders: what the system opens for the person, and what holds a secret.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use zeroize::Zeroizing;

use crate::views::{CommandError, ErrorCode};

/// open(2): do not wait for the other end of a pipe.
pub const NONBLOCK: i32 = rustix::fs::OFlags::NONBLOCK.bits().cast_signed();

/// Writes a file for the person alone, whole or not at all.
///
/// # Errors
/// What the disk says.
pub fn write_private(path: &Path, mut bytes: &[u8]) -> std::io::Result<()> {
    write_private_from(path, &mut bytes)
}

/// As [`write_private`], from something that is read.
///
/// # Errors
/// What the disk says, or whoever reads.
pub fn write_private_from(path: &Path, from: &mut impl Read) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".latchkey-")
        .tempfile_in(folder)?;
    std::io::copy(from, &mut file)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    // The file's name is in its folder; a disk that keeps no folders in order still has the file.
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Reads a file that holds a secret; what was read is wiped when it is dropped.
///
/// # Errors
/// What the disk says; `too_large` beyond `longest` bytes. A pipe or a device is refused: it could block for ever.
pub fn read_secret(path: &Path, longest: u64) -> Result<Zeroizing<Vec<u8>>, CommandError> {
    let file = File::options()
        .read(true)
        .custom_flags(NONBLOCK)
        .open(path)?;
    if !file.metadata()?.is_file() {
        return Err(std::io::Error::new(ErrorKind::InvalidInput, "not a file").into());
    }
    let capacity = usize::try_from(longest).unwrap_or(0).saturating_add(1);
    let mut bytes = Zeroizing::new(Vec::with_capacity(capacity));
    file.take(longest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > longest {
        return Err(CommandError::new(
            ErrorCode::TooLarge,
            "too long for a secret",
        ));
    }
    Ok(bytes)
}

/// Opens a folder or a link the way the desktop does.
///
/// # Errors
/// `io` when the desktop has no way.
pub fn open_outside(what: &OsStr) -> Result<(), CommandError> {
    let mut command = Command::new("xdg-open");
    command
        .arg(what)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn()?;
    std::thread::spawn(move || child.wait());
    Ok(())
}

/// A link that may be opened: http or https, with a host and without a name or password in it.
pub fn web_link(text: &str) -> Option<tauri::Url> {
    let url = tauri::Url::parse(text).ok()?;
    let web = matches!(url.scheme(), "http" | "https");
    let plain = url.username().is_empty() && url.password().is_none() && url.has_host();
    (web && plain).then_some(url)
}

/// A path as a person types or pastes it: quotes, `file://` and `~` are understood.
pub fn typed_path(text: &str) -> PathBuf {
    let text = text.trim().trim_matches(['"', '\'']);
    if let Some(path) = tauri::Url::parse(text)
        .ok()
        .filter(|url| url.scheme() == "file")
        .and_then(|url| url.to_file_path().ok())
    {
        return path;
    }
    match (text.strip_prefix("~/"), dirs::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        (None, Some(home)) if text == "~" => home,
        _ => PathBuf::from(text),
    }
}

#[cfg(test)]
mod tests;
