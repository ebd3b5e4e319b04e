"""Nearest windows to a vector: the first 64 dimensions find candidates, all 512 rank them.

Windows that are in the HNSW graph are looked up there; the others (the *tail*: all of a small library, and what was
added lately) are compared one by one, which is exact and takes a millisecond. A thread moves the tail into the graph
when it has grown long, while searches go on.
"""

import logging
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import hnswlib
import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library import graphfile, vectors
from wavlink_desktop.library.among import are_among
from wavlink_desktop.library.catalogue import Catalogue, State
from wavlink_desktop.library.graphfile import GraphOf, Saved
from wavlink_desktop.library.vectors import Windows, unit

COARSE_DIMENSIONS = 64
_WIDE = 1000
"""Candidates at least: of a million windows, the best ten of all 512 dimensions are among the best 1,000 of the first
64 (recall 0.99; among 300, 0.93). The first 128 need 300 only, but twice the memory and disk."""
GRAPH_FROM = 20_000
"""A tail this long goes into the graph: comparing one by one costs 1 ms for 10,000 windows, the graph 0.5 ms in all."""
_FEW = 6_000  # so many windows that pass a filter are ranked with all dimensions: 5 µs each, less than a filtered walk
_STALE = 0.2  # of the graph may be windows that are gone; then it is built anew
_LINKS, _CARE = 16, 200  # hnswlib's M and ef_construction
_CHUNK = 64  # windows put into the graph at a time, 10 ms: searches wait no longer
_READ = 8192
_SAMPLE = 1024
_POLL_SECONDS = 0.2

_log = logging.getLogger(__name__)
_NONE = np.zeros(0, np.int64)


