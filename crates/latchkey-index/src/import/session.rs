//! The import itself, fed with people, chats, messages and calls in this order.
//!
//! The first import of a new index writes without a journal, the text index on a second thread; every later
//! one is a single transaction of the tables that lists what the text index owes, paid after the commit.

mod chats;
mod refresh;
mod rows;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use latchkey_messages::{Call, Chat, ChatId, ChatKind, Kind, Message, Person, ReadCounts};
use rusqlite::{Connection, params};

use self::rows::SourceRows;
use super::chat::OpenChat;
use super::identity::{Identity, Key};
use super::people::{self, PeopleMap};
use super::words::WordsThread;
use super::write::{MessageWriter, Placement, flags};
use super::{AccountProof, ImportReport, Origin, order};
use crate::cipher::{self, Access};
use crate::error::ImportError;
use crate::index::{Index, SEARCH_FILE, TABLES_FILE};
use crate::key::SubKey;
use crate::pages::steady_time;
use crate::schema;
use crate::search::store::{self, SearchRow};
use crate::search::{Facet, Facets, OwnWords};

/// An import that is under way. Dropped before [`ImportSession::finish`], it leaves the history as it was;
/// a *first* import leaves an unfinished index, whose folder is to be deleted.
pub struct ImportSession<'a> {
    tables: &'a Connection,
    search: &'a mut Option<Connection>,
    facets: &'a Facets,
    dir: PathBuf,
    search_key: &'a SubKey,
    access: &'a mut Access,
    origin: Origin,
    /// The text index while a first import writes it.
    words: Option<WordsThread>,
    first: bool,
    writer: MessageWriter<'a>,
    people: PeopleMap,
    chats: HashMap<ChatId, (i64, ChatKind)>,
    visited: BTreeSet<i64>,
    current: Option<OpenChat>,
    import: i64,
    first_new: i64,
    next_id: i64,
    newest: bool,
    owed: bool,
    seen: Vec<(i64, i64)>,
    rows: SourceRows,
    unresolved: Vec<(i64, u32)>,
    kinds: [u64; Kind::ALL.len()],
    report: ImportReport,
    done: bool,
}

impl Index {
    /// Starts an import that the caller feeds itself; [`Index::import`] does it from a source database.
    ///
    /// # Errors
    /// [`ImportError::ReadOnly`] for an index opened for reading; else what the databases say.
    pub fn begin_import(&mut self, origin: &Origin) -> Result<ImportSession<'_>, ImportError> {
        if self.access == Access::Read {
            return Err(ImportError::ReadOnly);
        }
        // What an earlier import left owing is paid before the list of debts is begun anew.
        if !self.search_is_level()? {
            self.level_search()?;
        }
        self.facets.clear();
        ImportSession::begin(self, origin)
    }
}

impl<'a> ImportSession<'a> {
    fn begin(index: &'a mut Index, origin: &Origin) -> Result<Self, ImportError> {
        let Index {
            dir,
            tables,
            search,
            keys,
            access,
            facets,
        } = index;
        let tables: &'a Connection = tables;
        let first = *access == Access::Create;
        let mut words = None;
        if first {
            // Until it is published nothing else may write: there is no journal to go back by.
            *access = Access::Read;
            tables.pragma_update(None, "user_version", schema::UNFINISHED)?;
            cipher::set(tables, "PRAGMA journal_mode = OFF")?;
            cipher::set(tables, "PRAGMA synchronous = OFF")?;
            cipher::set(tables, "PRAGMA cache_size = -8192")?;
            words = search.take().map(WordsThread::start).transpose()?;
        }
        tables.execute_batch("BEGIN IMMEDIATE")?;
        let one = |sql: &str| tables.query_row(sql, [], |row| row.get::<_, i64>(0));
        let last = one("SELECT coalesce(max(id), 0) FROM message")?;
        let import = one("SELECT coalesce(max(id), 0) + 1 FROM import")?;
        let newest = tables.query_row(
            "SELECT coalesce(max(coalesce(created, imported_at)), ?1) <= ?1 FROM import",
            [origin.created.unwrap_or(origin.imported_at)],
            |row| row.get(0),
        )?;
        if !first {
            tables.execute_batch("DELETE FROM owed; DELETE FROM meta WHERE name = 'owed_from';")?;
        }
        Ok(Self {
            tables,
            search,
            facets,
            dir: dir.clone(),
            search_key: &keys.search,
            access,
            origin: origin.clone(),
            words,
            first,
            writer: MessageWriter::new(tables)?,
            people: PeopleMap::default(),
            chats: HashMap::new(),
            visited: BTreeSet::new(),
            current: None,
            import,
            first_new: last + 1,
            next_id: last + 1,
            newest,
            owed: false,
            seen: Vec::new(),
            rows: SourceRows::default(),
            unresolved: Vec::new(),
            kinds: [0; Kind::ALL.len()],
            report: ImportReport::default(),
            done: false,
        })
    }

