//! Security keys, tried with the firmware of real ones in this process, and with keys that answer from a script.

mod built_in;
mod cancelling;
mod firmware;
mod hostile;
mod once;
mod person;
mod pins;
mod scripted;
mod several;
mod silence;
mod statuses;
mod trussed_key;

use std::sync::{Arc, Mutex};

use super::SecurityKeys;
use super::ports::{Plugged, Ports};
use crate::authenticator::{AuthenticatorKind, CreateRequest, Credential};
use crate::error::CeremonyError;
use crate::prf::PrfInputs;

/// A way to plug a test key in.
pub(super) trait Socket: Send + Sync {
    fn plug(&self, into: &mut Plugged);
}

/// The ports of a test computer: keys can be plugged in and pulled while a ceremony runs.
#[derive(Clone, Default)]
pub(super) struct Bench(Arc<Mutex<Vec<Arc<dyn Socket>>>>);

impl Bench {
    fn with(sockets: &[Arc<dyn Socket>]) -> Self {
        Self(Arc::new(Mutex::new(sockets.to_vec())))
    }

    fn plug_in(&self, socket: Arc<dyn Socket>) {
        self.0.lock().unwrap().push(socket);
    }
}

impl Ports for Bench {
    fn open(&mut self) -> Result<Plugged, CeremonyError> {
        let mut plugged = Plugged::default();
        for socket in self.0.lock().unwrap().iter() {
            socket.plug(&mut plugged);
        }
        Ok(plugged)
    }
}

/// A socket whose key this user may not talk to.
struct Refused;

impl Socket for Refused {
    fn plug(&self, into: &mut Plugged) {
        into.denied = true;
    }
}

fn keys_with(sockets: &[Arc<dyn Socket>]) -> SecurityKeys {
    keys_on(&Bench::with(sockets))
}

fn keys_on(bench: &Bench) -> SecurityKeys {
    SecurityKeys {
        ports: Box::new(bench.clone()),
        patience: 20,
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
        first: b"first input".to_vec(),
        second: b"second input".to_vec(),
    }
}

/// A credential of no key here.
fn foreign() -> Credential {
    Credential {
        kind: AuthenticatorKind::SecurityKey,
        id: vec![0x42; 64],
        public_key: Vec::new(),
        rp_id: crate::RP_ID.to_owned(),
        transports: Vec::new(),
        backup_eligible: false,
        backed_up: false,
        tpm: None,
    }
}
