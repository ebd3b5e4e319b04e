"""What a scan's first tier writes: folders, and files from their headers. Functions run inside a transaction."""

import json
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from wavlink_desktop.audio import AudioInfo
from wavlink_desktop.library import fieldstore, vectors
from wavlink_desktop.library.folders import SEPARATOR, Folder, relative
from wavlink_desktop.library.texts import folder_words, name_words, printable, storable
from wavlink_desktop.library.walk import Found

Status = Literal["ok", "unreadable", "retry"]
"""`retry`: unreadable for a reason that does not show in the file's size and time, such as its permissions."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue knows of a file: enough to tell whether it changed."""

    id: int
    size: int
    mtime_ns: int
    status: Status
    missing: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of reading a file: its fingerprint, and either its headers or what is wrong with it."""

    fingerprint: bytes | None
    info: AudioInfo | None
    status: Status
    problem: str | None


@dataclass(frozen=True, slots=True)
class Lost:
    """A file that is not where it was: it may turn up elsewhere."""

    id: int
    name: str


def add_folder(database: Database, path: bytes, real: bytes, whole: bool) -> int:
    """Add a folder, adopting the library folders that lie inside it; gives its id."""
    database.execute(
        "INSERT INTO folders (path, whole) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET whole = max(whole, ?)",
        [path, whole, whole],
    )
    row = database.execute("SELECT id FROM folders WHERE path = ?", [path]).fetchone()
    inside = [
        (folder, way)
        for folder in folders(database)
        if whole and folder.id != row[0] and (way := relative(folder.real(), real)) is not None
    ]
    for folder, way in inside:
        _adopt(database, row[0], path, folder, way)
    return int(row[0])


def folders(database: Database) -> list[Folder]:
    """The library's folders, in the order in which they were added."""
    rows = database.execute("SELECT id, path, whole FROM folders ORDER BY id")
    return [Folder(number, path, bool(whole)) for number, path, whole in rows]


def known_files(database: Database, folder_id: int) -> dict[bytes, Known]:
    """Every file of a folder that the catalogue has ever seen, by its path below the folder."""
    rows = database.execute(
        "SELECT path, id, size, mtime_ns, status, missing_since IS NOT NULL FROM files WHERE folder_id = ?", [folder_id]
    )
    return {
        path: Known(number, size, mtime, status, bool(missing)) for path, number, size, mtime, status, missing in rows
    }


def lost_files(database: Database, gone: Iterable[int], away: Iterable[int]) -> dict[tuple[int, bytes], list[Lost]]:
    """Files that may have moved, by size and fingerprint: `gone` or missing ones, those of folders that are `away`."""
    rows = database.execute(
        """SELECT size, fingerprint, id, name FROM files WHERE fingerprint IS NOT NULL AND (
            missing_since IS NOT NULL OR folder_id IN (SELECT value FROM json_each(?))
            OR id IN (SELECT value FROM json_each(?)))""",
        [json.dumps(list(away)), json.dumps(list(gone))],
    )
    lost: dict[tuple[int, bytes], list[Lost]] = {}
    for size, fingerprint, number, name in rows:
        lost.setdefault((size, fingerprint), []).append(Lost(number, name))
    return lost


def put_new(database: Database, folder: Folder, found: Found, reading: Reading) -> None:
    """Take in a file that the catalogue has never seen."""
    name, words = _texts(folder, found.path)
    columns = {"folder_id": folder.id, "path": found.path, "name": name, **_columns(found, reading)}
    marks = ", ".join("?" * len(columns))
    cursor = database.execute(f"INSERT INTO files ({', '.join(columns)}) VALUES ({marks})", list(columns.values()))
    database.execute(
        "INSERT INTO texts (rowid, name, folder, description, tags) VALUES (?, ?, ?, ?, '')",
        [cursor.lastrowid, *words, _description(reading)],
    )
    fieldstore.put(database, int(cursor.lastrowid or 0), _fields(reading))


