//! Claims about the new family of tables.

use crate::testing::{ChatRow, JPEG, JidRow, Phone, START, all, texts};
use crate::{
    CallOutcome, ChatId, ChatKind, Delivery, Kind, LeftOut, Mention, NameSource, Person, PersonId,
    RowId,
};

const HASH: &str = "RuNPSdFXYJI8FoXZzAB26F3RTpwwuQfhAUuwbD5pDfk=";

fn phone_with_ana() -> (Phone, JidRow, ChatRow) {
    let phone = Phone::modern();
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let chat = phone.chat(ana);
    (phone, ana, chat)
}

fn person(phone: &Phone, address: &str) -> Person {
    phone
        .source()
        .people()
        .unwrap()
        .into_iter()
        .find(|person| person.address == address)
        .unwrap()
}

#[test]
fn messages_come_chat_by_chat_in_the_sources_own_order() {
    let (mut phone, _, ana) = phone_with_ana();
    let group = phone.group("120363000000000001@g.us", "Choir");
    let first = phone.got(ana, None, "a2");
    phone.got(group, None, "g1");
    phone.sent(ana, "a1");
    phone.got(group, None, "g2");
    phone.sql(&format!(
        "UPDATE message SET sort_id = 1000 WHERE _id = {first}"
    ));
    let source = phone.source();
    assert_eq!(texts(&all(&source).0), ["a1", "a2", "g1", "g2"]);
    let chats: Vec<_> = source
        .chats()
        .unwrap()
        .into_iter()
        .map(|chat| chat.id)
        .collect();
    assert_eq!(chats, [ChatId(ana.0), ChatId(group.0)]);
}

#[test]
fn without_a_sort_column_the_row_is_the_order() {
    let (mut phone, _, ana) = phone_with_ana();
    phone.got(ana, None, "one");
    phone.got(ana, None, "two");
    phone.sql("ALTER TABLE message DROP COLUMN sort_id");
    assert_eq!(texts(&phone.messages()), ["one", "two"]);
}

#[test]
fn a_private_address_and_its_devices_are_the_person_of_the_phone_number() {
    let (mut phone, ana, _) = phone_with_ana();
    let lid = phone.jid("987654321098765@lid");
    let device = phone.jid("987654321098765:7@lid");
    let tablet = phone.jid("34600111222:12@s.whatsapp.net");
    phone.map(lid, ana);
    let group = phone.group("120363000000000001@g.us", "Choir");
    for sender in [ana, lid, device, tablet] {
        phone.got(group, Some(sender), "hello");
    }
    let found = person(&phone, "34600111222@s.whatsapp.net");
    assert_eq!(
        (found.id, found.phone.as_deref()),
        (PersonId(ana.0), Some("34600111222"))
    );
    assert_eq!(found.lids, ["987654321098765"]);
    assert!(
        phone
            .messages()
            .iter()
            .all(|message| message.sender == Some(found.id))
    );
    assert_eq!(phone.source().people().unwrap().len(), 1);
}

#[test]
fn a_private_address_without_a_number_has_no_phone() {
    let phone = Phone::modern();
    phone.chat(phone.jid("987654321098765@lid"));
    let person = person(&phone, "987654321098765@lid");
    assert_eq!(
        (person.phone, person.lids),
        (None, vec!["987654321098765".to_owned()])
    );
}

#[test]
fn a_private_chat_and_a_phone_chat_of_one_person_stay_two_chats() {
    let (phone, ana, _) = phone_with_ana();
    let lid = phone.jid("987654321098765@lid");
    phone.map(lid, ana);
    phone.chat(lid);
    let chats = phone.source().chats().unwrap();
    assert_eq!(chats.len(), 2);
    assert_eq!(chats[0].peer, chats[1].peer);
    assert_ne!(chats[0].address, chats[1].address);
}

#[test]
fn a_sender_of_0_or_minus_1_or_null_is_the_peer_in_a_chat_of_two_and_unknown_in_a_group() {
    let (mut phone, ana, chat) = phone_with_ana();
    let group = phone.group("120363000000000001@g.us", "Choir");
    for sender in [Some(0), Some(-1), None, Some(4711)] {
        phone.row(chat, false, sender, 0, Some("a"));
        phone.row(group, false, sender, 0, Some("g"));
    }
    let messages = phone.messages();
    assert_eq!(messages.len(), 8);
    let (in_chat, in_group) = messages.split_at(4);
    assert!(
        in_chat
            .iter()
            .all(|message| message.sender == Some(PersonId(ana.0)))
    );
    assert!(in_group.iter().all(|message| message.sender.is_none()));
}

