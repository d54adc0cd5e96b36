//! The main job: decrypt, read, index, find media, finish; all of it or nothing.
//!
//! A first import is built in `<dir>.unfinished-<random>`, which gets its name at the very end, with its keyring written
//! and proved. A later one is a single transaction of the index. So a crash or a cancel leaves the history as it was.

mod account;
mod build;
mod error;
mod increments;
mod names;
mod plaintext;
mod progress;
mod repeat;
mod report;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

use latchkey_backup::{BackupKey, Checksum, DecryptReport, Inspection, Limits};
use latchkey_index::{AccountProof, ImportReport, Index, IndexKey};
use latchkey_keyring::{FILE_NAME, OpenKeyring, RecoveryRecipient, Timestamp};
use latchkey_messages::{PrivatePlace, Source};

pub use build::prepare_keyring;
pub use error::RestoreError;
pub use increments::MissingIncrement;
pub use progress::{RestoreProgress, Stage};
pub use report::{RestoreReport, Seconds};

use crate::disk::{free_space, parent_of};
use crate::keyring::{refresh_copies, require_unchanged, save_in_place, settle};
use crate::lock::FolderLock;
use crate::media::{MediaCounts, MediaFolder, MediaSearch, backups_beside};
use crate::seen::{Seen, SeenVerdict};
use build::Unfinished;
use progress::Progress;

/// Where the messages go.
#[derive(Debug)]
pub enum Target {
    /// A new history with a new keyring that these recipients can open.
    New {
        /// Its folder; must not exist, or be empty.
        dir: PathBuf,
        /// One recovery slot each.
        recipients: Vec<RecoveryRecipient>,
    },
    /// A new history with a keyring that was made before, so that a recovery kit could already remember it.
    Prepared {
        /// Its folder; must not exist, or be empty.
        dir: PathBuf,
        /// Not written anywhere yet.
        keyring: OpenKeyring,
    },
    /// A history that is there: what is new is added.
    Existing {
        /// Its folder.
        dir: PathBuf,
        /// Its keyring, opened.
        keyring: OpenKeyring,
    },
}

impl Target {
    /// The history's folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        match self {
            Self::New { dir, .. } | Self::Prepared { dir, .. } | Self::Existing { dir, .. } => dir,
        }
    }
}

/// What to restore, with what, and where to.
#[derive(Debug)]
pub struct RestoreRequest {
    /// The backup file; never written to.
    pub backup: PathBuf,
    /// Its key.
    pub key: BackupKey,
    /// Where the messages go.
    pub history: Target,
    /// The folder to look for media files in.
    pub media: Option<PathBuf>,
    /// An address book: vCard or CSV.
    pub contacts: Option<PathBuf>,
    /// Two letters for numbers without a country code; empty for a guess from the chats themselves.
    pub home_country: String,
    /// How far decrypting may go.
    pub limits: Limits,
    /// What this computer has seen of keyrings: an older one is refused, the new one remembered.
    pub seen: Option<Seen>,
    /// Where the decrypted database may lie; `None` for memory where it fits, else beside the history.
    pub place: Option<PrivatePlace>,
    /// The time now.
    pub now: Timestamp,
}

impl RestoreRequest {
    /// A request without media, contacts and other wishes.
    #[must_use]
    pub fn new(backup: PathBuf, key: BackupKey, history: Target, now: Timestamp) -> Self {
        Self {
            backup,
            key,
            history,
            media: None,
            contacts: None,
            home_country: String::new(),
            limits: Limits::default(),
            seen: None,
            place: None,
            now,
        }
    }
}

/// Restores a backup into a history.
///
/// # Errors
/// [`RestoreError`]; nothing is left behind and the history, if there was one, is as it was.
pub fn restore(
    mut request: RestoreRequest,
    on_progress: &mut dyn FnMut(RestoreProgress) -> ControlFlow<()>,
) -> Result<RestoreReport, RestoreError> {
    restore_in(&mut request, on_progress)
}

/// As [`restore`], leaving the request with the caller. Afterwards `request.history` is [`Target::Existing`] with the
/// opened keyring if the restore has succeeded, and what it was if it has not.
///
/// # Errors
/// As [`restore`].
pub fn restore_in(
    request: &mut RestoreRequest,
    on_progress: &mut dyn FnMut(RestoreProgress) -> ControlFlow<()>,
) -> Result<RestoreReport, RestoreError> {
    let began = Instant::now();
    let mut progress = Progress::new(on_progress);
    let inspection = latchkey_backup::inspect(&request.backup).map_err(RestoreError::Inspect)?;
    let mut report = match &request.history {
        Target::Existing { .. } => add_to_history(request, &inspection, &mut progress)?,
        Target::New { .. } | Target::Prepared { .. } => {
            make_history(request, &inspection, &mut progress)?
        }
    };
    if let (Some(seen), Target::Existing { keyring, .. }) = (&request.seen, &request.history)
        && let Err(error) = seen.trust(keyring, request.now.as_millisecond())
    {
        tracing::warn!(kind = %error.kind(), "the keyring seen could not be noted");
    }
    if let Target::Existing { keyring, .. } = &request.history {
        let beside = parent_of(&request.backup).join(FILE_NAME);
        for _ in refresh_copies(keyring, &[beside]) {
            tracing::info!("the copy of the keyring beside the backup was brought up to date");
        }
    }
    report.seconds.total = report::rounded(began.elapsed());
    Ok(report)
}

