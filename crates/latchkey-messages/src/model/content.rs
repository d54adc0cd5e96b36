//! What only one kind of message has.

use super::PersonId;

/// What only one kind of message has.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// The preview of a link in the text, as it was stored when it was sent.
    Link(LinkPreview),
    /// A place, or where somebody was for a while.
    Place(Place),
    /// Contact cards, all of them.
    Contacts(Vec<ContactCard>),
    /// A poll; its question is the message's text.
    Poll(Poll),
    /// An event; what it says of itself is here.
    Event(Event),
    /// An invitation to a group or a channel.
    Invite(Invite),
    /// A message of a business: template, list, buttons, order, product, payment.
    Business(Business),
}

/// The preview of a link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkPreview {
    /// The address.
    pub url: Option<String>,
    /// The page's title.
    pub title: Option<String>,
    /// What the page said of itself.
    pub description: Option<String>,
    /// Small picture (JPEG, PNG or WebP) of the page, stored in the database itself; absent where the message has a file,
    /// whose picture it would be.
    pub thumbnail: Option<Vec<u8>>,
}

/// A place. Degrees; not finite or out of range: absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// Latitude and longitude.
    pub at: Option<(f64, f64)>,
    /// Name.
    pub name: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// A link that was sent with it.
    pub url: Option<String>,
    /// Shared live for this many seconds.
    pub live_seconds: Option<u64>,
    /// The last place of a live share, and when, milliseconds UTC.
    pub last: Option<((f64, f64), Option<i64>)>,
}

/// One contact card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactCard {
    /// The name on it.
    pub name: Option<String>,
    /// The card as it was sent (vCard).
    pub vcard: String,
    /// People of this source whose address stands beside the card.
    pub people: Vec<PersonId>,
}

/// A poll.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Poll {
    /// How many options one person may choose; 0 or absent: any number.
    pub choices: Option<u32>,
    /// When it closes, milliseconds UTC.
    pub ends_at: Option<i64>,
    /// The options in their order.
    pub options: Vec<PollOption>,
    /// Newest vote of each person; one that was taken back has no options.
    pub votes: Vec<Vote>,
}

/// One option of a poll.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PollOption {
    /// Its words.
    pub text: String,
    /// Votes as the source counted them, which may be more than the voters it names.
    pub total: Option<u32>,
}

/// One person's vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The owner's own.
    pub from_me: bool,
    /// Who; `None` for the owner's own and where it is unknowable.
    pub sender: Option<PersonId>,
    /// Milliseconds UTC.
    pub at: Option<i64>,
    /// Places of the chosen options in [`Poll::options`].
    pub options: Vec<u32>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Event {
    /// What it is called.
    pub name: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Where.
    pub place: Option<Place>,
    /// A link to take part by.
    pub link: Option<String>,
    /// Milliseconds UTC.
    pub starts_at: Option<i64>,
    /// Milliseconds UTC.
    pub ends_at: Option<i64>,
    /// It was called off.
    pub cancelled: bool,
    /// Newest answer of each person.
    pub answers: Vec<EventAnswer>,
}

/// One person's answer to an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventAnswer {
    /// The owner's own.
    pub from_me: bool,
    /// Who.
    pub sender: Option<PersonId>,
    /// Milliseconds UTC.
    pub at: Option<i64>,
    /// The source's number for the answer.
    pub response: Option<i64>,
    /// People they bring.
    pub guests: Option<u32>,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Invite {
    /// The group's or channel's name.
    pub name: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// The code that lets one in.
    pub code: Option<String>,
    /// When it runs out, milliseconds UTC.
    pub expires_at: Option<i64>,
}

/// A message of a business. Amounts are thousandths of the currency's unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Business {
    /// What it is about: the product's or order's title.
    pub title: Option<String>,
    /// More of the same.
    pub description: Option<String>,
    /// The small print below.
    pub footer: Option<String>,
    /// The buttons, or the rows of a list, in their order.
    pub buttons: Vec<Button>,
    /// How many things were ordered.
    pub items: Option<u32>,
    /// Amount in thousandths.
    pub amount_1000: Option<i64>,
    /// Currency, ISO 4217.
    pub currency: Option<String>,
    /// The source's number for the state of an order or payment.
    pub status: Option<i64>,
}

/// A button that a business offered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Button {
    /// What stands on it.
    pub text: String,
    /// What it leads to: an address or a number.
    pub target: Option<String>,
    /// It was the one that was chosen.
    pub chosen: bool,
}
