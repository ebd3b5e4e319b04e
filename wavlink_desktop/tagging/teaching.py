"""Labels learnt from examples: a ridge regression on the vectors, which needs no text that describes the label."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.records import Vectors

from .calibration import TaughtWeights

FEWEST_EXAMPLES = 3
"""Fewer say nothing about how alike the clips of a label are."""
_EXAMPLES_TO_BE_SURE = 5.0
_EXAMPLES_WEIGHT = 0.2  # Of all examples together, the background weighing 1; so for the counterexamples.
_NORMAL_DEVIATION = 1.4826  # Of a normal distribution, in median distances from its middle.
_SMALLEST = 1e-6


@dataclass(frozen=True, slots=True)
class Lesson:
    """A label as its examples taught it: a direction among the vectors, and how far along it things are."""

    direction: Vectors
    """`(512,)`."""
    mean: float
    """Of the background, along the direction: the median, because what is looked for is in it too."""
    deviation: float
    """Likewise, from the median distance to it."""
    example: float
    """Where an example lies that the regression has not seen: the mean over leaving each one out."""

    @classmethod
    def learn(cls, examples: Vectors, counterexamples: Vectors, background: Vectors, penalty: float) -> Self:
        """From unit vectors `(n, 512)` each, at least `FEWEST_EXAMPLES` examples and some background.

        Minimises the weighted squares of w·x - y, with y = 1 for examples and 0 for all others, plus `penalty` times
        |w|^2 in units of the background's mean variance: linear discriminant analysis with a shrunk covariance.
        """
        groups = [(background, 1.0), (counterexamples, _EXAMPLES_WEIGHT), (examples, _EXAMPLES_WEIGHT)]
        centre = background.mean(axis=0)
        points = np.concatenate([group for group, _ in groups]).astype(np.float64) - centre
        weights = np.concatenate([np.full(len(group), total / max(len(group), 1)) for group, total in groups])
        targets = np.zeros(len(points))
        targets[-len(examples) :] = 1.0
        spread = float(np.square(points[: len(background)]).sum(axis=1).mean())
        ridge = penalty * max(spread, _SMALLEST) / points.shape[1]
        gram = (points * weights[:, None]).T @ points + ridge * np.eye(points.shape[1])
        solved = np.linalg.solve(gram, points[-len(examples) :].T)
        direction = solved @ weights[-len(examples) :]
        fitted = points @ direction
        # Of a linear smoother, the fit without a point follows from the fit with it (Allen's PRESS).
        leverage = weights[-len(examples) :] * np.einsum("nd,dn->n", points[-len(examples) :], solved)
        unseen = targets[-len(examples) :] - (1 - fitted[-len(examples) :]) / np.maximum(1 - leverage, _SMALLEST)
        known = fitted[: len(background)]
        middle = float(np.median(known))
        return cls(
            direction.astype(np.float32),
            float(middle + centre @ direction),
            float(max(_NORMAL_DEVIATION * np.median(np.abs(known - middle)), _SMALLEST)),
            float(unseen.mean() + centre @ direction),
        )

    def features(self, vectors: Vectors) -> NDArray[np.float32]:
        """`(n, 2)`: deviations from the background's mean, and the same in units of where an example lies (0…1…)."""
        along = vectors @ self.direction - np.float32(self.mean)
        apart = max(self.example - self.mean, self.deviation)
        return np.stack([along / np.float32(self.deviation), along / np.float32(apart)], axis=1)

    def log_odds(self, vectors: Vectors, weights: TaughtWeights) -> NDArray[np.float32]:
        """That the label fits, `(n,)`."""
        odds: NDArray[np.float32] = self.features(vectors) @ np.array([weights.deviation, weights.likeness], np.float32)
        return odds + np.float32(weights.bias)


def trust(examples: int) -> float:
    """How much a lesson counts beside texts that describe the label, 0…1."""
    return examples / (examples + _EXAMPLES_TO_BE_SURE)
