//! One table that an import writes to: a plain insert while everything is new, and a merge by column where it is not.

use rusqlite::{Connection, Params, Statement};

/// How a row meets one that is there already. What a source does not know never takes anything away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meet {
    /// There is none: the message is new.
    Nothing,
    /// The source is at least as new as every one that had the message: what it knows wins.
    Older,
    /// A newer source had the message: only gaps are filled.
    Newer,
}

/// The statements of one table.
pub(crate) struct Table<'a> {
    tables: &'a Connection,
    name: &'static str,
    keys: &'static [&'static str],
    columns: &'static [&'static str],
    /// The column whose texts are packed.
    packed: Option<&'static str>,
    insert: Option<Statement<'a>>,
    win: Option<Statement<'a>>,
    fill: Option<Statement<'a>>,
}

impl<'a> Table<'a> {
    /// `keys` are the primary key's columns, `columns` the others that an import writes.
    pub(crate) fn new(
        tables: &'a Connection,
        name: &'static str,
        keys: &'static [&'static str],
        columns: &'static [&'static str],
    ) -> Self {
        Self {
            tables,
            name,
            keys,
            columns,
            packed: None,
            insert: None,
            win: None,
            fill: None,
        }
    }

    /// Packs the texts of a column.
    pub(crate) fn packing(self, column: &'static str) -> Self {
        Self {
            packed: Some(column),
            ..self
        }
    }

    /// Writes a row: its key first, then its columns.
    pub(crate) fn put(&mut self, meet: Meet, row: impl Params) -> rusqlite::Result<()> {
        let slot = match meet {
            Meet::Nothing => &mut self.insert,
            Meet::Older => &mut self.win,
            Meet::Newer => &mut self.fill,
        };
        let statement = match slot {
            Some(statement) => statement,
            None => {
                let sql = sql(self.name, self.keys, self.columns, self.packed, meet);
                slot.insert(self.tables.prepare(&sql)?)
            }
        };
        statement.execute(row).map(drop)
    }
}

fn sql(name: &str, keys: &[&str], columns: &[&str], packed: Option<&str>, meet: Meet) -> String {
    let all: Vec<&str> = keys.iter().chain(columns).copied().collect();
    let place = |(n, &column): (usize, &&str)| match packed == Some(column) {
        true => format!("pack(?{n})"),
        false => format!("?{n}"),
    };
    let places: Vec<String> = (1..).zip(&all).map(place).collect();
    let insert = format!(
        "INSERT INTO {name}({}) VALUES({})",
        all.join(", "),
        places.join(", ")
    );
    let merged: Vec<String> = columns
        .iter()
        .map(|column| match meet {
            Meet::Newer => format!("{column} = coalesce({name}.{column}, excluded.{column})"),
            _ => format!("{column} = coalesce(excluded.{column}, {name}.{column})"),
        })
        .collect();
    let keys = keys.join(", ");
    match meet {
        Meet::Nothing => insert,
        _ if columns.is_empty() => format!("{insert} ON CONFLICT({keys}) DO NOTHING"),
        _ => format!(
            "{insert} ON CONFLICT({keys}) DO UPDATE SET {}",
            merged.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::params;

    use super::*;

    #[test]
    fn what_a_source_does_not_know_takes_nothing_away() {
        let database = Connection::open_in_memory().unwrap();
        database
            .execute_batch("CREATE TABLE link(message INTEGER PRIMARY KEY, url TEXT, title TEXT)")
            .unwrap();
        let mut table = Table::new(&database, "link", &["message"], &["url", "title"]);
        let row = || {
            database
                .query_row("SELECT url, title FROM link", [], |row| {
                    Ok((
                        row.get::<_, Option<String>>(0)?,
                        row.get::<_, Option<String>>(1)?,
                    ))
                })
                .unwrap()
        };
        let some = |text: &str| Some(text.to_owned());
        table
            .put(Meet::Nothing, params![1, "a", None::<&str>])
            .unwrap();
        table.put(Meet::Newer, params![1, "b", "B"]).unwrap();
        assert_eq!(row(), (some("a"), some("B")));
        table
            .put(Meet::Older, params![1, None::<&str>, "C"])
            .unwrap();
        assert_eq!(row(), (some("a"), some("C")));
    }
}
