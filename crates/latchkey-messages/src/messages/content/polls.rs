//! Polls with their options and votes, and events with their answers.

use std::collections::HashMap;

use super::places::point;
use crate::messages::addons::AddOns;
use crate::messages::tables::{Beside, Tables};
use crate::value;
use crate::{Event, Place, Poll, PollOption};

/// Options of one poll; the app allows a dozen.
const MOST_OPTIONS: usize = 1000;

/// The poll of a message: options in the order of their rows, and the newest vote of each person.
pub(super) fn poll(
    tables: &mut Tables<'_>,
    add_ons: &mut AddOns<'_>,
    id: i64,
) -> rusqlite::Result<Option<Poll>> {
    let own = tables.one(Beside::Poll, id, |row| {
        (value::positive(row, 1), value::time(row, 2))
    })?;
    let (mut options, mut places, mut more) = (Vec::new(), HashMap::new(), 0);
    tables.each(Beside::PollOptions, id, &mut |row| {
        if options.len() >= MOST_OPTIONS {
            more += 1;
            return;
        }
        let number = value::integer(row, 1).or_else(|| value::integer(row, 0));
        if let (Some(number), Ok(place)) = (number, u32::try_from(options.len())) {
            places.entry(number).or_insert(place);
        }
        options.push(PollOption {
            text: value::text(row, 2).unwrap_or_default(),
            total: value::unsigned(row, 3).and_then(|total| u32::try_from(total).ok()),
        });
    })?;
    tables.pass_over(Beside::PollOptions, more);
    if own.is_none() && options.is_empty() {
        return Ok(None);
    }
    let (choices, ends_at) = own.unwrap_or_default();
    let place_of = |row: i64| places.get(&row).copied();
    let votes = add_ons.votes(&place_of)?;
    Ok(Some(Poll {
        choices,
        ends_at,
        options,
        votes,
    }))
}

/// The event of a message, or that of an invitation to one.
pub(super) fn event(
    tables: &mut Tables<'_>,
    add_ons: &mut AddOns<'_>,
    id: i64,
) -> rusqlite::Result<Option<Event>> {
    let found = tables.one(Beside::Event, id, |row| {
        let place = Place {
            at: point(row, 3),
            name: value::text(row, 5),
            address: value::text(row, 6),
            ..Place::default()
        };
        Event {
            name: value::text(row, 1),
            description: value::text(row, 2),
            place: Some(place).filter(|place| *place != Place::default()),
            link: value::text(row, 7),
            starts_at: value::time(row, 8),
            ends_at: value::time(row, 9),
            cancelled: value::flag(row, 10),
            answers: Vec::new(),
        }
    })?;
    let found = match found {
        Some(found) => Some(found),
        None => tables.one(Beside::EventInvite, id, |row| Event {
            name: value::text(row, 1),
            description: value::text(row, 2),
            link: value::text(row, 3),
            starts_at: value::time(row, 4),
            ends_at: value::time(row, 5),
            cancelled: value::flag(row, 6),
            ..Event::default()
        })?,
    };
    let Some(mut event) = found else {
        return Ok(None);
    };
    event.answers = add_ons.answers()?;
    Ok(Some(event))
}
