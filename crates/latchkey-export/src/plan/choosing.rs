//! Which messages of a chat the choice takes.

use std::collections::HashSet;
use std::ops::ControlFlow;

use latchkey_index::{Index, MessageId, MessageRow, PersonId, QueryError, Tallied, TallyScope};
use latchkey_messages::Kind;

use crate::request::{Choice, PersonOrMe};

/// The choice, made quick to ask.
#[derive(Debug)]
pub(crate) struct Chooser {
    people: HashSet<PersonId>,
    me: bool,
    everyone: bool,
    after: Option<i64>,
    before: Option<i64>,
    kinds: HashSet<Kind>,
}

impl Chooser {
    pub(crate) fn of(choice: &Choice) -> Self {
        let people = choice.people.iter().filter_map(|person| match person {
            PersonOrMe::Me => None,
            PersonOrMe::Person(person) => Some(*person),
        });
        Self {
            people: people.collect(),
            me: choice.people.contains(&PersonOrMe::Me),
            everyone: choice.people.is_empty(),
            after: choice.after,
            before: choice.before,
            kinds: choice.kinds.iter().copied().collect(),
        }
    }

    /// The choice takes this message.
    pub(crate) fn takes(&self, row: &MessageRow) -> bool {
        self.takes_one(row.kind, row.from_me, row.sender, row.sent_at)
    }

    /// As [`Chooser::takes`].
    pub(crate) fn takes_tallied(&self, message: &Tallied) -> bool {
        self.takes_one(
            message.kind,
            message.from_me,
            message.sender,
            message.sent_at,
        )
    }

    fn takes_one(
        &self,
        kind: Kind,
        from_me: bool,
        sender: Option<PersonId>,
        sent_at: Option<i64>,
    ) -> bool {
        let by_one_of_them = match (from_me, sender) {
            (true, _) => self.me,
            (false, Some(sender)) => self.people.contains(&sender),
            (false, None) => false,
        };
        let in_time = match sent_at {
            Some(at) => {
                self.after.is_none_or(|after| at >= after)
                    && self.before.is_none_or(|before| at < before)
            }
            None => self.after.is_none() && self.before.is_none(),
        };
        in_time
            && (self.everyone || by_one_of_them)
            && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }

    /// How many messages of a scope it takes; with `only`, of these.
    pub(crate) fn count(
        &self,
        index: &Index,
        scope: TallyScope<'_>,
        only: Option<&[MessageId]>,
    ) -> Result<u64, QueryError> {
        let only: Option<HashSet<MessageId>> = only.map(|ids| ids.iter().copied().collect());
        let mut count = 0;
        index.tally(scope, &mut |message| {
            let named = only
                .as_ref()
                .is_none_or(|only| only.contains(&message.message));
            if named && self.takes_tallied(&message) {
                count += 1;
            }
            ControlFlow::Continue(())
        })?;
        Ok(count)
    }
}