    /// The source's people; call once, first.
    ///
    /// # Errors
    /// What writing the tables meets, as in every call of this session.
    pub fn people(&mut self, people: &[Person]) -> Result<(), ImportError> {
        self.people = people::import(self.tables, people, self.newest)?;
        self.report.people = people.len() as u64;
        Ok(())
    }

    /// The source's chats; call once, after the people.
    ///
    /// # Errors
    /// As [`ImportSession::people`].
    pub fn chats(&mut self, chats: &[Chat]) -> Result<(), ImportError> {
        let own: BTreeSet<&str> = chats.iter().map(|chat| chat.address.as_str()).collect();
        for chat in chats {
            let peer = chat.peer.and_then(|person| self.people.id(person));
            let id = match self.find_chat(chat, peer, &own)? {
                Some(id) => {
                    self.update_chat(id, chat, peer)?;
                    id
                }
                None => self.insert_chat(chat, peer)?,
            };
            self.chats.insert(chat.id, (id, chat.kind));
        }
        Ok(())
    }

    /// One message; messages of a chat come together, in the chat's order.
    ///
    /// # Errors
    /// As [`ImportSession::people`].
    pub fn message(&mut self, message: Message) -> Result<(), ImportError> {
        let chat = self.enter(message.chat)?;
        let sender = message.sender.and_then(|person| self.people.id(person));
        let key = Key::pack(&message.key_id);
        let mut tie = 0;
        let mut known = None;
        if let Some(open) = self.current.as_mut().filter(|open| open.has_known()) {
            let kind = schema::kind_code(message.kind);
            let identity = Identity::new(
                &key,
                message.from_me,
                message.sent_at,
                kind,
                message.text.as_deref(),
            );
            tie = identity.tie();
            known = open.take(identity, sender);
        }
        self.count(&message);
        let id = match known {
            Some(known) => {
                self.report.already_present += 1;
                self.refresh(&known, &message)?;
                known.placed.id
            }
            None => self.insert(chat, sender, &key, tie, &message)?,
        };
        match self.seen.last_mut() {
            Some((first, length)) if *first + *length == id => *length += 1,
            _ => self.seen.push((id, 1)),
        }
        self.rows.add(message.row.0, id);
        if known.is_none() {
            self.hand_over(id, sender, &message)?;
        }
        Ok(())
    }

    fn count(&mut self, message: &Message) {
        self.report.messages += 1;
        self.report.reactions += message.reactions.len() as u64;
        self.report.media_referenced += u64::from(message.media.is_some());
        if let Some(count) = self.kinds.get_mut(message.kind as usize) {
            *count += 1;
        }
    }

