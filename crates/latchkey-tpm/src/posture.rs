//! What the TPM says of itself: read anew each time, never from a cache.

use tss_esapi::Context;
use tss_esapi::constants::tss::{TPMA_PERMANENT_INLOCKOUT, TPMA_PERMANENT_LOCKOUTAUTHSET};
use tss_esapi::constants::{CapabilityType, PropertyTag};
use tss_esapi::structures::CapabilityData;

use crate::failure::{Code, Failure, of_tpm};
use crate::wire::Posture;

/// Reads the properties (TPM 2.0 Part 2, 6.13) of identity and of protection against guessing.
pub(crate) fn read(tpm: &mut Context) -> Result<Posture, Failure> {
    let permanent = property(tpm, PropertyTag::Permanent)?;
    Ok(Posture {
        manufacturer: letters(property(tpm, PropertyTag::Manufacturer)?),
        firmware: firmware(
            property(tpm, PropertyTag::FirmwareVersion1)?,
            property(tpm, PropertyTag::FirmwareVersion2)?,
        ),
        failures: property(tpm, PropertyTag::LockoutCounter)?,
        max_failures: property(tpm, PropertyTag::MaxAuthFail)?,
        forgiven_after: property(tpm, PropertyTag::LockoutInterval)?,
        locked: permanent & TPMA_PERMANENT_INLOCKOUT != 0,
        lockout_guarded: permanent & TPMA_PERMANENT_LOCKOUTAUTHSET != 0,
    })
}

/// Seconds until the TPM takes one more try; `None` when time alone does not help or it does not say.
pub(crate) fn forgiven_after(tpm: &mut Context) -> Option<u32> {
    let seconds = property(tpm, PropertyTag::LockoutInterval).ok();
    seconds.filter(|&seconds| seconds > 0)
}

/// Not `Context::get_tpm_property`, which remembers its first answer.
fn property(tpm: &mut Context, tag: PropertyTag) -> Result<u32, Failure> {
    let (answer, _) = tpm
        .execute_without_session(|tpm| {
            tpm.get_capability(CapabilityType::TpmProperties, tag.into(), 1)
        })
        .map_err(of_tpm)?;
    let CapabilityData::TpmProperties(properties) = answer else {
        return Err(Code::Io.into());
    };
    let found = properties.find(tag).ok_or(Code::Io)?;
    Ok(found.value())
}

/// Four letters of a vendor id, without what pads it.
fn letters(vendor: u32) -> String {
    let shown = |byte: &u8| byte.is_ascii_graphic();
    let letters = vendor.to_be_bytes().into_iter().filter(shown);
    letters.map(char::from).collect()
}

/// Four numbers, as makers write their versions.
fn firmware(first: u32, second: u32) -> String {
    let halves = |word: u32| (word >> 16, word & 0xffff);
    let ((a, b), (c, d)) = (halves(first), halves(second));
    format!("{a}.{b}.{c}.{d}")
}

#[cfg(test)]
mod tests {
    use super::{firmware, letters};

    #[test]
    fn a_vendor_id_is_its_letters_without_padding() {
        assert_eq!(letters(0x494e_5443), "INTC");
        assert_eq!(letters(0x4942_4d00), "IBM");
        assert_eq!(letters(0x5354_4d20), "STM");
        assert_eq!(letters(0x001b_5b41), "[A");
    }

    #[test]
    fn a_firmware_version_is_four_numbers() {
        assert_eq!(firmware(0x0258_0012, 0), "600.18.0.0");
    }
}
