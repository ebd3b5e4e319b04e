"""Tags in the catalogue, and what full-text search sees of them. Functions run inside a transaction of `Catalogue`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from wavlink_desktop.library.among import AMONG, ids_as_json
from wavlink_desktop.library.records import Region, Tag
from wavlink_desktop.library.texts import storable, tag_words

PERSON_VOCABULARY = "own"
"""The vocabulary of labels that persons make up as they go."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What persons have said of the labels of a vocabulary: label to the files that it fits, or does not."""

    accepted: dict[str, list[int]]
    rejected: dict[str, list[int]]


def by_file(database: Database, file_ids: Sequence[int] | None = None) -> dict[int, list[Tag]]:
    """Tags of those files, or of all: a person's first, then by score."""
    only, values = ("", []) if file_ids is None else (f"WHERE {AMONG}", [ids_as_json(file_ids)])
    rows = database.execute(
        f"""SELECT file_id, vocabulary, label, score, source FROM tags {only}
        ORDER BY file_id, source = 'person' DESC, score DESC, label""",
        values,
    )
    found: dict[int, list[Tag]] = {}
    for file_id, vocabulary, label, score, source in rows:
        found.setdefault(file_id, []).append(Tag(vocabulary, label, score, source))
    return found


def regions(database: Database, file_id: int) -> list[Region]:
    """Tags of parts of a file, in time order, the surest first among those that begin together."""
    rows = database.execute(
        """SELECT vocabulary, label, start, end, score FROM regions WHERE file_id = ?
        ORDER BY start, score DESC, label""",
        [file_id],
    )
    return [Region(*row) for row in rows]


def verdicts(database: Database, vocabulary: str) -> Verdicts:
    """What persons have said of the labels of a vocabulary; files in ascending order."""
    accepted = "SELECT label, file_id FROM tags WHERE vocabulary = ? AND source = 'person' ORDER BY label, file_id"
    rejected = "SELECT label, file_id FROM rejections WHERE vocabulary = ? ORDER BY label, file_id"
    said: list[dict[str, list[int]]] = []
    for query in (accepted, rejected):
        by_label: dict[str, list[int]] = {}
        for label, file_id in database.execute(query, [vocabulary]):
            by_label.setdefault(label, []).append(file_id)
        said.append(by_label)
    return Verdicts(*said)


def replace_machine(
    database: Database,
    vocabulary: str,
    file_ids: Sequence[int],
    rows: Iterable[tuple[int, str, float, str]],
    region_rows: Iterable[tuple[int, float, float, str, float]] = (),
) -> None:
    """Replace what the machine has said of those files in a vocabulary.

    `rows`: `(file id, label, score, source)`; `region_rows`: `(file id, start, end, label, score)`. What a person has
    said stays, and a label that a person gave or refused is passed over; so are files that are gone by now.
    """
    among = f"WHERE vocabulary = ? AND {AMONG}"
    database.execute(f"DELETE FROM tags {among} AND source != 'person'", [vocabulary, ids_as_json(file_ids)])
    database.execute(f"DELETE FROM regions {among}", [vocabulary, ids_as_json(file_ids)])
    unsaid = """FROM files WHERE id = ?1
        AND NOT EXISTS (SELECT 1 FROM rejections WHERE file_id = ?1 AND vocabulary = ?2 AND label = ?3)"""
    database.conn.executemany(
        f"""INSERT OR REPLACE INTO tags (file_id, vocabulary, label, score, source) SELECT id, ?2, ?3, ?4, ?5 {unsaid}
        AND ?5 != 'person' AND NOT EXISTS
        (SELECT 1 FROM tags WHERE file_id = ?1 AND vocabulary = ?2 AND label = ?3 AND source = 'person')""",
        ((file_id, vocabulary, label, score, source) for file_id, label, score, source in rows),
    )
    database.conn.executemany(
        f"""INSERT OR REPLACE INTO regions (file_id, vocabulary, label, start, end, score)
        SELECT id, ?2, ?3, ?4, ?5, ?6 {unsaid}""",
        ((file_id, vocabulary, label, start, end, score) for file_id, start, end, label, score in region_rows),
    )
    index(database, file_ids)


