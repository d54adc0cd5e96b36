//! The journal of an unfinished export: what was asked for, and after each checkpoint what need not be written again.
//!
//! One JSON value a line, each line written whole and made safe before the next message is looked at. A last line that was
//! cut off is not read.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use latchkey_proof::FileSum;
use latchkey_redact::RedactionCounts;
use serde::{Deserialize, Serialize};

use crate::format::FormatState;
use crate::output::{OWN_FOLDER, OpenedFile};
use crate::report::{Counts, FileCounts};
use crate::request::ExportRequest;

const FILE: &str = "journal.jsonl";
const VERSION: u32 = 1;
/// A longer line is not ours, bytes.
const LONGEST: u64 = 64 << 20;

/// The first line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Head {
    pub(crate) version: u32,
    /// Of the plan, hexadecimal.
    pub(crate) digest: String,
    pub(crate) request: ExportRequest,
    /// SHA-256 of the rules, hexadecimal: never the rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) redaction: Option<String>,
    pub(crate) history: String,
    pub(crate) begun: i64,
    pub(crate) total: u64,
}

impl Head {
    pub(crate) fn new(plan: &crate::plan::Plan, begun: i64) -> Self {
        let rules = plan.request.redaction.as_ref();
        Self {
            version: VERSION,
            digest: hex::encode(plan.digest),
            request: plan.request.clone(),
            redaction: rules.map(|rules| hex::encode(rules.digest())),
            history: plan.history.id.clone(),
            begun,
            total: plan.messages,
        }
    }
}

/// A later line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Checkpoint {
    /// Place in the plan of the chat that comes next, or goes on.
    pub(crate) chat: usize,
    /// The position in it that comes next.
    pub(crate) position: u64,
    /// The format has begun it.
    pub(crate) begun: bool,
    pub(crate) state: FormatState,
    /// Files that are open.
    pub(crate) open: Vec<OpenedFile>,
    /// Files that became whole since the line before.
    pub(crate) whole: Vec<FileSum>,
    pub(crate) counts: Counts,
    pub(crate) files: FileCounts,
    pub(crate) redacted: RedactionCounts,
}

/// What a journal says.
#[derive(Debug)]
pub(crate) struct Journaled {
    pub(crate) head: Head,
    pub(crate) last: Option<Checkpoint>,
    /// Every file that is whole.
    pub(crate) whole: Vec<FileSum>,
    /// Bytes of the journal that are whole lines.
    length: u64,
}

/// A journal that is being written.
#[derive(Debug)]
pub(crate) struct Journal(File);

impl Journal {
    /// Begins one in a folder that has none.
    pub(crate) fn begin(folder: &Path, head: &Head) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.append(true).create_new(true).mode(0o600);
        let mut journal = Self(options.open(place(folder))?);
        journal.line(head)?;
        Ok(journal)
    }

    /// Goes on with one that was read, after its last whole line.
    pub(crate) fn go_on(folder: &Path, read: &Journaled) -> io::Result<Self> {
        let file = OpenOptions::new().write(true).open(place(folder))?;
        file.set_len(read.length)?;
        let mut options = OpenOptions::new();
        Ok(Self(options.append(true).open(place(folder))?))
    }

    pub(crate) fn add(&mut self, checkpoint: &Checkpoint) -> io::Result<()> {
        self.line(checkpoint)
    }

    fn line(&mut self, value: &impl Serialize) -> io::Result<()> {
        let mut line = serde_json::to_vec(value)?;
        line.push(b'\n');
        self.0.write_all(&line)?;
        self.0.sync_data()
    }

    /// What a folder's journal says; `None` where there is none of ours.
    pub(crate) fn read(folder: &Path) -> io::Result<Option<Journaled>> {
        let mut options = OpenOptions::new();
        options
            .read(true)
            .custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
        let file = match options.open(place(folder)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut lines = BufReader::new(file);
        let (mut line, mut length) = (Vec::new(), 0);
        if !next_line(&mut lines, &mut line)? {
            return Ok(None);
        }
        length += line.len() as u64;
        let head: Head = match serde_json::from_slice(&line) {
            Ok(head) => head,
            Err(_) => return Ok(None),
        };
        let mut read = Journaled {
            head,
            last: None,
            whole: Vec::new(),
            length,
        };
        while next_line(&mut lines, &mut line)? {
            let Ok(mut checkpoint) = serde_json::from_slice::<Checkpoint>(&line) else {
                break;
            };
            read.length += line.len() as u64;
            read.whole.append(&mut checkpoint.whole);
            read.last = Some(checkpoint);
        }
        Ok((read.head.version == VERSION).then_some(read))
    }
}

/// The next whole line; `false` at the end, or where one was cut off.
fn next_line(lines: &mut BufReader<File>, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    lines.by_ref().take(LONGEST).read_until(b'\n', line)?;
    Ok(line.last() == Some(&b'\n'))
}

fn place(folder: &Path) -> PathBuf {
    folder.join(OWN_FOLDER).join(FILE)
}
