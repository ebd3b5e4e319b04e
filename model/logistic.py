"""Logistic models fitted by maximum likelihood, for a handful of weights."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

_PENALTY = 1e-3
"""Of the squared weights, against means of the log-likelihood: keeps weights finite where a feature decides all."""
_STEPS, _SMALLEST_STEP = 300, 1e-6


def fit_one_of_all(features: Matrix, right: NDArray[np.bool_], possible: NDArray[np.bool_]) -> Matrix:
    """Weights `(f,)`, none below 0, of a softmax over the possible labels (McFadden's conditional logit).

    `features (clips, labels, f)`; `right (clips, labels)`: of several right labels any counts; `possible (labels,)`.
    """

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        odds = np.where(possible, features @ weights, -np.inf)
        likelihoods = np.exp(odds - odds.max(axis=1, keepdims=True))
        shares = likelihoods / likelihoods.sum(axis=1, keepdims=True)
        hit = np.maximum((shares * right).sum(axis=1), 1e-300)
        pull = shares - shares * right / hit[:, None]
        gradient = np.einsum("cl,clf->f", pull, features) / len(features)
        return float(-np.log(hit).mean()), gradient

    return _descend(loss, np.full(features.shape[2], 0.3), np.zeros(features.shape[2]))


def fit_each_alone(features: Matrix, targets: Matrix) -> tuple[Matrix, float]:
    """Weights `(f,)`, none below 0, and bias of a logistic regression. `features (n, f)`; `targets (n,)` in 0…1."""
    padded = np.concatenate([features, np.ones((len(features), 1))], axis=1)

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        odds = padded @ weights
        value = np.logaddexp(0, odds) - targets * odds
        return float(value.mean()), padded.T @ ((1 + np.tanh(odds / 2)) / 2 - targets) / len(targets)

    least = np.array([0.0] * features.shape[1] + [-np.inf])
    base = float(np.log(max(targets.mean(), 1e-6) / max(1 - targets.mean(), 1e-6)))
    weights = _descend(loss, np.array([0.3] * features.shape[1] + [base]), least)
    return weights[:-1], float(weights[-1])


def log_loss(probabilities: Matrix, targets: Matrix) -> float:
    """Mean cross-entropy of `(n,)` probabilities against targets in 0…1, in nats."""
    sure = np.clip(probabilities, 1e-12, 1 - 1e-12)
    return float(-(targets * np.log(sure) + (1 - targets) * np.log(1 - sure)).mean())


def _descend(loss: Callable[[Matrix], tuple[float, Matrix]], start: Matrix, least: Matrix) -> Matrix:
    """Projected gradient descent with a step that adapts."""
    weights, step = start, 1.0
    value, gradient = _penalised(loss, weights)
    for _ in range(_STEPS):
        tried = np.maximum(weights - step * gradient, least)
        new_value, new_gradient = _penalised(loss, tried)
        if new_value < value:
            weights, value, gradient, step = tried, new_value, new_gradient, step * 1.5
        else:
            step *= 0.4
        if step < _SMALLEST_STEP:
            break
    return weights


def _penalised(loss: Callable[[Matrix], tuple[float, Matrix]], weights: Matrix) -> tuple[float, Matrix]:
    value, gradient = loss(weights)
    return value + _PENALTY * float(weights @ weights) / 2, gradient + _PENALTY * weights
