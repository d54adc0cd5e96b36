//! The way to the TPM: opened for one request, so that a waiting person keeps nobody else out.

use std::path::Path;
use std::str::FromStr;

use rustix::fs::{Access, access};
use rustix::io::Errno;
use tss_esapi::Context;
use tss_esapi::tcti_ldr::{TctiInfo, TctiNameConf};

use crate::failure::{Code, Failure, of_tpm};
use crate::tcti::Way;

/// Opens the TPM that `tcti` names.
pub(crate) fn open(tcti: &str) -> Result<Context, Failure> {
    let way = Way::read(tcti).ok_or(Code::BadRequest)?;
    if let Way::Device(device) = &way {
        check_device(device)?;
    }
    let name = TctiNameConf::from_str(&way.name()).map_err(|_| Code::BadRequest)?;
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
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;
    use std::thread;

    use rustix::thread::{CapabilitySet, CapabilitySets, set_capabilities};

    use super::{Code, check_device, open};

    fn refused(tcti: &str) -> Code {
        open(tcti).err().unwrap().code
    }

    #[test]
    fn a_device_that_is_not_there_is_no_tpm() {
        assert_eq!(refused("device:/dev/tpm4294967296"), Code::NoTpm);
        let nowhere = check_device(Path::new("/dev/null/tpm0"));
        assert_eq!(nowhere, Err(Code::NoTpm));
    }

    #[test]
    fn a_device_that_this_user_may_not_open_is_no_access() {
        let folder = tempfile::tempdir().unwrap();
        let device = folder.path().join("tpm0");
        fs::write(&device, "").unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(&device, fs::Permissions::from_mode(0o000)).unwrap();
        let without_rights = thread::spawn(move || {
            // Root may open everything, so this thread, and no other, gives that right away. It cannot become another
            // user everywhere: a namespace may know only one.
            let none = CapabilitySet::empty();
            let sets = CapabilitySets {
                effective: none,
                permitted: none,
                inheritable: none,
            };
            set_capabilities(None, sets).unwrap();
            check_device(&device)
        });
        assert_eq!(without_rights.join().unwrap(), Err(Code::Access));
    }

    #[test]
    fn a_name_that_is_none_is_a_bad_request() {
        for name in ["", "nothing", "swtpm:port=tcp", "swtpm:host=192.0.2.1"] {
            assert_eq!(refused(name), Code::BadRequest, "{name}");
        }
    }

    #[test]
    fn a_tpm_that_does_not_answer_is_io() {
        // Port 1 is privileged and unused.
        assert_eq!(refused("swtpm:host=127.0.0.1,port=1"), Code::Io);
    }
}