def put_again(database: Database, file_id: int, found: Found, reading: Reading) -> None:
    """Take in a file once more. Its tags stay; its vectors go if the content is another."""
    before, was_visible = database.execute(
        "SELECT fingerprint, missing_since IS NULL AND status = 'ok' FROM files WHERE id = ?", [file_id]
    ).fetchone()
    columns = {**_columns(found, reading), "missing_since": None}
    if reading.fingerprint is None:
        del columns["fingerprint"]  # not read: what it was is still the best guess
    elif reading.fingerprint != before:
        vectors.drop(database, file_id)
        columns["model_id"] = ""
    changes = ", ".join(f"{column} = ?" for column in columns)
    database.execute(f"UPDATE files SET {changes} WHERE id = ?", [*columns.values(), file_id])
    database.execute("UPDATE texts SET description = ? WHERE rowid = ?", [_description(reading), file_id])
    fieldstore.put(database, file_id, _fields(reading))
    if bool(was_visible) != (reading.status == "ok"):
        reshuffled(database)


def move(database: Database, file_id: int, folder: Folder, found: Found) -> None:
    """A lost file has turned up: its row, with its id, vectors and tags, moves there."""
    name, words = _texts(folder, found.path)
    database.execute(
        "UPDATE files SET folder_id = ?, path = ?, name = ?, mtime_ns = ?, missing_since = NULL WHERE id = ?",
        [folder.id, found.path, name, found.mtime_ns, file_id],
    )
    database.execute("UPDATE texts SET name = ?, folder = ? WHERE rowid = ?", [*words, file_id])
    reshuffled(database)


def rename(database: Database, file_id: int, folder: Folder, path: bytes) -> None:
    """The file has another name; `path` is below `folder`. Unlike `move`, it was there all the time."""
    name, words = _texts(folder, path)
    database.execute("UPDATE files SET path = ?, name = ? WHERE id = ?", [path, name, file_id])
    database.execute("UPDATE texts SET name = ?, folder = ? WHERE rowid = ?", [*words, file_id])


def mark_missing(database: Database, file_ids: Iterable[int]) -> None:
    """The files are gone: searches pass them over; tags and vectors are kept for when they come back."""
    database.execute(
        "UPDATE files SET missing_since = ? WHERE id IN (SELECT value FROM json_each(?))",
        [time.time(), json.dumps(list(file_ids))],
    )
    reshuffled(database)


def mark_back(database: Database, file_ids: Iterable[int]) -> None:
    """Missing files are there again, unchanged."""
    database.execute(
        "UPDATE files SET missing_since = NULL WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(file_ids))],
    )
    reshuffled(database)


def reshuffled(database: Database) -> None:
    """Windows vanished or came back: say so to whoever keeps an index of them."""
    database.execute("UPDATE state SET generation = generation + 1")


def _adopt(database: Database, parent: int, path: bytes, child: Folder, way: bytes) -> None:
    prefix = way + SEPARATOR if way else b""
    for file_id, below in database.execute("SELECT id, path FROM files WHERE folder_id = ?", [child.id]).fetchall():
        words = folder_words(path, prefix + below)
        taken = database.execute(
            "UPDATE OR IGNORE files SET folder_id = ?, path = ? WHERE id = ?", [parent, prefix + below, file_id]
        )
        if taken.rowcount:
            database.execute("UPDATE texts SET folder = ? WHERE rowid = ?", [words, file_id])
    database.execute("DELETE FROM folders WHERE id = ?", [child.id])
    reshuffled(database)


def _texts(folder: Folder, path: bytes) -> tuple[str, tuple[str, str]]:
    """A file's printable name; its name and its folders as words."""
    name = printable(os.path.basename(path))
    return name, (name_words(name), folder_words(folder.path, path))


def _columns(found: Found, reading: Reading) -> dict[str, Any]:
    info = reading.info
    columns: dict[str, Any] = {
        "size": found.size,
        "mtime_ns": found.mtime_ns,
        "fingerprint": reading.fingerprint,
        "status": reading.status,
        "problem": reading.problem and storable(reading.problem),
    }
    if info is not None:
        columns |= {
            "duration": info.duration,
            "sample_rate": info.sample_rate,
            "channels": info.channels,
            "bit_depth": info.bit_depth,
            "format": storable(info.format),
            "codec": storable(info.codec),
            "description": _description(reading),
            "fields": json.dumps(_fields(reading)),
        }
    return columns


def _description(reading: Reading) -> str:
    return "" if reading.info is None else storable(reading.info.description)


def _fields(reading: Reading) -> dict[str, str]:
    return {} if reading.info is None else reading.info.fields
