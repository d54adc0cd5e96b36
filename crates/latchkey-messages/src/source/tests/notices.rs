//! Claims about what notices say.

use crate::testing::{ChatRow, JidRow, Phone};
use crate::{Kind, PersonId, SystemNotice};

const CHOIR: &str = "120363000000000001@g.us";

fn phone_with_choir() -> (Phone, JidRow, ChatRow) {
    let phone = Phone::modern();
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let group = phone.group(CHOIR, "Choir");
    (phone, ana, group)
}

fn said(phone: &Phone, row: i64) -> SystemNotice {
    phone.message(row).system.unwrap()
}

#[test]
fn every_table_of_notices_says_its_part() {
    let (mut phone, ana, group) = phone_with_choir();
    let parent = phone.group("120363000000000005@g.us", "All choirs");
    let mut notice = |action| phone.notice(group, Some(ana), action);
    let (joined, devices, blocked, business) = (notice(12), notice(57), notice(58), notice(46));
    let (provider, call, linked, nodes) = (notice(67), notice(70), notice(75), notice(79));
    let (sibling, above, renamed, event) = (notice(108), notice(116), notice(165), notice(169));
    let (start, sharing) = (notice(70), notice(4711));
    let parent_jid: i64 = phone
        .db
        .query_row(
            "SELECT jid_row_id FROM chat WHERE _id = ?1",
            [parent.0],
            |row| row.get(0),
        )
        .unwrap();
    phone.sql(&format!(
        "INSERT INTO message_system_group VALUES ({joined}, 1);
         INSERT INTO message_system_device_change VALUES ({devices}, 2, NULL);
         INSERT INTO message_system_block_contact VALUES ({blocked}, 0);
         INSERT INTO message_system_business_state VALUES ({business}, 'Bakery');
         INSERT INTO message_system_initial_privacy_provider VALUES ({provider}, 'Butcher');
         INSERT INTO message_system_linked_group_call VALUES ({call}, 1);
         INSERT INTO message_system_community_link_changed VALUES ({linked}, 2, {parent_jid});
         INSERT INTO message_system_with_group_nodes VALUES ({nodes}, 7, 'Altos'), ({nodes}, {parent_jid}, NULL);
         INSERT INTO message_system_sibling_group_link_change VALUES ({sibling}, '1@g.us', 'Tenors', NULL);
         INSERT INTO message_system_group_with_parent VALUES ({above}, 'All choirs');
         INSERT INTO message_system_username_change VALUES ({renamed}, {ana}, 'ana', 'ana.p', NULL);
         INSERT INTO message_system_event_updates VALUES ({event}, '007');
         INSERT INTO message_system_scheduled_call_start VALUES ({start}, 'Rehearsal');
         INSERT INTO message_limit_sharing_setting VALUES ({sharing}, 1);",
        ana = ana.0
    ));
    assert_eq!(said(&phone, joined).yes, Some(true));
    assert_eq!(said(&phone, devices).devices, Some((2, 0)));
    assert_eq!(said(&phone, blocked).yes, Some(false));
    assert_eq!(said(&phone, business).new_value.as_deref(), Some("Bakery"));
    assert_eq!(said(&phone, provider).new_value.as_deref(), Some("Butcher"));
    assert_eq!(said(&phone, call).yes, Some(true));
    assert_eq!(said(&phone, linked).groups, ["All choirs"]);
    assert_eq!(said(&phone, nodes).groups, ["Altos", "All choirs"]);
    assert_eq!(said(&phone, sibling).groups, ["Tenors"]);
    assert_eq!(said(&phone, above).groups, ["All choirs"]);
    let renamed = said(&phone, renamed);
    assert_eq!(renamed.people, [PersonId(ana.0)]);
    let names = (renamed.old_value.as_deref(), renamed.new_value.as_deref());
    assert_eq!(names, (Some("ana"), Some("ana.p")));
    assert_eq!(
        said(&phone, event).new_value.as_deref(),
        Some("7"),
        "the affinity ate the zeros"
    );
    assert_eq!(said(&phone, start).new_value.as_deref(), Some("Rehearsal"));
    assert_eq!(said(&phone, sharing).yes, Some(true));
}

#[test]
fn a_timer_is_in_seconds_whichever_number_the_notice_has() {
    let (mut phone, ana, group) = phone_with_choir();
    let of_group = phone.notice(group, Some(ana), 56);
    let chat = phone.chat(ana);
    let (old, new) = (
        phone.row(chat, false, None, 36, None),
        phone.row(chat, false, None, 56, None),
    );
    phone.sql(&format!(
        "INSERT INTO message_ephemeral_setting VALUES ({of_group}, 86400), ({old}, 0), ({new}, '604800')"
    ));
    assert_eq!(said(&phone, of_group).seconds, Some(86_400));
    assert_eq!(said(&phone, old).seconds, Some(0), "off");
    assert_eq!(said(&phone, new).seconds, Some(604_800));
    let message = phone.message(new);
    assert_eq!((message.kind, message.raw_kind), (Kind::System, Some(56)));
}

#[test]
fn a_group_belongs_to_the_community_that_the_newest_notice_names() {
    let (mut phone, ana, group) = phone_with_choir();
    let parent = phone.jid("120363000000000005@g.us").0;
    let other = phone.group("120363000000000006@g.us", "Tenors");
    let left = phone.group("120363000000000007@g.us", "Basses");
    let first = phone.notice(group, Some(ana), 75);
    let sibling = phone.notice(group, Some(ana), 108);
    let (linked, unlinked) = (phone.notice(left, None, 75), phone.notice(left, None, 78));
    phone.sql(&format!(
        "INSERT INTO message_system_community_link_changed VALUES ({first}, 2, {parent}), ({linked}, 2, {parent}),
            ({unlinked}, 0, {parent});
         INSERT INTO message_system_sibling_group_link_change
            VALUES ({sibling}, '120363000000000006@g.us', 'Tenors', {parent});
         INSERT INTO community_chat VALUES ({other}), (4711);
         UPDATE chat SET ephemeral_expiration = 86400, participation_status = 1 WHERE _id = {other};",
        other = other.0
    ));
    let chats = phone.source().chats().unwrap();
    let community: Vec<_> = chats.iter().map(|chat| chat.community.as_deref()).collect();
    let parent = Some("120363000000000005@g.us");
    assert_eq!(community, [parent, parent, None]);
    assert_eq!(chats[1].kind, crate::ChatKind::Community);
    assert_eq!((chats[1].disappearing, chats[1].left), (Some(86_400), true));
    assert_eq!((chats[0].disappearing, chats[0].left), (None, false));
}
