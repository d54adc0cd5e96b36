//! A stand-in for BlueZ on a bus of its own: one adapter, and whatever a test wants to be heard.

use std::collections::HashMap;
use std::os::unix::net::UnixStream;
use std::path::{Path as FilePath, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use dbus::arg::{PropMap, RefArg, Variant};
use dbus::channel::Channel;
use dbus::{Message, Path};

const ADAPTER: &str = "/org/bluez/hci0";
const ADAPTER_INTERFACE: &str = "org.bluez.Adapter1";
const DEVICE_INTERFACE: &str = "org.bluez.Device1";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const OBJECTS: &str = "org.freedesktop.DBus.ObjectManager";

type Objects = HashMap<Path<'static>, HashMap<String, PropMap>>;

/// What happens once somebody listens.
#[derive(Debug, Clone)]
pub(super) enum Happening {
    /// A known device says this in a new advertisement: service number and its content.
    Says(u16, Vec<u8>),
    /// A new device appears with this as its first advertisement.
    Appears(u16, Vec<u8>),
    /// The adapter is switched off.
    SwitchedOff,
    /// The bus goes away.
    BusGone,
}

/// What this computer has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hardware {
    NoBlueZ,
    NoAdapter,
    AdapterOff,
    AdapterOn,
}

/// A bus with a stand-in for BlueZ; both end when this is dropped.
pub(super) struct Bus {
    folder: tempfile::TempDir,
    daemon: Option<Child>,
    over: Arc<AtomicBool>,
    bluez: Option<JoinHandle<Option<Child>>>,
}

impl Bus {
    /// `None` when the program `dbus-daemon` is not installed.
    pub(super) fn start(hardware: Hardware, happenings: Vec<Happening>) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("bus.conf");
        std::fs::write(&config, configuration(&socket(folder.path()))).unwrap();
        let mut daemon = Command::new("dbus-daemon")
            .arg(format!("--config-file={}", config.display()))
            .args(["--nofork", "--nopidfile"])
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let begun = Instant::now();
        while UnixStream::connect(socket(folder.path())).is_err() {
            assert!(
                daemon.try_wait().unwrap().is_none(),
                "the bus did not start"
            );
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "the bus is not there"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        let mut bus = Self {
            folder,
            daemon: Some(daemon),
            over: Arc::default(),
            bluez: None,
        };
        if hardware != Hardware::NoBlueZ {
            bus.bluez = Some(bus.bluez(hardware, happenings));
        }
        Some(bus)
    }

    pub(super) fn address(&self) -> String {
        format!("unix:path={}", socket(self.folder.path()).display())
    }

    fn bluez(
        &mut self,
        hardware: Hardware,
        happenings: Vec<Happening>,
    ) -> JoinHandle<Option<Child>> {
        let mut channel = Channel::open_private(&self.address()).unwrap();
        channel.register().unwrap();
        let name = Message::new_method_call(
            "org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus",
            "RequestName",
        );
        let name = name.unwrap().append2("org.bluez", 0_u32);
        channel
            .send_with_reply_and_block(name, Duration::from_secs(10))
            .unwrap();
        let mut bluez = BlueZ {
            channel,
            hardware,
            happenings,
            service_data: HashMap::new(),
            // It takes the bus with it when the bus is to go.
            daemon: self.daemon.take(),
        };
        let over = self.over.clone();
        std::thread::spawn(move || {
            while !over.load(Ordering::SeqCst) {
                match bluez
                    .channel
                    .blocking_pop_message(Duration::from_millis(20))
                {
                    Ok(Some(message)) => bluez.answer(&message),
                    Ok(None) => {}
                    Err(_) => break,
                }
            }
            bluez.daemon
        })
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        let daemon = match self.bluez.take() {
            Some(thread) => thread.join().ok().flatten(),
            None => self.daemon.take(),
        };
        if let Some(mut daemon) = daemon {
            let _ = daemon.kill();
            let _ = daemon.wait();
        }
    }
}

struct BlueZ {
    channel: Channel,
    hardware: Hardware,
    happenings: Vec<Happening>,
    service_data: HashMap<String, (u16, Vec<u8>)>,
    daemon: Option<Child>,
}

