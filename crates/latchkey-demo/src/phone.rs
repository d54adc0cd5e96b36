//! Writes a whole made-up phone: chats through the years, media, contacts, key, and the encrypted backups of it all.

mod backups;
mod casting;

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs;
use std::io;
use std::num::NonZeroU64;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use latchkey_backup::write::EncryptError;

use crate::contacts;
use crate::conversation::{Conversation, World};
use crate::dice::Dice;
use crate::expectations::Expectations;
use crate::media::MediaShelf;
use crate::tables::{SchemaState, SourceWriter, WriteSourceError};

/// What to write.
#[derive(Debug, Clone)]
pub struct PhoneOptions {
    /// About how many messages; at least 200 or so, because every chat begins with its notices.
    pub messages: u64,
    /// About how many of them stand in the busiest chat; `None` for as many as it usually has.
    pub largest_chat: Option<NonZeroU64>,
    /// The same seed writes the same phone.
    pub seed: u64,
    /// Which tables the database has.
    pub schema: SchemaState,
    /// Writes the media folder too; without it every file is missing.
    pub media: bool,
    /// The phone's last moment, milliseconds UTC. Older schema states end in the years they had.
    pub now: i64,
    /// Writes a dated copy of the backup as it was a week or so before.
    pub older_copy: bool,
    /// Lists the address book in `wa.db`, as backups up to 2021 did.
    pub named_contacts: bool,
}

impl PhoneOptions {
    /// The demo of about 20,000 messages, ending at `now` (milliseconds UTC).
    #[must_use]
    pub fn demo(now: i64) -> Self {
        PhoneOptions {
            messages: 20_000,
            largest_chat: None,
            seed: 1,
            schema: SchemaState::Modern,
            media: true,
            now,
            older_copy: true,
            named_contacts: false,
        }
    }
}

/// Where the files of a phone are, and what a restore of it must report.
#[derive(Debug, Clone)]
pub struct Phone {
    /// `WhatsApp/Databases/msgstore.db.crypt15`.
    pub backup: PathBuf,
    /// Bytes of the chat database inside it.
    pub plain_bytes: u64,
    /// The dated copy, where one was written, and what a restore of it must report.
    pub older: Option<(PathBuf, Expectations)>,
    /// `WhatsApp/Backups/wa.db.crypt15`.
    pub contacts_backup: PathBuf,
    /// `key.txt`: the 64 digits in 16 groups of 4.
    pub key_file: PathBuf,
    /// The same digits as text.
    pub key_digits: String,
    /// `contacts.vcf`.
    pub contacts: PathBuf,
    /// `WhatsApp`, the folder that the paths in the database are relative to.
    pub media: PathBuf,
    /// Files in the media folder.
    pub media_files: u64,
    /// What a restore of `backup` must report.
    pub expectations: Expectations,
}

/// How far the writing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WriteProgress {
    /// Messages written.
    pub messages: u64,
    /// Messages in all, about.
    pub total: u64,
    /// Rows are done; the backups are being encrypted.
    pub encrypting: bool,
}

