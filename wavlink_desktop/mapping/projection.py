"""From vectors to places on a plane: t-SNE on the graph of nearest neighbours.

openTSNE (Poličar, Stražar, Zupan 2024) with the FFT of Linderman et al. 2019: linear in the number of clips. Uniform
affinities and an exaggeration of 4 give what UMAP shows, compact islands in a meaningful order (Böhm, Berens, Kobak
2022), without numba's compiler in the program; the start from the principal components, or from the layout before,
keeps every island where it is from one time to the next (Kobak, Linderman 2021).
"""

from collections.abc import Callable
from typing import Any

import hnswlib
import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float32]
Progress = Callable[[float], None]
"""Told the share that is done, 0…1."""

NEIGHBOURS = 15
_BESIDE = 5
_SEED = 6
_EXACT = 3e7  # pairs that are compared one by one: a second; beyond, a graph is quicker
_EARLY, _LATE, _AGAIN = 200, 350, 150  # steps
_EARLY_PULL, _PULL = 12.0, 1.5
_SPREAD = 1e-4  # of a start from principal components: small, so that islands sort themselves out before they part
_NEIGHBOURS_SHARE = 0.15  # of the whole time, about
_JITTER = 0.05  # copies of one sound stay distinguishable
_CHUNK = 2000
_FEW = 8


class Cancelled(Exception):
    """The user does not want it any more."""


def arrange(
    vectors: NDArray[np.float32], former: Places | None, progress: Progress, cancelled: Callable[[], bool]
) -> Places:
    """Places `(n, 2)` for vectors `(n, d)`, centred. `former`: a layout of these very clips to start from.

    The same input gives the same places. Raises `Cancelled`.
    """
    count = len(vectors)
    if count < _FEW:
        return _flat(vectors)
    neighbours, distances = nearest(
        vectors, vectors, min(NEIGHBOURS, count - 2) + 1, lambda share: progress(share * _NEIGHBOURS_SHARE), cancelled
    )
    return _embed(
        *_without_self(neighbours, distances), _start(vectors, former), former is not None, progress, cancelled
    )


def beside(
    known: NDArray[np.float32],
    places: Places,
    added: NDArray[np.float32],
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Places:
    """Places `(m, 2)` for further vectors `(m, d)`: amid their neighbours among the known `(n, d)`, at `places`."""
    found, _ = nearest(known, added, min(_BESIDE, len(known)), progress, cancelled)
    # The median keeps to the island where most of them are; a mean would lie in the sea between two.
    middle = np.median(places[found], axis=1)
    jitter = np.random.default_rng(_SEED).normal(0, _JITTER, middle.shape)
    return np.asarray(middle + jitter, np.float32)


def nearest(
    known: NDArray[np.float32],
    wanted: NDArray[np.float32],
    count: int,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Rows of `known` and distances, both `(m, count)`, of the nearest to each of `wanted`, the nearest first."""
    exact = len(known) * len(wanted) <= _EXACT
    index = (hnswlib.BFIndex if exact else hnswlib.Index)("l2", known.shape[1])
    if exact:
        index.init_index(len(known))
    else:
        index.init_index(len(known), M=12, ef_construction=80, random_seed=_SEED)
    for begin in range(0, len(known), _CHUNK):
        _check(cancelled)
        rows = known[begin : begin + _CHUNK]
        numbers = np.arange(begin, begin + len(rows))
        index.add_items(rows, numbers) if exact else index.add_items(rows, numbers, num_threads=1)
        progress(0.7 * begin / len(known))
    found = np.empty((len(wanted), count), np.int64)
    squares = np.empty((len(wanted), count), np.float32)
    for begin in range(0, len(wanted), _CHUNK):
        _check(cancelled)
        part = slice(begin, begin + _CHUNK)
        found[part], squares[part] = _ask(index, wanted[part], count, exact)
        progress(0.7 + 0.3 * begin / len(wanted))
    return found, np.sqrt(np.maximum(squares, 0))


def _ask(index: "hnswlib.Index", rows: NDArray[np.float32], count: int, exact: bool) -> Any:
    if exact:
        return index.knn_query(rows, k=count)
    care = 3 * count
    while True:
        index.set_ef(care)
        try:
            return index.knn_query(rows, k=count, num_threads=1)
        except RuntimeError:  # the walk met fewer than that: a crowd of copies that are linked with each other alone
            if care > index.get_current_count():
                raise
            care *= 4


def _without_self(
    neighbours: NDArray[np.int64], distances: NDArray[np.float32]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """One column less: each row's own number, or the farthest where copies have pushed that out."""
    own = neighbours == np.arange(len(neighbours))[:, None]
    own[~own.any(axis=1), -1] = True
    shape = len(neighbours), neighbours.shape[1] - 1
    return neighbours[~own].reshape(shape), distances[~own].reshape(shape)


def _start(vectors: NDArray[np.float32], former: Places | None) -> NDArray[np.float64]:
    rng = np.random.default_rng(_SEED)
    if former is not None:
        return former + rng.normal(0, 1e-3, former.shape)
    flat = _flat(vectors).astype(np.float64)
    flat *= _SPREAD / max(flat[:, 0].std(), 1e-12)
    return np.asarray(flat + rng.normal(0, _SPREAD / 100, flat.shape), np.float64)


def _flat(vectors: NDArray[np.float32]) -> Places:
    """The first two principal components, `(n, 2)`, each with its longer tail to the right: no mirror images."""
    centred = (vectors - vectors.mean(axis=0) if len(vectors) else vectors).astype(np.float64)
    axes = np.linalg.eigh(centred.T @ centred)[1][:, :-3:-1]
    flat = centred @ axes
    flat *= np.where((flat**3).sum(axis=0) < 0, -1, 1)
    return np.asarray(np.pad(flat, ((0, 0), (0, 2 - flat.shape[1]))), np.float32)


def _embed(
    neighbours: NDArray[np.int64],
    distances: NDArray[np.float32],
    start: NDArray[np.float64],
    again: bool,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Places:
    from openTSNE import TSNEEmbedding, affinity  # here: it takes a second, and scikit-learn with it
    from openTSNE.nearest_neighbors import PrecomputedNeighbors

    affinities = affinity.Uniform(
        knn_index=PrecomputedNeighbors(neighbours, distances), k_neighbors=neighbours.shape[1], symmetrize="max"
    )
    embedding = TSNEEmbedding(
        start, affinities, negative_gradient_method="fft" if len(start) > 2000 else "bh", n_jobs=1, random_state=_SEED
    )
    phases = [(_AGAIN, _PULL, 0.8)] if again else [(_EARLY, _EARLY_PULL, 0.5), (_LATE, _PULL, 0.8)]
    steps, done = sum(phase[0] for phase in phases), 0

    def report(step: int, *_: object) -> bool:
        progress(_NEIGHBOURS_SHARE + (1 - _NEIGHBOURS_SHARE) * (done + step) / steps)
        return cancelled()

    for count, pull, momentum in phases:
        embedding.optimize(
            count, exaggeration=pull, momentum=momentum, inplace=True, callbacks=report, callbacks_every_iters=5
        )
        _check(cancelled)
        done += count
    places = np.asarray(embedding, np.float32)
    # Views are wide: the first time, the long side lies down. Later nothing turns.
    return np.asarray(places - places.mean(axis=0), np.float32) if again else _flat(places)


def _check(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
