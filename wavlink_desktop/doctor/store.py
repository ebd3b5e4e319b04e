"""The library file, its index, and the folders that it knows. Nothing in it is changed."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from wavlink_desktop.doctor.finding import Finding

_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")
_RESTORE = "Restore a copy, or begin a new library and scan your folders again."
_ACCESS = "Check its permissions and its folder's, and that its disk is connected and has room."
_SAID = 5


def library(path: Path) -> Iterator[Finding]:
    """The library at `path`: that it opens, is whole, and can be read by this version; then what hangs on it."""
    from wavlink_desktop.library.schema import VERSION, named, version_of

    try:
        version = version_of(path)
    except FileNotFoundError:
        yield Finding("library", "ok", f"There is none at {path} yet: the first scan begins it.")
        return
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        yield Finding("library", "missing", f"{path} cannot be read: {reason}", _ACCESS)
        return
    if version is None:
        yield Finding("library", "missing", f"{path} is not a WavLink library.", "Choose another one with --library.")
    elif version > VERSION:
        text = f"{path} was written by a newer version (format {named(version)}; this one knows {named(VERSION)})."
        yield Finding("library", "missing", text, "Update the program. The library is left as it is.")
    else:
        try:
            with closing(_opened(path)) as database:
                yield from _whole(path, version, database)
        except sqlite3.Error as error:
            damaged = getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
            yield Finding("library", "missing", f"{path} does not open: {error}", _RESTORE if damaged else _ACCESS)


def faults(database: sqlite3.Connection, check: str = "quick_check") -> list[str]:
    """What SQLite finds wrong with the file, each once; `integrity_check` looks at the indexes, too.

    Before 3.41 it takes values of tables without row ids for missing ones that are there: those are looked at.
    """
    texts = dict.fromkeys(row[0] for row in database.execute(f"PRAGMA {check}(1000000000)"))
    return [text for text in texts if text != "ok" and not _is_there(text, database)]


def _is_there(fault: str, database: sqlite3.Connection) -> bool:
    said = re.fullmatch(r"NULL value in (\w+)\.(\w+)", fault)
    if said is None:
        return False
    table, column = said.groups()
    return not database.execute(f"SELECT EXISTS (SELECT 1 FROM {table} WHERE {column} IS NULL)").fetchone()[0]


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=30)


def _whole(path: Path, version: int, database: sqlite3.Connection) -> Iterator[Finding]:
    from wavlink_desktop.library.schema import VERSION, named

    if found := faults(database):
        yield Finding("library", "missing", f"{path} is damaged: {'; '.join(found[:_SAID])}", _RESTORE)
        return
    files = database.execute("SELECT count(*) FROM files").fetchone()[0]
    older = "" if version == VERSION else f", is brought up to {named(VERSION)} when it is next opened"
    yield Finding("library", "ok", f"{path}: whole, {files:,} files, format {named(version)}{older}")
    yield _index(path, database)
    yield _folders(database)
    if _WATCHES.exists():
        yield _watches(database)


def _index(path: Path, database: sqlite3.Connection) -> Finding:
    """The index of vectors is a cache: it is made again where it does not fit."""
    if not path.with_name(f"{path.name}.hnsw").exists():
        return Finding("index", "ok", "None yet: only a big library has one.")
    try:
        from wavlink_desktop.library import graphfile
        from wavlink_desktop.library.index import COARSE_DIMENSIONS
    except ImportError as error:
        return Finding("index", "warning", f"What reads it does not load: {error}", "Reinstall the program.")
    name, model_id = database.execute("SELECT library, model_id FROM state").fetchone()
    if graphfile.load(path, graphfile.GraphOf(name, model_id, COARSE_DIMENSIONS)) is None:
        text = "It does not fit the library, or is damaged."
        return Finding("index", "warning", text, "Nothing is lost: it is made again while you search.")
    return Finding("index", "ok", "It fits the library.")


def _folders(database: sqlite3.Connection) -> Finding:
    from wavlink_desktop.library.folders import reachable

    known = [row[0] for row in database.execute("SELECT path FROM folders ORDER BY id")]
    away = [os.fsdecode(path) for path in known if not reachable(path)]
    if away:
        advice = "Connect the drive, or say where it is now: wavlink-desktop relink OLD NEW. Its tags are kept."
        return Finding("folders", "warning", f"Offline: {', '.join(away)}", advice)
    return Finding("folders", "ok", f"{len(known)} in the library, all there")


def _watches(database: sqlite3.Connection) -> Finding:
    """Whether the kernel lets a program watch as many folders as there are."""
    allowed = int(_WATCHES.read_text())
    columns = {row[1] for row in database.execute("PRAGMA table_xinfo(files)")}
    if "directory" not in columns:  # before 1.8
        return Finding("watched folders", "ok", f"The system lets programs watch {allowed:,} folders.")
    query = "SELECT count(*) FROM (SELECT DISTINCT folder_id, directory FROM files WHERE missing_since IS NULL)"
    needed = database.execute(query).fetchone()[0]
    text = f"The system lets programs watch {allowed:,} folders; the library has {needed:,}."
    if needed > allowed:
        advice = f"To watch all: sudo sysctl fs.inotify.max_user_watches={2 * needed}. Else rescan by hand (F5)."
        return Finding("watched folders", "warning", text, advice)
    return Finding("watched folders", "ok", text)
