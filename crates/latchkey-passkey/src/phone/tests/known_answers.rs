//! A ceremony with another program's phone, recorded once and replayed: our side is not only tested against itself.
//!
//! The phone was the authenticator side of webauthn-authenticator-rs 0.6.2 (`share_cable_authenticator` over its
//! `SoftToken`), reached through a relay on one computer. It read our link, named the tunnel, made the advertisement,
//! answered the handshake, sealed what it can, and answered our command. Our identity key, secret and one-time key
//! were the fixed ones below; whatever that phone sent is its own work, with its own random numbers.

use p256::SecretKey;
use serde_cbor_2::Value;
use zeroize::Zeroizing;

use super::super::advert::Advert;
use super::super::cbor::Map;
use super::super::channel::Channel;
use super::super::frame::{Features, Frame};
use super::super::invitation::{Invitation, Purpose};
use super::super::noise::Handshake;
use super::super::relay;
use super::relay::ROUTING_ID;
use super::then;

const IDENTITY: [u8; 32] = [0x11; 32];
const SECRET: [u8; 16] = [0x22; 16];
const ONE_TIME: [u8; 32] = [0x33; 32];

/// Ours; the phone could read it.
const LINK: &str = "\
    FIDO:/0647613263695069411321966358173670457150761296566153092614859327468236594740118347628096076799\
    74698452096076792050570580060047995031606600231212771312386107096654083076";

/// The phone asked the relay for this tunnel.
const TUNNEL_ID: &str = "3a56da9fc07e4d0a90b71715eee14c57";

/// The phone's service data, under 0xfff9.
const ADVERT: &str = "587bbbdbe829852985512ae06e2a76e3a7af4cd5";

/// Ours; the phone took it.
const HANDSHAKE: &str = "\
    0451a7580833898ea1b183cbd7350a4099078c6ef1c1e18e970cd7683035f25e7d0110522712b0b5a7cff081685486984a94e6831edac46e\
    7360fa9d834a7a81a17d0353e5fdb72cd70087e045b4e11c48";

/// The phone's.
const HANDSHAKE_ANSWER: &str = "\
    0414270451687a1330a60f728d38f3a19296a5c6da0966a14535f16a9dbbd0abb7d86c9821bd31f7b4c1a38da02af79b8d492282dfe252c1\
    14c4070a25bcecb78a4f8bc341abbb99d0b53c9e10c8143fa3";

/// The phone's: getInfo with the versions FIDO_2_0 and FIDO_2_1, the extension prf, the option uv and transports.
const FIRST_MESSAGE: &str = "\
    9e2f190e3c073535ddad3c386e89432221c8e25a9a73b39e2d64c47cccf3327bd6a0651c6ac015832fc97502362c1e80a4657da57e166351\
    8b009c84cdb27c9dd1e66523f74678751038b6e04138a66d";

/// Ours, a getAssertion, and how we sealed it; the phone could open and parse it.
const COMMAND: &str = "\
    02a501706c617463686b65792e696e76616c6964025820d9c84e7f43c36a860aa8d4b77fc1b84f7646936b2fd80a0afd31e4b593a4a66e03\
    81a2626964504242424242424242424242424242424264747970656a7075626c69632d6b657904a163707266a1646576616ca26566697273\
    745820e9dfe497cb7e3b350ab7e7e0103b46142e37aefda2bf9cf576d6b94a4762aa35667365636f6e645820339638f02d3ac0fcbaf33a90\
    5bbd568d1748d77fe78911400f1997040506adb805a2627570f5627576f5";
const SEALED_COMMAND: &str = "\
    7120802d0ca4f18b90071f2a4013eccb7143a2986996a5c84c90a0fe19bab55c411f0c901da36ae56da7762099a9edc7604949195a08f464\
    a6888433055603248cf35bcc626456557436e3f14bdecc4ce90bafa7bd83ead0f1344ed838986df7a05ac9d86cf04572bacdd79d5ecea48a\
    c1b71da0fa1701c16e5660e5b62585dc45ba3e226690d223eed5ba81653135b87424a0045b47edf351cac7b545bf4fced9161abe18900afe\
    22728fe6f615b808e60ff47e832ed496d6461266aeeaf0c4ed7a7a0236a959a7ffc76a0829296443975b1408744b45685934d171eb458a7a\
    6688403629f2f7781d076ec5ae737fec";

