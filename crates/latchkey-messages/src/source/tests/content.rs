//! Claims about what messages carry beside their text.

use crate::testing::{ChatRow, JPEG, JidRow, Phone, START, all};
use crate::{
    Button, Content, EventAnswer, Kind, LinkPreview, PartKind, PartOf, PersonId, RowId, Vote,
};

fn phone_with_ana() -> (Phone, JidRow, ChatRow) {
    let phone = Phone::modern();
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let chat = phone.chat(ana);
    (phone, ana, chat)
}

fn content(phone: &Phone, row: i64) -> Content {
    *phone.message(row).content.unwrap()
}

#[test]
fn a_link_keeps_its_preview_and_a_mere_background_is_none() {
    let (mut phone, _, chat) = phone_with_ana();
    let row = phone.got(chat, None, "see https://example.org");
    let coloured = phone.got(chat, None, "coloured");
    phone.sql(&format!(
        "INSERT INTO message_text (message_row_id, url, page_title, description) VALUES
            ({row}, 'https://example.org', 'Example', NULL), ({coloured}, NULL, NULL, NULL)"
    ));
    let Content::Link(link) = content(&phone, row) else {
        panic!()
    };
    let expected = LinkPreview {
        url: Some("https://example.org".into()),
        title: Some("Example".into()),
        ..LinkPreview::default()
    };
    assert_eq!(link, expected);
    assert_eq!(phone.message(coloured).content, None);
}

#[test]
fn a_link_keeps_the_small_picture_that_was_stored_with_it() {
    let (mut phone, _, chat) = phone_with_ana();
    let rows = [
        "https://a.example",
        "https://b.example",
        "https://c.example",
    ]
    .map(|url| {
        let row = phone.got(chat, None, url);
        phone.sql(&format!(
            "INSERT INTO message_text (message_row_id, url) VALUES ({row}, '{url}')"
        ));
        row
    });
    let [pictured, micro, hostile] = rows;
    let put = |sql: &str, row: i64, bytes: &[u8]| {
        phone
            .db
            .execute(sql, rusqlite::params![row, bytes])
            .unwrap();
    };
    let thumbnail = "INSERT INTO message_thumbnail VALUES (?1, ?2)";
    put(thumbnail, pictured, JPEG);
    let sql = "INSERT INTO mms_metadata (message_row_id, micro_thumbnail) VALUES (?1, ?2)";
    put(sql, micro, JPEG);
    put(thumbnail, hostile, b"<svg onload='x'/>");
    let picture = |row| match content(&phone, row) {
        Content::Link(link) => link.thumbnail,
        other => panic!("{other:?}"),
    };
    assert_eq!(picture(pictured).as_deref(), Some(JPEG));
    assert_eq!(picture(micro).as_deref(), Some(JPEG));
    assert_eq!(picture(hostile), None);
}

#[test]
fn the_small_picture_of_a_file_is_not_taken_for_a_links() {
    let (mut phone, _, chat) = phone_with_ana();
    let photo = phone.row(chat, false, None, 1, None);
    phone.sql(&format!(
        "INSERT INTO message_media (message_row_id, file_path) VALUES ({photo}, 'Media/a.jpg');
         INSERT INTO message_text (message_row_id, url) VALUES ({photo}, 'https://example.org')"
    ));
    let thumbnail = "INSERT INTO message_thumbnail VALUES (?1, ?2)";
    phone
        .db
        .execute(thumbnail, rusqlite::params![photo, JPEG])
        .unwrap();
    let Content::Link(link) = content(&phone, photo) else {
        panic!()
    };
    assert_eq!(link.thumbnail, None);
    let media = phone.message(photo).media.unwrap();
    assert_eq!(media.thumbnail.as_deref(), Some(JPEG));
}

