//! Writes what each person can give one of: reactions, votes, answers, pins. In a merge the newest of each wins.

use std::collections::HashMap;

use latchkey_messages::{Content, EventAnswer, Mark, Message, PersonId, Reaction, Vote};
use rusqlite::{Connection, params};

use super::table::{Meet, Table};
use crate::import::people::PeopleMap;

/// `mark.what`.
pub(crate) const PINNED: i64 = 0;
pub(crate) const KEPT: i64 = 1;

/// The tables of what people gave.
pub(crate) struct AnswerWriter<'a> {
    tables: &'a Connection,
    /// People who turned out to be one: who went, and who stays.
    same: HashMap<i64, i64>,
    reaction: Table<'a>,
    vote: Table<'a>,
    vote_option: Table<'a>,
    answer: Table<'a>,
    mark: Table<'a>,
}

/// Who gave something; what nobody can be named for is told apart by its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Giver {
    from_me: bool,
    person: Option<i64>,
    at: Option<i64>,
}

/// What a message has been given so far.
#[derive(Default)]
struct Given {
    by: HashMap<Giver, (i64, Option<i64>)>,
    next: i64,
}

impl Given {
    /// Where a gift goes: to a new place, over an older one, or nowhere.
    fn place(&mut self, giver: Giver, at: Option<i64>, meet: Meet) -> Option<(i64, bool)> {
        match self.by.get_mut(&giver) {
            Some((n, there)) if at > *there || (at == *there && meet == Meet::Older) => {
                *there = at;
                Some((*n, true))
            }
            Some(_) => None,
            None => {
                let n = self.next;
                self.next += 1;
                self.by.insert(giver, (n, at));
                Some((n, false))
            }
        }
    }
}

impl<'a> AnswerWriter<'a> {
    pub(crate) fn new(tables: &'a Connection) -> Self {
        const LISTED: &[&str] = &["message", "n"];
        let table = |name, keys, columns| Table::new(tables, name, keys, columns);
        Self {
            tables,
            same: HashMap::new(),
            reaction: table("reaction", LISTED, &["emoji", "from_me", "sender", "at"]),
            vote: table("vote", LISTED, &["from_me", "sender", "at"]),
            vote_option: table("vote_option", &["message", "n", "option"], &[]),
            answer: table(
                "event_answer",
                LISTED,
                &["from_me", "sender", "at", "response", "guests"],
            ),
            mark: table("mark", &["message", "what"], &["from_me", "sender", "at"]),
        }
    }

    /// Learns who turned out to be one; call when the people are there.
    pub(crate) fn learn_people(&mut self) -> rusqlite::Result<()> {
        let mut statement = self
            .tables
            .prepare("SELECT id, same_as FROM person WHERE same_as IS NOT NULL")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        self.same = rows.collect::<rusqlite::Result<_>>()?;
        Ok(())
    }

    /// The person who stays.
    pub(crate) fn stays(&self, person: i64) -> i64 {
        self.same.get(&person).copied().unwrap_or(person)
    }

    /// Writes what a message has; `meet` is how it meets what is there.
    pub(crate) fn write(
        &mut self,
        id: i64,
        message: &Message,
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        if !message.reactions.is_empty() {
            self.reactions(id, &message.reactions, meet, people)?;
        }
        match message.content.as_deref() {
            Some(Content::Poll(poll)) if !poll.votes.is_empty() => {
                self.votes(id, &poll.votes, meet, people)?;
            }
            Some(Content::Event(event)) if !event.answers.is_empty() => {
                self.answers(id, &event.answers, meet, people)?;
            }
            _ => {}
        }
        for (what, mark) in [(PINNED, message.pinned), (KEPT, message.kept)] {
            if let Some(mark) = mark {
                self.mark(id, what, mark, meet, people)?;
            }
        }
        Ok(())
    }

    fn giver(&self, from_me: bool, person: Option<i64>, at: Option<i64>) -> Giver {
        let person = person.filter(|_| !from_me).map(|person| self.stays(person));
        Giver {
            from_me,
            person,
            at: at.filter(|_| !from_me && person.is_none()),
        }
    }

