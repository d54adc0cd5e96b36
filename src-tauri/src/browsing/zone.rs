//! The person's time zone: the one that was chosen, else the system's.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use latchkey_index::UtcOffsets;
use latchkey_restore::Settings;

/// No message is older, in seconds since 1970: 2009-01-01.
const FIRST: i64 = 1_230_768_000;
/// How far ahead changes of the clock are looked up, in seconds.
const AHEAD: i64 = 5 * 366 * 86_400;

/// A zone and its name.
pub struct Zone {
    /// What clocks show in it.
    pub offsets: UtcOffsets,
    /// Its IANA name; of one without a name, what its clocks show now.
    pub name: String,
}

impl Zone {
    /// The zone of the settings; the system's where none was chosen, or one that there is not.
    pub fn of(settings: &Settings) -> Self {
        let chosen = Some(settings.time_zone.as_str()).filter(|name| !name.is_empty());
        let zone = chosen.and_then(|name| TimeZone::get(name).ok());
        let zone = zone.unwrap_or_else(TimeZone::system);
        let now = Timestamp::now();
        Self {
            offsets: offsets(&zone, now),
            name: name(&zone, now),
        }
    }
}

/// The system's zone need not have a name: a copied file, or rules in the environment.
fn name(zone: &TimeZone, now: Timestamp) -> String {
    if let Some(name) = zone.iana_name() {
        return name.to_owned();
    }
    let seconds = zone.to_offset(now).seconds();
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    match minutes {
        0 => "UTC".to_owned(),
        _ => format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60),
    }
}

fn offsets(zone: &TimeZone, now: Timestamp) -> UtcOffsets {
    let Ok(from) = Timestamp::from_second(FIRST) else {
        return UtcOffsets::default();
    };
    let first = UtcOffsets::fixed(zone.to_offset(from).seconds());
    let last = now.as_second() + AHEAD;
    zone.following(from)
        .take_while(|change| change.timestamp().as_second() < last)
        .fold(first, |offsets, change| {
            let at = change.timestamp().as_millisecond();
            offsets.then(at, change.offset().seconds())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_zone_has_its_summer_times_and_an_unknown_one_is_the_systems() {
        let zone_named = |name: &str| {
            let mut settings = Settings::default();
            name.clone_into(&mut settings.time_zone);
            Zone::of(&settings)
        };
        let madrid = zone_named("Europe/Madrid");
        assert_eq!(madrid.name, "Europe/Madrid");
        let text = format!("{:?}", madrid.offsets);
        // Summer time of 2024.
        assert!(text.contains("(1711846800000, 7200), (1729990800000, 3600)"));
        let system = zone_named("");
        assert_eq!(zone_named("Nowhere/At all").name, system.name);
    }

    #[test]
    fn a_zone_without_a_name_is_told_by_its_clocks() {
        let now = "2026-01-15T12:00:00Z".parse().unwrap();
        for (zone, told) in [
            (
                TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap(),
                "UTC+01:00",
            ),
            (TimeZone::posix("<-0330>3:30").unwrap(), "UTC-03:30"),
            (TimeZone::fixed(jiff::tz::Offset::UTC), "UTC"),
            (TimeZone::unknown(), "UTC"),
            (TimeZone::get("Europe/Madrid").unwrap(), "Europe/Madrid"),
        ] {
            assert_eq!(name(&zone, now), told);
        }
    }
}
