"""From scores to the labels that a clip gets."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Standard deviations to log-odds. Chosen on labelled clips of the training data's held-out sources.
_EXCLUSIVE_SHARPNESS = 2.0
_SEVERAL_SHARPNESS, _SEVERAL_MIDDLE = 2.0, 2.5
_LEAST_PROBABILITY, _LEAST_SHARE = 0.5, 0.2
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
    """The labels that are likelier than not, at most five, at least one. Each label's probability stands alone."""
    # The logistic function, by a form of it that cannot overflow.
    probabilities = (1 + np.tanh(_SEVERAL_SHARPNESS / 2 * (scores - _SEVERAL_MIDDLE))) / 2
    order = np.argsort(-probabilities, kind="stable")[:_MOST_LABELS]
    likely = [label for label in order if probabilities[label] >= _LEAST_PROBABILITY] or order[:1]
    return [Choice(int(label), float(probabilities[label])) for label in likely]
