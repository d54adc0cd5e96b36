//! `latchkey passkey list|posture|create`: what this computer has to make passkeys with.

use crate::arguments::{CeremonyArguments, Kind};
use crate::asking::{Terminal, name_of, word_of};
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::{Done, enrolment};
use clap::{Args, Subcommand};
use latchkey_passkey::{Absence, Offer, PinState, Posture, try_out};
use latchkey_restore::absence_word;
use serde_json::{Value, json};

/// Authenticators of this computer.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey passkey list --json
  latchkey passkey posture                            how well each protects, as it says itself
  latchkey passkey create --authenticator tpm         can it guard a keyring? Makes a passkey and forgets it")]
pub(crate) struct PasskeyVerbs {
    #[command(subcommand)]
    verb: PasskeyVerb,
}

#[derive(Debug, Subcommand)]
enum PasskeyVerb {
    /// What is here, best first, and what is not and why
    List(Look),
    /// How well each authenticator protects, as far as it says so itself
    Posture(Look),
    /// Try an authenticator out with a throw-away passkey: can it guard a keyring?
    Create(Create),
}

#[derive(Debug, Args)]
struct Look {
    /// Offer the software passkey, too: for demonstrations, never to keep anything safe
    #[arg(long)]
    insecure_demo: bool,
}

#[derive(Debug, Args)]
struct Create {
    /// Which one; without it, the best that is here (never the phone)
    #[arg(long, value_name = "KIND", value_enum)]
    authenticator: Option<Kind>,
    #[command(flatten)]
    ceremony: CeremonyArguments,
}

pub(crate) fn run(verbs: &PasskeyVerbs, output: &Output) -> Result<Done, Failure> {
    match &verbs.verb {
        PasskeyVerb::List(look) => list(look, output)?,
        PasskeyVerb::Posture(look) => posture(look, output)?,
        PasskeyVerb::Create(create) => try_one(create, output)?,
    }
    Ok(Done::Whole)
}

fn list(look: &Look, output: &Output) -> Result<(), Failure> {
    let offers = Home::find().computer(look.insecure_demo)?.offers();
    if output.is_json() {
        let offers: Vec<_> = offers.iter().map(as_json).collect();
        return output.json(&offers);
    }
    for offer in &offers {
        output.text(&format!("{}\n", line(offer, output)))?;
    }
    Ok(())
}

fn as_json(offer: &Offer) -> Value {
    json!({
        "kind": word_of(offer.kind),
        "ready": enrolment::is_ready(offer),
        "absence": offer.absence.map(absence_word),
        "postures": offer.postures,
    })
}

/// An authenticator and its state; for an absent one why, and how to get it.
fn line(offer: &Offer, output: &Output) -> String {
    let words = output.words();
    let name = name_of(offer.kind, words);
    let state = match offer.absence {
        Some(absence) => absent(offer, absence, output),
        None if !enrolment::is_ready(offer) => words.say("not-answering", &[]),
        None => {
            let facts = [("count", offer.postures.len().to_string())];
            words.say(&format!("ready-{}", word_of(offer.kind)), &facts)
        }
    };
    format!("{name}: {state}")
}

fn absent(offer: &Offer, absence: Absence, output: &Output) -> String {
    let failure = enrolment::absent(offer.kind, absence);
    let what = failure.message(output.words());
    match failure.hint(output.words()) {
        Some(hint) => format!("{what}. {hint}"),
        None => what,
    }
}

fn posture(look: &Look, output: &Output) -> Result<(), Failure> {
    let offers = Home::find().computer(look.insecure_demo)?.offers();
    let postures: Vec<_> = offers.iter().flat_map(|offer| &offer.postures).collect();
    if output.is_json() {
        return output.json(&postures);
    }
    if postures.is_empty() {
        output.note("no-postures", &[]);
    }
    for posture in postures {
        tell(posture, output)?;
    }
    Ok(())
}

/// One authenticator: a heading, and a line for each thing it says of itself.
fn tell(posture: &Posture, output: &Output) -> Result<(), Failure> {
    let words = output.words();
    output.text(&format!("{}\n", name_of(posture.kind, words)))?;
    let known = |text: &Option<String>| text.as_deref().map(clean);
    let yes_no = |yes: bool| words.say(if yes { "yes" } else { "no" }, &[]);
    let lines = [
        ("posture-model", known(&posture.model)),
        ("posture-firmware", known(&posture.firmware)),
        (
            "posture-pin",
            Some(words.say(&format!("pin-state-{}", pin_word(posture.pin)), &[])),
        ),
        ("posture-min-pin", Some(posture.min_pin_length.to_string())),
        (
            "posture-retries",
            posture.pin_retries.map(|left| left.to_string()),
        ),
        (
            "posture-built-in",
            posture.built_in_verification.map(yes_no),
        ),
        ("posture-always", Some(yes_no(posture.always_verifies))),
        ("posture-prf", Some(yes_no(posture.prf))),
        ("posture-synced", posture.synced.map(yes_no)),
    ];
    for (id, value) in lines {
        let Some(value) = value else { continue };
        output.say(id, &[("value", value)])?;
    }
    let Some(tpm) = &posture.tpm else {
        return Ok(());
    };
    let facts = [
        ("failures", tpm.failures.to_string()),
        ("max", tpm.max_failures.to_string()),
        ("seconds", tpm.forgiven_after.to_string()),
    ];
    output.say("posture-tpm", &facts)?;
    let guarded = match tpm.lockout_guarded {
        true => "posture-tpm-guarded",
        false => "posture-tpm-unguarded",
    };
    output.say(guarded, &[])
}

fn pin_word(pin: PinState) -> &'static str {
    match pin {
        PinState::Set => "set",
        PinState::NotSet => "not_set",
        PinState::Unsupported => "unsupported",
    }
}

fn try_one(create: &Create, output: &Output) -> Result<(), Failure> {
    let mut computer = Home::find().computer(create.ceremony.insecure_demo)?;
    let kind = enrolment::kind_of(create.authenticator, &mut computer, output)?;
    let person = Terminal::new(output.words(), create.ceremony.pin_stdin)?;
    let tried = computer
        .of(kind)
        .and_then(|authenticator| try_out(authenticator, &person));
    let credential = tried.map_err(|error| enrolment::failed(error.into(), kind, &person))?;
    if output.is_json() {
        return output.json(&json!({
            "works": true,
            "kind": word_of(kind),
            "backup_eligible": credential.backup_eligible,
            "backed_up": credential.backed_up,
            "transports": credential.transports,
        }));
    }
    output.say(
        "passkey-works",
        &[("authenticator", name_of(kind, output.words()))],
    )
}
