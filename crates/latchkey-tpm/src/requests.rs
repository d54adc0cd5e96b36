//! From a request's line to its answer. Whatever the line holds, there is an answer.

use crate::failure::{Code, Failure};
use crate::key::{self, Blobs};
use crate::wire::{Answer, Ask, Bytes, Evaluate, Reply, Request, VERSION};
use crate::{posture, tpm};

/// Answers one line.
pub(crate) fn answer(line: &[u8], tcti: &str) -> Reply {
    parse(line).and_then(|ask| carry_out(ask, tcti)).into()
}

fn parse(line: &[u8]) -> Result<Ask, Failure> {
    let request: Request = serde_json::from_slice(line).map_err(|_| Code::BadRequest)?;
    if request.version != VERSION {
        return Err(Code::BadRequest.into());
    }
    Ok(request.ask)
}

fn carry_out(ask: Ask, tcti: &str) -> Result<Answer, Failure> {
    match ask {
        Ask::Posture => posture::read(&mut tpm::open(tcti)?).map(Answer::Posture),
        Ask::Parent => {
            let name = key::parent_name(&mut tpm::open(tcti)?)?;
            Ok(Answer::Parent { name: Bytes(name) })
        }
        Ask::Create(create) => {
            let made = key::create(&mut tpm::open(tcti)?, &create.auth_value)?;
            Ok(Answer::Created {
                private: Bytes(made.private),
                public: Bytes(made.public),
                parent_name: Bytes(made.parent_name),
            })
        }
        Ask::Evaluate(evaluate) => self::evaluate(evaluate, tcti).map(Answer::Outputs),
    }
}

fn evaluate(ask: Evaluate, tcti: &str) -> Result<[crate::wire::Secret; 2], Failure> {
    // Read before the TPM is opened: it never sees what is not of a key of ours.
    let blobs = Blobs::read(ask.private.0, &ask.public.0)?;
    let mut tpm = tpm::open(tcti)?;
    let outputs = key::evaluate(
        &mut tpm,
        blobs,
        &ask.parent_name.0,
        &ask.auth_value,
        &ask.salts,
    );
    outputs.map_err(|failure| match failure.code {
        Code::Lockout => Failure {
            seconds: posture::forgiven_after(&mut tpm),
            ..failure
        },
        _ => failure,
    })
}

#[cfg(test)]
mod tests;
