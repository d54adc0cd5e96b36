//! Ceremonies with a phone made of passkey-authenticator, through a relay on this computer.

mod bluetooth;
mod bluez;
mod breaking;
mod ceremony;
mod known_answers;
mod logs;
mod parsing;
mod person;
mod relay;
mod responder;
mod test_phone;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use self::person::Person;
use self::relay::{Fault, Relay};
use self::test_phone::{Habits, TestPhone};
use super::bluetooth::{Advertisements, Heard};
use super::relay::Route;
use super::{Limits, Phone};
use crate::authenticator::{Authenticator, CreateRequest, Credential};
use crate::error::CeremonyError;
use crate::prf::PrfInputs;

/// Short enough for tests, long enough for two busy cores.
const LIMITS: Limits = Limits {
    scan: Duration::from_secs(20),
    connect: Duration::from_secs(20),
    step: Duration::from_secs(20),
    person: Duration::from_secs(20),
};

/// Air between a test phone and our side.
struct Air {
    adverts: Receiver<Vec<u8>>,
    available: bool,
}

impl Advertisements for Air {
    fn is_available(&mut self) -> bool {
        self.available
    }

    fn listen(
        &mut self,
        hear: &mut dyn FnMut(Heard<'_>) -> ControlFlow<()>,
    ) -> std::io::Result<()> {
        while hear(Heard::Nothing).is_continue() {
            match self.adverts.recv_timeout(Duration::from_millis(20)) {
                Ok(advert) if hear(Heard::Advert(&advert)).is_break() => return Ok(()),
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(std::io::ErrorKind::NotConnected.into());
                }
            }
        }
        Ok(())
    }
}

/// Our side, a phone, its owner and a relay.
struct Scene {
    phone: Phone,
    person: Person,
    relay: Arc<Relay>,
    _air: Sender<Vec<u8>>,
}

impl Scene {
    fn new(habits: Habits, fault: Fault) -> Self {
        let (adverts, heard) = channel();
        let relay = Arc::new(Relay::start(fault));
        let mut person = Person::default();
        let test_phone = TestPhone::new(habits);
        person.scans_with(test_phone.start(relay.address, adverts.clone()));
        let phone = Phone {
            advertisements: Box::new(Air {
                adverts: heard,
                available: true,
            }),
            route: Route::StandIn(relay.address),
            limits: LIMITS,
            clock: || UNIX_EPOCH + Duration::from_secs(1_800_000_000),
            network_allowed: false,
        };
        Self {
            phone,
            person,
            relay,
            _air: adverts,
        }
    }

    fn create(&mut self) -> Result<Credential, CeremonyError> {
        self.phone.create(&request(), &self.person)
    }

    fn evaluate(
        &mut self,
        credential: &Credential,
    ) -> Result<crate::authenticator::Evaluation, CeremonyError> {
        self.phone.evaluate(credential, &inputs(), &self.person)
    }
}

fn request() -> CreateRequest {
    CreateRequest {
        rp_id: crate::RP_ID.to_owned(),
        display_name: "Opens my chat backup: deleting it locks me out".to_owned(),
        exclude: Vec::new(),
    }
}

fn inputs() -> PrfInputs {
    PrfInputs {
        first: b"first".to_vec(),
        second: b"second".to_vec(),
    }
}

/// A credential that no phone holds.
fn stranger() -> Credential {
    Credential {
        kind: crate::authenticator::AuthenticatorKind::Phone,
        id: vec![0x42; 16],
        public_key: Vec::new(),
        rp_id: crate::RP_ID.to_owned(),
        transports: Vec::new(),
        backup_eligible: true,
        backed_up: true,
        tpm: None,
    }
}

/// The moment that every link of these tests names.
fn then() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_800_000_000)
}
