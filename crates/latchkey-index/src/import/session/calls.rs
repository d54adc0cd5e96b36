//! Calls of the call log.

mod known;

use latchkey_messages::{Call, CallOutcome};
use rusqlite::params;

pub(super) use self::known::KnownCalls;
use super::ImportSession;
use crate::error::ImportError;
use crate::schema;

impl ImportSession<'_> {
    /// One call of the call log; calls come after the messages.
    ///
    /// # Errors
    /// As [`ImportSession::people`].
    pub fn call(&mut self, call: &Call) -> Result<(), ImportError> {
        self.leave()?;
        self.report.calls += 1;
        let peer = call.peer.and_then(|person| self.people.id(person));
        let known = self.known_call(call, peer)?;
        let id = match known {
            Some(id) => {
                self.complete_call(id, call)?;
                id
            }
            None => self.insert_call(call, peer)?,
        };
        if let Some(row) = call.message {
            self.targets.call(id, row);
        }
        for (n, (person, outcome)) in (0_i64..).zip(&call.members) {
            if let Some(person) = self.people.id(*person) {
                self.tables
                    .prepare_cached("INSERT OR IGNORE INTO call_member VALUES(?1, ?2, ?3, ?4)")?
                    .execute(params![id, n, person, schema::outcome_code(*outcome)])?;
            }
        }
        Ok(())
    }

    fn known_call(&mut self, call: &Call, peer: Option<i64>) -> rusqlite::Result<Option<i64>> {
        if self.first {
            return Ok(None);
        }
        let known = match &mut self.known_calls {
            Some(known) => known,
            None => {
                let answers = &self.writer.answers;
                let known = KnownCalls::read(self.tables, &|person| answers.stays(person))?;
                self.known_calls.insert(known)
            }
        };
        Ok(known.take(call, peer))
    }

    fn insert_call(&self, call: &Call, peer: Option<i64>) -> rusqlite::Result<i64> {
        self.tables
            .prepare_cached("INSERT INTO call VALUES(NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL)")?
            .execute(params![
                call.call_id,
                peer,
                call.group,
                call.from_me,
                call.at,
                call.video,
                i64::try_from(call.duration).unwrap_or(0),
                schema::outcome_code(call.outcome),
            ])?;
        Ok(self.tables.last_insert_rowid())
    }

    /// A call that was still under way, or that an older app knew less of.
    fn complete_call(&self, id: i64, call: &Call) -> rusqlite::Result<()> {
        self.tables
            .prepare_cached(
                "UPDATE call SET duration = max(duration, ?2), group_address = coalesce(group_address, ?3),
                   outcome = CASE outcome WHEN ?5 THEN ?4 ELSE outcome END WHERE id = ?1",
            )?
            .execute(params![
                id,
                i64::try_from(call.duration).unwrap_or(0),
                call.group,
                schema::outcome_code(call.outcome),
                schema::outcome_code(CallOutcome::Unknown),
            ])
            .map(drop)
    }
}
