//! A phone that scans a QR code and holds the passkey (CTAP 2.2, hybrid transports): our side of it.
//!
//! The only code of this program that uses the network, and only after the person said yes. One scan carries one
//! command. Nothing that a phone sends is trusted before it is checked, and nothing of it is logged.

mod advert;
mod answer;
mod base10;
mod bluetooth;
mod cbor;
mod channel;
mod command;
mod frame;
mod invitation;
mod noise;
mod relay;
#[cfg(test)]
mod tests;
mod tunnel;

use std::fmt;
use std::future::Future;
use std::io;
use std::ops::ControlFlow;
use std::time::{Duration, Instant, SystemTime};

use tokio::time::{sleep, timeout};
use zeroize::Zeroizing;

use self::advert::Advert;
use self::bluetooth::{Advertisements, Bluetooth, Heard};
use self::invitation::{Invitation, Purpose};
use self::relay::{MAKERS, Route};
use self::tunnel::Tunnel;
use crate::ask::{Interaction, Moment, Question};
use crate::authenticator::{
    Authenticator, AuthenticatorKind, CreateRequest, Credential, Evaluation, Posture,
};
use crate::error::{Absence, CeremonyError};
use crate::prf::PrfInputs;
use crate::relying_party;
use crate::silence::unlogged;

/// How often it is asked whether the person has stopped the ceremony.
const TICK: Duration = Duration::from_millis(100);

/// How long a ceremony waits for what.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// For a scan: a link is good for about this long.
    scan: Duration,
    /// For the relay's connection.
    connect: Duration,
    /// For each message that needs no person.
    step: Duration,
    /// For the phone's owner.
    person: Duration,
}

/// Any phone or tablet that scans a QR code and can evaluate the PRF.
///
/// Each ceremony is one scan, so that enrolling takes three: to make the passkey and to use it twice. The person is
/// asked once for each value of this type whether the network may be used, before the first QR code is drawn: both
/// servers are named, since only the phone knows which one it will be.
pub struct Phone {
    advertisements: Box<dyn Advertisements>,
    route: Route,
    limits: Limits,
    clock: fn() -> SystemTime,
    network_allowed: bool,
}

impl Phone {
    /// Touches nothing: Bluetooth is asked for, and the network used, by a ceremony only.
    #[must_use]
    pub fn new() -> Self {
        Self {
            advertisements: Box::new(Bluetooth),
            route: Route::Internet,
            limits: Limits {
                scan: Duration::from_mins(5),
                connect: Duration::from_secs(20),
                step: Duration::from_secs(20),
                person: Duration::from_mins(3),
            },
            // Phones compare the time of a link with their own.
            clock: SystemTime::now,
            network_allowed: false,
        }
    }

    /// Scan, tunnel, command: gives the phone's answer, status byte first. Nothing of it is logged.
    fn run(
        &mut self,
        purpose: Purpose,
        command: &[u8],
        ask: &dyn Interaction,
    ) -> Result<Zeroizing<Vec<u8>>, CeremonyError> {
        let answer = unlogged(|| self.ask_a_phone(purpose, command, ask));
        ask.tell(&Moment::Over);
        answer
    }

    fn ask_a_phone(
        &mut self,
        purpose: Purpose,
        command: &[u8],
        ask: &dyn Interaction,
    ) -> Result<Zeroizing<Vec<u8>>, CeremonyError> {
        stop_if_cancelled(ask)?;
        if !self.advertisements.is_available() {
            return Err(CeremonyError::NoAuthenticator(Absence::NoBluetooth));
        }
        self.ask_for_network(ask)?;
        let invitation = Invitation::generate(purpose).map_err(CeremonyError::Io)?;
        let advert = self.wait_for_scan(&invitation, purpose, ask)?;
        let host = relay::host(&advert).ok_or(CeremonyError::Inconsistent {
            rule: "the phone names a server that is not known",
        })?;
        ask.tell(&Moment::PhoneSeen);

        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(CeremonyError::Io)?;
        let answer = runtime.block_on(unless_cancelled(
            ask,
            self.talk(host, &advert, &invitation, command, ask),
        ));
        // Looking up a name cannot be stopped: it ends behind our back.
        runtime.shutdown_background();
        answer
    }

    /// Asks whether the network may be used; once is enough.
    fn ask_for_network(&mut self, ask: &dyn Interaction) -> Result<(), CeremonyError> {
        if !self.network_allowed {
            let host = MAKERS.join(", ");
            self.network_allowed = ask.confirm(&Question::UseNetwork { host });
        }
        if !self.network_allowed {
            return Err(CeremonyError::Cancelled);
        }
        stop_if_cancelled(ask)
    }

