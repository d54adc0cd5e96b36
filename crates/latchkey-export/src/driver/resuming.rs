//! Brings the folder of an unfinished export back to its last checkpoint.

use std::collections::HashSet;
use std::fs::OpenOptions;
use std::path::Path;

use latchkey_proof::FileSum;

use crate::error::ExportError;
use crate::output::{OWN_FOLDER, OpenedFile, SafePath};
use crate::plan::Plan;
use crate::unfinished::journal::{Journal, Journaled};

/// What an unfinished export says, where it is of the same plan.
pub(super) fn read(folder: &Path, plan: &Plan) -> Result<Journaled, ExportError> {
    let read = Journal::read(folder).map_err(|source| ExportError::io(folder, source))?;
    let read = read.ok_or_else(|| ExportError::NotUnfinished {
        path: folder.to_owned(),
    })?;
    match read.head.digest == hex::encode(plan.digest) {
        true => Ok(read),
        false => Err(ExportError::HistoryChanged),
    }
}

/// Files that are whole stay, open ones are cut to what they were, all others go.
pub(super) fn bring_back(
    folder: &Path,
    whole: &[FileSum],
    open: &[OpenedFile],
) -> Result<(), ExportError> {
    let failed = |source| ExportError::io(folder, source);
    let known: HashSet<&str> = whole
        .iter()
        .map(|file| file.path.as_str())
        .chain(open.iter().map(|file| file.path.as_str()))
        .collect();
    for file in whole {
        let found = place(folder, &file.path)?.symlink_metadata();
        if !found.is_ok_and(|found| found.is_file() && found.len() == file.bytes) {
            return Err(ExportError::HistoryChanged);
        }
    }
    for file in open {
        let mut options = OpenOptions::new();
        let opened = options.write(true).open(place(folder, &file.path)?);
        let opened = opened.map_err(|_| ExportError::HistoryChanged)?;
        if opened.metadata().map_err(failed)?.len() < file.bytes {
            return Err(ExportError::HistoryChanged);
        }
        opened.set_len(file.bytes).map_err(failed)?;
    }
    remove_others(folder, "", &known).map_err(failed)
}

fn place(folder: &Path, path: &str) -> Result<std::path::PathBuf, ExportError> {
    let path = SafePath::known(path).ok_or(ExportError::HistoryChanged)?;
    Ok(folder.join(path.as_str()))
}

fn remove_others(folder: &Path, below: &str, known: &HashSet<&str>) -> std::io::Result<()> {
    for entry in folder.read_dir()? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if below.is_empty() && name == OWN_FOLDER {
            continue;
        }
        let path = match below {
            "" => name,
            below => format!("{below}/{name}"),
        };
        if entry.file_type()?.is_dir() {
            remove_others(&entry.path(), &path, known)?;
            // Only an empty one goes.
            let _ = std::fs::remove_dir(entry.path());
        } else if !known.contains(path.as_str()) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
