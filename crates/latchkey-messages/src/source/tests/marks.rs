//! Claims about what is done to messages: they are deleted, kept, pinned, opened, received.

use crate::testing::{ChatRow, JidRow, Phone, START, all, texts};
use crate::{Disappearing, Kind, LeftOut, Mark, PersonId, Receipt, RowId, ViewOnce};

fn phone_with_ana() -> (Phone, JidRow, ChatRow) {
    let phone = Phone::modern();
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let chat = phone.chat(ana);
    (phone, ana, chat)
}

#[test]
fn a_deleted_message_says_by_whom_and_replies_still_find_it() {
    let (mut phone, ana, _) = phone_with_ana();
    let group = phone.group("120363000000000001@g.us", "Choir");
    let own = phone.row(group, false, Some(ana.0), 15, None);
    let by_admin = phone.row(group, false, Some(ana.0), 64, None);
    let without = phone.row(group, false, Some(ana.0), 15, None);
    phone.sql(&format!(
        "INSERT INTO message_revoked VALUES ({own}, 'BEFORE', NULL, {START}), ({by_admin}, 'B', {}, 0)",
        ana.0
    ));
    let reply = phone.sent(group, "what was it?");
    phone.quotes(reply, group, "BEFORE", "the copy that was kept");
    let revoked = phone.message(own).revoked.unwrap();
    assert_eq!((revoked.by_admin, revoked.at), (false, Some(START)));
    assert_eq!(revoked.original_key_id.as_deref(), Some("BEFORE"));
    assert_eq!(
        phone.message(own).original_key_id.as_deref(),
        Some("BEFORE")
    );
    let revoked = phone.message(by_admin).revoked.unwrap();
    assert_eq!(
        (revoked.by_admin, revoked.admin, revoked.at),
        (true, Some(PersonId(ana.0)), None)
    );
    assert!(!phone.message(without).revoked.unwrap().by_admin);
    let quote = phone.message(reply).quoted.unwrap();
    assert_eq!(quote.row, Some(RowId(own)));
    assert_eq!(quote.text.as_deref(), Some("the copy that was kept"));
}

#[test]
fn the_id_before_an_edit_is_handed_on() {
    let (mut phone, _, chat) = phone_with_ana();
    let row = phone.got(chat, None, "edited");
    phone.sql(&format!(
        "INSERT INTO message_edit_info VALUES ({row}, 'BEFORE', {START}, 0)"
    ));
    let message = phone.message(row);
    assert_eq!(message.original_key_id.as_deref(), Some("BEFORE"));
    assert_eq!(message.edited_at, Some(START));
}

#[test]
fn the_newest_pin_and_keep_count_unless_they_were_taken_back() {
    let (mut phone, ana, chat) = phone_with_ana();
    let kept = phone.got(chat, None, "kept");
    let let_go = phone.got(chat, None, "let go");
    let by_row = phone.got(chat, None, "kept by nobody knows whom");
    phone.pinned(kept, Some(ana.0), 1, 10);
    phone.pinned(kept, None, 1, 20);
    phone.pinned(let_go, None, 1, 10);
    phone.pinned(let_go, Some(ana.0), 2, 20);
    phone.kept(kept, Some(ana.0), 1, 30);
    phone.kept(let_go, Some(ana.0), 2, 20);
    phone.kept(let_go, Some(ana.0), 1, 10);
    phone.sql(&format!(
        "INSERT INTO message_ephemeral VALUES ({kept}, 86400, {START}, 1), ({let_go}, 86400, {START}, 1),
            ({by_row}, 86400, 0, 1)"
    ));
    let message = phone.message(kept);
    let mark = |from_me, sender, at: i64| {
        Some(Mark {
            from_me,
            sender,
            at: Some(START + at),
        })
    };
    assert_eq!(message.pinned, mark(true, None, 20));
    assert_eq!(message.kept, mark(false, Some(PersonId(ana.0)), 30));
    let disappearing = Disappearing {
        seconds: Some(86_400),
        expires_at: Some(START),
    };
    assert_eq!(message.disappearing, Some(disappearing));
    let message = phone.message(let_go);
    assert_eq!((message.pinned, message.kept), (None, None));
    assert!(phone.message(by_row).kept.is_some());
}

