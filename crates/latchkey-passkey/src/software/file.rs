//! The file of one software passkey: Argon2id of the PIN opens an AES-256-GCM box with 32 random bytes.
//!
//! The file is written whole or not at all, only its owner may read it, and a try is counted on the disk before the PIN
//! is looked at.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use argon2::{Algorithm, Argon2, Params, Version};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::authenticator::Argon2Cost;
use crate::error::{Absence, CeremonyError};
use crate::pin::Pin;

/// Tries before a PIN is blocked, as CTAP2 has them at most.
const TRIES: u8 = 8;

/// Cost of one try: what OWASP asks at least for Argon2id, so that tests stay quick.
const COST: Argon2Cost = Argon2Cost {
    memory_kib: 19 * 1024,
    passes: 2,
    lanes: 1,
};

/// Most memory a file may ask for: a made-up file must not exhaust the machine.
const MAX_MEMORY_KIB: u32 = 1024 * 1024;

/// Most passes and lanes.
const MAX_PASSES: u32 = 64;

/// Length of a file's name, characters.
const NAME_LENGTH: usize = 32;

/// Held while tries are counted, so that two programs do not share one try.
const LOCK_FILE: &str = "lock";

/// One software passkey on the disk.
pub(super) struct PasskeyFile {
    folder: PathBuf,
    name: String,
}

/// What a PIN did.
pub(super) enum Attempt {
    /// It opened the box.
    Right(Zeroizing<[u8; 32]>),
    /// It did not.
    Wrong,
}

/// The file's content; nothing in it is secret by itself.
#[derive(Serialize, Deserialize)]
struct Content {
    latchkey_software_passkey: u32,
    rp_id: String,
    argon2id: Argon2Cost,
    #[serde(with = "hex::serde")]
    pin_salt: [u8; 16],
    #[serde(with = "hex::serde")]
    nonce: [u8; 12],
    #[serde(with = "hex::serde")]
    sealed: Vec<u8>,
    tries: u8,
}

/// HMAC-SHA-256 under the secret: one PRF output.
pub(super) fn prf(secret: &[u8; 32], salt: &[u8; 32]) -> Zeroizing<[u8; 32]> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes keys of any length");
    mac.update(salt);
    Zeroizing::new(mac.finalize().into_bytes().into())
}

impl PasskeyFile {
    /// The file of a credential id, whether it exists or not; `None` when the id is no name of ours.
    pub(super) fn at(folder: &Path, id: &[u8]) -> Option<Self> {
        let hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let ours = id.len() == NAME_LENGTH && id.iter().all(hex);
        ours.then(|| Self {
            folder: folder.to_owned(),
            name: String::from_utf8_lossy(id).into_owned(),
        })
    }

    /// Makes a new one under a PIN and gives its credential id.
    pub(super) fn create(folder: &Path, rp_id: &str, pin: &Pin) -> Result<Vec<u8>, CeremonyError> {
        make_private_folder(folder).map_err(CeremonyError::Io)?;
        let name = hex::encode(random::<{ NAME_LENGTH / 2 }>()?);
        let mut content = Content {
            latchkey_software_passkey: 1,
            rp_id: rp_id.to_owned(),
            argon2id: COST,
            pin_salt: random()?,
            nonce: random()?,
            sealed: Vec::new(),
            tries: TRIES,
        };
        let secret = Zeroizing::new(random::<32>()?);
        content.sealed = content
            .cipher(pin)?
            .encrypt(
                &Nonce::from(content.nonce),
                Payload {
                    msg: &*secret,
                    aad: rp_id.as_bytes(),
                },
            )
            .map_err(|_| invalid("sealing failed"))?;
        let file = Self {
            folder: folder.to_owned(),
            name,
        };
        file.write(&content)?;
        Ok(file.name.into_bytes())
    }

