//! The people of a source: every address row joined to one person, through devices and through the private-number map.
//!
//! One person is the phone address where it is known, else the private one. Rows that are groups, lists or channels
//! are addresses but no people.

mod cards;
mod changes;
mod names;
pub(crate) mod vcard;

pub(crate) use cards::Author;
pub(crate) use changes::Changes;
pub use names::clean as clean_name;
pub(crate) use names::gather_names;

use std::collections::HashMap;
use std::ops::ControlFlow;

use rusqlite::Connection;

use crate::address::{Address, AddressKind};
use crate::scan::{lost_rows, scan};
use crate::schema::Schema;
use crate::value;
use crate::{NameSource, Person, PersonId, TableCounts};

/// Old tables that name people by their addresses.
const LEGACY_MEMBERS: [(&str, &str); 3] = [
    ("group_participants", "jid"),
    ("messages_vcards_jids", "vcard_jid"),
    ("missed_call_log_participant", "jid"),
];

/// Addresses and people, by row and by text.
#[derive(Debug, Default)]
pub(crate) struct People {
    persons: Vec<Person>,
    /// Address row to its address, device forms stripped.
    addresses: HashMap<i64, Address>,
    /// Address row to person, as an index.
    by_row: HashMap<i64, usize>,
    /// Address rows of linked devices, and which device.
    devices: HashMap<i64, u32>,
    /// Any address of a person to the person, as an index.
    by_address: HashMap<String, usize>,
    /// Highest row given out, by the source or by us.
    highest: i64,
    /// Stretches of the address tables that could not be read.
    pub(crate) damage: u64,
    /// What became of the rows of the tables of people.
    pub(crate) counts: Vec<(&'static str, TableCounts)>,
}

impl People {
    /// Loads every address of the source.
    pub(crate) fn read(connection: &Connection, schema: &Schema) -> rusqlite::Result<Self> {
        let mut people = Self::default();
        let exact = people.read_addresses(connection, schema)?;
        let phones = people.read_map(connection, schema)?;
        let mut rows: Vec<i64> = people.addresses.keys().copied().collect();
        // The row whose text is the bare address stands for the person, else the lowest one.
        rows.sort_unstable_by_key(|row| (!exact.contains(row), *row));
        for row in rows {
            people.join(row, &phones);
        }
        Ok(people)
    }

    /// Fills `addresses`; the rows whose address has no device.
    fn read_addresses(
        &mut self,
        connection: &Connection,
        schema: &Schema,
    ) -> rusqlite::Result<std::collections::HashSet<i64>> {
        let mut exact = std::collections::HashSet::new();
        let Some(table) = schema.table("jid") else {
            return Ok(exact);
        };
        let select = table.select(&["_id", "user", "server", "raw_string", "device"]);
        let mut counts = TableCounts::default();
        let scanned = scan(connection, &select, None, &mut |number, row| {
            counts.rows += 1;
            let id = value::integer(row, 1).unwrap_or(number);
            let raw = value::text(row, 4);
            let parts = value::text(row, 2).zip(value::text(row, 3));
            let address = parts
                .and_then(|(user, server)| Address::of(&user, &server))
                .or_else(|| Address::parse(raw.as_deref()?));
            match &address {
                Some(_) => counts.shown += 1,
                None => counts.passed_over += 1,
            }
            if let Some(address) = address {
                if raw.as_deref() == Some(&address.text) {
                    exact.insert(id);
                }
                self.addresses.insert(id, address);
            }
            let told = raw.as_deref().and_then(device_of);
            if let Some(device) = value::positive(row, 5).or(told) {
                self.devices.insert(id, device);
            }
            self.highest = self.highest.max(id);
            ControlFlow::Continue(())
        })?;
        self.account("jid", counts, lost_rows(connection, table, &scanned));
        self.damage += scanned.damage.len() as u64;
        Ok(exact)
    }

    /// Private address to phone address, as texts.
    fn read_map(
        &mut self,
        connection: &Connection,
        schema: &Schema,
    ) -> rusqlite::Result<HashMap<String, String>> {
        let mut phones = HashMap::new();
        let Some(table) = schema.table_with("jid_map", &["lid_row_id", "jid_row_id"]) else {
            return Ok(phones);
        };
        let select = table.select(&["lid_row_id", "jid_row_id"]);
        let mut counts = TableCounts::default();
        let scanned = scan(connection, &select, None, &mut |_, row| {
            counts.rows += 1;
            let address = |column| self.addresses.get(&value::reference(row, column)?);
            if let (Some(lid), Some(phone)) = (address(1), address(2))
                && lid.kind == AddressKind::Lid
                && phone.kind == AddressKind::Phone
            {
                phones.insert(lid.text.clone(), phone.text.clone());
                counts.shown += 1;
            } else {
                counts.orphaned += 1;
            }
            ControlFlow::Continue(())
        })?;
        self.account("jid_map", counts, lost_rows(connection, table, &scanned));
        self.damage += scanned.damage.len() as u64;
        Ok(phones)
    }

    /// Keeps what became of the rows of a table, so many of which were lost.
    fn account(&mut self, table: &'static str, mut counts: TableCounts, lost: u64) {
        counts.rows += lost;
        counts.unreadable += lost;
        self.counts.push((table, counts));
    }