#[test]
fn places_are_where_they_are_or_nowhere() {
    let (mut phone, _, chat) = phone_with_ana();
    let here = phone.row(chat, false, None, 5, None);
    let live = phone.row(chat, false, None, 16, None);
    let nowhere = phone.row(chat, false, None, 5, None);
    phone.sql(&format!(
        "INSERT INTO message_location VALUES
            ({here}, 40.4168, -3.7038, 'Sol', 'Puerta del Sol', 'https://example.org', 0, NULL, NULL, NULL),
            ({live}, '41.5', 2, NULL, NULL, NULL, 900, 41.6, 2.1, {START}),
            ({nowhere}, 400, 1e999, 'Moon', x'00ff', NULL, -1, 0, 0, 9223372036854775807)"
    ));
    let place = |row| match content(&phone, row) {
        Content::Place(place) => place,
        other => panic!("{other:?}"),
    };
    assert_eq!(place(here).at, Some((40.4168, -3.7038)));
    assert_eq!(place(here).name.as_deref(), Some("Sol"));
    assert_eq!(place(here).live_seconds, None);
    assert_eq!(place(live).at, Some((41.5, 2.0)));
    assert_eq!(place(live).live_seconds, Some(900));
    assert_eq!(place(live).last, Some(((41.6, 2.1), Some(START))));
    assert_eq!((place(nowhere).at, place(nowhere).last), (None, None));
    assert_eq!(place(nowhere).name.as_deref(), Some("Moon"));
}

#[test]
fn all_contact_cards_are_there_with_their_names_and_people() {
    let (mut phone, ana, chat) = phone_with_ana();
    let row = phone.row(chat, false, None, 14, None);
    let card = |name: &str| format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEND:VCARD");
    phone.card(row, &card("Ana Pérez"), Some(ana));
    phone.card(row, &card("Ben"), None);
    phone.card(row, "no card at all", None);
    let Content::Contacts(cards) = content(&phone, row) else {
        panic!()
    };
    let names: Vec<_> = cards.iter().map(|card| card.name.as_deref()).collect();
    assert_eq!(names, [Some("Ana Pérez"), Some("Ben"), None]);
    assert_eq!(cards[0].people, [PersonId(ana.0)]);
    assert_eq!(cards[1].vcard, card("Ben"));
}

#[test]
fn a_poll_has_its_options_in_order_and_the_newest_vote_of_each_person() {
    let (mut phone, ana, chat) = phone_with_ana();
    let lid = phone.jid("987654321098765@lid");
    phone.map(lid, ana);
    let (poll, options) = phone.asked(chat, "Where?", &["Rome", "Oslo", "007"]);
    phone.voted(poll, Some(ana.0), &options[..1], 10);
    phone.voted(poll, Some(lid.0), &options[1..], 20);
    phone.voted(poll, Some(ana.0), &options[..2], 5);
    phone.voted(poll, None, &[options[0], 4711, options[0]], 30);
    let message = phone.message(poll);
    assert_eq!(
        (message.kind, message.text.as_deref()),
        (Kind::Poll, Some("Where?"))
    );
    let Content::Poll(poll) = *message.content.unwrap() else {
        panic!()
    };
    assert_eq!(poll.choices, Some(1));
    let texts: Vec<_> = poll
        .options
        .iter()
        .map(|option| option.text.as_str())
        .collect();
    assert_eq!(texts, ["Rome", "Oslo", "007"]);
    assert_eq!(poll.options[0].total, Some(7));
    let vote = |from_me, sender, at, options: &[u32]| Vote {
        from_me,
        sender,
        at: Some(START + at),
        options: options.to_vec(),
    };
    let of_ana = vote(false, Some(PersonId(ana.0)), 20, &[1, 2]);
    assert_eq!(poll.votes, [of_ana, vote(true, None, 30, &[0])]);
    let tables = all(&phone.source()).1.tables;
    let votes = tables["message_add_on_poll_vote"];
    assert_eq!((votes.rows, votes.shown, votes.superseded), (4, 2, 2));
    let chosen = tables["message_add_on_poll_vote_selected_option"];
    assert_eq!(
        (chosen.shown, chosen.superseded, chosen.passed_over),
        (3, 3, 2),
        "of an older vote, of no option, twice the same"
    );
}

#[test]
fn a_vote_that_was_taken_back_has_no_options() {
    let (mut phone, ana, chat) = phone_with_ana();
    let (poll, options) = phone.asked(chat, "Where?", &["Rome"]);
    phone.voted(poll, Some(ana.0), &options, 10);
    phone.voted(poll, Some(ana.0), &[], 20);
    let Content::Poll(poll) = content(&phone, poll) else {
        panic!()
    };
    assert_eq!(poll.votes.len(), 1);
    assert!(poll.votes[0].options.is_empty());
}

