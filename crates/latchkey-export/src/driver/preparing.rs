//! Makes of a message that was read the entry that a format sees: chosen, called as was asked, redacted, with its file.

use latchkey_index::{MissingReason, WalkedMessage};
use latchkey_redact::{FileRule, Reason, RedactionCounts, Verdict, rename};

use crate::media::cleaning;
use crate::plan::Plan;
use crate::request::{MediaChoice, NameChoice};

/// Whether a message that was chosen goes out.
pub(super) fn prepare(
    plan: &Plan,
    message: &mut WalkedMessage,
    counts: &mut RedactionCounts,
) -> Result<(), Reason> {
    if !plan.request.own_marks {
        message.row.own_marks = None;
    }
    hide_quotation(plan, message);
    if let Some(redactor) = &plan.redactor {
        if let Verdict::LeaveOut(reason) = redactor.message(message, counts) {
            counts.left_out(reason);
            return Err(reason);
        }
        if redactor.files() == FileRule::Pictures && message.thumbnail.is_some() {
            let cleaned = message.thumbnail.as_deref().and_then(cleaning::thumbnail);
            counts.files += u64::from(cleaned.is_none());
            message.thumbnail = cleaned;
        }
    }
    if plan.request.names != NameChoice::Names {
        rename(message, &|person| {
            plan.people.name(person).map(str::to_owned)
        });
    }
    if plan.request.media == MediaChoice::None {
        message.thumbnail = None;
    }
    promise_what_goes_out(message);
    Ok(())
}

/// A reply in private may quote a chat that may not be shown: of that nothing goes out, not even that it is there.
fn hide_quotation(plan: &Plan, message: &mut WalkedMessage) {
    let hidden = &plan.request.choice.hidden;
    let quoted = message.row.quoted.as_ref().and_then(|quoted| quoted.chat);
    if quoted.is_some_and(|chat| hidden.contains(&chat)) {
        message.row.quoted = None;
        if let Some(stored) = &mut message.stored {
            stored.quote = None;
        }
    }
}

/// A row says that the index keeps a small picture: of one that does not go out, the export says nothing.
fn promise_what_goes_out(message: &mut WalkedMessage) {
    let there = message.thumbnail.is_some();
    if let Some(media) = &mut message.row.media {
        media.thumbnail &= there;
    }
    if let Some(link) = &mut message.row.link {
        link.thumbnail &= there;
    }
}

/// What becomes of files.
pub(super) fn file_rule(plan: &Plan) -> FileRule {
    plan.redactor
        .as_ref()
        .map_or(FileRule::All, latchkey_redact::Redactor::files)
}

/// Why the file of a message is not in any media folder; `None` where it is.
pub(super) fn missing(message: &WalkedMessage) -> Option<MissingReason> {
    let media = message.row.media.as_ref()?;
    match media.found {
        Some(_) => None,
        None => Some(media.missing.unwrap_or(MissingReason::Absent)),
    }
}

#[cfg(test)]
mod tests {
    use latchkey_index::{LinkRow, MediaRow};

    use super::*;

    #[test]
    fn a_row_promises_no_small_picture_that_does_not_go_out() {
        for picture in [None, Some(vec![0xff, 0xd8])] {
            let mut message = WalkedMessage {
                thumbnail: picture.clone(),
                ..WalkedMessage::default()
            };
            message.row.media = Some(MediaRow {
                thumbnail: true,
                ..MediaRow::default()
            });
            message.row.link = Some(LinkRow {
                thumbnail: true,
                ..LinkRow::default()
            });
            promise_what_goes_out(&mut message);
            let media = message.row.media.map(|media| media.thumbnail);
            let link = message.row.link.map(|link| link.thumbnail);
            assert_eq!(media, Some(picture.is_some()));
            assert_eq!(link, Some(picture.is_some()));
        }
    }
}