    /// Gives an address row its person.
    fn join(&mut self, row: i64, phones: &HashMap<String, String>) {
        let Some(address) = self
            .addresses
            .get(&row)
            .filter(|address| address.kind.is_person())
        else {
            return;
        };
        let address = address.clone();
        let canonical = match phones.get(&address.text) {
            Some(phone) => Address {
                text: phone.clone(),
                kind: AddressKind::Phone,
            },
            None => address.clone(),
        };
        // A device's row of an address that is known already; a person may have very many.
        let is_known = self.by_address.contains_key(&address.text);
        let index = self.person_at(&canonical, row);
        if address.kind == AddressKind::Lid
            && !is_known
            && let Some(person) = self.persons.get_mut(index)
        {
            person.lids.push(address.user().to_owned());
        }
        if address.text == canonical.text
            && self.row_of(index) != Some(row)
            && !self.by_row.contains_key(&row)
        {
            self.prefer_row(index, row, &canonical);
        }
        self.by_address.insert(address.text, index);
        self.by_row.insert(row, index);
    }

    /// The person's row becomes that of the canonical address once it is met, whatever form came first.
    fn prefer_row(&mut self, index: usize, row: i64, canonical: &Address) {
        let Some(person) = self.persons.get_mut(index) else {
            return;
        };
        let stands_for = self
            .addresses
            .get(&person.id.0)
            .map(|address| address.text.as_str());
        if stands_for != Some(canonical.text.as_str()) {
            person.id = PersonId(row);
        }
    }

    fn row_of(&self, index: usize) -> Option<i64> {
        self.persons.get(index).map(|person| person.id.0)
    }

    /// The person with this canonical address, made if new.
    fn person_at(&mut self, canonical: &Address, row: i64) -> usize {
        if let Some(&index) = self.by_address.get(&canonical.text) {
            return index;
        }
        let index = self.persons.len();
        self.persons.push(Person {
            id: PersonId(row),
            address: canonical.text.clone(),
            phone: canonical.phone().map(str::to_owned),
            ..Person::default()
        });
        self.by_address.insert(canonical.text.clone(), index);
        index
    }

    /// The person with an address given as text; made up with a row of its own if the source has no row for it.
    pub(crate) fn intern(&mut self, raw: &str) -> Option<PersonId> {
        let address = Address::parse(raw).filter(|address| address.kind.is_person())?;
        let index = match self.by_address.get(&address.text) {
            Some(&index) => index,
            None => {
                let row = self.highest.checked_add(1)?;
                self.highest = row;
                let index = self.person_at(&address, row);
                if address.kind == AddressKind::Lid
                    && let Some(person) = self.persons.get_mut(index)
                {
                    person.lids.push(address.user().to_owned());
                }
                self.by_row.insert(row, index);
                self.addresses.insert(row, address);
                index
            }
        };
        self.persons.get(index).map(|person| person.id)
    }

    /// Makes people of the members whom only the old tables name.
    pub(crate) fn read_legacy_members(
        &mut self,
        connection: &Connection,
        schema: &Schema,
    ) -> rusqlite::Result<()> {
        for (table, column) in LEGACY_MEMBERS {
            let Some(table) = schema.table_with(table, &[column]) else {
                continue;
            };
            scan(connection, &table.select(&[column]), None, &mut |_, row| {
                if let Some(raw) = value::text(row, 1) {
                    self.intern(&raw);
                }
                ControlFlow::Continue(())
            })?;
        }
        Ok(())
    }

    /// The device of an address row: 0 is the phone.
    pub(crate) fn device(&self, row: i64) -> Option<u32> {
        let known = self.addresses.contains_key(&row);
        known.then(|| self.devices.get(&row).copied().unwrap_or(0))
    }

    /// The address of a row.
    pub(crate) fn address(&self, row: i64) -> Option<&Address> {
        self.addresses.get(&row)
    }

    /// The person of an address row.
    pub(crate) fn by_row(&self, row: i64) -> Option<PersonId> {
        self.persons
            .get(*self.by_row.get(&row)?)
            .map(|person| person.id)
    }

    /// The person with an address given as text, if known.
    pub(crate) fn by_text(&self, raw: &str) -> Option<PersonId> {
        let address = Address::parse(raw)?;
        self.persons
            .get(*self.by_address.get(&address.text)?)
            .map(|person| person.id)
    }

    /// The person whose phone number or private number these digits are.
    pub(crate) fn by_digits(&self, digits: &str) -> Option<&Person> {
        let index = ["s.whatsapp.net", "lid"]
            .iter()
            .find_map(|server| self.by_address.get(&format!("{digits}@{server}")))?;
        self.persons.get(*index)
    }

    /// Everyone.
    pub(crate) fn all(&self) -> &[Person] {
        &self.persons
    }

    /// The person has a name.
    fn is_named(&self, person: PersonId) -> bool {
        let index = self.by_row.get(&person.0);
        let person = index.and_then(|&index| self.persons.get(index));
        person.is_some_and(|person| person.name.is_some())
    }

    /// Keeps a name if it comes from a better place than the one known.
    pub(crate) fn suggest_name(&mut self, person: PersonId, name: &str, source: NameSource) {
        let Some(name) = names::clean(name) else {
            return;
        };
        let Some(&index) = self.by_row.get(&person.0) else {
            return;
        };
        let Some(person) = self.persons.get_mut(index) else {
            return;
        };
        if person
            .name
            .as_ref()
            .is_none_or(|(_, known)| source < *known)
        {
            person.name = Some((name, source));
        }
    }
}

/// The device in `user:device@server`.
fn device_of(raw: &str) -> Option<u32> {
    let (user, _) = raw.rsplit_once('@')?;
    let (_, device) = user.rsplit_once(':')?;
    device.parse().ok().filter(|&device| device > 0)
}