#[test]
fn an_event_has_its_place_and_the_newest_answer_of_each_person() {
    let (mut phone, ana, chat) = phone_with_ana();
    let row = phone.row(chat, true, None, 92, None);
    phone.sql(&format!(
        "INSERT INTO message_event VALUES ({row}, 1, 'Concert', 'Bring cake', 1.5, 2.5, 'Hall', NULL,
            'https://example.org', {START}, NULL)"
    ));
    phone.answered(row, Some(ana.0), 1, 10);
    phone.answered(row, Some(ana.0), 2, 20);
    let Content::Event(event) = content(&phone, row) else {
        panic!()
    };
    assert_eq!(event.name.as_deref(), Some("Concert"));
    assert_eq!((event.starts_at, event.ends_at), (Some(START), None));
    assert!(event.cancelled);
    let place = event.place.unwrap();
    assert_eq!(
        (place.at, place.name.as_deref()),
        (Some((1.5, 2.5)), Some("Hall"))
    );
    let answer = EventAnswer {
        from_me: false,
        sender: Some(PersonId(ana.0)),
        at: Some(START + 20),
        response: Some(2),
        guests: Some(2),
    };
    assert_eq!(event.answers, [answer]);
}

#[test]
fn invitations_name_the_group_or_the_channel() {
    let (mut phone, _, chat) = phone_with_ana();
    let group = phone.jid("120363000000000001@g.us").0;
    let channel = phone.jid("120363000000000009@newsletter").0;
    let to_group = phone.row(chat, false, None, 24, None);
    let to_channel = phone.row(chat, false, None, 94, None);
    phone.sql(&format!(
        "INSERT INTO message_group_invite VALUES ({to_group}, {group}, 'Choir', 'AbC', 1700000000);
         INSERT INTO message_newsletter_admin_invite VALUES ({to_channel}, {channel}, 'Weather', NULL);"
    ));
    let Content::Invite(invite) = content(&phone, to_group) else {
        panic!()
    };
    assert_eq!(invite.name.as_deref(), Some("Choir"));
    assert_eq!(invite.address.as_deref(), Some("120363000000000001@g.us"));
    assert_eq!(
        (invite.code.as_deref(), invite.expires_at),
        (Some("AbC"), Some(START))
    );
    let Content::Invite(invite) = content(&phone, to_channel) else {
        panic!()
    };
    assert_eq!(invite.name.as_deref(), Some("Weather"));
}

#[test]
fn a_business_shows_its_words_and_buttons() {
    let (mut phone, _, chat) = phone_with_ana();
    let template = phone.row(chat, false, None, 27, None);
    let list = phone.row(chat, false, None, 45, None);
    let json = r#"{"title":"Menu","description":"Choose","buttons":[{"displayText":"Soup"}]}"#;
    phone.sql(&format!(
        "INSERT INTO message_template VALUES ({template}, 'Your parcel', 'Reply STOP');
         INSERT INTO message_template_button (message_row_id, text_data, extra_data, used, selected_index)
            VALUES ({template}, 'Track', 'https://example.org', 0, 1), ({template}, 'Thanks', NULL, 1, 1);
         INSERT INTO message_ui_elements (message_row_id, element_content) VALUES ({list}, '{json}');"
    ));
    let message = phone.message(template);
    assert_eq!(message.text.as_deref(), Some("Your parcel"));
    let Content::Business(business) = *message.content.unwrap() else {
        panic!()
    };
    assert_eq!(business.footer.as_deref(), Some("Reply STOP"));
    let button = |text: &str, target: Option<&str>, chosen| Button {
        text: text.into(),
        target: target.map(str::to_owned),
        chosen,
    };
    let expected = [
        button("Track", Some("https://example.org"), false),
        button("Thanks", None, true),
    ];
    assert_eq!(business.buttons, expected);
    let message = phone.message(list);
    assert_eq!(message.text.as_deref(), Some("Choose"));
    let Content::Business(business) = *message.content.unwrap() else {
        panic!()
    };
    assert_eq!(business.title.as_deref(), Some("Menu"));
    assert_eq!(business.buttons, [button("Soup", None, false)]);
}

