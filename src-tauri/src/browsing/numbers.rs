//! Days and numbers of whole chats, as the window shows them. Read beside the open history: they take longer than a page.

use latchkey_index::{ChatDay, ChatId, PersonCount, Statistics};

use super::zone::Zone;
use super::{hue, word};
use crate::shell::Shell;
use crate::views::{
    CommandError, DayView, EmojiCountView, KindBytesView, MonthView, PersonCountView,
    StatisticsView, StreakView,
};

/// The days of a chat on which there was talk.
///
/// # Errors
/// As `Session::read_aside`.
pub fn days(shell: &Shell, chat: ChatId) -> Result<Vec<DayView>, CommandError> {
    let zone = Zone::of(&shell.settings());
    let days = shell.session.read_aside(|reader| {
        let hidden = reader.visible().hidden();
        reader.index().days(chat, &zone.offsets, hidden)
    })?;
    Ok(days.into_iter().map(day).collect())
}

fn day(row: ChatDay) -> DayView {
    DayView {
        day: row.day,
        position: row.position,
        messages: row.messages,
    }
}

/// The numbers of one chat, or of all that are not hidden.
///
/// # Errors
/// As `Session::read_aside`.
pub fn statistics(shell: &Shell, chat: Option<ChatId>) -> Result<StatisticsView, CommandError> {
    let zone = Zone::of(&shell.settings());
    let numbers = shell.session.read_aside(|reader| {
        let hidden = reader.visible().hidden();
        reader.index().statistics(chat, &zone.offsets, hidden)
    })?;
    Ok(view(numbers, zone.name))
}

fn view(numbers: Statistics, zone: String) -> StatisticsView {
    let month = |row: latchkey_index::MonthCount| MonthView {
        month: row.month,
        mine: row.mine,
        theirs: row.theirs,
    };
    let kind = |row: latchkey_index::KindCount| KindBytesView {
        kind: word(row.kind),
        messages: row.messages,
        bytes: row.bytes,
    };
    let emoji = |row: latchkey_index::EmojiCount| EmojiCountView {
        emoji: row.emoji,
        count: row.count,
    };
    StatisticsView {
        messages: numbers.messages,
        undated: numbers.undated,
        notices: numbers.notices,
        months: numbers.months.into_iter().map(month).collect(),
        people: numbers.people.into_iter().map(person).collect(),
        people_more: numbers.people_more,
        hours: numbers.hours,
        kinds: numbers.kinds.into_iter().map(kind).collect(),
        emoji: numbers.emoji.into_iter().map(emoji).collect(),
        streak: numbers.streak.map(|row| StreakView {
            days: row.days,
            first: row.first,
            last: row.last,
        }),
        days: numbers.days,
        zone,
    }
}

fn person(row: PersonCount) -> PersonCountView {
    PersonCountView {
        from_me: row.from_me,
        hue: hue(row.person.map(|person| person.0)),
        name: row.name,
        messages: row.messages,
    }
}
