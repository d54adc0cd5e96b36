//! The media folder: small real files under the names and dates the app gives them.
//!
//! Pictures, stickers, voices and papers are drawn and composed by code. A few files are missing on purpose, as on
//! every real phone; past a number of files, later messages point at files that are already there.

mod clip;
mod paper;
mod picture;
mod sticker;
mod voice;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

use crate::dice::Dice;
use crate::draft::{FileDraft, FileKind};

/// Files written at most, so that a phone of ten million messages still fits on a disk.
const MOST_FILES: usize = 2_400;
/// Distinct contents of the kinds that take long to make.
const DISTINCT_VOICES: usize = 40;
const DISTINCT_STICKERS: usize = 36;
const DISTINCT_CLIPS: usize = 12;

/// Hands out files for messages.
pub(crate) struct MediaShelf {
    root: Option<PathBuf>,
    dice: Dice,
    written: usize,
    day: i64,
    counters: [u32; 8],
    voices: Vec<(Vec<u8>, i64)>,
    stickers: Vec<Vec<u8>>,
    clips: Vec<(Vec<u8>, (u32, u32), i64)>,
    known: Vec<(FileKind, FileDraft)>,
}

impl MediaShelf {
    /// A shelf under the phone's `WhatsApp` folder; without a root it names files and writes none.
    pub(crate) fn new(root: Option<PathBuf>, seed: u64) -> Self {
        MediaShelf {
            root,
            dice: Dice::named(seed, 0x6D65_6469_6100),
            written: 0,
            day: i64::MIN,
            counters: [0; 8],
            voices: Vec::new(),
            stickers: Vec::new(),
            clips: Vec::new(),
            known: Vec::new(),
        }
    }

    /// A file for a message of this kind, sent or received at `at`; `name` is a document's.
    pub(crate) fn take(
        &mut self,
        kind: FileKind,
        sent: bool,
        at: i64,
        name: Option<&str>,
    ) -> io::Result<FileDraft> {
        if matches!(
            kind,
            FileKind::ViewOnceImage | FileKind::ViewOnceVideo | FileKind::ViewOnceVoice
        ) {
            let state = i64::try_from(self.dice.below(3)).unwrap_or(0);
            return Ok(gone(kind, state));
        }
        let Some(root) = self.root.clone() else {
            return Ok(self.named_only(kind, sent, at, name));
        };
        if self.written >= MOST_FILES
            && let Some(file) = self.known_file(kind)
        {
            return Ok(file);
        }
        let made = self.make(kind, name);
        let path = self.path(kind, sent, at, made.extension, name);
        let missing = self.dice.chance(30);
        let mut file = FileDraft {
            path: Some(path.clone()),
            exists: false,
            mime: made.mime.to_owned(),
            size: i64::try_from(made.bytes.len()).unwrap_or(0),
            sha256: Some(Sha256::digest(&made.bytes).into()),
            name: (kind == FileKind::Document).then(|| base_name(&path).to_owned()),
            width: i64::from(made.pixels.0),
            height: i64::from(made.pixels.1),
            duration: made.seconds,
            pages: made.pages,
            ..FileDraft::default()
        };
        if missing {
            if matches!(kind, FileKind::Image | FileKind::Sticker) {
                file.thumbnail = picture::thumbnail(&made.bytes);
            }
            file.offloaded = self.dice.chance(250);
            // Stickers, voices and films repeat: the same content under another name would be found.
            file.sha256 = Some(self.dice.bytes());
        } else {
            put(&root.join(&path), &made.bytes, at)?;
            self.written += 1;
            file.exists = true;
            if self.known.len() < 400 {
                self.known.push((kind, file.clone()));
            }
        }
        Ok(file)
    }

    /// Files written so far.
    pub(crate) fn written(&self) -> usize {
        self.written
    }

    /// A message whose file was on the phone once and is not in the folder.
    fn named_only(&mut self, kind: FileKind, sent: bool, at: i64, name: Option<&str>) -> FileDraft {
        let (extension, mime) = match kind {
            FileKind::Sticker => ("webp", "image/webp"),
            FileKind::Voice | FileKind::Audio => ("opus", "audio/ogg; codecs=opus"),
            FileKind::Document => ("pdf", "application/pdf"),
            FileKind::Video | FileKind::VideoNote | FileKind::Gif => ("mp4", "video/mp4"),
            _ => ("jpg", "image/jpeg"),
        };
        let path = self.path(kind, sent, at, extension, name);
        let pictured = !matches!(extension, "opus" | "pdf");
        let lasting = matches!(extension, "opus" | "mp4");
        FileDraft {
            name: (kind == FileKind::Document).then(|| base_name(&path).to_owned()),
            path: Some(path),
            mime: mime.to_owned(),
            size: self.dice.between(4_000, 900_000),
            sha256: Some(self.dice.bytes()),
            width: if pictured { 640 } else { 0 },
            height: if pictured { 480 } else { 0 },
            duration: if lasting { self.dice.between(1, 90) } else { 0 },
            pages: i64::from(kind == FileKind::Document),
            ..FileDraft::default()
        }
    }

    fn known_file(&mut self, kind: FileKind) -> Option<FileDraft> {
        let same: Vec<usize> = (0..self.known.len())
            .filter(|at| self.known[*at].0 == kind)
            .collect();
        if same.is_empty() {
            return None;
        }
        let at = *self.dice.pick(&same);
        Some(self.known[at].1.clone())
    }

