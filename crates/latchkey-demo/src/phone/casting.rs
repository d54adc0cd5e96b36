//! Fills the phone with the people and chats of the cast, and with strangers where it is to be larger.

use std::collections::HashMap;
use std::num::NonZeroU64;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{PhoneOptions, WritePhoneError, dice};
use crate::calendar::{DAY, Hours};
use crate::cast::{self, CHATS, Casting, Manner, ROLES, Shape};
use crate::conversation::{Conversation, Setup};
use crate::dice::Dice;
use crate::draft::{ChatAddress, ChatDraft, ChatNo, PersonDraft, PersonNo};
use crate::tables::{SchemaState, SourceWriter};
use crate::words::Tongue;

/// The phone's years, in days.
const YEARS: i64 = 2264;
/// From here on strangers join, one chat for this many messages.
const LARGE: u64 = 100_000;
const MESSAGES_A_STRANGER: u64 = 5_000;

/// Words that stand in one message each, for searches; the chat of the cast they are said in.
const NEEDLES: &[(usize, &str, &str)] = &[
    (
        2,
        "zephyrine",
        "The password for the raffle is zephyrine, don't ask me why",
    ),
    (
        3,
        "murciélago",
        "La abuela dice que había un murciélago en la cocina, palabra",
    ),
    (
        0,
        "Eichhörnchenbrücke",
        "Treffpunkt ist die Eichhörnchenbrücke, nicht die andere",
    ),
    (11, "قرنفليات", "اشتريت قرنفليات من السوق وهي جميلة جداً"),
    (
        17,
        "незабудочный",
        "Нашла тот самый незабудочный сервиз, представляешь",
    ),
];

/// Everybody on the phone and what they will say.
pub(super) struct Cast {
    pub(super) conversations: Vec<Conversation>,
    /// The chat with each person, by number.
    pub(super) direct: HashMap<PersonNo, ChatNo>,
    /// Everybody, in the order of the people given.
    pub(super) numbers: Vec<PersonNo>,
}

/// Adds people and chats; the largest phones' strangers included.
pub(super) fn cast(
    writer: &mut SourceWriter,
    people: &mut Vec<PersonDraft>,
    options: &PhoneOptions,
) -> Result<Cast, WritePhoneError> {
    let mut numbers: Vec<PersonNo> = people
        .iter()
        .map(|person| writer.person(person))
        .collect::<Result<_, _>>()?;
    let modern = options.schema == SchemaState::Modern;
    let chats: Vec<&Casting> = CHATS
        .iter()
        .filter(|chat| modern || old_enough(chat))
        .collect();
    let strangers = if options.messages > LARGE {
        (options.messages / MESSAGES_A_STRANGER).min(4_000)
    } else {
        0
    };
    let for_cast = if strangers > 0 {
        options.messages * 55 / 100
    } else {
        options.messages
    };
    let shares = Shares::of(&chats, for_cast, options.largest_chat);
    let span = Span::of(options);
    let mut conversations = Vec::with_capacity(chats.len());
    let mut direct = HashMap::new();
    let mut community = None;
    for (index, casting) in chats.into_iter().enumerate() {
        let members: Vec<PersonNo> = casting
            .people
            .iter()
            .filter_map(|name| find(name, &numbers))
            .collect();
        let life = (span.at(casting.life.0), span.at(casting.life.1));
        let mut throws = dice(options.seed, index);
        let mut draft = chat_draft(casting, &members, life.0, modern, &mut throws);
        if draft.members.len() > 3 {
            draft.past_members = gone_members(&members, &numbers, life, &mut throws);
        }
        let chat = writer.chat(&draft)?;
        if let (Shape::Person, [one]) = (casting.shape, members.as_slice()) {
            direct.insert(*one, chat);
        }
        if casting.shape == Shape::Community(1) {
            community = Some((casting.subject.to_owned(), chat));
        }
        let rows = shares.rows(casting.weight);
        let mut setup = Setup::of(casting, chat, members, life, rows);
        if modern && matches!(casting.shape, Shape::Community(2 | 3)) {
            setup.community.clone_from(&community);
        }
        if modern && casting.people == ["Oliver Hughes"] {
            setup.moves_to = Some(writer.person(&PersonDraft {
                phone: Some("447700900987".to_owned()),
                same: true,
                ..PersonDraft::default()
            })?);
        }
        if !modern && setup.shape == Shape::Private {
            setup.shape = Shape::Person;
        }
        let place = CHATS.iter().position(|chat| std::ptr::eq(chat, casting));
        if let Some(needle) = NEEDLES
            .iter()
            .find(|needle| Some(needle.0) == place && rows > 30)
        {
            setup.needle = Some(needle.2);
            writer.plant(needle.1);
        }
        conversations.push(Conversation::new(setup, throws));
    }
    let rest = options.messages - for_cast;
    strangers_chats(
        writer,
        people,
        options,
        (strangers, rest),
        &mut conversations,
        &mut numbers,
    )?;
    Ok(Cast {
        conversations,
        direct,
        numbers,
    })
}

