"""A query in, ranked clips out."""

import logging
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library import vectors
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import ModelError
from wavlink_desktop.library.index import VectorIndex
from wavlink_desktop.library.listing import ordered_ids
from wavlink_desktop.library.records import Clip, SoundEmbedder
from wavlink_desktop.library.vectors import Windows, unit
from wavlink_desktop.search.hits import By, Hit
from wavlink_desktop.search.query import Query, parse
from wavlink_desktop.search.ranking import fuse, meaning_scores, name_scores
from wavlink_desktop.search.sounds import embed_sound

_CANDIDATES = 300  # windows from the index for a start
_SELECTED = 1000  # of the clips that words rank, all of them
_NAMES = 1000  # clips found by name that are looked at closely
_CLEAR = 0.25  # a meaning score that counts as a reason beside the name

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Sounding:
    """Files by meaning: ids ascending, scores 0…1, and the bounds of each one's best window in seconds; all `(n,)`."""

    files: NDArray[np.int64]
    scores: NDArray[np.float64]
    starts: NDArray[np.float64]
    ends: NDArray[np.float64]


_SILENT = _Sounding(np.zeros(0, np.int64), np.zeros(0), np.zeros(0), np.zeros(0))


class Searcher:
    """Searches a catalogue by words and by sound."""

    def __init__(self, catalogue: Catalogue, index: VectorIndex, embedder: SoundEmbedder) -> None:
        self._catalogue = catalogue
        self._index = index
        self._embedder = embedder

    def search(self, text: str, limit: int = 100, by: By = "both") -> list[Hit]:
        """Ranked clips; what passes the filters, in the order of their paths, when no words are given.

        Raises:
            QueryError: the query is not well formed.
            ModelError: `by` is "meaning" and the model cannot be loaded.
        """
        query = parse(text)
        if not query.words:
            return self._list(query, limit)
        allowed = self._catalogue.ids(query.filter) if query.filter else None
        if by == "name":
            return self._by_name(query, allowed, limit)
        try:
            vector = self._embedder.embed_text([query.text])[0]
        except ModelError as error:
            if by == "meaning":
                raise
            _log.warning("searching by name only: %s", error)
            return self._by_name(query, allowed, limit)
        if by == "meaning":
            return self._by_vector(vector, allowed, limit)
        return self._by_both(query, vector, allowed, limit)

    def select(self, text: str, limit: int | None = None) -> NDArray[np.int64]:
        """Ids `(n,)` of the clips that a query asks for: with words the best 1,000, best first; else all that pass.

        `limit` sets another number. Raises as `search` does.
        """
        query = parse(text)
        if query.words:
            return np.array([hit.clip.id for hit in self.search(text, limit or _SELECTED)], np.int64)
        listed = ordered_ids(self._catalogue)
        passing = listed[np.isin(listed, self._catalogue.ids(query.filter))] if query.filter else listed
        return passing[:limit]

    def similar(self, path: Path, limit: int = 100, start: float = 0.0, end: float | None = None) -> list[Hit]:
        """Clips that sound like a file, or like its seconds `start` to `end`; the file itself is left out.

        Raises:
            LibraryError: the file cannot be read, or the model cannot be loaded.
        """
        clip = self._catalogue.find(path)
        vector = self._stored(clip) if clip is not None and start <= 0 and end is None else None
        if vector is None:
            vector = embed_sound(self._embedder, path, start, end)
        hits = self._by_vector(vector, None, limit + 1)
        others = [hit for hit in hits if clip is None or hit.clip.id != clip.id][:limit]
        return [Hit(rank, h.clip, h.start, h.end, h.score, h.reason) for rank, h in enumerate(others, 1)]

    def matches(self, clip_id: int, text: str) -> list[tuple[float, float, float]]:
        """`(start, end, score)` of each window of a clip for a text, in time order.

        Raises:
            QueryError: the query is not well formed.
            LibraryError: the model cannot be loaded.
        """
        query = parse(text)
        with self._catalogue.reading() as database:
            windows = vectors.of_files(database, np.array([clip_id]))
        if not query.words or not len(windows.ids):
            return []
        vector = self._embedder.embed_text([query.text])[0]
        scores = self._scores(windows, vector)
        return [
            (float(windows.starts[row]), float(windows.ends[row]), float(scores[row]))
            for row in np.argsort(windows.starts)
        ]

    # The ways to search
    def _list(self, query: Query, limit: int) -> list[Hit]:
        listed = self._catalogue.first(query.filter, limit)
        return [Hit(rank, clip, 0.0, clip.duration, 1.0, "name") for rank, clip in enumerate(listed, 1)]

    def _by_name(self, query: Query, allowed: NDArray[np.int64] | None, limit: int) -> list[Hit]:
        ids, scores = self._named(query, allowed, max(limit, _NAMES))
        clips = self._catalogue.clips_by_id(ids.tolist())
        rows = [row for row in range(len(ids)) if int(ids[row]) in clips]
        # Of names that have the same words, the shortest says the least of anything else.
        rows.sort(key=lambda row: (-scores[row], len(clips[int(ids[row])].name), clips[int(ids[row])].name))
        return [
            Hit(rank, clip, 0.0, clip.duration, float(scores[row]), "name")
            for rank, row in enumerate(rows[:limit], 1)
            for clip in [clips[int(ids[row])]]
        ]

    def _by_vector(self, vector: NDArray[np.float32], allowed: NDArray[np.int64] | None, limit: int) -> list[Hit]:
        sounding = self._sounding(vector, allowed, limit)
        return self._hits(sounding.files, sounding.scores, np.zeros(len(sounding.files)), sounding, limit)

    def _by_both(
        self, query: Query, vector: NDArray[np.float32], allowed: NDArray[np.int64] | None, limit: int
    ) -> list[Hit]:
        sounding = self._sounding(vector, allowed, limit)
        named, name = self._named(query, allowed, max(limit, _NAMES))
        unheard = np.setdiff1d(named, sounding.files)
        if len(unheard):
            sounding = _joined(
                sounding, self._best(self._index.search(vector, len(unheard) + _CANDIDATES, unheard), vector)
            )
        files = np.union1d(sounding.files, named)
        names = np.zeros(len(files))
        names[np.searchsorted(files, named)] = name
        return self._hits(files, _spread(files, sounding), names, sounding, limit)

    # Their parts
    def _named(
        self, query: Query, allowed: NDArray[np.int64] | None, most: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """The `most` files that cover the query best by name, ids ascending."""
        ids, scores = name_scores(self._catalogue, query)
        if allowed is not None:
            passes = np.isin(ids, allowed)
            ids, scores = ids[passes], scores[passes]
        best = np.sort(np.argsort(-scores, kind="stable")[:most])
        return ids[best], scores[best]

    def _sounding(self, vector: NDArray[np.float32], allowed: NDArray[np.int64] | None, limit: int) -> _Sounding:
        """The files that sound most like `vector`, at least `limit` of them if there are as many."""
        self._index.refresh(self._embedder.model_id)
        count = max(_CANDIDATES, 2 * limit)
        while True:
            windows = self._index.search(vector, count, allowed)
            best = self._best(windows, vector)
            # A file of ten hours may fill all places with its windows: then look further.
            if len(best.files) >= limit or len(windows.ids) < count:
                return best
            count *= 4

    def _best(self, windows: Windows, vector: NDArray[np.float32]) -> _Sounding:
        """Each file's best window."""
        if not len(windows.ids):
            return _SILENT
        scores = self._scores(windows, vector)
        order = np.lexsort((-scores, windows.files))
        _, firsts = np.unique(windows.files[order], return_index=True)
        best = order[firsts]
        return _Sounding(windows.files[best], scores[best], windows.starts[best], windows.ends[best])

    def _scores(self, windows: Windows, vector: NDArray[np.float32]) -> NDArray[np.float64]:
        return meaning_scores(windows.vectors @ vector, self._index.sample() @ vector)

    def _hits(
        self,
        files: NDArray[np.int64],
        meaning: NDArray[np.float64],
        name: NDArray[np.float64],
        sounding: _Sounding,
        limit: int,
    ) -> list[Hit]:
        scores = fuse(meaning, name) if name.any() else meaning
        order = np.argsort(-scores, kind="stable")
        moments = dict(zip(sounding.files.tolist(), zip(sounding.starts, sounding.ends, strict=True), strict=True))
        clips = self._catalogue.clips_by_id(files[order[: limit + _CANDIDATES]].tolist())
        hits: list[Hit] = []
        for row in order.tolist():
            clip = clips.get(int(files[row]))
            if clip is None:
                continue  # went missing a moment ago
            start, end = moments.get(clip.id, (0.0, clip.duration))
            reason = _reason(float(meaning[row]), float(name[row]))
            hits.append(Hit(len(hits) + 1, clip, float(start), float(end), float(scores[row]), reason))
            if len(hits) == limit:
                break
        return hits

    def _stored(self, clip: Clip) -> NDArray[np.float32] | None:
        if not clip.embedded:
            return None
        with self._catalogue.reading() as database:
            windows = vectors.of_files(database, np.array([clip.id]))
        return unit(windows.vectors.mean(0)) if len(windows.ids) else None


def _joined(one: _Sounding, other: _Sounding) -> _Sounding:
    files = np.concatenate([one.files, other.files])
    order = np.argsort(files)
    return _Sounding(
        files[order],
        np.concatenate([one.scores, other.scores])[order],
        np.concatenate([one.starts, other.starts])[order],
        np.concatenate([one.ends, other.ends])[order],
    )


def _spread(files: NDArray[np.int64], sounding: _Sounding) -> NDArray[np.float64]:
    """Meaning scores for `files`, 0 where there is none."""
    scores = np.zeros(len(files))
    scores[np.searchsorted(files, sounding.files)] = sounding.scores
    return scores


def _reason(meaning: float, name: float) -> By:
    if not name:
        return "meaning"
    return "both" if meaning >= _CLEAR else "name"
