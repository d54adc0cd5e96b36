//! What people added to a message: reactions, votes, answers, keeps and pins. Of each person the newest counts.

mod details;

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::people::People;
use crate::side::{Fate, Side, Spec};
use crate::source::Parts;
use crate::value;
use crate::{EventAnswer, Mark, PersonId, Reaction, TableCounts, Vote};
use details::{Detail, Details};

/// The add-ons themselves, by the message that they belong to.
const ADD_ONS: Spec = Spec {
    table: "message_add_on",
    owner: "parent_message_row_id",
    columns: &[
        "_id",
        "from_me",
        "sender_jid_row_id",
        "timestamp",
        "message_add_on_type",
    ],
};
/// Add-ons of one message that are looked at; the rest is passed over.
const MOST: usize = 100_000;
/// `keep_in_chat_state` and `pin_in_chat_state` of what was not taken back.
const HOLDS: i64 = 1;

/// The add-ons of the message that is being put together.
pub(super) struct AddOns<'s> {
    side: Side<'s>,
    details: Details<'s>,
    loaded: Vec<AddOn>,
}

/// One add-on row.
struct AddOn {
    id: i64,
    from_me: bool,
    sender: Option<PersonId>,
    at: Option<i64>,
    /// What it is, where the source says.
    number: Option<i64>,
    fate: Fate,
}

impl<'s> AddOns<'s> {
    pub(super) fn open(parts: &'s Parts) -> rusqlite::Result<Self> {
        let (connection, schema) = (&parts.connection, &parts.schema);
        let side = Side::open(connection, schema, ADD_ONS, &|id| parts.order.has(id))?;
        let details = Details::open(parts, &side)?;
        Ok(Self {
            side,
            details,
            loaded: Vec::new(),
        })
    }

    /// Gets ready to be asked about one message; `peer` is the other person of a one-to-one chat.
    pub(super) fn load(
        &mut self,
        message: i64,
        peer: Option<PersonId>,
        people: &People,
    ) -> rusqlite::Result<()> {
        self.load_by(message, &|jid| {
            jid.and_then(|jid| people.by_row(jid)).or(peer)
        })
    }

    fn load_by(
        &mut self,
        message: i64,
        who: &dyn Fn(Option<i64>) -> Option<PersonId>,
    ) -> rusqlite::Result<()> {
        self.loaded.clear();
        if !self.side.has(message) {
            return Ok(());
        }
        let (loaded, details, mut more) = (&mut self.loaded, &mut self.details, 0);
        self.side.each(message, &mut |row| {
            let id = value::integer(row, 1)
                .or_else(|| value::integer(row, 0))
                .unwrap_or(0);
            if loaded.len() >= MOST {
                more += 1;
                details.settle(id, Fate::PassedOver);
                return;
            }
            let from_me = value::flag(row, 2);
            let sender = who(value::reference(row, 3));
            loaded.push(AddOn {
                id,
                from_me,
                sender: sender.filter(|_| !from_me),
                at: value::time(row, 4),
                number: value::integer(row, 5),
                fate: Fate::PassedOver,
            });
        })?;
        self.side.pass_over(more);
        Ok(())
    }

    /// The newest reaction of each person; withdrawn ones are gone.
    pub(super) fn reactions(&mut self) -> rusqlite::Result<Vec<Reaction>> {
        let found = self.newest(Detail::Reaction, |row| value::text(row, 1))?;
        let mut reactions = Vec::with_capacity(found.len());
        for (place, at, emoji) in found {
            let Some(add_on) = self.loaded.get_mut(place) else {
                continue;
            };
            match emoji {
                Some(emoji) => reactions.push(Reaction {
                    emoji,
                    from_me: add_on.from_me,
                    sender: add_on.sender,
                    at,
                }),
                None => add_on.fate = Fate::Superseded,
            }
        }
        Ok(reactions)
    }

    /// The newest vote of each person; `place_of` finds the place of an option by its row.
    pub(super) fn votes(
        &mut self,
        place_of: &dyn Fn(i64) -> Option<u32>,
    ) -> rusqlite::Result<Vec<Vote>> {
        let found = self.newest(Detail::Vote, |_| ())?;
        let mut votes = Vec::with_capacity(found.len());
        for (place, at, ()) in found {
            let Some(add_on) = self.loaded.get(place) else {
                continue;
            };
            let (mut options, mut known) = (Vec::new(), HashSet::new());
            self.details.each(Detail::Option, add_on.id, &mut |row| {
                let option = value::reference(row, 1).and_then(place_of);
                let option = option.filter(|option| known.insert(*option));
                options.extend(option);
                option.is_some()
            })?;
            votes.push(Vote {
                from_me: add_on.from_me,
                sender: add_on.sender,
                at,
                options,
            });
        }
        Ok(votes)
    }