#[test]
fn chats_without_an_address_keep_their_messages() {
    let mut phone = Phone::modern();
    phone.sql("INSERT INTO chat (_id, jid_row_id) VALUES (5, NULL), (6, 4711)");
    phone.sql("INSERT INTO chat (_id, jid_row_id, subject) VALUES (7, 0, 'Choir')");
    for chat in [5, 6, 7] {
        phone.got(ChatRow(chat), None, "kept");
    }
    assert_eq!(phone.messages().len(), 3);
    let chats = phone.source().chats().unwrap();
    assert_eq!(chats[2].kind, ChatKind::Group);
    assert_ne!(chats[0].address, chats[1].address);
}

#[test]
fn messages_of_deleted_chats_stand_in_made_up_chats_after_all_others() {
    let (mut phone, _, ana) = phone_with_ana();
    phone.got(ChatRow(77), None, "orphan");
    phone.got(ChatRow(0), None, "lost");
    phone.got(ana, None, "home");
    let source = phone.source();
    let chats = source.chats().unwrap();
    assert_eq!(chats.len(), 3);
    assert_eq!(
        (chats[1].id, chats[1].kind),
        (ChatId(-77), ChatKind::Deleted)
    );
    assert!(chats[2].id.0 < 0 && chats[2].kind == ChatKind::Deleted);
    assert_eq!(texts(&all(&source).0), ["home", "orphan", "lost"]);
}

#[test]
fn chats_say_what_they_are() {
    let phone = Phone::modern();
    let kinds = [
        ("34600111222@s.whatsapp.net", ChatKind::Person),
        ("987654321098765@lid", ChatKind::Person),
        ("34600111222-1400000000@g.us", ChatKind::Group),
        ("status@broadcast", ChatKind::Status),
        ("1400000000@broadcast", ChatKind::Broadcast),
        ("120363000000000009@newsletter", ChatKind::Channel),
        ("120363000000000002@g.us", ChatKind::Community),
    ];
    for (raw, _) in kinds {
        phone.chat(phone.jid(raw));
    }
    phone.sql("UPDATE chat SET group_type = 3 WHERE _id = 7");
    phone.sql("INSERT INTO newsletter VALUES (6, 'Weather', 'Sun and rain')");
    phone.sql("UPDATE chat SET hidden = 1, archived = 1, chat_lock = 1, unseen_message_count = 3 WHERE _id = 1");
    let chats = phone.source().chats().unwrap();
    for (chat, (raw, kind)) in chats.iter().zip(kinds) {
        assert_eq!((chat.kind, chat.address.as_str()), (kind, raw));
        assert_eq!(chat.peer.is_some(), kind == ChatKind::Person);
    }
    assert_eq!(chats[5].subject.as_deref(), Some("Weather"));
    assert_eq!(chats[5].description.as_deref(), Some("Sun and rain"));
    assert!(chats[0].hidden && chats[0].archived && chats[0].locked && chats[0].unread == 3);
}

#[test]
fn placeholders_and_rows_never_displayed_are_counted_not_shown() {
    let (mut phone, _, chat) = phone_with_ana();
    phone.got(chat, None, "shown");
    phone.row(chat, false, None, 116, None);
    let notice = phone.row(chat, false, None, 7, None);
    phone.sql(&format!("INSERT INTO message_system VALUES ({notice}, 60)"));
    let odd = phone.row(chat, false, None, 0, None);
    phone.sql(&format!("UPDATE message SET status = -1 WHERE _id = {odd}"));
    let (messages, counts) = all(&phone.source());
    assert_eq!(texts(&messages), ["shown"]);
    assert_eq!(counts.source_rows, 5);
    assert_eq!(
        (
            counts.left_out[&LeftOut::Sentinel],
            counts.left_out[&LeftOut::NeverDisplayed]
        ),
        (2, 2)
    );
}

