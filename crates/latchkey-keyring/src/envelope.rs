//! One secret in one armored age file, encrypted to every slot's recipient.
//!
//! Any age tool opens what is sealed here: X25519 recipients, ASCII armor, line feeds (docs/keyring-format.md 5).

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
    let encryptor =
        age::Encryptor::with_recipients(recipients.iter().map(|r| r as &dyn age::Recipient))
            .map_err(std::io::Error::other)?;
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
    let reader = ArmoredReader::new(armored.as_bytes());
    let decryptor = age::Decryptor::new(reader).map_err(|_| UnsealError::Damaged)?;
    let opened = decryptor.decrypt(identities.iter().map(|i| i as &dyn age::Identity));
    let reader = opened.map_err(|error| match error {
        age::DecryptError::NoMatchingKeys => UnsealError::NotForUs,
        _ => UnsealError::Damaged,
    })?;
    // Room for the largest secret at once: a growing buffer would leave copies behind.
    let mut plaintext = Zeroizing::new(Vec::with_capacity(4096));
    reader
        .take(MAX_PLAINTEXT)
        .read_to_end(&mut plaintext)
        .map_err(|_| UnsealError::Damaged)?;
    Ok(plaintext)
}
