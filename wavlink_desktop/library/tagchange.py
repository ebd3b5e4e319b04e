"""What a person's word on tags has changed, kept so that it can be taken back exactly. Inside a transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from wavlink_desktop.library import tagstore
from wavlink_desktop.library.among import AMONG, ids_as_json
from wavlink_desktop.library.errors import StaleError

_TABLES = {
    "tags": ("label", "score", "source"),
    "rejections": ("label",),
    "regions": ("start", "end", "label", "score"),
}

Rows = dict[str, tuple[tuple[str | float, ...], ...]]
"""Table to what it says of one file in one vocabulary."""


@dataclass(frozen=True, slots=True)
class TagChange:
    """Files of which something else is said now, in one vocabulary."""

    vocabulary: str
    label: str | None
    """The only label that is concerned; None: any of the vocabulary."""
    before: dict[int, Rows]
    after: dict[int, Rows]

    @property
    def clips(self) -> int:
        """How many are concerned."""
        return len(self.before)


def changing(
    database: Database, vocabulary: str, label: str | None, file_ids: Sequence[int], change: Callable[[], object]
) -> TagChange:
    """Carry out `change`, which concerns no other vocabulary, label or file, and tell what it has changed."""
    before = _state(database, vocabulary, label, file_ids)
    change()
    after = _state(database, vocabulary, label, file_ids)
    changed = [file_id for file_id in before if before[file_id] != after[file_id]]
    return TagChange(
        vocabulary,
        label,
        {file_id: before[file_id] for file_id in changed},
        {file_id: after[file_id] for file_id in changed},
    )


def take_back(database: Database, change: TagChange) -> int:
    """Restore what was said before; gives for how many files. Of those that were tagged anew since, nothing is touched.

    Raises:
        StaleError: that goes for all of them.
    """
    present = _state(database, change.vocabulary, change.label, list(change.after))
    known = {
        row[0] for row in database.execute(f"SELECT id AS file_id FROM files WHERE {AMONG}", [ids_as_json(present)])
    }
    mine = [file_id for file_id, rows in change.after.items() if file_id in known and present[file_id] == rows]
    if change.after and not mine:
        raise StaleError("What is said of these clips has changed since. Nothing was touched.")
    for table, columns in _TABLES.items():
        database.execute(
            f"DELETE FROM {table} WHERE {_CONCERNED}", [change.vocabulary, change.label, ids_as_json(mine)]
        )
        database.conn.executemany(
            f"INSERT INTO {table} (file_id, vocabulary, {', '.join(columns)}) VALUES (?, ?{', ?' * len(columns)})",
            ((file_id, change.vocabulary, *row) for file_id in mine for row in change.before[file_id].get(table, ())),
        )
    tagstore.index(database, mine)
    return len(mine)


def _state(database: Database, vocabulary: str, label: str | None, file_ids: Sequence[int]) -> dict[int, Rows]:
    found: dict[int, dict[str, list[tuple[str | float, ...]]]] = {int(file_id): {} for file_id in file_ids}
    for table, columns in _TABLES.items():
        rows = database.execute(
            f"""SELECT file_id, {", ".join(columns)} FROM {table} WHERE {_CONCERNED}
            ORDER BY file_id, {", ".join(columns)}""",
            [vocabulary, label, ids_as_json(file_ids)],
        )
        for file_id, *row in rows:
            found[file_id].setdefault(table, []).append(tuple(row))
    return {file_id: {table: tuple(rows) for table, rows in said.items()} for file_id, said in found.items()}


_CONCERNED = f"vocabulary = ? AND label = ifnull(?, label) AND {AMONG}"
