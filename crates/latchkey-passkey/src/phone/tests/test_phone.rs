//! A phone: passkey-authenticator behind the tunnel's other end, with habits that a test chooses.

use std::net::SocketAddr;
use std::sync::mpsc::{Sender, channel};

use ciborium::Value;
use futures_util::{SinkExt, StreamExt};
use passkey_authenticator::extensions::HmacSecretConfig;
use passkey_authenticator::{Authenticator, MemoryStore, UiHint, UserCheck, UserValidationMethod};
use passkey_crypto::rust_crypto::RustCryptoBackend;
use passkey_types::Passkey;
use passkey_types::ctap2::{Aaguid, Ctap2Error};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;

use super::super::channel::Channel;
use super::super::frame::Frame;
use super::responder::Scanned;

/// How this phone differs from a plain one.
#[derive(Clone)]
pub(super) struct Habits {
    /// Number of the relay that its advertisement names.
    pub(super) domain: u16,
    /// Whether it has the PRF.
    pub(super) prf: bool,
    /// Whether it counts nonces the early way.
    pub(super) early_nonces: bool,
    /// Frames it sends before its answer.
    pub(super) before_answering: Vec<Vec<u8>>,
    /// Answers this in place of its own.
    pub(super) answers: Option<Vec<u8>>,
    /// Changes its own answer.
    pub(super) edits: fn(&mut Value),
    /// Whether its PRF is another one each time.
    pub(super) forgets: bool,
    /// Advertisements of others that are heard before its own.
    pub(super) neighbours: Vec<Vec<u8>>,
    /// Its owner says no.
    pub(super) refuses: bool,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            domain: 1,
            prf: true,
            early_nonces: false,
            before_answering: Vec::new(),
            answers: None,
            edits: |_| {},
            forgets: false,
            neighbours: Vec::new(),
            refuses: false,
        }
    }
}

/// The owner of the phone: looks at it at once.
struct Owner {
    refuses: bool,
}

#[async_trait::async_trait]
impl UserValidationMethod for Owner {
    type PasskeyItem = Passkey;

    async fn check_user<'a>(
        &self,
        hint: UiHint<'a, Passkey>,
        _presence: bool,
        _verification: bool,
    ) -> Result<UserCheck, Ctap2Error> {
        match hint {
            _ if self.refuses => Err(Ctap2Error::OperationDenied),
            UiHint::InformExcludedCredentialFound(_) => Err(Ctap2Error::CredentialExcluded),
            _ => Ok(UserCheck {
                presence: true,
                verification: true,
            }),
        }
    }

    fn is_presence_enabled(&self) -> bool {
        true
    }

    fn is_verification_enabled(&self) -> Option<bool> {
        Some(true)
    }
}

/// A phone that scans one link after the other.
pub(super) struct TestPhone {
    habits: Habits,
    authenticator: Authenticator<MemoryStore, Owner, RustCryptoBackend>,
}

impl TestPhone {
    pub(super) fn new(habits: Habits) -> Self {
        let owner = Owner {
            refuses: habits.refuses,
        };
        let authenticator = Authenticator::new(
            Aaguid::new_empty(),
            MemoryStore::new(),
            owner,
            RustCryptoBackend,
        );
        let authenticator = match habits.prf {
            true => authenticator.hmac_secret(HmacSecretConfig::new_with_uv_only()),
            false => authenticator,
        };
        Self {
            habits,
            authenticator,
        }
    }

