//! Claims about who is in a group, and who was.

use crate::testing::{Phone, START};
use crate::{PersonId, Role};

const CHOIR: &str = "120363000000000001@g.us";

#[test]
fn members_have_roles_labels_and_dates_and_those_who_went_are_former() {
    let phone = Phone::modern();
    let group = phone.jid(CHOIR).0;
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let lid = phone.jid("987654321098765@lid");
    let ben = phone.jid("34600333444@s.whatsapp.net").0;
    let cem = phone.jid("34600555666@s.whatsapp.net").0;
    phone.map(lid, ana);
    let (ana, lid) = (ana.0, lid.0);
    phone.sql(&format!(
        "INSERT INTO group_participant_user (group_jid_row_id, user_jid_row_id, rank, label, pending, add_timestamp)
            VALUES ({group}, {ana}, 0, NULL, 0, {START}), ({group}, {lid}, 2, 'Alto', 0, NULL),
                ({group}, {ben}, 0, NULL, 1, NULL), ({group}, 4711, 0, NULL, 0, NULL), (NULL, {ben}, 0, NULL, 0, 0);
         INSERT INTO group_past_participant_user (group_jid_row_id, user_jid_row_id, is_leave, timestamp)
            VALUES ({group}, {cem}, 1, {START}), ({group}, {ana}, 0, 5);"
    ));
    let members = phone.members();
    assert_eq!(members.len(), 2);
    let (first, second) = (&members[0], &members[1]);
    assert_eq!(
        (first.person, first.role),
        (PersonId(ana), Role::SuperAdmin)
    );
    assert_eq!(first.label.as_deref(), Some("Alto"));
    assert_eq!((first.joined_at, first.former), (Some(START), None));
    assert_eq!(
        (second.group.as_str(), second.person),
        (CHOIR, PersonId(cem))
    );
    assert_eq!(second.former.unwrap().at, Some(START));
    let source = phone.source();
    source
        .members(&mut |_| std::ops::ControlFlow::Continue(()))
        .unwrap();
    let counts = source.tables()["group_participant_user"];
    assert_eq!((counts.rows, counts.shown, counts.superseded), (5, 1, 1));
    assert_eq!((counts.orphaned, counts.passed_over), (2, 1));
}

#[test]
fn old_groups_name_their_members_by_address() {
    let phone = Phone::legacy();
    let choir = "34600111222-1400000000@g.us";
    phone.sql(&format!(
        "INSERT INTO group_participants (gjid, jid, admin) VALUES ('{choir}', '34600111222@s.whatsapp.net', 2),
            ('{choir}', '34600333444@s.whatsapp.net', NULL), ('{choir}', '', 0)"
    ));
    let members = phone.members();
    assert_eq!(members.len(), 2);
    assert_eq!(members[0].role, Role::SuperAdmin);
    assert_eq!(
        (members[1].role, members[1].group.as_str()),
        (Role::Member, choir)
    );
}
