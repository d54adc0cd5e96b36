//! Local times of one named zone, right over every change of the clock.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::error::ExportError;

/// The zone of an export.
#[derive(Debug, Clone)]
pub struct Clock {
    name: String,
    zone: TimeZone,
}

/// A moment as clocks of the zone showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Local {
    /// The day.
    pub date: Date,
    /// The time, to the millisecond.
    pub time: Time,
    /// Seconds east of UTC at that moment.
    pub offset_seconds: i32,
}

impl Local {
    /// `2024-03-17T18:30:05`.
    #[must_use]
    pub fn date_and_time(&self) -> String {
        let (date, time) = (self.date, self.time);
        format!(
            "{date}T{:02}:{:02}:{:02}",
            time.hour(),
            time.minute(),
            time.second()
        )
    }

    /// Whole minutes east of UTC.
    #[must_use]
    pub fn offset_minutes(&self) -> i32 {
        self.offset_seconds.div_euclid(60)
    }

    /// `+01:00`.
    #[must_use]
    pub fn offset(&self) -> String {
        let minutes = self.offset_seconds.abs() / 60;
        let sign = if self.offset_seconds < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl Clock {
    /// The clock of a zone of the IANA database.
    ///
    /// # Errors
    /// [`ExportError::UnknownZone`]: never silently another zone.
    pub fn of(name: &str) -> Result<Self, ExportError> {
        let unknown = || ExportError::UnknownZone {
            name: name.to_owned(),
        };
        let zone = TimeZone::get(name).map_err(|_| unknown())?;
        let name = zone.iana_name().ok_or_else(unknown)?.to_owned();
        Ok(Self { name, zone })
    }

    /// The zone's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The zone itself, for what this clock does not say.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// What clocks showed at a time in milliseconds UTC; `None` where no calendar reaches.
    #[must_use]
    pub fn local(&self, at: i64) -> Option<Local> {
        let zoned = Timestamp::from_millisecond(at)
            .ok()?
            .to_zoned(self.zone.clone());
        Some(Local {
            date: zoned.date(),
            time: zoned.time(),
            offset_seconds: zoned.offset().seconds(),
        })
    }

    /// The offsets that the zone has in the year of a time (milliseconds UTC): in winter and in summer, or one.
    #[must_use]
    pub fn offsets_around(&self, at: i64) -> Vec<i32> {
        let Some(local) = self.local(at) else {
            return Vec::new();
        };
        let mut offsets: Vec<i32> = (1..=12)
            .filter_map(|month| Date::new(local.date.year(), month, 1).ok())
            .filter_map(|day| day.to_zoned(self.zone.clone()).ok())
            .map(|day| day.offset().seconds())
            .collect();
        offsets.sort_unstable();
        offsets.dedup();
        offsets
    }

    /// A time as RFC 3339 in UTC: `2024-03-17T17:30:05.123Z`.
    #[must_use]
    pub fn utc(at: i64) -> Option<String> {
        let time = Timestamp::from_millisecond(at).ok()?;
        Some(format!("{time:.3}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_change_in_spring_and_nobodys_zone_is_guessed() {
        let madrid = Clock::of("Europe/Madrid").unwrap();
        let before = madrid.local(1_711_846_799_999).unwrap();
        let after = madrid.local(1_711_846_800_000).unwrap();
        assert_eq!(before.date_and_time(), "2024-03-31T01:59:59");
        assert_eq!(after.date_and_time(), "2024-03-31T03:00:00");
        assert_eq!(
            (before.offset(), after.offset_minutes()),
            ("+01:00".to_owned(), 120)
        );
        assert_eq!(madrid.offsets_around(1_711_846_800_000), [3600, 7200]);
        assert!(matches!(
            Clock::of("Nowhere/At all"),
            Err(ExportError::UnknownZone { .. })
        ));
        assert!(Clock::of("").is_err());
    }

    #[test]
    fn a_time_in_utc_has_milliseconds_and_an_impossible_one_is_none() {
        let text = Clock::utc(1_711_846_799_007).unwrap();
        assert_eq!(text, "2024-03-31T00:59:59.007Z");
        assert_eq!(Clock::utc(i64::MAX), None);
    }
}