    /// Runs in a thread of its own; takes links, advertises into the air.
    pub(super) fn start(mut self, relay: SocketAddr, air: Sender<Vec<u8>>) -> Sender<String> {
        let (camera, links) = channel::<String>();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            for link in links {
                // The other side may be gone at any time: the next link is taken all the same.
                let _ = runtime.block_on(self.scan(&link, relay, &air));
            }
        });
        camera
    }

    async fn scan(&mut self, link: &str, relay: SocketAddr, air: &Sender<Vec<u8>>) -> Option<()> {
        let scanned = Scanned::read(link);
        let mut tunnel = self.advertise(&scanned, relay, air).await?;
        self.say(&mut tunnel, &self.info().await).await?;
        let mut shutdown = false;
        while !shutdown {
            let sealed = receive(&mut tunnel.socket).await?;
            let message = tunnel.channel.open(&sealed).unwrap();
            match Frame::read(&message).unwrap() {
                Frame::Ctap(command) => {
                    assert_eq!(scanned.wanted, ["mc", "ga"][usize::from(command[0]) - 1]);
                    for frame in self.habits.before_answering.clone() {
                        self.say(&mut tunnel, &frame).await?;
                    }
                    let answer = self.answer(command).await;
                    self.say(&mut tunnel, &Frame::Ctap(&answer).write()).await?;
                }
                Frame::Shutdown => shutdown = true,
                Frame::Update => panic!("we never link"),
            }
        }
        Some(())
    }

    /// Opens a tunnel, lets itself be heard and shakes hands.
    async fn advertise(
        &self,
        scanned: &Scanned,
        relay: SocketAddr,
        air: &Sender<Vec<u8>>,
    ) -> Option<Tunnel> {
        let address = format!(
            "ws://{relay}/cable/new/{}",
            hex::encode_upper(scanned.tunnel_id())
        );
        let mut request = address.into_client_request().unwrap();
        request.headers_mut().insert(
            "Sec-WebSocket-Protocol",
            HeaderValue::from_static("fido.cable"),
        );
        let stream = TcpStream::connect(relay).await.ok()?;
        let (mut socket, response) = tokio_tungstenite::client_async(request, stream)
            .await
            .ok()?;
        let routing_id = hex::decode(&response.headers()["X-caBLE-Routing-ID"]).unwrap();

        let mut plain = [0; 16];
        getrandom::fill(&mut plain[1..11]).unwrap();
        plain[11..14].copy_from_slice(&routing_id);
        plain[14..].copy_from_slice(&self.habits.domain.to_le_bytes());
        for neighbour in self.habits.neighbours.clone() {
            air.send(neighbour).ok()?;
        }
        air.send(scanned.advert(plain)).ok()?;

        let message = receive(&mut socket).await?;
        let (answer, mut channel) = scanned.respond(&plain, &message);
        if self.habits.early_nonces {
            channel = channel.counted_early();
        }
        socket.send(Message::Binary(answer.into())).await.ok()?;
        Some(Tunnel { socket, channel })
    }

    async fn say(&self, tunnel: &mut Tunnel, message: &[u8]) -> Option<()> {
        let sealed = tunnel.channel.seal(message);
        tunnel
            .socket
            .send(Message::Binary(sealed.into()))
            .await
            .ok()
    }

    /// The first message: getInfo inside a map.
    async fn info(&self) -> Vec<u8> {
        let info = encode(&*self.authenticator.get_info().await);
        encode(&Value::Map(vec![(1.into(), Value::Bytes(info))]))
    }

    async fn answer(&mut self, command: &[u8]) -> Vec<u8> {
        if let Some(answer) = &self.habits.answers {
            return answer.clone();
        }
        let mut request: Value = ciborium::from_reader(&command[1..]).unwrap();
        let extensions = if command[0] == 1 { 6 } else { 4 };
        salts_as_arrays(&mut request, extensions);
        let request = encode(&request);
        let (answer, outputs) = if command[0] == 1 {
            let request = ciborium::from_reader(request.as_slice()).unwrap();
            let made = self.authenticator.make_credential(request).await;
            (made.map(|answer| encode(&answer)), 6)
        } else {
            if self.habits.forgets {
                self.forget();
            }
            let request = ciborium::from_reader(request.as_slice()).unwrap();
            let used = self.authenticator.get_assertion(request).await;
            (used.map(|answer| encode(&answer)), 8)
        };
        match answer {
            Ok(answer) => {
                let mut answer: Value = ciborium::from_reader(answer.as_slice()).unwrap();
                outputs_as_bytes(&mut answer, outputs);
                (self.habits.edits)(&mut answer);
                [vec![0], encode(&answer)].concat()
            }
            Err(status) => vec![status.into()],
        }
    }

    /// Gives every passkey another secret, as phones were seen to do between two transports.
    fn forget(&mut self) {
        for passkey in self.authenticator.store_mut().values_mut() {
            let secret = passkey.extensions.hmac_secret.as_mut().unwrap();
            secret.cred_with_uv[0] ^= 1;
        }
    }
}

struct Tunnel {
    socket: WebSocketStream<TcpStream>,
    channel: Channel,
}

async fn receive(socket: &mut WebSocketStream<TcpStream>) -> Option<Vec<u8>> {
    match socket.next().await?.ok()? {
        Message::Binary(bytes) => Some(bytes.into()),
        _ => None,
    }
}

fn encode(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

/// The member of a map; numbers and names.
pub(super) fn at<'a>(value: &'a mut Value, key: &Value) -> Option<&'a mut Value> {
    let members = value.as_map_mut()?;
    members.iter_mut().find(|(k, _)| k == key).map(|(_, v)| v)
}

/// passkey-authenticator wants lists of numbers where phones take byte strings.
fn salts_as_arrays(request: &mut Value, extensions: u8) {
    let eval = at(request, &extensions.into())
        .and_then(|inputs| at(inputs, &"prf".into()))
        .and_then(|prf| at(prf, &"eval".into()));
    for (_, salt) in eval.and_then(Value::as_map_mut).into_iter().flatten() {
        let bytes = salt.as_bytes().expect("a salt is a byte string").clone();
        *salt = Value::Array(bytes.into_iter().map(Value::from).collect());
    }
}

/// And gives them, too.
fn outputs_as_bytes(answer: &mut Value, outputs: u8) {
    let results = at(answer, &outputs.into())
        .and_then(|outputs| at(outputs, &"prf".into()))
        .and_then(|prf| at(prf, &"results".into()));
    for (_, output) in results.and_then(Value::as_map_mut).into_iter().flatten() {
        let numbers = output.as_array().expect("a list of numbers");
        let byte = |number: &Value| u8::try_from(number.as_integer().unwrap()).unwrap();
        *output = Value::Bytes(numbers.iter().map(byte).collect());
    }
}
