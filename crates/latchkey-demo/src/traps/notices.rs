//! Every code of a system notice that is known well, and floods of the commonest.

use std::path::Path;

use super::sketch::{Outcome, Sketch};
use crate::Expectations;
use crate::draft::{Body, NoticeDraft};
use crate::tables::SchemaState;

/// Codes about groups and communities, but for the change of a number.
const IN_GROUPS: &[i64] = &[
    1, 2, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 19, 20, 21, 27, 29, 30, 31, 32, 33, 52, 56, 60, 70,
    75, 78, 79, 80, 81, 82, 83, 84, 85, 87, 90, 91, 92, 99, 102, 107, 108, 109, 110, 111, 115, 116,
    118, 120, 123, 124, 125, 126, 127, 128, 131, 137, 138, 142, 144, 145, 148, 149, 156, 167, 169,
    173, 188, 189,
];
/// Codes about one person, channels, lists and business.
const IN_CHATS: &[i64] = &[
    9, 18, 46, 47, 50, 57, 58, 59, 63, 67, 68, 69, 129, 132, 133, 134, 136, 146, 155, 158, 165,
];
/// Codes that nobody knows.
const UNKNOWN: &[i64] = &[8, 76, 88, 95, 194, 4711, -3];

/// Each of them once, with all that its own tables can hold.
pub(super) fn every_notice(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let (ana, ben) = (sketch.person("Ana")?, sketch.person("Ben")?);
    let community = sketch.group("All of us", &[ana])?;
    let group = sketch.group("Group", &[ana, ben])?;
    let chat = sketch.chat(ana)?;
    sketch.text(community, Some(ana), "in the community: millrace")?;
    for (place, codes) in [(group, IN_GROUPS), (chat, IN_CHATS), (group, UNKNOWN)] {
        for code in codes {
            let mut notice = NoticeDraft::of(*code);
            if let Some(text) = text_of(*code) {
                notice.text = Some(text.to_owned());
            }
            if matches!(code, 1 | 165) {
                notice.old = Some("before".to_owned());
            }
            if matches!(
                code,
                2 | 4 | 5 | 7 | 9 | 12 | 13 | 14 | 18 | 20 | 52 | 57 | 79 | 81 | 82 | 83
            ) {
                notice.people = vec![ana, ben];
            }
            if matches!(code, 56 | 59 | 68) {
                notice.timer = Some(604_800);
            }
            if matches!(code, 46 | 47 | 50 | 63 | 67 | 69 | 158 | 165 | 169) {
                notice.name = Some("Paper & Sons".to_owned());
            }
            if matches!(code, 75 | 78 | 87 | 108 | 116 | 128) {
                notice.groups = vec![("All of us".to_owned(), Some(community))];
            }
            notice.devices = (*code == 57).then_some((2, 1));
            notice.yes = matches!(code, 11 | 58 | 70).then_some(true);
            sketch.body(place, Some(ana), Body::Notice(notice))?;
        }
    }
    if sketch.modern() {
        for number in [36, 56, 88, 112] {
            let seconds = (number < 60).then_some(86_400);
            sketch.body(chat, Some(ana), Body::NumberedNotice { number, seconds })?;
        }
    }
    sketch.plant(&["millrace"]);
    sketch.finish()
}

/// What stands in the text of a notice.
fn text_of(code: i64) -> Option<&'static str> {
    match code {
        1 | 11 => Some("The new subject"),
        6 => Some("1709287200"),
        27 => Some("What this group is about"),
        83 => Some("invite_link"),
        _ => None,
    }
}

/// A thousand security codes and devices between two messages of people.
pub(super) fn floods(path: &Path, schema: SchemaState) -> Outcome<Expectations> {
    let mut sketch = Sketch::new(path, schema)?;
    let people = (0..20)
        .map(|number| sketch.person(&format!("Member {number}")))
        .collect::<Outcome<Vec<_>>>()?;
    let group = sketch.group("Flooded", &people)?;
    sketch.text(group, Some(people[0]), "before the flood: reedmace")?;
    for number in 0..1_000 {
        let notice = NoticeDraft {
            people: vec![people[number % people.len()]],
            ..NoticeDraft::of(if number % 3 == 0 { 57 } else { 18 })
        };
        sketch.body(group, Some(people[0]), Body::Notice(notice))?;
    }
    sketch.text(group, Some(people[1]), "after the flood: hawkbit")?;
    sketch.plant(&["reedmace", "hawkbit"]);
    sketch.finish()
}
