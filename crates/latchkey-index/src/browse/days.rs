//! The days of a chat on which there was talk.

use std::collections::BTreeMap;

use super::calendar::Shown;
use super::spans::Scope;
use crate::error::QueryError;
use crate::index::Index;
use crate::rows::ChatId;
use crate::search::UtcOffsets;

/// A day on which there was talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChatDay {
    /// Days since 1970-01-01, in the zone that was asked for.
    pub day: i32,
    /// Place in the chat of the first message with this date. Clocks disagree: one of another day may stand before it.
    pub position: u64,
    /// How many messages have this date, the app's own notices too.
    pub messages: u64,
}

impl Index {
    /// The days of a chat, by the sender's clock, the first one first. What has no date is on no day.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn days(
        &self,
        chat: ChatId,
        zone: &UtcOffsets,
        hidden: &[ChatId],
    ) -> Result<Vec<ChatDay>, QueryError> {
        let scope = Scope {
            chat: Some(chat),
            hidden,
        };
        let mut days = BTreeMap::new();
        // Most messages are of the same day as the one before.
        let mut current: Option<ChatDay> = None;
        scope.each(&self.tables, "id, chat, sent_at", |row, span| {
            let sent_at: Option<i64> = row.get(2)?;
            let Some(shown) = sent_at.and_then(|at| Shown::at(at, zone)) else {
                return Ok(());
            };
            match &mut current {
                Some(day) if day.day == shown.day => day.messages += 1,
                _ => {
                    let position = span.position_of(row.get(0)?);
                    let next = current.replace(ChatDay {
                        day: shown.day,
                        position,
                        messages: 1,
                    });
                    next.into_iter().for_each(|day| add(&mut days, day));
                }
            }
            Ok(())
        })?;
        current.into_iter().for_each(|day| add(&mut days, day));
        Ok(days.into_values().collect())
    }
}

/// Adds messages that follow each other; earlier ones of the same day keep the position.
fn add(days: &mut BTreeMap<i32, ChatDay>, more: ChatDay) {
    days.entry(more.day)
        .and_modify(|day| day.messages += more.messages)
        .or_insert(more);
}