#[test]
fn receipts_are_one_a_person_and_rows_without_a_time_none() {
    let (mut phone, ana, _) = phone_with_ana();
    let ben = phone.jid("34600333444@s.whatsapp.net").0;
    let lid = phone.jid("987654321098765@lid");
    phone.map(lid, ana);
    let group = phone.group("120363000000000001@g.us", "Choir");
    let row = phone.sent(group, "hello");
    let ana = ana.0;
    phone.sql(&format!(
        "INSERT INTO receipt_user (message_row_id, receipt_user_jid_row_id, receipt_timestamp, read_timestamp,
            played_timestamp) VALUES ({row}, {ben}, 0, -1, NULL), ({row}, {lid}, {START}, 0, {START}),
            ({row}, {ana}, {START} + 5, {START} + 9, -1), ({row}, 4711, {START}, 0, 0), (99, {ana}, {START}, 0, 0),
            ({row}, {ben}, 9223372036854775807, {START}, 0)",
        lid = lid.0
    ));
    let receipt =
        |person, delivered: Option<i64>, read: Option<i64>, played: Option<i64>| Receipt {
            person: PersonId(person),
            delivered_at: delivered.map(|at| START + at),
            read_at: read.map(|at| START + at),
            played_at: played.map(|at| START + at),
        };
    let expected = [
        receipt(ana, Some(0), Some(9), Some(0)),
        receipt(ben, None, Some(0), None),
    ];
    assert_eq!(phone.message(row).receipts, expected);
    let counts = all(&phone.source()).1.tables["receipt_user"];
    assert_eq!((counts.rows, counts.shown, counts.superseded), (6, 2, 1));
    assert_eq!((counts.orphaned, counts.passed_over), (1, 2));
}

#[test]
fn many_receipts_of_one_message_are_read_whether_they_stand_together_or_not() {
    let (mut phone, ana, chat) = phone_with_ana();
    let (one, two) = (phone.sent(chat, "one"), phone.sent(chat, "two"));
    let people: Vec<i64> = (0..300)
        .map(|number| phone.jid(&format!("346000{number:05}@s.whatsapp.net")).0)
        .collect();
    for (place, person) in people.iter().enumerate() {
        let row = if place % 3 == 0 { two } else { one };
        phone.sql(&format!(
            "INSERT INTO receipt_user (message_row_id, receipt_user_jid_row_id, read_timestamp)
                VALUES ({row}, {person}, {START})"
        ));
    }
    phone.sql(&format!(
        "INSERT INTO receipt_user (_id, message_row_id, receipt_user_jid_row_id, read_timestamp)
            VALUES (9000000000000, {one}, {}, {START})",
        ana.0
    ));
    assert_eq!(phone.message(one).receipts.len(), 201);
    assert_eq!(phone.message(two).receipts.len(), 100);
}

#[test]
fn the_sending_device_is_told_by_its_address() {
    let (mut phone, ana, chat) = phone_with_ana();
    let tablet = phone.jid("34600111222:12@s.whatsapp.net");
    let rows: Vec<i64> = (0..4).map(|_| phone.got(chat, None, "hi")).collect();
    phone.sql(&format!(
        "INSERT INTO message_details VALUES ({}, {}), ({}, {}), ({}, 4711), (99, 1)",
        rows[0], ana.0, rows[1], tablet.0, rows[2]
    ));
    let devices: Vec<_> = phone.messages().iter().map(|m| m.device).collect();
    assert_eq!(devices, [Some(0), Some(12), None, None]);
    let counts = all(&phone.source()).1.tables["message_details"];
    assert_eq!(
        (counts.shown, counts.passed_over, counts.orphaned),
        (2, 1, 1)
    );
}

