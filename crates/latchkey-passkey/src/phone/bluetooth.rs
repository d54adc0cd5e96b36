//! Listening for phones: the seam, and this computer's Bluetooth adapter behind it.
//!
//! Nothing is sent by Bluetooth and no device is connected with; adverts of others are looked at and forgotten.

use std::io;
use std::ops::ControlFlow;
use std::time::Duration;

use btleplug::api::bleuuid::uuid_from_u16;
use btleplug::api::{
    Central, CentralEvent, CentralState, Manager as _, Peripheral, PeripheralProperties, ScanFilter,
};
use btleplug::platform::{Adapter, Manager, PeripheralId};
use futures_util::StreamExt;
use tokio::runtime::{Builder, Runtime};
use tokio::time::{Instant, sleep, timeout};

/// Service data of phones: the FIDO Alliance's number, and Google's older one that iPhones use.
const SERVICES: [u16; 2] = [0xfff9, 0xfde2];

/// How often a listener is asked whether to go on.
const TICK: Duration = Duration::from_millis(100);

/// How long Bluetooth may take for an answer. A daemon that is being started takes a moment.
const ANSWER_LIMIT: Duration = Duration::from_secs(3);

/// How often it is made sure that the adapter is still there.
const CHECK_INTERVAL: Duration = Duration::from_secs(5);

/// What a listener is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heard<'a> {
    /// Nothing new; the first one says that listening has begun.
    Nothing,
    /// Service data that may be of a phone.
    Advert(&'a [u8]),
}

/// A way to hear Bluetooth advertisements.
pub(super) trait Advertisements: Send {
    /// Whether they can be heard now: an adapter is there and on. Answers within seconds.
    fn is_available(&mut self) -> bool;

    /// Listens until told to break, and tells something at least every 100 ms.
    ///
    /// # Errors
    /// When the adapter cannot listen or is gone.
    fn listen(&mut self, hear: &mut dyn FnMut(Heard<'_>) -> ControlFlow<()>) -> io::Result<()>;
}

/// This computer's Bluetooth.
pub(super) struct Bluetooth;

impl Advertisements for Bluetooth {
    fn is_available(&mut self) -> bool {
        runtime().is_ok_and(|runtime| {
            let available = runtime.block_on(async {
                let found = timeout(ANSWER_LIMIT, adapter()).await;
                matches!(found, Ok(Ok(_)))
            });
            runtime.shutdown_background();
            available
        })
    }

    fn listen(&mut self, hear: &mut dyn FnMut(Heard<'_>) -> ControlFlow<()>) -> io::Result<()> {
        let runtime = runtime()?;
        // The last thing this future does is to drop the stream of events: its clean-up is a task that panics when
        // D-Bus is gone (bluez-async 0.8), and is never run this way. The closed connection ends the scan.
        let outcome = runtime.block_on(listen(hear));
        runtime.shutdown_background();
        outcome
    }
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

/// The first adapter that is on.
async fn adapter() -> io::Result<Adapter> {
    let manager = Manager::new().await.map_err(io::Error::other)?;
    for adapter in manager.adapters().await.map_err(io::Error::other)? {
        if matches!(adapter.adapter_state().await, Ok(CentralState::PoweredOn)) {
            return Ok(adapter);
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

async fn listen(hear: &mut dyn FnMut(Heard<'_>) -> ControlFlow<()>) -> io::Result<()> {
    let adapter = timeout(ANSWER_LIMIT, adapter()).await??;
    let mut events = timeout(ANSWER_LIMIT, adapter.events())
        .await?
        .map_err(io::Error::other)?;
    // No filter: BlueZ would drop phones that send service data alone, as iPhones do.
    timeout(ANSWER_LIMIT, adapter.start_scan(ScanFilter::default()))
        .await?
        .map_err(io::Error::other)?;

    let mut checked = Instant::now();
    while hear(Heard::Nothing).is_continue() {
        let event = tokio::select! {
            event = events.next() => event.ok_or(io::ErrorKind::ConnectionAborted)?,
            () = sleep(TICK) => {
                if checked.elapsed() > CHECK_INTERVAL {
                    still_on(&adapter).await?;
                    checked = Instant::now();
                }
                continue;
            }
        };
        let service_data = match event {
            CentralEvent::ServiceDataAdvertisement { service_data, .. } => service_data,
            // The first advertisement of a device that was not known is part of what BlueZ says of it.
            CentralEvent::DeviceDiscovered(id) => {
                let known = timeout(TICK, properties(&adapter, &id)).await;
                known.ok().flatten().unwrap_or_default().service_data
            }
            CentralEvent::StateUpdate(CentralState::PoweredOff) => {
                return Err(io::ErrorKind::NotConnected.into());
            }
            _ => continue,
        };
        for service in SERVICES {
            if let Some(advert) = service_data.get(&uuid_from_u16(service))
                && hear(Heard::Advert(advert)).is_break()
            {
                return Ok(());
            }
        }
    }
    Ok(())
}

async fn properties(adapter: &Adapter, id: &PeripheralId) -> Option<PeripheralProperties> {
    let device = adapter.peripheral(id).await.ok()?;
    device.properties().await.ok()?
}

async fn still_on(adapter: &Adapter) -> io::Result<()> {
    match timeout(ANSWER_LIMIT, adapter.adapter_state()).await? {
        Ok(CentralState::PoweredOff) => Err(io::ErrorKind::NotConnected.into()),
        Ok(_) => Ok(()),
        Err(error) => Err(io::Error::other(error)),
    }
}
