//! `latchkey keyring show PATH`: the ways in, what to do about them, and what each loss would mean. Needs no key.

use super::place::Place;
use crate::dates;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, clean};
use crate::unlock::slots;
use clap::Args;
use jiff::tz::TimeZone;
use latchkey_keyring::{
    Advice, Drill, DrillVerdict, Holder, LockedKeyring, Loss, Slot, SlotKind, advice, drill,
};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Say what opens a keyring, what to do, and what each loss would mean. What it shows is signed, but by whom is known
/// only once it is opened.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey keyring show chats
  latchkey keyring show /media/stick/keyring.latchkey --json")]
pub(super) struct Show {
    /// Folder of a history, or a keyring file
    path: PathBuf,
}

pub(super) fn run(verb: &Show, output: &Output) -> Result<(), Failure> {
    let locked = Place::of(&verb.path).read()?;
    let found = Found::of(&locked);
    if output.is_json() {
        return output.json(&found.as_json(&locked));
    }
    let facts = [
        ("generation", locked.generation().to_string()),
        ("fingerprint", locked.fingerprint_claimed().to_string()),
    ];
    output.say("show-keyring", &facts)?;
    let zone = Home::find().time_zone();
    for slot in locked.slots() {
        output.text(&slot_line(slot, &zone, output))?;
    }
    if !found.advice.is_empty() {
        output.say("show-advice", &[])?;
    }
    for one in &found.advice {
        let slot = slot_of(one).and_then(|id| locked.slots().find(|slot| slot.id == id));
        let name = slot.map(|slot| slots::name(slot, output.words()));
        let id = format!("advice-{}", word_of_advice(one));
        output.say(&id, &[("slot", name.unwrap_or_default())])?;
    }
    output.say("show-drill", &[])?;
    for drill in &found.drills {
        tell_drill(drill, &locked, output)?;
    }
    Ok(())
}

/// What can be known of a keyring without opening it.
struct Found {
    advice: Vec<Advice>,
    drills: Vec<Drill>,
}

impl Found {
    fn of(locked: &LockedKeyring) -> Self {
        Self {
            advice: advice(locked.slots(), dates::now()),
            drills: Loss::ALL.map(|loss| drill(locked.slots(), loss)).into(),
        }
    }

    fn as_json(&self, locked: &LockedKeyring) -> Value {
        let advice = self
            .advice
            .iter()
            .map(|one| json!({ "what": word_of_advice(one), "slot": slot_of(one) }));
        let drills = self.drills.iter().map(|drill| {
            json!({
                "loss": word_of_loss(drill.loss),
                "verdict": word_of_verdict(drill.verdict),
                "affected": drill.affected,
                "still_open": drill.still_open,
            })
        });
        let accounts = locked
            .accounts()
            .filter_map(|hint| hint.phone_suffix.clone());
        json!({
            "keyring": locked.id(),
            "generation": locked.generation(),
            "fingerprint": locked.fingerprint_claimed().as_str(),
            "phone_suffixes": accounts.collect::<Vec<_>>(),
            "slots": locked.slots().map(slot_json).collect::<Vec<_>>(),
            "advice": advice.collect::<Vec<_>>(),
            "drill": drills.collect::<Vec<_>>(),
        })
    }
}

fn slot_json(slot: &Slot) -> Value {
    let passkey = slot.passkey();
    json!({
        "id": slot.id,
        "kind": slots::kind(slot),
        "authenticator": slots::authenticator(slot),
        "label": slot.label,
        "created": slot.created.as_millisecond(),
        "last_tested": slot.last_tested.map(|at| at.as_millisecond()),
        "synced": passkey.as_ref().map(|passkey| passkey.backed_up),
        "rp_id": passkey.as_ref().map(|passkey| passkey.rp_id.as_str()),
        "organisation": is_of_organisation(slot),
        "counts_as_passkey": slot.counts_as_passkey(),
    })
}

fn is_of_organisation(slot: &Slot) -> bool {
    matches!(&slot.kind, SlotKind::Recovery { holder } if *holder == Holder::Organisation)
}

/// A slot as a line: its name, when it was made and last tried.
fn slot_line(slot: &Slot, zone: &TimeZone, output: &Output) -> String {
    let words = output.words();
    let day = |at: latchkey_keyring::Timestamp| dates::show(at.as_millisecond(), zone);
    let mut parts = vec![
        slots::name(slot, words),
        words.say("slot-created", &[("at", day(slot.created))]),
    ];
    parts.push(match slot.last_tested {
        Some(at) => words.say("slot-last-tested", &[("at", day(at))]),
        None => words.say("slot-never-tested", &[]),
    });
    if let Some(passkey) = slot.passkey() {
        let id = match passkey.backed_up {
            true => "slot-synced",
            false => "slot-bound",
        };
        parts.push(words.say(id, &[]));
    }
    if is_of_organisation(slot) {
        parts.push(words.say("slot-organisation", &[]));
    }
    format!("  {}\n", parts.join(" · "))
}

fn tell_drill(drill: &Drill, locked: &LockedKeyring, output: &Output) -> Result<(), Failure> {
    let words = output.words();
    let open = locked
        .slots()
        .filter(|slot| drill.still_open.contains(&slot.id));
    let loss = words.say(&format!("loss-{}", word_of_loss(drill.loss)), &[]);
    let ways = clean(&slots::names(open, words).join(", "));
    let verdict = format!("drill-{}", word_of_verdict(drill.verdict));
    let answer = words.say(&verdict, &[("ways", ways)]);
    output.text(&format!("  {loss}: {answer}\n"))
}

fn slot_of(advice: &Advice) -> Option<&str> {
    match advice {
        Advice::Untested { slot } => Some(slot),
        _ => None,
    }
}

fn word_of_advice(advice: &Advice) -> &'static str {
    match advice {
        Advice::OnlyOnePasskey => "only_one_passkey",
        Advice::NoPasskey => "no_passkey",
        Advice::Untested { .. } => "untested",
        Advice::NoKit => "no_kit",
        Advice::KitUntested => "kit_untested",
        Advice::SoftwareOnly => "software_only",
    }
}

fn word_of_loss(loss: Loss) -> &'static str {
    match loss {
        Loss::PhoneLost => "phone_lost",
        Loss::SecurityKeyLost => "security_key_lost",
        Loss::ComputerDead => "computer_dead",
        Loss::PinBlocked => "pin_blocked",
    }
}

fn word_of_verdict(verdict: DrillVerdict) -> &'static str {
    match verdict {
        DrillVerdict::NotAffected => "not_affected",
        DrillVerdict::OtherPasskey => "other_passkey",
        DrillVerdict::KitOnly => "kit_only",
        DrillVerdict::PassphraseOnly => "passphrase_only",
        DrillVerdict::Nothing => "nothing",
    }
}
