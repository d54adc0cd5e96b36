//! Secrets come from the window as raw bodies, never as JSON; our copy is wiped when it is dropped.

use tauri::ipc::{InvokeBody, Request};
use zeroize::Zeroizing;

use crate::views::CommandError;

/// Longer than any kit or key text a person could paste, in bytes.
const LONGEST: usize = 64 * 1024;

/// The text of a raw body.
///
/// # Errors
/// `usage` when the body is JSON, too long or not UTF-8.
pub fn text(request: &Request<'_>) -> Result<Zeroizing<String>, CommandError> {
    from_body(request.body())
}

/// A header that names what the secret is for.
///
/// # Errors
/// `usage` when it is absent.
pub fn header(request: &Request<'_>, name: &str) -> Result<String, CommandError> {
    let value = request
        .headers()
        .get(name)
        .and_then(|value| value.to_str().ok());
    value
        .map(str::to_owned)
        .ok_or(CommandError::usage("a header is missing"))
}

fn from_body(body: &InvokeBody) -> Result<Zeroizing<String>, CommandError> {
    match body {
        InvokeBody::Raw(bytes) if bytes.len() <= LONGEST => std::str::from_utf8(bytes)
            .map(|text| Zeroizing::new(text.to_owned()))
            .map_err(|_| CommandError::usage("the body is not text")),
        InvokeBody::Raw(_) => Err(CommandError::usage("the body is too long")),
        InvokeBody::Json(_) => Err(CommandError::usage("a secret comes as a raw body")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::ErrorCode;

    #[test]
    fn a_raw_body_is_its_text() {
        let body = InvokeBody::Raw(b"4242 4242".to_vec());
        assert_eq!(from_body(&body).unwrap().as_str(), "4242 4242");
    }

    #[test]
    fn json_long_and_broken_bodies_are_refused() {
        let bodies = [
            InvokeBody::Json(serde_json::json!("4242")),
            InvokeBody::Raw(vec![b'4'; LONGEST + 1]),
            InvokeBody::Raw(vec![0xff]),
        ];
        for body in bodies {
            assert_eq!(from_body(&body).unwrap_err().code, ErrorCode::Usage);
        }
    }
}
