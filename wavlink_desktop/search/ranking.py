"""How strong a match is, by meaning and by name, and both as one score."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.search.fts import word
from wavlink_desktop.search.query import Query

Scores = NDArray[np.float64]

_CONVINCING = 2.0
"""Standard deviations above the library's usual similarity at which a clip is as likely meant as not."""
_LEAST_SPREAD = 0.02  # of cosines: in a library of look-alikes small differences are no evidence
_LITTLE_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to", "with"}
)
_ELSEWHERE = 0.6  # a word in the folder, description or tags, against 1 in the name
_BEGINNING = 0.7  # the beginning of a word in the name
_TRUST_MEANING, _TRUST_NAME = 0.9, 0.95
_LEAST_SCORE = 1e-6  # no single wish decides alone


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

    def of(self, files: NDArray[np.int64]) -> Scores:
        """The scores of any files, 0 where no word occurs; `(n,)`."""
        if not len(self.files):
            return np.zeros(len(files))
        rows = np.minimum(np.searchsorted(self.files, files), len(self.files) - 1)
        scores: Scores = np.where(self.files[rows] == files, self.scores[rows], 0.0)
        return scores


NAMELESS = Named(np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.bool_))


def meaning_scores(similarities: NDArray[np.float32], usual: NDArray[np.float32]) -> Scores:
    """Cosines as 0…1, against the query's `usual` ones over the library: raw cosines differ from query to query."""
    mean, spread = _usual(usual)
    deviations = (similarities.astype(np.float64) - mean) / spread
    scores: Scores = 1 / (1 + np.exp(_CONVINCING - deviations))
    return scores


def together(scores: Scores, weights: NDArray[np.float64]) -> Scores:
    """Several wishes as one score: `scores` `(wishes, n)` and a weight for each wish; negative: it should not be so.

    A weighted geometric mean of the probabilities of being meant: whoever wants a door *and* metal gets neither the
    most metallic of all sounds nor the most door-like, but what is clearly both. (Sums of deviations, which is what
    adding vectors amounts to, let the loudest wish win.)
    """
    meant = np.where(weights[:, None] > 0, scores, 1 - scores)
    amounts = np.abs(weights)
    most = amounts[weights > 0].sum() or amounts.sum() or 1.0
    result: Scores = np.exp((amounts[:, None] * np.log(np.maximum(meant, _LEAST_SCORE))).sum(0) / most)
    return result


def direction(
    vectors: NDArray[np.float32], weights: NDArray[np.float64], sample: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The vector `(512,)` whose cosine orders windows by the weighted sum of their deviations for several `vectors`.

    A sound's similarities spread wider than a text's: each counts in standard deviations over the library's `sample`.
    """
    spreads = np.array([_usual(sample @ vector)[1] for vector in vectors])
    towards: NDArray[np.float32] = ((weights / spreads) @ vectors).astype(np.float32)
    return towards


def name_scores(catalogue: Catalogue, query: Query) -> Named:
    """Files in which a word of the query occurs. A word weighs more the rarer it is."""
    words = [w for w in query.words if w.lower() not in _LITTLE_WORDS] or list(query.words)
    total = catalogue.size()
    found = [_occurrences(catalogue, w, query.unfinished and w is words[-1]) for w in words]
    if len(found) == 1:
        (files, strengths), *_ = found
        return Named(files, strengths, np.ones(len(files), np.bool_))
    ids = np.unique(np.concatenate([files for files, _ in found])) if found else np.zeros(0, np.int64)
    scores, counts = np.zeros(len(ids)), np.zeros(len(ids), np.int64)
    weights = [float(np.log1p(total / max(len(files), 0.5))) for files, _ in found]
    for (files, strengths), weight in zip(found, weights, strict=True):
        rows = np.searchsorted(ids, files)
        scores[rows] += weight * strengths
        counts[rows] += 1
    return Named(ids, scores / max(sum(weights), 1e-9), counts == len(words))


def fuse(meaning: Scores, name: Scores, balance: float = 0.5) -> Scores:
    """One score 0…1 of two: either is enough, both are better, and neither can be spoiled by the other.

    As probabilities of being meant: 1 - (1 - m)(1 - n). A name that has all the words (n = 1) comes before any clip
    that only sounds right; one word of many does not. `balance`: as in `Request`.
    """
    trust_meaning, trust_name = min(1.0, 2 * balance) * _TRUST_MEANING, min(1.0, 2 - 2 * balance) * _TRUST_NAME
    fused: Scores = 1 - (1 - trust_meaning * meaning) * (1 - trust_name * name)
    return fused


def _usual(similarities: NDArray[np.float32]) -> tuple[float, float]:
    if not len(similarities):
        return 0.0, _LEAST_SPREAD
    return float(similarities.mean()), max(float(similarities.std()), _LEAST_SPREAD)


def _occurrences(catalogue: Catalogue, text: str, unfinished: bool) -> tuple[NDArray[np.int64], Scores]:
    """Files with a word, and how strongly each has it."""
    places = [(word(text), _ELSEWHERE), (f"name : ({word(text)})", 1.0)]
    if unfinished:
        places.insert(1, (f"name : ({word(text, prefix=True)})", _BEGINNING))
    parts = [(catalogue.text_matches(expression), strength) for expression, strength in places]
    files = np.unique(np.concatenate([part for part, _ in parts]))
    strengths = np.zeros(len(files))
    for part, strength in parts:  # from weak to strong
        strengths[np.searchsorted(files, part)] = strength
    return files, strengths
