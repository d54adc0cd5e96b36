//! Which ways to a TPM are taken: a device of this computer, or a software TPM on it.
//!
//! The name comes from the environment of whoever started the asking program. Others than these would send
//! authorisation values over a network, run a program, or open any file.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

/// The port where a software TPM listens when nothing else is said (tpm2-tss, `Tss2_Tcti_Swtpm_Init`).
const USUAL_PORT: u16 = 2321;

/// A way that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Way {
    /// A device node of the kernel's.
    Device(PathBuf),
    /// A software TPM that listens on this computer alone.
    Software { host: IpAddr, port: u16 },
}

impl Way {
    /// Reads a TCTI's name; `None` for every one that is not taken.
    pub(crate) fn read(name: &str) -> Option<Self> {
        let (kind, rest) = match name.split_once(':') {
            Some((kind, rest)) => (kind, Some(rest)),
            None => (name, None),
        };
        match kind {
            "device" => device(rest.unwrap_or("/dev/tpm0")),
            "swtpm" => software(rest.unwrap_or_default()),
            _ => None,
        }
    }

    /// The name as the loader gets it, with nothing in it that was not understood here.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Device(path) => format!("device:{}", path.display()),
            Self::Software { host, port } => format!("swtpm:host={host},port={port}"),
        }
    }
}

/// `/dev/tpm0`, `/dev/tpmrm0` and those beside them.
fn device(path: &str) -> Option<Way> {
    let number = path.strip_prefix("/dev/tpm")?;
    let number = number.strip_prefix("rm").unwrap_or(number);
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| Way::Device(PathBuf::from(path)))
}

/// `host=` and `port=`, each at most once, in any order.
fn software(configuration: &str) -> Option<Way> {
    let (mut host, mut port) = (None, None);
    for member in configuration.split(',').filter(|member| !member.is_empty()) {
        let fresh = match member.split_once('=')? {
            ("host", text) => host.replace(loopback(text)?).is_none(),
            ("port", text) => port.replace(text.parse().ok()?).is_none(),
            _ => false,
        };
        if !fresh {
            return None;
        }
    }
    Some(Way::Software {
        host: host.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        port: port.unwrap_or(USUAL_PORT),
    })
}

/// An address of this computer alone. No name is looked up.
fn loopback(host: &str) -> Option<IpAddr> {
    if host == "localhost" {
        return Some(IpAddr::V4(Ipv4Addr::LOCALHOST));
    }
    host.parse().ok().filter(IpAddr::is_loopback)
}

#[cfg(test)]
mod tests {
    use super::Way;

    fn taken_as(name: &str) -> Option<String> {
        Way::read(name).map(|way| way.name())
    }

    #[test]
    fn devices_of_the_kernel_are_taken() {
        for name in [
            "device:/dev/tpm0",
            "device:/dev/tpmrm0",
            "device:/dev/tpmrm12",
        ] {
            assert_eq!(taken_as(name).as_deref(), Some(name));
        }
        assert_eq!(taken_as("device").as_deref(), Some("device:/dev/tpm0"));
    }

    #[test]
    fn a_software_tpm_is_taken_on_this_computer_alone() {
        for (name, taken) in [
            ("swtpm", "swtpm:host=127.0.0.1,port=2321"),
            ("swtpm:", "swtpm:host=127.0.0.1,port=2321"),
            ("swtpm:port=9,host=localhost", "swtpm:host=127.0.0.1,port=9"),
            ("swtpm:host=127.9.9.9,port=1", "swtpm:host=127.9.9.9,port=1"),
            ("swtpm:host=::1", "swtpm:host=::1,port=2321"),
        ] {
            assert_eq!(taken_as(name).as_deref(), Some(taken));
        }
    }

    #[test]
    fn whatever_goes_elsewhere_or_runs_something_is_not() {
        for name in [
            "",
            "device:",
            "device:/etc/passwd",
            "device:/dev/tpm",
            "device:/dev/tpmrm",
            "device:/dev/tpm0/../mem",
            "device:/tmp/tpm0",
            "device:tpm0",
            "swtpm:host=192.0.2.1,port=2321",
            "swtpm:host=example.com",
            "swtpm:host=localhost.example.com",
            "swtpm:host=2001:db8::1",
            "swtpm:host=0.0.0.0",
            "swtpm:host=127.0.0.1,host=192.0.2.1",
            "swtpm:port=tcp",
            "swtpm:port=99999",
            "swtpm:path=/run/tpm.sock",
            "swtpm:127.0.0.1",
            "mssim:host=127.0.0.1",
            "tabrmd",
            "tabrmd:bus_type=session",
            "cmd:touch /tmp/canary",
            "pcap:device:/dev/tpm0",
            "libtss2-tcti-cmd.so.0:true",
            "/lib/library.so",
            " device",
        ] {
            assert_eq!(taken_as(name), None, "{name}");
        }
    }
}
