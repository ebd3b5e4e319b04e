"""Points as a picture: discs set into an image by numpy. Needs no graphics card, and a million points only their tiles.

Each disc is a core in its colour and a rim that is half the background's, which smooths the edge and keeps neighbours
apart. Of points that would lie on each other one is drawn.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

_PAD = 32  # pixels around the picture that discs may reach into, so that none needs clipping
_RIM_FROM, _CORE_FROM = 0.2, 0.62  # of a pixel's area that the disc covers

Colours = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Discs:
    """Points that are drawn alike: pixels and kinds `(n,)`, the colours of each kind, the radius in pixels."""

    xs: NDArray[np.float32]
    ys: NDArray[np.float32]
    kinds: NDArray[np.integer]
    cores: Colours
    rims: Colours
    radius: float
    crowd: float = 0.5
    """Of the radius: points that are nearer to each other are drawn as one."""


class Raster:
    """An image of `width` × `height` pixels to draw discs into; `image` is what came of it."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._stride = width + 2 * _PAD
        self._pixels = np.empty((height + 2 * _PAD) * self._stride, np.uint32)
        self._image = QImage(
            memoryview(self._pixels).cast("B"),  # type: ignore[arg-type]
            self._stride,
            height + 2 * _PAD,
            4 * self._stride,
            QImage.Format.Format_RGB32,
        )

    def clear(self, colour: int) -> None:
        """Begin again, on this background."""
        self._pixels.fill(colour)

    def draw(self, discs: Discs) -> None:
        """Set the discs, in their order; what is outside is left out."""
        xs, ys = discs.xs, discs.ys
        inside = (xs > -_PAD / 2) & (xs < self.width + _PAD / 2) & (ys > -_PAD / 2) & (ys < self.height + _PAD / 2)
        at = np.flatnonzero(inside)
        at = at[self._uncrowded(xs[at], ys[at], max(1.0, discs.radius * discs.crowd))]
        columns, lines = (xs[at] + _PAD).astype(np.int64), (ys[at] + _PAD).astype(np.int64)
        positions, kinds = lines * self._stride + columns, discs.kinds[at]
        rim, core = _stamp(round(2 * discs.radius) / 2)
        for offsets, colours in ((rim, discs.rims[kinds]), (core, discs.cores[kinds])):
            for down, right in offsets:
                self._pixels[positions + (down * self._stride + right)] = colours

    def _uncrowded(self, xs: NDArray[np.float32], ys: NDArray[np.float32], cell: float) -> NDArray[np.int64]:
        """Which points are to be drawn: the last of each cell, in order."""
        across = int((self.width + 2 * _PAD) / cell) + 1
        small = np.float32(1 / cell)
        cells = ((ys + _PAD) * small).astype(np.int32) * across + ((xs + _PAD) * small).astype(np.int32)
        owners = np.full(across * (int((self.height + 2 * _PAD) / cell) + 1), -1, np.int32)
        numbers = np.arange(len(xs), dtype=np.int32)
        owners[cells] = numbers
        return np.flatnonzero(owners[cells] == numbers)

    @property
    def image(self) -> QImage:
        """The picture, with a margin; see `origin`. It lives as long as this does, and changes with it."""
        return self._image

    @property
    def origin(self) -> int:
        """Where the picture begins in `image`, right and down."""
        return _PAD


@cache
def _stamp(radius: float) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """`(down, right)` of the pixels of a disc's rim, and of its core."""
    reach, fine = int(radius + 1.5), 8
    steps = (np.arange(fine) + 0.5) / fine - 0.5
    rim, core = [], []
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            covered = ((down + steps[:, None]) ** 2 + (right + steps[None]) ** 2 <= radius * radius).mean()
            if covered >= _CORE_FROM:
                core.append((down, right))
            elif covered >= _RIM_FROM:
                rim.append((down, right))
    return tuple(rim), tuple(core)
