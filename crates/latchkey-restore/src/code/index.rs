//! Codes of what can go wrong with the index.

use latchkey_index::{
    CopyError, ImportError, OpenIndexError, QueryError, RekeyIndexError, SearchError,
    SetMarksError, UpdateError, VerifyError,
};

use super::{ErrorCode, HasCode};

/// The arms that every one of the index's errors has.
macro_rules! index_codes {
    ($error:ident, $($variant:pat => $code:expr),* $(,)?) => {
        impl HasCode for $error {
            fn code(&self) -> ErrorCode {
                match self {
                    $($variant => $code,)*
                    Self::IndexDamaged { .. } => ErrorCode::IndexDamaged,
                    Self::InUse => ErrorCode::InUse,
                    Self::NoSpace => ErrorCode::NoSpace,
                    Self::Permission { .. } => ErrorCode::Permission,
                    Self::Database { .. } => ErrorCode::Io,
                    _ => ErrorCode::Internal,
                }
            }
        }
    };
}

index_codes!(OpenIndexError,
    Self::AlreadyExists { .. } => ErrorCode::AlreadyExists,
    Self::NotFound { .. } => ErrorCode::Io,
    // The keyring opened and holds another key: one of the two files is not this history's.
    Self::KeyDoesNotFit | Self::Unfinished => ErrorCode::IndexDamaged,
    Self::UnknownVersion { .. } => ErrorCode::UnknownVersion,
    Self::Cancelled => ErrorCode::Cancelled,
    Self::Io { source } => source.code(),
);
index_codes!(ImportError,
    Self::Cancelled => ErrorCode::Cancelled,
    Self::ReadOnly => ErrorCode::InUse,
    Self::OtherAccount => ErrorCode::OtherAccount,
    Self::Source { .. } => ErrorCode::Damaged,
    Self::Io { source } => source.code(),
);
index_codes!(QueryError,);
index_codes!(SearchError, Self::NotReady => ErrorCode::InUse);
index_codes!(UpdateError, Self::ReadOnly => ErrorCode::InUse);
index_codes!(SetMarksError,
    Self::NotThere => ErrorCode::Usage,
    Self::TooLarge { .. } => ErrorCode::TooLarge,
    Self::ReadOnly => ErrorCode::InUse,
);
index_codes!(VerifyError,);
index_codes!(CopyError,
    Self::AlreadyExists { .. } => ErrorCode::AlreadyExists,
    Self::CopyDiffers => ErrorCode::IndexDamaged,
    Self::Io { source } => source.code(),
);
index_codes!(RekeyIndexError,
    Self::Cancelled => ErrorCode::Cancelled,
    Self::CopyDiffers => ErrorCode::Io,
    Self::Io { source } => source.code(),
);
