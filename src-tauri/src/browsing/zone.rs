//! The person's time zone as the window needs it: what its clocks show, and its name.

use jiff::Timestamp;
use latchkey_index::UtcOffsets;
use latchkey_restore::{Settings, utc_offsets};

/// A zone and its name.
pub struct Zone {
    /// What clocks show in it.
    pub offsets: UtcOffsets,
    /// Its IANA name.
    pub name: String,
}

impl Zone {
    /// The zone of the settings.
    pub fn of(settings: &Settings) -> Self {
        let zone = settings.zone();
        Self {
            offsets: utc_offsets(&zone, Timestamp::now()),
            name: zone.iana_name().unwrap_or("UTC").to_owned(),
        }
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
}
