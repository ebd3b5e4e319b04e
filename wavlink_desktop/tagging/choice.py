"""From scores to the labels that a clip gets."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Standard deviations to log-odds.
_EXCLUSIVE_SHARPNESS = 2.0
_SEVERAL_SHARPNESS, _SEVERAL_MIDDLE = 2.0, 2.5
_LEAST_PROBABILITY, _LEAST_SHARE = 0.5, 0.2
_FARTHEST_BEHIND = 1.5  # A label so far behind the best is carried along by it: "tractor" by a clear "chainsaw".
_MOST_LABELS, _MOST_ALTERNATIVES = 5, 2


class Choice(NamedTuple):
    """A label, by index, and its probability."""

    label: int
    probability: float


Chooser = Callable[[NDArray[np.float64]], list[Choice]]


def choose_one(scores: NDArray[np.float64]) -> list[Choice]:
    """The likeliest label of an exclusive vocabulary, then at most two alternatives that come near it.

    `scores`: `(labels,)` in standard deviations. Probabilities are a softmax over all labels.
    """
    odds = np.exp(_EXCLUSIVE_SHARPNESS * (scores - scores.max()))
    probabilities = odds / odds.sum()
    order = np.argsort(-probabilities, kind="stable")[: 1 + _MOST_ALTERNATIVES]
    least = probabilities[order[0]] * _LEAST_SHARE
    return [Choice(int(label), float(probabilities[label])) for label in order if probabilities[label] >= least]


def choose_several(scores: NDArray[np.float64]) -> list[Choice]:
    """The labels that are likelier than not and not far behind the best: at most five, at least one.

    `scores`: `(labels,)` in standard deviations. Each label's probability stands alone.
    """
    # The logistic function, by a form of it that cannot overflow.
    probabilities = (1 + np.tanh(_SEVERAL_SHARPNESS / 2 * (scores - _SEVERAL_MIDDLE))) / 2
    order = np.argsort(-scores, kind="stable")[:_MOST_LABELS]
    least = scores[order[0]] - _FARTHEST_BEHIND
    likely = [label for label in order if probabilities[label] >= _LEAST_PROBABILITY and scores[label] >= least]
    return [Choice(int(label), float(probabilities[label])) for label in likely or order[:1]]
