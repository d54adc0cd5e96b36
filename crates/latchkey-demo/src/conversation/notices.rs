//! System notices: how a chat begins, and what the app reports in between.

use super::{Conversation, World};
use crate::cast::Shape;
use crate::draft::{Body, MessageDraft, NoticeDraft, PersonNo};
use crate::phone::WritePhoneError;
use crate::words;

impl Conversation {
    /// The banner, and for groups who made it and who was added.
    pub(super) fn first_notices(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let everybody = self.setup.members.clone();
        match self.setup.shape {
            Shape::Person | Shape::Private => {
                let banner = if self.dice.chance(100) { 67 } else { 19 };
                self.write_notice(world, plain(banner))
            }
            Shape::Group | Shape::Community(_) => {
                let subject = words::heading(self.language, &mut self.dice);
                let creator = everybody.first().copied();
                self.speaker = creator;
                self.write_notice(
                    world,
                    NoticeDraft {
                        text: Some(subject),
                        ..plain(11)
                    },
                )?;
                self.write_notice(world, plain(19))?;
                self.write_notice(world, spoken_of(12, everybody))?;
                match self.setup.community.take() {
                    Some((name, chat)) if world.modern => self.write_notice(
                        world,
                        NoticeDraft {
                            groups: vec![(name, Some(chat))],
                            ..plain(75)
                        },
                    ),
                    _ => Ok(()),
                }
            }
            Shape::Broadcast => self.write_notice(world, spoken_of(9, everybody)),
            Shape::Channel => self.write_notice(world, plain(132)),
            Shape::Status | Shape::Announcements | Shape::Deleted => {
                self.choose_speaker();
                self.send(world)
            }
        }
    }

    /// Something the app reports.
    pub(super) fn notice(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        let members = self.setup.members.clone();
        let Some(one) = members.first().copied() else {
            return self.send(world);
        };
        let one = members
            .get(self.dice.index(members.len()))
            .copied()
            .unwrap_or(one);
        self.speaker = Some(one);
        if !self.group() {
            let notice = self.personal_notice(world.modern, one);
            return self.write_notice(world, notice);
        }
        if self.flagged('f') && self.dice.chance(350) {
            // a new phone in the family: notices for everyone in the group
            let devices = world.modern && self.dice.chance(400);
            for member in members {
                let code = if devices { 57 } else { 18 };
                self.write_notice(world, spoken_of(code, vec![member]))?;
                self.clock += 40;
            }
            return Ok(());
        }
        let notice = self.group_notice(world.modern, one);
        self.write_notice(world, notice)
    }

    fn personal_notice(&mut self, modern: bool, one: PersonNo) -> NoticeDraft {
        match self.dice.below(24) {
            0..=8 => spoken_of(18, vec![one]),
            9..=12 => NoticeDraft {
                devices: Some((self.dice.between(0, 2), 1)),
                ..spoken_of(57, vec![one])
            },
            13 | 14 => NoticeDraft {
                yes: Some(self.dice.chance(500)),
                ..plain(58)
            },
            15 | 16 => NoticeDraft {
                timer: Some(*self.dice.pick(TIMERS)),
                ..plain(*self.dice.pick(&[59, 68]))
            },
            17 | 18 => plain(136),
            19 if modern => plain(*self.dice.pick(&[118, 80, 129, 146, 155])),
            20 if modern => NoticeDraft {
                name: Some("Papierladen Nord".to_owned()),
                ..plain(*self.dice.pick(&[46, 47, 50, 63, 67, 69, 158]))
            },
            21 if modern => NoticeDraft {
                old: Some("wanderer".to_owned()),
                name: Some("wanderer.77".to_owned()),
                ..spoken_of(165, vec![one])
            },
            22 if modern => plain(60),
            _ => spoken_of(18, vec![one]),
        }
    }

