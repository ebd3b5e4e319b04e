"""The map as it is shown: clips, places, categories."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop import ucs
from wavlink_desktop.library import layout
from wavlink_desktop.library.catalogue import Catalogue

UNKNOWN = 0
"""The category of what has no tag."""


@dataclass(frozen=True, slots=True)
class Map:
    """A library on a plane: ids, categories `(n,)`, places `(n, 2)`."""

    ids: NDArray[np.int64]
    """Clip ids, ascending."""
    places: NDArray[np.float32]
    categories: NDArray[np.int32]
    """Which of `names` each clip is."""
    names: tuple[str, ...]
    """What the categories are called; the first is that of clips without a tag, and empty."""


def read_map(catalogue: Catalogue) -> Map | None:
    """The map as it was made last, of the clips that can be found; None before it was made."""
    with catalogue.reading() as database:
        stored = layout.read(database)
        if stored is None:
            return None
        there = np.isin(stored.ids, layout.visible_ids(database), assume_unique=True)
        labels = layout.first_labels(database)
    ids, places = stored.ids[there], stored.places[there]
    categories = np.full(len(ids), UNKNOWN, np.int32)
    numbers = {"": UNKNOWN}
    for vocabulary, label, files in labels:
        rows = np.searchsorted(ids, files)
        rows = rows[(rows < len(ids)) & (ids[np.minimum(rows, len(ids) - 1)] == files)] if len(ids) else rows[:0]
        if len(rows):
            categories[rows] = numbers.setdefault(_category(vocabulary, label), len(numbers))
    return Map(ids, places, categories, tuple(numbers))


def _category(vocabulary: str, label: str) -> str:
    """`Doors` for DOORCreak and DOORS; other labels are their own category."""
    if vocabulary == "ucs":
        known = ucs.categories().get(label)
        return (known.category if known else label).capitalize()
    return label[:1].upper() + label[1:]