/// Why a phone could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WritePhoneError {
    /// A file or folder could not be made.
    #[error("a file of the made-up phone could not be written")]
    Io(#[from] io::Error),
    /// The database refused a row.
    #[error("the made-up database could not be written")]
    Source(#[from] WriteSourceError),
    /// The backup could not be encrypted.
    #[error("the made-up backup could not be encrypted")]
    Encrypt(#[from] EncryptError),
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
}

/// Writes a phone into `dir`, which is made if it is not there.
///
/// # Errors
/// [`WritePhoneError::Io`] when a file cannot be written or `dir` already holds a phone, [`WritePhoneError::Cancelled`]
/// after `on_progress` broke off; the plaintext database is removed in every case.
pub fn write_phone(
    dir: &Path,
    options: &PhoneOptions,
    on_progress: &mut dyn FnMut(WriteProgress) -> ControlFlow<()>,
) -> Result<Phone, WritePhoneError> {
    let root = dir.join("WhatsApp");
    for folder in ["Databases", "Backups", "Media"] {
        fs::create_dir_all(root.join(folder))?;
    }
    let making = tempfile::Builder::new()
        .prefix(".making-")
        .tempdir_in(dir)?;
    let plain = making.path().join("msgstore.db");
    let modern = options.schema == SchemaState::Modern;
    let mut people = crate::cast::people(modern);
    let mut writer = SourceWriter::create(&plain, options.schema, crate::cast::OWNER)?;
    let casting::Cast {
        conversations,
        direct,
        numbers,
    } = casting::cast(&mut writer, &mut people, options)?;
    let mut world = World {
        writer,
        shelf: MediaShelf::new(options.media.then(|| root.clone()), options.seed),
        modern,
        cards: contacts::cards(&people, &numbers),
        direct,
    };
    let older = write_messages(
        &mut world,
        conversations,
        options,
        making.path(),
        on_progress,
    )?;
    let media_files = world.shelf.written() as u64;
    let expectations = world.writer.finish()?;
    let stage = WriteProgress {
        messages: expectations.source_rows,
        total: expectations.source_rows,
        encrypting: true,
    };
    if on_progress(stage).is_break() {
        return Err(WritePhoneError::Cancelled);
    }
    let plain_bytes = fs::metadata(&plain)?.len();
    let safe = backups::Safe::new(options);
    let backup = root.join("Databases").join("msgstore.db.crypt15");
    safe.encrypt(&plain, &backup, true, options.now)?;
    let older = match older {
        Some((copy, at, expected)) => {
            let date = casting::day(at);
            let path = root
                .join("Databases")
                .join(format!("msgstore-{date}.1.db.crypt15"));
            safe.encrypt(&copy, &path, true, at)?;
            Some((path, expected))
        }
        None => None,
    };
    let wa = making.path().join("wa.db");
    let named: &[_] = if options.named_contacts { &people } else { &[] };
    contacts::write_contacts_database(&wa, named, &[])?;
    let contacts_backup = root.join("Backups").join("wa.db.crypt15");
    safe.encrypt(&wa, &contacts_backup, false, options.now)?;
    let key_digits = safe.digits();
    let key_file = dir.join("key.txt");
    fs::write(&key_file, format!("{key_digits}\n"))?;
    let contacts = dir.join("contacts.vcf");
    fs::write(&contacts, contacts::vcards(&people))?;
    Ok(Phone {
        backup,
        plain_bytes,
        older,
        contacts_backup,
        key_file,
        key_digits,
        contacts,
        media: root,
        media_files,
        expectations,
    })
}

/// The dated copy: its file, its moment, what a restore of it must report.
type Copy = (PathBuf, i64, Expectations);

/// Writes every chat in the order of time; takes the dated copy on the way.
fn write_messages(
    world: &mut World,
    mut conversations: Vec<Conversation>,
    options: &PhoneOptions,
    making: &Path,
    on_progress: &mut dyn FnMut(WriteProgress) -> ControlFlow<()>,
) -> Result<Option<Copy>, WritePhoneError> {
    let mut queue: BinaryHeap<Reverse<(i64, usize)>> = conversations
        .iter()
        .enumerate()
        .filter_map(|(index, chat)| chat.next_at().map(|at| Reverse((at, index))))
        .collect();
    let copy_at = options.messages - options.messages / 40;
    let mut older = None;
    let mut steps = 0_u64;
    while let Some(Reverse((at, index))) = queue.pop() {
        conversations[index].step(world)?;
        if let Some(next) = conversations[index].next_at() {
            queue.push(Reverse((next, index)));
        }
        steps += 1;
        if options.older_copy && older.is_none() && world.writer.rows() >= copy_at {
            let copy = making.join("older.db");
            let expected = world.writer.copy_to(&copy)?;
            older = Some((copy, at, expected));
        }
        if steps.is_multiple_of(512) {
            let progress = WriteProgress {
                messages: world.writer.rows(),
                total: options.messages,
                encrypting: false,
            };
            if on_progress(progress).is_break() {
                return Err(WritePhoneError::Cancelled);
            }
        }
    }
    Ok(older)
}

/// The dice of one chat.
fn dice(seed: u64, chat: usize) -> Dice {
    Dice::named(seed, 0x6368_6174_0000 + chat as u64)
}
