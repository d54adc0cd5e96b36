//! What the command says of an export: while it runs, before it, and after.

use crate::failure::Failure;
use crate::output::{Output, bytes, clean};
use crate::progress::{Progress, Unit};
use latchkey_export::{Estimate, ExportProgress, ExportReport, ExportStage};
use serde_json::json;
use std::path::Path;

pub(super) fn progress(progress: &mut Progress, step: ExportProgress, output: &Output) {
    let (id, unit) = match step.stage {
        ExportStage::Counting => ("stage-counting", Unit::Messages),
        ExportStage::Messages => ("stage-exporting", Unit::Messages),
        ExportStage::Finishing => ("stage-finishing", Unit::Steps),
        ExportStage::Proof => ("stage-proof", Unit::Steps),
        ExportStage::Signing => ("stage-signing", Unit::Steps),
    };
    progress.at(&output.words().say(id, &[]), unit, step.done, step.total);
}

pub(super) fn deleted(folder: &Path, output: &Output) -> Result<(), Failure> {
    let path = folder.to_string_lossy().into_owned();
    match output.is_json() {
        true => output.json(&json!({ "deleted": path })),
        false => output.say("export-deleted", &[("path", clean(&path))]),
    }
}

pub(super) fn estimated(estimate: &Estimate, output: &Output) -> Result<(), Failure> {
    if output.is_json() {
        return output.json(estimate);
    }
    let number = |count: u64| count.to_string();
    output.say(
        "estimated",
        &[
            ("messages", number(estimate.messages)),
            ("chats", number(estimate.chats)),
            ("bytes", bytes(estimate.bytes + estimate.media_bytes)),
            ("files", number(estimate.files)),
        ],
    )?;
    if estimate.media_files + estimate.media_missing > 0 {
        output.say(
            "estimated-media",
            &[
                ("count", number(estimate.media_files)),
                ("bytes", bytes(estimate.media_bytes)),
                ("missing", number(estimate.media_missing)),
            ],
        )?;
    }
    match estimate.free {
        Some(free) => output.say("estimated-free", &[("free", bytes(free))]),
        None => Ok(()),
    }
}

pub(super) fn report(report: &ExportReport, output: &Output) -> Result<(), Failure> {
    if output.is_json() {
        return output.json(report);
    }
    let number = |count: u64| count.to_string();
    output.say(
        "exported",
        &[
            ("path", clean(&report.path.to_string_lossy())),
            ("chosen", number(report.counts.chosen)),
            ("written", number(report.counts.written)),
            ("chats", number(report.counts.chats)),
            ("calls", number(report.counts.calls)),
        ],
    )?;
    for (reason, count) in &report.counts.left_out {
        let reason = json!(reason).as_str().unwrap_or_default().to_owned();
        let facts = [("count", number(*count)), ("reason", reason)];
        output.say("exported-left", &facts)?;
    }
    output.say(
        "exported-media",
        &[
            ("written", number(report.media.written)),
            ("missing", number(report.media.missing)),
            ("left", number(report.media.left_out)),
        ],
    )?;
    output.say(
        "exported-size",
        &[
            ("files", number(report.files)),
            ("bytes", bytes(report.bytes)),
            ("seconds", format!("{:.1}", report.seconds)),
        ],
    )?;
    let sha256 = report.manifest_sha256.clone();
    output.say("exported-manifest", &[("sha256", sha256)])?;
    output.note("exported-open", &[]);
    Ok(())
}
