"""Clips in an order, and clips with all that is known of them: a million need no more memory than their ids."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library import collecting, marks
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.filters import Filter
from wavlink_desktop.library.records import Clip, Tag
from wavlink_desktop.library.schema import VISIBLE

_BATCH = 2000
_BY_PATH = "folder_id, path"
_FIRST_TAG = """(SELECT label FROM tags WHERE file_id = files.id
    ORDER BY source = 'person' DESC, score DESC, label LIMIT 1)"""
SORT_KEYS: dict[str, tuple[str, ...]] = {
    "name": ("name COLLATE NOCASE",),
    "name length": ("length(name)", "name"),
    "duration": ("duration",),
    "format": ("format", "sample_rate", "bit_depth", "channels"),
    "rating": ("(SELECT stars FROM ratings WHERE file_id = files.id)", "id IN (SELECT file_id FROM favourites)"),
    "tags": (f"{_FIRST_TAG} COLLATE NOCASE",),
}
"""What clips can be sorted by, as SQL on `files`; what is empty comes last."""
_MAY_LACK = ("rating", "tags")
_INDEXES = {"name": "files_by_name", "duration": "files_by_duration", "format": "files_by_format"}


@dataclass(frozen=True, slots=True)
class Order:
    """Sort by `key`: one of `SORT_KEYS` or, in a ranked answer, `moment` or `match` (the best first)."""

    key: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Described:
    """A clip, its tags (a person's first, then by score), what the file says of itself (`AudioInfo.fields`), and what
    people keep of it: stars (0: none), collections."""

    clip: Clip
    tags: Sequence[Tag]
    fields: Mapping[str, str]
    stars: int = 0
    favourite: bool = False
    collections: Sequence[str] = ()


def ordered_ids(
    catalogue: Catalogue, wanted: Filter | None = None, order: Order | None = None, limit: int | None = None
) -> NDArray[np.int64]:
    """Ids of the clips that can be found and pass a filter, `(n,)`: by `order`, else as the filter has them (a
    collection as it was filled, what was played by when), else folder by folder.

    Raises:
        KeyError: there is no such key to sort by.
    """
    wanted = wanted or Filter()
    where, values = wanted.sql()
    own, its_values = wanted.order() if order is None else ("", [])
    by = f"{own}, {_sql(order)}" if own else _sql(order)
    return catalogue.numbers(
        f"SELECT id FROM files {_index(wanted, order)} WHERE {VISIBLE} AND {where} ORDER BY {by} LIMIT ?",
        [*values, *its_values, -1 if limit is None else limit],
    )


def sorted_rows(catalogue: Catalogue, ids: NDArray[np.int64], order: Order | None) -> NDArray[np.int64]:
    """The rows of `ids` by `order`, else folder by folder; without those that are gone. Raises KeyError likewise."""
    among = "id IN (SELECT value FROM json_each(?))"
    ordered = catalogue.numbers(
        f"SELECT id FROM files WHERE {VISIBLE} AND {among} ORDER BY {_sql(order)} LIMIT -1", [json.dumps(ids.tolist())]
    )
    ascending = np.argsort(ids)
    return ascending[np.searchsorted(ids, ordered, sorter=ascending)]


def _sql(order: Order | None) -> str:
    if order is None:
        return _BY_PATH
    direction = "DESC" if order.descending else "ASC"
    lacking = "NULLS LAST" if order.key in _MAY_LACK else ""
    return ", ".join(f"{part} {direction} {lacking}" for part in SORT_KEYS[order.key]) + f", id {direction}"


def _index(wanted: Filter, order: Order | None) -> str:
    if not wanted and order is not None and order.key in _INDEXES:
        return f"INDEXED BY {_INDEXES[order.key]}"
    return wanted.index()


def described(catalogue: Catalogue, ids: NDArray[np.int64]) -> Iterator[Described]:
    """Those of `ids` that can be found, in that order, all as they were when the first one was asked for."""
    with catalogue.reading() as database:
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH].tolist()
            clips = catalogue.clips_by_id(batch)
            tags = catalogue.tags_by_file(batch)
            fields = dict(
                database.execute(
                    "SELECT id, fields FROM files WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(batch)]
                )
            )
            stars, liked = marks.ratings(database, batch), marks.favourites(database, batch)
            collections = collecting.of_files(database, batch)
            for number in batch:
                if number in clips:
                    yield Described(
                        clips[number],
                        tags.get(number, ()),
                        json.loads(fields[number]),
                        stars.get(number, 0),
                        number in liked,
                        collections.get(number, ()),
                    )
