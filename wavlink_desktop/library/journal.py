"""The journal: every change made to people's files, so that it can be told after a crash, and taken back.

Functions run inside a transaction of `Catalogue`.
"""

import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from sqlite_utils import Database

from wavlink_desktop.library import intake
from wavlink_desktop.library.folders import SEPARATOR, Folder
from wavlink_desktop.library.intake import Reading
from wavlink_desktop.library.walk import Found

Kind = Literal["write", "rename"]
State = Literal["prepared", "decided", "done", "kept"]
"""`prepared`: a new file is being made beside the old one, which is untouched. `decided`: it is complete and about to
take the old one's place; whether it has, the disk tells. `done`. `kept`: done, and can no longer be taken back."""

_COLUMNS = """id, batch, file_id, kind, state, path, target, former, before_size, before_mtime_ns, after_size,
    after_mtime_ns, after_fingerprint, undoes"""

_STANDS = """changes.state IN ('done', 'kept') AND undoes IS NULL
    AND changes.id NOT IN (SELECT undoes FROM changes WHERE undoes IS NOT NULL AND state = 'done')"""
"""SQL: the change was made and not taken back."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A file as the catalogue or the journal knows it: enough to tell whether it is still that one."""

    size: int
    mtime_ns: int
    fingerprint: bytes | None


@dataclass(frozen=True, slots=True)
class Change:
    """One file's change. Paths are absolute."""

    id: int
    batch: int
    """Changes of one command are taken back together."""
    file_id: int | None
    """None once the library has forgotten the file."""
    kind: Kind
    state: State
    path: Path
    """The file; of a renaming, its former name."""
    target: Path
    """The temporary file; of a renaming, the new name."""
    former: bytes
    """What describes the former file in terms of the new one; see `metadata.segments`."""
    before_size: int
    before_mtime_ns: int
    after: Standing | None
    undoes: int | None


def known(database: Database, file_id: int) -> tuple[Path, Standing] | None:
    """Where the catalogue has a file, and how it looked when it was scanned."""
    row = database.execute(
        """SELECT folders.path, files.path, size, mtime_ns, fingerprint FROM files
        JOIN folders ON folders.id = folder_id WHERE files.id = ?""",
        [file_id],
    ).fetchone()
    return row and (Path(os.fsdecode(row[0] + SEPARATOR + row[1])), Standing(*row[2:]))


def next_batch(database: Database) -> int:
    """A number for the changes of one command."""
    return int(database.execute("SELECT ifnull(max(batch), 0) + 1 FROM changes").fetchone()[0])


def prepare(
    database: Database,
    batch: int,
    file_id: int | None,
    kind: Kind,
    path: Path,
    target: Path,
    before: os.stat_result,
    undoes: int | None,
) -> int:
    """Announce a change; gives its id."""
    cursor = database.execute(
        """INSERT INTO changes (batch, file_id, kind, state, path, target, before_size, before_mtime_ns, undoes, made)
        VALUES (?, ?, ?, 'prepared', ?, ?, ?, ?, ?, ?)""",
        [
            batch, file_id, kind, os.fsencode(path), os.fsencode(target), before.st_size, before.st_mtime_ns, undoes,
            time.time(),
        ],
    )  # fmt: skip
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def decide(
    database: Database, change_id: int, after: Standing, former: bytes = b"", written: Mapping[str, str] | None = None
) -> None:
    """The new file is ready; next, it takes the old one's place."""
    database.execute(
        """UPDATE changes SET state = 'decided', former = ?, written = ?, after_size = ?, after_mtime_ns = ?,
        after_fingerprint = ? WHERE id = ?""",
        [former, json.dumps(written or {}), after.size, after.mtime_ns, after.fingerprint, change_id],
    )


def finish(database: Database, change_id: int) -> None:
    """It has been done."""
    database.execute("UPDATE changes SET state = 'done' WHERE id = ?", [change_id])


def keep(database: Database, change_id: int) -> None:
    """It cannot be taken back any more: others have changed the file since."""
    database.execute("UPDATE changes SET state = 'kept' WHERE id = ?", [change_id])


def drop(database: Database, change_id: int) -> None:
    """It has not been done."""
    database.execute("DELETE FROM changes WHERE id = ?", [change_id])


