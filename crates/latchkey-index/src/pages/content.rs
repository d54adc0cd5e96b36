//! Reads what only one kind of message has.

use std::ops::ControlFlow;

use rusqlite::Row;

use super::page::{Page, newest_of_each, room};
use crate::rows::{
    AnswerRow, BusinessRow, ButtonRow, ContactRow, EventRow, InviteRow, LinkRow, LocationRow,
    MessageId, PersonId, PersonName, PollOptionRow, PollRow, VoteRow,
};

/// Columns of a person `p`: the id, of whoever stays of two, and the name.
macro_rules! person {
    ($id:literal) => {
        concat!(
            "coalesce(p.same_as, ",
            $id,
            "), coalesce(p.name, '+' || p.phone)"
        )
    };
}

pub(super) fn links(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT message, url, title, description,
         EXISTS(SELECT 1 FROM thumbnail WHERE thumbnail.message = link.message)
       FROM link WHERE message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        message.link = Some(LinkRow {
            url: row.get(1)?,
            title: row.get(2)?,
            description: row.get(3)?,
            // Where there is a file, the small picture is of the file.
            thumbnail: row.get(4)? && message.media.is_none(),
        });
        Ok(())
    })
}

pub(super) fn places(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT message, latitude, longitude, name, address, url, live_seconds, last_latitude, last_longitude,
        last_at FROM place WHERE message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        message.location = Some(LocationRow {
            latitude: row.get(1)?,
            longitude: row.get(2)?,
            name: row.get(3)?,
            address: row.get(4)?,
            url: row.get(5)?,
            live_seconds: number(row, 6)?,
            last_latitude: row.get(7)?,
            last_longitude: row.get(8)?,
            last_at: row.get(9)?,
        });
        Ok(())
    })
}

pub(super) fn contacts(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let most = page.limits.cards;
    let sql = "SELECT message, name, vcard FROM contact WHERE message BETWEEN ?1 AND ?2 ORDER BY message, n";
    page.fill_first(sql, |message, row| {
        message.contacts.push(ContactRow {
            name: row.get(1)?,
            vcard: row.get(2)?,
            people: Vec::new(),
        });
        Ok(room(&message.contacts, most))
    })?;
    let count = "SELECT count(*) FROM contact WHERE message = ?1";
    page.count_more(most, count, |message| {
        Some((message.contacts.len(), &mut message.contacts_more))
    })?;
    let sql = concat!(
        "SELECT c.message, c.n, ",
        person!("c.person"),
        " FROM contact_person c LEFT JOIN person p ON p.id = c.person WHERE c.message BETWEEN ?1 AND ?2
         ORDER BY c.message, c.n, c.person"
    );
    page.fill_first(sql, |message, row| {
        let Some(card) = message.contacts.get_mut(place(row, 1)?) else {
            return Ok(ControlFlow::Break(()));
        };
        if card.people.len() < most {
            card.people.push(PersonName {
                person: PersonId(row.get(2)?),
                name: row.get(3)?,
            });
        }
        Ok(ControlFlow::Continue(()))
    })
}

pub(super) fn polls(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT message, choices, ends_at FROM poll WHERE message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        message.poll = Some(PollRow {
            choices: row.get(1)?,
            ends_at: row.get(2)?,
            ..PollRow::default()
        });
        Ok(())
    })?;
    let sql = "SELECT message, text, total FROM poll_option WHERE message BETWEEN ?1 AND ?2 ORDER BY message, n";
    page.fill(sql, |message, row| {
        message
            .poll
            .get_or_insert_default()
            .options
            .push(PollOptionRow {
                text: row.get(1)?,
                votes: 0,
                total: row.get(2)?,
            });
        Ok(())
    })?;
    votes(page)
}

