"""The layout of the map in the catalogue. Functions run inside a transaction of `Catalogue`.

Like the index it is made of the vectors and can be made again. It is kept as two arrays rather than a row a file: a
million rows would take seconds to read, and nobody asks SQL for a place.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from wavlink_desktop.library import joined
from wavlink_desktop.library.schema import VISIBLE

_IDS, _PLACES = np.dtype("<i8"), np.dtype("<f4")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the clips lie: ids `(n,)`, ascending, and `places` `(n, 2)`, in no unit."""

    model_id: str
    ids: NDArray[np.int64]
    places: NDArray[np.float32]
    arranged: int
    """So many of them were laid out together; the others were put beside their neighbours since."""


def read(database: Database) -> Layout | None:
    """The layout as it was stored last, or None."""
    row = database.execute("SELECT model_id, arranged, files, places FROM layout").fetchone()
    if row is None:
        return None
    model_id, arranged, files, places = row
    return Layout(model_id, np.frombuffer(files, _IDS), np.frombuffer(places, _PLACES).reshape(-1, 2), arranged)


def write(database: Database, layout: Layout) -> None:
    """Store a layout in the place of the former one."""
    database.execute(
        """INSERT OR REPLACE INTO layout (one, model_id, revision, arranged, files, places)
        VALUES (1, ?, (SELECT revision FROM state), ?, ?, ?)""",
        [layout.model_id, layout.arranged, layout.ids.astype(_IDS).tobytes(), layout.places.astype(_PLACES).tobytes()],
    )


def visible_ids(database: Database) -> NDArray[np.int64]:
    """Ids of the files that can be found, ascending; `(n,)`."""
    ids = database.execute(f"SELECT group_concat(id) FROM files WHERE {VISIBLE}").fetchone()[0]
    return np.sort(joined.integers(ids))


def first_labels(database: Database) -> list[tuple[str, str, NDArray[np.int64]]]:
    """`(vocabulary, label, file ids)`: every tagged file once, with the label that says most of it.

    That is its UCS category if it has one, else its first tag: a person's before the machine's, then by score.
    """
    rows = database.execute(
        """SELECT vocabulary, label, group_concat(file_id) FROM (
            SELECT file_id, vocabulary, label,
                max((vocabulary = 'ucs') * 4 + (source = 'person') * 2 + score)
            FROM tags GROUP BY file_id
        ) GROUP BY vocabulary, label"""
    )
    return [(vocabulary, label, np.sort(joined.integers(files))) for vocabulary, label, files in rows]
