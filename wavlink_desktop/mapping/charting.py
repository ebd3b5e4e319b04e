"""Makes the map of a library, or brings it up to date."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from wavlink_desktop.library import layout, vectors
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.layout import Layout
from wavlink_desktop.mapping.projection import Cancelled, arrange, beside

STALE = 0.2
"""So large a share of clips that were put beside their neighbours, and the whole is laid out again."""
DIMENSIONS = 64
_SAMPLE = 20_000
_CHUNK = 8192
_PARTS = 1000
_READING = 0.1  # of the whole time, about


@dataclass(frozen=True, slots=True)
class MapReport:
    """What was done."""

    clips: int
    """That lie on the map now."""
    placed: int
    """New ones among them."""
    arranged: bool
    """Whether all were laid out anew."""
    cancelled: bool
    seconds: float


def chart(
    catalogue: Catalogue,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    anew: bool = False,
) -> MapReport:
    """Give every clip that has been listened to a place, and store it. Computes on one core.

    New clips are put beside their neighbours; when they have become more than `STALE`, or the model is another, or it
    is asked for (`anew`), all are laid out again, from where they were. Cancelled, the former map stays.
    """
    begun = time.monotonic()
    with catalogue.reading() as database:
        former = layout.read(database)
        model_id = database.execute("SELECT model_id FROM state").fetchone()[0]
        windows, files = vectors.owners(database, model_id)
    ids = np.unique(files)
    if former is not None and former.model_id != model_id:
        former = None  # another model hears other likenesses
    known = np.zeros(len(ids), np.bool_) if former is None else np.isin(ids, former.ids)
    if known.all() and former is not None and not anew:
        return MapReport(len(ids), 0, False, False, time.monotonic() - begun)
    tell = _Teller(progress)
    whole = anew or former is None or (~known).sum() + len(former.ids) - former.arranged > STALE * len(ids)
    try:
        with threadpool_limits(1):
            reduced = _reduced(catalogue, windows, files, ids, tell.part(0, _READING), cancelled)
            places = _places(ids, reduced, known, former, whole, tell.part(_READING, 1), cancelled)
    except Cancelled:
        return MapReport(0 if former is None else len(former.ids), 0, False, True, time.monotonic() - begun)
    arranged = len(ids) if whole or former is None else min(former.arranged, int(known.sum()))
    with catalogue.writing() as database:
        layout.write(database, Layout(model_id, ids, places, arranged))
    return MapReport(len(ids), int((~known).sum()), whole, False, time.monotonic() - begun)


class _Teller:
    """Turns shares of shares into parts of a thousand."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        self._progress = progress

    def part(self, begin: float, end: float) -> Callable[[float], None]:
        return lambda share: self._progress(round(_PARTS * (begin + (end - begin) * share)), _PARTS)


def _places(
    ids: NDArray[np.int64],
    reduced: NDArray[np.float32],
    known: NDArray[np.bool_],
    former: Layout | None,
    whole: bool,
    tell: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> NDArray[np.float32]:
    if former is None or known.mean() < 0.5:  # too little left of the former to start from
        return arrange(reduced, None, tell, cancelled)
    places = np.empty((len(ids), 2), np.float32)
    places[known] = former.places[np.searchsorted(former.ids, ids[known])]
    if not known.all():
        places[~known] = beside(reduced[known], places[known], reduced[~known], lambda _: None, cancelled)
    return arrange(reduced, places, tell, cancelled) if whole else places


def _reduced(
    catalogue: Catalogue,
    windows: NDArray[np.int64],
    files: NDArray[np.int64],
    ids: NDArray[np.int64],
    tell: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> NDArray[np.float32]:
    """The mean vectors of the clips, `(n, 64)`, unit length: an eighth of the memory, in the directions that differ."""
    picked = np.random.default_rng(0).permutation(len(windows))[:_SAMPLE]
    with catalogue.reading() as database:
        sample = vectors.by_ids(database, windows[np.sort(picked)]).vectors
        middle = sample.mean(axis=0) if len(sample) else np.zeros(vectors.DIMENSIONS, np.float32)
        axes = np.linalg.eigh((sample - middle).T @ (sample - middle))[1][:, : -DIMENSIONS - 1 : -1]
        sums = np.zeros((len(ids), DIMENSIONS), np.float32)
        for begin in range(0, len(windows), _CHUNK):
            if cancelled():
                raise Cancelled
            chunk = windows[begin : begin + _CHUNK]
            found = vectors.by_ids(database, chunk)
            owners = files[begin + np.searchsorted(chunk, found.ids)]
            np.add.at(sums, np.searchsorted(ids, owners), (found.vectors - middle) @ axes)
            tell(begin / len(windows))
    return vectors.unit(sums)
