//! A restore from the wizard: one at a time, told as it goes, stopped when asked, and open for reading afterwards.

mod pace;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use latchkey_backup::BackupKey;
use latchkey_index::{ImportReport, MissingReason};
use latchkey_keyring::Timestamp;
use latchkey_restore::{
    DataFolder, History, MissingIncrement, RestoreProgress, RestoreReport, RestoreRequest,
    Stage as Kept, Target, restore_in,
};

use crate::histories::my_chats;
use crate::shell::session::{Opened, Since};
use crate::shell::{Shell, held};
use crate::views::{
    CommandError, IncrementView, KindCountView, LeftOutView, ReasonCountView, ReportView,
    RestoreProgressView, Stage,
};
use crate::wizard::{KitPurpose, passkeys};
use pace::{Pace, Step};

/// How long the app waits at its end for a restore to clean up.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a long work needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    /// What a lock closes: the open history, a key.
    Open,
    /// Files alone, without any key.
    Files,
}

/// Whether a restore, or another long work, runs, and whether it should stop.
#[derive(Debug, Default)]
pub struct Running {
    work: Mutex<Option<Work>>,
    stop: AtomicBool,
}

impl Running {
    /// Whether one runs.
    pub fn is_running(&self) -> bool {
        held(&self.work).is_some()
    }

    /// Whether one runs that holds what a lock closes: a lock stops it, and does not come by itself meanwhile.
    pub fn holds_open(&self) -> bool {
        *held(&self.work) == Some(Work::Open)
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

    /// Begins something that nothing else may run beside.
    ///
    /// # Errors
    /// `in_use` while something runs.
    pub fn begin(&self) -> Result<Turn<'_>, CommandError> {
        self.begin_as(Work::Open)
    }

    /// As [`Running::begin`], for what needs no key: it goes on whatever is locked, and keeps nothing from being locked.
    ///
    /// # Errors
    /// As [`Running::begin`].
    pub fn begin_on_files(&self) -> Result<Turn<'_>, CommandError> {
        self.begin_as(Work::Files)
    }

    fn begin_as(&self, work: Work) -> Result<Turn<'_>, CommandError> {
        let mut running = held(&self.work);
        if running.is_some() {
            return Err(CommandError::in_use("another long work is running"));
        }
        *running = Some(work);
        self.stop.store(false, Ordering::SeqCst);
        Ok(Turn(self))
    }

    /// Whether to go on.
    pub fn answer(&self) -> ControlFlow<()> {
        if self.stop.load(Ordering::SeqCst) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// The turn of a long work; it ends however that ends.
pub struct Turn<'a>(&'a Running);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *held(&self.0.work) = None;
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
            let history = History::open_keyring(&dir, keyring, &folder.seen(), Timestamp::now())?;
            let id = folder.id_of(&dir);
            let id = id.ok_or(CommandError::internal("the history is not in the list"))?;
            my_chats::note(shell, &id, &history, Some(Timestamp::now()));
            my_chats::become_open(shell, Opened { id, history }, since)?;
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
    let import = report.import;
    let unaccounted = unaccounted(&import);
    let left_out = counted(import.left_out);
    let by_kind = counted(import.by_kind);
    let increment = |one: MissingIncrement| IncrementView {
        file: one.file,
        from: one.from,
        to: one.to,
        messages: one.messages,
    };
    ReportView {
        source_rows: import.source_rows,
        messages: import.messages,
        new: import.new,
        already_present: import.already_present,
        left_out: left_out
            .map(|(reason, count)| LeftOutView { reason, count })
            .collect(),
        by_kind: by_kind
            .map(|(kind, count)| KindCountView { kind, count })
            .collect(),
        folded: counted(import.folded).map(reason).collect(),
        chats: import.chats,
        people: import.people,
        reactions: import.reactions,
        calls: import.calls,
        media_referenced: report.media.referenced,
        media_found: report.media.found,
        media_missing: report.media.missing,
        missing_by_reason: reasons(report.media.missing_by_reason),
        increments: report.increments.into_iter().map(increment).collect(),
        damaged_stretches: import.damaged_stretches,
        unaccounted: unaccounted.into_iter().map(reason).collect(),
        checksum_damaged: report.checksum_damaged,
        seconds: report.seconds.total,
    }
}

/// What there is any of.
fn counted(counts: BTreeMap<String, u64>) -> impl Iterator<Item = (String, u64)> {
    counts.into_iter().filter(|(_, count)| *count > 0)
}

fn reason((reason, count): (String, u64)) -> ReasonCountView {
    ReasonCountView { reason, count }
}

/// Why files are missing, by the words of the command line.
pub fn reasons(counts: BTreeMap<MissingReason, u64>) -> Vec<ReasonCountView> {
    let counted = counts.into_iter().filter(|(_, count)| *count > 0);
    let named = counted.map(|(why, count)| (word(why).to_owned(), count));
    named.map(reason).collect()
}

fn word(why: MissingReason) -> &'static str {
    match why {
        MissingReason::ViewOnce => "view_once",
        MissingReason::Deleted => "deleted",
        MissingReason::Offloaded => "offloaded",
        MissingReason::NeverDownloaded => "never_downloaded",
        MissingReason::Unreadable => "unreadable",
        MissingReason::NotLookedFor => "not_looked_for",
        MissingReason::Absent => "absent",
    }
}

/// How many rows do not add up, by table.
fn unaccounted(import: &ImportReport) -> Vec<(String, u64)> {
    let missing = |table: &String| {
        let (rows, told) = match import.tables.get(table) {
            Some(counts) => {
                let unread = counts.orphaned + counts.unreadable + counts.passed_over;
                (counts.rows, counts.shown + counts.superseded + unread)
            }
            None => (
                import.source_rows,
                import.messages + import.left_out.values().sum::<u64>(),
            ),
        };
        (table.clone(), rows.abs_diff(told))
    };
    import.unaccounted.iter().map(missing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_do_not_add_up_are_counted_by_their_table() {
        let counts = latchkey_messages::TableCounts {
            rows: 90,
            shown: 70,
            superseded: 2,
            orphaned: 3,
            unreadable: 1,
            passed_over: 4,
        };
        let import = ImportReport {
            source_rows: 100,
            messages: 90,
            left_out: BTreeMap::from([("sentinel".to_owned(), 1)]),
            tables: BTreeMap::from([("receipt_user".to_owned(), counts)]),
            unaccounted: vec!["message".to_owned(), "receipt_user".to_owned()],
            ..ImportReport::default()
        };
        let told = vec![("message".to_owned(), 9), ("receipt_user".to_owned(), 10)];
        assert_eq!(unaccounted(&import), told);
    }
}
