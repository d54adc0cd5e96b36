//! Calls that the history had before an import, by what names a call: each is found once, so that of two entries that
//! are the same none is lost and none is doubled.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use latchkey_messages::Call;
use rusqlite::Connection;

/// Calls of the history that the source has not had yet.
pub(in crate::import::session) struct KnownCalls {
    /// Keyed at random, so that no source can choose two calls to collide.
    hasher: RandomState,
    /// Ids by a hash of what names the call, the first one last.
    ids: HashMap<u64, Vec<i64>>,
}

/// What names a call. One without an id of its own is known by its time and person, and by its picture.
#[derive(Hash)]
struct Name<'c> {
    call_id: &'c str,
    from_me: bool,
    at: Option<i64>,
    peer: Option<i64>,
    video: Option<bool>,
}

impl<'c> Name<'c> {
    fn new(
        call_id: &'c str,
        from_me: bool,
        at: Option<i64>,
        peer: Option<i64>,
        video: bool,
    ) -> Self {
        Self {
            call_id,
            from_me,
            at,
            peer,
            video: call_id.is_empty().then_some(video),
        }
    }
}

impl KnownCalls {
    /// Reads the calls that the history has; `stays` is who a person is now.
    pub(super) fn read(tables: &Connection, stays: &dyn Fn(i64) -> i64) -> rusqlite::Result<Self> {
        let mut known = Self {
            hasher: RandomState::new(),
            ids: HashMap::new(),
        };
        let mut statement = tables
            .prepare("SELECT id, call_id, from_me, at, peer, video FROM call ORDER BY id DESC")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let peer = row.get::<_, Option<i64>>(4)?.map(stays);
            let call_id = row.get_ref(1)?.as_str()?;
            let name = Name::new(call_id, row.get(2)?, row.get(3)?, peer, row.get(5)?);
            let ids = known.ids.entry(known.hasher.hash_one(name)).or_default();
            ids.push(row.get(0)?);
        }
        Ok(known)
    }

    /// The call of the history that this one is.
    pub(super) fn take(&mut self, call: &Call, peer: Option<i64>) -> Option<i64> {
        let name = Name::new(&call.call_id, call.from_me, call.at, peer, call.video);
        self.ids.get_mut(&self.hasher.hash_one(name))?.pop()
    }
}
