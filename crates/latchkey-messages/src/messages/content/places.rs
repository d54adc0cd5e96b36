//! Places: where a message, an event or a live share says that something is.

use rusqlite::Row;

use crate::Place;
use crate::messages::tables::{Beside, Tables};
use crate::value;

/// The place that a message shows.
pub(in crate::messages) fn of(tables: &mut Tables<'_>, id: i64) -> rusqlite::Result<Option<Place>> {
    tables.one(Beside::Location, id, |row| {
        let last = point(row, 7).map(|at| (at, value::time(row, 9)));
        Place {
            at: point(row, 1),
            name: value::text(row, 3),
            address: value::text(row, 4),
            url: value::text(row, 5),
            live_seconds: value::unsigned(row, 6).filter(|&seconds| seconds > 0),
            last,
        }
    })
}

/// Latitude and longitude in two columns, where they are a point on Earth; 0, 0 is what an empty row holds.
pub(in crate::messages) fn point(row: &Row<'_>, column: usize) -> Option<(f64, f64)> {
    let (latitude, longitude) = (value::real(row, column)?, value::real(row, column + 1)?);
    let possible = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    (possible && (latitude, longitude) != (0.0, 0.0)).then_some((latitude, longitude))
}
