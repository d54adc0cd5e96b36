//! Writes what only one kind of message has.

use latchkey_messages::{Business, ContactCard, Content, Event, Invite, LinkPreview, Place, Poll};
use rusqlite::{Connection, params};

use super::table::{Meet, Table};
use crate::import::people::PeopleMap;
use crate::schema::flag;

/// The tables of content.
pub(crate) struct ContentWriter<'a> {
    link: Table<'a>,
    link_thumbnail: Table<'a>,
    place: Table<'a>,
    contact: Table<'a>,
    contact_person: Table<'a>,
    poll: Table<'a>,
    poll_option: Table<'a>,
    event: Table<'a>,
    invite: Table<'a>,
    business: Table<'a>,
    button: Table<'a>,
}

impl<'a> ContentWriter<'a> {
    pub(crate) fn new(tables: &'a Connection) -> Self {
        const MESSAGE: &[&str] = &["message"];
        const LISTED: &[&str] = &["message", "n"];
        let table = |name, keys, columns| Table::new(tables, name, keys, columns);
        Self {
            link: table("link", MESSAGE, &["url", "title", "description"]),
            link_thumbnail: table("thumbnail", MESSAGE, &["jpeg"]),
            place: table(
                "place",
                MESSAGE,
                &[
                    "latitude",
                    "longitude",
                    "name",
                    "address",
                    "url",
                    "live_seconds",
                    "last_latitude",
                    "last_longitude",
                    "last_at",
                ],
            ),
            contact: table("contact", LISTED, &["name", "vcard"]),
            contact_person: table("contact_person", &["message", "n", "person"], &[]),
            poll: table("poll", MESSAGE, &["choices", "ends_at"]),
            poll_option: table("poll_option", LISTED, &["text", "total"]),
            event: table(
                "event",
                MESSAGE,
                &[
                    "name",
                    "description",
                    "link",
                    "starts_at",
                    "ends_at",
                    "cancelled",
                ],
            ),
            invite: table(
                "invite",
                MESSAGE,
                &["name", "address", "code", "expires_at"],
            ),
            business: table(
                "business",
                MESSAGE,
                &[
                    "title",
                    "description",
                    "footer",
                    "items",
                    "amount_1000",
                    "currency",
                    "status",
                ],
            ),
            button: table("button", LISTED, &["text", "target", "chosen"]),
        }
    }

    /// Writes all but votes and answers, which belong to people.
    pub(crate) fn write(
        &mut self,
        id: i64,
        content: &Content,
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        match content {
            Content::Link(link) => self.link(id, link, meet),
            Content::Place(place) => self.place(id, place, meet),
            Content::Contacts(cards) => self.contacts(id, cards, meet, people),
            Content::Poll(poll) => self.poll(id, poll, meet),
            Content::Event(event) => self.event(id, event, meet),
            Content::Invite(invite) => self.invite(id, invite, meet),
            Content::Business(business) => self.business(id, business, meet),
        }
    }

    fn link(&mut self, id: i64, link: &LinkPreview, meet: Meet) -> rusqlite::Result<()> {
        self.link
            .put(meet, params![id, link.url, link.title, link.description])?;
        match &link.thumbnail {
            Some(picture) => self.link_thumbnail.put(meet, params![id, picture]),
            None => Ok(()),
        }
    }

    fn place(&mut self, id: i64, place: &Place, meet: Meet) -> rusqlite::Result<()> {
        let last = place.last.map(|(last, _)| last);
        self.place.put(
            meet,
            params![
                id,
                place.at.map(|at| at.0),
                place.at.map(|at| at.1),
                place.name,
                place.address,
                place.url,
                place
                    .live_seconds
                    .and_then(|seconds| i64::try_from(seconds).ok()),
                last.map(|at| at.0),
                last.map(|at| at.1),
                place.last.and_then(|(_, at)| at),
            ],
        )
    }

    fn contacts(
        &mut self,
        id: i64,
        cards: &[ContactCard],
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        for (n, card) in (0_i64..).zip(cards) {
            self.contact
                .put(meet, params![id, n, card.name, card.vcard])?;
            let mut known: Vec<i64> = card
                .people
                .iter()
                .filter_map(|&who| people.id(who))
                .collect();
            known.sort_unstable();
            known.dedup();
            for person in known {
                self.contact_person.put(meet, params![id, n, person])?;
            }
        }
        Ok(())
    }

    fn poll(&mut self, id: i64, poll: &Poll, meet: Meet) -> rusqlite::Result<()> {
        self.poll
            .put(meet, params![id, poll.choices, poll.ends_at])?;
        for (n, option) in (0_i64..).zip(&poll.options) {
            self.poll_option
                .put(meet, params![id, n, option.text, option.total])?;
        }
        Ok(())
    }

    fn event(&mut self, id: i64, event: &Event, meet: Meet) -> rusqlite::Result<()> {
        self.event.put(
            meet,
            params![
                id,
                event.name,
                event.description,
                event.link,
                event.starts_at,
                event.ends_at,
                event.cancelled,
            ],
        )?;
        match &event.place {
            Some(place) => self.place(id, place, meet),
            None => Ok(()),
        }
    }

    fn invite(&mut self, id: i64, invite: &Invite, meet: Meet) -> rusqlite::Result<()> {
        self.invite.put(
            meet,
            params![
                id,
                invite.name,
                invite.address,
                invite.code,
                invite.expires_at
            ],
        )
    }

    fn business(&mut self, id: i64, business: &Business, meet: Meet) -> rusqlite::Result<()> {
        self.business.put(
            meet,
            params![
                id,
                business.title,
                business.description,
                business.footer,
                business.items,
                business.amount_1000,
                business.currency,
                business.status,
            ],
        )?;
        for (n, button) in (0_i64..).zip(&business.buttons) {
            self.button.put(
                meet,
                params![id, n, button.text, button.target, button.chosen],
            )?;
        }
        Ok(())
    }
}

/// The bits of a message's flags for its content.
pub(crate) fn flags(content: &Content) -> i64 {
    match content {
        Content::Link(_) => flag::LINK,
        Content::Place(_) => flag::PLACE,
        Content::Contacts(_) => flag::CONTACTS,
        Content::Poll(_) => flag::POLL,
        Content::Event(event) if event.place.is_some() => flag::EVENT | flag::PLACE,
        Content::Event(_) => flag::EVENT,
        Content::Invite(_) => flag::INVITE,
        Content::Business(_) => flag::BUSINESS,
    }
}