#[test]
fn unknown_kinds_keep_their_number_text_and_file() {
    let (mut phone, _, chat) = phone_with_ana();
    let row = phone.row(chat, false, None, 4711, Some("future"));
    phone.sql(&format!(
        "INSERT INTO message_media (message_row_id, file_path) VALUES ({row}, 'Media/x.bin')"
    ));
    let message = phone.message(row);
    assert_eq!(
        (message.kind, message.raw_kind),
        (Kind::Unsupported, Some(4711))
    );
    assert_eq!(message.text.as_deref(), Some("future"));
    assert_eq!(message.media.unwrap().path.as_deref(), Some("Media/x.bin"));
}

#[test]
fn the_text_is_the_caption_and_the_files_own_caption_comes_second() {
    let (mut phone, _, chat) = phone_with_ana();
    let both = phone.row(chat, false, None, 1, Some("text"));
    let second = phone.row(chat, false, None, 9, None);
    for row in [both, second] {
        phone.sql(&format!(
            "INSERT INTO message_media (message_row_id, media_caption) VALUES ({row}, 'caption')"
        ));
    }
    let business = phone.row(chat, false, None, 27, None);
    phone.sql(&format!(
        "INSERT INTO message_template (message_row_id, content_text_data) VALUES ({business}, 'Your parcel')"
    ));
    assert_eq!(texts(&phone.messages()), ["text", "caption", "Your parcel"]);
}

#[test]
fn a_file_is_described_by_what_the_row_has() {
    let (mut phone, _, chat) = phone_with_ana();
    let row = phone.row(chat, false, None, 1, None);
    phone.sql(&format!(
        "INSERT INTO message_media VALUES ({row}, 'Media/WhatsApp Images/a.jpg', 0, 300, 'image/jpeg', NULL, NULL, 0,
         640, 480, 0, '{HASH}', 1, 1, 'words')"
    ));
    phone
        .db
        .execute(
            "INSERT INTO message_thumbnail VALUES (?1, ?2)",
            rusqlite::params![row, JPEG],
        )
        .unwrap();
    let media = phone.message(row).media.unwrap();
    assert_eq!(
        (media.size, media.width, media.height),
        (Some(300), Some(640), Some(480))
    );
    assert_eq!((media.pages, media.duration), (None, None));
    assert_eq!((media.downloaded, media.offloaded), (Some(true), true));
    assert_eq!(media.transcript.as_deref(), Some("words"));
    assert_eq!(media.sha256.unwrap()[0], 0x46);
    assert_eq!(media.thumbnail.as_deref(), Some(JPEG));
}

#[test]
fn a_stickers_picture_is_found_by_its_hash_and_what_is_no_picture_is_left() {
    let (mut phone, _, chat) = phone_with_ana();
    let sticker = phone.row(chat, false, None, 20, None);
    phone.sql(&format!(
        "INSERT INTO message_media (message_row_id, file_hash) VALUES ({sticker}, '{HASH}')"
    ));
    phone
        .db
        .execute(
            "INSERT INTO media_hash_thumbnail VALUES (?1, ?2)",
            rusqlite::params![HASH, JPEG],
        )
        .unwrap();
    let video = phone.row(chat, false, None, 3, None);
    phone.sql(&format!(
        "INSERT INTO message_media (message_row_id) VALUES ({video})"
    ));
    let sql = "INSERT INTO mms_metadata (message_row_id, micro_thumbnail) VALUES (?1, ?2)";
    phone
        .db
        .execute(sql, rusqlite::params![video, b"no picture"])
        .unwrap();
    assert_eq!(
        phone.message(sticker).media.unwrap().thumbnail.as_deref(),
        Some(JPEG)
    );
    assert_eq!(phone.message(video).media.unwrap().thumbnail, None);
}

#[test]
fn a_link_preview_is_no_file() {
    let (mut phone, _, chat) = phone_with_ana();
    let row = phone.got(chat, None, "https://example.org");
    phone.sql(&format!(
        "INSERT INTO message_media (message_row_id, width) VALUES ({row}, 90)"
    ));
    assert_eq!(phone.message(row).media, None);
}

