"""How strong a match is, by meaning and by name, and both as one score."""

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


def meaning_scores(similarities: NDArray[np.float32], usual: NDArray[np.float32]) -> Scores:
    """Cosines as 0…1, against the query's `usual` ones over the library: raw cosines differ from query to query."""
    mean, spread = (float(usual.mean()), float(usual.std())) if len(usual) else (0.0, 0.0)
    deviations = (similarities.astype(np.float64) - mean) / max(spread, _LEAST_SPREAD)
    scores: Scores = 1 / (1 + np.exp(_CONVINCING - deviations))
    return scores


def name_scores(catalogue: Catalogue, query: Query) -> tuple[NDArray[np.int64], Scores]:
    """Files in which a word of the query occurs, ids ascending `(n,)`, and how much of the query they cover, 0…1.

    A word weighs more the rarer it is; 1 means that all words are in the file's name.
    """
    words = [w for w in query.words if w.lower() not in _LITTLE_WORDS] or list(query.words)
    total = catalogue.size()
    found = [_occurrences(catalogue, w, query.unfinished and w is words[-1]) for w in words]
    ids = np.unique(np.concatenate([files for files, _ in found])) if found else np.zeros(0, np.int64)
    scores = np.zeros(len(ids))
    weights = [float(np.log1p(total / max(len(files), 0.5))) for files, _ in found]
    for (files, strengths), weight in zip(found, weights, strict=True):
        scores[np.searchsorted(ids, files)] += weight * strengths
    return ids, scores / max(sum(weights), 1e-9)


def fuse(meaning: Scores, name: Scores) -> Scores:
    """One score 0…1 of two: either is enough, both are better, and neither can be spoiled by the other.

    As probabilities of being meant: 1 - (1 - m)(1 - n). A name that has all the words (n = 1) comes before any clip
    that only sounds right; one word of many does not.
    """
    fused: Scores = 1 - (1 - _TRUST_MEANING * meaning) * (1 - _TRUST_NAME * name)
    return fused


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
