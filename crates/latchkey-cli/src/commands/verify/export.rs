//! `latchkey verify DIR` for an export: what was changed, is missing or was added, and who signed it.

use crate::failure::Failure;
use crate::output::{Output, clean};
use crate::{Done, cancel};
use latchkey_export::KIND;
use latchkey_proof::{Expected, FolderVerdict, SignatureVerdict, verify_folder};
use serde_json::json;
use std::path::Path;

/// Bytes of a signer's file, at most.
const LARGEST: u64 = 64 << 10;

pub(super) fn verify(
    folder: &Path,
    signer: Option<&str>,
    output: &Output,
) -> Result<Done, Failure> {
    let expected = signer.map(expected).transpose()?;
    cancel::listen();
    let verdict = verify_folder(folder, KIND, expected.as_ref(), &mut |_, _| cancel::asked());
    let verdict = verdict.map_err(|error| Failure::from(error).at(folder))?;
    if output.is_json() {
        let (word, signer) = signature(&verdict.signature);
        output.json(&json!({
            "kind": "export",
            "good": verdict.is_good(),
            "files": verdict.good_files,
            "changed": verdict.changed,
            "missing": verdict.missing,
            "added": verdict.added,
            "counts_add_up": verdict.counts_add_up,
            "signature": word,
            "signer": signer,
        }))?;
    } else {
        tell(&verdict, output)?;
    }
    Ok(match verdict.is_good() {
        true => Done::Whole,
        false => Done::LeftOut,
    })
}

/// A signer's file, or a fingerprint.
fn expected(signer: &str) -> Result<Expected, Failure> {
    use std::io::Read as _;
    if let Ok(expected @ Expected::Fingerprint(_)) = Expected::read(signer) {
        return Ok(expected);
    }
    let mut text = String::new();
    let read =
        std::fs::File::open(signer).and_then(|file| file.take(LARGEST).read_to_string(&mut text));
    read.map_err(|error| Failure::of(&error).at(Path::new(signer)))?;
    Expected::read(&text).map_err(|error| Failure::from(error).at(Path::new(signer)))
}

/// The word for a verdict, and the fingerprint where there is one.
fn signature(verdict: &SignatureVerdict) -> (&'static str, Option<&str>) {
    match verdict {
        SignatureVerdict::None => ("none", None),
        SignatureVerdict::Unsigned => ("unsigned", None),
        SignatureVerdict::Good { signer } => ("good", Some(signer)),
        SignatureVerdict::ConsistentSignerUnknown { signer } => ("signer_unknown", Some(signer)),
        SignatureVerdict::OtherSigner { signer } => ("other_signer", Some(signer)),
        SignatureVerdict::Bad(_) => ("bad", None),
    }
}

fn tell(verdict: &FolderVerdict, output: &Output) -> Result<(), Failure> {
    let (word, signer) = signature(&verdict.signature);
    let why = match &verdict.signature {
        SignatureVerdict::Bad(why) => *why,
        _ => "",
    };
    let facts = [
        ("signer", signer.unwrap_or_default().to_owned()),
        ("why", why.to_owned()),
    ];
    let signature = output.words().say(&format!("signature-{word}"), &facts);
    if verdict.is_good() {
        let files = verdict.good_files.to_string();
        return output.say("export-good", &[("files", files), ("signature", signature)]);
    }
    let lists = [
        ("export-changed", &verdict.changed),
        ("export-missing", &verdict.missing),
        ("export-added", &verdict.added),
    ];
    for (id, paths) in lists {
        for path in paths {
            output.say(id, &[("path", clean(path))])?;
        }
    }
    if !verdict.counts_add_up {
        output.say("export-counts", &[])?;
    }
    output.say("export-signature", &[("signature", signature)])
}