#[test]
fn a_quotation_finds_the_original_the_edited_original_or_keeps_its_copy() {
    let (mut phone, ana, chat) = phone_with_ana();
    let group = phone.group("120363000000000001@g.us", "Choir");
    let original = phone.got(chat, None, "original");
    let edited = phone.got(chat, None, "edited since");
    phone.sql(&format!(
        "INSERT INTO message_edit_info VALUES ({edited}, 'BEFORE', {START}, 0)"
    ));
    let elsewhere = phone.got(group, Some(ana), "in the group");
    let replies: Vec<i64> = (0..4).map(|_| phone.sent(chat, "reply")).collect();
    phone.quotes(replies[0], chat, "K1", "copy of the original");
    phone.quotes(replies[1], chat, "BEFORE", "copy before the edit");
    phone.quotes(replies[2], chat, "GONE", "copy of what is gone");
    phone.quotes(replies[3], group, "K3", "copy from the group");
    let quote = |row: i64| phone.message(row).quoted.unwrap();
    assert_eq!(quote(replies[0]).row, Some(RowId(original)));
    assert_eq!(quote(replies[1]).row, Some(RowId(edited)));
    let gone = quote(replies[2]);
    assert_eq!(
        (gone.row, gone.text.as_deref()),
        (None, Some("copy of what is gone"))
    );
    assert_eq!(
        (gone.kind, gone.sender),
        (Some(Kind::Text), Some(PersonId(ana.0)))
    );
    assert_eq!(quote(replies[3]).row, Some(RowId(elsewhere)));
    assert_eq!(phone.message(edited).edited_at, Some(START));
}

#[test]
fn a_quotation_that_names_a_lost_chat_is_looked_for_in_its_own() {
    let (mut phone, _, chat) = phone_with_ana();
    let original = phone.got(chat, None, "original");
    let reply = phone.sent(chat, "reply");
    phone.quotes(reply, ChatRow(4711), "K1", "copy");
    assert_eq!(
        phone.message(reply).quoted.unwrap().row,
        Some(RowId(original))
    );
}

#[test]
fn of_several_reactions_the_newest_of_each_person_counts_and_withdrawn_ones_are_gone() {
    let (mut phone, ana, _) = phone_with_ana();
    let ben = phone.jid("34600333444@s.whatsapp.net");
    let lid = phone.jid("987654321098765@lid");
    phone.map(lid, ana);
    let group = phone.group("120363000000000001@g.us", "Choir");
    let row = phone.sent(group, "react!");
    phone.reacted(row, Some(ana.0), Some("👍"), 10);
    phone.reacted(row, Some(lid.0), Some("❤"), 20);
    phone.reacted(row, Some(ben.0), Some("😂"), 30);
    phone.reacted(row, Some(ben.0), Some(""), 40);
    phone.reacted(row, None, Some("🙏"), 50);
    phone.reacted(row, Some(-1), Some("🎉"), 60);
    let reactions = phone.message(row).reactions;
    let emojis: Vec<_> = reactions
        .iter()
        .map(|reaction| reaction.emoji.as_str())
        .collect();
    assert_eq!(emojis, ["❤", "🙏", "🎉"]);
    assert!(reactions[1].from_me && reactions[1].sender.is_none());
    assert_eq!(reactions[0].at, Some(START + 20));
}

#[test]
fn a_reaction_without_sender_in_a_chat_of_two_is_the_peers() {
    let (mut phone, ana, chat) = phone_with_ana();
    let row = phone.sent(chat, "hi");
    phone.reacted(row, Some(-1), Some("👍"), 1);
    phone.sql(&format!(
        "INSERT INTO message_add_on (parent_message_row_id, message_add_on_type) VALUES ({row}, 67)"
    ));
    let reactions = phone.message(row).reactions;
    assert_eq!(reactions.len(), 1);
    assert_eq!(reactions[0].sender, Some(PersonId(ana.0)));
}

