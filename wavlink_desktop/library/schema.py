"""The tables of a library file, and how older files become newer ones.

The version is SQLite's `user_version`: major * 2**16 + minor (as qutebrowser keeps it). A minor step adds tables,
columns and indexes; a major step changes what is there. Older programs open neither: they would not keep up what the
newer one added.
"""

import logging
import os
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlite_utils import Database

from wavlink_desktop.library.connections import immediate
from wavlink_desktop.library.errors import NewerLibraryError, NotALibraryError

_log = logging.getLogger(__name__)
VISIBLE = "files.missing_since IS NULL AND files.status = 'ok'"
"""SQL: the file is in and can be found."""
HIDDEN = "(files.missing_since IS NOT NULL OR files.status != 'ok')"
"""SQL: the opposite."""
ROWS_INDEX = "files_rows"
"""Goes through all files without touching the table, see `_ROW_INDEXES`. SQLite is told to take it, as it prefers
smaller indexes that lack a column and send it to the table for every row: ten times the time."""

_SCHEMA = """
CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    library TEXT NOT NULL,                   -- uuid: tells an index cache which library it belongs to
    revision INTEGER NOT NULL,               -- grows with every writing transaction
    generation INTEGER NOT NULL,             -- grows when windows vanish or come back; between, they are only added
    model_id TEXT NOT NULL                   -- the model of the last scan
);
CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,               -- absolute, the system's own bytes
    whole INTEGER NOT NULL                   -- 0: only the files that were asked for by name
);
CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder_id INTEGER NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
    path BLOB NOT NULL,                      -- below the folder, the system's own bytes
    name TEXT NOT NULL,                      -- printable
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    fingerprint BLOB,                        -- of the content; NULL: never read
    duration REAL NOT NULL DEFAULT 0,
    sample_rate INTEGER NOT NULL DEFAULT 0,
    channels INTEGER NOT NULL DEFAULT 0,
    bit_depth INTEGER,
    format TEXT NOT NULL DEFAULT '',
    codec TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    fields TEXT NOT NULL DEFAULT '{}',       -- JSON: what else the file says of itself
    model_id TEXT NOT NULL DEFAULT '',       -- the model that has been over it
    status TEXT NOT NULL DEFAULT 'ok' CHECK (status IN ('ok', 'unreadable', 'retry')),
    problem TEXT,                            -- what is wrong with it, for its user
    missing_since REAL,                      -- seconds since 1970; NULL: it is there
    UNIQUE (folder_id, path)
);
CREATE INDEX files_size ON files (size);
CREATE INDEX files_problem ON files (id) WHERE problem IS NOT NULL;
CREATE TABLE windows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,    -- never used twice: an index cache may rely on it
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    start REAL NOT NULL,
    end REAL NOT NULL,
    vector BLOB NOT NULL                     -- float16 little-endian, unit length
);
CREATE INDEX windows_file ON windows (file_id);
CREATE TABLE tags (
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    vocabulary TEXT NOT NULL,
    label TEXT NOT NULL,
    score REAL NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('sound', 'name', 'metadata', 'person')),
    PRIMARY KEY (file_id, vocabulary, label, source)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE texts USING fts5 (
    name, folder, description, tags, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE TRIGGER files_forget AFTER DELETE ON files BEGIN
    DELETE FROM texts WHERE rowid = old.id;
END;
"""


EMBEDDED = """
CREATE VIRTUAL TABLE embedded USING fts5 (       -- what files say of themselves, by standard name; see fieldstore
    title, description, keywords, catid, category, subcategory, fxname, usercategory, vendorcategory, library,
    designer, manufacturer, creator, source, microphone, location, project, scene, notes, marker,
    tokenize = "porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER files_forget_embedded AFTER DELETE ON files BEGIN
    DELETE FROM embedded WHERE rowid = old.id;
END;
"""


_JOURNAL = """
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL,                  -- one command
    file_id INTEGER REFERENCES files (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('write', 'rename')),
    state TEXT NOT NULL CHECK (state IN ('prepared', 'decided', 'done', 'kept')),
    path BLOB NOT NULL,                      -- absolute, the system's own bytes
    target BLOB NOT NULL,                    -- the temporary file, or the new name
    former BLOB,                             -- what describes the former file in terms of the new one
    written TEXT NOT NULL DEFAULT '{}',      -- JSON: place to text
    before_size INTEGER NOT NULL,
    before_mtime_ns INTEGER NOT NULL,
    after_size INTEGER,
    after_mtime_ns INTEGER,
    after_fingerprint BLOB,
    undoes INTEGER REFERENCES changes (id),
    made REAL NOT NULL                       -- seconds since 1970
);
CREATE INDEX changes_file ON changes (file_id);
CREATE INDEX changes_unfinished ON changes (id) WHERE state IN ('prepared', 'decided');
CREATE INDEX changes_undoes ON changes (undoes) WHERE undoes IS NOT NULL;
"""


