//! What a message is found by: its own words, one part a line, in one order for ever.
//!
//! The text index and the snippets are both made from this string, and taking a message out of the text index
//! needs the very words it was put in by: whoever reads a message back from the tables adds the same parts in
//! the same order. What a message quotes is not its own.

use std::collections::HashMap;

use latchkey_messages::{Business, Content, Event, LinkPreview, Mention, Message, Place};

/// What stands in the text for somebody whom nothing names.
const NAMELESS: &str = "…";

/// Mentions of one text that are named: a name for each of millions would fill the memory.
const MOST_MENTIONS: usize = 5000;

/// Gathers the words of one message.
#[derive(Debug, Default)]
pub(crate) struct OwnWords(String);

impl OwnWords {
    /// The words of a message that a source hands out; `mention_name` says what to call whom it mentions.
    pub(crate) fn of(
        message: &Message,
        mention_name: &dyn Fn(&Mention) -> Option<String>,
    ) -> String {
        let mut words = Self::default();
        if let Some(text) = &message.text {
            if message.mentions.is_empty() {
                words.add(text);
            } else {
                let mentions = message.mentions.iter();
                let names: HashMap<&str, Option<String>> = mentions
                    .map(|mention| (mention.digits.as_str(), mention_name(mention)))
                    .collect();
                words.add(&with_names(text, |digits| names.get(digits).cloned()));
            }
        }
        if let Some(media) = &message.media {
            words.add_some(media.name.as_deref());
            words.add_some(media.transcript.as_deref());
        }
        if let Some(content) = &message.content {
            words.content(content);
        }
        words.into_string()
    }

    /// Adds one part; parts come in this order: text, file name, transcript, then [`OwnWords::content`]'s.
    pub(crate) fn add(&mut self, part: &str) {
        if part.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(part);
    }

    fn add_some(&mut self, part: Option<&str>) {
        self.add(part.unwrap_or_default());
    }

    /// Adds what only this kind of message has.
    pub(crate) fn content(&mut self, content: &Content) {
        match content {
            Content::Link(link) => self.link(link),
            Content::Place(place) => self.place(place),
            Content::Contacts(cards) => {
                for card in cards {
                    self.add_some(card.name.as_deref());
                }
            }
            Content::Poll(poll) => {
                for option in &poll.options {
                    self.add(&option.text);
                }
            }
            Content::Event(event) => self.event(event),
            Content::Invite(invite) => self.add_some(invite.name.as_deref()),
            Content::Business(business) => self.business(business),
        }
    }

    /// The page's title, and its host where the text does not have it.
    fn link(&mut self, link: &LinkPreview) {
        self.add_some(link.title.as_deref());
        if let Some(host) = link.url.as_deref().and_then(host)
            && !self.0.contains(host)
        {
            self.add(host);
        }
    }

    fn place(&mut self, place: &Place) {
        self.add_some(place.name.as_deref());
        self.add_some(place.address.as_deref());
    }

    fn event(&mut self, event: &Event) {
        self.add_some(event.name.as_deref());
        self.add_some(event.description.as_deref());
        if let Some(place) = &event.place {
            self.place(place);
        }
    }

    fn business(&mut self, business: &Business) {
        self.add_some(business.title.as_deref());
        self.add_some(business.description.as_deref());
        self.add_some(business.footer.as_deref());
        for button in &business.buttons {
            self.add(&button.text);
        }
    }

    /// All parts.
    pub(crate) fn into_string(self) -> String {
        self.0
    }
}