    /// Tries left before the PIN is blocked.
    pub(super) fn tries_left(&self) -> Result<u8, CeremonyError> {
        Ok(self.read()?.tries)
    }

    /// Tries a PIN: counts the try on the disk first, and gives it back when the PIN was right.
    pub(super) fn attempt(&self, rp_id: &str, pin: &Pin) -> Result<Attempt, CeremonyError> {
        let _alone = self.lock().map_err(CeremonyError::Io)?;
        let mut content = self.read()?;
        if content.rp_id != rp_id {
            return Err(CeremonyError::NotThisPasskey);
        }
        content.tries = content
            .tries
            .checked_sub(1)
            .ok_or(CeremonyError::PinBlocked)?;
        self.write(&content)?;
        let sealed = Payload {
            msg: &content.sealed,
            aad: rp_id.as_bytes(),
        };
        let opened = content
            .cipher(pin)?
            .decrypt(&Nonce::from(content.nonce), sealed);
        let Ok(secret) = opened.map(Zeroizing::new) else {
            return Ok(Attempt::Wrong);
        };
        let secret: [u8; 32] = secret
            .as_slice()
            .try_into()
            .map_err(|_| invalid("wrong length"))?;
        content.tries = TRIES;
        self.write(&content)?;
        Ok(Attempt::Right(Zeroizing::new(secret)))
    }

    /// Deletes it; one that is gone already is fine.
    pub(super) fn remove(&self) {
        if let Err(error) = fs::remove_file(self.path()) {
            tracing::debug!(kind = ?error.kind(), "a software passkey was not deleted");
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    fn lock(&self) -> io::Result<File> {
        let file = File::create(self.folder.join(LOCK_FILE))?;
        file.lock()?;
        Ok(file)
    }

    fn read(&self) -> Result<Content, CeremonyError> {
        let bytes = fs::read(self.path()).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => CeremonyError::NoAuthenticator(Absence::NotOnThisComputer),
            _ => CeremonyError::Io(error),
        })?;
        let content: Content =
            serde_json::from_slice(&bytes).map_err(|_| invalid("not a software passkey"))?;
        if content.latchkey_software_passkey == 1 {
            Ok(content)
        } else {
            Err(invalid("a newer software passkey"))
        }
    }

    /// Writes it whole or not at all; the temporary file is made readable for its owner only.
    fn write(&self, content: &Content) -> Result<(), CeremonyError> {
        let write = || -> io::Result<()> {
            let mut beside = tempfile::Builder::new()
                .prefix(".unfinished-")
                .tempfile_in(&self.folder)?;
            beside.write_all(&serde_json::to_vec_pretty(content)?)?;
            beside.as_file().sync_all()?;
            beside.persist(self.path()).map_err(|error| error.error)?;
            File::open(&self.folder)?.sync_all()
        };
        write().map_err(CeremonyError::Io)
    }
}

impl Content {
    fn cipher(&self, pin: &Pin) -> Result<Aes256Gcm, CeremonyError> {
        let Argon2Cost {
            memory_kib,
            passes,
            lanes,
        } = self.argon2id;
        if memory_kib > MAX_MEMORY_KIB || passes > MAX_PASSES || lanes > MAX_PASSES {
            return Err(invalid("costs too much"));
        }
        let params = Params::new(memory_kib, passes, lanes, Some(32))
            .map_err(|_| invalid("no such cost"))?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(pin.as_str().as_bytes(), &self.pin_salt, &mut *key)
            .map_err(|_| invalid("no such cost"))?;
        Ok(Aes256Gcm::new_from_slice(&*key).expect("the key has 32 bytes"))
    }
}

fn random<const N: usize>() -> Result<[u8; N], CeremonyError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| CeremonyError::Io(io::Error::other(error)))?;
    Ok(bytes)
}

fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

fn invalid(why: &'static str) -> CeremonyError {
    CeremonyError::Io(io::Error::new(io::ErrorKind::InvalidData, why))
}