/// One or two people who were in a group once and are not any more.
fn gone_members(
    members: &[PersonNo],
    everybody: &[PersonNo],
    (from, to): (i64, i64),
    dice: &mut Dice,
) -> Vec<(PersonNo, bool, i64)> {
    let mut gone: Vec<(PersonNo, bool, i64)> = Vec::new();
    for _ in 0..dice.between(0, 2) {
        let person = *dice.pick(everybody);
        if !members.contains(&person) && gone.iter().all(|known| known.0 != person) {
            let at = dice.between(from, to.max(from));
            gone.push((person, dice.chance(700), at));
        }
    }
    gone
}

/// Chats that phones had before private addresses, channels and communities.
fn old_enough(chat: &Casting) -> bool {
    match chat.shape {
        Shape::Channel => false,
        // the same person's chat by number is there too
        Shape::Private => chat.people != ["Robin Falk"],
        _ => true,
    }
}

fn find(name: &str, numbers: &[PersonNo]) -> Option<PersonNo> {
    let index = ROLES.iter().position(|role| role.name == name)?;
    numbers.get(index).copied()
}

fn chat_draft(
    casting: &Casting,
    members: &[PersonNo],
    created: i64,
    modern: bool,
    dice: &mut Dice,
) -> ChatDraft {
    let one = members.first().copied().unwrap_or(PersonNo(0));
    let address = match casting.shape {
        Shape::Person => ChatAddress::Phone(one),
        Shape::Private if modern => ChatAddress::Lid(one),
        Shape::Private => ChatAddress::Phone(one),
        Shape::Group | Shape::Community(_) => ChatAddress::Group(group_id(created, dice)),
        Shape::Channel => {
            ChatAddress::Channel(format!("1203631{:011}", dice.below(99_999_999_999)))
        }
        Shape::Broadcast => ChatAddress::Broadcast((created / 1000).to_string()),
        Shape::Status => ChatAddress::Status,
        Shape::Announcements => ChatAddress::Announcements,
        Shape::Deleted => ChatAddress::Deleted,
    };
    let mut draft = ChatDraft::at(address);
    draft.subject = (!casting.subject.is_empty()).then(|| casting.subject.to_owned());
    draft.created_at = Some(created);
    draft.archived = casting.flags.contains('a');
    draft.locked = casting.flags.contains('l');
    draft.hidden = casting.flags.contains('h');
    draft.timer = if casting.flags.contains('t') {
        604_800
    } else {
        0
    };
    draft.unread = if casting.flags.contains('u') {
        dice.between(2, 37)
    } else {
        0
    };
    draft.group_type = match casting.shape {
        Shape::Community(kind) if modern => kind,
        _ => 0,
    };
    if !matches!(casting.shape, Shape::Person | Shape::Private) {
        draft.members = members.to_vec();
    }
    if matches!(casting.shape, Shape::Group | Shape::Community(_)) {
        draft.participation = Some(match members.len() {
            _ if draft.archived => 1,
            0..=3 => 4,
            4 => 3,
            _ => 2,
        });
        if let ([_, second, .., last], true) = (members, modern) {
            draft.labels = vec![
                (*second, "Treasurer 💶".to_owned()),
                (*last, "2026".to_owned()),
            ];
        }
    }
    if casting.shape == Shape::Channel {
        draft.description = Some("News and hours. Nobody reads what you write here.".to_owned());
    }
    draft
}

/// New groups have 18 digits, old ones the founder's number and the second they were made.
fn group_id(created: i64, dice: &mut Dice) -> String {
    // 4 November 2021, about when the new form came
    if created > 1_636_000_000_000 {
        format!("120363{:012}", dice.below(999_999_999_999))
    } else {
        format!(
            "49302312500{}-{}",
            dice.below(10),
            created / 1000 + dice.between(0, 80_000)
        )
    }
}

