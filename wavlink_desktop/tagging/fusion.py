"""Evidence to probabilities: a logistic model of all kinds of evidence, as `model.calibrate` fits it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .calibration import Weights
from .evidence import Evidence, Scores

Probabilities = NDArray[np.float32]


class LogOdds(NamedTuple):
    """What speaks for each label, apart by kind; `(clips, labels)` each."""

    sound: Scores
    said: Scores


def log_odds(evidence: Evidence, weights: Weights) -> LogOdds:
    """What each kind of evidence is worth."""
    said = np.float32(weights.words) * evidence.words + np.float32(weights.text) * evidence.text
    return LogOdds(np.float32(weights.sound) * evidence.sound, said)


def one_of_all(odds: Scores, possible: NDArray[np.bool_]) -> Probabilities:
    """Where labels exclude each other: a softmax over those of each clip that are possible; `(clips, labels)` all."""
    masked = np.where(possible, odds, -np.inf)
    masked = masked - masked.max(axis=1, keepdims=True)
    likelihoods = np.exp(masked)
    probabilities: Probabilities = likelihoods / likelihoods.sum(axis=1, keepdims=True)
    return probabilities


def each_alone(odds: Scores, bias: float, possible: NDArray[np.bool_]) -> Probabilities:
    """Where every label may fit or not: the logistic function, by a form of it that cannot overflow."""
    return np.where(possible, (1 + np.tanh((odds + np.float32(bias)) / 2)) / 2, np.float32(0))
