//! Replaces parts of a text, and keeps the places of its mentions right.

use std::ops::Range;

use latchkey_index::MentionRow;

/// A part of a text and what comes in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) with: String,
}

/// Sorts edits and joins those that overlap, the first one's words for all.
pub(crate) fn joined(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| (edit.range.start, std::cmp::Reverse(edit.range.end)));
    let mut apart: Vec<Edit> = Vec::with_capacity(edits.len());
    for edit in edits {
        match apart.last_mut() {
            Some(last) if edit.range.start < last.range.end => {
                last.range.end = last.range.end.max(edit.range.end);
            }
            _ => apart.push(edit),
        }
    }
    apart
}

/// The text with the edits made, which are [`joined`]. Mentions that an edit touches are gone; the others move along.
pub(crate) fn apply(text: &str, edits: &[Edit], mentions: &mut Vec<MentionRow>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        out.push_str(text.get(from..edit.range.start).unwrap_or_default());
        out.push_str(&edit.with);
        from = edit.range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    mentions.retain_mut(|mention| {
        let mut start = mention.start;
        for edit in edits {
            if edit.range.start < mention.end && mention.start < edit.range.end {
                return false;
            }
            if edit.range.end <= mention.start {
                start = start - edit.range.len() + edit.with.len();
            }
        }
        mention.end = start + (mention.end - mention.start);
        mention.start = start;
        true
    });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(range: Range<usize>, with: &str) -> Edit {
        Edit {
            range,
            with: with.to_owned(),
        }
    }

    #[test]
    fn mentions_move_with_the_text_and_those_that_are_touched_go() {
        let text = "one @Ana two @Ben three";
        let mention = |start, end| MentionRow {
            start,
            end,
            ..MentionRow::default()
        };
        let mut mentions = vec![mention(4, 8), mention(13, 17)];
        let edits = joined(vec![edit(14..20, "[x]"), edit(0..3, "first")]);
        let out = apply(text, &edits, &mut mentions);
        assert_eq!(out, "first @Ana two @[x]ree");
        assert_eq!(mentions, [mention(6, 10)]);
    }

    #[test]
    fn edits_that_overlap_are_one() {
        let edits = joined(vec![edit(4..9, "b"), edit(2..6, "a"), edit(9..10, "c")]);
        assert_eq!(edits, [edit(2..9, "a"), edit(9..10, "c")]);
    }
}
