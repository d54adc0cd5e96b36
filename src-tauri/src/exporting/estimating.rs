//! How much an export will be: read beside the open history, one estimate at a time, and only the last that was asked for.

use std::sync::atomic::Ordering;

use latchkey_export::{Estimate, estimate, plan};

use super::asking::Asked;
use super::place;
use crate::shell::{Shell, held};
use crate::views::{CommandError, ErrorCode, ExportAskView, ExportEstimateView};

/// Estimates what is asked; an earlier estimate that is still being made stops.
///
/// # Errors
/// `cancelled` when another was asked for meanwhile, or it was stopped; `nothing_chosen`; `bad_redaction`; else as
/// `Session::read_aside`.
pub fn run(shell: &Shell, view: &ExportAskView) -> Result<ExportEstimateView, CommandError> {
    let exporting = &shell.exporting;
    let turn = exporting.turn.fetch_add(1, Ordering::SeqCst) + 1;
    let _one = held(&exporting.one);
    if exporting.go_on(turn).is_break() {
        return Err(CommandError::new(ErrorCode::Cancelled, "another is asked"));
    }
    let (asked, out) = (Asked::of(shell, view)?, place::of(shell));
    shell.session.read_aside(|reader| {
        let planned = plan(reader.index(), asked.request(reader)?)?;
        let found = estimate(reader, &planned, &out, &mut |_| exporting.go_on(turn))?;
        Ok::<_, CommandError>(shown(&found))
    })
}

fn shown(found: &Estimate) -> ExportEstimateView {
    ExportEstimateView {
        chats: found.chats,
        messages: found.messages,
        media_files: found.media_files,
        media_missing: found.media_missing,
        bytes: found.bytes.saturating_add(found.media_bytes),
        files: found.files,
        free: found.free,
    }
}
