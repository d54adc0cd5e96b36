//! `latchkey export --format F --out NAME`: chats for other programs, for a court, for a family.

mod choices;
mod telling;

use crate::arguments::UnlockArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::Output;
use crate::progress::Progress;
use crate::{Done, cancel, dates, unlock};
use clap::{Args, ValueEnum};
use jiff::tz::TimeZone;
use latchkey_export::{
    Begin, CsvFlavour, ExportError, ExportRequest, FormatName, FormatOptions, Language,
    MediaChoice, NameChoice, PaperSize, Plan, Readers, TextPreset, Unfinished, estimate, export,
    formats, plan,
};
use latchkey_redact::RedactionRules;
use latchkey_restore::{ErrorCode, History};
use std::path::{Path, PathBuf};

/// Bytes of a redaction file, at most.
const LARGEST_RULES: u64 = 16 << 20;

/// Write chats out, with a manifest and the sum of every file.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey export --index chats --identity kit.txt --format jsonl --out exported --zone Europe/Madrid
  latchkey export --index chats --identity kit.txt --format json --out with-ana --chat 12 --media none
  latchkey export --index chats --identity kit.txt --format json --out x --estimate
  latchkey export --resume exported.unfinished --index chats --identity kit.txt
  latchkey export --delete exported.unfinished
  latchkey verify exported

The files are not encrypted: whoever has them can read them.")]
pub(crate) struct Export {
    /// Folder of the history
    #[arg(long, value_name = "DIR", required_unless_present = "delete")]
    index: Option<PathBuf>,
    #[command(flatten)]
    unlock: UnlockArguments,
    /// As what
    #[arg(long, value_name = "FORMAT", value_parser = format, required_unless_present_any = ["resume", "delete"])]
    format: Option<FormatName>,
    /// The folder to make; it must not be there yet
    #[arg(long, value_name = "NAME", required_unless_present_any = ["resume", "delete"])]
    out: Option<PathBuf>,
    /// Go on with an export that was cut off
    #[arg(long, value_name = "NAME.unfinished", conflicts_with_all = ["out", "format", "estimate", "delete"])]
    resume: Option<PathBuf>,
    /// Delete an export that was cut off
    #[arg(long, value_name = "NAME.unfinished", conflicts_with_all = ["out", "format", "estimate"])]
    delete: Option<PathBuf>,
    #[command(flatten)]
    choices: choices::Choices,
    #[command(flatten)]
    manner: Manner,
    /// Only say how much it will be
    #[arg(long)]
    estimate: bool,
    /// On Ctrl-C keep what is written, to go on with it
    #[arg(long)]
    keep_unfinished: bool,
}

const MANNER: &str = "How it is written";