/// A first import: built beside its place, proved, renamed.
fn make_history(
    request: &mut RestoreRequest,
    inspection: &Inspection,
    progress: &mut Progress,
) -> Result<RestoreReport, RestoreError> {
    let dir = request.history.dir().to_owned();
    let unfinished = Unfinished::begin(&dir)?;
    // Made anew from the recipients on every try; a prepared one is taken only once the restore has succeeded.
    let made = match &request.history {
        Target::New { recipients, .. } => Some(build::prepare_keyring(recipients, request.now)?),
        _ => None,
    };
    let index_key = match (&made, &request.history) {
        (Some(keyring), _) | (None, Target::Prepared { keyring, .. }) => index_key(keyring),
        _ => return Err(RestoreError::WrongTarget),
    };
    let mut index = Index::create(unfinished.path(), &index_key)?;
    let job = Job {
        request,
        inspection,
        scratch: unfinished.path(),
        may_cancel: true,
    };
    let report = job.fill(&mut index, AccountProof::Known, progress)?;
    drop(index);
    progress.at(Stage::Finishing, 0, 1)?;
    let (mut keyring, was_prepared) = match made {
        Some(keyring) => (keyring, false),
        None => {
            let prepared = build::take_prepared(&mut request.history);
            (prepared.ok_or(RestoreError::WrongTarget)?, true)
        }
    };
    let finished = build::finish(unfinished, &mut keyring, &report, inspection, request);
    match finished {
        Ok(()) => request.history = Target::Existing { dir, keyring },
        Err(_) if was_prepared => request.history = Target::Prepared { dir, keyring },
        Err(_) => {}
    }
    finished?;
    progress.done();
    Ok(report)
}

/// A later import: one transaction of the index; from its commit on the restore has succeeded.
fn add_to_history(
    request: &mut RestoreRequest,
    inspection: &Inspection,
    progress: &mut Progress,
) -> Result<RestoreReport, RestoreError> {
    let _lock = take_history(request)?;
    let Target::Existing { dir, keyring } = &request.history else {
        return Err(RestoreError::WrongTarget);
    };
    let scratch = Unfinished::begin_beside(dir)?;
    let mut index = Index::open(dir, &index_key(keyring))?;
    let proof = account::proof(keyring, &index, inspection, &request.key)?;
    let job = Job {
        request,
        inspection,
        scratch: scratch.path(),
        may_cancel: false,
    };
    let report = job.fill(&mut index, proof, progress)?;
    drop(index);
    let (path, now) = (dir.join(FILE_NAME), request.now);
    if let Target::Existing { keyring, .. } = &mut request.history {
        account::remember(keyring, inspection, &request.key, now)?;
        save_in_place(keyring, &path).map_err(RestoreError::SaveKeyring)?;
    }
    progress.done();
    Ok(report)
}

/// The history is for this restore alone, its keyring is the one that was opened, vouched for, and has one index key.
fn take_history(request: &mut RestoreRequest) -> Result<FolderLock, RestoreError> {
    let Target::Existing { dir, keyring } = &mut request.history else {
        return Err(RestoreError::WrongTarget);
    };
    match request
        .seen
        .as_ref()
        .map_or(SeenVerdict::Fine, |seen| seen.judge(keyring))
    {
        SeenVerdict::Fine => {}
        SeenVerdict::OtherSigner => return Err(RestoreError::OtherSigner),
        SeenVerdict::Older { seen } => {
            return Err(RestoreError::KeyringOlder {
                found: keyring.generation(),
                seen,
            });
        }
    }
    // Anybody can make a keyring for a public recipient, and the backup's key will be sealed for everyone in it.
    if request
        .seen
        .as_ref()
        .is_some_and(|seen| !seen.trusts(keyring))
    {
        return Err(RestoreError::KeyringUnknown);
    }
    let lock = FolderLock::alone(dir).map_err(|error| RestoreError::lock(dir, error))?;
    require_unchanged(dir, keyring)?;
    // The index is written under one key only.
    settle(dir, keyring)?;
    Ok(lock)
}

fn index_key(keyring: &OpenKeyring) -> IndexKey {
    IndexKey::from_bytes(keyring.index_key().as_bytes())
}

/// What first and later imports have in common.
struct Job<'a> {
    request: &'a RestoreRequest,
    inspection: &'a Inspection,
    /// A folder on the history's disk for what must not outlive the job.
    scratch: &'a Path,
    /// The history can still be thrown away after the import's commit.
    may_cancel: bool,
}