def replace_person(database: Database, file_id: int, labels: Sequence[str]) -> None:
    """Replace the labels of a person's own that a file has; raises KeyError for an unknown file."""
    _check(database, [file_id])
    database.execute(
        "DELETE FROM tags WHERE file_id = ? AND vocabulary = ? AND source = 'person'", [file_id, PERSON_VOCABULARY]
    )
    for label in dict.fromkeys(label.strip() for label in labels if label.strip()):
        accept(database, PERSON_VOCABULARY, label, [file_id])
    index(database, [file_id])


def accept(database: Database, vocabulary: str, label: str, file_ids: Sequence[int]) -> None:
    """A person says that the label fits those files. Raises KeyError for an unknown one, ValueError without a label."""
    _give(database, vocabulary, label, file_ids)
    index(database, file_ids)


def settle(database: Database, vocabulary: str, label: str, file_ids: Sequence[int]) -> None:
    """As `accept`; the files lose all other tags of that vocabulary, of whatever source."""
    _give(database, vocabulary, label, file_ids)
    database.execute(
        f"DELETE FROM tags WHERE vocabulary = ? AND label != ? AND {AMONG}",
        [vocabulary, storable(label.strip()), ids_as_json(file_ids)],
    )
    index(database, file_ids)


def reject(database: Database, vocabulary: str, label: str, file_ids: Sequence[int]) -> None:
    """A person says that the label does not fit those files. Raises as `accept` does."""
    label = _unsay(database, vocabulary, label, file_ids)
    _forget(database, "tags", vocabulary, label, file_ids)
    _forget(database, "regions", vocabulary, label, file_ids)
    database.conn.executemany(
        "INSERT INTO rejections (file_id, vocabulary, label) VALUES (?, ?, ?)",
        ((file_id, vocabulary, label) for file_id in set(file_ids)),
    )
    index(database, file_ids)


def withdraw(database: Database, vocabulary: str, label: str, file_ids: Sequence[int]) -> str:
    """A person has no opinion any more; gives the label as it is stored. Raises as `accept` does."""
    label = _unsay(database, vocabulary, label, file_ids)
    index(database, file_ids)
    return label


def _give(database: Database, vocabulary: str, label: str, file_ids: Sequence[int]) -> None:
    label = _unsay(database, vocabulary, label, file_ids)
    _forget(database, "tags", vocabulary, label, file_ids)
    database.conn.executemany(
        "INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (?, ?, ?, 1.0, 'person')",
        ((file_id, vocabulary, label) for file_id in set(file_ids)),
    )


def _unsay(database: Database, vocabulary: str, label: str, file_ids: Sequence[int]) -> str:
    label = storable(label.strip())
    if not label:
        raise ValueError("a tag needs a name")
    _check(database, file_ids)
    _forget(database, "tags", vocabulary, label, file_ids, "AND source = 'person'")
    _forget(database, "rejections", vocabulary, label, file_ids)
    return label


def _forget(
    database: Database, table: str, vocabulary: str, label: str, file_ids: Sequence[int], which: str = ""
) -> None:
    database.execute(
        f"DELETE FROM {table} WHERE vocabulary = ? AND label = ? AND {AMONG} {which}",
        [vocabulary, label, ids_as_json(file_ids)],
    )


def _check(database: Database, file_ids: Sequence[int]) -> None:
    known = {
        row[0] for row in database.execute(f"SELECT id AS file_id FROM files WHERE {AMONG}", [ids_as_json(file_ids)])
    }
    for file_id in file_ids:
        if file_id not in known:
            raise KeyError(f"no clip {file_id}")


def index(database: Database, file_ids: Iterable[int]) -> None:
    """Bring the `tags` column of full-text search into step for these files."""
    wanted = sorted(set(file_ids))
    tagged = by_file(database, wanted)
    database.conn.executemany(
        "UPDATE texts SET tags = ?1 WHERE rowid = ?2 AND tags IS NOT ?1",
        ((tag_words(tag.label for tag in tagged.get(file_id, [])), file_id) for file_id in wanted),
    )
