"""Where the words of a query are written: in names first, then in folders, descriptions and tags."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.search import fts
from wavlink_desktop.search.query import Query
from wavlink_desktop.search.ranking import Scores

_LITTLE_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "with"}
)
_IN_NAME = 10  # tenths
_BEGINNING = 7  # the beginning of a word in the name
_ELSEWHERE = 6  # a word in the folder, description or tags
_LEAST_LETTERS = 2  # of a beginning: half of all names have a word with any given letter
_STEPS = 1 << 14  # of scores, to count them by
_KEPT = 24  # words: five bytes for each file that has it


@dataclass(frozen=True, slots=True)
class Named:
    """Files in which a word of a query occurs; all `(n,)`."""

    files: NDArray[np.int64]
    """Ids, ascending."""
    scores: Scores
    """How much of the query they cover; 1: all words are in the file's name."""
    whole: NDArray[np.bool_]
    """Whether they have all its words, wherever."""

    def kept(self, rows: NDArray[np.bool_] | NDArray[np.int64]) -> "Named":
        """Those rows only; in ascending order where they are numbers."""
        return Named(self.files[rows], self.scores[rows], self.whole[rows])

    def best(self, most: int) -> "Named":
        """The `most` that cover the query best; of equals the first."""
        return self.kept(_best(self.scores, most))

    def first(self, most: int) -> "Named":
        """Those that have all the words, and of the others the `most` that cover the query best."""
        if len(self.files) <= most:
            return self
        chosen = self.whole.copy()
        (others,) = np.nonzero(~self.whole)
        chosen[others[_best(self.scores[others], most)]] = True
        return self.kept(chosen)

    def of(self, files: NDArray[np.int64]) -> Scores:
        """The scores of any files, 0 where no word occurs; `(n,)`."""
        if not len(self.files):
            return np.zeros(len(files))
        rows = np.minimum(np.searchsorted(self.files, files), len(self.files) - 1)
        scores: Scores = np.where(self.files[rows] == files, self.scores[rows], 0.0)
        return scores


NAMELESS = Named(np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.bool_))


@dataclass(frozen=True, slots=True)
class _Word:
    """Where a word occurs."""

    files: NDArray[np.int32]
    """Ids, ascending."""
    tenths: NDArray[np.uint8]
    """How strongly each of them has it."""
    size: int
    """Of the library: its greatest id, and one."""


class Names:
    """Looks for words in a catalogue's texts. Words that were looked for lately are known: each key adds but one."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._occurrences: Callable[[int, str, bool], _Word] = lru_cache(_KEPT)(self._look)

    def find(self, query: Query) -> Named:
        """Files in which a word of the query occurs. A word weighs more the rarer it is."""
        words = [w for w in query.words if w.lower() not in _LITTLE_WORDS] or list(query.words)
        revision = self._catalogue.revision()
        found = [self._occurrences(revision, w, query.unfinished and w is words[-1]) for w in words]
        # Summed in tables by id, not as lists: a word that half the library has costs no sorting.
        total = max(word.size for word in found)
        scores, counts, weighed = np.zeros(total), np.zeros(total, np.int16), 0.0
        for word in found:
            weight = 1.0 if len(words) == 1 else float(np.log1p(total / max(len(word.files), 0.5)))
            scores[word.files] += (weight / 10) * word.tenths
            counts[word.files] += 1
            weighed += weight
        files = np.flatnonzero(counts > 0)
        return Named(files, scores[files] / max(weighed, 1e-9), counts[files] == len(words))

    def _look(self, revision: int, text: str, unfinished: bool) -> _Word:
        places = [(fts.word(text), _ELSEWHERE), (f"name : ({fts.word(text)})", _IN_NAME)]
        if unfinished and len(text) >= _LEAST_LETTERS:
            places.insert(1, (f"name : ({fts.word(text, prefix=True)})", _BEGINNING))
        strengths = np.zeros(self._catalogue.size() + 1, np.uint8)
        for expression, strength in places:  # from weak to strong
            files = self._catalogue.text_matches(expression)
            strengths[files[files < len(strengths)]] = strength  # what a scan adds this moment has its turn next time
        files = np.flatnonzero(strengths > 0)
        return _Word(files.astype(np.int32), strengths[files], len(strengths))


def _best(scores: Scores, most: int) -> NDArray[np.bool_]:
    """Which are the `most` greatest; of equals the first."""
    if len(scores) <= most:
        return np.ones(len(scores), np.bool_)
    # Most names that have a word have it alike, and np.partition takes 65 ms for 700,000 of which most are equal:
    # counted first, few are left to be sorted.
    steps = (scores * (_STEPS - 1)).astype(np.uint16)
    from_here_up = np.cumsum(np.bincount(steps, minlength=_STEPS)[::-1])[::-1]
    last = np.flatnonzero(from_here_up >= most)[-1]
    chosen: NDArray[np.bool_] = steps > last
    (close,) = np.nonzero(steps == last)
    order = np.argsort(-scores[close], kind="stable")
    chosen[close[order[: most - np.count_nonzero(chosen)]]] = True
    return chosen