fn votes(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let (most, most_chosen) = (page.limits.given, page.limits.chosen);
    let sql = concat!(
        "SELECT v.message, v.from_me, ",
        person!("v.sender"),
        ", v.at FROM vote v LEFT JOIN person p ON p.id = v.sender
         WHERE v.message BETWEEN ?1 AND ?2 ORDER BY v.message, v.n"
    );
    page.fill_first(sql, |message, row| {
        let poll = message.poll.get_or_insert_default();
        poll.voters.push(VoteRow {
            from_me: row.get(1)?,
            sender: row.get::<_, Option<i64>>(2)?.map(PersonId),
            sender_name: row.get(3)?,
            at: row.get(4)?,
            options: Vec::new(),
        });
        Ok(room(&poll.voters, most))
    })?;
    // The places of voters have no gaps: a vote is never taken out.
    let count = "SELECT coalesce(max(n) + 1, 0) FROM vote WHERE message = ?1";
    page.count_more(most, count, |message| {
        let poll = message.poll.as_mut()?;
        Some((poll.voters.len(), &mut poll.voters_more))
    })?;
    let mut of_poll = (MessageId(0), 0);
    let sql = "SELECT message, n, option FROM vote_option WHERE message BETWEEN ?1 AND ?2
        ORDER BY message, n, option";
    page.fill_first(sql, |message, row| {
        let place = place(row, 1)?;
        let poll = message.poll.as_mut();
        let Some(poll) = poll.filter(|poll| place < poll.voters.len()) else {
            return Ok(ControlFlow::Break(()));
        };
        let before = if of_poll.0 == message.id {
            of_poll.1
        } else {
            0
        };
        of_poll = (message.id, before + 1);
        if before >= most_chosen {
            // No vote is shown by a part of what was chosen.
            poll.voters_more += (poll.voters.len() - place) as u64;
            poll.voters.truncate(place);
            return Ok(ControlFlow::Break(()));
        }
        if let Some(vote) = poll.voters.get_mut(place) {
            vote.options.push(row.get(2)?);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    for poll in page
        .rows
        .iter_mut()
        .filter_map(|message| message.poll.as_mut())
    {
        newest_of_each(&mut poll.voters, |vote| (vote.sender, vote.at));
        for chosen in poll.voters.iter().flat_map(|vote| &vote.options) {
            if let Some(option) = poll.options.get_mut(*chosen as usize) {
                option.votes += 1;
            }
        }
    }
    Ok(())
}

pub(super) fn events(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let most = page.limits.given;
    let sql = "SELECT message, name, description, link, starts_at, ends_at, cancelled FROM event
        WHERE message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        message.event = Some(EventRow {
            name: row.get(1)?,
            description: row.get(2)?,
            location: message.location.take(),
            link: row.get(3)?,
            starts_at: row.get(4)?,
            ends_at: row.get(5)?,
            cancelled: row.get(6)?,
            answers: Vec::new(),
            answers_more: 0,
        });
        Ok(())
    })?;
    let sql = concat!(
        "SELECT a.message, a.from_me, ",
        person!("a.sender"),
        ", a.at, a.response, a.guests FROM event_answer a LEFT JOIN person p ON p.id = a.sender
         WHERE a.message BETWEEN ?1 AND ?2 ORDER BY a.message, a.n"
    );
    page.fill_first(sql, |message, row| {
        let Some(event) = &mut message.event else {
            return Ok(ControlFlow::Break(()));
        };
        event.answers.push(AnswerRow {
            from_me: row.get(1)?,
            sender: row.get::<_, Option<i64>>(2)?.map(PersonId),
            sender_name: row.get(3)?,
            at: row.get(4)?,
            response: row.get(5)?,
            guests: row.get(6)?,
        });
        Ok(room(&event.answers, most))
    })?;
    let count = "SELECT coalesce(max(n) + 1, 0) FROM event_answer WHERE message = ?1";
    page.count_more(most, count, |message| {
        let event = message.event.as_mut()?;
        Some((event.answers.len(), &mut event.answers_more))
    })?;
    for event in page
        .rows
        .iter_mut()
        .filter_map(|message| message.event.as_mut())
    {
        newest_of_each(&mut event.answers, |answer| (answer.sender, answer.at));
    }
    Ok(())
}

pub(super) fn invites(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT message, name, address, code, expires_at FROM invite WHERE message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        message.invite = Some(InviteRow {
            name: row.get(1)?,
            address: row.get(2)?,
            code: row.get(3)?,
            expires_at: row.get(4)?,
        });
        Ok(())
    })
}

pub(super) fn businesses(page: &mut Page<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT message, title, description, footer, items, amount_1000, currency, status FROM business
        WHERE message BETWEEN ?1 AND ?2";
    page.fill(sql, |message, row| {
        message.business = Some(BusinessRow {
            title: row.get(1)?,
            description: row.get(2)?,
            footer: row.get(3)?,
            buttons: Vec::new(),
            items: row.get(4)?,
            amount_1000: row.get(5)?,
            currency: row.get(6)?,
            status: row.get(7)?,
        });
        Ok(())
    })?;
    let sql = "SELECT message, text, target, chosen FROM button WHERE message BETWEEN ?1 AND ?2 ORDER BY message, n";
    page.fill(sql, |message, row| {
        if let Some(business) = &mut message.business {
            business.buttons.push(ButtonRow {
                text: row.get(1)?,
                target: row.get(2)?,
                chosen: row.get(3)?,
            });
        }
        Ok(())
    })
}

fn number(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<u64>> {
    let value = row.get::<_, Option<i64>>(at)?;
    Ok(value.and_then(|value| value.try_into().ok()))
}

/// A place in a list.
fn place(row: &Row<'_>, at: usize) -> rusqlite::Result<usize> {
    Ok(row.get::<_, i64>(at)?.try_into().unwrap_or(usize::MAX))
}
