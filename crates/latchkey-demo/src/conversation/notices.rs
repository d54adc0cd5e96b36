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
                self.write_notice(
                    world,
                    NoticeDraft {
                        people: everybody,
                        ..plain(12)
                    },
                )
            }
            Shape::Broadcast => self.write_notice(
                world,
                NoticeDraft {
                    people: everybody,
                    ..plain(9)
                },
            ),
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
            let notice = match self.dice.below(12) {
                0..=4 => NoticeDraft {
                    people: vec![one],
                    ..plain(18)
                },
                5 | 6 => NoticeDraft {
                    people: vec![one],
                    ..plain(57)
                },
                7 => plain(58),
                8 => NoticeDraft {
                    timer: Some(*self.dice.pick(&[86_400, 604_800, 7_776_000, 0])),
                    ..plain(59)
                },
                9 if world.modern => plain(118),
                10 => plain(136),
                _ => NoticeDraft {
                    people: vec![one],
                    ..plain(18)
                },
            };
            return self.write_notice(world, notice);
        }
        if self.flagged('f') && self.dice.chance(350) {
            // a new phone in the family: one notice for everyone in the group
            for member in members {
                self.write_notice(
                    world,
                    NoticeDraft {
                        people: vec![member],
                        ..plain(18)
                    },
                )?;
                self.clock += 40;
            }
            return Ok(());
        }
        let notice = self.group_notice(world.modern, one);
        self.write_notice(world, notice)
    }

    fn group_notice(&mut self, modern: bool, one: PersonNo) -> NoticeDraft {
        let two = self.setup.members.last().copied().unwrap_or(one);
        match self.dice.below(18) {
            0 | 1 => NoticeDraft {
                text: Some(words::heading(self.language, &mut self.dice)),
                old: Some(words::heading(self.language, &mut self.dice)),
                ..plain(1)
            },
            2 => NoticeDraft {
                text: Some(self.clock.to_string()),
                ..plain(6)
            },
            3 | 4 => NoticeDraft {
                people: vec![one],
                ..plain(*self.dice.pick(&[4, 12]))
            },
            5 => NoticeDraft {
                people: vec![one],
                ..plain(*self.dice.pick(&[5, 13]))
            },
            6 => NoticeDraft {
                people: vec![two],
                ..plain(*self.dice.pick(&[7, 14]))
            },
            7 => NoticeDraft {
                people: vec![one],
                ..plain(20)
            },
            8 => NoticeDraft {
                people: vec![one, two],
                ..plain(*self.dice.pick(&[10, 28]))
            },
            9 => plain(*self.dice.pick(&[15, 16])),
            10 => NoticeDraft {
                text: Some(words::heading(self.language, &mut self.dice)),
                ..plain(27)
            },
            11 => plain(*self.dice.pick(&[29, 30, 31, 32])),
            12 => NoticeDraft {
                timer: Some(*self.dice.pick(&[86_400, 604_800, 0])),
                ..plain(56)
            },
            13 => plain(21),
            14 if modern => plain(*self.dice.pick(&[70, 75, 79, 84, 91, 118])),
            15 if modern => plain(*self.dice.pick(&[129, 142, 165, 194])),
            _ => NoticeDraft {
                people: vec![one],
                ..plain(18)
            },
        }
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

fn plain(action: i64) -> NoticeDraft {
    NoticeDraft {
        action,
        ..NoticeDraft::default()
    }
}
