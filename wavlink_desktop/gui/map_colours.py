"""The colours of categories on the map: few enough to be told apart by everybody, set as an atlas colours countries.

A library has up to a hundred categories, and nobody tells a hundred colours apart. So there are eight, searched for so
that they differ for those who lack the long or the middle cones too, and categories that lie far apart share them.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from wavlink_desktop.mapping.reading import UNKNOWN

ON_LIGHT = ("#2a2ad2", "#0fa55a", "#ee4450", "#0f5a78", "#d42cae", "#75650f", "#7887ff", "#690f3c")
ON_DARK = ("#4bf0e4", "#ff7566", "#fff096", "#7a58ff", "#58e058", "#ff96ff", "#3f80b0", "#1a8a2a")
NEUTRAL_ON_LIGHT, NEUTRAL_ON_DARK = "#80868c", "#787f87"
"""What has no category."""
_WEIGHTLESS = 1e-3


def assign(categories: NDArray[np.int32], places: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    """A number of a colour for each of `count` categories, `(count,)`; -1 for clips that have none.

    The most frequent choose first, and each takes a colour whose holders are the fewest and the farthest away.
    """
    sizes = np.bincount(categories, minlength=count)
    sums = [np.bincount(categories, places[:, axis], minlength=count) for axis in (0, 1)]
    centres = np.stack(sums, axis=1) / np.maximum(sizes, 1)[:, None]
    extent = float(np.ptp(places, axis=0).max()) if len(places) else 1.0
    chosen = np.full(count, -1, np.int64)
    crowds = np.zeros(len(ON_LIGHT))
    for category in np.argsort(-sizes, kind="stable"):
        if category == UNKNOWN:
            continue
        near = crowds * _WEIGHTLESS
        for other in np.flatnonzero(chosen >= 0):
            distance = np.linalg.norm(centres[category] - centres[other]) / max(extent, 1e-9)
            near[chosen[other]] += sizes[other] / max(sizes.sum(), 1) / (0.05 + distance) ** 2
        chosen[category] = int(near.argmin())
        crowds[chosen[category]] += 1
    return chosen


def palette_colours(numbers: NDArray[np.int64], background: QColor) -> list[QColor]:
    """The colours of categories by their numbers (of `assign`), as they are seen on that background."""
    dark = background.lightness() < 128
    choices, neutral = (ON_DARK, NEUTRAL_ON_DARK) if dark else (ON_LIGHT, NEUTRAL_ON_LIGHT)
    return [QColor(choices[number] if number >= 0 else neutral) for number in numbers]


def mixed(colours: Sequence[QColor], with_: QColor, share: float) -> NDArray[np.uint32]:
    """Pixels `(n,)` of colours with a share of another one in them."""
    own = np.array([[c.red(), c.green(), c.blue()] for c in colours], np.float64).reshape(-1, 3)
    other = np.array([with_.red(), with_.green(), with_.blue()])
    red, green, blue = np.round(own * (1 - share) + other * share).astype(np.uint32).T
    pixels: NDArray[np.uint32] = (0xFF << 24) | (red << 16) | (green << 8) | blue
    return pixels.astype(np.uint32)
