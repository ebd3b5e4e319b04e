"""How strong a match is, by meaning and by name, and both as one score."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

_CONVINCING = 2.0
"""Standard deviations above the library's usual similarity at which a clip is as likely meant as not."""
_LEAST_SPREAD = 0.02  # of cosines: in a library of look-alikes small differences are no evidence
_TRUST_MEANING, _TRUST_NAME = 0.9, 0.95
_LEAST_SCORE = 1e-6  # no single wish decides alone


def meaning_scores(similarities: NDArray[np.float32], usual: NDArray[np.float32]) -> Scores:
    """Cosines as 0…1, against the query's `usual` ones over the library: raw cosines differ from query to query."""
    mean, spread = _usual(usual)
    deviations = (similarities.astype(np.float64) - mean) / spread
    scores: Scores = 1 / (1 + np.exp(_CONVINCING - deviations))
    return scores


def together(scores: Scores, weights: NDArray[np.float64]) -> Scores:
    """Several wishes as one score: `scores` `(wishes, n)` and a weight for each wish; negative: it should not be so.

    A weighted geometric mean of the probabilities of being meant: whoever wants a door *and* metal gets neither the
    most metallic of all sounds nor the most door-like, but what is clearly both. Measured on 4,823 sounds of games, 150
    searches such as "like this footstep in grass, but gravel", mean average precision by name: 0.24 with words counting
    twice and 0.17 with equal weights; 0.07 for the sum of the vectors (a sound's similarities drown a text's), 0.21 for
    the sum of deviations, 0.20 for the words alone and 0.02 for the sound alone.
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