def change(database: Database, change_id: int) -> Change:
    """One change."""
    return _changes(database, "WHERE id = ?", [change_id])[0]


def unfinished(database: Database) -> list[Change]:
    """What a program that was killed left: its files may be old or new."""
    return _changes(database, "WHERE state IN ('prepared', 'decided') ORDER BY id", [])


def undoable(database: Database, batch: int | None = None) -> list[Change]:
    """The changes of a command that can be taken back, by default those of the last; the last change first."""
    standing = """state = 'done' AND undoes IS NULL
        AND id NOT IN (SELECT undoes FROM changes WHERE undoes IS NOT NULL)"""
    return _changes(
        database,
        f"""WHERE {standing} AND batch = ifnull(?, (SELECT max(batch) FROM changes WHERE {standing}))
        ORDER BY id DESC""",
        [batch],
    )


def written(database: Database, file_id: int) -> dict[str, str]:
    """What this program wrote into a file and did not take back: place to text."""
    rows = database.execute(
        f"SELECT written FROM changes WHERE file_id = ? AND kind = 'write' AND {_STANDS} ORDER BY id",
        [file_id],
    )
    said: dict[str, str] = {}
    for (texts,) in rows:
        said |= json.loads(texts)
    return said


def said_by_others(database: Database, file_ids: Iterable[int]) -> dict[int, dict[str, str]]:
    """What files say of themselves (`AudioInfo.fields`) without what this program wrote into them.

    Files into which it wrote nothing are left out.
    """
    rows = database.execute(
        f"""SELECT file_id, fields, said FROM changes JOIN files ON files.id = file_id
        WHERE file_id IN (SELECT value FROM json_each(?)) AND said != '{{}}' AND {_STANDS} ORDER BY changes.id""",
        [json.dumps([int(number) for number in file_ids])],
    )
    found: dict[int, dict[str, str]] = {}
    for file_id, fields, said in rows.fetchall()[::-1]:  # the last change first
        others = found.setdefault(file_id, json.loads(fields))
        for name, (former, new) in json.loads(said).items():
            if others.get(name) == new:
                others[name] = former
    return {number: {name: text for name, text in fields.items() if text} for number, fields in found.items()}


def take_over(database: Database, change: Change, file_id: int, found: Found, reading: Reading) -> None:
    """The file says other things of itself now, and its sound is the same: its vectors and tags stay."""
    (fields,) = database.execute("SELECT fields FROM files WHERE id = ?", [file_id]).fetchone()
    former = json.loads(fields)
    now = reading.info.fields if reading.info else {}
    said = {name: (former.get(name, ""), text) for name, text in now.items() if former.get(name, "") != text}
    database.execute("UPDATE changes SET said = ? WHERE id = ?", [json.dumps(said), change.id])
    database.execute("UPDATE files SET fingerprint = ? WHERE id = ?", [reading.fingerprint, file_id])
    intake.put_again(database, file_id, found, reading)


def follow(database: Database, file_id: int, path: Path) -> None:
    """The file has another name in the same folder."""
    folder_id, root, whole, below = database.execute(
        """SELECT folders.id, folders.path, whole, files.path FROM files
        JOIN folders ON folders.id = folder_id WHERE files.id = ?""",
        [file_id],
    ).fetchone()
    new = os.path.join(os.path.dirname(below), os.path.basename(os.fsencode(path)))
    forgotten = "DELETE FROM files WHERE folder_id = ? AND path = ? AND id != ? AND missing_since IS NOT NULL"
    database.execute(forgotten, [folder_id, new, file_id])
    intake.rename(database, file_id, Folder(folder_id, root, bool(whole)), new)


def _changes(database: Database, where: str, values: list[Any]) -> list[Change]:
    return [_change(row) for row in database.execute(f"SELECT {_COLUMNS} FROM changes {where}", values)]


def _change(row: tuple[Any, ...]) -> Change:
    after = Standing(*row[10:13]) if row[10] is not None else None
    return Change(
        id=row[0],
        batch=row[1],
        file_id=row[2],
        kind=row[3],
        state=row[4],
        path=Path(os.fsdecode(row[5])),
        target=Path(os.fsdecode(row[6])),
        former=row[7] or b"",
        before_size=row[8],
        before_mtime_ns=row[9],
        after=after,
        undoes=row[13],
    )