    /// Makes `chat` the current one.
    fn enter(&mut self, chat: ChatId) -> Result<i64, ImportError> {
        let (id, kind) = match self.chats.get(&chat) {
            Some(&found) => found,
            None => {
                let lost = Chat {
                    id: chat,
                    address: format!("{}@unlisted", chat.0),
                    kind: ChatKind::Deleted,
                    subject: None,
                    peer: None,
                    created_at: None,
                    archived: false,
                    locked: false,
                    hidden: false,
                    unread: 0,
                    ..Chat::default()
                };
                self.chats(&[lost])?;
                self.chats
                    .get(&chat)
                    .copied()
                    .unwrap_or((0, ChatKind::Deleted))
            }
        };
        if self.current.as_ref().is_none_or(|open| open.id != id) {
            self.leave()?;
            self.visited.insert(id);
            self.rows.new_chat();
            self.current = Some(OpenChat::open(self.tables, id, kind)?);
        }
        Ok(id)
    }

    fn leave(&mut self) -> Result<(), ImportError> {
        match self.current.take() {
            Some(open) => Ok(open.close(self.tables)?),
            None => Ok(()),
        }
    }

    fn insert(
        &mut self,
        chat: i64,
        sender: Option<i64>,
        key: &Key,
        tie: u64,
        message: &Message,
    ) -> Result<i64, ImportError> {
        let id = self.next_id;
        self.next_id += 1;
        let target = message.quoted.as_ref().and_then(|quote| quote.row);
        let quoted = target.and_then(|row| self.rows.in_this_chat(row.0));
        if let (Some(row), None) = (target, quoted) {
            self.unresolved
                .extend(u32::try_from(row.0).ok().map(|row| (id, row)));
        }
        self.writer.insert(
            Placement {
                id,
                chat,
                sender,
                quoted,
            },
            message,
            key,
            &self.people,
        )?;
        if let Some(open) = &mut self.current {
            open.add(id, message, tie);
        }
        self.report.new += 1;
        Ok(id)
    }

    /// Gives the text index its part of a new message, while it is written beside the tables.
    fn hand_over(
        &mut self,
        id: i64,
        sender: Option<i64>,
        message: &Message,
    ) -> Result<(), ImportError> {
        let Some(words) = &mut self.words else {
            return Ok(());
        };
        let received_after = message
            .received_at
            .and_then(|received| received.checked_sub(message.sent_at.unwrap_or(0)));
        let at = steady_time(message.sent_at, received_after);
        let facet = Facet::new(at, sender, schema::kind_code(message.kind), flags(message));
        let own = OwnWords::of(message, &|mention| mention.name.clone());
        if words.add(SearchRow {
            id,
            facet,
            words: own,
        }) {
            return Ok(());
        }
        // The other thread has stopped: its own error says why.
        match self.words.take().map(WordsThread::finish) {
            Some(Err(error)) => Err(error.into()),
            _ => Err(ImportError::Cancelled),
        }
    }

