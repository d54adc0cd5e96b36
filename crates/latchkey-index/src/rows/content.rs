//! What only one kind of message has: links, places, cards, polls, events, invitations, offers.

use serde::Serialize;

use super::{PersonId, PersonName, is_false, is_zero};

/// The preview of a link, as it was stored when it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LinkRow {
    /// The address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The page's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What the page said of itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The index keeps a small picture of the page.
    #[serde(skip_serializing_if = "is_false")]
    pub thumbnail: bool,
}

/// A place, in degrees.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LocationRow {
    /// Of the place, or where a live share began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Of the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// A link that was sent with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Shared live for this many seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub live_seconds: Option<u64>,
    /// Where a live share ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_latitude: Option<f64>,
    /// Of the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_longitude: Option<f64>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_at: Option<i64>,
}

/// One contact card.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ContactRow {
    /// The name on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The card as it was sent (vCard).
    pub vcard: String,
    /// People of the history whom the card gives an address of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonName>,
}

/// A poll.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PollRow {
    /// How many options one person may choose; absent: any number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choices: Option<u32>,
    /// When it closes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<i64>,
    /// The options in their order.
    pub options: Vec<PollOptionRow>,
    /// Newest vote of each person; the first thousand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub voters: Vec<VoteRow>,
    /// Votes beyond those, which no option counts.
    #[serde(skip_serializing_if = "is_zero")]
    pub voters_more: u64,
}

/// One option of a poll.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PollOptionRow {
    /// Its words.
    pub text: String,
    /// Voters who are known to have chosen it.
    pub votes: u64,
    /// Votes as the phone counted them, which may be more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
}

/// One person's vote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct VoteRow {
    /// The owner's own.
    pub from_me: bool,
    /// Who; absent for the owner's own and where it is unknowable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<PersonId>,
    /// That person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_name: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
    /// Places of the chosen options, from 0; none: the vote was taken back.
    pub options: Vec<u32>,
}

/// An event.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EventRow {
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationRow>,
    /// A link to take part by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// When it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<i64>,
    /// When it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<i64>,
    /// It was called off.
    #[serde(skip_serializing_if = "is_false")]
    pub cancelled: bool,
    /// Newest answer of each person; the first thousand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<AnswerRow>,
    /// Answers beyond those.
    #[serde(skip_serializing_if = "is_zero")]
    pub answers_more: u64,
}

/// One person's answer to an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AnswerRow {
    /// The owner's own.
    pub from_me: bool,
    /// Who; absent for the owner's own and where it is unknowable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<PersonId>,
    /// That person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_name: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
    /// The source's number for the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<i64>,
    /// People they bring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guests: Option<u32>,
}

/// An invitation to a group or a channel.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct InviteRow {
    /// The group's or channel's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The code that lets one in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// When it runs out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<i64>,
}

/// A message of a business. Amounts are thousandths of the currency's unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BusinessRow {
    /// What it is about: the product's or order's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// More of the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The small print below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// The buttons, or the rows of a list, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<ButtonRow>,
    /// How many things were ordered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<u32>,
    /// Amount in thousandths.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_1000: Option<i64>,
    /// Currency, ISO 4217.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The source's number for the state of an order or payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<i64>,
}

/// A button that a business offered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ButtonRow {
    /// What stands on it.
    pub text: String,
    /// What it leads to: an address or a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// It was the one that was chosen.
    #[serde(skip_serializing_if = "is_false")]
    pub chosen: bool,
}
