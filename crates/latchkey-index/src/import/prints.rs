//! By what an import knows a message again without reading it: a print of its identity and one of its content.
//!
//! Both are keyed by the history's own random number, so that nobody who writes messages can make two alike. A
//! content print that matches means that nothing has to be looked at; one of the identity only says where to look.

mod blocks;

use std::hash::Hasher;

use latchkey_messages::{
    Business, Content, Event, Mark, Media, Message, PersonId, Place, Poll, Quote, SystemNotice,
};
use rusqlite::Connection;
use siphasher::sip::SipHasher13;

pub(crate) use blocks::{Print, PrintBlocks};

use super::identity::Key;
use super::people::PeopleMap;
use crate::schema;

/// Makes the prints of one history.
pub(crate) struct Printer {
    key: [u8; 16],
    bytes: Bytes,
}

impl Printer {
    pub(crate) fn new(tables: &Connection) -> rusqlite::Result<Self> {
        let id: Vec<u8> =
            tables.query_row("SELECT value FROM meta WHERE name = 'id'", [], |row| {
                row.get(0)
            })?;
        Ok(Self {
            key: id.first_chunk().copied().unwrap_or_default(),
            bytes: Bytes::default(),
        })
    }

    /// What names a message within its chat, apart from its sender: 24 bits. One without a key is named by its time,
    /// kind and text.
    pub(crate) fn identity(
        &mut self,
        key: &Key,
        from_me: bool,
        sent_at: Option<i64>,
        kind: i64,
        text: Option<&str>,
    ) -> u32 {
        let bytes = self.bytes.begin();
        bytes.flag(from_me);
        bytes.key(key);
        if *key == Key::None {
            bytes.optional(sent_at);
            bytes.number(kind);
            bytes.text(text);
        }
        u32::try_from(self.hash() & 0xff_ffff).unwrap_or(0)
    }

    /// All that a source says of a message, in the history's own people: 56 bits, never 0. What a row number points to
    /// is not in it, only whether it points to something.
    pub(crate) fn content(
        &mut self,
        message: &Message,
        key: &Key,
        sender: Option<i64>,
        people: &PeopleMap,
    ) -> u64 {
        let bytes = self.bytes.begin();
        bytes.key(key);
        bytes.number(schema::kind_code(message.kind));
        bytes.number(super::write::plain_flags(message));
        bytes.optional(message.raw_kind);
        bytes.optional(sender);
        bytes.optional(message.sent_at);
        bytes.optional(message.received_at);
        bytes.text(message.text.as_deref());
        bytes.optional(message.forwarded.map(i64::from));
        bytes.optional(message.edited_at);
        bytes.optional(message.device.map(i64::from));
        if let Some(media) = &message.media {
            bytes.media(media);
        }
        if let Some(quote) = &message.quoted {
            bytes.quote(quote, people);
        }
        if let Some(notice) = &message.system {
            bytes.notice(notice, people);
        }
        for reaction in &message.reactions {
            bytes.text(Some(&reaction.emoji));
            bytes.gift(reaction.from_me, reaction.sender, reaction.at, people);
        }
        bytes.number(-2);
        if let Some(content) = &message.content {
            bytes.content(content, people);
        }
        bytes.beside(message, people);
        (self.hash() >> 8).max(1)
    }

    fn hash(&self) -> u64 {
        let mut hasher = SipHasher13::new_with_key(&self.key);
        hasher.write(&self.bytes.0);
        hasher.finish()
    }
}