impl BlueZ {
    fn answer(&mut self, message: &Message) {
        let text = |part: Option<&str>| part.unwrap_or_default().to_owned();
        let interface = text(message.interface().as_deref());
        let member = text(message.member().as_deref());
        let path = text(message.path().as_deref());
        let reply = match (interface.as_str(), member.as_str()) {
            (OBJECTS, "GetManagedObjects") => message.method_return().append1(self.objects()),
            (PROPERTIES, "GetAll") if path == ADAPTER => {
                message.method_return().append1(adapter(self.hardware))
            }
            (PROPERTIES, "GetAll") => message.method_return().append1(self.device(&path)),
            (PROPERTIES, "Set") | (ADAPTER_INTERFACE, _) => message.method_return(),
            _ => return,
        };
        self.send(reply);
        if member == "StartDiscovery" {
            for happening in std::mem::take(&mut self.happenings) {
                self.happen(happening);
            }
        }
    }

    fn happen(&mut self, happening: Happening) {
        match happening {
            Happening::Says(service, content) => {
                let path = format!("{ADAPTER}/dev_00_00_00_00_00_01");
                let data = PropMap::from([service_data(service, &content)]);
                self.changed(&path, DEVICE_INTERFACE, data);
            }
            Happening::Appears(service, content) => {
                let path = format!("{ADAPTER}/dev_00_00_00_00_00_02");
                self.service_data.insert(path.clone(), (service, content));
                let interfaces = HashMap::from([(DEVICE_INTERFACE.to_owned(), self.device(&path))]);
                let signal = Message::new_signal("/", OBJECTS, "InterfacesAdded").unwrap();
                self.send(signal.append2(Path::from(path), interfaces));
            }
            Happening::SwitchedOff => {
                self.hardware = Hardware::AdapterOff;
                let powered = ("Powered".to_owned(), variant(false));
                self.changed(ADAPTER, ADAPTER_INTERFACE, PropMap::from([powered]));
            }
            Happening::BusGone => {
                let mut daemon = self.daemon.take().unwrap();
                daemon.kill().unwrap();
                daemon.wait().unwrap();
            }
        }
    }

    fn changed(&self, path: &str, interface: &str, properties: PropMap) {
        let signal = Message::new_signal(path, PROPERTIES, "PropertiesChanged").unwrap();
        let nothing_invalidated: Vec<String> = Vec::new();
        self.send(signal.append3(interface, properties, nothing_invalidated));
    }

    fn send(&self, message: Message) {
        let _ = self.channel.send(message);
        self.channel.flush();
    }

    fn objects(&self) -> Objects {
        let mut objects = Objects::new();
        if self.hardware != Hardware::NoAdapter {
            let interfaces =
                HashMap::from([(ADAPTER_INTERFACE.to_owned(), adapter(self.hardware))]);
            objects.insert(ADAPTER.into(), interfaces);
        }
        objects
    }

    fn device(&self, path: &str) -> PropMap {
        let no = [
            "Paired",
            "Connected",
            "ServicesResolved",
            "Trusted",
            "Blocked",
            "LegacyPairing",
        ];
        let mut properties: PropMap = no
            .into_iter()
            .map(|name| (name.to_owned(), variant(false)))
            .collect();
        properties.insert(
            "Address".to_owned(),
            variant("00:00:00:00:00:01".to_owned()),
        );
        properties.insert("AddressType".to_owned(), variant("random".to_owned()));
        if let Some((service, content)) = self.service_data.get(path) {
            properties.extend([service_data(*service, content)]);
        }
        properties
    }
}

fn adapter(hardware: Hardware) -> PropMap {
    let text = |text: &str| variant(text.to_owned());
    [
        ("Address", text("00:00:00:00:00:00")),
        ("AddressType", text("public")),
        ("Name", text("test")),
        ("Alias", text("test")),
        ("Modalias", text("usb:v1D6Bp0246d0542")),
        ("Powered", variant(hardware == Hardware::AdapterOn)),
        ("Discovering", variant(false)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

fn service_data(service: u16, content: &[u8]) -> (String, Variant<Box<dyn RefArg>>) {
    let uuid = format!("0000{service:04x}-0000-1000-8000-00805f9b34fb");
    let data = PropMap::from([(uuid, variant(content.to_vec()))]);
    ("ServiceData".to_owned(), variant(data))
}

fn variant(value: impl RefArg + 'static) -> Variant<Box<dyn RefArg>> {
    Variant(Box::new(value))
}

fn socket(folder: &FilePath) -> PathBuf {
    folder.join("bus")
}

fn configuration(socket: &FilePath) -> String {
    format!(
        "<busconfig><type>system</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>\
         <policy context=\"default\"><allow user=\"*\"/><allow own=\"*\"/>\
         <allow send_destination=\"*\"/><allow receive_sender=\"*\"/></policy></busconfig>",
        socket.display()
    )
}
