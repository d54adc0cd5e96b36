//! This computer's Bluetooth, as far as it can be tried without a radio: btleplug with a stand-in for BlueZ.
//!
//! libdbus takes the address of the bus from the environment: each test runs itself again in a process of its own.

use std::io::Write;
use std::ops::ControlFlow;
use std::process::Command;
use std::time::{Duration, Instant};

use super::super::Phone;
use super::super::bluetooth::{Advertisements, Bluetooth, Heard};
use super::bluez::{Bus, Happening, Hardware};
use crate::authenticator::Authenticator;
use crate::error::{Absence, CeremonyError};

const BUS: &str = "DBUS_SYSTEM_BUS_ADDRESS";
const INSIDE: &str = "LATCHKEY_TEST_OF_BLUETOOTH";
const NOWHERE: &str = "unix:path=/nonexistent/latchkey";

/// Runs the named test once more, with its system bus at this address.
fn run_with_bus(name: &str, address: &str) {
    let itself = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            &format!("phone::tests::bluetooth::{name}"),
            "--nocapture",
        ])
        .env(BUS, address)
        .env(INSIDE, name)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&itself.stdout) + String::from_utf8_lossy(&itself.stderr);
    assert!(itself.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
    assert!(
        !said.contains("panicked"),
        "also not on another thread: {said}"
    );
}

/// The test's second half runs inside a process whose bus has this; the first half starts both.
fn with_bus(name: &str, hardware: Hardware, happenings: &[Happening], inside: impl FnOnce()) {
    if std::env::var(INSIDE).is_ok_and(|inside| inside == name) {
        return inside();
    }
    match Bus::start(hardware, happenings.to_vec()) {
        Some(bus) => run_with_bus(name, &bus.address()),
        None => skipped(name),
    }
}

/// Says past the test harness, which hides what passing tests print, that nothing was tried, where that is allowed.
fn skipped(name: &str) {
    let may_skip = ["CI", "LATCHKEY_NO_SKIP"]
        .iter()
        .all(|variable| std::env::var_os(variable).is_none());
    assert!(
        may_skip,
        "dbus-daemon is not installed, and no test may be skipped here"
    );
    let words = format!("skipped: {name}: dbus-daemon is not installed\n");
    std::io::stderr().write_all(words.as_bytes()).unwrap();
}

fn is_absent() {
    let absent = Phone::new().postures();
    let expected = CeremonyError::NoAuthenticator(Absence::NoBluetooth);
    assert_eq!(absent.unwrap_err().to_string(), expected.to_string());
    let listened = Bluetooth.listen(&mut |_| panic!("there is nothing to hear"));
    assert!(listened.is_err());
}

#[test]
fn without_a_system_bus_there_is_no_bluetooth_and_no_panic() {
    const NAME: &str = "without_a_system_bus_there_is_no_bluetooth_and_no_panic";
    match std::env::var(INSIDE).is_ok_and(|inside| inside == NAME) {
        true => is_absent(),
        false => run_with_bus(NAME, NOWHERE),
    }
}

#[test]
fn without_bluez_there_is_no_bluetooth() {
    let name = "without_bluez_there_is_no_bluetooth";
    with_bus(name, Hardware::NoBlueZ, &[], is_absent);
}

#[test]
fn without_an_adapter_there_is_no_bluetooth() {
    let name = "without_an_adapter_there_is_no_bluetooth";
    with_bus(name, Hardware::NoAdapter, &[], is_absent);
}

#[test]
fn an_adapter_that_is_off_is_no_bluetooth_and_stays_off() {
    let name = "an_adapter_that_is_off_is_no_bluetooth_and_stays_off";
    with_bus(name, Hardware::AdapterOff, &[], is_absent);
}

#[test]
fn phones_of_both_services_are_heard_and_other_devices_are_not() {
    let name = "phones_of_both_services_are_heard_and_other_devices_are_not";
    let [alliance, google, first] = [vec![1; 20], vec![2; 20], vec![3; 20]];
    let happenings = [
        Happening::Says(0x180f, vec![9; 20]),
        Happening::Says(0xfff9, alliance.clone()),
        Happening::Says(0xfde2, google.clone()),
        Happening::Appears(0xfff9, first.clone()),
    ];
    with_bus(name, Hardware::AdapterOn, &happenings, || {
        assert_eq!(Phone::new().postures().unwrap(), []);
        let mut heard = Vec::new();
        let begun = Instant::now();
        let mut bluetooth = Bluetooth;
        let listened = bluetooth.listen(&mut |what| {
            if let Heard::Advert(content) = what {
                heard.push(content.to_vec());
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{heard:?}");
            match heard.len() {
                3 => ControlFlow::Break(()),
                _ => ControlFlow::Continue(()),
            }
        });
        listened.unwrap();
        // Changes and new devices come by two ways, in no order.
        heard.sort();
        assert_eq!(heard, [alliance.clone(), google.clone(), first.clone()]);
    });
}

#[test]
fn an_adapter_that_is_switched_off_ends_the_listening() {
    let name = "an_adapter_that_is_switched_off_ends_the_listening";
    with_bus(
        name,
        Hardware::AdapterOn,
        &[Happening::SwitchedOff],
        listening_ends,
    );
}

#[test]
fn a_bus_that_goes_away_ends_the_listening_without_a_panic() {
    let name = "a_bus_that_goes_away_ends_the_listening_without_a_panic";
    with_bus(
        name,
        Hardware::AdapterOn,
        &[Happening::BusGone],
        listening_ends,
    );
}

fn listening_ends() {
    let begun = Instant::now();
    let listened = Bluetooth.listen(&mut |_| match begun.elapsed() < Duration::from_secs(30) {
        true => ControlFlow::Continue(()),
        false => ControlFlow::Break(()),
    });
    assert!(listened.is_err(), "{listened:?}");
}

#[test]
fn listening_can_be_stopped_while_nothing_is_heard() {
    let name = "listening_can_be_stopped_while_nothing_is_heard";
    with_bus(name, Hardware::AdapterOn, &[], || {
        let begun = Instant::now();
        let mut asked = 0;
        let mut bluetooth = Bluetooth;
        let listened = bluetooth.listen(&mut |_| {
            asked += 1;
            match asked < 6 {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        });
        listened.unwrap();
        assert!(begun.elapsed() < Duration::from_secs(20));
    });
}