/// The phone's: status 0x02, its word for "no such credential", and then that it is done.
const ANSWER: &str = "5c6a8d979e85b13962a0c2eab4795f8e295c819b7dae7c1a1d2d394f29d40b063ed84d5ac8937efc1cb97a4c8071f959";
const FAREWELL: &str = "268a8d53e163750496f485a0ad60460f8a76d82dd2d0c733f7e57e8062f42d88b1c2416eb34761177d80d2da22fdae80";

fn bytes(hex: &str) -> Vec<u8> {
    hex::decode(hex).unwrap()
}

fn key(bytes: [u8; 32]) -> SecretKey {
    SecretKey::from_slice(&bytes).unwrap()
}

fn invitation(secret: [u8; 16]) -> Invitation {
    Invitation::new(key(IDENTITY), Zeroizing::new(secret), Purpose::Evaluate)
}

/// Our side of the handshake, with its first message.
fn handshake<'a>(invitation: &'a Invitation, advert: &Advert) -> (Handshake<'a>, Vec<u8>) {
    let psk = invitation.psk(advert.as_bytes());
    Handshake::start(invitation.identity(), &psk, key(ONE_TIME))
}

fn advert() -> Advert {
    Advert::open(&bytes(ADVERT), &invitation(SECRET).advert_keys()).unwrap()
}

fn channel() -> Channel {
    let invitation = invitation(SECRET);
    let (handshake, _) = handshake(&invitation, &advert());
    handshake.finish(&bytes(HANDSHAKE_ANSWER)).unwrap()
}

#[test]
fn the_link_is_the_one_that_the_other_phone_read() {
    assert_eq!(invitation(SECRET).link(then()), LINK);
}

#[test]
fn the_other_phone_named_the_same_tunnel() {
    assert_eq!(hex::encode(invitation(SECRET).tunnel_id()), TUNNEL_ID);
}

#[test]
fn the_other_phones_advert_opens_with_our_secret_only() {
    let advert = advert();
    assert_eq!(advert.routing_id(), ROUTING_ID);
    assert_eq!(relay::host(&advert), Some("cable.auth.com"));

    let stranger = invitation([0x23; 16]).advert_keys();
    assert_eq!(Advert::open(&bytes(ADVERT), &stranger), None);
    for byte in 0..20 {
        let mut changed = bytes(ADVERT);
        changed[byte] ^= 1;
        assert_eq!(
            Advert::open(&changed, &invitation(SECRET).advert_keys()),
            None
        );
    }
}

#[test]
fn the_handshake_agrees_with_the_other_phones() {
    let invitation = invitation(SECRET);
    let (_, message) = handshake(&invitation, &advert());
    assert_eq!(hex::encode(message), HANDSHAKE);
    channel();
}

#[test]
fn no_byte_of_the_other_phones_handshake_can_be_changed() {
    let invitation = invitation(SECRET);
    for byte in 0..81 {
        let (handshake, _) = handshake(&invitation, &advert());
        let mut changed = bytes(HANDSHAKE_ANSWER);
        changed[byte] ^= 1;
        assert!(handshake.finish(&changed).is_err(), "byte {byte}");
    }
}

#[test]
fn sealed_messages_go_both_ways_with_the_other_phone() {
    let mut channel = channel();

    let first = channel.open(&bytes(FIRST_MESSAGE)).unwrap();
    assert_eq!(Features::read(&first), Some(Features { prf: true }));
    let getinfo = Map::read(Map::read(&first).unwrap().bytes_at(1).unwrap()).unwrap();
    let versions = ["FIDO_2_0", "FIDO_2_1"].map(|version| Value::Text(version.to_owned()));
    assert_eq!(getinfo.at(1), Some(&Value::Array(versions.to_vec())));

    let command = bytes(COMMAND);
    let sealed = channel.seal(&Frame::Ctap(&command).write());
    assert_eq!(hex::encode(sealed), SEALED_COMMAND);

    let answer = channel.open(&bytes(ANSWER)).unwrap();
    assert_eq!(Frame::read(&answer), Some(Frame::Ctap(&[0x02])));
    let farewell = channel.open(&bytes(FAREWELL)).unwrap();
    assert_eq!(Frame::read(&farewell), Some(Frame::Shutdown));
}
