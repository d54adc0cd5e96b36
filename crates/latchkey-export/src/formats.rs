//! The formats that this version writes: for each a line here and a file of hooks.

mod json;
mod jsonl;
mod record;

use crate::error::ExportError;
use crate::format::Format;
use crate::request::{ExportRequest, FormatName};

/// Makes the hooks of a format for one export.
type Make = fn(&ExportRequest) -> Box<dyn Format>;

/// What this version writes, in the order in which it is offered.
const FORMATS: &[(FormatName, Make)] = &[
    (FormatName::Json, |_| Box::new(json::Json::default())),
    (FormatName::Jsonl, |_| Box::new(jsonl::Jsonl::default())),
];

/// The formats that this version writes, in the order in which they are offered.
pub fn formats() -> impl Iterator<Item = FormatName> {
    FORMATS.iter().map(|(name, _)| *name)
}

/// The hooks that a request asks for.
pub(crate) fn hooks(request: &ExportRequest) -> Result<Box<dyn Format>, ExportError> {
    let found = FORMATS.iter().find(|(name, _)| *name == request.format);
    let (_, make) = found.ok_or(ExportError::NoSuchFormat {
        format: request.format.as_str(),
    })?;
    Ok(make(request))
}