    /// What the history has; nothing for a message that is new.
    fn given(&self, table: &str, id: i64, meet: Meet) -> rusqlite::Result<Given> {
        let mut given = Given::default();
        if meet == Meet::Nothing {
            return Ok(given);
        }
        let mut statement = self.tables.prepare_cached(&format!(
            "SELECT n, from_me, sender, at FROM {table} WHERE message = ?1"
        ))?;
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            let (n, at): (i64, Option<i64>) = (row.get(0)?, row.get(3)?);
            given.next = given.next.max(n + 1);
            given
                .by
                .insert(self.giver(row.get(1)?, row.get(2)?, at), (n, at));
        }
        Ok(given)
    }

    fn reactions(
        &mut self,
        id: i64,
        reactions: &[Reaction],
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        let mut given = self.given("reaction", id, meet)?;
        for reaction in reactions {
            let sender = person(reaction.sender, people);
            let giver = self.giver(reaction.from_me, sender, reaction.at);
            if let Some((n, over)) = given.place(giver, reaction.at, meet) {
                self.reaction.put(
                    how(over),
                    params![id, n, reaction.emoji, reaction.from_me, sender, reaction.at],
                )?;
            }
        }
        Ok(())
    }

    fn votes(
        &mut self,
        id: i64,
        votes: &[Vote],
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        let mut given = self.given("vote", id, meet)?;
        for vote in votes {
            let sender = person(vote.sender, people);
            let giver = self.giver(vote.from_me, sender, vote.at);
            let Some((n, over)) = given.place(giver, vote.at, meet) else {
                continue;
            };
            self.vote
                .put(how(over), params![id, n, vote.from_me, sender, vote.at])?;
            if over {
                self.tables
                    .prepare_cached("DELETE FROM vote_option WHERE message = ?1 AND n = ?2")?
                    .execute([id, n])?;
            }
            for option in &vote.options {
                // A source may say the same twice.
                self.vote_option.put(Meet::Older, params![id, n, option])?;
            }
        }
        Ok(())
    }

    fn answers(
        &mut self,
        id: i64,
        answers: &[EventAnswer],
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        let mut given = self.given("event_answer", id, meet)?;
        for answer in answers {
            let sender = person(answer.sender, people);
            let giver = self.giver(answer.from_me, sender, answer.at);
            if let Some((n, over)) = given.place(giver, answer.at, meet) {
                self.answer.put(
                    how(over),
                    params![
                        id,
                        n,
                        answer.from_me,
                        sender,
                        answer.at,
                        answer.response,
                        answer.guests
                    ],
                )?;
            }
        }
        Ok(())
    }

    fn mark(
        &mut self,
        id: i64,
        what: i64,
        mark: Mark,
        meet: Meet,
        people: &PeopleMap,
    ) -> rusqlite::Result<()> {
        if meet != Meet::Nothing {
            let kept: bool = self
                .tables
                .prepare_cached(
                    "SELECT EXISTS(SELECT 1 FROM mark WHERE message = ?1 AND what = ?2
                       AND (coalesce(at, -1) > ?3 OR coalesce(at, -1) = ?3 AND ?4))",
                )?
                .query_row(
                    params![id, what, mark.at.unwrap_or(-1), meet == Meet::Newer],
                    |row| row.get(0),
                )?;
            if kept {
                return Ok(());
            }
            // Another person's mark takes its place as a whole.
            self.tables
                .prepare_cached("DELETE FROM mark WHERE message = ?1 AND what = ?2")?
                .execute([id, what])?;
        }
        let sender = person(mark.sender, people);
        self.mark.put(
            Meet::Nothing,
            params![id, what, mark.from_me, sender, mark.at],
        )
    }
}

fn person(person: Option<PersonId>, people: &PeopleMap) -> Option<i64> {
    person.and_then(|person| people.id(person))
}

fn how(over: bool) -> Meet {
    if over { Meet::Older } else { Meet::Nothing }
}
