//! Which of the keys that are plugged in: waits for one, asks silently which holds a credential, and lets the person
//! touch the one that is meant.

use std::thread;

use super::key::{Holds, Key, random_hash};
use super::line::{Pending, TICK};
use super::ports::{Plugged, Ports};
use super::requests::{self, SELECTION};
use super::status::{Failure, PIN_AUTH_INVALID, PIN_INVALID, PIN_NOT_SET, PUAT_REQUIRED};
use crate::ask::{Interaction, Moment};
use crate::authenticator::Credential;
use crate::error::{Absence, CeremonyError};

/// How long a key may take to be plugged in: a minute.
pub(super) const PATIENCE_TICKS: u32 = 600;

/// How often the ports are looked at, in ticks.
const LOOK_EVERY: u32 = 3;

/// How often in a row a key must be refused, busy or old before that is the answer: the system gives access to a new
/// device a moment after it appears, and a key that was hung up on needs a moment as well.
const LOOKS: u32 = 4;

/// Finds the key that holds a credential.
pub(super) fn holder(
    ports: &mut dyn Ports,
    credential: &Credential,
    patience: u32,
    ask: &dyn Interaction,
) -> Result<Key, CeremonyError> {
    let (keys, denied) = wait_for_keys(ports, patience, ask)?;
    let mut holding = Vec::new();
    let mut unclear = Vec::new();
    let mut failed = None;
    for key in keys {
        match key.holds(&credential.rp_id, &credential.id, ask) {
            Ok(Holds::Yes) => holding.push(key),
            Ok(Holds::Perhaps) => unclear.push(key),
            Ok(Holds::No) => {}
            Err(Failure::Ceremony(CeremonyError::Cancelled)) => {
                return Err(CeremonyError::Cancelled);
            }
            Err(failure) => failed = Some(failure),
        }
    }
    if holding.is_empty() {
        holding = unclear;
    }
    match (holding.is_empty(), failed) {
        (false, _) => touched(holding, ask),
        (true, Some(failure)) => Err(failure.into()),
        (true, None) if denied => Err(CeremonyError::NoAuthenticator(Absence::UsbAccess)),
        (true, None) => Err(CeremonyError::NotThisPasskey),
    }
}

/// Finds the key that the person means.
pub(super) fn meant(
    ports: &mut dyn Ports,
    patience: u32,
    ask: &dyn Interaction,
) -> Result<Key, CeremonyError> {
    let (keys, _) = wait_for_keys(ports, patience, ask)?;
    let (able, unable): (Vec<Key>, Vec<Key>) =
        keys.into_iter().partition(|key| key.capabilities.prf);
    drop(unable);
    if able.is_empty() {
        return Err(CeremonyError::WithoutPrf);
    }
    touched(able, ask)
}

/// The keys that are plugged in, at least one, and whether another was refused.
fn wait_for_keys(
    ports: &mut dyn Ports,
    patience: u32,
    ask: &dyn Interaction,
) -> Result<(Vec<Key>, bool), CeremonyError> {
    let mut told = false;
    let mut hindered = 0;
    for tick in 0..patience {
        if ask.is_cancelled() {
            return Err(CeremonyError::Cancelled);
        }
        if tick % LOOK_EVERY == 0 {
            let mut plugged = ports.open()?;
            let keys = introduced(&mut plugged, ask)?;
            if !keys.is_empty() {
                return Ok((keys, plugged.denied));
            }
            match hindrance(&plugged) {
                Some(error) if hindered + 1 >= LOOKS => return Err(error),
                Some(_) => hindered += 1,
                None => {
                    hindered = 0;
                    if !told {
                        ask.tell(&Moment::PlugIn);
                        told = true;
                    }
                }
            }
        }
        thread::sleep(TICK);
    }
    Err(CeremonyError::NoAuthenticator(Absence::NotPluggedIn))
}

/// Asks every key what it can do; one that cannot say counts as busy.
fn introduced(plugged: &mut Plugged, ask: &dyn Interaction) -> Result<Vec<Key>, CeremonyError> {
    let mut keys = Vec::new();
    for line in plugged.lines.drain(..) {
        match Key::open(line, ask) {
            Ok(key) => keys.push(key),
            Err(Failure::Ceremony(CeremonyError::Cancelled)) => {
                return Err(CeremonyError::Cancelled);
            }
            Err(_) => plugged.busy = true,
        }
    }
    Ok(keys)
}

/// Why a key that is there cannot be talked with.
fn hindrance(plugged: &Plugged) -> Option<CeremonyError> {
    if plugged.denied {
        Some(CeremonyError::NoAuthenticator(Absence::UsbAccess))
    } else if plugged.busy {
        Some(CeremonyError::Busy)
    } else if plugged.old {
        Some(CeremonyError::TooOld)
    } else {
        None
    }
}

/// The one key, or the one of several that is touched.
fn touched(mut keys: Vec<Key>, ask: &dyn Interaction) -> Result<Key, CeremonyError> {
    if keys.len() <= 1 {
        return keys.pop().ok_or(CeremonyError::NotThisPasskey);
    }
    ask.tell(&Moment::TouchOne { of: keys.len() });
    let mut waiting = Vec::new();
    for key in keys {
        let pending = ask_for_touch(&key)?;
        waiting.push((key, pending));
    }
    let mut last = CeremonyError::TimedOut;
    while !waiting.is_empty() {
        if ask.is_cancelled() {
            return Err(CeremonyError::Cancelled);
        }
        let mut left = Vec::new();
        for (key, pending) in waiting {
            match pending.wait() {
                None => left.push((key, pending)),
                Some(answer) => match was_touched(answer) {
                    // The others are hung up on, which stops their blinking.
                    Ok(()) => return Ok(key),
                    Err(failure) => last = failure.into(),
                },
            }
        }
        waiting = left;
    }
    Err(last)
}

fn ask_for_touch(key: &Key) -> Result<Pending, CeremonyError> {
    if key.capabilities.selection {
        return Ok(key.line.send(SELECTION));
    }
    Ok(key
        .line
        .send(&requests::touch_without_selection(&random_hash()?)))
}

/// Whether an answer says that the key was touched: the old way always ends in a refusal (CTAP 2.0, 5.1, step 1).
fn was_touched(answer: Result<Vec<u8>, Failure>) -> Result<(), Failure> {
    match answer {
        Ok(_)
        | Err(Failure::Status(PIN_INVALID | PIN_AUTH_INVALID | PIN_NOT_SET | PUAT_REQUIRED)) => {
            Ok(())
        }
        Err(failure) => Err(failure),
    }
}
