//! Makes an export: walks the chats once, redacts, hands over, checkpoints, seals and publishes.
//!
//! One thread reads, this one makes the format's bytes, a third hashes and writes. Between them are a few batches and a few
//! megabytes, whatever the size of the history.

mod calls;
mod pipeline;
mod preparing;
mod resuming;
mod writing;

use std::ops::{ControlFlow, Deref};
use std::path::PathBuf;
use std::time::Instant;

use latchkey_proof::{SignManifest, sign};
use latchkey_restore::{History, free_space};

pub(crate) use self::writing::Counted;
use self::writing::Writing;
use crate::error::ExportError;
use crate::estimate::{Estimate, estimate_with};
use crate::formats::hooks;
use crate::manifest;
use crate::plan::Plan;
use crate::report::{ExportProgress, ExportReport, ExportStage};
use crate::unfinished::{Place, Unfinished};

/// Free space that an export leaves to others, bytes.
const LEFT_FREE: u64 = 64 << 20;

/// Two readers of one history: one walks the messages on a thread of its own, one opens their files.
#[derive(Debug)]
pub struct Readers<H> {
    /// Walks.
    pub walk: H,
    /// Reads what hangs beside: files, members, calls.
    pub beside: H,
}

/// Where an export is made.
#[derive(Debug)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one of it for each export"
)]
pub enum Begin {
    /// A folder that is not there yet.
    New(PathBuf),
    /// An unfinished export is gone on with.
    Resume(Unfinished),
}

/// Makes an export. It is written beside its name and gets the name when it is whole; what was there before stays.
/// `now`: milliseconds UTC. `on_progress` may stop it: then the unfinished export is named in the error, to be resumed or
/// deleted by [`Unfinished`].
///
/// # Errors
/// [`ExportError`]. What was written is gone, unless [`ExportError::keeps_what_is_written`] or it was cancelled.
pub fn export<H>(
    plan: &Plan,
    readers: Readers<H>,
    begin: Begin,
    signer: Option<&mut dyn SignManifest>,
    now: i64,
    on_progress: &mut dyn FnMut(ExportProgress) -> ControlFlow<()>,
) -> Result<ExportReport, ExportError>
where
    H: Deref<Target = History> + Send,
{
    let started = Instant::now();
    let format = hooks(&plan.request)?;
    let place = match &begin {
        Begin::New(out) => {
            let estimated = estimate_with(&readers.beside, plan, out, &*format, on_progress)?;
            require_room(&estimated, out)?;
            Place::make(out)?
        }
        Begin::Resume(unfinished) => Place::take(&unfinished.path)?,
    };
    let made = Writing::begin(plan, &place, format, &begin, now)
        .and_then(|writing| writing.run(readers, signer, on_progress));
    match made {
        Ok(mut report) => {
            report.path = place.publish()?;
            report.seconds = started.elapsed().as_secs_f64();
            Ok(report)
        }
        Err(ExportError::Cancelled { .. }) => Err(ExportError::Cancelled {
            kept: Some(place.folder.clone()),
        }),
        Err(error) => {
            let resumed = matches!(begin, Begin::Resume(_));
            if !error.keeps_what_is_written() && !resumed {
                place.discard();
            }
            Err(error)
        }
    }
}

/// A fifth more than estimated, the files, and some room for others.
fn require_room(estimated: &Estimate, out: &std::path::Path) -> Result<(), ExportError> {
    let folder = out.parent().unwrap_or(out);
    let needed = estimated.bytes.saturating_mul(12) / 10 + estimated.media_bytes + LEFT_FREE;
    let free = match folder.as_os_str().is_empty() {
        true => free_space(std::path::Path::new(".")),
        false => free_space(folder),
    };
    match free {
        Some(free) if free < needed => Err(ExportError::NoSpace {
            path: folder.to_owned(),
            needed: needed - free,
        }),
        _ => Ok(()),
    }
}

impl Writing<'_> {
    /// Everything after the beginning: messages, calls, the end, the proof.
    fn run<H>(
        mut self,
        readers: Readers<H>,
        signer: Option<&mut dyn SignManifest>,
        on_progress: &mut dyn FnMut(ExportProgress) -> ControlFlow<()>,
    ) -> Result<ExportReport, ExportError>
    where
        H: Deref<Target = History> + Send,
    {
        let Readers { walk, beside } = readers;
        self.messages(walk, &beside, on_progress)?;
        self.calls(&beside)?;
        self.at(ExportStage::Finishing, on_progress)?;
        self.finish()?;
        self.at(ExportStage::Proof, on_progress)?;
        let files = self.settled()?;
        let mut manifest = manifest::of(self.plan, &self.counted(), self.run.now);
        let folder = self.folder().to_owned();
        let sealed = latchkey_proof::seal(&folder, manifest::KIND, &mut manifest, &files)?;
        let mut report = self.counted().report(self.plan, &sealed);
        if let Some(signer) = signer {
            self.at(ExportStage::Signing, on_progress)?;
            let signed = sign(&folder, manifest::KIND, &sealed, signer);
            report.signed_by = Some(signed.map_err(ExportError::Sign)?);
            report.files += 1;
        }
        Ok(report)
    }
}