    /// One call of the call log; calls come after the messages.
    ///
    /// # Errors
    /// As [`ImportSession::people`].
    pub fn call(&mut self, call: &Call) -> Result<(), ImportError> {
        self.leave()?;
        self.report.calls += 1;
        let peer = call.peer.and_then(|person| self.people.id(person));
        if !self.first {
            let there = self
                .tables
                .prepare_cached("SELECT 1 FROM call WHERE call_id = ?1 AND peer IS ?2 AND from_me = ?3 AND at IS ?4")?
                .exists(params![call.call_id, peer, call.from_me, call.at])?;
            if there {
                return Ok(());
            }
        }
        let message = call.message.and_then(|row| self.rows.anywhere(row.0));
        self.tables
            .prepare_cached("INSERT INTO call VALUES(NULL, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?
            .execute(params![
                call.call_id,
                peer,
                call.group,
                call.from_me,
                call.at,
                call.video,
                i64::try_from(call.duration).unwrap_or(0),
                schema::outcome_code(call.outcome),
                message,
            ])?;
        Ok(())
    }

    /// Commits the tables, then brings the text index level.
    ///
    /// # Errors
    /// [`ImportError::OtherAccount`] when the account had to be proved and was not; else as
    /// [`ImportSession::people`].
    pub fn finish(mut self, counts: &ReadCounts) -> Result<ImportReport, ImportError> {
        self.leave()?;
        if self.origin.account == AccountProof::BySharedMessage
            && self.first_new > 1
            && self.report.already_present == 0
        {
            return Err(ImportError::OtherAccount);
        }
        self.report.count_left_out(counts);
        self.report.count_kind(&self.kinds);
        self.report.chats = self.visited.len() as u64;
        self.resolve_quotes()?;
        self.write_seen()?;
        people::derive_names(self.tables)?;
        let generation = self.write_generation()?;
        self.tables.execute_batch("COMMIT")?;
        self.done = true;
        if self.first {
            self.publish(generation)?;
        } else {
            self.facets.clear();
            let path = self.dir.join(SEARCH_FILE);
            *self.search = Some(store::level(
                self.search.take(),
                &path,
                self.search_key,
                self.tables,
            )?);
        }
        Ok(std::mem::take(&mut self.report))
    }

    /// Quotes of messages in other chats, or in a chat whose rows did not come in order.
    fn resolve_quotes(&mut self) -> Result<(), ImportError> {
        let mut update = self
            .tables
            .prepare_cached("UPDATE quote SET target = ?2 WHERE message = ?1")?;
        for (message, row) in std::mem::take(&mut self.unresolved) {
            if let Some(target) = self.rows.anywhere(i64::from(row)) {
                update.execute([message, target])?;
            }
        }
        Ok(())
    }

    fn write_seen(&mut self) -> Result<(), ImportError> {
        let mut seen = std::mem::take(&mut self.seen);
        seen.sort_unstable();
        let mut insert = self
            .tables
            .prepare_cached("INSERT OR IGNORE INTO seen VALUES(?1, ?2, ?3)")?;
        for (first, length) in order::join_runs(seen) {
            insert.execute([self.import, first, length])?;
        }
        self.tables
            .prepare_cached(
                "INSERT INTO import VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                self.import,
                self.origin.file_name,
                i64::try_from(self.origin.size).unwrap_or(i64::MAX),
                self.origin.sha256,
                self.origin.created,
                self.origin.app_version,
                self.origin.phone_suffix,
                self.origin.imported_at,
                self.first_new,
                self.report.messages.cast_signed(),
                self.report.new.cast_signed(),
            ])?;
        Ok(())
    }

    /// Counts the generation up when messages changed, and says from which id the text index owes.
    fn write_generation(&self) -> rusqlite::Result<i64> {
        let before = crate::index::generation(self.tables)?;
        let added = self.next_id > self.first_new;
        if !added && !self.owed {
            return Ok(before);
        }
        if added && !self.first {
            self.tables.execute(
                "INSERT OR REPLACE INTO meta VALUES('owed_from', ?1)",
                [self.first_new],
            )?;
        }
        self.tables.execute(
            "UPDATE meta SET value = ?1 WHERE name = 'generation'",
            [before + 1],
        )?;
        Ok(before + 1)
    }

    /// Ends the unlogged part of a first import: both files on the disk, journals on, the index marked whole.
    fn publish(&mut self, generation: i64) -> Result<(), ImportError> {
        if let Some(words) = self.words.take() {
            let search = words.finish()?;
            store::end_unlogged(&search, &self.dir.join(SEARCH_FILE))?;
            store::set_generation(&search, generation)?;
            *self.search = Some(search);
        }
        store::end_unlogged(self.tables, &self.dir.join(TABLES_FILE))?;
        self.tables
            .pragma_update(None, "user_version", schema::VERSION)?;
        sync_folder(&self.dir)?;
        *self.access = Access::Write;
        Ok(())
    }
}

impl Drop for ImportSession<'_> {
    fn drop(&mut self) {
        self.words = None;
        if !self.done {
            // Fails only when SQLite has rolled back by itself.
            let _ = self.tables.execute_batch("ROLLBACK");
        }
    }
}

fn sync_folder(dir: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    std::fs::File::open(dir)?.sync_all()?;
    Ok(())
}
