//! What came of an export, as the window shows it.

use latchkey_export::ExportReport;
use serde::Serialize;

use super::shown_name;
use crate::histories::restoring::reasons;
use crate::views::{ExportReportView, KindCountView, LeftOutView};

/// For the window.
pub fn view(report: ExportReport) -> ExportReportView {
    let counts = report.counts;
    let folder = report.path.parent().unwrap_or(&report.path);
    let replaced = report.redacted.as_ref();
    let left_out = counts.left_out.iter().map(|(reason, count)| LeftOutView {
        reason: word(reason),
        count: *count,
    });
    let by_kind = counts.by_kind.iter().map(|(kind, count)| KindCountView {
        kind: kind.as_str().to_owned(),
        count: *count,
    });
    ExportReportView {
        name: shown_name(&report.path),
        folder: folder.to_string_lossy().into_owned(),
        format: report.format.into(),
        left_out: left_out.filter(|row| row.count > 0).collect(),
        by_kind: by_kind.collect(),
        chosen: counts.chosen,
        written: counts.written,
        chats: counts.chats,
        people: counts.people,
        calls: counts.calls,
        reactions: counts.reactions,
        media_written: report.media.written,
        media_missing: report.media.missing,
        missing_by_reason: reasons(report.media.missing_by_reason),
        media_left_out: report.media.left_out,
        replaced: replaced.map_or(0, |removed| {
            removed.places.values().sum::<u64>() + removed.entries
        }),
        files: report.files,
        bytes: report.bytes,
        manifest_sha256: report.manifest_sha256,
        glyphs_missing: report.glyphs_missing,
        seconds: report.seconds,
    }
}

/// The word of the command line.
fn word(reason: &impl Serialize) -> String {
    let value = serde_json::to_value(reason).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}
