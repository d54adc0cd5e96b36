//! Where security keys are plugged in: the seam, and this computer's USB behind it.

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use webauthn_authenticator_rs::error::WebauthnCError;
use webauthn_authenticator_rs::transport::Transport;
use webauthn_authenticator_rs::usb::{USBToken, USBTransport};

use super::line::{Line, NoLine, runtime};
use crate::error::CeremonyError;
use crate::silence::unlogged;

/// A way to reach the keys that are plugged in.
pub(super) trait Ports: Send {
    /// Opens a line to every key that is there.
    fn open(&mut self) -> Result<Plugged, CeremonyError>;
}

/// What is plugged in.
#[derive(Default)]
pub(super) struct Plugged {
    /// Keys that can be talked with.
    pub(super) lines: Vec<Line>,
    /// A key is there that this user may not talk to.
    pub(super) denied: bool,
    /// A key is there that only knows U2F.
    pub(super) old: bool,
    /// A key is there that another program uses.
    pub(super) busy: bool,
}

impl Plugged {
    /// Adds what became of one key.
    pub(super) fn add(&mut self, line: Result<Line, NoLine>) {
        match line {
            Ok(line) => self.lines.push(line),
            Err(NoLine::OldProtocol) => self.old = true,
            Err(NoLine::Busy) => self.busy = true,
        }
    }
}

/// This computer's USB.
pub(super) struct Usb {
    /// Where the kernel lists raw HID devices.
    listed: PathBuf,
    /// Where their nodes are.
    nodes: PathBuf,
}

impl Usb {
    pub(super) fn new() -> Self {
        Self {
            listed: PathBuf::from("/sys/class/hidraw"),
            nodes: PathBuf::from("/dev"),
        }
    }
}

impl Ports for Usb {
    fn open(&mut self) -> Result<Plugged, CeremonyError> {
        let mut plugged = Plugged {
            denied: any_refused(&self.listed, |name| is_refused(&self.nodes.join(name))),
            ..Plugged::default()
        };
        for token in usb_tokens()? {
            plugged.add(Line::open(token));
        }
        Ok(plugged)
    }
}

/// The keys that can be opened. On a thread of its own: who calls may already be inside a runtime.
fn usb_tokens() -> Result<Vec<USBToken>, CeremonyError> {
    let list = || -> Result<Vec<USBToken>, WebauthnCError> {
        runtime()?.block_on(async { USBTransport::new().await?.tokens().await })
    };
    let tokens = thread::scope(|scope| scope.spawn(|| unlogged(list)).join());
    let failed = |error: String| CeremonyError::Io(io::Error::other(error));
    match tokens {
        Ok(Ok(tokens)) => Ok(tokens),
        Ok(Err(error)) => Err(failed(error.to_string())),
        Err(_) => Err(failed("listing USB devices failed".to_owned())),
    }
}

/// Whether a FIDO device is there whose node is refused. What a device is can be read without opening it.
fn any_refused(listed: &Path, refused: impl Fn(&OsStr) -> bool) -> bool {
    let Ok(devices) = fs::read_dir(listed) else {
        return false;
    };
    devices.flatten().any(|device| {
        let descriptor = fs::read(device.path().join("device/report_descriptor"));
        descriptor.is_ok_and(|bytes| is_fido(&bytes)) && refused(&device.file_name())
    })
}

fn is_refused(node: &Path) -> bool {
    match OpenOptions::new().read(true).write(true).open(node) {
        Ok(_) => false,
        Err(error) => error.kind() == io::ErrorKind::PermissionDenied,
    }
}

/// Whether a HID report descriptor names the FIDO usage page (CTAP 2.1, 11.2.8.2).
fn is_fido(descriptor: &[u8]) -> bool {
    descriptor.windows(3).any(|item| item == [0x06, 0xd0, 0xf1])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The usual report descriptor of a FIDO key, and the beginning of a mouse's.
    const FIDO: [u8; 7] = [0x06, 0xd0, 0xf1, 0x09, 0x01, 0xa1, 0x01];
    const MOUSE: [u8; 6] = [0x05, 0x01, 0x09, 0x02, 0xa1, 0x01];

    fn kernel_list(devices: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, descriptor) in devices {
            let device = folder.path().join(name).join("device");
            fs::create_dir_all(&device).unwrap();
            fs::write(device.join("report_descriptor"), descriptor).unwrap();
        }
        folder
    }

    #[test]
    fn only_a_refused_fido_device_is_a_refusal() {
        let list = kernel_list(&[("hidraw0", &MOUSE), ("hidraw1", &FIDO)]);
        assert!(any_refused(list.path(), |name| name == "hidraw1"));
        assert!(!any_refused(list.path(), |name| name == "hidraw0"));
        assert!(!any_refused(Path::new("/nowhere"), |_| true));
    }

    #[test]
    fn a_node_that_is_not_there_yet_is_not_refused() {
        let nodes = tempfile::tempdir().unwrap();
        assert!(!is_refused(&nodes.path().join("hidraw1")));
    }

    #[test]
    fn looking_at_usb_gives_no_error_where_nothing_is_plugged_in() {
        let plugged = Usb::new().open().unwrap();
        assert!(!plugged.busy);
    }
}
