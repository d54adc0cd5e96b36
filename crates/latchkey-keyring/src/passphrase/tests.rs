//! Claims about generated words and the files they open.

use super::*;

const TEXT: &[u8] = b"AGE-SECRET-KEY-1OBVIOUSLYFAKE\n";
/// Low, so that tests are quick.
const QUICK: u8 = 4;

#[test]
fn six_words_of_the_list_and_never_the_same_twice() {
    let list = bip39::Language::English.word_list();
    assert_eq!(list.len(), 2048);
    let (one, other) = (
        Passphrase::generate().unwrap(),
        Passphrase::generate().unwrap(),
    );
    assert_eq!(one.words().count(), WORDS);
    assert!(one.words().all(|word| list.contains(&word)));
    assert_ne!(one.as_str(), other.as_str());
    assert_eq!(format!("{one:?}"), "Passphrase");
}

#[test]
fn words_open_however_they_are_typed() {
    let wrapped = wrap(TEXT, "abandon ability able about above absent", QUICK).unwrap();
    for typed in [
        "abandon ability able about above absent",
        "  Abandon ABILITY\table about\nabove   absent \n",
        "abandon-ability-able-about-above-absent",
        "abandon, ability, able, about, above, absent.",
    ] {
        assert!(unwrap(&wrapped, typed).is_ok(), "{typed:?}");
    }
}

#[test]
fn a_passphrase_that_another_tool_was_given_opens_as_it_stands() {
    let wrapped = wrap(TEXT, "Correct-Horse  Battery!", QUICK).unwrap();
    assert!(unwrap(&wrapped, "Correct-Horse  Battery!").is_ok());
    let lower = unwrap(&wrapped, "correct horse battery!");
    assert!(matches!(lower, Err(UnwrapError::WrongWords)));
}

#[test]
fn wrong_words_are_told_from_a_damaged_file() {
    let wrapped = wrap(TEXT, "abandon ability able", QUICK).unwrap();
    for typed in ["abandon ability about", "abandon ability", ""] {
        let wrong = unwrap(&wrapped, typed);
        assert!(matches!(wrong, Err(UnwrapError::WrongWords)), "{typed:?}");
    }
    let cut = wrapped.replace("-----END", "----END");
    let damaged = unwrap(&cut, "abandon ability able");
    assert!(matches!(damaged, Err(UnwrapError::Damaged)));
}

/// What an identity of scrypt would have to work for, without the work: the stanza alone says it.
#[test]
fn a_file_that_asks_for_too_much_work_is_refused_at_once() {
    use age_core::format::{FileKey, Stanza};
    struct Heavy;
    impl age::Recipient for Heavy {
        fn wrap_file_key(
            &self,
            _key: &FileKey,
        ) -> Result<(Vec<Stanza>, std::collections::HashSet<String>), age::EncryptError> {
            let stanza = Stanza {
                tag: "scrypt".into(),
                args: vec!["AAAAAAAAAAAAAAAAAAAAAA".into(), "21".into()],
                body: vec![0; 32],
            };
            Ok((vec![stanza], std::iter::once("scrypt".to_owned()).collect()))
        }
    }
    let file = seal_for(TEXT, std::iter::once(&Heavy as &dyn age::Recipient)).unwrap();
    let refused = unwrap(&file, "abandon");
    assert!(matches!(refused, Err(UnwrapError::TooMuchWork)));
}

#[test]
fn a_file_that_is_not_for_words_is_damaged() {
    let key = age::x25519::Identity::generate().to_public();
    let file = crate::envelope::seal(TEXT, &[key]).unwrap();
    let refused = unwrap(&file, "abandon");
    assert!(matches!(refused, Err(UnwrapError::Damaged)));
}