    fn group_notice(&mut self, modern: bool, one: PersonNo) -> NoticeDraft {
        let two = self.setup.members.last().copied().unwrap_or(one);
        match self.dice.below(22) {
            0 | 1 => NoticeDraft {
                text: Some(words::heading(self.language, &mut self.dice)),
                old: Some(words::heading(self.language, &mut self.dice)),
                ..plain(1)
            },
            2 => NoticeDraft {
                text: Some(self.clock.to_string()),
                ..plain(6)
            },
            3 | 4 => spoken_of(*self.dice.pick(&[4, 12, 2]), vec![one]),
            5 => spoken_of(*self.dice.pick(&[5, 13]), vec![one]),
            6 => spoken_of(*self.dice.pick(&[7, 14]), vec![two]),
            7 => spoken_of(*self.dice.pick(&[20, 52]), vec![one]),
            8 => plain(*self.dice.pick(&[91, 92, 188])),
            9 => plain(*self.dice.pick(&[15, 16])),
            10 => NoticeDraft {
                text: Some(words::heading(self.language, &mut self.dice)),
                ..plain(27)
            },
            11 => plain(*self.dice.pick(&[29, 30, 31, 32, 33])),
            12 => NoticeDraft {
                timer: Some(*self.dice.pick(TIMERS)),
                ..plain(56)
            },
            13 => plain(*self.dice.pick(&[21, 189])),
            14 | 15 if modern => self.late_notice(one),
            16 if modern => plain(*self.dice.pick(COMMUNITY)),
            17 if modern => plain(*self.dice.pick(&[8, 76, 88, 95, 129, 142, 156, 194])),
            _ => spoken_of(18, vec![one]),
        }
    }

    /// Notices of the last years, with what their own tables hold.
    fn late_notice(&mut self, one: PersonNo) -> NoticeDraft {
        match self.dice.below(8) {
            0 => NoticeDraft {
                yes: Some(self.dice.chance(300)),
                ..plain(70)
            },
            1 => NoticeDraft {
                yes: Some(false),
                ..spoken_of(79, vec![one])
            },
            2 => NoticeDraft {
                groups: vec![
                    (words::heading(self.language, &mut self.dice), None),
                    (words::heading(self.language, &mut self.dice), None),
                ],
                ..plain(*self.dice.pick(&[108, 116]))
            },
            3 => NoticeDraft {
                groups: vec![(words::heading(self.language, &mut self.dice), None)],
                ..plain(128)
            },
            4 => spoken_of(*self.dice.pick(&[81, 82]), vec![one]),
            5 => NoticeDraft {
                text: Some("invite_link".to_owned()),
                ..spoken_of(83, vec![one])
            },
            6 => NoticeDraft {
                // digits only: its column gives them back as a number
                name: Some("2026".to_owned()),
                ..plain(169)
            },
            _ => plain(*self.dice.pick(&[80, 84, 85, 118])),
        }
    }

    /// The other person goes to another number; nobody writes from the old one afterwards.
    pub(super) fn change_number(&mut self, world: &mut World) -> Result<(), WritePhoneError> {
        self.speaker = None;
        let old = self.setup.members.first().copied();
        let people = old.into_iter().chain(self.setup.moves_to.take()).collect();
        self.left = 1;
        self.write_notice(world, spoken_of(28, people))
    }

    /// Writes one notice; its sender is the current speaker.
    fn write_notice(
        &mut self,
        world: &mut World,
        notice: NoticeDraft,
    ) -> Result<(), WritePhoneError> {
        let key = self.key();
        let mut draft = MessageDraft::new(
            self.setup.chat,
            false,
            self.clock,
            key,
            Body::Notice(notice),
        );
        draft.sender = self.speaker.filter(|_| self.group());
        world.writer.message(&draft)?;
        self.written += 1;
        Ok(())
    }
}

/// Seconds that a timer of disappearing messages can be set to.
const TIMERS: &[i64] = &[86_400, 604_800, 7_776_000, 0];

/// What happens in the life of a community.
const COMMUNITY: &[i64] = &[
    90, 99, 102, 107, 109, 110, 111, 115, 120, 123, 124, 125, 126, 127, 131, 137, 138, 144, 145,
    148, 149, 167, 173,
];

fn plain(action: i64) -> NoticeDraft {
    NoticeDraft::of(action)
}

fn spoken_of(action: i64, people: Vec<PersonNo>) -> NoticeDraft {
    NoticeDraft {
        people,
        ..plain(action)
    }
}
