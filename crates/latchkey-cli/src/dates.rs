//! Dates as people type and read them, in the person's time zone.

use crate::failure::Failure;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The time now.
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// Reads `2026-11-22`, `2026-11-22T18:30` or a full RFC 3339 time, as milliseconds UTC. A date begins at its
/// first moment in the zone.
pub(crate) fn read(text: &str, zone: &TimeZone) -> Result<i64, Failure> {
    if let Ok(time) = text.parse::<Timestamp>() {
        return Ok(time.as_millisecond());
    }
    let local: Result<Zoned, jiff::Error> = match text.parse::<Date>() {
        Ok(date) if !text.contains(['T', ' ']) => date.to_zoned(zone.clone()),
        _ => text
            .parse::<DateTime>()
            .and_then(|time| time.to_zoned(zone.clone())),
    };
    local
        .map(|time| time.timestamp().as_millisecond())
        .map_err(|_| Failure::usage("bad_date").detail(text))
}

/// A time as a person reads it, to the minute.
pub(crate) fn show(ms: i64, zone: &TimeZone) -> String {
    Timestamp::from_millisecond(ms).map_or_else(
        |_| "?".to_owned(),
        |time| {
            time.to_zoned(zone.clone())
                .strftime("%Y-%m-%d %H:%M")
                .to_string()
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_begin_in_the_persons_zone_and_summer_time_counts() {
        let madrid = TimeZone::get("Europe/Madrid").unwrap();
        assert_eq!(read("2026-07-01", &madrid).unwrap(), 1_782_856_800_000);
        assert_eq!(
            read("2026-01-01T12:00", &madrid).unwrap(),
            1_767_265_200_000
        );
        assert_eq!(
            read("2026-07-01T00:00:00Z", &madrid).unwrap(),
            1_782_864_000_000
        );
        assert_eq!(show(1_782_856_800_000, &madrid), "2026-07-01 00:00");
        assert!(read("yesterday", &madrid).is_err());
    }
}
