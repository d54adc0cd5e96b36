//! The chats of a source, and those made up for messages whose chat is gone.
//!
//! A chat keeps its own address even when two chats are with one person: joining them is a matter of the view.

mod communities;
pub(crate) mod members;

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use rusqlite::{Connection, Row};

use crate::address::{Address, AddressKind};
use crate::people::People;
use crate::scan::{lost_rows, scan};
use crate::schema::Schema;
use crate::value;
use crate::{Chat, ChatId, ChatKind, PersonId, TableCounts};

/// `participation_status` of a group that the owner left.
const LEFT: i64 = 1;

/// Chats in the order in which messages are read.
#[derive(Debug, Default)]
pub(crate) struct Chats {
    list: Vec<Chat>,
    by_row: HashMap<i64, u32>,
    by_address: HashMap<String, u32>,
    taken: HashSet<String>,
    /// How many chats have wanted an address that was taken, row number and all.
    wanted: HashMap<String, u64>,
    highest: i64,
    /// Stretches of the chat tables that could not be read.
    pub(crate) damage: u64,
    /// What became of the rows of the tables of chats.
    pub(crate) counts: Vec<(&'static str, TableCounts)>,
}

impl Chats {
    /// Reads `chat` with its addresses; chats without one are kept.
    pub(crate) fn read(
        connection: &Connection,
        schema: &Schema,
        people: &People,
    ) -> rusqlite::Result<Self> {
        let mut chats = Self::default();
        let Some(table) = schema.table("chat") else {
            return Ok(chats);
        };
        let select = table.select(&[
            "_id",
            "jid_row_id",
            "account_jid_row_id",
            "subject",
            "created_timestamp",
            "hidden",
            "archived",
            "chat_lock",
            "unseen_message_count",
            "group_type",
            "ephemeral_expiration",
            "participation_status",
        ]);
        let mut counts = TableCounts::default();
        let scanned = scan(connection, &select, None, &mut |number, row| {
            counts.rows += 1;
            let id = value::integer(row, 1).unwrap_or(number);
            counts.shown += u64::from(id > 0);
            counts.passed_over += u64::from(id <= 0);
            if id > 0 {
                chats.add_row(id, row, people);
            }
            ControlFlow::Continue(())
        })?;
        chats.account("chat", counts, lost_rows(connection, table, &scanned));
        chats.damage = scanned.damage.len() as u64;
        chats.read_channels(connection, schema)?;
        chats.read_communities(connection, schema)?;
        Ok(chats)
    }

    fn add_row(&mut self, id: i64, row: &Row<'_>, people: &People) {
        let own = value::reference(row, 2);
        let account = value::reference(row, 3);
        // The app itself takes the account's address as the chat's identity where it has one.
        let identity = account.filter(|&row| people.address(row).is_some()).or(own);
        let address = identity.and_then(|row| people.address(row)).cloned();
        let subject = value::text(row, 4);
        let kind = kind_of(address.as_ref(), value::integer(row, 10), subject.is_some());
        let peer = identity
            .and_then(|row| people.by_row(row))
            .or_else(|| people.by_row(own?));
        let mut text = address.map_or_else(
            || format!("chat-without-address:{id}"),
            |address| address.text,
        );
        if self.taken.contains(&text) {
            text = own
                .and_then(|row| people.address(row))
                .map_or(text, |address| address.text.clone());
        }
        self.push(Chat {
            id: ChatId(id),
            address: text,
            kind,
            subject,
            peer: peer.filter(|_| kind == ChatKind::Person),
            created_at: value::time(row, 5),
            archived: value::flag(row, 7),
            locked: value::flag(row, 8),
            hidden: value::flag(row, 6),
            unread: value::unsigned(row, 9).unwrap_or(0),
            disappearing: value::unsigned(row, 11).filter(|&seconds| seconds > 0),
            left: value::integer(row, 12) == Some(LEFT),
            ..Chat::default()
        });
    }

    /// Reads `chat_list`, whose chats are addresses, and gives them rows above those known.
    pub(crate) fn read_legacy(
        &mut self,
        connection: &Connection,
        schema: &Schema,
        people: &mut People,
    ) -> rusqlite::Result<()> {
        let Some(table) = schema.table_with("chat_list", &["key_remote_jid"]) else {
            return Ok(());
        };
        let select = table.select(&[
            "key_remote_jid",
            "subject",
            "creation",
            "archived",
            "unseen_message_count",
        ]);
        let mut counts = TableCounts::default();
        let scanned = scan(connection, &select, None, &mut |_, row| {
            counts.rows += 1;
            let before = counts.shown;
            if let Some(raw) = value::text(row, 1).filter(|raw| raw != "-1")
                && let Some(at) = self.intern(&raw, people, false)
            {
                counts.shown += 1;
                let subject = value::text(row, 2);
                if let Some(chat) = self.list.get_mut(at as usize) {
                    chat.subject = chat.subject.take().or(subject);
                    chat.created_at = chat.created_at.or_else(|| value::time(row, 3));
                    chat.archived |= value::flag(row, 4);
                    chat.unread = chat.unread.max(value::unsigned(row, 5).unwrap_or(0));
                }
            }
            counts.passed_over += u64::from(counts.shown == before);
            ControlFlow::Continue(())
        })?;
        self.account("chat_list", counts, lost_rows(connection, table, &scanned));
        self.damage += scanned.damage.len() as u64;
        Ok(())
    }

