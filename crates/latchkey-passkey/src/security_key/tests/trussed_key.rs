//! A security key made of the firmware of real ones (SoloKeys, Nitrokey): `fido-authenticator` on Trussed.
//!
//! It runs on a thread of its own, as on a chip; lines to it are opened and closed as over USB. What it answers may be
//! rewritten on the way, to play an older or stranger key.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use async_trait::async_trait;
use ctaphid_app::{App, Command};
use fido_authenticator::{Authenticator, Config, TrussedRequirements, UserPresence};
use serde_cbor_2::Value;
use tokio::sync::oneshot;
use trussed::backend::BackendId;
use trussed::platform::Platform;
use trussed::service::RngCore;
use trussed::virt::{StorageConfig, StoreConfig, with_platform};
use trussed_staging::virt::{BackendIds, Dispatcher};
use webauthn_authenticator_rs::error::{CtapError, WebauthnCError};
use webauthn_authenticator_rs::transport::Token;
use webauthn_authenticator_rs::ui::UiCallback;
use webauthn_rs_proto::AuthenticatorTransport;

use super::Socket;
use crate::security_key::line::Line;
use crate::security_key::ports::Plugged;

/// What the person's finger does on the key.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Finger {
    Away = 0,
    Touches = 1,
    Denies = 2,
    NeverComes = 3,
}

/// Shared by the chip and whoever holds the key.
struct Surface {
    finger: AtomicU8,
    interrupted: AtomicBool,
    touched: AtomicU8,
}

#[derive(Clone, Copy)]
struct Button(&'static Surface);

impl UserPresence for Button {
    fn user_present<T: TrussedRequirements>(
        self,
        _: &mut T,
        _: u32,
    ) -> Result<(), fido_authenticator::Error> {
        loop {
            if self.0.interrupted.swap(false, Ordering::SeqCst) {
                return Err(fido_authenticator::Error::KeepaliveCancel);
            }
            match self.0.finger.load(Ordering::SeqCst) {
                finger if finger == Finger::Touches as u8 => {
                    self.0.touched.fetch_add(1, Ordering::SeqCst);
                    return Ok(());
                }
                finger if finger == Finger::Denies as u8 => {
                    return Err(fido_authenticator::Error::OperationDenied);
                }
                finger if finger == Finger::NeverComes as u8 => {
                    return Err(fido_authenticator::Error::UserActionTimeout);
                }
                _ => thread::sleep(Duration::from_millis(5)),
            }
        }
    }
}

type Call = (Vec<u8>, oneshot::Sender<Vec<u8>>);

/// Rewrites an answer (status first) to a request; nothing at all stands for what is no answer to it.
type Rewriting = Box<dyn FnMut(&[u8], Vec<u8>) -> Vec<u8> + Send>;

/// One key. Dropping the last holder of it cuts the power.
pub(super) struct TrussedKey {
    calls: Sender<Call>,
    surface: &'static Surface,
    rewriting: Mutex<Option<Rewriting>>,
    pub(super) requests: Mutex<Vec<Vec<u8>>>,
}

impl TrussedKey {
    /// A new key, touched whenever it blinks. `serial`: keys of different serials have different secrets.
    pub(super) fn new(serial: u32) -> Arc<Self> {
        Self::start(serial, None)
    }

    /// A key whose memory outlives its power.
    pub(super) fn with_memory(serial: u32, memory: &Path) -> Arc<Self> {
        Self::start(serial, Some(memory.to_owned()))
    }

    fn start(serial: u32, memory: Option<PathBuf>) -> Arc<Self> {
        let surface: &'static Surface = Box::leak(Box::new(Surface {
            finger: AtomicU8::new(Finger::Touches as u8),
            interrupted: AtomicBool::new(false),
            touched: AtomicU8::new(0),
        }));
        let (calls, inbox) = channel();
        let chip = thread::Builder::new().stack_size(16 << 20);
        chip.spawn(move || run(serial, memory, Button(surface), &inbox))
            .unwrap();
        Arc::new(Self {
            calls,
            surface,
            rewriting: Mutex::default(),
            requests: Mutex::default(),
        })
    }

    pub(super) fn finger(&self, finger: Finger) {
        self.surface.finger.store(finger as u8, Ordering::SeqCst);
    }

    pub(super) fn times_touched(&self) -> u8 {
        self.surface.touched.load(Ordering::SeqCst)
    }

    /// Rewrites every answer from now on; gets the request and the answer.
    pub(super) fn rewrite(
        self: &Arc<Self>,
        rewriting: impl FnMut(&[u8], Vec<u8>) -> Vec<u8> + Send + 'static,
    ) -> Arc<Self> {
        *self.rewriting.lock().unwrap() = Some(Box::new(rewriting));
        Arc::clone(self)
    }

    /// Changes what it says of itself.
    pub(super) fn claim(
        self: &Arc<Self>,
        change: impl Fn(&mut std::collections::BTreeMap<Value, Value>) + Send + 'static,
    ) -> Arc<Self> {
        self.rewrite(move |request, answer| {
            if request != [4] {
                return answer;
            }
            let Ok(Value::Map(mut map)) = serde_cbor_2::from_slice(&answer[1..]) else {
                panic!("the firmware's getInfo is a map");
            };
            change(&mut map);
            let mut changed = vec![0];
            changed.extend(serde_cbor_2::to_vec(&Value::Map(map)).unwrap());
            changed
        })
    }

    /// How often a command was sent.
    pub(super) fn count(&self, is: impl Fn(&[u8]) -> bool) -> usize {
        let requests = self.requests.lock().unwrap();
        requests.iter().filter(|request| is(request)).count()
    }
}

