//! The dates of typed filters: a year, a month or a day, as whole days of the caller's time zone.

/// What a clock shows where the caller is: how far it is from UTC, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UtcOffsets {
    /// Before the first change, seconds east of UTC.
    first: i32,
    /// From when on, milliseconds UTC, and how far then; ascending.
    changes: Vec<(i64, i32)>,
}

impl UtcOffsets {
    /// The same all the year, in seconds east of UTC. The default is UTC.
    #[must_use]
    pub fn fixed(seconds: i32) -> Self {
        Self {
            first: seconds,
            changes: Vec::new(),
        }
    }

    /// From this moment on, milliseconds UTC, it is another: summer time begins or ends. In ascending order.
    #[must_use]
    pub fn then(mut self, from: i64, seconds: i32) -> Self {
        self.changes.push((from, seconds));
        self
    }

    /// What a clock there shows at a moment, milliseconds since 1970.
    pub(crate) fn shown(&self, moment: i64) -> i64 {
        let changed = self.changes.partition_point(|(from, _)| *from <= moment);
        let last = changed.checked_sub(1).and_then(|n| self.changes.get(n));
        let seconds = last.map_or(self.first, |change| change.1);
        moment.saturating_add(i64::from(seconds) * 1000)
    }

    /// The moment at which a clock there shows these milliseconds since 1970.
    fn utc(&self, shown: i64) -> i64 {
        let at = |seconds: i32| shown - i64::from(seconds) * 1000;
        let mut changes = self.changes.iter().rev();
        let last = changes.find(|(from, seconds)| at(*seconds) >= *from);
        at(last.map_or(self.first, |change| change.1))
    }
}

/// A stretch of time in milliseconds UTC; `end` is no longer part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) start: i64,
    pub(super) end: i64,
}

const DAY: i64 = 86_400_000;

impl Period {
    /// Reads `2024`, `2024-03` or `2024-03-17`, also with slashes or dots.
    pub(super) fn read(text: &str, offsets: &UtcOffsets) -> Option<Self> {
        let mut parts = text.trim().split(['-', '/', '.']).map(number);
        let year = parts.next()??;
        let month = parts.next();
        let day = parts.next();
        if parts.next().is_some() || !(1..=9999).contains(&year) {
            return None;
        }
        let (first, next) = match (month, day) {
            (None, _) => (days_before(year, 1), days_before(year + 1, 1)),
            (Some(month), None) => {
                let month = month.filter(|month| (1..=12).contains(month))?;
                (days_before(year, month), days_before(year, month + 1))
            }
            (Some(month), Some(day)) => {
                let month = month.filter(|month| (1..=12).contains(month))?;
                let first = days_before(year, month);
                let length = days_before(year, month + 1) - first;
                let day = day.filter(|day| (1..=length).contains(day))?;
                (first + day - 1, first + day)
            }
        };
        Some(Self {
            start: offsets.utc(first * DAY),
            end: offsets.utc(next * DAY),
        })
    }
}

fn number(text: &str) -> Option<i64> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// Days from 1970-01-01 to the first of a month of the Gregorian calendar; month 13 is the next January.
pub(crate) fn days_before(year: i64, month: i64) -> i64 {
    let (year, month) = if month > 12 {
        (year + 1, 1)
    } else {
        (year, month)
    };
    // Years are counted from March, so that the leap day is the last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + (153 * month + 2) / 5 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Option<(i64, i64)> {
        Period::read(text, &UtcOffsets::default())
            .map(|period| (period.start / DAY, period.end / DAY))
    }

    #[test]
    fn years_months_and_days_are_whole() {
        assert_eq!(days("1970"), Some((0, 365)));
        assert_eq!(days("2024"), Some((19_723, 20_089)));
        assert_eq!(days("2024-02"), Some((19_754, 19_783)));
        assert_eq!(days("2024-12"), Some((20_058, 20_089)));
        assert_eq!(days("2024-02-29"), Some((19_782, 19_783)));
        assert_eq!(days("2024/3/17"), Some((19_799, 19_800)));
    }

    #[test]
    fn a_day_begins_where_the_caller_is() {
        let period = Period::read("1970-01-02", &UtcOffsets::fixed(7200)).unwrap();
        assert_eq!(period.start, DAY - 7_200_000);
        assert_eq!(period.end, 2 * DAY - 7_200_000);
    }

    #[test]
    fn summer_time_counts() {
        // Madrid, 2024: summer time from 2024-03-31T01:00Z to 2024-10-27T01:00Z.
        let madrid = UtcOffsets::fixed(3600)
            .then(1_711_846_800_000, 7200)
            .then(1_729_990_800_000, 3600);
        let hours = |text: &str| {
            let period = Period::read(text, &madrid).unwrap();
            (period.end - period.start) / 3_600_000
        };
        assert_eq!(hours("2024-03-30"), 24);
        assert_eq!(hours("2024-03-31"), 23);
        assert_eq!(hours("2024-10-27"), 25);
        assert_eq!(hours("2024-12-01"), 24);
        let summer = Period::read("2024-07-01", &madrid).unwrap();
        assert_eq!(summer.start, 1_719_784_800_000);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "-",
            "0",
            "yesterday",
            "2024-13",
            "2024-00",
            "2023-02-29",
            "2024-02-30",
            "2024-1-1-1",
            "20245",
            "2024-",
            "+2024",
            "９９９９",
            "-2024",
        ] {
            assert_eq!(Period::read(text, &UtcOffsets::default()), None, "{text}");
        }
    }
}
