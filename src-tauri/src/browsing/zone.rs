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
    /// Its IANA name.
    pub name: String,
}

impl Zone {
    /// The zone of the settings; the system's where none was chosen, or one that there is not.
    pub fn of(settings: &Settings) -> Self {
        let chosen = Some(settings.time_zone.as_str()).filter(|name| !name.is_empty());
        let zone = chosen.and_then(|name| TimeZone::get(name).ok());
        let zone = zone.unwrap_or_else(TimeZone::system);
        Self {
            offsets: offsets(&zone, Timestamp::now()),
            name: zone.iana_name().unwrap_or("UTC").to_owned(),
        }
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
}