_VERDICTS = """
CREATE TABLE rejections (                    -- what a person said a file is not
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    vocabulary TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (file_id, vocabulary, label)
) WITHOUT ROWID;
CREATE TABLE regions (                       -- tags of a part of a long file
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    vocabulary TEXT NOT NULL,
    start REAL NOT NULL,
    end REAL NOT NULL,
    label TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (file_id, vocabulary, start, label)
) WITHOUT ROWID;
CREATE INDEX tags_person ON tags (vocabulary, label) WHERE source = 'person';
"""


_LAYOUT = """
CREATE TABLE layout (                        -- the map: made of the vectors, can be made again; see layout.py
    one INTEGER PRIMARY KEY CHECK (one = 1),
    model_id TEXT NOT NULL,                  -- the model of those vectors
    revision INTEGER NOT NULL,               -- of the library when it was made
    arranged INTEGER NOT NULL,               -- so many clips were laid out together, the others put beside them since
    files BLOB NOT NULL,                     -- ids, ascending: int64 little-endian
    places BLOB NOT NULL                     -- x and y of each: float32 little-endian
);
"""


# All that a list of clips is filtered and sorted by, in the order in which it stands: 2 ms for 10,000 clips, a tenth of
# what reading the table itself takes. And the few files that cannot be found, which every search by name leaves out.
_ROW_INDEXES = """
CREATE INDEX files_rows ON files (
    folder_id, path, name, duration, sample_rate, channels, bit_depth, size, format, model_id, missing_since, status
);
CREATE INDEX files_hidden ON files (id) WHERE missing_since IS NOT NULL OR status != 'ok';
"""

_ORGANISING = """
CREATE TABLE collections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    query TEXT                               -- of a smart one: a search; NULL: the clips in it are listed in members
);
CREATE TABLE members (
    collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,                  -- in the order in which they were added
    PRIMARY KEY (collection_id, file_id)
) WITHOUT ROWID;
CREATE INDEX members_file ON members (file_id);
CREATE TABLE ratings (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5)
);
CREATE INDEX ratings_stars ON ratings (stars);
CREATE TABLE favourites (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE
);
CREATE TABLE plays (
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    played REAL NOT NULL                     -- seconds since 1970, the last time
);
CREATE INDEX plays_played ON plays (played);
CREATE TABLE searches (                      -- what was searched for
    text TEXT PRIMARY KEY COLLATE NOCASE,
    searched REAL NOT NULL,                  -- seconds since 1970, the last time
    times INTEGER NOT NULL
);
CREATE TABLE alike (                         -- clips that sound nearly the same, in groups; see alike.py
    file_id INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
    kin INTEGER NOT NULL                     -- the same in one group
);
CREATE TABLE alike_made (                    -- when those groups were made
    one INTEGER PRIMARY KEY CHECK (one = 1),
    model_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    clips INTEGER NOT NULL
);
CREATE INDEX files_content ON files (fingerprint, size) WHERE fingerprint IS NOT NULL;
CREATE INDEX tags_label ON tags (vocabulary, label);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (texts, row);
"""

# What clips are counted by, in the order in which they are counted: 20 ms for 100,000 clips in 6,000 folders.
_COUNTING = f"""
ALTER TABLE files ADD COLUMN directory TEXT          -- of the path, with the last separator
    GENERATED ALWAYS AS (rtrim(path, replace(path, '{os.sep}', ''))) VIRTUAL;
CREATE INDEX files_directory ON files (folder_id, directory) WHERE missing_since IS NULL AND status = 'ok';
CREATE INDEX files_form ON files (format, sample_rate, channels) WHERE missing_since IS NULL AND status = 'ok';
"""


_ORDERS = """
CREATE INDEX files_by_name ON files (name COLLATE NOCASE) WHERE missing_since IS NULL AND status = 'ok';
CREATE INDEX files_by_duration ON files (duration) WHERE missing_since IS NULL AND status = 'ok';
"""


def _add_orders(database: Database) -> None:
    for statement in _statements(_ORDERS):
        database.execute(statement)


def _add_format_order(database: Database) -> None:
    database.execute(
        """CREATE INDEX files_by_format ON files (format, sample_rate, bit_depth, channels)
        WHERE missing_since IS NULL AND status = 'ok'"""
    )


def _add_row_indexes(database: Database) -> None:
    for statement in _statements(_ROW_INDEXES):
        database.execute(statement)


def _add_organising(database: Database) -> None:
    for statement in _statements(_ORGANISING):
        database.execute(statement)


def _add_counting(database: Database) -> None:
    for statement in _statements(_COUNTING):
        database.execute(statement)


def _add_layout(database: Database) -> None:
    for statement in _statements(_LAYOUT):
        database.execute(statement)


def _add_verdicts(database: Database) -> None:
    for statement in _statements(_VERDICTS):
        database.execute(statement)


