//! What the contacts database beside a backup adds: names, and which community a group belongs to.

use latchkey_demo::source::{PersonDraft, write_contacts_database};
use latchkey_messages::ChatKind;

use crate::fixture::{Desk, ROOT, small_phone};

const BACKUP: &str = "WhatsApp/Databases/msgstore.db.crypt15";

/// A desk whose history has the small phone.
fn restored() -> (Desk, std::path::PathBuf) {
    let desk = Desk::new();
    let backup = desk.backup(BACKUP, &small_phone(), &ROOT, "21");
    desk.restore(&backup, desk.new_target()).unwrap();
    (desk, backup)
}

#[test]
fn names_come_from_the_contacts_database_where_the_phone_keeps_it() {
    let (desk, backup) = restored();
    let people = desk.history().index().people().unwrap();
    let ana = PersonDraft {
        phone: people.iter().find_map(|person| person.phone.clone()),
        name: Some("Ana from the contacts".to_owned()),
        ..PersonDraft::default()
    };
    let plain = desk.path("wa.db");
    write_contacts_database(&plain, &[ana], &[]).unwrap();
    desk.encrypt("WhatsApp/Backups/wa.db.crypt15", &plain, &ROOT, "21");
    std::fs::remove_file(plain).unwrap();
    desk.restore(&backup, desk.history().into_target()).unwrap();
    let people = desk.history().index().people().unwrap();
    let mut names = people.iter().filter_map(|person| person.name.as_deref());
    assert!(
        names.any(|name| name == "Ana from the contacts"),
        "{people:?}"
    );
}

#[test]
fn a_groups_community_comes_from_the_contacts_database_where_no_notice_tells_it() {
    const COMMUNITY: &str = "120363000000000777@g.us";
    let (desk, backup) = restored();
    let family = || {
        let chats = desk.history().index().chats().unwrap();
        let mut chats = chats.into_iter();
        chats.find(|chat| chat.kind == ChatKind::Group).unwrap()
    };
    assert_eq!(family().community, None);
    let plain = desk.path("wa.db");
    let group = family().address;
    write_contacts_database(&plain, &[], &[(COMMUNITY, &group)]).unwrap();
    desk.encrypt("WhatsApp/Backups/wa.db.crypt15", &plain, &ROOT, "21");
    desk.restore(&backup, desk.history().into_target()).unwrap();
    assert_eq!(family().community.as_deref(), Some(COMMUNITY));
}