/// How the messages are shared out among the chats of the cast.
struct Shares {
    /// Weight of the busiest chat, and its messages where they were asked for.
    busiest: Option<(u32, u64)>,
    /// What the others share, and their weights.
    rest: u64,
    weights: u64,
}

impl Shares {
    fn of(chats: &[&Casting], messages: u64, largest: Option<NonZeroU64>) -> Self {
        let weights = chats.iter().map(|chat| u64::from(chat.weight)).sum();
        match (chats.iter().map(|chat| chat.weight).max(), largest) {
            (Some(most), Some(largest)) => Self {
                busiest: Some((most, largest.get())),
                rest: messages.saturating_sub(largest.get()),
                weights: weights - u64::from(most),
            },
            _ => Self {
                busiest: None,
                rest: messages,
                weights,
            },
        }
    }

    fn rows(&self, weight: u32) -> u64 {
        let rows = match self.busiest {
            Some((most, largest)) if most == weight => largest,
            _ => self.rest * u64::from(weight) / self.weights.max(1),
        };
        rows.max(2)
    }
}

/// Chats with strangers: seven persons to one group.
fn strangers_chats(
    writer: &mut SourceWriter,
    people: &mut Vec<PersonDraft>,
    options: &PhoneOptions,
    (strangers, rows): (u64, u64),
    conversations: &mut Vec<Conversation>,
    everybody: &mut Vec<PersonNo>,
) -> Result<(), WritePhoneError> {
    let span = Span::of(options);
    let mut numbers: Vec<PersonNo> = Vec::new();
    // a few of them write most, as ever: the n-th gets a share of 1 / (n + 4)
    #[allow(clippy::cast_precision_loss, reason = "a few thousand chats")]
    let shares: f64 = (0..strangers).map(|n| 1.0 / (n as f64 + 4.0)).sum();
    for index in 0..usize::try_from(strangers).unwrap_or(0) {
        let mut throws = dice(options.seed, 1000 + index);
        let (mut person, tongue) = cast::stranger(index, &mut throws);
        if options.schema != SchemaState::Modern {
            person.lid = None;
        }
        let number = writer.person(&person)?;
        people.push(person);
        numbers.push(number);
        everybody.push(number);
        let start = throws.between(0, 850);
        let life = (span.at(start), span.at(throws.between(start + 60, 1000)));
        let group = index % 8 == 7;
        let members = if group {
            numbers[index - 7..].to_vec()
        } else {
            vec![number]
        };
        let mut draft = if group {
            ChatDraft::at(ChatAddress::Group(group_id(life.0, &mut throws)))
        } else {
            ChatDraft::at(ChatAddress::Phone(number))
        };
        draft.created_at = Some(life.0);
        draft.archived = throws.chance(150);
        if group {
            draft.subject = Some(crate::words::heading(tongue.language(), &mut throws));
            draft.members.clone_from(&members);
        }
        let chat = writer.chat(&draft)?;
        #[allow(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "counts"
        )]
        let share = (rows as f64 / (index as f64 + 4.0) / shares) as u64;
        let setup = Setup {
            chat,
            members,
            tongues: vec![tongue, Tongue::English],
            shape: if group { Shape::Group } else { Shape::Person },
            manner: if group { Manner::Lively } else { Manner::Close },
            hours: *throws.pick(&[Hours::Home, Hours::Night, Hours::Office]),
            flags: "",
            life,
            rows: share.max(2),
            community: None,
            moves_to: None,
            needle: None,
        };
        conversations.push(Conversation::new(setup, throws));
    }
    Ok(())
}

/// The time the phone was in use.
struct Span {
    start: i64,
    end: i64,
}

impl Span {
    fn of(options: &PhoneOptions) -> Self {
        let last = match options.schema {
            SchemaState::Legacy => 1_622_505_600_000, // 1 June 2021
            SchemaState::Hybrid => 1_645_401_600_000, // 21 February 2022
            SchemaState::Modern => i64::MAX,
        };
        let end = options.now.min(last);
        Span {
            start: end - YEARS * DAY,
            end,
        }
    }

    fn at(&self, per_mille: i64) -> i64 {
        self.start + (self.end - self.start) / 1000 * per_mille
    }
}

/// `YYYY-MM-DD` of a moment.
pub(super) fn day(at: i64) -> String {
    let date = Timestamp::from_millisecond(at)
        .unwrap_or_default()
        .to_zoned(TimeZone::UTC)
        .date();
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}