    fn make(&mut self, kind: FileKind, name: Option<&str>) -> Made {
        let dice = &mut self.dice;
        match kind {
            FileKind::Sticker => {
                let bytes = pooled(&mut self.stickers, DISTINCT_STICKERS, dice, sticker::draw);
                Made::new(bytes, "webp", "image/webp").sized(sticker::SIZE, sticker::SIZE)
            }
            FileKind::Voice | FileKind::Audio => {
                let (bytes, seconds) =
                    pooled(&mut self.voices, DISTINCT_VOICES, dice, voice::speak);
                Made::new(bytes, "opus", "audio/ogg; codecs=opus").lasting(seconds)
            }
            FileKind::Video | FileKind::VideoNote | FileKind::Gif => {
                let (bytes, (width, height), seconds) =
                    pooled(&mut self.clips, DISTINCT_CLIPS, dice, clip::film);
                Made::new(bytes, "mp4", "video/mp4")
                    .sized(width, height)
                    .lasting(seconds)
            }
            FileKind::Document if dice.chance(120) => {
                let (bytes, (width, height)) = picture::png(dice);
                Made::new(bytes, "png", "image/png").sized(width, height)
            }
            FileKind::Document => {
                let (bytes, pages) = paper::write(name.unwrap_or("Notes"), dice);
                Made {
                    pages,
                    ..Made::new(bytes, "pdf", "application/pdf")
                }
            }
            _ => {
                let (bytes, (width, height)) = picture::jpeg(dice);
                Made::new(bytes, "jpg", "image/jpeg").sized(width, height)
            }
        }
    }

    /// The path the app would choose.
    fn path(
        &mut self,
        kind: FileKind,
        sent: bool,
        at: i64,
        extension: &str,
        name: Option<&str>,
    ) -> String {
        let date = Timestamp::from_millisecond(at)
            .unwrap_or_default()
            .to_zoned(TimeZone::UTC)
            .date();
        let day = at.div_euclid(86_400_000);
        if day != self.day {
            self.day = day;
            self.counters = [0; 8];
        }
        let (slot, folder, prefix) = match kind {
            FileKind::Image | FileKind::ViewOnceImage => (0, "Images", "IMG"),
            FileKind::Video | FileKind::ViewOnceVideo => (1, "Video", "VID"),
            FileKind::Gif => (2, "Animated Gifs", "VID"),
            FileKind::Voice | FileKind::ViewOnceVoice => (3, "Voice Notes", "PTT"),
            FileKind::VideoNote => (4, "Video Notes", "PTV"),
            FileKind::Audio => (5, "Audio", "AUD"),
            FileKind::Document => (6, "Documents", "DOC"),
            FileKind::Sticker => (7, "Stickers", "STK"),
        };
        self.counters[slot] += 1;
        let number = self.counters[slot];
        let stamp = format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
        let inner = match kind {
            FileKind::Voice | FileKind::VideoNote => {
                let week = date.iso_week_date();
                format!("{:04}{:02}/", week.year(), week.week())
            }
            _ if sent => "Sent/".to_owned(),
            _ => String::new(),
        };
        match (kind, name) {
            (FileKind::Document, Some(name)) => {
                format!("Media/WhatsApp Documents/{inner}{name} {stamp}-{number}.{extension}")
            }
            _ => {
                format!("Media/WhatsApp {folder}/{inner}{prefix}-{stamp}-WA{number:04}.{extension}")
            }
        }
    }
}

/// Contents of a file and what the message says of it.
struct Made {
    bytes: Vec<u8>,
    extension: &'static str,
    mime: &'static str,
    pixels: (u32, u32),
    seconds: i64,
    pages: i64,
}

impl Made {
    fn new(bytes: Vec<u8>, extension: &'static str, mime: &'static str) -> Self {
        Made {
            bytes,
            extension,
            mime,
            pixels: (0, 0),
            seconds: 0,
            pages: 0,
        }
    }

    fn sized(mut self, width: u32, height: u32) -> Self {
        self.pixels = (width, height);
        self
    }

    fn lasting(mut self, seconds: i64) -> Self {
        self.seconds = seconds;
        self
    }
}

/// One of at most `most` contents, made when it is first needed.
fn pooled<T: Clone>(
    pool: &mut Vec<T>,
    most: usize,
    dice: &mut Dice,
    make: impl Fn(&mut Dice) -> T,
) -> T {
    if pool.len() < most {
        let made = make(dice);
        pool.push(made.clone());
        return made;
    }
    dice.pick(pool).clone()
}

/// View-once media: the message is there, the file is not.
fn gone(kind: FileKind, view_once: i64) -> FileDraft {
    let mime = match kind {
        FileKind::ViewOnceImage => "image/jpeg",
        FileKind::ViewOnceVideo => "video/mp4",
        _ => "audio/ogg; codecs=opus",
    };
    FileDraft {
        mime: mime.to_owned(),
        size: 48_213,
        view_once,
        ..FileDraft::default()
    }
}

fn base_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Writes a file with the message's date.
fn put(path: &Path, bytes: &[u8], at: i64) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)?;
    let at = Duration::from_millis(u64::try_from(at).unwrap_or(0));
    fs::File::options()
        .write(true)
        .open(path)?
        .set_modified(SystemTime::UNIX_EPOCH + at)
}

#[cfg(test)]
mod tests;
