"""Whether probabilities mean what they say."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

_BINS = 10


def reliability(said: ArrayLike, right: ArrayLike) -> dict[str, Any]:
    """The reliability diagram and the expected calibration error (Guo et al. 2017), ten bins of equal width.

    `said`: probabilities; `right`: whether each came true, or how likely it is, 0…1. Bins that nothing falls into are
    left out: `[[mean said, share right, count], …]`.
    """
    probabilities, truth = np.asarray(said, np.float64), np.asarray(right, np.float64)
    if not len(probabilities):
        raise ValueError("no probabilities to judge")
    bins = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    diagram = [
        (float(probabilities[bins == row].mean()), float(truth[bins == row].mean()), int((bins == row).sum()))
        for row in np.unique(bins)
    ]
    error = sum(abs(mean - share) * count for mean, share, count in diagram) / len(probabilities)
    return {
        "expected_calibration_error": round(error, 4),
        "diagram": [[round(a, 3), round(b, 3), n] for a, b, n in diagram],
    }
