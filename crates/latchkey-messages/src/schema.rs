//! The tables and columns that a source really has, and SELECTs made of nothing else.
//!
//! Every table and column is optional to the code above: one that is missing reads as NULL or as no rows.

use std::collections::HashMap;

use rusqlite::Connection;

/// The tables of a source that can be read: no views, no virtual tables.
#[derive(Debug)]
pub(crate) struct Schema {
    tables: HashMap<String, Table>,
}

/// One table as it is.
#[derive(Debug)]
pub(crate) struct Table {
    name: String,
    columns: Vec<String>,
    /// The column that is another name for the row number.
    row_number: Option<String>,
}

/// More tables than the app ever had; a database with more is read as if it ended here.
const MOST_TABLES: usize = 5000;

impl Schema {
    /// Looks at the database's own list.
    pub(crate) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let mut names = Vec::new();
        let mut list =
            connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")?;
        let mut rows = list.query([])?;
        while let Some(row) = rows.next()? {
            let (Some(name), Some(sql)) = (crate::value::text(row, 0), crate::value::text(row, 1))
            else {
                continue;
            };
            // SQLite itself writes these first words, so any others (a virtual table in disguise) are a forger's.
            let sql = sql.to_ascii_uppercase();
            if sql.starts_with("CREATE TABLE ")
                && !sql.contains("WITHOUT ROWID")
                && names.len() < MOST_TABLES
            {
                names.push(name);
            }
        }
        let mut tables = HashMap::new();
        for name in names {
            // A table whose columns cannot be listed is a table we do not have.
            if let Ok(table) = Table::read(connection, name) {
                tables.insert(table.name.to_ascii_lowercase(), table);
            }
        }
        Ok(Self { tables })
    }

    /// A table by its name in lower case.
    pub(crate) fn table(&self, name: &str) -> Option<&Table> {
        self.tables.get(name)
    }

    /// A table that also has all of these columns.
    pub(crate) fn table_with(&self, name: &str, columns: &[&str]) -> Option<&Table> {
        self.table(name)
            .filter(|table| columns.iter().all(|column| table.has(column)))
    }
}

impl Table {
    fn read(connection: &Connection, name: String) -> rusqlite::Result<Self> {
        let mut columns = Vec::new();
        let mut keys = Vec::new();
        let mut list =
            connection.prepare_cached("SELECT name, upper(type), pk FROM pragma_table_info(?1)")?;
        let mut rows = list.query([&name])?;
        while let Some(row) = rows.next()? {
            let column: String = row.get(0)?;
            let declared: String = row.get(1)?;
            if row.get::<_, i64>(2)? > 0 {
                keys.push((column.to_ascii_lowercase(), declared));
            }
            columns.push(column.to_ascii_lowercase());
        }
        let row_number = match keys.as_slice() {
            [(column, declared)] if declared == "INTEGER" => Some(column.clone()),
            _ => None,
        };
        Ok(Self {
            name,
            columns,
            row_number,
        })
    }

    /// The table has this column (named in lower case).
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|own| own == column)
    }

    /// The column is another name for the row number, so that looking a row up by it is fast without any index.
    pub(crate) fn is_row_number(&self, column: &str) -> bool {
        self.row_number.as_deref() == Some(column)
    }

    /// The name as the source spells it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// `SELECT count(*)` for the parameter 1. The condition makes SQLite walk row by row, so that the bound on its
    /// work holds: its short way to count cannot be stopped, and a crafted tree has no end.
    pub(crate) fn count(&self) -> String {
        let mut sql = String::from("SELECT count(*) FROM ");
        quote(&mut sql, &self.name);
        sql.push_str(" WHERE ?1");
        sql
    }

    /// `SELECT rowid, columns… FROM table`; a column that the table does not have is NULL. Column 0 is the row
    /// number, the n-th asked for is column n + 1.
    pub(crate) fn select(&self, columns: &[&str]) -> String {
        let mut sql = String::from("SELECT rowid");
        for column in columns {
            sql.push_str(", ");
            if self.has(column) {
                quote(&mut sql, column)
            } else {
                sql.push_str("NULL")
            }
        }
        sql.push_str(" FROM ");
        quote(&mut sql, &self.name);
        sql
    }
}

/// Appends an identifier in double quotes.
fn quote(sql: &mut String, name: &str) {
    sql.push('"');
    sql.push_str(&name.replace('"', "\"\""));
    sql.push('"');
}