#[test]
fn view_once_media_says_what_became_of_it() {
    let (mut phone, _, chat) = phone_with_ana();
    for (number, state) in [(42, 0), (43, 1), (82, 2), (42, 9)] {
        let row = phone.row(chat, false, None, number, None);
        phone.sql(&format!(
            "INSERT INTO message_view_once_media VALUES ({row}, {state})"
        ));
    }
    let states: Vec<_> = phone.messages().iter().map(|m| m.view_once).collect();
    let (unopened, opened) = (ViewOnce::Unopened, ViewOnce::Opened);
    assert_eq!(
        states,
        [Some(unopened), Some(opened), Some(ViewOnce::Expired), None]
    );
}

#[test]
fn a_channels_post_has_its_figures_and_a_voice_note_its_bars() {
    let (mut phone, _, chat) = phone_with_ana();
    let channel = phone.chat(phone.jid("120363000000000009@newsletter"));
    let post = phone.got(channel, None, "sun");
    let voice = phone.row(chat, true, None, 2, None);
    phone.sql(&format!(
        "INSERT INTO newsletter_message VALUES ({post}, 1200);
         INSERT INTO newsletter_message_reaction (message_row_id, reaction, reaction_count)
            VALUES ({post}, '👍', 40), ({post}, '', 3), ({post}, '❤', 0);
         INSERT INTO message_media (message_row_id, transferred) VALUES ({voice}, 0);
         INSERT INTO audio_data VALUES ({voice}, x'0a64ff');
         UPDATE message SET origin = 1, broadcast = 1 WHERE _id = {voice};"
    ));
    let figures = phone.message(post).channel.unwrap();
    assert_eq!(figures.views, Some(1200));
    assert_eq!(figures.reactions, [("👍".to_owned(), 40)]);
    let message = phone.message(voice);
    assert!(message.broadcast && message.kind == Kind::Voice);
    let media = message.media.unwrap();
    assert_eq!(media.waveform.unwrap(), [10, 100, 100]);
    assert_eq!(media.downloaded, None, "an own file was never downloaded");
}

#[test]
fn what_the_owner_had_deleted_is_left_out_by_the_apps_own_rule() {
    let (mut phone, _, chat) = phone_with_ana();
    let other = phone.group("120363000000000001@g.us", "Choir");
    let rows: Vec<i64> = ["old", "starred", "picture", "single", "kept"]
        .iter()
        .map(|text| phone.got(chat, None, text))
        .collect();
    phone.got(other, None, "elsewhere");
    phone.quotes(rows[0], chat, "K9", "a copy that goes too");
    phone.reacted(rows[0], None, Some("👍"), 10);
    phone.sql(&format!(
        "UPDATE message SET starred = 1 WHERE _id = {starred};
         UPDATE message SET message_type = 1 WHERE _id = {picture};
         INSERT INTO deleted_chat_job (chat_row_id, deleted_message_row_id, deleted_message_categories,
            deleted_categories_message_row_id, singular_message_delete_rows_id)
            VALUES ({chat}, {starred}, '[\"1\",\"3\"]', {kept}, '[\"{single}\"]'), (4711, 99, NULL, NULL, NULL);",
        starred = rows[1],
        picture = rows[2],
        single = rows[3],
        kept = rows[4],
        chat = chat.0,
    ));
    let (messages, counts) = all(&phone.source());
    assert_eq!(texts(&messages), ["starred", "kept", "elsewhere"]);
    assert_eq!(counts.left_out[&LeftOut::DeletedByOwner], 3);
    for table in [
        "message_quoted",
        "message_add_on",
        "message_add_on_reaction",
    ] {
        assert_eq!(counts.tables[table].orphaned, 1, "{table}");
    }
    let jobs = counts.tables["deleted_chat_job"];
    assert_eq!((jobs.shown, jobs.orphaned), (1, 1));
}
