"""How many clips there are of everything: what a sidebar shows. Functions run inside a transaction of `Catalogue`.

Only clips that can be found count. Every query reads one small index.
"""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from wavlink_desktop.library import joined
from wavlink_desktop.library.conditions import SAME_CONTENT
from wavlink_desktop.library.filters import Filter
from wavlink_desktop.library.folders import SEPARATOR, reachable
from wavlink_desktop.library.schema import HIDDEN, VISIBLE

_HIDDEN_IDS = f"(SELECT id FROM files WHERE {HIDDEN})"


@dataclass(frozen=True, slots=True)
class FolderCount:
    """A folder of the library with what lies in it."""

    path: str
    """Absolute, as `os.fsdecode` gives it."""
    online: bool
    directories: dict[tuple[str, ...], int]
    """Folders below it, by the names on the way, to the clips right in them; `()` is the folder itself."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that clips have."""

    format: str
    sample_rate: int
    channels: int
    clips: int


def clips(database: Database) -> int:
    """How many there are."""
    return _one(database, f"SELECT count(*) FROM files WHERE {VISIBLE}")


def folders(database: Database) -> list[FolderCount]:
    """The library's folders, in the order in which they were added."""
    found = {
        number: FolderCount(os.fsdecode(path), reachable(path), {})
        for number, path in database.execute("SELECT id, path FROM folders ORDER BY id").fetchall()
    }
    rows = database.execute(
        f"""SELECT folder_id, CAST(directory AS BLOB), count(*) FROM files WHERE {VISIBLE}
        GROUP BY folder_id, directory"""
    )
    for number, directory, count in rows:
        names = tuple(os.fsdecode(name) for name in (directory or b"").split(SEPARATOR) if name)
        found[number].directories[names] = count
    return list(found.values())


def forms(database: Database) -> list[Form]:
    """Every form that occurs."""
    rows = database.execute(
        f"""SELECT format, sample_rate, channels, count(*) FROM files WHERE {VISIBLE}
        GROUP BY format, sample_rate, channels"""
    )
    return [Form(*row) for row in rows]


def labels(database: Database) -> dict[tuple[str, str], int]:
    """`(vocabulary, label)` to the clips that have it."""
    counted = "SELECT vocabulary, label, count(DISTINCT file_id) FROM tags"
    grouped = "GROUP BY vocabulary, label"
    found = {
        (vocabulary, label): count for vocabulary, label, count in database.execute(f"{counted} {grouped}").fetchall()
    }
    for vocabulary, label, count in database.execute(f"{counted} WHERE file_id IN {_HIDDEN_IDS} {grouped}"):
        found[vocabulary, label] -= count
    return {key: count for key, count in found.items() if count}


def files_of_labels(database: Database, vocabulary: str) -> dict[str, NDArray[np.int64]]:
    """Label to the clips that have it, in no order, some of them twice; `(n,)` each."""
    hidden = joined.integers(database.execute(f"SELECT group_concat(id) FROM files WHERE {HIDDEN}").fetchone()[0])
    rows = database.execute(
        "SELECT label, group_concat(file_id) FROM tags WHERE vocabulary = ? GROUP BY label", [vocabulary]
    )
    found = {label: joined.integers(files) for label, files in rows}
    if len(hidden):
        found = {label: ids[~np.isin(ids, hidden)] for label, ids in found.items()}
    return {label: ids for label, ids in found.items() if len(ids)}


def stars(database: Database) -> dict[int, int]:
    """Stars, 1…5, to clips."""
    rows = database.execute(
        f"SELECT stars, count(*) FROM ratings WHERE file_id NOT IN {_HIDDEN_IDS} GROUP BY stars"
    ).fetchall()
    return dict(rows)


def passing(database: Database, wanted: Filter) -> int:
    """Those that pass a filter."""
    where, values = wanted.sql()
    return _one(database, f"SELECT count(*) FROM files {wanted.index()} WHERE {VISIBLE} AND {where}", values)


def favourites(database: Database) -> int:
    """How many favourites there are."""
    return _one(database, f"SELECT count(*) FROM favourites WHERE file_id NOT IN {_HIDDEN_IDS}")


def played(database: Database, days: float) -> int:
    """How many were played in the last days."""
    since = time.time() - days * 86_400
    query = f"SELECT count(*) FROM plays WHERE played >= ? AND file_id NOT IN {_HIDDEN_IDS}"
    return int(database.execute(query, [since]).fetchone()[0])


def duplicates(database: Database) -> int:
    """How many have the same content as another."""
    return _one(database, f"SELECT count(*) FROM ({SAME_CONTENT})")


def same_content(database: Database) -> list[list[int]]:
    """File ids that have the same content, group by group."""
    found: dict[tuple[bytes, int], list[int]] = {}
    for file_id, fingerprint, size in database.execute(f"{SAME_CONTENT} ORDER BY id"):
        found.setdefault((fingerprint, size), []).append(file_id)
    return list(found.values())


def problems(database: Database) -> int:
    """How many files could not be read, or not wholly."""
    return _one(database, "SELECT count(*) FROM files WHERE problem IS NOT NULL AND missing_since IS NULL")


def _one(database: Database, query: str, values: Sequence[Any] = ()) -> int:
    return int(database.execute(query, values).fetchone()[0])