    /// Shows the link and waits until a phone that has read it is heard.
    fn wait_for_scan(
        &mut self,
        invitation: &Invitation,
        purpose: Purpose,
        ask: &dyn Interaction,
    ) -> Result<Advert, CeremonyError> {
        let link = invitation.link((self.clock)());
        let keys = invitation.advert_keys();
        let deadline = Instant::now() + self.limits.scan;
        let mut shown = false;
        let mut found = None;
        let mut stopped = None;

        // Why it stopped listening is told by what was found: an adapter that is gone is all that can fail.
        let _ = self.advertisements.listen(&mut |heard| {
            if ask.is_cancelled() {
                stopped = Some(CeremonyError::Cancelled);
                return ControlFlow::Break(());
            }
            if !shown {
                shown = true;
                ask.tell(&Moment::ScanQr {
                    link: link.clone(),
                    creates: purpose == Purpose::Create,
                });
            }
            if let Heard::Advert(service_data) = heard {
                found = Advert::open(service_data, &keys);
            }
            if found.is_none() && Instant::now() > deadline {
                stopped = Some(CeremonyError::TimedOut);
            }
            if found.is_some() || stopped.is_some() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        match (found, stopped) {
            (Some(advert), _) => Ok(advert),
            (None, Some(reason)) => Err(reason),
            // Either way nobody listens any more.
            (None, None) => Err(CeremonyError::NoAuthenticator(Absence::NoBluetooth)),
        }
    }

    /// One command over a tunnel.
    async fn talk(
        &self,
        host: &str,
        advert: &Advert,
        invitation: &Invitation,
        command: &[u8],
        ask: &dyn Interaction,
    ) -> Result<Zeroizing<Vec<u8>>, CeremonyError> {
        let Limits {
            connect,
            step,
            person,
            ..
        } = self.limits;
        let connecting = self.route.connect(host, advert, invitation.tunnel_id());
        let socket = timeout(connect, connecting)
            .await
            .map_err(io::Error::from)
            .flatten()
            .map_err(CeremonyError::PhoneUnreachable)?;
        let mut tunnel = Tunnel::open(socket, invitation, advert, step)
            .await
            .map_err(CeremonyError::PhoneUnreachable)?;
        if !tunnel.features().prf {
            tunnel.close().await;
            return Err(CeremonyError::WithoutPrf);
        }

        tunnel
            .send(command, step)
            .await
            .map_err(CeremonyError::PhoneUnreachable)?;
        ask.tell(&Moment::PhoneConnected);
        let answer = timeout(person, tunnel.answer()).await;
        ask.tell(&Moment::Working(AuthenticatorKind::Phone));
        tunnel.close().await;
        answer
            .map_err(|_| CeremonyError::TimedOut)?
            .map_err(CeremonyError::PhoneUnreachable)
    }
}

impl Default for Phone {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone")
    }
}

impl Authenticator for Phone {
    fn kind(&self) -> AuthenticatorKind {
        AuthenticatorKind::Phone
    }

    fn postures(&mut self) -> Result<Vec<Posture>, CeremonyError> {
        // Nothing is known of a phone before it is there.
        match self.advertisements.is_available() {
            true => Ok(Vec::new()),
            false => Err(CeremonyError::NoAuthenticator(Absence::NoBluetooth)),
        }
    }

    fn create(
        &mut self,
        request: &CreateRequest,
        ask: &dyn Interaction,
    ) -> Result<Credential, CeremonyError> {
        relying_party::check(&request.rp_id)?;
        let command = command::make_credential(request).map_err(CeremonyError::Io)?;
        let answer = self.run(Purpose::Create, &command, ask)?;
        answer::created(&answer, request)
    }

    fn evaluate(
        &mut self,
        credential: &Credential,
        inputs: &PrfInputs,
        ask: &dyn Interaction,
    ) -> Result<Evaluation, CeremonyError> {
        relying_party::check(&credential.rp_id)?;
        let command =
            command::get_assertion(credential, &inputs.salts()).map_err(CeremonyError::Io)?;
        let answer = self.run(Purpose::Evaluate, &command, ask)?;
        answer::evaluated(&answer, credential)
    }
}

fn stop_if_cancelled(ask: &dyn Interaction) -> Result<(), CeremonyError> {
    match ask.is_cancelled() {
        true => Err(CeremonyError::Cancelled),
        false => Ok(()),
    }
}

/// Does the work unless the person stops it; dropping the work closes its connection.
async fn unless_cancelled<T>(
    ask: &dyn Interaction,
    work: impl Future<Output = Result<T, CeremonyError>>,
) -> Result<T, CeremonyError> {
    let cancelled = async {
        while !ask.is_cancelled() {
            sleep(TICK).await;
        }
    };
    tokio::select! {
        outcome = work => outcome,
        () = cancelled => Err(CeremonyError::Cancelled),
    }
}
