//! The person's time zone as the window needs it: what its clocks show, and its name.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use latchkey_index::UtcOffsets;
use latchkey_restore::{Settings, utc_offsets};

/// A zone and its name.
pub struct Zone {
    /// What clocks show in it.
    pub offsets: UtcOffsets,
    /// Its IANA name; of one without a name, what its clocks show now.
    pub name: String,
    named: bool,
}

impl Zone {
    /// The zone of the settings.
    pub fn of(settings: &Settings) -> Self {
        let (zone, now) = (settings.zone(), Timestamp::now());
        Self {
            offsets: utc_offsets(&zone, now),
            name: name(&zone, now),
            named: zone.iana_name().is_some(),
        }
    }

    /// Its IANA name, where it has one.
    pub fn iana_name(&self) -> Option<&str> {
        self.named.then_some(self.name.as_str())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_zone_is_told_by_its_name() {
        let mut settings = Settings::default();
        settings.time_zone = "Europe/Madrid".to_owned();
        assert_eq!(Zone::of(&settings).name, "Europe/Madrid");
    }

    #[test]
    fn a_zone_without_a_name_is_told_by_its_clocks() {
        let now = "2026-01-15T12:00:00Z".parse().unwrap();
        let by_rules = |rules| TimeZone::posix(rules).unwrap();
        for (zone, told) in [
            (by_rules("CET-1CEST,M3.5.0,M10.5.0/3"), "UTC+01:00"),
            (by_rules("<-0330>3:30"), "UTC-03:30"),
            (TimeZone::fixed(jiff::tz::Offset::UTC), "UTC"),
            (TimeZone::unknown(), "UTC"),
            (TimeZone::get("Europe/Madrid").unwrap(), "Europe/Madrid"),
        ] {
            assert_eq!(name(&zone, now), told);
        }
    }
}