class VectorIndex:
    """The windows of a catalogue, searchable. Safe to call from several threads."""

    def __init__(self, catalogue: Catalogue, graph_from: int = GRAPH_FROM) -> None:
        self._catalogue = catalogue
        self._graph_from = graph_from
        self._lock = threading.RLock()
        self._state: State | None = None
        self._model_id = ""
        self._ids = _NONE  # windows that can be found, ascending
        self._files = _NONE  # the file of each
        self._linked = np.zeros(0, np.bool_)  # whether each is in the graph
        self._tail_ids = _NONE  # those that are not, ascending
        self._tail = np.zeros((0, COARSE_DIMENSIONS), np.float32)
        self._graph: Any | None = None  # hnswlib.Index: labels are window ids
        self._last_label = 0
        self._saved = 0  # elements of the graph on disk
        self._sample = np.zeros((0, vectors.DIMENSIONS), np.float32)
        self._sampled_at = 0
        self._growing: threading.Thread | None = None
        self._stop = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """How many windows can be found."""
        return len(self._ids)

    def close(self) -> None:
        """Stop moving windows into the graph, and save it if it grew."""
        self._stop.set()
        if self._growing is not None:
            self._growing.join()
        self.save()

    # Keeping in step
    def refresh(self, model_id: str) -> None:
        """Come into step with the catalogue, for the windows of this model. Cheap when nothing changed."""
        with self._lock:
            state = self._catalogue.state()
            if self._state is not None and (state.revision, model_id) == (self._state.revision, self._model_id):
                return
            if self._state is None or (state.library, model_id) != (self._state.library, self._model_id):
                self._open(state, model_id)
            self._follow()
            if len(self._tail_ids) >= self._graph_from and self._growing is None and not self._stop.is_set():
                self._growing = threading.Thread(target=self._grow, name="index", daemon=True)
                self._growing.start()

    def settle(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Wait until the graph holds what it should, and save it if it grew."""
        growing = self._growing
        while growing is not None and growing.is_alive() and not cancelled():
            growing.join(_POLL_SECONDS)
        self.save()

    def save(self) -> None:
        """Write the graph to disk if it grew. A disk that is full is no error: the graph is a cache."""
        with self._lock:
            if self._graph is None or self._state is None or self._graph.get_current_count() == self._saved:
                return
            try:
                saved = Saved(self._graph, np.stack([self._ids, self._files]), self._state.generation)
                graphfile.save(self._catalogue.path, saved, self._graph_of(self._state.library))
            except OSError as error:
                _log.warning("the search index was not saved: %s", error)
                return
            self._saved = self._graph.get_current_count()

    # Finding
    def search(self, query: NDArray[np.float32], count: int, files: NDArray[np.int64] | None = None) -> Windows:
        """At least `count` windows, if there are as many, that are nearest to `query` `(512,)`, of these files only if
        given; not in order.

        Their scores are `windows.vectors @ query`.
        """
        count = max(count, _WIDE)
        with self._lock:
            allowed = None if files is None else are_among(self._files, files)
            coarse = unit(query[:COARSE_DIMENSIONS].astype(np.float32))
            candidates = np.concatenate(
                [self._nearest_in_tail(coarse, count, allowed), self._nearest_in_graph(coarse, count, allowed)]
            )
        with self._catalogue.reading() as database:
            return vectors.by_ids(database, candidates)

    def sample(self) -> NDArray[np.float32]:
        """Vectors `(≤ 1024, 512)` of windows from all over the library: what is usual in it."""
        with self._lock:
            if not self._sampled_at <= len(self._ids) <= 1.5 * self._sampled_at:
                picked = np.linspace(0, len(self._ids) - 1, min(_SAMPLE, len(self._ids))).astype(np.int64)
                with self._catalogue.reading() as database:
                    self._sample = vectors.by_ids(database, self._ids[picked]).vectors
                self._sampled_at = len(self._ids)
            return self._sample

    def _nearest_in_tail(
        self, coarse: NDArray[np.float32], count: int, allowed: NDArray[np.bool_] | None
    ) -> NDArray[np.int64]:
        ids, rows = self._tail_ids, self._tail
        if allowed is not None and len(ids):
            among = allowed[~self._linked]
            ids, rows = ids[among], rows[among]
        if len(ids) <= count:
            return ids
        return ids[np.argpartition(rows @ coarse, -count)[-count:]]

    def _nearest_in_graph(
        self, coarse: NDArray[np.float32], count: int, allowed: NDArray[np.bool_] | None
    ) -> NDArray[np.int64]:
        if self._graph is None:
            return _NONE
        inside = self._linked if allowed is None else self._linked & allowed
        ids = self._ids[inside]
        if len(ids) <= max(count, _FEW if allowed is not None else 0):
            return ids
        only = None
        if len(ids) < self._graph.get_current_count():
            passes = np.zeros(self._last_label + 1, np.uint8)
            passes[ids] = 1
            only = passes.tobytes().__getitem__
        self._graph.set_ef(2 * count)
        while count:
            try:
                labels, _ = self._graph.knn_query(coarse[None], k=count, num_threads=1, filter=only)
            except RuntimeError:  # the walk through the graph met fewer than that
                count //= 2
            else:
                return labels[0].astype(np.int64)  # type: ignore[no-any-return]
        return _NONE

    # Everything below runs under the lock
    def _graph_of(self, library: str) -> GraphOf:
        return GraphOf(library, self._model_id, COARSE_DIMENSIONS)

    def _graph_labels(self) -> NDArray[np.int64]:
        return _NONE if self._graph is None else np.array(self._graph.get_ids_list(), np.int64)

    def _open(self, state: State, model_id: str) -> None:
        self._model_id = model_id
        self._state = self._graph = None
        self._ids = self._files = self._tail_ids = _NONE
        self._linked = np.zeros(0, np.bool_)
        self._tail = self._tail[:0]
        self._saved = self._last_label = 0
        saved = graphfile.load(self._catalogue.path, self._graph_of(state.library))
        if saved is None:
            return
        self._graph = saved.graph
        labels = self._graph_labels()
        self._saved, self._last_label = len(labels), int(labels.max(initial=0))
        if saved.generation == state.generation:  # what could be found then can be found now
            self._ids, self._files = saved.windows
            self._linked = np.isin(self._ids, labels)
            self._state = state

    def _follow(self) -> None:
        """Bring ids, files and tail into step: only what is new, when nothing vanished or came back."""
        with self._catalogue.reading() as database:
            library, revision, generation, model_id = database.execute(
                "SELECT library, revision, generation, model_id FROM state"
            ).fetchone()
            grown = self._state is not None and self._state.generation == generation
            newest = int(self._ids[-1]) if grown and len(self._ids) else 0
            ids, files = vectors.owners(database, self._model_id, newest)
            if grown:
                ids, files = np.concatenate([self._ids, ids]), np.concatenate([self._files, files])
            linked = self._linked_among(ids, grown)
            if self._graph is not None and self._graph.get_current_count() * (1 - _STALE) > linked.sum():
                self._graph, linked = None, np.zeros(len(ids), np.bool_)
            tail_ids = ids[~linked]
            self._tail = self._tail_of(tail_ids, database)
            self._ids, self._files, self._linked, self._tail_ids = ids, files, linked, tail_ids
            self._state = State(library, revision, generation, model_id)

    def _linked_among(self, ids: NDArray[np.int64], grown: bool) -> NDArray[np.bool_]:
        if grown:
            return np.concatenate([self._linked, np.zeros(len(ids) - len(self._linked), np.bool_)])
        return np.isin(ids, self._graph_labels())

    def _tail_of(self, ids: NDArray[np.int64], database: Any) -> NDArray[np.float32]:
        """The tail's vectors: those that are here already, the others from the catalogue."""
        tail = np.empty((len(ids), COARSE_DIMENSIONS), np.float32)
        here = np.isin(ids, self._tail_ids)
        tail[here] = self._tail[np.searchsorted(self._tail_ids, ids[here])]
        (missing,) = np.nonzero(~here)
        for begin in range(0, len(missing), _READ):
            rows = missing[begin : begin + _READ]
            found = vectors.by_ids(database, ids[rows])
            tail[rows[np.searchsorted(ids[rows], found.ids)]] = unit(found.vectors[:, :COARSE_DIMENSIONS])
        return tail

    def _grow(self) -> None:
        """Move the tail into the graph, bit by bit; runs in a thread of its own."""
        while not self._stop.is_set():
            with self._lock:
                if not len(self._tail_ids):
                    break
                self._link(self._tail_ids[:_CHUNK], self._tail[:_CHUNK])
            time.sleep(0.0005)  # locks are not fair: let a search have its turn
        with self._lock:
            self._growing = None

    def _link(self, ids: NDArray[np.int64], rows: NDArray[np.float32]) -> None:
        if self._graph is None:
            self._graph = hnswlib.Index("cosine", COARSE_DIMENSIONS)
            self._graph.init_index(2 * self._graph_from, M=_LINKS, ef_construction=_CARE)
        elements = self._graph.get_current_count() + len(ids)
        if elements > self._graph.get_max_elements():
            self._graph.resize_index(int(1.25 * elements) + len(self._tail_ids))
        self._graph.add_items(rows, ids, num_threads=1)
        self._last_label = max(self._last_label, int(ids[-1]))
        self._linked[np.searchsorted(self._ids, ids)] = True
        self._tail_ids, self._tail = self._tail_ids[len(ids) :], self._tail[len(ids) :]