impl Job<'_> {
    fn fill(
        &self,
        index: &mut Index,
        account: AccountProof,
        progress: &mut Progress,
    ) -> Result<RestoreReport, RestoreError> {
        let place = self
            .request
            .place
            .clone()
            .unwrap_or_else(|| PrivatePlace::of_this_computer(self.scratch));
        let began = Instant::now();
        let known = match self.may_cancel {
            true => None,
            false => repeat::known(self.request, self.inspection, index, progress)?,
        };
        let recognised = known.is_some();
        let content = match known {
            Some(report) => Content::Known(Box::new(report)),
            None => self.decrypt(&place, progress)?,
        };
        let decrypt_seconds = report::rounded(began.elapsed());
        progress.at(Stage::Reading, 0, 1)?;
        // What can fail for reasons of its own comes before anything is committed.
        let wa_db = names::of_contacts_database(self.request, &place, progress)?;
        let media = match &self.request.media {
            Some(root) => {
                Some(MediaFolder::open(root).map_err(|source| RestoreError::io(root, source))?)
            }
            None => None,
        };
        let book = names::address_book(self.request, || content.phones(index), wa_db.names)?;
        let began = Instant::now();
        let checksum_damaged = content.checksum_damaged();
        let import = match content {
            Content::Known(report) => *report,
            Content::Fresh(source, decrypted) => {
                self.import(index, &source, &decrypted, account, progress)?
            }
        };
        progress.keep_going = !self.may_cancel;
        if !book.is_empty() {
            index.add_to_address_book(&book)?;
        }
        if !wa_db.groups.is_empty() {
            let made_at = self
                .inspection
                .created
                .unwrap_or(self.request.now.as_millisecond());
            index.join_communities(&wa_db.groups, made_at)?;
        }
        let counts = self.find_media(index, media, &place, progress)?;
        let import_seconds = report::rounded(began.elapsed());
        let increments = increments::missing(self.request, index, &place, progress)?;
        Ok(RestoreReport {
            import,
            media: counts,
            increments,
            checksum_damaged,
            recognised,
            seconds: Seconds {
                decrypt: decrypt_seconds,
                import: import_seconds,
                total: 0.0,
            },
        })
    }

    /// The decrypted chats, open for reading.
    fn decrypt(
        &self,
        place: &PrivatePlace,
        progress: &mut Progress,
    ) -> Result<Content, RestoreError> {
        let (plaintext, decrypted) =
            plaintext::decrypt(self.request, self.inspection, place, self.scratch, progress)?;
        let needed = decrypted.plaintext_bytes;
        if free_space(self.scratch).is_some_and(|free| free < needed) {
            return Err(RestoreError::NoSpace {
                path: self.request.history.dir().to_owned(),
                needed,
            });
        }
        let source = plaintext.into_source().map_err(RestoreError::source)?;
        Ok(Content::Fresh(Box::new(source), decrypted))
    }

    fn import(
        &self,
        index: &mut Index,
        source: &Source,
        decrypted: &DecryptReport,
        account: AccountProof,
        progress: &mut Progress,
    ) -> Result<ImportReport, RestoreError> {
        let origin = account::origin(self.request, self.inspection, account, decrypted.sha256);
        let (dir, needed) = (self.request.history.dir(), decrypted.plaintext_bytes);
        let import = index
            .import(source, &origin, &mut |step| progress.importing(step))
            .map_err(|error| RestoreError::import(error, dir, needed))?;
        repeat::remember(index, decrypted, &import);
        Ok(import)
    }

    /// Notes where the files of messages lie, in the folder that was given and in those that the history remembers.
    fn find_media(
        &self,
        index: &mut Index,
        given: Option<MediaFolder>,
        place: &PrivatePlace,
        progress: &mut Progress,
    ) -> Result<MediaCounts, RestoreError> {
        progress.at(Stage::Media, 0, 0)?;
        let mut cancelled = false;
        let search = MediaSearch {
            index,
            keys: std::slice::from_ref(&self.request.key),
            place,
            backups: &backups_beside(&self.request.backup),
            tell: &mut |done, total| {
                cancelled |= progress.step(Stage::Media, done, total).is_break();
                match cancelled || progress.stop_early {
                    true => ControlFlow::Break(()),
                    false => ControlFlow::Continue(()),
                }
            },
        };
        let counts = search.run(given.into_iter().collect())?;
        match cancelled {
            true => Err(RestoreError::Cancelled),
            false => Ok(counts),
        }
    }
}

/// What there is to import.
enum Content {
    /// Nothing: these very bytes were imported before.
    Known(Box<ImportReport>),
    Fresh(Box<Source>, DecryptReport),
}

impl Content {
    /// Phone numbers of the people in the chats.
    fn phones(&self, index: &Index) -> Result<Vec<String>, RestoreError> {
        Ok(match self {
            Self::Known(_) => {
                let people = index.people()?.into_iter();
                people.filter_map(|person| person.phone).collect()
            }
            Self::Fresh(source, _) => {
                let damaged = |error| RestoreError::SourceDamaged {
                    source: Box::new(error),
                };
                let people = source.people().map_err(damaged)?.into_iter();
                people.filter_map(|person| person.phone).collect()
            }
        })
    }

    fn checksum_damaged(&self) -> bool {
        matches!(self, Self::Fresh(_, decrypted) if decrypted.checksum == Checksum::Mismatch)
    }
}
