//! A relay on this computer: lets a phone wait, connects our side with it, and fails where a test wants it to.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::http::{HeaderValue, StatusCode};
use tokio_tungstenite::{WebSocketStream, accept_hdr_async};

/// What every test phone's tunnel is called at this relay.
pub(super) const ROUTING_ID: [u8; 3] = [0xa1, 0x0b, 0x2c];

/// How the relay fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    None,
    /// Does not know the tunnel.
    UnknownTunnel,
    /// Speaks another protocol than WebSocket.
    NotAWebSocket,
    /// Both connections are cut when this many messages went through.
    CutAfter(usize),
    /// Nothing moves any more when this many messages went through.
    StallAfter(usize),
    /// In place of the message after this many, our side gets this one.
    Replaces(usize, &'static [u8]),
    /// In place of the message after this many, our side gets text.
    SendsText(usize),
}

/// A running relay.
pub(super) struct Relay {
    pub(super) address: SocketAddr,
    /// Everything that went through, in both directions.
    pub(super) seen: Arc<Mutex<Vec<Vec<u8>>>>,
    /// Paths and protocols that were asked for.
    pub(super) requests: Arc<Mutex<Vec<(String, String)>>>,
}

impl Relay {
    /// Runs in a thread of its own until the tests end.
    pub(super) fn start(fault: Fault) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let relay = Self {
            address: listener.local_addr().unwrap(),
            seen: Arc::default(),
            requests: Arc::default(),
        };
        let (seen, requests) = (relay.seen.clone(), relay.requests.clone());
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                loop {
                    run(&listener, fault, &seen, &requests).await;
                }
            });
        });
        relay
    }
}

/// One phone, one of us.
async fn run(
    listener: &TcpListener,
    fault: Fault,
    seen: &Mutex<Vec<Vec<u8>>>,
    requests: &Mutex<Vec<(String, String)>>,
) -> Option<()> {
    let mut phone = accept(listener, Fault::None, requests).await?;
    let mut ours = accept(listener, fault, requests).await?;
    let mut through = 0;
    loop {
        match fault {
            Fault::CutAfter(count) if through == count => return None,
            Fault::StallAfter(count) if through == count => {
                tokio::time::sleep(Duration::from_secs(60)).await;
                return None;
            }
            _ => {}
        }
        let (message, to_us) = tokio::select! {
            message = phone.next() => (message?.ok()?, true),
            message = ours.next() => (message?.ok()?, false),
        };
        let Message::Binary(bytes) = &message else {
            return None;
        };
        seen.lock().unwrap().push(bytes.to_vec());
        let message = match fault {
            Fault::Replaces(count, with) if through == count => Message::Binary(with.into()),
            Fault::SendsText(count) if through == count => Message::Text("hello".into()),
            _ => message,
        };
        let receiver = if to_us { &mut ours } else { &mut phone };
        receiver.send(message).await.ok()?;
        through += 1;
    }
}

async fn accept(
    listener: &TcpListener,
    fault: Fault,
    requests: &Mutex<Vec<(String, String)>>,
) -> Option<WebSocketStream<TcpStream>> {
    use tokio::io::AsyncWriteExt;

    let (mut stream, _) = listener.accept().await.ok()?;
    if fault == Fault::NotAWebSocket {
        stream
            .write_all(b"220 mail.example ready\r\n\r\n")
            .await
            .ok()?;
        return None;
    }
    // What tungstenite's own signature asks for.
    #[allow(clippy::result_large_err)]
    let answer = |request: &Request, mut response: Response| {
        let protocol = request.headers()["Sec-WebSocket-Protocol"]
            .to_str()
            .unwrap();
        let path = request.uri().path().to_owned();
        requests.lock().unwrap().push((path, protocol.to_owned()));
        if fault == Fault::UnknownTunnel {
            let mut refusal = ErrorResponse::new(None);
            *refusal.status_mut() = StatusCode::NOT_FOUND;
            return Err(refusal);
        }
        let headers = response.headers_mut();
        headers.insert(
            "Sec-WebSocket-Protocol",
            HeaderValue::from_static("fido.cable"),
        );
        let routing_id = hex::encode(ROUTING_ID);
        headers.insert(
            "X-caBLE-Routing-ID",
            HeaderValue::try_from(routing_id).unwrap(),
        );
        Ok(response)
    };
    accept_hdr_async(stream, answer).await.ok()
}
