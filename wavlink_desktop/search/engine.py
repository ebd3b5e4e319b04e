"""A request in, ranked clips out."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library import collecting, marks, vectors
from wavlink_desktop.library.among import are_among
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import ModelError
from wavlink_desktop.library.index import VectorIndex
from wavlink_desktop.library.listing import SORT_KEYS, Order, ordered_ids, sorted_rows
from wavlink_desktop.library.records import SoundEmbedder
from wavlink_desktop.library.vectors import Windows
from wavlink_desktop.search.answer import REASONS, Answer, Ranking, Row
from wavlink_desktop.search.hits import By, Hit
from wavlink_desktop.search.names import NAMELESS, Named, Names
from wavlink_desktop.search.query import Query, parse
from wavlink_desktop.search.ranking import fuse
from wavlink_desktop.search.request import Request, Sound
from wavlink_desktop.search.sounding import SILENT, Nearest, Sounding, Wanted, Wish, heard, nearest
from wavlink_desktop.search.sounds import Ears

BEST = 1000
"""As many of a ranked search as anybody scrolls through, beside those that have all its words."""
_CLOSE = 300  # of the clips found by name: so many are listened to, and those of equal names sorted
_FEW_WINDOWS = 2000  # of those; read while the model is asked
_BESIDE_SOUNDS = 2.0  # weight of words beside sounds, see `ranking.together`
_CLEAR = 0.25  # a meaning score that counts as a reason beside the name
_READ = 2000  # rows at a time
_BALANCES: dict[By, float] = {"name": 0.0, "both": 0.5, "meaning": 1.0}

_log = logging.getLogger(__name__)


class Searcher:
    """Searches a catalogue by words and by sound."""

    def __init__(self, catalogue: Catalogue, index: VectorIndex, embedder: SoundEmbedder) -> None:
        self._catalogue = catalogue
        self._index = index
        self._names = Names(catalogue)
        self._ears = Ears(catalogue, embedder)
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="hearing")

    def close(self) -> None:
        """End the threads; no other may be inside a call."""
        self._pool.shutdown()

    def answer(self, request: Request, order: Order | None = None, limit: int = BEST) -> Answer:
        """What a request finds: ranked, the best `limit` and all that have its words; else all that passes its filters.

        Raises:
            QueryError: the text is not well formed.
            LibraryError: a sound cannot be read, or the model cannot be loaded and is needed.
        """
        query = parse(request.text, self._saved)
        if not query.words and not request.sounds:
            return Answer(ordered_ids(self._catalogue, query.filter, order if order and _is_sql(order) else None))
        found = self._ranked(query, request, limit)
        return found if order is None else found.taken(self._rows_by(found, order))

    def rows(self, answer: Answer, rows: NDArray[np.int64]) -> list[Row | None]:
        """Those rows of an answer; None where a clip cannot be found any more."""
        taken = answer.taken(rows)
        found: list[Row | None] = []
        for begin in range(0, len(rows), _READ):
            found += self._read(taken.taken(np.arange(begin, min(begin + _READ, len(rows)))), rows[begin:])
        return found

    def hits(self, answer: Answer, first: int = 0, count: int | None = None) -> list[Hit]:
        """`count` hits from row `first` on; clips that cannot be found any more are left out."""
        rows = np.arange(len(answer))[first:][:count]
        return [row.hit for row in self.rows(answer, rows) if row is not None]

    def search(self, text: str, limit: int = 100, by: By = "both") -> list[Hit]:
        """The best hits for a text; what passes the filters, in the order of their paths, when no words are given.

        Raises:
            QueryError: the query is not well formed.
            ModelError: `by` is "meaning" and the model cannot be loaded.
        """
        return self.hits(self.answer(Request(text, balance=_BALANCES[by]), limit=limit), 0, limit)

    def select(self, text: str, limit: int | None = None) -> NDArray[np.int64]:
        """Ids `(n,)` of the clips that a query asks for: with words the best 1,000, best first; else all that pass.

        `limit` sets another number. Raises as `search` does.
        """
        answer = self.answer(Request(text), limit=limit or BEST)
        return answer.ids[: limit or (BEST if answer.ranked else None)]

    def similar(self, path: Path, limit: int = 100, start: float = 0.0, end: float | None = None) -> list[Hit]:
        """Clips that sound like a file, or like its seconds `start` to `end`; the file itself is left out.

        Raises:
            LibraryError: the file cannot be read, or the model cannot be loaded.
        """
        return self.hits(self.answer(Request(sounds=(Sound(path, start, end),)), limit=limit), 0, limit)

    def matches(self, clip_id: int, request: Request) -> list[tuple[float, float, float]]:
        """`(start, end, score)` of each window of a clip for a request, by how it sounds, in time order.

        Raises:
            QueryError: the text is not well formed.
            LibraryError: a sound cannot be read, or the model cannot be loaded.
        """
        query = parse(request.text, self._saved)
        with self._catalogue.reading() as database:
            windows = vectors.of_files(database, np.array([clip_id]))
        if not (query.words or request.sounds) or not len(windows.ids):
            return []
        words = self._words(query, request) if query.words else None
        scores = Wanted(self._sounds(request), words).meaning(windows, self._index.sample())
        return [
            (float(windows.starts[row]), float(windows.ends[row]), float(scores[row]))
            for row in np.argsort(windows.starts)
        ]

    def _saved(self, name: str) -> str | None:
        with self._catalogue.reading() as database:
            return collecting.saved_query(database, name)

    # How a request is answered
    def _ranked(self, query: Query, request: Request, limit: int) -> Answer:
        allowed = self._catalogue.ids(query.filter) if query.filter else None
        balance = request.balance if query.words else 1.0
        # The model (another process) and the index are asked while SQLite looks for the names.
        hearing = self._pool.submit(self._listen, query, replace(request, balance=balance), allowed, limit)
        named = self._named(query, allowed) if balance < 1 else NAMELESS
        close = named.best(_CLOSE).files
        windows = self._windows_of(close) if balance else None
        wanted, near = hearing.result()
        sounding = SILENT
        if near is not None:
            wanted = replace(wanted, named=named, balance=balance)
            sounding = heard(self._index, near, wanted, close, windows)
        if not wanted.sounds:  # what words alone ask for need not have been heard
            sounding = _among(sounding, named.first(max(limit, _READ)), balance if near is not None else 0.0)
        asked = [clip.id for sound in request.sounds if (clip := self._catalogue.find(sound.path)) is not None]
        return self._best_first(sounding, ~np.isin(sounding.files, asked), named, limit, near is None)

    def _listen(
        self, query: Query, request: Request, allowed: NDArray[np.int64] | None, limit: int
    ) -> tuple[Wanted, Nearest | None]:
        """What is to be heard, and what comes near it; None where nothing is."""
        wanted = self._wanted(query, request)
        if not wanted.wishes:
            return wanted, None
        self._index.refresh(self._ears.model_id)
        return wanted, nearest(self._index, wanted.wishes, allowed, limit)

    def _windows_of(self, files: NDArray[np.int64]) -> Windows | None:
        """All windows of these files, unless some are so long that only the index can say which come into question."""
        try:
            model_id = self._ears.model_id
        except ModelError:  # is told where the model is asked
            return None
        with self._catalogue.reading() as database:
            return vectors.few_of_files(database, files, model_id, _FEW_WINDOWS)

    def _named(self, query: Query, allowed: NDArray[np.int64] | None) -> Named:
        named = self._names.find(query)
        passes = ~are_among(named.files, self._catalogue.hidden_ids())
        if allowed is not None:
            passes &= are_among(named.files, allowed)
        return named.kept(passes)

    def _wanted(self, query: Query, request: Request) -> Wanted:
        if not request.balance:
            return Wanted()
        sounds = self._sounds(request)
        try:
            words = self._words(query, request) if query.words else None
        except ModelError as error:
            if request.balance == 1 or request.sounds:
                raise
            _log.warning("searching by name only: %s", error)
            return Wanted()
        return Wanted(sounds, words)

    def _words(self, query: Query, request: Request) -> Wish:
        return Wish(self._ears.text(query.text), _BESIDE_SOUNDS if request.sounds else 1.0)

    def _sounds(self, request: Request) -> Sequence[Wish]:
        return [Wish(self._ears.sound(sound), sound.weight) for sound in request.sounds if sound.weight]

    def _best_first(
        self, sounding: Sounding, kept: NDArray[np.bool_], named: Named, limit: int, by_name_only: bool
    ) -> Answer:
        names = named.of(sounding.files)
        whole = are_among(sounding.files, named.files[named.whole])
        order = np.argsort(-sounding.scores, kind="stable")
        order = order[kept[order]]
        if by_name_only:
            order = self._shortest_first(sounding, order)
        order = order[(np.arange(len(order)) < limit) | whole[order]]
        reasons = np.where(names[order] == 0, 0, np.where(sounding.meanings[order] >= _CLEAR, 2, 1))
        return Answer(
            sounding.files[order],
            Ranking(
                np.arange(1, len(order) + 1),
                sounding.scores[order],
                sounding.starts[order],
                sounding.ends[order],
                reasons.astype(np.uint8),
            ),
        )

    def _shortest_first(self, sounding: Sounding, order: NDArray[np.int64]) -> NDArray[np.int64]:
        """Of names that have the same words, the shortest says the least of anything else."""
        close = order[:_READ]
        rows = sorted_rows(self._catalogue, sounding.files[close], Order("name length"))
        close = close[rows]
        return np.concatenate([close[np.argsort(-sounding.scores[close], kind="stable")], order[_READ:]])

    def _rows_by(self, answer: Answer, order: Order) -> NDArray[np.int64]:
        if _is_sql(order):
            return sorted_rows(self._catalogue, answer.ids, order)
        assert answer.ranking is not None
        column = answer.ranking.starts if order.key == "moment" else answer.ranking.ranks
        return np.argsort(-column if order.descending else column, kind="stable")

    def _read(self, answer: Answer, numbers: NDArray[np.int64]) -> list[Row | None]:
        ids = answer.ids.tolist()
        clips, tags = self._catalogue.clips_by_id(ids), self._catalogue.tags_by_file(ids)
        with self._catalogue.reading() as database:
            stars, favourites = marks.ratings(database, ids), marks.favourites(database, ids)
        ranking = answer.ranking
        rows: list[Row | None] = []
        for place, number in enumerate(ids):
            clip = clips.get(number)
            if clip is None:
                rows.append(None)
                continue
            hit = Hit(int(numbers[place]) + 1, clip, 0.0, clip.duration, 1.0, "name")
            if ranking is not None:
                end = float(ranking.ends[place])
                hit = Hit(
                    int(ranking.ranks[place]),
                    clip,
                    float(ranking.starts[place]),
                    clip.duration if np.isnan(end) else end,
                    float(ranking.scores[place]),
                    REASONS[ranking.reasons[place]],
                )
            rows.append(Row(hit, tags.get(number, ()), stars.get(number, 0), number in favourites))
        return rows


def _is_sql(order: Order) -> bool:
    return order.key in SORT_KEYS


def _among(sounding: Sounding, named: Named, balance: float) -> Sounding:
    """With the files that were found by name and not heard: their score is that of the name alone."""
    silent = ~are_among(named.files, sounding.files)
    files, names = named.files[silent], named.scores[silent]
    zeros, nowhere = np.zeros(len(files)), np.full(len(files), np.nan)
    scores = fuse(zeros, names, balance) if balance else names
    joined = Sounding(
        np.concatenate([sounding.files, files]),
        np.concatenate([sounding.scores, scores]),
        np.concatenate([sounding.meanings, zeros]),
        np.concatenate([sounding.starts, zeros]),
        np.concatenate([sounding.ends, nowhere]),
    )
    order = np.argsort(joined.files)
    return Sounding(*(getattr(joined, name)[order] for name in ("files", "scores", "meanings", "starts", "ends")))
