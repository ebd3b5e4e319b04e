"""Conditions on what people and the program have noted of a clip: collections, ratings, plays, tags, duplicates."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wavlink_desktop.library.folders import SEPARATOR
from wavlink_desktop.library.schema import VISIBLE

_AFTER_SEPARATOR = bytes([SEPARATOR[-1] + 1])


@dataclass(frozen=True, slots=True)
class Collected:
    """It is in that collection, or in any (empty `name`)."""

    name: str = ""

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        if not self.name:
            return "files.id IN (SELECT file_id FROM members)", []
        among = "SELECT file_id FROM members WHERE collection_id = (SELECT id FROM collections WHERE name = ?)"
        return f"files.id IN ({among})", [self.name]

    def order(self) -> tuple[str, list[Any]]:
        """As they were added."""
        if not self.name:
            return "", []
        mine = "collection_id = (SELECT id FROM collections WHERE name = ?)"
        return f"(SELECT place FROM members WHERE {mine} AND file_id = files.id)", [self.name]


@dataclass(frozen=True, slots=True)
class Rated:
    """It has so many stars: any of these numbers, 0 for none."""

    stars: frozenset[int]

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        # Those without stars have no row.
        with_none = 0 in self.stars
        listed = (frozenset(range(6)) - self.stars) if with_none else self.stars
        among = f"(SELECT file_id FROM ratings WHERE stars IN ({', '.join('?' * len(listed))}))"
        return f"files.id {'NOT IN' if with_none else 'IN'} {among}", sorted(listed)


@dataclass(frozen=True, slots=True)
class Favourite:
    """It is one of the favourites."""

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return "files.id IN (SELECT file_id FROM favourites)", []


@dataclass(frozen=True, slots=True)
class Played:
    """It was played, at that time (seconds since 1970) or later."""

    since: float = 0.0

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return "files.id IN (SELECT file_id FROM plays WHERE played >= ?)", [self.since]

    def order(self) -> tuple[str, list[Any]]:
        """The latest first."""
        return "(SELECT played FROM plays WHERE file_id = files.id) DESC", []


@dataclass(frozen=True, slots=True)
class Tagged:
    """It has a tag."""

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return "EXISTS (SELECT 1 FROM tags WHERE tags.file_id = files.id)", []


@dataclass(frozen=True, slots=True)
class Labelled:
    """It has that very label, in whatever vocabulary."""

    label: str

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        among = """SELECT file_id FROM tags WHERE vocabulary IN (SELECT DISTINCT vocabulary FROM tags) AND label = ?"""
        return f"files.id IN ({among})", [self.label]


@dataclass(frozen=True, slots=True)
class Categorised:
    """It is tagged with one of these CatIDs."""

    cat_ids: tuple[str, ...]

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        marks = ", ".join("?" * len(self.cat_ids))
        return (
            f"files.id IN (SELECT file_id FROM tags WHERE vocabulary = 'ucs' AND label IN ({marks}))",
            list(self.cat_ids),
        )


@dataclass(frozen=True, slots=True)
class Heard:
    """The library's model has listened to it."""

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return "(files.model_id != '' AND files.model_id = (SELECT model_id FROM state))", []


@dataclass(frozen=True, slots=True)
class Online:
    """Its folder or drive is there. `reachable` is a function of ours; see `connections.py`."""

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return "files.folder_id IN (SELECT id FROM folders WHERE reachable(path))", []


@dataclass(frozen=True, slots=True)
class Below:
    """It lies in that folder, or in one below it."""

    folder: Path

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        # A folder of the library may lie in the one that is meant, or the other way round.
        path = os.path.abspath(os.fsencode(self.folder)).rstrip(SEPARATOR)
        low, high = path + SEPARATOR, path + _AFTER_SEPARATOR
        inside = "SELECT id FROM folders WHERE path = ? OR (path >= ? AND path < ?)"
        part = """SELECT f.id FROM folders JOIN files f ON f.folder_id = folders.id
            AND f.path >= substr(?, length(folders.path) + 2) AND f.path < substr(?, length(folders.path) + 2)
            WHERE substr(?, 1, length(folders.path) + 1) = CAST(folders.path || ? AS BLOB)"""
        return (
            f"(files.folder_id IN ({inside}) OR files.id IN ({part}))",
            [path, low, high, low, high, low, SEPARATOR],
        )


SAME_CONTENT = f"""
SELECT id, fingerprint, size FROM (
    SELECT id, fingerprint, size, count(*) OVER (PARTITION BY fingerprint, size) AS copies
    FROM files JOIN (
        SELECT fingerprint, size FROM files WHERE fingerprint IS NOT NULL GROUP BY fingerprint, size HAVING count(*) > 1
    ) USING (fingerprint, size)
    WHERE {VISIBLE}
) WHERE copies > 1
"""
"""SQL: the clips of which there is another one with the same content."""


@dataclass(frozen=True, slots=True)
class Duplicated:
    """Another clip has the same content."""

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return f"files.id IN (SELECT id FROM ({SAME_CONTENT}))", []


@dataclass(frozen=True, slots=True)
class Alike:
    """Another clip sounds nearly the same, as far as has been found out; see `alike.py`."""

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return "files.id IN (SELECT file_id FROM alike)", []


@dataclass(frozen=True, slots=True)
class Faulty:
    """It could not be read wholly."""

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return "files.problem IS NOT NULL", []
