"""What a library can be narrowed down by, with counts: every entry is a filter of the query language."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from wavlink_desktop import ucs
from wavlink_desktop.library import alike, collecting, counts
from wavlink_desktop.search.query import QueryError, parse
from wavlink_desktop.search.tokens import written

RECENT_DAYS = 7
MOST_TAGS = 200


@dataclass(frozen=True, slots=True)
class Facet:
    """One entry: choosing it writes `query` into the search."""

    label: str
    """As the library has it, or as the language writes it; what needs another wording is worded by who shows it."""
    count: int | None
    """Clips; None where nobody has counted, and of a search that ranks them."""
    field: str = ""
    """Empty: a saved search, whose `value` is a whole query."""
    value: str = ""
    children: tuple["Facet", ...] = ()
    online: bool = True

    @property
    def query(self) -> str:
        """The filter as it is written."""
        return written(self.field, self.value) if self.field else self.value


@dataclass(frozen=True, slots=True)
class Facets:
    """Every entry, by section."""

    clips: int
    favourites: Facet
    played: Facet
    duplicates: Facet
    near_duplicates: Facet
    problems: int
    folders: tuple[Facet, ...]
    collections: tuple[Facet, ...]
    ucs: tuple[Facet, ...]
    tags: tuple[Facet, ...]
    ratings: tuple[Facet, ...]
    formats: tuple[Facet, ...]
    rates: tuple[Facet, ...]
    channels: tuple[Facet, ...]


def facets(database: Database) -> Facets:
    """All facets of one moment: 100 ms for 100,000 clips, a second for a million."""
    forms = counts.forms(database)
    stars = counts.stars(database)
    return Facets(
        clips=counts.clips(database),
        favourites=Facet("favourites", counts.favourites(database), "favourite", "yes"),
        played=Facet("played", counts.played(database, RECENT_DAYS), "played", f"{RECENT_DAYS}d"),
        duplicates=Facet("duplicates", counts.duplicates(database), "duplicate", "yes"),
        near_duplicates=Facet("near", alike.count(database), "duplicate", "near"),
        problems=counts.problems(database),
        folders=tuple(_folder(folder) for folder in counts.folders(database)),
        collections=tuple(_collection(database, collection) for collection in collecting.all_of_them(database)),
        ucs=_categories(counts.files_of_labels(database, "ucs")),
        tags=_tags(counts.labels(database)),
        ratings=tuple(Facet("★" * number, stars.get(number, 0), "rating", str(number)) for number in range(5, 0, -1)),
        formats=_by_count("format", ((form.format.lower(), form.clips) for form in forms if form.format)),
        rates=_by_count("rate", ((str(form.sample_rate), form.clips) for form in forms if form.sample_rate)),
        channels=_by_count("channels", ((str(form.channels), form.clips) for form in forms if form.channels)),
    )


def _folder(folder: counts.FolderCount) -> Facet:
    """The folder as a tree; each branch counts what is in it and below it."""
    inside: dict[tuple[str, ...], list[tuple[str, ...]]] = {(): []}
    totals: dict[tuple[str, ...], int] = {(): 0}
    for names, count in folder.directories.items():
        for depth in range(len(names) + 1):
            way = names[:depth]
            if way not in totals:
                totals[way], inside[way] = 0, []
                inside[way[:-1]].append(way)
            totals[way] += count

    def branch(way: tuple[str, ...], path: str) -> Facet:
        below = sorted(inside[way], key=lambda other: other[-1].casefold())
        children = tuple(branch(other, f"{path}{os.sep}{other[-1]}") for other in below)
        label = way[-1] if way else Path(folder.path).name or folder.path
        return Facet(label, totals[way], "folder", path or os.sep, children, folder.online)

    return branch((), folder.path.rstrip(os.sep))


def _collection(database: Database, collection: collecting.Collection) -> Facet:
    if collection.query is not None:
        return Facet(collection.name, _passing(database, collection.query), "", collection.query)
    return Facet(collection.name, collection.clips, "collection", collection.name)


def _passing(database: Database, query: str) -> int | None:
    """How many clips a saved search finds; None where words are in it, which leave none out but rank them."""
    try:
        wanted = parse(query, partial(collecting.saved_query, database))
    except QueryError:  # of a field that an earlier version had
        return None
    return None if wanted.words else counts.passing(database, wanted.filter)


def _categories(files: dict[str, NDArray[np.int64]]) -> tuple[Facet, ...]:
    """Categories with their CatIDs, in the published order; a clip with two CatIDs of a category counts there once."""
    found: dict[str, list[ucs.Category]] = {}
    for row in ucs.categories().values():
        if row.cat_id in files:
            found.setdefault(row.category, []).append(row)
    seen = np.zeros(max((int(ids.max()) for ids in files.values()), default=0) + 1, np.bool_)

    def different(rows: Sequence[ucs.Category]) -> int:
        for row in rows:
            seen[files[row.cat_id]] = True
        count = int(np.count_nonzero(seen))  # by a table of all ids: sorting them takes fifty times as long
        for row in rows:
            seen[files[row.cat_id]] = False
        return count

    return tuple(
        Facet(
            category,
            different(rows),
            "ucs",
            category,
            tuple(Facet(row.subcategory, different([row]), "ucs", row.cat_id) for row in rows),
        )
        for category, rows in found.items()
    )


def _tags(labels: dict[tuple[str, str], int]) -> tuple[Facet, ...]:
    """A vocabulary each, a person's own first, with the labels of most clips."""
    found: dict[str, list[tuple[str, int]]] = {}
    for (vocabulary, label), count in labels.items():
        if vocabulary != "ucs":
            found.setdefault(vocabulary, []).append((label, count))
    return tuple(
        Facet(vocabulary, None, "", "", tuple(_tag(*tag) for tag in _most(found[vocabulary])))
        for vocabulary in sorted(found, key=lambda name: (name != "own", name))
    )


def _tag(label: str, count: int) -> Facet:
    return Facet(label, count, "tag", f"={label}")


def _most(tags: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(tags, key=lambda tag: (-tag[1], tag[0].casefold()))[:MOST_TAGS]


def _by_count(field: str, pairs: Iterable[tuple[str, int]]) -> tuple[Facet, ...]:
    """A field's values, those of most clips first."""
    totals: Counter[str] = Counter()
    for value, count in pairs:
        totals[value] += count
    return tuple(Facet(value, count, field, value) for value, count in totals.most_common())
