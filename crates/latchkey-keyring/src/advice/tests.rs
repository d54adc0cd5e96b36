//! Claims about advice.

use super::*;
use crate::document::{Authenticator, Holder, PasskeySlot};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Made in January, tested when `tested` says.
fn slot(id: &str, kind: SlotKind, tested: Option<&str>) -> Slot {
    Slot {
        id: id.into(),
        kind,
        label: String::new(),
        created: at("2026-01-01T00:00:00Z"),
        last_tested: tested.map(at),
        recipient: String::new(),
    }
}

fn kit(tested: Option<&str>) -> Slot {
    let holder = Holder::Owner;
    slot("kit", SlotKind::Recovery { holder }, tested)
}

fn passkey(id: &str, authenticator: Authenticator, tested: Option<&str>) -> Slot {
    let passkey = PasskeySlot {
        authenticator,
        identity: String::new(),
        credential_id: vec![1],
        public_key: Vec::new(),
        rp_id: String::new(),
        transports: Vec::new(),
        backup_eligible: false,
        backed_up: false,
        tpm: None,
    };
    slot(id, SlotKind::Passkey(passkey), tested)
}

#[test]
fn two_passkeys_and_a_tested_kit_need_nothing() {
    let slots = [
        kit(Some("2026-02-01T00:00:00Z")),
        passkey("a", Authenticator::SecurityKey, None),
        passkey("b", Authenticator::Tpm, None),
    ];
    assert_eq!(advice(&slots, at("2026-03-01T00:00:00Z")), []);
}

#[test]
fn a_file_is_never_counted_as_a_passkey() {
    let software = passkey("s", Authenticator::Software, None);
    let now = at("2026-03-01T00:00:00Z");
    let kit = kit(Some("2026-02-01T00:00:00Z"));
    assert_eq!(advice([&kit, &software], now), [Advice::SoftwareOnly]);
    let real = passkey("a", Authenticator::Phone, None);
    assert_eq!(
        advice([&kit, &software, &real], now),
        [Advice::OnlyOnePasskey]
    );
    let later = passkey("x", Authenticator::Unknown("ring".into()), None);
    assert_eq!(advice([&kit, &later], now), [Advice::NoPasskey]);
}

#[test]
fn a_kit_is_missed_and_wants_to_be_tried() {
    let key = passkey("a", Authenticator::SecurityKey, None);
    let now = at("2026-03-01T00:00:00Z");
    assert_eq!(advice([&key], now), [Advice::NoKit, Advice::OnlyOnePasskey]);
    assert_eq!(
        advice([&kit(None)], now),
        [Advice::KitUntested, Advice::NoPasskey]
    );
}

#[test]
fn half_a_year_without_a_test_is_too_long() {
    let slots = [
        kit(Some("2026-01-01T00:00:00Z")),
        passkey(
            "a",
            Authenticator::SecurityKey,
            Some("2026-06-01T00:00:00Z"),
        ),
        passkey("b", Authenticator::Phone, None),
    ];
    let untested = |slot: &str| Advice::Untested { slot: slot.into() };
    assert_eq!(advice(&slots, at("2026-07-03T00:00:00Z")), []);
    assert_eq!(
        advice(&slots, at("2026-07-04T00:00:00Z")),
        [untested("kit"), untested("b")]
    );
}
