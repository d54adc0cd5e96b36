//! The export itself: its plan, its two readers, and what happens when they are stopped.

use std::time::{Duration, Instant};

use latchkey_export::{
    Begin, ExportError, ExportProgress, ExportStage, Plan, Readers, Unfinished, export, plan,
};
use latchkey_index::ChatId;

use super::asking::Asked;
use super::{left, place, report};
use crate::shell::session::{Reader, Since};
use crate::shell::{Shell, held};
use crate::views::{CommandError, ExportAskView, ExportProgressView, ExportReportView};

/// Between two tellings.
const EVERY: Duration = Duration::from_millis(100);
/// No time left before it has run this long.
const SETTLED: Duration = Duration::from_secs(3);
/// Small changes of the history that an export goes on after.
const MOST_CHANGES: u32 = 1000;

type Tell<'a> = &'a mut dyn FnMut(ExportProgressView);

/// Exports what is asked into the place that was chosen.
///
/// # Errors
/// `cancelled` when it was stopped or the app was locked: what is written stays then. `in_use` while something else runs.
/// Else what the export says.
pub fn run(
    shell: &Shell,
    view: &ExportAskView,
    tell: Tell<'_>,
) -> Result<ExportReportView, CommandError> {
    let _turn = shell.running.begin()?;
    let since = shell.session.since();
    shell.exporting.cancel_estimate();
    let (asked, out) = (Asked::of(shell, view)?, place::of(shell));
    let planned = shell.session.read_aside(|reader| {
        let request = asked.request(reader)?;
        Ok::<_, CommandError>(plan(reader.index(), request)?)
    })?;
    place::remember(shell, &out);
    write(shell, since, &planned, Begin::New(out), tell)
}

/// Goes on with an export that was cut off; with the rules that are chosen now, where it follows any.
///
/// # Errors
/// As [`run`]; `history_changed` where chats, rules or this program are others than then, or a chat is hidden now that was
/// not.
pub fn resume(shell: &Shell, id: &str, tell: Tell<'_>) -> Result<ExportReportView, CommandError> {
    let _turn = shell.running.begin()?;
    let since = shell.session.since();
    shell.exporting.cancel_estimate();
    let unfinished = left::of(shell, id)?;
    let rules = match (unfinished.redacted, &held(&shell.exporting.chosen).rules) {
        (false, _) => None,
        (true, Some((_, rules))) => Some(rules.clone()),
        (true, None) => return Err(CommandError::usage("no redaction file is chosen")),
    };
    let planned = shell.session.read_aside(|reader| {
        let mut request = unfinished.request.clone();
        request.redaction.clone_from(&rules);
        hide_also(&mut request.choice.hidden, reader);
        Ok::<_, CommandError>(plan(reader.index(), request)?)
    })?;
    write(shell, since, &planned, Begin::Resume(unfinished), tell)
}

/// What is hidden now was perhaps not then: the plan is another one then, and is refused.
fn hide_also(hidden: &mut Vec<ChatId>, reader: &Reader<'_>) {
    for chat in reader.visible().hidden() {
        if !hidden.contains(chat) {
            hidden.push(*chat);
        }
    }
}

fn write(
    shell: &Shell,
    since: Since,
    planned: &Plan,
    mut begin: Begin,
    tell: Tell<'_>,
) -> Result<ExportReportView, CommandError> {
    let mut pace = Pace::default();
    let now = jiff::Timestamp::now().as_millisecond();
    for _ in 0..MOST_CHANGES {
        let again = folder_of(&begin);
        let [walk, beside] = shell.session.two_aside(since)?;
        let readers = Readers { walk, beside };
        let made = export(planned, readers, begin, None, now, &mut |step| {
            shell.session.touch();
            if let Some(view) = pace.observe(step) {
                tell(view);
            }
            shell.running.answer()
        });
        match made {
            Ok(made) => return Ok(done(shell, since, made)),
            // A small change, such as a mark, stopped the readers: it goes on from where it was.
            Err(ExportError::Locked) if shell.session.since() == since => {
                begin = match Unfinished::read(&again.unfinished) {
                    Ok(unfinished) => Begin::Resume(unfinished),
                    Err(_) => Begin::New(again.out),
                };
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(ExportError::Locked.into())
}

fn done(shell: &Shell, since: Since, made: latchkey_export::ExportReport) -> ExportReportView {
    let mut chosen = held(&shell.exporting.chosen);
    // The next one needs a name of its own.
    chosen.place = None;
    if shell.session.since() == since {
        chosen.made = Some(made.path.clone());
    }
    drop(chosen);
    tracing::info!(name: "exported", messages = made.counts.written, files = made.files);
    report::view(made)
}

/// Both names of an export's folder.
struct Again {
    out: std::path::PathBuf,
    unfinished: std::path::PathBuf,
}

fn folder_of(begin: &Begin) -> Again {
    match begin {
        Begin::New(out) => {
            let mut name = out.file_name().unwrap_or_default().to_owned();
            name.push(".unfinished");
            Again {
                unfinished: out.with_file_name(name),
                out: out.clone(),
            }
        }
        Begin::Resume(unfinished) => Again {
            out: unfinished.path.with_extension(""),
            unfinished: unfinished.path.clone(),
        },
    }
}

/// What the window is told, not too often.
#[derive(Default)]
struct Pace {
    told: Option<(Instant, ExportStage)>,
    /// When messages were first written, and how many there were already.
    begun: Option<(Instant, u64)>,
}

impl Pace {
    fn observe(&mut self, step: ExportProgress) -> Option<ExportProgressView> {
        let now = Instant::now();
        let just = |(at, stage): (Instant, ExportStage)| stage == step.stage && now - at < EVERY;
        if self.told.is_some_and(just) {
            return None;
        }
        self.told = Some((now, step.stage));
        if step.stage == ExportStage::Messages && self.begun.is_none() {
            self.begun = Some((now, step.done));
        }
        Some(ExportProgressView {
            stage: step.stage.into(),
            done: step.done,
            total: step.total,
            bytes: step.bytes,
            seconds_left: self.seconds_left(now, step),
        })
    }

    fn seconds_left(&self, now: Instant, step: ExportProgress) -> Option<u32> {
        let (at, before) = self.begun.filter(|_| step.stage == ExportStage::Messages)?;
        let (time, done) = (now - at, step.done.checked_sub(before)?);
        if time < SETTLED || done == 0 {
            return None;
        }
        let left = u128::from(step.total.saturating_sub(step.done));
        let seconds = time.as_millis() * left / u128::from(done) / 1000;
        u32::try_from(seconds).ok()
    }
}
