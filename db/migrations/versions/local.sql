-- Tables of this file alone: the log, its state, the search index, contents of attachments.
-- They are never exchanged row by row, so they have no column "removed".

CREATE TABLE edit (
    id TEXT PRIMARY KEY NOT NULL,
    device INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    author TEXT NOT NULL,
    made_at TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'edit',
    target TEXT,
    first_seq INTEGER,
    last_seq INTEGER
) WITHOUT ROWID;

CREATE INDEX ix_edit_device ON edit (device, stamp);

CREATE TABLE change (
    device INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    edit TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (device, seq)
) WITHOUT ROWID;

CREATE INDEX ix_change_row ON change (row_id);

CREATE TABLE log_state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    workspace TEXT NOT NULL,
    device INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    edit TEXT,
    capture INTEGER NOT NULL,
    triggers TEXT
);

CREATE TABLE search_entry (
    docid INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    row_id TEXT NOT NULL,
    words TEXT NOT NULL
);

CREATE INDEX ix_search_entry_row ON search_entry (row_id);

CREATE VIRTUAL TABLE search USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'trigram');

CREATE TABLE search_stale (
    kind INTEGER NOT NULL,
    row_id TEXT NOT NULL,
    PRIMARY KEY (row_id, kind)
) WITHOUT ROWID;

-- Follows the pointers of people marked as duplicates; a cycle is broken by the smallest id.
CREATE VIEW person_representative (id, representative) AS
WITH RECURSIVE reach (start, node) AS (
    SELECT id, merged_into FROM person WHERE merged_into IS NOT NULL
    UNION
    SELECT reach.start, person.merged_into FROM reach
    JOIN person ON person.id = reach.node WHERE person.merged_into IS NOT NULL
)
SELECT reach.start, coalesce(
    min(CASE WHEN person.merged_into IS NULL THEN reach.node END),
    min(CASE WHEN EXISTS (SELECT 1 FROM reach AS own WHERE own.start = reach.node AND own.node = reach.node)
        THEN reach.node END)
) FROM reach JOIN person ON person.id = reach.node GROUP BY reach.start;

-- The same as a table, kept by triggers on person.merged_into: lists and counts leave these rows out.
CREATE TABLE merged_person (
    id TEXT PRIMARY KEY NOT NULL,
    representative TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE attachment_content (
    sha256 TEXT PRIMARY KEY NOT NULL,
    content BLOB NOT NULL
);
