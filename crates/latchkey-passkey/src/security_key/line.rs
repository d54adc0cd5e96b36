//! The line to one key: a thread of its own that talks with it, so that a person can stop at any moment.
//!
//! A key's transport reads without a time limit. The thread waits for it; who asked waits for the thread, looks at the
//! person's wish ten times a second, and hangs up by dropping the line: what is under way is cancelled on the key and
//! the device closed, because its late answer would be taken for the next one. The thread logs nothing at all, whatever
//! the libraries under it would say.

use std::fmt;
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;
use webauthn_authenticator_rs::error::WebauthnCError;
use webauthn_authenticator_rs::transport::Token;
use webauthn_authenticator_rs::types::{CableRequestType, CableState, EnrollSampleStatus};
use webauthn_authenticator_rs::ui::UiCallback;

use super::status::{CHANNEL_BUSY, Failure};
use crate::ask::Interaction;
use crate::error::CeremonyError;
use crate::silence::unlogged;

/// How often the person's wish is looked at while a key is waited for.
pub(super) const TICK: Duration = Duration::from_millis(100);

/// How long a key may take for one answer: keys end their own wait for a touch after about 30 seconds.
const ANSWER_TICKS: u32 = 900;

/// How long a key may take to say hello.
const HELLO_LIMIT: Duration = Duration::from_secs(3);

/// How long a key may take for an answer that it has at hand, in ticks.
const AT_HAND_TICKS: u32 = 30;

/// How long hanging up may take. A key that does not even say that it is waiting is left to its thread.
const HANG_UP_LIMIT: Duration = Duration::from_millis(600);

/// How often a busy key is asked again, a tick or two apart.
pub(super) const BUSY_REPEATS: u32 = 3;

/// An open line to one key.
pub(super) struct Line {
    orders: UnboundedSender<Order>,
    /// Dropping it ends what is under way.
    stop: Option<oneshot::Sender<()>>,
    /// Ends when the thread has.
    ended: Receiver<()>,
}

/// Why there is no line to a device that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoLine {
    /// It speaks only U2F.
    OldProtocol,
    /// Another program uses it, or it does not answer.
    Busy,
}

/// A request and where its answer goes.
struct Order {
    request: Vec<u8>,
    answer: Sender<Result<Vec<u8>, WebauthnCError>>,
}

/// An answer that is on its way.
pub(super) struct Pending(Receiver<Result<Vec<u8>, WebauthnCError>>);

