//! One armored age file: a secret encrypted to every slot's recipient, or a slot's identity to its one opener.
//!
//! ASCII armor, line feeds; any age tool opens the secrets (docs/keyring-format.md 5).

use std::io::{Read, Write};

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::x25519;
use zeroize::Zeroizing;

/// Largest plaintext read from an envelope, bytes: secrets are far shorter (docs/keyring-format.md 5).
const MAX_PLAINTEXT: u64 = 64 * 1024;

/// Why an envelope did not open.
pub(crate) enum UnsealError {
    /// It is encrypted to others.
    NotForUs,
    /// It is no whole age file.
    Damaged,
}

/// Encrypts `plaintext` to all `recipients` as armored text.
pub(crate) fn seal(
    plaintext: &[u8],
    recipients: &[x25519::Recipient],
) -> Result<String, std::io::Error> {
    seal_for(
        plaintext,
        recipients.iter().map(|r| r as &dyn age::Recipient),
    )
}

/// Encrypts `plaintext` to recipients of any sort that may stand together.
pub(crate) fn seal_for<'a>(
    plaintext: &[u8],
    recipients: impl Iterator<Item = &'a dyn age::Recipient>,
) -> Result<String, std::io::Error> {
    let encryptor = age::Encryptor::with_recipients(recipients).map_err(std::io::Error::other)?;
    let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
    let mut writer = encryptor.wrap_output(armor)?;
    writer.write_all(plaintext)?;
    let armored = writer.finish()?.finish()?;
    let text = String::from_utf8(armored).map_err(std::io::Error::other)?;
    Ok(text.replace("\r\n", "\n"))
}

/// Opens an envelope with whichever of `identities` fits.
pub(crate) fn unseal(
    armored: &str,
    identities: &[x25519::Identity],
) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    let opened = unseal_with(armored, identities.iter().map(|i| i as &dyn age::Identity));
    opened.map_err(|error| match error {
        age::DecryptError::NoMatchingKeys => UnsealError::NotForUs,
        _ => UnsealError::Damaged,
    })
}

/// Opens an envelope with identities of any sort.
pub(crate) fn unseal_with<'a>(
    armored: &str,
    identities: impl Iterator<Item = &'a dyn age::Identity>,
) -> Result<Zeroizing<Vec<u8>>, age::DecryptError> {
    let reader = ArmoredReader::new(armored.as_bytes());
    let reader = age::Decryptor::new(reader)?.decrypt(identities)?;
    // Room for the largest secret at once: a growing buffer would leave copies behind.
    let mut plaintext = Zeroizing::new(Vec::with_capacity(4096));
    reader.take(MAX_PLAINTEXT + 1).read_to_end(&mut plaintext)?;
    // A cut secret must never be written back as the whole one.
    match plaintext.len() as u64 > MAX_PLAINTEXT {
        true => Err(age::DecryptError::InvalidHeader),
        false => Ok(plaintext),
    }
}