/// The text with names for the digits after each `@`; `None` for digits that are no mention, which stay, and
/// `Some(None)` for somebody whom nothing names.
pub(crate) fn with_names(text: &str, name: impl Fn(&str) -> Option<Option<String>>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut left = MOST_MENTIONS;
    while let Some((before, after)) = rest.split_once('@').filter(|_| left > 0) {
        left -= 1;
        out.push_str(before);
        out.push('@');
        let end = after
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(after.len());
        let (digits, after) = after.split_at_checked(end).unwrap_or(("", after));
        match name(digits) {
            Some(Some(name)) => out.push_str(&name),
            Some(None) if !digits.is_empty() => out.push_str(NAMELESS),
            _ => out.push_str(digits),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The host of an address, without `www.`, user, port, path.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://").unwrap_or(("", url));
    let authority = rest.split(['/', '?', '#']).next()?;
    let authority = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let host = authority
        .split_once(':')
        .map_or(authority, |(host, _)| host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use latchkey_messages::{
        Button, ContactCard, Invite, Media, PersonId, Poll, PollOption, Quote,
    };

    use super::*;

    fn words(message: &Message) -> String {
        OwnWords::of(message, &|mention| mention.name.clone())
    }

    fn with(text: Option<&str>, content: Content) -> Message {
        Message {
            text: text.map(str::to_owned),
            content: Some(Box::new(content)),
            ..Message::default()
        }
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn text_file_name_and_transcript_come_in_this_order_and_a_quotation_is_left_out() {
        let message = Message {
            text: some("the caption"),
            media: Some(Media {
                name: some("Plan.pdf"),
                transcript: some("spoken"),
                ..Media::default()
            }),
            quoted: Some(Quote {
                text: some("not mine"),
                ..Quote::default()
            }),
            ..Message::default()
        };
        assert_eq!(words(&message), "the caption\nPlan.pdf\nspoken");
        assert_eq!(words(&Message::default()), "");
    }

    #[test]
    fn mentions_are_names_and_nobody_is_a_number() {
        let mention = |digits: &str, name: Option<&str>| Mention {
            digits: digits.to_owned(),
            person: Some(PersonId(1)),
            name: name.map(str::to_owned),
        };
        let message = Message {
            text: some("@123 @1234, @99 and @5 or a@b.c @"),
            mentions: vec![
                mention("123", Some("Ana")),
                mention("1234", Some("Bo")),
                mention("99", None),
            ],
            ..Message::default()
        };
        assert_eq!(words(&message), "@Ana @Bo, @… and @5 or a@b.c @");
    }

    #[test]
    fn every_content_has_its_words() {
        let option = |text: &str| PollOption {
            text: text.to_owned(),
            total: None,
        };
        let poll = Poll {
            options: vec![option("pasta"), option("pizza")],
            ..Poll::default()
        };
        assert_eq!(
            words(&with(Some("dinner?"), Content::Poll(poll))),
            "dinner?\npasta\npizza"
        );
        let place = Place {
            name: some("Harbour"),
            address: some("Quay 1"),
            url: some("https://maps.example"),
            ..Place::default()
        };
        assert_eq!(
            words(&with(None, Content::Place(place.clone()))),
            "Harbour\nQuay 1"
        );
        let event = Event {
            name: some("Regatta"),
            description: some("bring oars"),
            place: Some(place),
            ..Event::default()
        };
        assert_eq!(
            words(&with(None, Content::Event(event))),
            "Regatta\nbring oars\nHarbour\nQuay 1"
        );
        let card = |name: &str| ContactCard {
            name: some(name),
            vcard: "BEGIN:VCARD".to_owned(),
            people: Vec::new(),
        };
        assert_eq!(
            words(&with(
                None,
                Content::Contacts(vec![card("Ana"), card("Bo")])
            )),
            "Ana\nBo"
        );
        let invite = Invite {
            name: some("Hikers"),
            code: some("secret"),
            ..Invite::default()
        };
        assert_eq!(words(&with(None, Content::Invite(invite))), "Hikers");
        let business = Business {
            title: some("Order 7"),
            footer: some("thanks"),
            buttons: vec![Button {
                text: "Pay".to_owned(),
                ..Button::default()
            }],
            ..Business::default()
        };
        assert_eq!(
            words(&with(Some("hello"), Content::Business(business))),
            "hello\nOrder 7\nthanks\nPay"
        );
    }

    #[test]
    fn a_link_gives_its_title_and_its_host_once() {
        let link = |url: &str| {
            Content::Link(LinkPreview {
                url: some(url),
                title: some("A page"),
                description: some("not mine"),
                thumbnail: None,
            })
        };
        assert_eq!(
            words(&with(
                Some("https://www.example.org/a"),
                link("https://www.example.org/a")
            )),
            "https://www.example.org/a\nA page"
        );
        assert_eq!(
            words(&with(
                Some("look"),
                link("https://u:p@www.example.org:8080?q#f")
            )),
            "look\nA page\nexample.org"
        );
        assert_eq!(host(""), None);
        assert_eq!(host("://"), None);
    }
}
