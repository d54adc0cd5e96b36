//! A conversation with one phone through a relay: handshake, what the phone can, one command and its answer.

use std::io;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use zeroize::Zeroizing;

use super::advert::Advert;
use super::channel::Channel;
use super::frame::{Features, Frame};
use super::invitation::{Invitation, random_key};
use super::noise::Handshake;
use super::relay::{Socket, broken, io_error};

/// How long a good-bye may take.
const FAREWELL_LIMIT: Duration = Duration::from_secs(1);

/// An open, sealed channel with a phone.
pub(super) struct Tunnel {
    socket: Socket,
    channel: Channel,
    features: Features,
}

impl Tunnel {
    /// Shakes hands over a fresh connection; each answer may take `step`.
    pub(super) async fn open(
        mut socket: Socket,
        invitation: &Invitation,
        advert: &Advert,
        step: Duration,
    ) -> io::Result<Self> {
        let psk = invitation.psk(advert.as_bytes());
        let (handshake, message) = Handshake::start(invitation.identity(), &psk, random_key()?);
        send(&mut socket, message, step).await?;
        let answer = timeout(step, receive(&mut socket)).await??;
        let mut channel = handshake
            .finish(&answer)
            .map_err(|_| broken("the handshake is not of the phone that scanned"))?;

        let first = timeout(step, receive(&mut socket)).await??;
        let first = channel.open(&first).map_err(|_| not_sealed())?;
        let features =
            Features::read(&first).ok_or_else(|| broken("the phone's first message is broken"))?;
        Ok(Self {
            socket,
            channel,
            features,
        })
    }

    /// What the phone can.
    pub(super) fn features(&self) -> &Features {
        &self.features
    }

    /// Sends the one command.
    pub(super) async fn send(&mut self, command: &[u8], step: Duration) -> io::Result<()> {
        let sealed = self.channel.seal(&Frame::Ctap(command).write());
        send(&mut self.socket, sealed, step).await
    }

    /// Waits for the command's answer: status byte and CBOR. Linking in between is passed over.
    pub(super) async fn answer(&mut self) -> io::Result<Zeroizing<Vec<u8>>> {
        loop {
            let sealed = receive(&mut self.socket).await?;
            let message = self.channel.open(&sealed).map_err(|_| not_sealed())?;
            match Frame::read(&message) {
                Some(Frame::Ctap(answer)) => return Ok(Zeroizing::new(answer.to_vec())),
                Some(Frame::Update) => {}
                Some(Frame::Shutdown) => return Err(io::ErrorKind::ConnectionAborted.into()),
                None => return Err(broken("the phone sent a frame of unknown type")),
            }
        }
    }

    /// Tells the phone that we are done. It may be gone already: nothing can fail, and nobody waits long.
    pub(super) async fn close(mut self) {
        let sealed = self.channel.seal(&Frame::Shutdown.write());
        let farewell = async {
            self.socket.send(Message::Binary(sealed.into())).await?;
            self.socket.close(None).await
        };
        let _ = timeout(FAREWELL_LIMIT, farewell).await;
    }
}

async fn send(socket: &mut Socket, message: Vec<u8>, step: Duration) -> io::Result<()> {
    timeout(step, socket.send(Message::Binary(message.into())))
        .await?
        .map_err(io_error)
}

/// The next message of bytes. Pings are answered by the library.
async fn receive(socket: &mut Socket) -> io::Result<Vec<u8>> {
    loop {
        match socket.next().await {
            Some(Ok(Message::Binary(bytes))) => return Ok(bytes.into()),
            Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => {}
            Some(Ok(Message::Text(_))) => return Err(broken("the relay sent text")),
            Some(Ok(Message::Close(_))) | None => {
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            Some(Err(error)) => return Err(io_error(error)),
        }
    }
}

fn not_sealed() -> io::Error {
    broken("a message is not of the phone that scanned")
}
