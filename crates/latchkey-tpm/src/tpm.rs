//! The way to the TPM: opened for one request, so that a waiting person keeps nobody else out.

use std::path::Path;
use std::str::FromStr;

use rustix::fs::{Access, access};
use rustix::io::Errno;
use tss_esapi::Context;
use tss_esapi::tcti_ldr::{TctiInfo, TctiNameConf};

use crate::failure::{Code, Failure, of_tpm};

/// Opens the TPM that `tcti` names.
pub(crate) fn open(tcti: &str) -> Result<Context, Failure> {
    let name = TctiNameConf::from_str(tcti).map_err(|_| Code::BadRequest)?;
    match tcti.split_once(':') {
        Some(("device", path)) => check_device(Path::new(path))?,
        None if tcti == "device" => check_device(Path::new("/dev/tpm0"))?,
        _ => {}
    }
    // Loads the library for this way, which the loader finds only now.
    TctiInfo::get_info(name.clone()).map_err(|_| Code::NoLibrary)?;
    Context::new(name).map_err(of_tpm)
}

/// Tells an absent device from one that this user may not use: the library's error is the same for both.
fn check_device(device: &Path) -> Result<(), Code> {
    match access(device, Access::READ_OK | Access::WRITE_OK) {
        Ok(()) => Ok(()),
        Err(Errno::NOENT | Errno::NOTDIR | Errno::NXIO | Errno::NODEV) => Err(Code::NoTpm),
        Err(Errno::ACCESS | Errno::PERM | Errno::ROFS) => Err(Code::Access),
        Err(_) => Err(Code::Io),
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, open};

    fn refused(tcti: &str) -> Code {
        open(tcti).err().unwrap().code
    }

    #[test]
    fn a_device_that_is_not_there_is_no_tpm() {
        assert_eq!(refused("device:/dev/no-such-tpm"), Code::NoTpm);
        assert_eq!(refused("device:/dev/null/tpm"), Code::NoTpm);
    }

    #[test]
    fn a_name_that_is_none_is_a_bad_request() {
        for name in ["", "nothing", "swtpm:port=tcp"] {
            assert_eq!(refused(name), Code::BadRequest, "{name}");
        }
    }

    #[test]
    fn a_tpm_that_does_not_answer_is_io() {
        // Port 1 is privileged and unused.
        assert_eq!(refused("swtpm:host=127.0.0.1,port=1"), Code::Io);
    }
}
