"""The library's tables, one function a change; what is released here is never edited again."""

from __future__ import annotations

import uuid

from sqlite_utils import Database, Migrations

from storage.db.values import now

MIGRATIONS = Migrations("antou")
APPLICATION_ID = 0x616E746F  # "anto": tells our files from other databases


@MIGRATIONS()
def m001_library(db: Database) -> None:
    """Sources, issues, notices, marks, saved searches and small state.

    `notices.body` is the whole notice as compact JSON. `notices.revision` is that of its last
    change (`changes` holds all), `tombstones` the notices that are gone. A mark names its notice
    without a foreign key: it outlives it.
    """
    for statement in _LIBRARY:
        db.conn.execute(statement)
    db.conn.execute("INSERT INTO library (key, value) VALUES ('id', ?)", [str(uuid.uuid4())])
    db.conn.execute("INSERT INTO library (key, value) VALUES ('created', ?)", [now()])


@MIGRATIONS()
def m002_hints(db: Database) -> None:
    """What a format knows of the lines of a source, beside them; null where it knows nothing."""
    db.conn.execute("ALTER TABLE sources ADD COLUMN hints BLOB")


@MIGRATIONS()
def m003_tasks_and_tags(db: Database) -> None:
    """Notes and bookmarks beside highlights, days when a task is due, tags.

    `taggings.target` is the uuid of a mark or of a notice: neither is referenced, since tags
    outlive a notice as marks do.
    """
    for column in ("kind TEXT NOT NULL DEFAULT 'highlight'", *_TASK_COLUMNS):
        db.conn.execute(f"ALTER TABLE marks ADD COLUMN {column}")
    db.conn.execute(
        "CREATE TABLE taggings (target TEXT NOT NULL, tag TEXT NOT NULL, of_mark INTEGER NOT NULL,"
        " PRIMARY KEY (target, tag)) WITHOUT ROWID"
    )
    db.conn.execute("CREATE INDEX taggings_tag ON taggings (tag)")


@MIGRATIONS()
def m004_live_searches(db: Database) -> None:
    """Kept searches in groups and in an order of the user's, each with what it found.

    A group is a row too (`is_group`); `folder` is the group's uuid, "" at the top. `found` of
    `searches_opened` is what `storage.db.saved_searches` packs. `saved_searches.deleted` lets a
    deletion be taken back.
    """
    for column in _SEARCH_COLUMNS:
        db.conn.execute(f"ALTER TABLE saved_searches ADD COLUMN {column}")
    db.conn.execute(
        "UPDATE saved_searches SET position = (SELECT count(*) FROM saved_searches s"
        " WHERE (s.created, s.uuid) < (saved_searches.created, saved_searches.uuid))"
    )
    db.conn.execute(
        "CREATE TABLE searches_opened"
        " (search TEXT PRIMARY KEY, opened TEXT NOT NULL, found BLOB NOT NULL)"
    )


_SEARCH_COLUMNS = (
    "sort TEXT NOT NULL DEFAULT 'relevance'",
    "is_group INTEGER NOT NULL DEFAULT 0",
    "folder TEXT NOT NULL DEFAULT ''",
    "position INTEGER NOT NULL DEFAULT 0",
    "deleted TEXT",
)


@MIGRATIONS()
def m005_corrections(db: Database) -> None:
    """What the user puts right by hand, kept beside what the recogniser said.

    `notices.recognised` is the recogniser's notice where `body` is a corrected one, else null;
    `issues.recognised` likewise what the source says of an issue. Corrections name notice and
    issue without a foreign key: they outlive them, as marks do; `notice` is "" for those of an
    issue. `kept_places` is where marks stood in each text that a corrected notice had, `settled`
    the warnings of the recogniser that were dealt with, `gazette_names` the spellings of a
    gazette's name that are read as another.
    """
    for statement in _CORRECTIONS:
        db.conn.execute(statement)


@MIGRATIONS()
def m006_versions(db: Database) -> None:
    """Notices that are one document, and pairs that the user has said are two.

    `versions.uuid` and the pairs name notices without referencing them: they outlive them as
    marks do. `chosen` is the main one by the user's will.
    """
    for statement in _VERSIONS:
        db.conn.execute(statement)