    /// The newest answer of each person to an event.
    pub(super) fn answers(&mut self) -> rusqlite::Result<Vec<EventAnswer>> {
        let found = self.newest(Detail::Answer, |row| {
            (value::integer(row, 1), value::positive(row, 3))
        })?;
        let answer = |(place, at, (response, guests))| {
            let add_on: &AddOn = self.loaded.get::<usize>(place)?;
            Some(EventAnswer {
                from_me: add_on.from_me,
                sender: add_on.sender,
                at,
                response,
                guests,
            })
        };
        Ok(found.into_iter().filter_map(answer).collect())
    }

    /// Who keeps the message although it disappears, if it was not taken back.
    pub(super) fn kept(&mut self) -> rusqlite::Result<Option<Mark>> {
        self.mark(Detail::Keep)
    }

    /// Somebody kept the message, or took it back.
    pub(super) fn any_keep(&self) -> bool {
        let fits = |add_on: &AddOn| self.details.fits(Detail::Keep, add_on.id, add_on.number);
        self.loaded.iter().any(fits)
    }

    /// Who pinned the message, if the pin was not taken away.
    pub(super) fn pinned(&mut self) -> rusqlite::Result<Option<Mark>> {
        self.mark(Detail::Pin)
    }

    /// The newest of all people, where it still holds.
    fn mark(&mut self, detail: Detail) -> rusqlite::Result<Option<Mark>> {
        let found = self.newest(detail, |row| value::integer(row, 1))?;
        let Some(&(newest, at, state)) = found.iter().max_by_key(|(place, at, _)| (*at, *place))
        else {
            return Ok(None);
        };
        let mut mark = None;
        for (place, ..) in found {
            let Some(add_on) = self.loaded.get_mut(place) else {
                continue;
            };
            if place == newest && state.is_none_or(|state| state == HOLDS) {
                mark = Some(Mark {
                    from_me: add_on.from_me,
                    sender: add_on.sender,
                    at,
                });
            } else {
                add_on.fate = Fate::Superseded;
            }
        }
        Ok(mark)
    }

    /// The newest add-on of one sort of each person, in the order in which they first came: its place, its time and
    /// what its detail says. Those of unknown people all stay.
    fn newest<T>(
        &mut self,
        detail: Detail,
        read: impl Fn(&rusqlite::Row<'_>) -> T,
    ) -> rusqlite::Result<Vec<(usize, Option<i64>, T)>> {
        let mut newest: Vec<(usize, Option<i64>, T)> = Vec::new();
        let mut of_person: HashMap<(bool, Option<PersonId>), usize> = HashMap::new();
        for place in 0..self.loaded.len() {
            let Some(add_on) = self.loaded.get(place) else {
                break;
            };
            if !self.details.fits(detail, add_on.id, add_on.number) {
                continue;
            }
            let found = self
                .details
                .one(detail, add_on.id, |row| (value::time(row, 2), read(row)))?;
            let Some((at, found)) = found else { continue };
            let at = at.or(add_on.at);
            let person = (add_on.from_me, add_on.sender);
            let known = add_on.from_me || add_on.sender.is_some();
            let older = of_person.get(&person).copied().filter(|_| known);
            let gone = match older.and_then(|older| newest.get_mut(older)) {
                Some(older) if at >= older.1 => std::mem::replace(older, (place, at, found)).0,
                Some(_) => place,
                None => {
                    of_person.insert(person, newest.len());
                    newest.push((place, at, found));
                    usize::MAX
                }
            };
            self.decide(place, Fate::Shown);
            self.decide(gone, Fate::Superseded);
        }
        Ok(newest)
    }

    fn decide(&mut self, place: usize, fate: Fate) {
        if let Some(add_on) = self.loaded.get_mut(place) {
            add_on.fate = fate;
        }
    }

    /// Enters the add-ons of a message into the accounts.
    pub(super) fn settle(&mut self, message: i64, shown: bool) -> rusqlite::Result<()> {
        if !self.side.has(message) {
            return Ok(());
        }
        if !shown && self.loaded.is_empty() {
            self.load_by(message, &|_| None)?;
        }
        for add_on in &self.loaded {
            let fate = if shown { add_on.fate } else { Fate::Orphaned };
            match fate {
                Fate::Superseded => self.side.supersede(1),
                Fate::PassedOver => self.side.pass_over(1),
                Fate::Shown | Fate::Orphaned => {}
            }
            self.details.settle(add_on.id, fate);
        }
        self.side.settle(message, shown);
        self.loaded.clear();
        Ok(())
    }

    pub(super) fn damage(&self) -> u64 {
        self.side.damage + self.details.damage()
    }

    /// What became of the rows of each table that there is.
    pub(super) fn counts(&self, counts: &mut BTreeMap<String, TableCounts>) {
        if self.side.counts() != TableCounts::default() {
            counts.insert(ADD_ONS.table.to_owned(), self.side.counts());
        }
        self.details.counts(counts);
    }
}
