//! Claims about the passkey's stanza.

use age::x25519;

use super::*;

const TEXT: &[u8] = b"AGE-SECRET-KEY-1OBVIOUSLYFAKE\n";

fn output(byte: u8) -> PrfOutput {
    PrfOutput::new(&[byte; 32], &[byte; 32])
}

fn challenge(kind: AuthenticatorKind) -> Challenge {
    Challenge::fresh(kind).unwrap()
}

#[test]
fn what_was_wrapped_opens_with_the_same_answer() {
    for kind in [AuthenticatorKind::SecurityKey, AuthenticatorKind::Tpm] {
        let wrapped = challenge(kind).wrap(TEXT, &output(7)).unwrap();
        let read = Challenge::of(&wrapped, kind).unwrap();
        let text = read.unwrap(&wrapped, &output(7)).ok().unwrap();
        assert_eq!(text.as_slice(), TEXT);
    }
}

#[test]
fn another_answer_is_told_from_a_damaged_file() {
    let kind = AuthenticatorKind::Phone;
    let made = challenge(kind);
    let wrapped = made.wrap(TEXT, &output(7)).unwrap();
    let other = made.unwrap(&wrapped, &output(8));
    assert!(matches!(other, Err(UnwrapError::OtherSecret)));
    let cut = wrapped.replace("-----END", "----END");
    let damaged = made.unwrap(&cut, &output(7));
    assert!(matches!(damaged, Err(UnwrapError::Damaged)));
}

#[test]
fn every_wrap_has_a_nonce_of_its_own() {
    let kind = AuthenticatorKind::SecurityKey;
    let inputs: std::collections::HashSet<Vec<u8>> =
        (0..64).map(|_| challenge(kind).inputs().first).collect();
    assert_eq!(inputs.len(), 64);
}

#[test]
fn the_inputs_are_label_number_and_nonce() {
    let made = Challenge {
        label: TPM,
        nonce: [9; NONCE],
    };
    let inputs = made.inputs();
    assert_eq!(inputs.first, [TPM.as_bytes(), &[1], &[9; NONCE]].concat());
    assert_eq!(inputs.second, [TPM.as_bytes(), &[2], &[9; NONCE]].concat());
}

#[test]
fn a_tpm_and_a_passkey_never_open_each_others_stanza() {
    let wrapped = challenge(AuthenticatorKind::Tpm)
        .wrap(TEXT, &output(7))
        .unwrap();
    assert!(Challenge::of(&wrapped, AuthenticatorKind::SecurityKey).is_none());
    let wrapped = challenge(AuthenticatorKind::Phone)
        .wrap(TEXT, &output(7))
        .unwrap();
    assert!(Challenge::of(&wrapped, AuthenticatorKind::Tpm).is_none());
}

/// A recipient that writes stanzas of any shape.
struct Crooked(Vec<Stanza>);

impl age::Recipient for Crooked {
    fn wrap_file_key(
        &self,
        _key: &FileKey,
    ) -> Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let copy = |stanza: &Stanza| Stanza {
            tag: stanza.tag.clone(),
            args: stanza.args.clone(),
            body: stanza.body.clone(),
        };
        Ok((self.0.iter().map(copy).collect(), HashSet::new()))
    }
}

fn stanza(tag: &str, args: &[&str], body: usize) -> Stanza {
    Stanza {
        tag: tag.into(),
        args: args.iter().map(|arg| (*arg).to_owned()).collect(),
        body: vec![0; body],
    }
}

#[test]
fn a_header_that_breaks_a_rule_asks_no_passkey() {
    const NONCE: &str = "AAAAAAAAAAAAAAAAAAAAAA";
    let good = || stanza(FIDO2, &[NONCE], BODY);
    let cases: [(&str, Vec<Stanza>); 9] = [
        ("two of them", vec![good(), good()]),
        ("none", vec![stanza("other", &[NONCE], BODY)]),
        (
            "another beside it",
            vec![good(), stanza("other", &["x"], 3)],
        ),
        ("no nonce", vec![stanza(FIDO2, &[], BODY)]),
        ("two nonces", vec![stanza(FIDO2, &[NONCE, NONCE], BODY)]),
        ("a short nonce", vec![stanza(FIDO2, &["AAAA"], BODY)]),
        (
            "a nonce with padding",
            vec![stanza(FIDO2, &["AAAAAAAAAAAAAAAAAAAAAA=="], BODY)],
        ),
        (
            "a nonce with stray bits",
            vec![stanza(FIDO2, &["AAAAAAAAAAAAAAAAAAAAAB"], BODY)],
        ),
        ("a long body", vec![stanza(FIDO2, &[NONCE], BODY + 1)]),
    ];
    for (rule, stanzas) in cases {
        let crooked = Crooked(stanzas);
        let file = seal_for(TEXT, std::iter::once(&crooked as &dyn age::Recipient)).unwrap();
        let found = Challenge::of(&file, AuthenticatorKind::SecurityKey);
        assert!(found.is_none(), "{rule}");
    }
    let with_grease = Crooked(vec![stanza("x-grease", &["y"], 9), good()]);
    let file = seal_for(TEXT, std::iter::once(&with_grease as &dyn age::Recipient)).unwrap();
    assert!(Challenge::of(&file, AuthenticatorKind::SecurityKey).is_some());
}

#[test]
fn an_identity_that_others_can_read_too_is_refused() {
    let other = x25519::Identity::generate().to_public();
    let made = challenge(AuthenticatorKind::SecurityKey);
    let ours = Answered {
        challenge: &made,
        key: made.wrapping_key(&output(7)),
    };
    let both: [&dyn age::Recipient; 2] = [&ours, &other];
    let file = seal_for(TEXT, both.into_iter()).unwrap();
    assert!(Challenge::of(&file, AuthenticatorKind::SecurityKey).is_none());
}
