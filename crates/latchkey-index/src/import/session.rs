//! The import itself, fed with people, chats, messages, calls and members in this order.
//!
//! The first import of a new index writes without a journal, the text index on a second thread; every later
//! one is a single transaction of the tables that lists what the text index owes, paid after the commit.

mod calls;
mod chats;
mod finish;
mod known;
mod members;
mod refresh;
mod rows;
mod targets;

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use latchkey_messages::{Chat, ChatId, ChatKind, Kind, Message, Person};
use rusqlite::Connection;

use self::calls::KnownCalls;
use self::known::Met;
use self::members::Groups;
use self::targets::Targets;
use super::chat::OpenChat;
use super::identity::Key;
use super::names::Names;
use super::people::{self, PeopleMap};
use super::prints::{Print, PrintBlocks, Printer};
use super::row_blocks::RowBlocks;
use super::words::WordsThread;
use super::write::{MessageWriter, Placement, flags};
use super::{ImportReport, Origin, owed};
use crate::cipher::{self, Access};
use crate::error::ImportError;
use crate::index::Index;
use crate::key::SubKey;
use crate::packing;
use crate::pages::steady_time;
use crate::schema;
use crate::search::store::SearchRow;
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
    names: Names,
    chats: HashMap<ChatId, (i64, ChatKind)>,
    visited: BTreeSet<i64>,
    current: Option<OpenChat>,
    printer: Printer,
    /// Prints of messages that the history had, and those that are being written.
    prints: PrintBlocks<'a>,
    new_prints: PrintBlocks<'a>,
    row_blocks: RowBlocks<'a>,
    import: i64,
    /// Imports of newer backups than this one.
    newer: Vec<i64>,
    first_new: i64,
    next_id: i64,
    newest: bool,
    owed: bool,
    seen: Vec<(i64, i64)>,
    targets: Targets,
    groups: Groups,
    /// Calls that the history had; read when the first call comes.
    known_calls: Option<KnownCalls>,
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
        let newer: Vec<i64> = tables
            .prepare("SELECT id FROM import WHERE coalesce(created, imported_at) > ?1")?
            .query_map([made_at(origin)], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        if !first {
            owed::begin(tables)?;
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
            names: Names::default(),
            chats: HashMap::new(),
            visited: BTreeSet::new(),
            current: None,
            printer: Printer::new(tables)?,
            prints: PrintBlocks::new(tables)?,
            new_prints: PrintBlocks::new(tables)?,
            row_blocks: RowBlocks::new(tables)?,
            import,
            newest: newer.is_empty(),
            newer,
            first_new: last + 1,
            next_id: last + 1,
            owed: false,
            seen: Vec::new(),
            targets: Targets::default(),
            groups: Groups::default(),
            known_calls: None,
            kinds: [0; Kind::ALL.len()],
            report: ImportReport::default(),
            done: false,
        })
    }

    /// Some texts of the source, from all over it, that stored texts are packed by; call before anything else, for the
    /// first import of a history. Without them texts are stored as they are.
    ///
    /// # Errors
    /// As [`ImportSession::people`].
    pub fn samples(&mut self, texts: &[String]) -> Result<(), ImportError> {
        if self.first {
            packing::learn(self.tables, texts)?;
        }
        Ok(())
    }

    /// The source's people; call once, first.
    ///
    /// # Errors
    /// What writing the tables meets, as in every call of this session.
    pub fn people(&mut self, people: &[Person]) -> Result<(), ImportError> {
        let tables = self.tables;
        let newest = self.newest;
        if self.first {
            self.people = people::import(tables, people, newest)?;
            people::derive_names(tables)?;
        } else {
            let ((), owed) = owed::renaming(tables, || {
                self.people = people::import(tables, people, newest)?;
                people::derive_names(tables)
            })?;
            self.owed |= owed;
        }
        self.names = Names::read(tables)?;
        self.writer.answers.learn_people()?;
        self.report.people = people.len() as u64;
        Ok(())
    }

    /// The source's chats; call once, after the people.
    ///
    /// # Errors
    /// As [`ImportSession::people`].
    pub fn chats(&mut self, chats: &[Chat]) -> Result<(), ImportError> {
        let own: BTreeSet<&str> = chats.iter().map(|chat| chat.address.as_str()).collect();
        let mut of_peer = HashMap::new();
        for chat in chats {
            let peer = chat.peer.and_then(|person| self.people.id(person));
            let id = match self.find_chat(chat, peer, &own, &mut of_peer)? {
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
        let sender = sender.map(|person| self.writer.answers.stays(person));
        let key = Key::of(&message);
        let content = self.printer.content(&message, &key, sender, &self.people);
        self.count(&message);
        let id = match self.meet(&message, &key, sender, content)? {
            Met::Unchanged(id) => {
                self.report.already_present += 1;
                id
            }
            Met::Changed(known) => {
                self.report.already_present += 1;
                self.refresh(&known, &message, content)?;
                known.id
            }
            Met::New => self.insert(chat, sender, &key, content, &message)?,
        };
        match self.seen.last_mut() {
            Some((first, length)) if *first + *length == id => *length += 1,
            _ => self.seen.push((id, 1)),
        }
        self.targets.rows.add(message.row.0, id);
        Ok(())
    }

    fn count(&mut self, message: &Message) {
        self.report.messages += 1;
        self.report.reactions += message.reactions.len() as u64;
        self.report.media_referenced += u64::from(message.media.is_some());
        if let Some(count) = self.kinds.get_mut(message.kind as usize) {
            *count += 1;
        }
        if let Some(part) = message.part_of.filter(|part| part.kind.folded()) {
            let folded = &mut self.report.folded;
            *folded.entry(part.kind.as_str().to_owned()).or_default() += 1;
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
            self.targets.rows.new_chat();
            self.current = Some(OpenChat::open(self.tables, id, kind)?);
        }
        Ok(id)
    }

    fn leave(&mut self) -> Result<(), ImportError> {
        let Some(open) = self.current.take() else {
            return Ok(());
        };
        // The same chat may be entered again, under another of its addresses.
        self.new_prints.flush()?;
        self.prints.refresh();
        Ok(open.close(self.tables)?)
    }

    fn insert(
        &mut self,
        chat: i64,
        sender: Option<i64>,
        key: &Key,
        content: u64,
        message: &Message,
    ) -> Result<i64, ImportError> {
        let id = self.next_id;
        self.next_id += 1;
        let at = Placement {
            id,
            chat,
            sender,
            quoted: self.targets.quoted(id, message),
            parent: self.targets.parent(id, message),
            time: message.sent_at.unwrap_or(0),
        };
        self.writer.insert(at, message, key, &self.people)?;
        let identity = self.identity(key, message);
        self.new_prints.set(id, Print { content, identity })?;
        self.row_blocks.add(id, message.row.0)?;
        if let Some(open) = &mut self.current {
            open.add(id, message);
        }
        self.report.new += 1;
        self.hand_over(id, sender, message)?;
        Ok(id)
    }

    /// The print of a message's identity.
    fn identity(&mut self, key: &Key, message: &Message) -> u32 {
        let kind = schema::kind_code(message.kind);
        let text = message.text.as_deref();
        self.printer
            .identity(key, message.from_me, message.sent_at, kind, text)
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
        let at = steady_time(message.sent_at, super::chat::received_after(message));
        let facet = Facet::new(at, sender, schema::kind_code(message.kind), flags(message))
            .of_message(message);
        let (names, people) = (&self.names, &self.people);
        let own = OwnWords::of(message, &|mention| names.of_mention(mention, people));
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

/// When the backup was made, or at least when it was imported: later ones win by it.
fn made_at(origin: &Origin) -> i64 {
    origin.created.unwrap_or(origin.imported_at)
}
