//! Claims about reading identities as people copy them.

use super::*;

/// Obviously fake: 32 bytes of 0x42.
const KEY: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

fn key_of(text: &str) -> Result<String, ReadIdentityError> {
    SlotIdentity::parse(text).map(|identity| key_text(&identity.keys[0]).to_string())
}

fn body_of(key: &str) -> &str {
    key.strip_prefix(PREFIX).unwrap()
}

fn grouped(separator: &str) -> String {
    let groups: Vec<String> = body_of(KEY)
        .as_bytes()
        .chunks(GROUP)
        .map(|g| String::from_utf8_lossy(g).into_owned())
        .collect();
    groups.join(separator)
}

#[test]
fn an_identity_file_is_read_with_and_without_comments() {
    assert_eq!(key_of(KEY), Ok(KEY.to_owned()));
    let file =
        format!("\u{feff}# created: 2026-11-22T10:00:00Z\r\n# public key: age1xyz\r\n{KEY}\r\n");
    assert_eq!(key_of(&file), Ok(KEY.to_owned()));
}

#[test]
fn several_identities_in_one_file_are_all_kept() {
    let second = key_text(&x25519::Identity::generate());
    let read = SlotIdentity::parse(&format!("{KEY}\n# another\n{}\n", second.as_str())).unwrap();
    assert_eq!(read.keys.len(), 2);
    assert_eq!(*key_text(&read.keys[1]), *second);
}

#[test]
fn a_hand_copied_kit_is_read_in_any_grouping() {
    for separator in [
        " ", "-", "\n", "\u{a0}", "\u{200b}", " – ", "\r\n\t", "  ·  ",
    ] {
        for case in [str::to_owned as fn(&str) -> String, str::to_lowercase] {
            for prefix in ["", PREFIX, "age secret key 1", "AGE–SECRET–KEY–1\n"] {
                let typed = case(&format!("{prefix} {}", grouped(separator)));
                assert_eq!(key_of(&typed), Ok(KEY.to_owned()), "{typed:?}");
            }
        }
    }
}

#[test]
fn look_alike_letters_are_read_as_what_they_look_like() {
    let key = loop {
        let key = key_text(&x25519::Identity::generate());
        if ["0", "L", "8"].iter().all(|c| body_of(&key).contains(c)) {
            break key;
        }
    };
    let typed = body_of(&key)
        .replace('0', "O")
        .replace('L', "1")
        .replace('8', "B");
    assert_eq!(key_of(&typed), Ok(key.to_string()));
}

#[test]
fn every_single_slip_is_noticed_and_its_group_told() {
    let body = body_of(KEY).as_bytes();
    for at in 0..body.len() {
        let mut slipped = body.to_vec();
        slipped[at] = if body[at] == b'Z' { b'2' } else { b'Z' };
        let typed = String::from_utf8(slipped).unwrap();
        let told = key_of(&typed).unwrap_err();
        assert_eq!(
            told,
            ReadIdentityError::Mistyped {
                group: Some(at / GROUP + 1)
            },
            "{at}"
        );
    }
}

#[test]
fn a_character_outside_the_alphabet_names_its_group() {
    let typed = grouped(" ").replacen("YSJZ", "YÿJZ", 1);
    assert_eq!(
        key_of(&format!("{PREFIX} {typed}")),
        Err(ReadIdentityError::BadCharacter { group: 2 })
    );
}

#[test]
fn a_short_or_missing_group_is_named() {
    let mut groups: Vec<String> = grouped(" ").split(' ').map(str::to_owned).collect();
    groups[4].pop();
    let short = format!("{PREFIX} {}", groups.join(" "));
    assert_eq!(
        key_of(&short),
        Err(ReadIdentityError::WrongLength {
            found: 57,
            group: Some(5)
        })
    );
    groups.truncate(10);
    groups[4].push('Z');
    let cut = format!("{PREFIX} {}", groups.join(" "));
    assert!(matches!(
        key_of(&cut),
        Err(ReadIdentityError::WrongLength { found: 40, .. })
    ));
}

#[test]
fn other_texts_are_not_identities() {
    assert_eq!(key_of(""), Err(ReadIdentityError::NoIdentity));
    assert_eq!(
        key_of("# only a comment"),
        Err(ReadIdentityError::NoIdentity)
    );
    assert_eq!(key_of("my cat's name"), Err(ReadIdentityError::NoIdentity));
    assert_eq!(
        key_of("AGE-PLUGIN-YUBIKEY-1QQQ"),
        Err(ReadIdentityError::OtherKind)
    );
    assert_eq!(
        key_of("-----BEGIN AGE ENCRYPTED FILE-----"),
        Err(ReadIdentityError::OtherKind)
    );
}

#[test]
fn contradicting_pins_are_refused() {
    let text = format!("# keyring: aa\n# keyring: bb\n{KEY}\n");
    assert_eq!(key_of(&text), Err(ReadIdentityError::BadPins));
}

#[test]
fn an_identity_prints_its_name_only() {
    assert_eq!(
        format!("{:?}", SlotIdentity::parse(KEY).unwrap()),
        "SlotIdentity"
    );
}

#[test]
fn a_recipient_is_read_and_written() {
    let identity = SlotIdentity::parse(KEY).unwrap();
    let recipient = identity.recipients().next().unwrap();
    assert_eq!(
        recipient.to_string().parse::<RecoveryRecipient>(),
        Ok(recipient)
    );
    assert_eq!(
        "age1nonsense".parse::<RecoveryRecipient>(),
        Err(ReadRecipientError)
    );
}
