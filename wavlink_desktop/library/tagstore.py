"""Tags in the catalogue, and what full-text search sees of them. Functions run inside a transaction of `Catalogue`."""

import json
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from wavlink_desktop.library.records import Tag
from wavlink_desktop.library.texts import storable, tag_words

PERSON_VOCABULARY = "own"
"""The vocabulary of labels that persons make up as they go."""


def by_file(database: Database, file_ids: Sequence[int] | None = None) -> dict[int, list[Tag]]:
    """Tags of those files, or of all: a person's first, then by score."""
    only, values = ("", []) if file_ids is None else _among(file_ids)
    rows = database.execute(
        f"""SELECT file_id, vocabulary, label, score, source FROM tags {only}
        ORDER BY file_id, source = 'person' DESC, score DESC, label""",
        values,
    )
    found: dict[int, list[Tag]] = {}
    for file_id, vocabulary, label, score, source in rows:
        found.setdefault(file_id, []).append(Tag(vocabulary, label, score, source))
    return found


def replace_machine(database: Database, vocabulary: str, rows: Iterable[tuple[int, str, float, str]]) -> None:
    """Replace all tags of a vocabulary but those of persons. Files that are gone by now are passed over."""
    machine = "FROM tags WHERE vocabulary = ? AND source != 'person'"
    touched = {row[0] for row in database.execute(f"SELECT DISTINCT file_id {machine}", [vocabulary])}
    database.execute(f"DELETE {machine}", [vocabulary])
    new = list(rows)
    database.conn.executemany(
        """INSERT OR REPLACE INTO tags (file_id, vocabulary, label, score, source)
        SELECT id, ?2, ?3, ?4, ?5 FROM files WHERE id = ?1 AND ?5 != 'person'""",
        ((file_id, vocabulary, label, score, source) for file_id, label, score, source in new),
    )
    _index(database, touched | {row[0] for row in new})


def replace_person(database: Database, file_id: int, labels: Sequence[str]) -> None:
    """Replace what a person has tagged a file with; raises KeyError for an unknown file."""
    if database.execute("SELECT 1 FROM files WHERE id = ?", [file_id]).fetchone() is None:
        raise KeyError(f"no clip {file_id}")
    database.execute("DELETE FROM tags WHERE file_id = ? AND source = 'person'", [file_id])
    tidy = dict.fromkeys(storable(label.strip()) for label in labels if label.strip())
    database.conn.executemany(
        "INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (?, ?, ?, 1.0, 'person')",
        ((file_id, PERSON_VOCABULARY, label) for label in tidy),
    )
    _index(database, {file_id})


def _index(database: Database, file_ids: Iterable[int]) -> None:
    """Bring the `tags` column of full-text search into step for these files."""
    wanted = sorted(file_ids)
    tagged = by_file(database, wanted)
    database.conn.executemany(
        "UPDATE texts SET tags = ? WHERE rowid = ?",
        ((tag_words(tag.label for tag in tagged.get(file_id, [])), file_id) for file_id in wanted),
    )


def _among(file_ids: Iterable[int]) -> tuple[str, list[str]]:
    return "WHERE file_id IN (SELECT value FROM json_each(?))", [json.dumps([int(i) for i in file_ids])]
