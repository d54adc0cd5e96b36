//! The way to the phone: a WebSocket to the relay of its maker, over TLS.
//!
//! Two relays are known by name. Others, whose names a phone could choose, are refused.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use rustls::{ClientConfig, RootCertStore};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{HeaderValue, Request};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{self, Error};
use tokio_tungstenite::{Connector, MaybeTlsStream, WebSocketStream, client_async_tls_with_config};

use super::advert::Advert;

/// Relays by their number in an advertisement (CTAP 2.2, hybrid transports, "tunnel service"): Google's and Apple's.
pub(super) const MAKERS: [&str; 2] = ["cable.ua5v.com", "cable.auth.com"];

/// Longest message that is taken: a phone's answer has a few hundred bytes.
const LONGEST_MESSAGE: usize = 64 * 1024;

/// How long one address of a relay may take before the next is tried.
const ADDRESS_LIMIT: Duration = Duration::from_secs(6);

/// An open connection with a relay.
pub(super) type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Where relays are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Route {
    /// Where their names say, over TLS.
    Internet,
    /// All of them at one address, in clear: a stand-in for tests.
    #[cfg(test)]
    StandIn(SocketAddr),
    /// All of them at one address, over TLS.
    #[cfg(test)]
    StandInOverTls(SocketAddr),
}

/// Name of the relay that an advertisement means; `None` when it is not one of the two.
pub(super) fn host(advert: &Advert) -> Option<&'static str> {
    MAKERS.get(usize::from(advert.tunnel_domain())).copied()
}

impl Route {
    /// Connects with the tunnel of one phone.
    pub(super) async fn connect(
        self,
        host: &str,
        advert: &Advert,
        tunnel_id: [u8; 16],
    ) -> io::Result<Socket> {
        let (scheme, stream) = match self {
            Self::Internet => ("wss", connect_to(lookup_host((host, 443)).await?).await?),
            #[cfg(test)]
            Self::StandIn(address) => ("ws", connect_to([address].into_iter()).await?),
            #[cfg(test)]
            Self::StandInOverTls(address) => ("wss", connect_to([address].into_iter()).await?),
        };
        stream.set_nodelay(true)?;

        let request = request(scheme, host, advert, tunnel_id).map_err(io_error)?;
        let config = WebSocketConfig::default()
            .max_message_size(Some(LONGEST_MESSAGE))
            .max_frame_size(Some(LONGEST_MESSAGE));
        let connector = Connector::Rustls(tls()?);
        let (socket, _) =
            client_async_tls_with_config(request, stream, Some(config), Some(connector))
                .await
                .map_err(io_error)?;
        Ok(socket)
    }
}

async fn connect_to(addresses: impl Iterator<Item = SocketAddr>) -> io::Result<TcpStream> {
    let mut failure = io::Error::new(io::ErrorKind::NotFound, "the relay has no address");
    for address in addresses {
        match timeout(ADDRESS_LIMIT, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) => failure = error,
            Err(_) => failure = io::ErrorKind::TimedOut.into(),
        }
    }
    Err(failure)
}

fn request(
    scheme: &str,
    host: &str,
    advert: &Advert,
    tunnel_id: [u8; 16],
) -> tungstenite::Result<Request<()>> {
    let routing_id = hex::encode_upper(advert.routing_id());
    let tunnel_id = hex::encode_upper(tunnel_id);
    let address = format!("{scheme}://{host}/cable/connect/{routing_id}/{tunnel_id}");
    let mut request = address.into_client_request()?;
    let headers = request.headers_mut();
    headers.insert(
        "Sec-WebSocket-Protocol",
        HeaderValue::from_static("fido.cable"),
    );
    headers.insert("Origin", HeaderValue::try_from(format!("wss://{host}"))?);
    Ok(request)
}

/// TLS that trusts Mozilla's list, and one provider of cryptography by name: a process may hold several.
fn tls() -> io::Result<Arc<ClientConfig>> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// What went wrong, without the address of the tunnel.
pub(super) fn io_error(error: Error) -> io::Error {
    match error {
        Error::Io(error) => error,
        Error::Tls(error) => io::Error::other(error),
        Error::Http(answer) => io::Error::new(
            io::ErrorKind::NotFound,
            format!("the relay answered {}", answer.status().as_u16()),
        ),
        Error::ConnectionClosed | Error::AlreadyClosed => io::ErrorKind::ConnectionAborted.into(),
        _ => broken("the relay breaks the rules of WebSocket"),
    }
}

/// Something was received that must not be.
pub(super) fn broken(rule: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, rule)
}
