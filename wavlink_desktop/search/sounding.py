"""Files by how they sound: each by the window that matches best."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.among import are_among
from wavlink_desktop.library.index import VectorIndex
from wavlink_desktop.library.vectors import Windows
from wavlink_desktop.search.names import NAMELESS, Named
from wavlink_desktop.search.ranking import Scores, direction, fuse, meaning_scores, together

_CANDIDATES = 300  # windows from the index for a start


@dataclass(frozen=True, slots=True)
class Wish:
    """What clips should sound like, or, with a negative weight, unlike."""

    vector: NDArray[np.float32]
    """`(512,)`, unit length."""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """All that a request asks for."""

    sounds: Sequence[Wish] = ()
    words: Wish | None = None
    """What the words mean."""
    named: Named = field(default=NAMELESS)
    """Where the words are written; evidence beside what they mean."""
    balance: float = 0.5
    """As in `Request`."""

    @property
    def wishes(self) -> list[Wish]:
        """All that can be heard."""
        return [*self.sounds, *([self.words] if self.words else [])]

    def meaning(self, windows: Windows, sample: NDArray[np.float32]) -> Scores:
        """How well each window sounds as it should, 0…1; `(n,)`."""
        scores = np.stack([_alike(wish, windows, sample) for wish in self.wishes])
        return together(scores, np.array([wish.weight for wish in self.wishes]))

    def score(self, windows: Windows, sample: NDArray[np.float32], meaning: Scores) -> Scores:
        """How well each window fits, names and all, 0…1; `(n,)`. `meaning`: what that says of them."""
        if not self.named.files.size:
            return meaning
        names = self.named.of(windows.files)
        if not self.sounds:
            return fuse(meaning, names, self.balance)
        heard = _alike(self.words, windows, sample) if self.words else np.zeros(len(names))
        words = fuse(heard, names, self.balance)
        scores = np.stack([*(_alike(wish, windows, sample) for wish in self.sounds), words])
        sounds_count = min(1.0, 2 * self.balance)
        weights = [*(wish.weight * sounds_count for wish in self.sounds), self.words.weight if self.words else 1.0]
        return together(scores, np.array(weights))


@dataclass(frozen=True, slots=True)
class Sounding:
    """Files that were listened to; all `(n,)`."""

    files: NDArray[np.int64]
    """Ids, ascending."""
    scores: Scores
    """How well each one's best window fits, 0…1."""
    meanings: Scores
    """How well that window sounds as it should, names aside, 0…1."""
    starts: NDArray[np.float64]
    """Seconds: where it begins."""
    ends: NDArray[np.float64]


SILENT = Sounding(np.zeros(0, np.int64), np.zeros(0), np.zeros(0), np.zeros(0), np.zeros(0))


@dataclass(frozen=True, slots=True)
class Nearest:
    """The windows that come into question, whatever is said of them by name."""

    towards: NDArray[np.float32]
    """`(512,)`: where they lie."""
    windows: Windows


def nearest(index: VectorIndex, wishes: Sequence[Wish], allowed: NDArray[np.int64] | None, limit: int) -> Nearest:
    """The windows of some `limit` files, at least half as many if there are, that sound most as they should."""
    sample = index.sample()
    vectors, weights = np.stack([wish.vector for wish in wishes]), np.array([wish.weight for wish in wishes])
    towards = [direction(vectors, weights, sample)]
    if len(wishes) > 1:  # what is best in one may be the best compromise, too
        towards += [wish.vector for wish in wishes if wish.weight > 0]
    count = max(limit + limit // 10, _CANDIDATES)
    while True:
        found = [index.search(vector, count, allowed) for vector in towards]
        windows = _merged(found)
        # A file of ten hours may fill all places with its windows: then look further. But not for the last of a
        # thousand, where files of two or three windows are common: four times as many take four times as long.
        if len(np.unique(windows.files)) >= limit // 2 or all(len(part.ids) < count for part in found):
            return Nearest(towards[0], windows)
        count *= 4


def heard(
    index: VectorIndex, near: Nearest, wanted: Wanted, close: NDArray[np.int64], windows: Windows | None
) -> Sounding:
    """Each file's best window, of those that are `near`, and of the files `close`, whose `windows` they are if they
    have been read."""
    sample = index.sample()
    best = _best(near.windows, wanted, sample)
    unheard = np.setdiff1d(close, best.files)
    if not len(unheard):
        return best
    if windows is None:
        theirs = index.search(near.towards, len(unheard) + _CANDIDATES, unheard)
    else:
        theirs = windows.kept(are_among(windows.files, unheard))
    return _joined(best, _best(theirs, wanted, sample))


def _alike(wish: Wish, windows: Windows, sample: NDArray[np.float32]) -> Scores:
    return meaning_scores(windows.vectors @ wish.vector, sample @ wish.vector)


def _best(windows: Windows, wanted: Wanted, sample: NDArray[np.float32]) -> Sounding:
    """Each file's best window."""
    if not len(windows.ids):
        return SILENT
    meanings = wanted.meaning(windows, sample)
    scores = wanted.score(windows, sample, meanings)
    order = np.lexsort((-meanings, -scores, windows.files))
    _, firsts = np.unique(windows.files[order], return_index=True)
    best = order[firsts]
    return Sounding(windows.files[best], scores[best], meanings[best], windows.starts[best], windows.ends[best])


def _merged(found: Sequence[Windows]) -> Windows:
    if len(found) == 1:
        return found[0]
    ids, rows = np.unique(np.concatenate([windows.ids for windows in found]), return_index=True)
    return Windows(
        ids,
        np.concatenate([windows.files for windows in found])[rows],
        np.concatenate([windows.starts for windows in found])[rows],
        np.concatenate([windows.ends for windows in found])[rows],
        np.concatenate([windows.vectors for windows in found])[rows],
    )


def _joined(one: Sounding, other: Sounding) -> Sounding:
    files = np.concatenate([one.files, other.files])
    order = np.argsort(files)
    return Sounding(
        files[order],
        np.concatenate([one.scores, other.scores])[order],
        np.concatenate([one.meanings, other.meanings])[order],
        np.concatenate([one.starts, other.starts])[order],
        np.concatenate([one.ends, other.ends])[order],
    )
