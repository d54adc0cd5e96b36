//! Messages inside the sealed channel: the phone's first one says what it can, then frames with one byte of type.

use serde_cbor_2::Value;

use super::cbor::Map;

/// What a frame is, and what it carries.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Frame<'a> {
    /// The other side is done.
    Shutdown,
    /// A CTAP command or its answer.
    Ctap(&'a [u8]),
    /// Linking, for ceremonies without a scan: not for us.
    Update,
}

impl<'a> Frame<'a> {
    /// Reads an opened message; `None` for a type that is not known.
    pub(super) fn read(message: &'a [u8]) -> Option<Self> {
        let (kind, content) = message.split_first()?;
        match kind {
            0 => Some(Self::Shutdown),
            1 => Some(Self::Ctap(content)),
            2 => Some(Self::Update),
            _ => None,
        }
    }

    /// Writes it.
    pub(super) fn write(&self) -> Vec<u8> {
        match self {
            Self::Shutdown => vec![0],
            Self::Ctap(content) => [&[1], *content].concat(),
            Self::Update => vec![2],
        }
    }
}

/// What a phone says of itself before any frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Features {
    /// Whether it lists the extension `prf`. The encrypted form, hmac-secret, needs a second command: a tunnel has
    /// one only.
    pub(super) prf: bool,
}

impl Features {
    /// Reads the first message: the answer of getInfo inside a map, and linking, which is ignored.
    pub(super) fn read(message: &[u8]) -> Option<Self> {
        let first = Map::read(message)?;
        let getinfo = Map::read(first.bytes_at(1)?)?;
        let listed = match getinfo.at(2) {
            Some(Value::Array(extensions)) => extensions.as_slice(),
            Some(_) => return None,
            None => &[],
        };
        let prf = listed
            .iter()
            .any(|name| matches!(name, Value::Text(name) if name == "prf"));
        Some(Self { prf })
    }
}
