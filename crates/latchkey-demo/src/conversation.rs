//! One chat's life, message by message: sittings with a topic, speakers who answer each other, and all that people send.
//!
//! Each step writes one message (or an album, or a flood of notices) and then knows when the next one falls, so that all
//! chats can be written in the order of time with memory that does not grow.

mod attach;
mod groups;
mod kinds;
mod marks;
mod notices;
mod plans;
mod sending;
mod shops;

use std::collections::{HashMap, VecDeque};

use crate::calendar::{self, DAY};
use crate::cast::{Casting, Manner, Shape};
use crate::dice::Dice;
use crate::draft::{ChatNo, ContactDraft, PersonNo};
use crate::media::MediaShelf;
use crate::phone::WritePhoneError;
use crate::tables::SourceWriter;
use crate::words::{Language, Tongue, Topic};

/// What all conversations write with.
pub(crate) struct World {
    pub writer: SourceWriter,
    pub shelf: MediaShelf,
    /// Modern phones know polls, albums, reactions, edits, private addresses.
    pub modern: bool,
    /// Cards to share, some with the address of whoever they are of.
    pub cards: Vec<ContactDraft>,
    /// The chat with each person, by number: where the copies of a broadcast land.
    pub direct: HashMap<PersonNo, ChatNo>,
}

/// How a conversation is set up.
pub(crate) struct Setup {
    pub chat: ChatNo,
    pub members: Vec<PersonNo>,
    pub tongues: Vec<Tongue>,
    pub shape: Shape,
    pub manner: Manner,
    pub hours: calendar::Hours,
    pub flags: &'static str,
    /// First and last moment, milliseconds UTC.
    pub life: (i64, i64),
    /// Rows to write.
    pub rows: u64,
    /// The community that this group belongs to: its name and chat.
    pub community: Option<(String, ChatNo)>,
    /// The number that the other person changes to at the end.
    pub moves_to: Option<PersonNo>,
    /// Something said once, half-way, for searches.
    pub needle: Option<&'static str>,
}

impl Setup {
    /// The setup of a chat of the cast.
    pub(crate) fn of(
        casting: &'static Casting,
        chat: ChatNo,
        members: Vec<PersonNo>,
        life: (i64, i64),
        rows: u64,
    ) -> Self {
        Setup {
            chat,
            members,
            tongues: casting.tongues.to_vec(),
            shape: casting.shape,
            manner: casting.manner,
            hours: casting.hours,
            flags: casting.flags,
            life,
            rows,
            community: None,
            moves_to: None,
            needle: None,
        }
    }
}

/// A message that later ones may quote.
#[derive(Clone)]
struct Recent {
    key: String,
    /// Key before its edit, for quotes made before it.
    before_edit: Option<(String, i64)>,
    from_me: bool,
    sender: Option<PersonNo>,
    at: i64,
    number: i64,
    text: Option<String>,
}

/// A chat being written.
pub(crate) struct Conversation {
    setup: Setup,
    dice: Dice,
    left: u64,
    clock: i64,
    sitting: u64,
    language: &'static Language,
    topic: Topic,
    speaker: Option<PersonNo>,
    asked: bool,
    recent: VecDeque<Recent>,
    written: u64,
}

/// Messages that may be quoted.
const REMEMBERED: usize = 24;

impl Conversation {
    /// Starts a chat.
    pub(crate) fn new(setup: Setup, mut dice: Dice) -> Self {
        let language = setup.tongues[0].language();
        let topic = Topic::of(language, &mut dice);
        let mut conversation = Conversation {
            left: setup.rows,
            clock: setup.life.0 + dice.between(0, DAY / 3),
            sitting: 0,
            language,
            topic,
            speaker: None,
            asked: false,
            recent: VecDeque::with_capacity(REMEMBERED),
            written: 0,
            setup,
            dice,
        };
        conversation.sit_down();
        conversation
    }

    /// When the next message falls, or `None` at the end of the chat.
    pub(crate) fn next_at(&self) -> Option<i64> {
        (self.left > 0).then_some(self.clock)
    }

