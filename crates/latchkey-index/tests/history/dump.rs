//! What an index holds, as text to compare: raw, table by table, and as a person sees it, without its numbers.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

use hkdf::Hkdf;
use latchkey_index::{FORMAT, Index, MessageId};
use rusqlite::Connection;
use serde_json::{Value, json};
use sha2::Sha256;

/// Opens the tables as the format says, with the fixture's key.
pub fn open_tables(folder: &Path) -> Connection {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(None, &[0x42; 32])
        .expand(FORMAT.tables_label.as_bytes(), &mut key)
        .unwrap();
    let digits = key.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    let tables = Connection::open(folder.join(latchkey_index::TABLES_FILE)).unwrap();
    tables
        .execute_batch(&format!(
            "PRAGMA key = \"x'{digits}'\"; PRAGMA cipher_page_size = {}; PRAGMA cipher_hmac_algorithm = HMAC_SHA256;",
            FORMAT.page_size
        ))
        .unwrap();
    tables
}

/// Every row of every table but those that only say which imports there were.
pub fn raw(folder: &Path) -> String {
    let tables = open_tables(folder);
    let names: Vec<String> = tables
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .filter(|name| name != "import" && name != "seen")
        .collect();
    let mut dump = String::new();
    for name in names {
        let _ = writeln!(dump, "{name}");
        let mut statement = tables
            .prepare(&format!("SELECT * FROM {name} ORDER BY 1, 2"))
            .unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                let _ = write!(dump, " {:?}", row.get_ref(column).unwrap());
            }
            dump.push('\n');
        }
    }
    dump
}

/// The history as a person sees it: chats by address, messages by their places, people by their addresses.
pub fn seen(index: &Index) -> Value {
    let people: HashMap<i64, String> = index
        .people()
        .unwrap()
        .into_iter()
        .map(|person| (person.id.0, person.address))
        .collect();
    let chats = index.chats().unwrap();
    let addresses: HashMap<i64, String> = chats
        .iter()
        .map(|chat| (chat.id.0, chat.address.clone()))
        .collect();
    let plain = Plain {
        index,
        people: &people,
        chats: &addresses,
    };
    let mut all: Vec<Value> = chats
        .iter()
        .map(|chat| {
            let messages: Vec<Value> = index
                .messages(chat.id, 0, 100_000)
                .unwrap()
                .into_iter()
                .map(|message| {
                    let receipts = index.receipts(message.id).unwrap();
                    let mut value = serde_json::to_value(&message).unwrap();
                    value["receipts"] = serde_json::to_value(&receipts).unwrap();
                    plain.value("", value)
                })
                .collect();
            let mut members = serde_json::to_value(index.members(chat.id).unwrap()).unwrap();
            members = plain.value("", members);
            json!({
                "chat": plain.value("", serde_json::to_value(chat).unwrap()),
                "members": members,
                "messages": messages,
            })
        })
        .collect();
    all.sort_by_key(|chat| chat["chat"]["address"].to_string());
    let calls = serde_json::to_value(index.calls(0, 10_000).unwrap()).unwrap();
    json!({"chats": all, "calls": plain.value("call", calls)})
}

/// Puts words in the place of the index's own numbers.
struct Plain<'a> {
    index: &'a Index,
    people: &'a HashMap<i64, String>,
    chats: &'a HashMap<i64, String>,
}

impl Plain<'_> {
    fn value(&self, name: &str, value: Value) -> Value {
        match (name, value) {
            (_, Value::Object(fields)) => Value::Object(
                fields
                    .into_iter()
                    .filter(|(field, _)| !(name == "call" && field == "id"))
                    .map(|(field, value)| {
                        let value = self.value(&field, value);
                        (field, value)
                    })
                    .collect(),
            ),
            (_, Value::Array(values)) => values
                .into_iter()
                .map(|value| self.value(name, value))
                .collect(),
            ("sender" | "person" | "persons" | "admin", Value::Number(id)) => {
                json!(self.people[&id.as_i64().unwrap()])
            }
            ("chat", Value::Number(id)) => json!(self.chats[&id.as_i64().unwrap()]),
            ("id", Value::Number(_)) => Value::Null,
            ("message" | "parts", Value::Number(id)) => {
                let place = self
                    .index
                    .position_of(MessageId(id.as_i64().unwrap()))
                    .unwrap();
                let (chat, position) = place.unwrap();
                json!(format!("{} {position}", self.chats[&chat.0]))
            }
            (_, value) => value,
        }
    }
}
