use latchkey_index::{MentionRow, QuotedRow, ReactionRow};

use super::*;

fn person(id: i64, phone: &str, name: &str) -> PersonRow {
    PersonRow {
        id: PersonId(id),
        address: format!("{phone}@s.whatsapp.net"),
        phone: Some(phone.to_owned()),
        former_phones: Vec::new(),
        lids: vec!["987654321098765@lid".to_owned()],
        name: Some(name.to_owned()),
        name_source: Some(NameSource::Push),
    }
}

fn people() -> Vec<PersonRow> {
    vec![
        person(1, "34600111222", "Ana María"),
        person(2, "34600333444", "Ben"),
    ]
}

fn redactor(rules: &str) -> Redactor {
    let rules = RedactionRules::read(&format!("version = 1\n{rules}")).unwrap();
    let nick = (PersonId(1), NameSource::AddressBook, "Anita".to_owned());
    Redactor::new(&rules, &people(), &[nick]).unwrap()
}

fn said(sender: i64, text: &str) -> WalkedMessage {
    let mut message = WalkedMessage::default();
    message.row.id = MessageId(7);
    message.row.sender = Some(PersonId(sender));
    message.row.sender_name = people()
        .iter()
        .find(|p| p.id.0 == sender)
        .unwrap()
        .name
        .clone();
    message.row.kind = Kind::Text;
    message.row.text = Some(text.to_owned());
    message
}

fn text(redactor: &Redactor, mut message: WalkedMessage) -> String {
    let mut counts = RedactionCounts::default();
    assert_eq!(redactor.message(&mut message, &mut counts), Verdict::Keep);
    message.row.text.unwrap()
}

#[test]
fn somebody_who_is_left_out_is_nowhere() {
    let redactor = redactor("[[rule]]\nperson = \"+34 600 111 222\"\naction = \"leave_out\"\n");
    let mut counts = RedactionCounts::default();
    let verdict = redactor.message(&mut said(1, "hi"), &mut counts);
    assert_eq!(verdict, Verdict::LeaveOut(Reason::Person));
    let mut message = said(2, "ask Anita or ana maria, 600 11 12 22, @Ana María");
    message.row.mentions = vec![MentionRow {
        start: 38,
        end: 49,
        person: Some(PersonId(1)),
        name: Some("Ana María".to_owned()),
    }];
    message.row.quoted = Some(QuotedRow {
        message: None,
        chat: None,
        position: None,
        from_me: false,
        sender: Some(PersonId(1)),
        sender_name: Some("Ana María".to_owned()),
        kind: None,
        text: Some("what she said".to_owned()),
    });
    message.row.reactions = vec![ReactionRow {
        emoji: "👍".to_owned(),
        from_me: false,
        sender: Some(PersonId(1)),
        sender_name: Some("Ana María".to_owned()),
        at: None,
    }];
    assert_eq!(redactor.message(&mut message, &mut counts), Verdict::Keep);
    let debug = format!("{message:?}");
    for word in [
        "Anita",
        "ana maria",
        "Ana",
        "600",
        "she said",
        "PersonId(1)",
    ] {
        assert!(!debug.contains(word), "{word} in {debug}");
    }
    assert_eq!(
        message.row.text.as_deref(),
        Some("ask [removed] or [removed], [removed], [removed]")
    );
    assert_eq!(
        (counts.entries, counts.places.contains_key(&Reason::Person)),
        (2, true)
    );
}

#[test]
fn somebody_who_is_replaced_keeps_one_other_name() {
    let redactor =
        redactor("[[rule]]\nperson = \"ana maria\"\naction = \"replace\"\nwith = \"Person A\"\n");
    let mut message = said(1, "I am Anita");
    let mut counts = RedactionCounts::default();
    assert_eq!(redactor.message(&mut message, &mut counts), Verdict::Keep);
    assert_eq!(message.row.text.as_deref(), Some("I am Person A"));
    assert_eq!(message.row.sender_name.as_deref(), Some("Person A"));
    let mut row = people().remove(0);
    assert_eq!(redactor.person(&mut row), Verdict::Keep);
    let row = format!("{row:?}");
    assert!(!row.contains("600") && !row.contains("9876"), "{row}");
    assert!(!redactor.name(PersonId(1), &mut "Anita".to_owned()));
}

#[test]
fn words_patterns_kinds_and_messages_go_as_their_rules_say() {
    let word = redactor("[[rule]]\nword = \"picnic\"\naction = \"replace\"\nwith = \"***\"\n");
    assert_eq!(text(&word, said(2, "The Picnic!")), "The ***!");
    let out = redactor("[[rule]]\nword = \"picnic\"\naction = \"leave_out\"\n");
    let counts = &mut RedactionCounts::default();
    let verdict = out.message(&mut said(2, "The Picnic!"), counts);
    assert_eq!(verdict, Verdict::LeaveOut(Reason::Word));
    let pattern = redactor("[[rule]]\npattern = '\\d{4}-\\d{4}'\naction = \"replace\"\n");
    assert_eq!(text(&pattern, said(2, "1234-5678")), "[removed]");
    let kind = redactor("[[rule]]\nkind = \"text\"\naction = \"leave_out\"\n");
    let verdict = kind.message(&mut said(2, "hi"), counts);
    assert_eq!(verdict, Verdict::LeaveOut(Reason::Kind));
    let one = redactor("[[rule]]\nmessage = 7\naction = \"replace\"\n");
    assert_eq!(text(&one, said(2, "hi")), "[removed]");
    assert!(counts.places.is_empty() && counts.messages.is_empty());
}

#[test]
fn a_rule_that_means_nobody_or_several_is_an_error_and_never_passed_over() {
    let rules = |person: &str| {
        let text =
            format!("version = 1\n[[rule]]\nperson = \"{person}\"\naction = \"leave_out\"\n");
        let rules = RedactionRules::read(&text).unwrap();
        let mut all = people();
        all.push(person_named_ben());
        Redactor::new(&rules, &all, &[]).map(drop)
    };
    fn person_named_ben() -> PersonRow {
        person(3, "34600555666", "BEN")
    }
    assert_eq!(rules("Carla"), Err(RedactError::UnknownPerson { line: 2 }));
    assert_eq!(
        rules("+34 600 999 999"),
        Err(RedactError::UnknownPerson { line: 2 })
    );
    assert_eq!(rules("ben"), Err(RedactError::SeveralPeople { line: 2 }));
    assert_eq!(rules("id:3"), Ok(()));
}
