//! The call log: the calls of the chosen chats, after all messages.

use latchkey_index::{CallRow, PersonId, WalkedCall};
use latchkey_messages::Kind;
use latchkey_redact::Verdict;
use latchkey_restore::History;

use super::writing::Writing;
use crate::error::ExportError;
use crate::format::Fate;
use crate::plan::Plan;
use crate::request::{Chats, PersonOrMe};

/// Calls read at a time.
const CALLS: u32 = 500;

impl Writing<'_> {
    /// Hands over the calls of the chosen chats; none where only some messages or kinds are chosen, but for those of calls.
    pub(super) fn calls(&mut self, beside: &History) -> Result<(), ExportError> {
        if !self.needs.calls {
            return Ok(());
        }
        let chosen = CallsChosen::of(self.plan);
        let hidden = &self.plan.request.choice.hidden;
        let mut after = 0;
        loop {
            let calls = beside.index().calls_after(after, CALLS, hidden)?;
            let Some(last) = calls.last() else {
                return Ok(());
            };
            after = last.row.id;
            for mut call in calls.into_iter().filter(|call| chosen.takes(call)) {
                if let Some(redactor) = &self.plan.redactor
                    && redactor.call(&mut call) != Verdict::Keep
                {
                    continue;
                }
                for (person, name) in people_of(&mut call.row) {
                    *name = self.plan.people.name(person).map(str::to_owned);
                }
                let written = self.format.call(&call, &self.run, &mut self.out);
                let written = written.map_err(|error| error.at(self.out.folder()))?;
                self.counts.calls += u64::from(written == Fate::Written);
            }
        }
    }
}

/// Which calls go out.
struct CallsChosen<'p> {
    plan: &'p Plan,
    all: bool,
}

impl<'p> CallsChosen<'p> {
    fn of(plan: &'p Plan) -> Self {
        Self {
            plan,
            all: matches!(plan.request.choice.chats, Chats::All),
        }
    }

    fn takes(&self, call: &WalkedCall) -> bool {
        let choice = &self.plan.request.choice;
        let whole = !matches!(choice.chats, Chats::Messages { .. });
        let kinds = &choice.kinds;
        let kind = kinds.is_empty() || kinds.contains(&Kind::Call);
        let chat = match call.chat {
            Some(chat) => self.plan.chats.iter().any(|planned| planned.row.id == chat),
            None => self.all,
        };
        let in_time = match call.row.at {
            Some(at) => {
                choice.after.is_none_or(|after| at >= after)
                    && choice.before.is_none_or(|before| at < before)
            }
            None => choice.after.is_none() && choice.before.is_none(),
        };
        let by = |person| choice.people.contains(&person);
        let people = choice.people.is_empty()
            || (call.row.from_me && by(PersonOrMe::Me))
            || call
                .row
                .person
                .is_some_and(|person| by(PersonOrMe::Person(person)));
        whole && kind && chat && in_time && people
    }
}

/// Everyone in a call who is known, and what they are called.
fn people_of(call: &mut CallRow) -> impl Iterator<Item = (PersonId, &mut Option<String>)> {
    let with = call.person.map(|person| (person, &mut call.name));
    let members = call.members.iter_mut();
    with.into_iter()
        .chain(members.map(|member| (member.person, &mut member.name)))
}
