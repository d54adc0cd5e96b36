-- The floor: the plain sqlite3 program copies the messages of :source into a table with an index by chat and
-- position, and their texts into a contentless FTS5 table. No encryption, no journal, no waiting for the disk.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
BEGIN;
CREATE TABLE copy AS SELECT * FROM source.message WHERE 0;
CREATE INDEX copy_position ON copy(chat_row_id, sort_id);
CREATE VIRTUAL TABLE words USING fts5(text, content='');
INSERT INTO copy SELECT * FROM source.message;
INSERT INTO words(rowid, text) SELECT _id, text_data FROM source.message WHERE text_data IS NOT NULL;
COMMIT;
