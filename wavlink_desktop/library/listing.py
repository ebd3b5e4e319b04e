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
_STARS = "ifnull((SELECT stars FROM ratings WHERE file_id = files.id), 0)"
SORT_KEYS: dict[str, tuple[str, ...]] = {
    "name": ("name COLLATE NOCASE",),
    "name length": ("length(name)", "name"),
    "duration": ("duration",),
    "format": ("format", "sample_rate", "bit_depth", "channels"),
    "rating": (f"nullif(2 * {_STARS} + (id IN (SELECT file_id FROM favourites)), 0)",),
    "tags": (f"{_FIRST_TAG} COLLATE NOCASE",),
}
"""What clips can be sorted by, as SQL on `files`; what is empty comes last."""
_MAY_LACK = ("rating", "tags")
"""These stand in other tables, too: see `_by_looking_up`."""
_FEW = 20_000
"""So many clips are looked up in other tables one by one; for more, it is quicker to go through those tables."""
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
    if order is not None and order.key in _MAY_LACK:
        found = catalogue.numbers(f"SELECT id FROM files {wanted.index()} WHERE {VISIBLE} AND {where}", values)
        return _by_looking_up(catalogue, found, order)[:limit]
    own, its_values = wanted.order() if order is None else ("", [])
    by = f"{own}, {_sql(order)}" if own else _sql(order)
    return catalogue.numbers(
        f"SELECT id FROM files {_index(wanted, order)} WHERE {VISIBLE} AND {where} ORDER BY {by} LIMIT ?",
        [*values, *its_values, -1 if limit is None else limit],
    )


def sorted_rows(catalogue: Catalogue, ids: NDArray[np.int64], order: Order | None) -> NDArray[np.int64]:
    """The rows of `ids` by `order`, else folder by folder; without those that are gone. Raises KeyError likewise."""
    if order is not None and order.key in _MAY_LACK:
        ordered = _by_looking_up(catalogue, _among(catalogue, ids), order)
    else:
        ordered = _among(catalogue, ids, _sql(order))
    ascending = np.argsort(ids)
    return ascending[np.searchsorted(ids, ordered, sorter=ascending)]


def _among(catalogue: Catalogue, ids: NDArray[np.int64], by: str = "id") -> NDArray[np.int64]:
    """Those of `ids` that can be found, in the order of a SQL expression."""
    among = "id IN (SELECT value FROM json_each(?))"
    return catalogue.numbers(
        f"SELECT id FROM files WHERE {VISIBLE} AND {among} ORDER BY {by} LIMIT -1", [json.dumps(ids.tolist())]
    )


def _by_looking_up(catalogue: Catalogue, ids: NDArray[np.int64], order: Order) -> NDArray[np.int64]:
    """`ids`, which can be found, by an order that stands in another table; those that lack it come last."""
    if len(ids) <= _FEW:
        return _among(catalogue, ids, _sql(order))
    with catalogue.reading():
        known, places = (_starred if order.key == "rating" else _first_labels)(catalogue)
    direction = -1 if order.descending else 1
    place = np.full(len(ids), np.iinfo(np.int64).max)
    _, here, there = np.intersect1d(ids, known, assume_unique=True, return_indices=True)
    place[here] = direction * places[there]
    return ids[np.lexsort((direction * ids, place))]


def _starred(catalogue: Catalogue) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ids, ascending, of rated files and favourites, and where they come by that; `(n,)` both."""
    query = """SELECT {} FROM (SELECT file_id AS id, stars, 0 AS liked FROM ratings
        UNION ALL SELECT file_id, 0, 1 FROM favourites) GROUP BY id ORDER BY id LIMIT -1"""
    return catalogue.numbers(query.format("id")), catalogue.numbers(query.format("2 * sum(stars) + sum(liked)"))


def _first_labels(catalogue: Catalogue) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ids, ascending, of tagged files, and where the label that is shown first (`_FIRST_TAG`) comes among all; `(n,)`.

    SQLite would look each one up, ten times slower. What goes through it are numbers only: the files of each label, in
    the order of the index, and, in the order of the table, file by file, how much each label counts.
    """
    labels = (
        """SELECT {} FROM tags INDEXED BY tags_label GROUP BY vocabulary, label ORDER BY vocabulary, label LIMIT -1"""
    )
    counts = catalogue.numbers(labels.format("count(*)"))
    names = catalogue.numbers(labels.format("dense_rank() OVER (ORDER BY label)"))
    places = catalogue.numbers(labels.format("dense_rank() OVER (ORDER BY label COLLATE NOCASE)"))
    files = catalogue.numbers(
        "SELECT file_id FROM tags INDEXED BY tags_label ORDER BY vocabulary, label, file_id, source LIMIT -1"
    )
    weights = catalogue.numbers(
        """SELECT CAST(round(score * 1e9) AS INTEGER) + (source = 'person') * 2000000000 FROM tags
        ORDER BY file_id, vocabulary, label, source LIMIT -1"""
    )
    if not len(files):
        return files, files
    in_table = np.argsort(files, kind="stable")
    files, which = files[in_table], np.repeat(np.arange(len(counts)), counts)[in_table]
    tagged, begins = np.unique(files, return_index=True)
    # The heaviest; of equally heavy ones the first by name: the lower bits count down.
    room = np.int64(1 << 21)
    heaviest = np.maximum.reduceat(weights * room + (room - 1 - names[which]), begins)
    place_of_name = np.zeros(len(counts) + 1, np.int64)
    place_of_name[names] = places
    return tagged, place_of_name[room - 1 - heaviest % room]


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
