//! Polls, events and calls.

use super::Conversation;
use crate::draft::{Answer, Body, CallDraft, CallKind, EventDraft, PollDraft, VoteDraft};
use crate::words::{self, Mood};

impl Conversation {
    /// A poll with votes, changed votes and votes taken back.
    pub(super) fn poll(&mut self) -> PollDraft {
        let question = words::compose(self.language, &self.topic, Mood::Question, &mut self.dice);
        let options = words::poll_options(self.language, &mut self.dice);
        let choices = i64::from(self.dice.chance(330));
        let mut votes = Vec::new();
        for member in self.setup.members.clone() {
            if !self.dice.chance(700) {
                continue;
            }
            let choice = self.dice.index(options.len());
            votes.push(VoteDraft {
                from: Some(member),
                options: vec![choice],
                at: self.clock + self.dice.between(5_000, 4_000_000),
            });
            if self.dice.chance(150) {
                let other = self.dice.index(options.len());
                let taken_back = self.dice.chance(350);
                votes.push(VoteDraft {
                    from: Some(member),
                    options: if taken_back { Vec::new() } else { vec![other] },
                    at: self.clock + self.dice.between(5_000_000, 9_000_000),
                });
            }
        }
        let last = if choices == 0 && options.len() > 1 {
            vec![0, options.len() - 1]
        } else {
            vec![0]
        };
        votes.push(VoteDraft {
            from: None,
            options: last,
            at: self.clock + 60_000,
        });
        PollDraft {
            question,
            options,
            votes,
            choices,
            ends: self.dice.chance(200).then_some(self.clock + 172_800_000),
            unknown_votes: i64::from(self.dice.chance(150)) * 2,
            quiz: self.dice.chance(60),
        }
    }

    pub(super) fn event(&mut self) -> EventDraft {
        let start = self.clock + self.dice.between(1, 20) * 86_400_000;
        let mut answers = Vec::new();
        for member in self.setup.members.clone() {
            if self.dice.chance(550) {
                let at = self.clock + self.dice.between(9_000, 6_000_000);
                answers.push(Answer {
                    from: Some(member),
                    response: self.dice.between(1, 3),
                    guests: i64::from(self.dice.chance(200)),
                    at,
                });
            }
        }
        if self.dice.chance(600) {
            answers.push(Answer {
                from: None,
                response: 1,
                guests: 0,
                at: self.clock + 30_000,
            });
        }
        let described = self.dice.chance(500);
        EventDraft {
            name: words::heading(self.language, &mut self.dice),
            description: described.then(|| self.text()),
            place: self.topic.place().to_owned(),
            link: self
                .dice
                .chance(200)
                .then(|| "https://call.example.org/meet/7f3k".to_owned()),
            start,
            end: self.dice.chance(500).then_some(start + 7_200_000),
            cancelled: self.dice.chance(120),
            answers,
        }
    }

    pub(super) fn call(&mut self) -> Body {
        let result = *self.dice.pick(&[5, 5, 5, 5, 2, 2, 4, 3]);
        let mut members = Vec::new();
        if self.group() {
            for member in self.setup.members.clone() {
                if self.dice.chance(600) {
                    members.push((member, *self.dice.pick(&[5, 5, 2, 4])));
                }
            }
        }
        let chat = self.group() && self.dice.chance(200);
        Body::Call(CallDraft {
            video: self.dice.chance(350),
            duration: if result == 5 {
                self.dice.between(8, 5_400)
            } else {
                0
            },
            result,
            members,
            kind: if chat {
                CallKind::VoiceChat
            } else {
                CallKind::Plain
            },
        })
    }
}