impl Line {
    /// Opens the line to a key.
    pub(super) fn open<T: Token + 'static>(token: T) -> Result<Self, NoLine> {
        let (orders, inbox) = unbounded_channel();
        let (stop, stopped) = oneshot::channel();
        let (ending, ended) = mpsc::channel();
        let (hello, greeted) = mpsc::channel();
        let talk = move || {
            let _ending: Sender<()> = ending;
            serve(token, inbox, stopped, &hello);
        };
        let thread = thread::Builder::new().name("security key".to_owned());
        thread.spawn(talk).map_err(|_| NoLine::Busy)?;
        match greeted.recv_timeout(HELLO_LIMIT) {
            Ok(Ok(())) => Ok(Self {
                orders,
                stop: Some(stop),
                ended,
            }),
            Ok(Err(WebauthnCError::NotSupported)) => Err(NoLine::OldProtocol),
            _ => Err(NoLine::Busy),
        }
    }

    /// Sends a request and does not wait.
    pub(super) fn send(&self, request: &[u8]) -> Pending {
        let (answer, pending) = mpsc::channel();
        let request = request.to_vec();
        // Without a thread the answer's sender is dropped here, which is an answer as well.
        let _ = self.orders.send(Order { request, answer });
        Pending(pending)
    }

    /// Sends a request and waits for the answer, or until the person stops it. A key that says that it is busy is asked
    /// again: never to be used for what can cost a try.
    pub(super) fn exchange(
        &self,
        request: &[u8],
        ask: &dyn Interaction,
    ) -> Result<Vec<u8>, Failure> {
        self.repeated(request, ANSWER_TICKS, ask)
    }

    /// As [`Self::exchange`], for what a key answers at once, without a touch: one that does not is busy, or dead.
    pub(super) fn exchange_at_hand(
        &self,
        request: &[u8],
        ask: &dyn Interaction,
    ) -> Result<Vec<u8>, Failure> {
        match self.repeated(request, AT_HAND_TICKS, ask) {
            Err(Failure::Ceremony(CeremonyError::TimedOut)) => Err(CeremonyError::Busy.into()),
            other => other,
        }
    }

    fn repeated(
        &self,
        request: &[u8],
        ticks: u32,
        ask: &dyn Interaction,
    ) -> Result<Vec<u8>, Failure> {
        let mut repeats = 0;
        loop {
            match self.within(request, ticks, ask) {
                Err(Failure::Status(CHANNEL_BUSY)) if repeats < BUSY_REPEATS => {
                    repeats += 1;
                    thread::sleep(TICK * repeats);
                }
                other => return other,
            }
        }
    }

    /// Sends a request one single time, whatever the answer.
    pub(super) fn exchange_once(
        &self,
        request: &[u8],
        ask: &dyn Interaction,
    ) -> Result<Vec<u8>, Failure> {
        self.within(request, ANSWER_TICKS, ask)
    }

    fn within(
        &self,
        request: &[u8],
        ticks: u32,
        ask: &dyn Interaction,
    ) -> Result<Vec<u8>, Failure> {
        if ask.is_cancelled() {
            return Err(CeremonyError::Cancelled.into());
        }
        let pending = self.send(request);
        for _ in 0..ticks {
            let answer = pending.wait();
            if ask.is_cancelled() {
                return Err(CeremonyError::Cancelled.into());
            }
            if let Some(answer) = answer {
                return answer;
            }
        }
        Err(CeremonyError::TimedOut.into())
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        drop(self.stop.take());
        // A new line to the same key must not find this one still there.
        let _ = self.ended.recv_timeout(HANG_UP_LIMIT);
    }
}

impl Pending {
    /// Waits for one tick.
    pub(super) fn wait(&self) -> Option<Result<Vec<u8>, Failure>> {
        match self.0.recv_timeout(TICK) {
            Ok(answer) => Some(answer.map_err(Failure::from)),
            Err(RecvTimeoutError::Timeout) => None,
            // The transport panics on frames of another program's exchange with the same key.
            Err(RecvTimeoutError::Disconnected) => Some(Err(CeremonyError::Busy.into())),
        }
    }
}

/// A runtime for one thread that talks with a device.
pub(super) fn runtime() -> io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
}

fn serve<T: Token>(
    mut token: T,
    mut inbox: UnboundedReceiver<Order>,
    mut stopped: oneshot::Receiver<()>,
    hello: &Sender<Result<(), WebauthnCError>>,
) {
    unlogged(|| {
        let Ok(runtime) = runtime() else { return };
        runtime.block_on(async {
            let greeting = token.init().await;
            let failed = greeting.is_err();
            if hello.send(greeting).is_err() || failed {
                return;
            }
            loop {
                let order = tokio::select! {
                    biased;
                    _ = &mut stopped => break,
                    order = inbox.recv() => order,
                };
                let Some(order) = order else { break };
                let answer = tokio::select! {
                    biased;
                    _ = &mut stopped => None,
                    answer = token.transmit_raw(&order.request, &Silent) => Some(answer),
                };
                let Some(answer) = answer else {
                    let _ = token.cancel().await;
                    // Its late answer comes now, and must not reach the next line to this key.
                    tokio::time::sleep(TICK).await;
                    break;
                };
                let _ = order.answer.send(answer);
            }
            let _ = token.close().await;
        });
    });
}

/// The transport's own way to speak with a person, unused: it cannot tell tries left or be stopped.
struct Silent;

impl fmt::Debug for Silent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Silent")
    }
}

impl UiCallback for Silent {
    fn request_pin(&self) -> Option<String> {
        None
    }

    fn request_touch(&self) {}

    fn processing(&self) {}

    fn fingerprint_enrollment_feedback(&self, _: u32, _: Option<EnrollSampleStatus>) {}

    fn cable_qr_code(&self, _: CableRequestType, _: String) {}

    fn dismiss_qr_code(&self) {}

    fn cable_status_update(&self, _: CableState) {}
}