#[test]
fn a_notice_names_its_people_and_the_old_value() {
    let (mut phone, ana, _) = phone_with_ana();
    let ben = phone.jid("34600333444@s.whatsapp.net");
    let new = phone.jid("34600555666@s.whatsapp.net");
    let group = phone.group("120363000000000001@g.us", "Choir");
    let added = phone.row(group, false, Some(ana.0), 7, None);
    let renamed = phone.row(group, false, Some(ana.0), 7, Some("New choir"));
    let moved = phone.row(group, false, Some(ana.0), 7, None);
    let picture = phone.row(group, false, Some(ana.0), 7, Some("1700000000"));
    phone.sql(&format!(
        "INSERT INTO message_system VALUES ({added}, 12), ({renamed}, 1), ({moved}, 10), ({picture}, 6);
         INSERT INTO message_system_chat_participant VALUES ({added}, {ben}), ({added}, {ana});
         INSERT INTO message_system_value_change VALUES ({renamed}, 'Choir');
         INSERT INTO message_system_number_change VALUES ({moved}, {old}, {new});",
        ana = ana.0,
        ben = ben.0,
        old = phone.jid("34600777888@s.whatsapp.net").0,
        new = new.0,
    ));
    let (ana, ben, new) = (PersonId(ana.0), PersonId(ben.0), PersonId(new.0));
    let notice = |row: i64| phone.message(row).system.unwrap();
    assert_eq!(
        (notice(added).action, notice(added).people),
        (Some(12), vec![ben, ana])
    );
    assert_eq!(notice(renamed).old_value.as_deref(), Some("Choir"));
    assert_eq!(phone.message(renamed).text.as_deref(), Some("New choir"));
    assert_eq!(notice(moved).people, [new, new], "one person by now");
    let numbers = (notice(moved).old_value, notice(moved).new_value);
    assert_eq!(
        numbers,
        (Some("+34600777888".into()), Some("+34600555666".into()))
    );
    assert_eq!(phone.message(picture).text, None);
}

#[test]
fn a_text_keeps_its_digits_and_the_mentions_say_whom_they_mean() {
    let (mut phone, ana, chat) = phone_with_ana();
    let lid = phone.jid("987654321098765@lid");
    phone.map(lid, ana);
    let stranger = phone.jid("123123123123123@lid");
    let text = "@123123123123123, @987654321098765, mail a@34600111222.org, @1234, @999999999";
    let row = phone.got(chat, None, text);
    let plain = phone.got(
        chat,
        None,
        "@34600111222 and @34600111222 stand without rows",
    );
    for (jid, kind) in [(lid, 0), (stranger, 0), (ana, 2)] {
        phone.sql(&format!(
            "INSERT INTO message_mentions (message_row_id, jid_row_id, mention_type) VALUES ({row}, {}, {kind})",
            jid.0
        ));
    }
    phone.sql("UPDATE message_mentions SET display_name = 'Ben' WHERE _id = 2");
    let message = phone.message(row);
    assert_eq!(message.text.as_deref(), Some(text));
    let mention = |digits: &str, person: Option<JidRow>, name: Option<&str>| Mention {
        digits: digits.into(),
        person: person.map(|jid| PersonId(jid.0)),
        name: name.map(str::to_owned),
    };
    assert_eq!(
        message.mentions,
        [
            mention("123123123123123", Some(stranger), Some("Ben")),
            mention("987654321098765", Some(ana), None),
            mention("", None, None),
        ]
    );
    let without_rows = phone.message(plain).mentions;
    assert_eq!(without_rows, [mention("34600111222", Some(ana), None)]);
}

#[test]
fn the_best_name_wins_and_masked_numbers_are_none() {
    let (mut phone, ana, chat) = phone_with_ana();
    let lid = phone.jid("987654321098765@lid");
    phone.map(lid, ana);
    let name = |phone: &Phone| person(phone, "34600111222@s.whatsapp.net").name;
    phone.sql(&format!(
        "INSERT INTO lid_display_name VALUES ({}, '+34∙∙∙∙∙∙∙22', NULL)",
        lid.0
    ));
    assert_eq!(name(&phone), None);
    let sql = "INSERT INTO message_mentions (message_row_id, jid_row_id, display_name) VALUES (1, ?1, 'Anita')";
    phone.db.execute(sql, [ana.0]).unwrap();
    assert_eq!(name(&phone), Some(("Anita".into(), NameSource::Mention)));
    phone.sql("UPDATE lid_display_name SET display_name = 'Ana'");
    assert_eq!(name(&phone), Some(("Ana".into(), NameSource::LidDisplay)));
    let notice = phone.row(chat, false, None, 7, None);
    phone.sql(&format!(
        "INSERT INTO message_system_business_state VALUES ({notice}, 'Ana’s Bakery')"
    ));
    assert_eq!(
        name(&phone),
        Some(("Ana’s Bakery".into(), NameSource::Business))
    );
    phone.sql("INSERT INTO props (key, value) VALUES ('user_push_name', 'Me')");
    assert_eq!(phone.source().owner().push_name.as_deref(), Some("Me"));
}