impl Socket for Arc<TrussedKey> {
    fn plug(&self, into: &mut Plugged) {
        into.add(Line::open(Contact(Self::clone(self))));
    }
}

/// The chip: one thread, one request after another, until the power is cut.
fn run(serial: u32, memory: Option<PathBuf>, button: Button, inbox: &Receiver<Call>) {
    let mut store = StoreConfig::ram();
    if let Some(path) = memory {
        store.internal = StorageConfig::filesystem(path);
    }
    with_platform(store, |mut platform| {
        draw(&mut platform, serial * 64);
        let backends = &[
            BackendId::Custom(BackendIds::StagingBackend),
            BackendId::Core,
        ];
        platform.run_client_with_backends("fido", Dispatcher::default(), backends, |client| {
            let config = Config {
                max_msg_size: 1200,
                skip_up_timeout: None,
                max_resident_credential_count: None,
                large_blobs: None,
                nfc_transport: false,
            };
            let mut authenticator = Authenticator::new(client, button, config);
            while let Ok((request, answer)) = inbox.recv() {
                let mut response = heapless_bytes::Bytes::<7609>::new();
                authenticator
                    .call(Command::Cbor, &request, response.as_mut_view())
                    .expect("the firmware answers");
                let _ = answer.send(response.as_slice().to_vec());
            }
        });
    });
}

/// Draws random numbers: those of Trussed's test platform always begin alike.
fn draw<P: Platform>(platform: &mut P, times: u32) {
    for _ in 0..times {
        platform.rng().next_u32();
    }
}

/// One opened contact with a key.
struct Contact(Arc<TrussedKey>);

impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contact")
    }
}

#[async_trait]
impl Token for Contact {
    type Id = ();

    fn get_transport(&self) -> AuthenticatorTransport {
        AuthenticatorTransport::Usb
    }

    async fn transmit_raw<U: UiCallback>(
        &mut self,
        request: &[u8],
        _: &U,
    ) -> Result<Vec<u8>, WebauthnCError> {
        // As the real transport does it.
        tracing::trace!(">>> {}", hex::encode(request));
        self.0.requests.lock().unwrap().push(request.to_vec());
        let (sender, answer) = oneshot::channel();
        self.0
            .calls
            .send((request.to_vec(), sender))
            .map_err(|_| WebauthnCError::Closed)?;
        let mut answer = answer.await.map_err(|_| WebauthnCError::Closed)?;
        if let Some(rewriting) = &mut *self.0.rewriting.lock().unwrap() {
            answer = rewriting(request, answer);
        }
        tracing::trace!("<<< {}", hex::encode(&answer));
        match answer.split_first() {
            // What the real transport makes of a frame of another program's exchange.
            None => Err(WebauthnCError::Cbor),
            Some((0, answer)) => Ok(answer.to_vec()),
            Some((status, _)) => Err(WebauthnCError::Ctap(CtapError::from(*status))),
        }
    }

    async fn cancel(&mut self) -> Result<(), WebauthnCError> {
        self.0.surface.interrupted.store(true, Ordering::SeqCst);
        Ok(())
    }

    async fn init(&mut self) -> Result<(), WebauthnCError> {
        Ok(())
    }

    async fn close(&mut self) -> Result<(), WebauthnCError> {
        Ok(())
    }
}
