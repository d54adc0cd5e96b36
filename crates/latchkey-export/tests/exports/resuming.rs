//! An export that was cut off is the same when it was gone on with, and nothing is left of one that was deleted.

use std::ops::ControlFlow;

use latchkey_export::{Begin, ExportError, ExportStage, FormatName, Unfinished, unfinished};

use crate::desk::*;

#[test]
fn what_was_cut_off_and_gone_on_with_is_the_same() {
    let desk = Desk::with(700);
    for format in latchkey_export::formats() {
        let word = format.as_str();
        let whole = desk.export(&format!("{word}-whole"), everything(format));
        let plan = desk.plan(everything(format));
        // Before the first checkpoint, and after the last.
        for (name, batches) in [("early", 3), ("late", u32::MAX)] {
            let out = desk.path(&format!("{word}-{name}"));
            let mut steps = 0;
            let stopped = desk.run(&plan, Begin::New(out.clone()), |step| {
                steps += u32::from(step.stage == ExportStage::Messages);
                match steps == batches || step.stage == ExportStage::Finishing {
                    true => ControlFlow::Break(()),
                    false => ControlFlow::Continue(()),
                }
            });
            let Err(ExportError::Cancelled { kept: Some(kept) }) = stopped else {
                panic!("{stopped:?}");
            };
            let found = unfinished(&[desk.path("")]);
            assert_eq!(found.len(), 1);
            assert_eq!((&found[0].path, found[0].in_use), (&kept, false));
            let begin = Begin::Resume(Unfinished::read(&kept).unwrap());
            let resumed = desk
                .run(&plan, begin, |_| ControlFlow::Continue(()))
                .unwrap();
            assert_eq!(resumed.path, out);
            assert_eq!(resumed.counts, whole.counts);
            assert_eq!(files(&resumed.path), files(&whole.path), "{word} {name}");
        }
    }
}

#[test]
fn another_request_does_not_go_on_with_it_and_a_deleted_one_is_gone() {
    let desk = Desk::with(300);
    let plan = desk.plan(everything(FormatName::Jsonl));
    let out = desk.path("out");
    let stopped = desk.run(&plan, Begin::New(out.clone()), |step| match step.stage {
        ExportStage::Messages => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    });
    assert!(matches!(stopped, Err(ExportError::Cancelled { .. })));
    let kept = desk.path("out.unfinished");
    let mut other = everything(FormatName::Jsonl);
    other.own_marks = true;
    let other = desk.plan(other);
    let begin = || Begin::Resume(Unfinished::read(&kept).unwrap());
    let resumed = desk.run(&other, begin(), |_| ControlFlow::Continue(()));
    assert!(
        matches!(resumed, Err(ExportError::HistoryChanged)),
        "{resumed:?}"
    );
    let again = desk.run(&plan, Begin::New(out), |_| ControlFlow::Continue(()));
    assert!(
        matches!(again, Err(ExportError::Unfinished { .. })),
        "{again:?}"
    );
    Unfinished::read(&kept).unwrap().delete().unwrap();
    assert!(!kept.exists());
}