#[test]
fn columns_hold_what_they_should_not_and_are_read_all_the_same() {
    let (mut phone, ana, chat) = phone_with_ana();
    let row = phone.sent(chat, "x");
    phone.sql(&format!(
        "UPDATE message SET text_data = x'68c3a9ff', timestamp = '1700000000', received_timestamp = {},
         starred = '1', status = '13', origination_flags = {}, message_type = '0' WHERE _id = {row}",
        i64::MAX,
        (1_i64 << 42) | (1 << 26) | 1
    ));
    let message = phone.message(row);
    assert_eq!(
        (message.kind, message.text.as_deref()),
        (Kind::Text, Some("hé\u{fffd}"))
    );
    assert_eq!((message.sent_at, message.received_at), (Some(START), None));
    assert!(message.starred);
    assert_eq!(
        (message.delivery, message.forwarded),
        (Some(Delivery::Read), Some(1))
    );
    phone.sql(&format!(
        "INSERT INTO message_forwarded VALUES ({row}, 127)"
    ));
    assert_eq!(phone.message(row).forwarded, Some(127));
    let sql = "INSERT INTO message_mentions (message_row_id, jid_row_id, display_name) VALUES (1, ?1, '007')";
    phone.db.execute(sql, [ana.0]).unwrap();
    assert_eq!(
        person(&phone, "34600111222@s.whatsapp.net").name.unwrap().0,
        "7",
        "the affinity ate the zeros"
    );
}

#[test]
fn deleted_messages_and_voice_notes_are_told_by_their_rows() {
    let (mut phone, _, chat) = phone_with_ana();
    for (number, kind) in [
        (15, Kind::Revoked),
        (64, Kind::Revoked),
        (2, Kind::Audio),
        (81, Kind::VideoNote),
    ] {
        let row = phone.row(chat, false, None, number, None);
        assert_eq!(phone.message(row).kind, kind);
    }
    phone.sql("UPDATE message SET origin = 1 WHERE message_type = 2");
    assert!(
        phone
            .messages()
            .iter()
            .any(|message| message.kind == Kind::Voice)
    );
}

#[test]
fn calls_have_peer_outcome_and_message() {
    let (mut phone, ana, chat) = phone_with_ana();
    let lid = phone.jid("987654321098765@lid");
    phone.map(lid, ana);
    let group = phone.jid("120363000000000001@g.us");
    let shown = phone.row(chat, false, None, 90, None);
    phone.sql(&format!(
        "INSERT INTO call_log VALUES (1, {}, 0, 'call:A', {START}, 1, 62, 2, 0),
            (2, {}, 1, 'call:B', {START}, 0, 0, 4, {}), (3, NULL, 0, NULL, -1, NULL, NULL, NULL, NULL);
         INSERT INTO message_call_log VALUES ({shown}, 1);",
        lid.0, ana.0, group.0
    ));
    let calls = phone.calls();
    assert_eq!(
        (calls[0].outcome, calls[0].duration, calls[0].video),
        (CallOutcome::Answered, 62, true)
    );
    assert_eq!(
        (calls[0].peer, calls[0].message),
        (Some(PersonId(ana.0)), Some(RowId(shown)))
    );
    assert_eq!(
        (calls[1].outcome, calls[1].from_me),
        (CallOutcome::Declined, true)
    );
    assert_eq!(calls[1].group.as_deref(), Some("120363000000000001@g.us"));
    assert_eq!(
        (calls[2].peer, calls[2].at, calls[2].outcome),
        (None, None, CallOutcome::Unknown)
    );
}

#[test]
fn a_missed_call_of_old_versions_is_a_call_unless_the_log_has_it() {
    let (mut phone, ana, chat) = phone_with_ana();
    let first = phone.row(chat, false, None, 10, None);
    let second = phone.row(chat, false, None, 10, None);
    let later = START + 3_600_000;
    phone.sql(&format!(
        "INSERT INTO missed_call_logs VALUES (1, {first}, {START}, 0, 0), (2, {second}, {later}, 1, 0);
         INSERT INTO call_log VALUES (1, {}, 0, 'call:A', {}, 1, 0, 2, 0);",
        ana.0,
        later + 1000
    ));
    let calls = phone.calls();
    assert_eq!(calls.len(), 2);
    assert_eq!(
        (calls[1].row, calls[1].outcome, calls[1].message),
        (-1, CallOutcome::Missed, Some(RowId(first)))
    );
    assert_eq!(calls[1].peer, Some(PersonId(ana.0)));
}