#[test]
fn orders_products_and_payments_have_their_amounts() {
    let (mut phone, _, chat) = phone_with_ana();
    let order = phone.row(chat, false, None, 44, None);
    let product = phone.row(chat, false, None, 23, None);
    let payment = phone.row(chat, false, None, 0, Some("for the tickets"));
    phone.sql(&format!(
        "INSERT INTO message_order VALUES ({order}, 'Two cakes', 2, 1, 'No nuts', 'EUR', 25000);
         INSERT INTO message_product VALUES ({product}, 'Cake', 'Sweet', 'EUR', 12500, 10000, NULL, NULL);
         INSERT INTO pay_transaction VALUES (1, {payment}, 4, 'INR', '500000');"
    ));
    let business = |row| match content(&phone, row) {
        Content::Business(business) => business,
        other => panic!("{other:?}"),
    };
    let ordered = business(order);
    assert_eq!(
        (ordered.items, ordered.amount_1000),
        (Some(2), Some(25_000))
    );
    assert_eq!(ordered.currency.as_deref(), Some("EUR"));
    assert_eq!(business(product).amount_1000, Some(10_000));
    let message = phone.message(payment);
    assert_eq!(
        (message.kind, message.text.as_deref()),
        (Kind::Payment, Some("for the tickets"))
    );
    let paid = business(payment);
    assert_eq!((paid.amount_1000, paid.status), (Some(500_000), Some(4)));
}

#[test]
fn parts_belong_to_messages_that_are_there_and_circles_to_none() {
    let (mut phone, _, chat) = phone_with_ana();
    let rows: Vec<i64> = (0..7)
        .map(|_| phone.row(chat, false, None, 1, None))
        .collect();
    phone.part(rows[1], rows[0], 2);
    phone.part(rows[2], rows[1], 12);
    phone.part(rows[3], rows[0], 4);
    phone.part(rows[4], 4711, 2);
    phone.part(rows[5], rows[6], 2);
    phone.part(rows[6], rows[5], 2);
    phone.sql(&format!(
        "INSERT INTO message_parent_association VALUES ({}, {}, 11);
         INSERT INTO message_comment (parent_message_row_id, message_row_id) VALUES ({}, {});",
        rows[3], rows[0], rows[0], rows[4],
    ));
    let parts: Vec<_> = phone
        .messages()
        .iter()
        .map(|message| message.part_of)
        .collect();
    let part = |row: usize, kind| {
        Some(PartOf {
            row: RowId(rows[row]),
            kind,
        })
    };
    let expected = [
        None,
        part(0, PartKind::Album),
        part(1, PartKind::HdTwin),
        part(0, PartKind::MotionClip),
        part(0, PartKind::Comment),
        None,
        None,
    ];
    assert_eq!(parts, expected);
}

#[test]
fn a_part_of_another_chat_or_another_sender_stands_on_its_own_and_is_counted() {
    let (mut phone, ana, chat) = phone_with_ana();
    let ben = phone.jid("34600333444@s.whatsapp.net");
    let tablet = phone.jid("34600333444:2@s.whatsapp.net");
    let group = phone.group("120363000000000001@g.us", "Choir");
    let album = phone.row(group, false, Some(ben.0), 99, None);
    let own = phone.row(group, false, Some(tablet.0), 1, None);
    let anothers = phone.row(group, false, Some(ana.0), 1, None);
    let owners = phone.row(group, true, None, 1, None);
    let elsewhere = phone.row(chat, false, Some(ben.0), 1, None);
    let comment = phone.row(group, false, Some(ana.0), 0, Some("nice"));
    for (part, kind) in [(own, 2), (anothers, 2), (owners, 12), (elsewhere, 11)] {
        phone.part(part, album, kind);
    }
    phone.sql(&format!(
        "INSERT INTO message_comment (parent_message_row_id, message_row_id) VALUES ({album}, {comment})"
    ));
    let (messages, counts) = all(&phone.source());
    let part_of = |row| {
        let found = messages.iter().find(|message| message.row == RowId(row));
        found.unwrap().part_of.map(|part| part.kind)
    };
    assert_eq!(part_of(own), Some(PartKind::Album));
    assert_eq!(part_of(comment), Some(PartKind::Comment));
    assert_eq!([anothers, owners, elsewhere].map(part_of), [None; 3]);
    let association = counts.tables["message_association"];
    assert_eq!((association.shown, association.passed_over), (1, 3));
}

#[test]
fn tables_of_another_kind_are_passed_over_and_counted() {
    let (mut phone, _, chat) = phone_with_ana();
    let (poll, _) = phone.asked(chat, "Where?", &["Rome"]);
    phone.sql(&format!(
        "INSERT INTO message_text (message_row_id, url) VALUES ({poll}, 'https://example.org');
         INSERT INTO message_system VALUES ({poll}, 1);"
    ));
    assert!(matches!(content(&phone, poll), Content::Poll(_)));
    let tables = all(&phone.source()).1.tables;
    for table in ["message_text", "message_system"] {
        assert_eq!((tables[table].rows, tables[table].passed_over), (1, 1));
    }
}
