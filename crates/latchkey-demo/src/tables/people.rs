//! Address rows: phone numbers, private addresses, devices, groups, and which of them are one person.

use std::collections::HashMap;

use rusqlite::Connection;

use super::{SchemaState, WriteSourceError};
use crate::draft::{PersonDraft, PersonNo, SenderForm};

/// Every address written so far.
#[derive(Default)]
pub(super) struct Addresses {
    people: Vec<PersonRows>,
    rows: HashMap<String, i64>,
}

struct PersonRows {
    phone: Option<(String, i64)>,
    lid: Option<(String, i64)>,
    name: Option<String>,
}

impl Addresses {
    /// Adds a person; in the legacy state only the texts are kept, there is no address table.
    pub(super) fn person(
        &mut self,
        connection: &Connection,
        schema: SchemaState,
        person: &PersonDraft,
    ) -> Result<PersonNo, WriteSourceError> {
        let tabled = schema != SchemaState::Legacy;
        let phone = match &person.phone {
            Some(phone) if tabled => Some((
                phone.clone(),
                self.plain(connection, phone, "s.whatsapp.net", 0)?,
            )),
            Some(phone) => Some((phone.clone(), 0)),
            None => None,
        };
        let lid = match &person.lid {
            Some(lid) if schema == SchemaState::Modern => {
                Some((lid.clone(), self.plain(connection, lid, "lid", 18)?))
            }
            _ => None,
        };
        if let (Some((_, phone_row)), Some((_, lid_row))) = (&phone, &lid) {
            connection
                .prepare_cached(
                    "INSERT INTO jid_map (lid_row_id, jid_row_id, sort_id) VALUES (?1, ?2, 1)",
                )?
                .execute((lid_row, phone_row))?;
        }
        for (index, more) in person.more_lids.iter().enumerate() {
            if schema != SchemaState::Modern {
                break;
            }
            let more_row = self.plain(connection, more, "lid", 18)?;
            if let Some((_, phone_row)) = &phone {
                connection
                    .prepare_cached(
                        "INSERT INTO jid_map (lid_row_id, jid_row_id, sort_id) VALUES (?1, ?2, ?3)",
                    )?
                    .execute((more_row, phone_row, index as i64 + 2))?;
            }
        }
        let shown = person.lid_name.as_ref().or(person.push_name.as_ref());
        if let (Some((_, lid_row)), Some(push)) = (&lid, shown) {
            connection
                .prepare_cached(
                    "INSERT INTO lid_display_name (lid_row_id, display_name) VALUES (?1, ?2)",
                )?
                .execute((lid_row, push))?;
        }
        self.people.push(PersonRows {
            phone,
            lid,
            name: person.name.clone().or_else(|| person.push_name.clone()),
        });
        Ok(PersonNo(self.people.len() - 1))
    }

    /// The row of `user@server`, added when it is new.
    pub(super) fn plain(
        &mut self,
        connection: &Connection,
        user: &str,
        server: &str,
        kind: i64,
    ) -> Result<i64, WriteSourceError> {
        let raw = format!("{user}@{server}");
        self.row(connection, raw, (user, server, 0, kind))
    }

    fn row(
        &mut self,
        connection: &Connection,
        raw: String,
        (user, server, device, kind): (&str, &str, i64, i64),
    ) -> Result<i64, WriteSourceError> {
        if let Some(row) = self.rows.get(&raw) {
            return Ok(*row);
        }
        connection
            .prepare_cached(
                "INSERT INTO jid (user, server, agent, device, type, raw_string) VALUES (?1, ?2, 0, ?3, ?4, ?5)",
            )?
            .execute((user, server, device, kind, &raw))?;
        let row = connection.last_insert_rowid();
        self.rows.insert(raw, row);
        Ok(row)
    }

    /// The address row that stands for the person in the given form, falling back to what there is.
    pub(super) fn sender_row(
        &mut self,
        connection: &Connection,
        person: PersonNo,
        form: SenderForm,
    ) -> Result<i64, WriteSourceError> {
        let rows = &self.people[person.0];
        match (form, &rows.phone, &rows.lid) {
            (SenderForm::Device(device), Some((phone, _)), _) => {
                let (phone, device) = (phone.clone(), i64::from(device));
                let raw = format!("{phone}:{device}@s.whatsapp.net");
                self.row(connection, raw, (&phone, "s.whatsapp.net", device, 17))
            }
            (SenderForm::Lid, _, Some((_, row)))
            | (_, Some((_, row)), _)
            | (_, None, Some((_, row))) => Ok(*row),
            (_, None, None) => Ok(0),
        }
    }

    /// The person's address as text, for the old tables.
    pub(super) fn text(&self, person: PersonNo) -> String {
        let rows = &self.people[person.0];
        match (&rows.phone, &rows.lid) {
            (Some((phone, _)), _) => format!("{phone}@s.whatsapp.net"),
            (None, Some((lid, _))) => format!("{lid}@lid"),
            (None, None) => "unknown@s.whatsapp.net".to_owned(),
        }
    }

    /// Row of the private address, where there is one.
    pub(super) fn lid_row(&self, person: PersonNo) -> Option<i64> {
        self.people[person.0].lid.as_ref().map(|lid| lid.1)
    }

    /// The private address as text, where there is one.
    pub(super) fn lid_text(&self, person: PersonNo) -> Option<String> {
        self.people[person.0]
            .lid
            .as_ref()
            .map(|lid| format!("{}@lid", lid.0))
    }

    /// Digits that a mention shows in the text: the private address where there is one.
    pub(super) fn mention_digits(&self, person: PersonNo) -> String {
        let rows = &self.people[person.0];
        rows.lid
            .as_ref()
            .or(rows.phone.as_ref())
            .map_or_else(String::new, |address| address.0.clone())
    }

    /// The digits of the phone number, or of the private address where there is none.
    pub(super) fn phone_digits(&self, person: PersonNo) -> String {
        let rows = &self.people[person.0];
        rows.phone
            .as_ref()
            .or(rows.lid.as_ref())
            .map_or_else(String::new, |address| address.0.clone())
    }

    /// A name for the mention's own column.
    pub(super) fn name(&self, person: PersonNo) -> Option<&str> {
        self.people[person.0].name.as_deref()
    }
}