def _add_said(database: Database) -> None:
    # JSON, field to [former, new]: so that tagging takes no text of this program's for a person's.
    database.execute("ALTER TABLE changes ADD COLUMN said TEXT NOT NULL DEFAULT '{}'")


def _add_journal(database: Database) -> None:
    for statement in _statements(_JOURNAL):
        database.execute(statement)


def _begin(database: Database) -> None:
    for statement in _statements(_SCHEMA):
        database.execute(statement)
    database.execute("INSERT INTO state VALUES (1, ?, 0, 0, '')", [str(uuid.uuid4())])


def add_embedded(database: Database) -> None:
    """Make the metadata inside files searchable by field, that of known files too."""
    from wavlink_desktop.library import fieldstore  # here: which version a file has can be told without the decoders

    for statement in _statements(EMBEDDED):
        database.execute(statement)
    fieldstore.put_all(database)


def _statements(script: str) -> Iterator[str]:
    """Single statements, so that they can run inside one transaction (`executescript` would commit)."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


MIGRATIONS: list[tuple[int, int, Callable[[Database], None]]] = [
    (1, 0, _begin),
    (1, 1, add_embedded),
    (1, 2, _add_journal),
    (1, 3, _add_verdicts),
    (1, 4, _add_said),
    (1, 5, _add_layout),
    (1, 6, _add_row_indexes),
    (1, 7, _add_organising),
    (1, 8, _add_counting),
    (1, 9, _add_orders),
    (1, 10, _add_format_order),
]
"""`(major, minor, step)`, oldest first: each step takes a file of the version before to that version."""

MAJOR, MINOR = MIGRATIONS[-1][:2]
VERSION = MAJOR << 16 | MINOR
APPLICATION_ID = 0x574C4E4B
"""SQLite's `application_id` of our files: "WLNK"."""
_MAGIC = b"SQLite format 3\0"


def version_of(path: Path) -> int | None:
    """The schema version of the library file at `path`, without so much as a lock on it; None: it is none, or empty.

    Raises OSError where it cannot be read.
    """
    with open(path, "rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC):
        return None
    if not (os.path.isfile(f"{path}-wal") and os.path.getsize(f"{path}-wal")):
        ours = int.from_bytes(header[68:72], "big") == APPLICATION_ID
        return int.from_bytes(header[60:64], "big") if ours else None
    # What was written last, in a new library everything, is not in the file itself yet. A connection that may only
    # read does not move it there.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        (application,), (version,) = (
            connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
        )
    finally:
        connection.close()
    return int(version) if application == APPLICATION_ID else None


def refuse_newer(path: Path) -> None:
    """Raises NewerLibraryError if a newer program wrote the library; the file, and all that lies beside it, is left
    untouched."""
    try:
        version = version_of(path)
    except (OSError, sqlite3.Error):
        return  # whoever opens it will say what is wrong
    if version is not None and version > VERSION:
        raise NewerLibraryError(
            f"The library {path} was written by a newer version of WavLink Desktop (its format is {named(version)}, "
            f"this program knows formats up to {named(VERSION)}). Update the program to open it, or choose another "
            "library; nothing in it was changed."
        )


def named(version: int) -> str:
    """A schema version as people write it: `1.10`."""
    return f"{version >> 16}.{version & 0xFFFF}"


def prepare(database: Database, path: Path) -> None:
    """Bring the file behind `database`, which is not newer than this program, to `VERSION`, in one transaction.

    Raises:
        NotALibraryError: a SQLite file of something else.
    """
    if _pragma(database, "schema_version") != 0 and _pragma(database, "application_id") != APPLICATION_ID:
        raise NotALibraryError(f"{path} is a database of another program. Choose another file for the library.")
    before = _pragma(database, "user_version")
    if before < VERSION:
        _migrate(database)
        _log.info("library %s: %s", path, f"brought up from format {named(before)}" if before else "begun")
    _log.info("library %s: opened, format %s", path, named(VERSION))


def _migrate(database: Database) -> None:
    if _pragma(database, "user_version") == 0:
        database.execute("PRAGMA page_size = 16384")  # 15 vectors a page: 1,092 bytes a window instead of 1,365
    _enable_wal(database)
    with immediate(database):
        version = _pragma(database, "user_version")  # again: another process may have been first
        for major, minor, step in MIGRATIONS:
            if major << 16 | minor > version:
                step(database)
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {max(version, VERSION)}")


def _enable_wal(database: Database) -> None:
    """Patiently: where two processes begin a library at once, SQLite refuses one of them without waiting."""
    for attempts_left in reversed(range(100)):
        try:
            database.enable_wal()
        except sqlite3.OperationalError:
            if not attempts_left:
                raise
            time.sleep(0.05)
        else:
            return


def _pragma(database: Database, name: str) -> int:
    return int(database.execute(f"PRAGMA {name}").fetchone()[0])