    /// The place of the chat with an address given as text; made up, `hidden` or not, if it is not listed.
    pub(crate) fn intern(&mut self, raw: &str, people: &mut People, hidden: bool) -> Option<u32> {
        let address = Address::parse(raw);
        let text = address
            .as_ref()
            .map_or_else(|| raw.to_owned(), |address| address.text.clone());
        if let Some(&at) = self.by_address.get(&text) {
            return Some(at);
        }
        let kind = kind_of(address.as_ref(), None, false);
        let peer = if kind == ChatKind::Person {
            people.intern(raw)
        } else {
            None
        };
        self.highest = self.highest.checked_add(1)?;
        Some(self.push(Chat {
            id: ChatId(self.highest),
            address: text,
            kind,
            subject: None,
            peer,
            created_at: None,
            archived: false,
            locked: false,
            hidden,
            unread: 0,
            ..Chat::default()
        }))
    }

    /// The place of the chat with this row; one is made up where the source lists none.
    pub(crate) fn of_row(&mut self, row: Option<i64>) -> u32 {
        let row = row.filter(|&row| row > 0).unwrap_or(0);
        if let Some(&at) = self.by_row.get(&row) {
            return at;
        }
        let at = self.push(Chat {
            id: ChatId(if row == 0 { i64::MIN } else { -row }),
            address: format!("deleted-chat:{row}"),
            kind: ChatKind::Deleted,
            subject: None,
            peer: None,
            created_at: None,
            archived: false,
            locked: false,
            hidden: true,
            unread: 0,
            ..Chat::default()
        });
        self.by_row.insert(row, at);
        at
    }

    fn push(&mut self, mut chat: Chat) -> u32 {
        let at = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        if self.taken.contains(&chat.address) {
            chat.address = self.untaken(&chat);
        }
        self.taken.insert(chat.address.clone());
        if chat.id.0 > 0 {
            self.by_row.entry(chat.id.0).or_insert(at);
            self.highest = self.highest.max(chat.id.0);
        }
        self.by_address.insert(chat.address.clone(), at);
        self.list.push(chat);
        at
    }

    /// An address for a chat whose own is taken: with its row number, and counted where that is taken, too.
    fn untaken(&mut self, chat: &Chat) -> String {
        let with_row = format!("{}#{}", chat.address, chat.id.0);
        let mut address = with_row.clone();
        let count = self.wanted.entry(with_row.clone()).or_default();
        while self.taken.contains(&address) {
            *count += 1;
            address = format!("{with_row}#{count}");
        }
        address
    }

    /// Keeps what became of the rows of a table, so many of which were lost.
    fn account(&mut self, table: &'static str, mut counts: TableCounts, lost: u64) {
        counts.rows += lost;
        counts.unreadable += lost;
        self.counts.push((table, counts));
    }

    /// People became others.
    pub(crate) fn rename(&mut self, became: &HashMap<PersonId, PersonId>) {
        for peer in self.list.iter_mut().filter_map(|chat| chat.peer.as_mut()) {
            *peer = became.get(peer).copied().unwrap_or(*peer);
        }
    }

    /// The place of the chat with this row, if the source lists it.
    pub(crate) fn place_of_row(&self, row: i64) -> Option<u32> {
        self.by_row.get(&row).copied()
    }

    /// The place of the chat with an address, if the source lists it.
    pub(crate) fn place_of_address(&self, raw: &str) -> Option<u32> {
        let address = Address::parse(raw);
        let text = address.as_ref().map_or(raw, |address| &address.text);
        self.by_address.get(text).copied()
    }

    /// The name of the chat with an address.
    pub(crate) fn subject_of(&self, address: &str) -> Option<String> {
        self.at(*self.by_address.get(address)?)?.subject.clone()
    }

    /// The chat at a place.
    pub(crate) fn at(&self, at: u32) -> Option<&Chat> {
        self.list.get(at as usize)
    }

    /// The other person of the chat at a place.
    pub(crate) fn peer_at(&self, at: u32) -> Option<PersonId> {
        self.at(at)?.peer
    }

    /// The other person of the chat with this row.
    pub(crate) fn peer_of_row(&self, row: i64) -> Option<PersonId> {
        self.peer_at(*self.by_row.get(&row)?)
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Chat] {
        &self.list
    }
}

/// What sort of chat an address and a `group_type` make.
fn kind_of(address: Option<&Address>, group_type: Option<i64>, has_subject: bool) -> ChatKind {
    match address.map(|address| address.kind) {
        Some(AddressKind::Group) if group_type.unwrap_or(0) > 0 => ChatKind::Community,
        Some(AddressKind::Group) => ChatKind::Group,
        Some(AddressKind::Channel) => ChatKind::Channel,
        Some(AddressKind::Broadcast) => ChatKind::Broadcast,
        Some(AddressKind::Status) => ChatKind::Status,
        None if has_subject => ChatKind::Group,
        _ => ChatKind::Person,
    }
}