_VERSIONS = (
    """CREATE TABLE versions (
        uuid TEXT PRIMARY KEY,
        family TEXT NOT NULL,
        how TEXT NOT NULL,
        chosen INTEGER NOT NULL,
        linked TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX versions_family ON versions (family)",
    """CREATE TABLE versions_apart (
        one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)
    ) WITHOUT ROWID""",
)
_TASK_COLUMNS = ("due TEXT NOT NULL DEFAULT ''", "done TEXT NOT NULL DEFAULT ''")
_LIBRARY = (
    """CREATE TABLE library (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE changes (revision INTEGER PRIMARY KEY)""",
    """CREATE TABLE issues (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        is_issue INTEGER NOT NULL,
        name TEXT, year INTEGER, number INTEGER, serial INTEGER, published TEXT, publisher TEXT,
        issue_key TEXT,
        source_name TEXT NOT NULL,
        imported TEXT NOT NULL,
        recogniser INTEGER NOT NULL,
        around BLOB NOT NULL
    )""",
    # Only an issue whose name, year and number are known has a key to be found again by.
    "CREATE UNIQUE INDEX issues_key ON issues (issue_key) WHERE issue_key IS NOT NULL",
    """CREATE TABLE sources (
        id INTEGER PRIMARY KEY,
        issue_id INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
        current INTEGER NOT NULL,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        lines_hash TEXT NOT NULL,
        size INTEGER NOT NULL,
        imported TEXT NOT NULL,
        lines BLOB NOT NULL,
        kept TEXT NOT NULL,
        data BLOB
    )""",
    "CREATE INDEX sources_issue ON sources (issue_id, current)",
    "CREATE INDEX sources_sha256 ON sources (sha256)",
    "CREATE INDEX sources_lines_hash ON sources (lines_hash)",
    """CREATE TABLE notices (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        issue_id INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
        source_id INTEGER NOT NULL REFERENCES sources (id),
        position INTEGER NOT NULL,
        title TEXT NOT NULL, number TEXT, issuer TEXT, date TEXT, section TEXT, genre TEXT,
        number_key TEXT,
        identity TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        revision INTEGER NOT NULL,
        body BLOB NOT NULL
    )""",
    "CREATE INDEX notices_issue ON notices (issue_id, position)",
    "CREATE INDEX notices_source ON notices (source_id)",
    "CREATE INDEX notices_revision ON notices (revision)",
    "CREATE INDEX notices_number ON notices (number_key) WHERE number_key IS NOT NULL",
    "CREATE INDEX notices_identity ON notices (identity)",
    """CREATE TABLE tombstones (
        uuid TEXT PRIMARY KEY,
        revision INTEGER NOT NULL,
        issue_key TEXT,
        identity TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        summary BLOB NOT NULL,
        body BLOB
    )""",
    "CREATE INDEX tombstones_revision ON tombstones (revision)",
    "CREATE INDEX tombstones_identity ON tombstones (identity)",
    """CREATE TABLE marks (
        uuid TEXT PRIMARY KEY,
        notice TEXT NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL,
        quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
        text_hash TEXT NOT NULL, path TEXT NOT NULL,
        style TEXT NOT NULL, note TEXT NOT NULL, author TEXT NOT NULL,
        created TEXT NOT NULL, changed TEXT NOT NULL, deleted TEXT,
        state TEXT NOT NULL, citation TEXT NOT NULL
    )""",
    "CREATE INDEX marks_notice ON marks (notice, start)",
    """CREATE TABLE saved_searches (
        uuid TEXT PRIMARY KEY, name TEXT NOT NULL, query TEXT NOT NULL, created TEXT NOT NULL
    )""",
    """CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
)
_CORRECTIONS = (
    "ALTER TABLE notices ADD COLUMN recognised BLOB",
    "ALTER TABLE issues ADD COLUMN recognised BLOB",
    "ALTER TABLE tombstones ADD COLUMN recognised BLOB",
    """CREATE TABLE corrections (
        uuid TEXT PRIMARY KEY,
        step TEXT NOT NULL,
        issue_id INTEGER NOT NULL,
        notice TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        kind TEXT NOT NULL,
        payload BLOB NOT NULL,
        author TEXT NOT NULL,
        created TEXT NOT NULL,
        undone TEXT,
        state TEXT NOT NULL,
        reason TEXT NOT NULL
    )""",
    "CREATE INDEX corrections_notice ON corrections (notice, sequence)",
    "CREATE INDEX corrections_issue ON corrections (issue_id, sequence)",
    "CREATE INDEX corrections_step ON corrections (step)",
    """CREATE TABLE kept_places (
        mark TEXT NOT NULL, text_state TEXT NOT NULL, place BLOB NOT NULL,
        PRIMARY KEY (mark, text_state)
    ) WITHOUT ROWID""",
    """CREATE TABLE settled (
        issue_id INTEGER NOT NULL, finding TEXT NOT NULL, how TEXT NOT NULL,
        author TEXT NOT NULL, settled TEXT NOT NULL,
        PRIMARY KEY (issue_id, finding)
    ) WITHOUT ROWID""",
    "CREATE TABLE gazette_names (spelling TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
)

SCHEMA_VERSION = 6
