"""The vectors of a library, some clips at a time, so that a million clips need no more memory than a thousand."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library import vectors
from wavlink_desktop.library.among import ids_as_json
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import Vectors
from wavlink_desktop.library.schema import ROWS_INDEX, VISIBLE


@dataclass(frozen=True, slots=True)
class Heard:
    """Some clips as the model hears them."""

    ids: NDArray[np.int64]
    """Ascending, `(n,)`."""
    means: Vectors
    """Unit means of each clip's windows, `(n, 512)`."""
    begins: NDArray[np.intp]
    """Of each clip, the row of its first window."""
    windows: vectors.Windows
    """All their windows, clip by clip, in time order."""


def embedded(catalogue: Catalogue) -> NDArray[np.int64]:
    """Ids, ascending, of the clips that can be found and have vectors of the library's model; `(n,)`."""
    with catalogue.reading() as database:
        model_id = database.execute("SELECT model_id FROM state").fetchone()[0]
        return np.unique(vectors.owners(database, model_id)[1])


def untagged(catalogue: Catalogue, vocabularies: Sequence[str]) -> NDArray[np.int64]:
    """Of those, the ones that the machine has given no tag of any of those vocabularies."""
    marks = ",".join("?" * len(vocabularies))
    heard = catalogue.numbers(
        f"SELECT id FROM files INDEXED BY {ROWS_INDEX} WHERE model_id = (SELECT model_id FROM state) AND {VISIBLE}"
    )
    tagged = catalogue.numbers(
        f"SELECT DISTINCT file_id FROM tags WHERE source != 'person' AND vocabulary IN ({marks})", vocabularies
    )
    new = np.setdiff1d(heard, tagged, assume_unique=True)
    # What is silent was listened to as well, but has no vectors. Only the new ones are looked up: those are few.
    query = "SELECT DISTINCT file_id FROM windows WHERE file_id IN (SELECT value FROM json_each(?))"
    return np.sort(catalogue.numbers(query, [ids_as_json(new.tolist())]))


def hear(catalogue: Catalogue, ids: NDArray[np.int64]) -> Heard:
    """Those of `ids` that have vectors."""
    with catalogue.reading() as database:
        found = vectors.of_files(database, ids)
    order = np.lexsort((found.starts, found.files))
    windows = vectors.Windows(*(getattr(found, name)[order] for name in found.__dataclass_fields__))
    clips, begins = np.unique(windows.files, return_index=True)
    sums = np.add.reduceat(windows.vectors, begins, axis=0) if len(clips) else windows.vectors
    return Heard(clips, vectors.unit(sums), begins, windows)
