//! The person's time zone: the one that was chosen, else the system's; and what clocks show in a zone.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use latchkey_index::UtcOffsets;

use super::Settings;

/// No message is older, in seconds since 1970: 2009-01-01.
const FIRST: i64 = 1_230_768_000;
/// How far ahead changes of the clock are looked up, in seconds.
const AHEAD: i64 = 5 * 366 * 86_400;

impl Settings {
    /// The zone that was chosen; the system's where none was, or one that there is not.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        let chosen = Some(self.time_zone.as_str()).filter(|name| !name.is_empty());
        let chosen = chosen.and_then(|name| TimeZone::get(name).ok());
        chosen.unwrap_or_else(TimeZone::system)
    }
}

/// What clocks show in a zone, from before the first message there can be to five years after `now`.
#[must_use]
pub fn utc_offsets(zone: &TimeZone, now: Timestamp) -> UtcOffsets {
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

    fn zone_named(name: &str) -> TimeZone {
        let settings = Settings {
            time_zone: name.to_owned(),
            ..Settings::default()
        };
        settings.zone()
    }

    #[test]
    fn a_chosen_zone_is_taken_and_an_unknown_one_is_the_systems() {
        assert_eq!(
            zone_named("Europe/Madrid").iana_name(),
            Some("Europe/Madrid")
        );
        assert_eq!(zone_named(""), TimeZone::system());
        assert_eq!(zone_named("Nowhere/At all"), TimeZone::system());
    }

    #[test]
    fn a_zones_summer_times_are_told_and_utc_has_none() {
        let now = "2026-11-23T10:00:00Z".parse().unwrap();
        assert_eq!(utc_offsets(&TimeZone::UTC, now), UtcOffsets::default());
        let text = format!("{:?}", utc_offsets(&zone_named("Europe/Madrid"), now));
        // Summer time of 2024, and of the years to come.
        assert!(
            text.contains("(1711846800000, 7200), (1729990800000, 3600)"),
            "{text}"
        );
        // 2031-03-30, and not the one of the year after next.
        assert!(text.contains("(1932598800000, 7200)"), "{text}");
        assert!(!text.contains("(1964048400000, 7200)"), "{text}");
    }
}
