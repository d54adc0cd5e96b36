//! A restore from the wizard: one at a time, told as it goes, stopped when asked, and open for reading afterwards.

mod pace;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use latchkey_backup::BackupKey;
use latchkey_keyring::Timestamp;
use latchkey_restore::{
    DataFolder, History, RestoreProgress, RestoreReport, RestoreRequest, Stage as Kept, Target,
    restore_in,
};

use crate::shell::Shell;
use crate::shell::session::{Opened, Since};
use crate::views::{
    CommandError, ErrorCode, KindCountView, LeftOutView, ReportView, RestoreProgressView, Stage,
};
use crate::wizard::{KitPurpose, passkeys};
use pace::{Pace, Step};

/// How long the app waits at its end for a restore to clean up.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether a restore runs, and whether it should stop.
#[derive(Debug, Default)]
pub struct Running {
    running: AtomicBool,
    stop: AtomicBool,
}

impl Running {
    /// Whether one runs.
    pub fn is_running(&self) -> bool {
        self.running.load(Ordering::SeqCst)
    }

    /// Asks it to stop.
    pub fn cancel(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// Waits until none runs, or patience ends.
    pub fn wait(&self) {
        let begin = Instant::now();
        while self.is_running() && begin.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn begin(&self) -> Result<Turn<'_>, CommandError> {
        if self.running.swap(true, Ordering::SeqCst) {
            return Err(CommandError::new(ErrorCode::InUse, "a restore is running"));
        }
        self.stop.store(false, Ordering::SeqCst);
        Ok(Turn(self))
    }

    fn answer(&self) -> ControlFlow<()> {
        if self.stop.load(Ordering::SeqCst) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// The one restore's turn; it ends however the restore ends.
struct Turn<'a>(&'a Running);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.running.store(false, Ordering::SeqCst);
    }
}

/// Looks for media in this folder; its path as it can be shown.
pub fn use_media(shell: &Shell, folder: PathBuf) -> String {
    let shown = folder.to_string_lossy().into_owned();
    shell.wizard().media = Some(folder);
    shown
}

/// Takes names from this contacts file; its path as it can be shown.
pub fn use_contacts(shell: &Shell, file: PathBuf) -> String {
    let shown = file.to_string_lossy().into_owned();
    shell.wizard().contacts = Some(file);
    shown
}

/// Restores `backup` into the open history, or into a new one that the proved kit opens. Afterwards it is open.
///
/// # Errors
/// What the restore says; the histories are then as they were.
pub fn run(
    shell: &Shell,
    backup: &Path,
    tell: &mut dyn FnMut(RestoreProgressView),
) -> Result<ReportView, CommandError> {
    let _turn = shell.running.begin()?;
    let since = shell.session.since();
    let folder = shell.data_folder()?;
    let mut request = request(shell, backup, &folder)?;
    let (begin, mut pace) = (Instant::now(), Pace::default());
    let outcome = restore_in(&mut request, &mut |progress| {
        shell.session.touch();
        if let Some(view) = pace.observe(begin.elapsed(), step(progress)) {
            tell(view);
        }
        shell.running.answer()
    });
    let left = settle(shell, request.history, &folder, since);
    let report = outcome?;
    left?;
    tracing::info!(name: "restored", messages = report.import.messages, seconds = begin.elapsed().as_secs());
    Ok(view(report))
}

/// What is to be restored, with what was chosen on the way.
fn request(
    shell: &Shell,
    backup: &Path,
    folder: &DataFolder,
) -> Result<RestoreRequest, CommandError> {
    let key = key(shell, backup)?;
    let target = target(shell, folder)?;
    let mut request = RestoreRequest::new(backup.to_owned(), key, target, Timestamp::now());
    let wizard = shell.wizard();
    request.media.clone_from(&wizard.media);
    request.contacts.clone_from(&wizard.contacts);
    request.home_country = shell.settings().home_country;
    request.seen = Some(folder.seen());
    Ok(request)
}

/// The key that was typed or brought; else one that the open history's keyring holds.
fn key(shell: &Shell, backup: &Path) -> Result<BackupKey, CommandError> {
    let typed = shell.wizard().key_for(backup);
    typed.or_else(|error| passkeys::key_of_open_history(shell, backup)?.ok_or(error))
}

/// The history that is open; else a new one, for the kit that this wizard made and the person proved. The kit stays after
/// its restore, to be printed or saved once more, so the open history comes first.
fn target(shell: &Shell, folder: &DataFolder) -> Result<Target, CommandError> {
    if let Some(open) = shell.session.take()? {
        return Ok(open.history.into_target());
    }
    let dir = folder.new_history_dir()?;
    let mut wizard = shell.wizard();
    let kit = wizard.kit.as_mut().ok_or(CommandError::usage(
        "neither a kit was made nor a history is open",
    ))?;
    let keyring = kit.take_keyring(KitPurpose::NewHistory)?;
    Ok(Target::Prepared { dir, keyring })
}

/// After a restore, however it went: the history is open again, or the kit has its keyring back; nothing once the
/// app was locked.
fn settle(
    shell: &Shell,
    target: Target,
    folder: &DataFolder,
    since: Since,
) -> Result<(), CommandError> {
    match target {
        Target::Existing { dir, keyring } if shell.session.since() == since => {
            let id = dir
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let history = History::open_keyring(&dir, keyring, &folder.seen(), Timestamp::now())?;
            shell.session.open(Opened { id, history }, since);
        }
        Target::Prepared { keyring, .. } => {
            if let Some(kit) = shell.wizard().kit.as_mut() {
                kit.put_back(keyring);
            }
        }
        Target::Existing { .. } | Target::New { .. } => {}
    }
    Ok(())
}

fn step(progress: RestoreProgress) -> Step {
    Step {
        stage: match progress.stage {
            Kept::Decrypting => Stage::Decrypting,
            Kept::Reading => Stage::Reading,
            Kept::Indexing => Stage::Indexing,
            Kept::Searching => Stage::Searching,
            Kept::Media => Stage::Media,
            // The index's own last steps, counted in messages; what follows is not yet the end.
            Kept::Finishing if progress.total > 1 => Stage::Searching,
            Kept::Finishing => Stage::Finishing,
        },
        done: progress.done,
        total: progress.total,
        messages: progress.messages,
    }
}

fn view(report: RestoreReport) -> ReportView {
    let left_out = report
        .import
        .left_out
        .into_iter()
        .filter(|(_, count)| *count > 0);
    let by_kind = report
        .import
        .by_kind
        .into_iter()
        .filter(|(_, count)| *count > 0);
    ReportView {
        source_rows: report.import.source_rows,
        messages: report.import.messages,
        new: report.import.new,
        already_present: report.import.already_present,
        left_out: left_out
            .map(|(reason, count)| LeftOutView { reason, count })
            .collect(),
        by_kind: by_kind
            .map(|(kind, count)| KindCountView { kind, count })
            .collect(),
        chats: report.import.chats,
        people: report.import.people,
        reactions: report.import.reactions,
        calls: report.import.calls,
        media_referenced: report.media.referenced,
        media_found: report.media.found,
        media_missing: report.media.missing,
        checksum_damaged: report.checksum_damaged,
        seconds: report.seconds.total,
    }
}
