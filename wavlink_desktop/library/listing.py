"""Clips with all that is known of them, one after the other: a million of them need no more memory than a thousand."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import Clip, Tag
from wavlink_desktop.library.schema import VISIBLE

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Described:
    """A clip, its tags (a person's first, then by score) and what the file says of itself (`AudioInfo.fields`)."""

    clip: Clip
    tags: Sequence[Tag]
    fields: Mapping[str, str]


def ordered_ids(catalogue: Catalogue) -> NDArray[np.int64]:
    """Ids of the clips that can be found, folder by folder; `(n,)`."""
    with catalogue.reading() as database:
        rows = database.execute(f"SELECT id FROM files WHERE {VISIBLE} ORDER BY folder_id, path")
        return np.fromiter((row[0] for row in rows), np.int64)


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
            for number in batch:
                if number in clips:
                    yield Described(clips[number], tags.get(number, ()), json.loads(fields[number]))