/// Values one after the other, so that no two messages give the same bytes.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn begin(&mut self) -> &mut Self {
        self.0.clear();
        self
    }

    fn number(&mut self, value: i64) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    fn flag(&mut self, value: bool) {
        self.0.push(u8::from(value));
    }

    fn optional(&mut self, value: Option<i64>) {
        self.flag(value.is_some());
        if let Some(value) = value {
            self.number(value);
        }
    }

    fn large(&mut self, value: Option<u64>) {
        self.optional(value.map(u64::cast_signed));
    }

    fn small(&mut self, value: Option<u32>) {
        self.optional(value.map(i64::from));
    }

    fn bytes(&mut self, value: Option<&[u8]>) {
        self.optional(value.and_then(|value| i64::try_from(value.len()).ok()));
        self.0.extend_from_slice(value.unwrap_or_default());
    }

    fn text(&mut self, value: Option<&str>) {
        self.bytes(value.map(str::as_bytes));
    }

    fn key(&mut self, key: &Key) {
        match key {
            Key::None => self.0.push(0),
            Key::Hex(bytes) => {
                self.0.push(1);
                self.bytes(Some(bytes));
            }
            Key::Text(text) => {
                self.0.push(2);
                self.text(Some(text));
            }
        }
    }

    fn person(&mut self, person: Option<PersonId>, people: &PeopleMap) {
        self.optional(person.and_then(|person| people.id(person)));
    }

    fn gift(&mut self, from_me: bool, who: Option<PersonId>, at: Option<i64>, people: &PeopleMap) {
        self.flag(from_me);
        self.person(who, people);
        self.optional(at);
    }

    fn media(&mut self, media: &Media) {
        self.text(media.path.as_deref());
        self.text(media.name.as_deref());
        self.text(media.mime.as_deref());
        self.large(media.size);
        self.large(media.duration);
        self.small(media.width);
        self.small(media.height);
        self.small(media.pages);
        self.bytes(media.sha256.as_ref().map(<[u8; 32]>::as_slice));
        self.optional(media.downloaded.map(i64::from));
        self.flag(media.offloaded);
        self.bytes(media.waveform.as_deref());
        self.text(media.transcript.as_deref());
        // A picture only ever completes.
        self.flag(media.thumbnail.is_some());
    }

    fn quote(&mut self, quote: &Quote, people: &PeopleMap) {
        self.text(quote.key_id.as_deref());
        self.flag(quote.row.is_some());
        self.flag(quote.from_me);
        self.person(quote.sender, people);
        self.text(quote.text.as_deref());
        self.optional(quote.kind.map(schema::kind_code));
    }

    fn notice(&mut self, notice: &SystemNotice, people: &PeopleMap) {
        self.optional(notice.action);
        for person in &notice.people {
            self.person(Some(*person), people);
        }
        self.text(notice.old_value.as_deref());
        self.text(notice.new_value.as_deref());
        for group in &notice.groups {
            self.text(Some(group));
        }
        self.large(notice.seconds);
        self.small(notice.devices.map(|devices| devices.0));
        self.small(notice.devices.map(|devices| devices.1));
        self.optional(notice.yes.map(i64::from));
    }

    fn content(&mut self, content: &Content, people: &PeopleMap) {
        match content {
            Content::Link(link) => {
                self.text(link.url.as_deref());
                self.text(link.title.as_deref());
                self.text(link.description.as_deref());
                // Only where there is one: the print of a link without a picture stays what it was.
                if link.thumbnail.is_some() {
                    self.flag(true);
                }
            }
            Content::Place(place) => self.place(place),
            Content::Contacts(cards) => {
                for card in cards {
                    self.text(card.name.as_deref());
                    self.text(Some(&card.vcard));
                    for person in &card.people {
                        self.person(Some(*person), people);
                    }
                }
            }
            Content::Poll(poll) => self.poll(poll, people),
            Content::Event(event) => self.event(event, people),
            Content::Invite(invite) => {
                self.text(invite.name.as_deref());
                self.text(invite.address.as_deref());
                self.text(invite.code.as_deref());
                self.optional(invite.expires_at);
            }
            Content::Business(business) => self.business(business),
        }
    }

    fn place(&mut self, place: &Place) {
        for (latitude, longitude) in place.at.into_iter().chain(place.last.map(|last| last.0)) {
            self.0.extend_from_slice(&latitude.to_le_bytes());
            self.0.extend_from_slice(&longitude.to_le_bytes());
        }
        self.text(place.name.as_deref());
        self.text(place.address.as_deref());
        self.text(place.url.as_deref());
        self.large(place.live_seconds);
        self.optional(place.last.and_then(|last| last.1));
    }

    fn poll(&mut self, poll: &Poll, people: &PeopleMap) {
        self.small(poll.choices);
        self.optional(poll.ends_at);
        for option in &poll.options {
            self.text(Some(&option.text));
            self.small(option.total);
        }
        for vote in &poll.votes {
            self.gift(vote.from_me, vote.sender, vote.at, people);
            for &option in &vote.options {
                self.small(Some(option));
            }
        }
    }

    fn event(&mut self, event: &Event, people: &PeopleMap) {
        self.text(event.name.as_deref());
        self.text(event.description.as_deref());
        self.text(event.link.as_deref());
        self.optional(event.starts_at);
        self.optional(event.ends_at);
        self.flag(event.cancelled);
        if let Some(place) = &event.place {
            self.place(place);
        }
        for answer in &event.answers {
            self.gift(answer.from_me, answer.sender, answer.at, people);
            self.optional(answer.response);
            self.small(answer.guests);
        }
    }

    fn business(&mut self, business: &Business) {
        self.text(business.title.as_deref());
        self.text(business.description.as_deref());
        self.text(business.footer.as_deref());
        self.small(business.items);
        self.optional(business.amount_1000);
        self.text(business.currency.as_deref());
        self.optional(business.status);
        for button in &business.buttons {
            self.text(Some(&button.text));
            self.text(button.target.as_deref());
            self.flag(button.chosen);
        }
    }

    /// What few messages have; each with a number of its own before it.
    fn beside(&mut self, message: &Message, people: &PeopleMap) {
        for mention in &message.mentions {
            self.0.push(1);
            self.text(Some(&mention.digits));
            self.person(mention.person, people);
            self.text(mention.name.as_deref());
        }
        if let Some(part) = message.part_of {
            self.0.push(2);
            self.number(schema::part_kind_code(part.kind));
        }
        if let Some(disappearing) = message.disappearing {
            self.0.push(3);
            self.large(disappearing.seconds);
            self.optional(disappearing.expires_at);
        }
        self.mark(4, message.pinned, people);
        self.mark(5, message.kept, people);
        if let Some(revoked) = &message.revoked {
            self.0.push(6);
            self.flag(revoked.by_admin);
            self.person(revoked.admin, people);
            self.optional(revoked.at);
        }
        for receipt in &message.receipts {
            self.0.push(7);
            self.person(Some(receipt.person), people);
            self.optional(receipt.delivered_at);
            self.optional(receipt.read_at);
            self.optional(receipt.played_at);
        }
        if let Some(figures) = &message.channel {
            self.0.push(8);
            self.large(figures.views);
            for (emoji, count) in &figures.reactions {
                self.text(Some(emoji));
                self.large(Some(*count));
            }
        }
    }

    fn mark(&mut self, tag: u8, mark: Option<Mark>, people: &PeopleMap) {
        if let Some(mark) = mark {
            self.0.push(tag);
            self.gift(mark.from_me, mark.sender, mark.at, people);
        }
    }
}