/// How an export is written. What is hidden serves formats that are not offered yet.
#[derive(Debug, Args)]
struct Manner {
    /// Files of messages
    #[arg(long, value_enum, default_value = "files", help_heading = MANNER)]
    media: Media,
    /// Time zone of local times, such as Europe/Madrid; else the settings'
    #[arg(long, value_name = "ZONE", help_heading = MANNER)]
    zone: Option<String>,
    /// What people are called
    #[arg(long, value_enum, default_value = "names", help_heading = MANNER)]
    names: CalledBy,
    /// Language of what the export itself says
    #[arg(long, value_name = "en|de|es|ar", value_parser = language, default_value = "en", help_heading = MANNER)]
    language: Language,
    /// With your own bookmarks, tags and notes
    #[arg(long, help_heading = MANNER)]
    marks: bool,
    /// Leave out or replace what this file says (TOML)
    #[arg(long, value_name = "FILE", help_heading = MANNER)]
    redact: Option<PathBuf>,
    /// text: whose layout
    #[arg(long, value_name = "PRESET", value_parser = preset, help_heading = MANNER, hide = true)]
    preset: Option<TextPreset>,
    /// csv: excel, plain or raw
    #[arg(long, value_name = "FLAVOUR", value_parser = flavour, help_heading = MANNER, hide = true)]
    csv: Option<CsvFlavour>,
    /// pdf: a4 or letter
    #[arg(long, value_name = "SIZE", value_parser = paper, help_heading = MANNER, hide = true)]
    paper: Option<PaperSize>,
    /// parquet: a dataset to add to
    #[arg(long, value_name = "DATASET", help_heading = MANNER, hide = true)]
    add_to: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Media {
    None,
    Thumbnails,
    Files,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CalledBy {
    Names,
    Numbers,
    Both,
}

/// One of a closed list, by the word that JSON has for it.
fn among<T: serde::de::DeserializeOwned>(text: &str, words: &str) -> Result<T, String> {
    let value = serde_json::Value::from(text);
    serde_json::from_value(value).map_err(|_| format!("one of {words}"))
}

fn format(text: &str) -> Result<FormatName, String> {
    let words: Vec<_> = formats().map(FormatName::as_str).collect();
    let found = formats().find(|format| format.as_str() == text);
    found.ok_or_else(|| format!("formats are {}", words.join(", ")))
}

fn language(text: &str) -> Result<Language, String> {
    among(text, "en, de, es, ar")
}

fn preset(text: &str) -> Result<TextPreset, String> {
    among(text, "android-us, android-uk, android-de, ios-us, ios-uk")
}

fn flavour(text: &str) -> Result<CsvFlavour, String> {
    among(text, "excel, plain, raw")
}

fn paper(text: &str) -> Result<PaperSize, String> {
    among(text, "a4, letter")
}

pub(crate) fn run(verb: Export, output: &Output) -> Result<Done, Failure> {
    if let Some(folder) = &verb.delete {
        Unfinished::read(folder)?.delete()?;
        telling::deleted(folder, output)?;
        return Ok(Done::Whole);
    }
    let home = Home::find();
    let index = verb.index.clone().unwrap_or_default();
    let (request, begin) = match &verb.resume {
        Some(folder) => {
            let unfinished = Unfinished::read(folder)?;
            let mut request = unfinished.request.clone();
            request.redaction = verb.rules()?;
            (Some(request), Begin::Resume(unfinished))
        }
        None => (None, Begin::New(verb.out.clone().unwrap_or_default())),
    };
    let zone = verb.zone(&home)?;
    let history = unlock::history_in(&index, &verb.unlock, &home, output)?;
    let request = match request {
        Some(request) => request,
        None => verb.request(&history, &zone)?,
    };
    let planned =
        plan(history.index(), request).map_err(|error| Failure::from(error).at(&index))?;
    match &begin {
        Begin::New(out) if verb.estimate => tell_estimate(&history, &planned, out, output),
        _ => write(&verb, history, &planned, begin, output),
    }
}

fn tell_estimate(
    history: &History,
    planned: &Plan,
    out: &Path,
    output: &Output,
) -> Result<Done, Failure> {
    cancel::listen();
    let estimated = estimate(history, planned, out, &mut |_| cancel::asked())?;
    telling::estimated(&estimated, output)?;
    Ok(Done::Whole)
}

fn write(
    verb: &Export,
    history: History,
    planned: &Plan,
    begin: Begin,
    output: &Output,
) -> Result<Done, Failure> {
    cancel::listen();
    let readers = Readers {
        walk: Box::new(history.another_reader()?),
        beside: Box::new(history),
    };
    let mut progress = Progress::new();
    let made = export(
        planned,
        readers,
        begin,
        None,
        dates::now().as_millisecond(),
        &mut |step| {
            telling::progress(&mut progress, step, output);
            cancel::asked()
        },
    );
    progress.done();
    match made {
        Ok(report) => {
            telling::report(&report, output)?;
            Ok(match report.left_something_out() {
                true => Done::LeftOut,
                false => Done::Whole,
            })
        }
        Err(ExportError::Cancelled { kept: Some(kept) }) if !verb.keep_unfinished => {
            Unfinished::read(&kept)?.delete()?;
            Err(Failure::new(ErrorCode::Cancelled))
        }
        Err(error) => Err(error.into()),
    }
}

impl Export {
    fn request(&self, history: &History, zone: &TimeZone) -> Result<ExportRequest, Failure> {
        let format = self.format.unwrap_or(FormatName::Json);
        let manner = &self.manner;
        // A zone without a name cannot be said in the export, and is not replaced by another.
        let name = zone.iana_name().ok_or_else(|| Failure::usage("zone"))?;
        Ok(ExportRequest {
            options: manner.options(format),
            choice: self.choices.of(history.index(), zone)?,
            media: match manner.media {
                Media::None => MediaChoice::None,
                Media::Thumbnails => MediaChoice::Thumbnails,
                Media::Files => MediaChoice::Files,
            },
            names: match manner.names {
                CalledBy::Names => NameChoice::Names,
                CalledBy::Numbers => NameChoice::Numbers,
                CalledBy::Both => NameChoice::Both,
            },
            language: manner.language,
            own_marks: manner.marks,
            redaction: self.rules()?,
            ..ExportRequest::new(format, name)
        })
    }

    fn zone(&self, home: &Home) -> Result<TimeZone, Failure> {
        match &self.manner.zone {
            None => Ok(home.time_zone()),
            Some(name) => TimeZone::get(name).map_err(|_| Failure::usage("zone").detail(name)),
        }
    }

    fn rules(&self) -> Result<Option<RedactionRules>, Failure> {
        use std::io::Read as _;
        let Some(path) = &self.manner.redact else {
            return Ok(None);
        };
        let mut text = String::new();
        let read = std::fs::File::open(path)
            .and_then(|file| file.take(LARGEST_RULES).read_to_string(&mut text));
        read.map_err(|error| Failure::of(&error).at(path))?;
        let rules = RedactionRules::read(&text).map_err(ExportError::Redaction);
        Ok(Some(rules.map_err(|error| Failure::from(error).at(path))?))
    }
}

impl Manner {
    /// What only the format can be asked; what belongs to another one says nothing.
    fn options(&self, format: FormatName) -> FormatOptions {
        match format {
            FormatName::Text => FormatOptions::Text(self.preset.unwrap_or_default()),
            FormatName::Csv => FormatOptions::Csv(self.csv.unwrap_or_default()),
            FormatName::Pdf => FormatOptions::Pdf(self.paper.unwrap_or_default()),
            FormatName::Parquet => FormatOptions::Parquet {
                add_to: self.add_to.clone(),
            },
            _ => FormatOptions::None,
        }
    }
}
