//! Latchkey's own encrypted SQLite files: schema, import, search, paging.