    /// Writes what falls next.
    pub(crate) fn step(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let before = self.written;
        if before == 0 {
            self.first_notices(world)?;
        } else if self.left < self.setup.rows / 2 && self.setup.needle.is_some() {
            self.say_needle(world)?;
        } else if self.left <= 3 && self.setup.moves_to.is_some() {
            self.change_number(world)?;
        } else if self.sitting == self.setup.rows.min(3) && self.dice.chance(120) {
            self.notice(world)?;
        } else {
            self.choose_speaker();
            self.send(world)?;
        }
        let rows = self.written - before;
        self.left = self.left.saturating_sub(rows.max(1));
        self.advance();
        Ok(())
    }

    /// Sets the clock of the next message.
    fn advance(&mut self) {
        let end = self.setup.life.1;
        self.sitting = self.sitting.saturating_sub(1);
        if self.sitting == 0 {
            let sittings = self.left / self.mean_sitting() + 1;
            self.clock =
                calendar::next_sitting(self.clock, end, sittings, self.setup.hours, &mut self.dice);
            self.sit_down();
        } else {
            let same = self.dice.chance(450);
            if !same {
                self.speaker = None;
            }
            self.clock += calendar::next_message(same, &mut self.dice);
        }
        // nothing is written after the phone's last day
        if self.clock >= end {
            self.clock = end - i64::try_from(self.left.min(50_000)).unwrap_or(0) * 20;
        }
        // who goes to another number writes from the old one nowhere afterwards
        if self.left <= 3 && self.setup.moves_to.is_some() {
            self.clock = end;
        }
    }

    /// Starts a sitting: a language, a topic, a length.
    fn sit_down(&mut self) {
        self.language = self.dice.pick(&self.setup.tongues).language();
        self.topic = Topic::of(self.language, &mut self.dice);
        let mean = self.mean_sitting();
        self.sitting = 1 + self.dice.below(mean * 2);
        self.asked = false;
        self.speaker = None;
    }

    fn mean_sitting(&self) -> u64 {
        match self.setup.manner {
            Manner::Close => 11,
            Manner::Lively => 8,
            Manner::Work => 6,
            Manner::Formal => 3,
            Manner::Posts | Manner::Sparse => 1,
        }
    }

    /// Who writes: `speaker` is `None` for the owner.
    fn choose_speaker(&mut self) {
        let own = match (self.setup.shape, self.setup.manner) {
            (Shape::Channel | Shape::Announcements, _) => 0,
            (Shape::Broadcast, _) => 1000,
            (Shape::Person | Shape::Private, _) => 480,
            (_, Manner::Formal) => 110,
            (_, Manner::Posts) => 160,
            _ => 240,
        };
        let members = self.setup.members.clone();
        self.speaker = if members.is_empty() || self.dice.chance(own) {
            None
        } else {
            // a few people do most of the talking
            let first = self.dice.index(members.len());
            let second = self.dice.index(members.len());
            members.get(first.min(second)).copied()
        };
    }

    /// The owner writes (channels and announcements have no owner's side).
    fn mine(&self) -> bool {
        self.speaker.is_none() && !matches!(self.setup.shape, Shape::Channel | Shape::Announcements)
    }

    fn group(&self) -> bool {
        !matches!(
            self.setup.shape,
            Shape::Person | Shape::Private | Shape::Announcements | Shape::Channel
        )
    }

    fn flagged(&self, flag: char) -> bool {
        self.setup.flags.contains(flag)
    }

    /// An id as the apps make them: phones of two makers, linked desktops.
    fn key(&mut self) -> String {
        match self.dice.below(10) {
            0..=4 => self.dice.hex(32),
            5..=7 => format!("3A{}", self.dice.hex(18)),
            _ => format!("3EB0{}", self.dice.hex(18)),
        }
    }

    fn remember(&mut self, recent: Recent) {
        if self.recent.len() == REMEMBERED {
            self.recent.pop_front();
        }
        self.recent.push_back(recent);
    }
}
