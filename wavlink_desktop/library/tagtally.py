"""What is said of many clips together: label by label, of how many, and by whom. Inside a transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

from wavlink_desktop.library.among import ids_as_json

Source = Literal["sound", "name", "metadata", "person"]
_SOURCES: tuple[Source, ...] = ("person", "sound", "name", "metadata")


@dataclass(frozen=True, slots=True)
class Tally:
    """One label among some clips."""

    vocabulary: str
    label: str
    clips: int
    """That have it, whoever said so."""
    accepted: int
    """Of which a person said so."""
    rejected: int
    """Of which a person said that it does not fit; these do not have it."""
    score: float
    """Mean over the clips that have it, 0…1; 0 where none has."""
    sources: tuple[Source, ...]
    """Who said so, of any of them."""


def tally(database: Database, file_ids: Sequence[int]) -> list[Tally]:
    """Every label that is said, or refused, of any of those files: a person's first, then by clips times score."""
    rows = database.execute(
        """SELECT vocabulary, label, sum(has), sum(accepted), sum(rejected), total(score) / max(sum(has), 1),
            group_concat(DISTINCT source)
        FROM (
            SELECT vocabulary, label, 1 AS has, source = 'person' AS accepted, 0 AS rejected, score, source
            FROM tags WHERE file_id IN (SELECT value FROM json_each(?1))
            UNION ALL
            SELECT vocabulary, label, 0, 0, 1, 0, NULL
            FROM rejections WHERE file_id IN (SELECT value FROM json_each(?1))
        )
        GROUP BY vocabulary, label
        ORDER BY sum(accepted) > 0 DESC, total(score) DESC, label""",
        [ids_as_json(file_ids)],
    )
    return [
        Tally(vocabulary, label, has, accepted, rejected, score, _sources(sources))
        for vocabulary, label, has, accepted, rejected, score, sources in rows
    ]


def _sources(joined: str | None) -> tuple[Source, ...]:
    present = joined.split(",") if joined else ()
    return tuple(source for source in _SOURCES if source in present)


def counts(database: Database, vocabulary: str, label: str) -> tuple[int, int]:
    """How many files a person has given a label, and how many the machine."""
    given, found = database.execute(
        "SELECT total(source = 'person'), total(source != 'person') FROM tags WHERE vocabulary = ? AND label = ?",
        [vocabulary, label],
    ).fetchone()
    return int(given), int(found)


def own_labels(database: Database) -> list[tuple[str, str, int]]:
    """`(vocabulary, label, clips)` of every label that a person has given, those of most clips first."""
    rows = database.execute(
        """SELECT vocabulary, label, count(*) FROM tags WHERE source = 'person'
        GROUP BY vocabulary, label ORDER BY count(*) DESC, label"""
    )
    return [(vocabulary, label, clips) for vocabulary, label, clips in rows]
