//! The contacts database of a backup (`wa.db`): names, where it still has them, and the tree of communities.
//!
//! It tells of chats and people of the messages' database, and has none of its own.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use rusqlite::Connection;

use crate::address::{Address, AddressKind};
use crate::address_book;
use crate::scan::scan;
use crate::schema::Schema;
use crate::value;
use crate::{AddressBookEntry, PrivateFile, ReadError};

/// The table of the tree, and its columns: a community and one of its groups.
const TREE: &str = "group_relationship";
const COLUMNS: [&str; 2] = ["parent_raw_jid", "subgroup_raw_id"];

/// What the contacts database of a backup says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactsDatabase {
    /// At most one name of each source for a number; empty in most backups since 2022.
    pub names: Vec<AddressBookEntry>,
    /// Groups that belong to a community, each once.
    pub groups: Vec<GroupOfCommunity>,
}

/// A group that belongs to a community, both by their addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupOfCommunity {
    /// The group.
    pub group: String,
    /// The community.
    pub community: String,
}

/// Reads the contacts database of a backup.
///
/// # Errors
/// [`ReadError::NoContacts`] when the bytes are no contacts database, [`ReadError::Failed`] when it cannot be read.
pub fn contacts_database(wa_db: PrivateFile) -> Result<ContactsDatabase, ReadError> {
    let connection = wa_db.into_connection().map_err(|_| ReadError::NoContacts)?;
    let schema = Schema::read(&connection)?;
    let names = address_book::names(&connection, &schema)?;
    let groups = groups(&connection, &schema)?;
    if names.is_none() && groups.is_none() {
        return Err(ReadError::NoContacts);
    }
    Ok(ContactsDatabase {
        names: names.unwrap_or_default(),
        groups: groups.unwrap_or_default(),
    })
}

/// The groups of communities; `None` where the tree is not kept.
fn groups(
    connection: &Connection,
    schema: &Schema,
) -> Result<Option<Vec<GroupOfCommunity>>, ReadError> {
    let Some(table) = schema.table_with(TREE, &COLUMNS) else {
        return Ok(None);
    };
    let mut parents = BTreeMap::new();
    scan(connection, &table.select(&COLUMNS), None, &mut |_, row| {
        let address = |column| group_address(&value::text(row, column)?);
        if let (Some(community), Some(group)) = (address(1), address(2))
            && community != group
        {
            parents.entry(group).or_insert(community);
        }
        ControlFlow::Continue(())
    })?;
    let group = |(group, community)| GroupOfCommunity { group, community };
    Ok(Some(parents.into_iter().map(group).collect()))
}

/// A group's address; the name of its column leaves open whether only the part before the `@` is kept.
fn group_address(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let is_user = |raw: &str| {
        raw.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    let address = match is_user(raw) {
        true => Address::of(raw, "g.us"),
        false => Address::parse(raw),
    }?;
    (address.kind == AddressKind::Group).then_some(address.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PrivatePlace;
    use crate::testing::Phone;

    fn read(phone: &Phone) -> Result<ContactsDatabase, ReadError> {
        let mut file = PrivateFile::create(&PrivatePlace::disk_only(phone.folder()), 0).unwrap();
        std::io::copy(&mut std::fs::File::open(phone.path()).unwrap(), &mut file).unwrap();
        contacts_database(file)
    }

    #[test]
    fn a_group_belongs_to_the_community_that_the_tree_names() {
        let wa = Phone::with(
            "CREATE TABLE group_relationship (_id INTEGER PRIMARY KEY, parent_raw_jid TEXT, subgroup_raw_id TEXT);
             INSERT INTO group_relationship (parent_raw_jid, subgroup_raw_id) VALUES
               ('120363000000000001@g.us', '120363000000000002@g.us'), ('120363000000000001@g.us', '120363000000000003'),
               ('120363000000000009@g.us', '120363000000000002@g.us'),
               ('120363000000000001@g.us', '120363000000000001@g.us'),
               ('34600111222@s.whatsapp.net', '120363000000000004@g.us'), (NULL, x'00ff'), ('', 'no group'), ('120363000000000001@g.us', 'no group');",
        );
        let group = |group: &str| GroupOfCommunity {
            group: group.to_owned(),
            community: "120363000000000001@g.us".to_owned(),
        };
        let expected = ContactsDatabase {
            names: Vec::new(),
            groups: vec![
                group("120363000000000002@g.us"),
                group("120363000000000003@g.us"),
            ],
        };
        assert_eq!(read(&wa).unwrap(), expected);
    }

    #[test]
    fn a_tree_without_its_columns_and_another_database_are_no_contacts() {
        for tables in [
            "CREATE TABLE group_relationship (a)",
            "CREATE TABLE recipes (a)",
        ] {
            let other = Phone::with(tables);
            assert!(
                matches!(read(&other), Err(ReadError::NoContacts)),
                "{tables}"
            );
        }
    }
}
