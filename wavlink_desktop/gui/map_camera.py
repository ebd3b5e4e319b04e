"""Which part of the map is seen: from places on it to pixels of the view and back."""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

_MARGIN = 0.06  # of the view, around everything
_OUTLIERS = 0.002  # of the points may lie outside when all are fitted: one stray clip must not shrink the rest


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks at `(x, y)` of the map, `scale` pixels a unit, through a view of `width` × `height` pixels."""

    x: float
    y: float
    scale: float
    width: float
    height: float

    @classmethod
    def fitting(cls, places: NDArray[np.float32], width: float, height: float) -> Self:
        """Sees all of `places` `(n, 2)`, but for a few strays."""
        if not len(places):
            return cls(0, 0, 1, width, height)
        low, high = np.quantile(places, (_OUTLIERS, 1 - _OUTLIERS), axis=0)
        across, down = np.maximum(high - low, 1e-3)
        scale = (1 - 2 * _MARGIN) * min(width / across, height / down)
        x, y = (low + high) / 2
        return cls(float(x), float(y), float(scale), width, height)

    def resized(self, width: float, height: float) -> Self:
        """The same place in a view of another size."""
        return replace(self, width=width, height=height)

    def panned(self, dx: float, dy: float) -> Self:
        """The map moved by so many pixels under the view."""
        return replace(self, x=self.x - dx / self.scale, y=self.y - dy / self.scale)

    def zoomed(self, factor: float, at_x: float, at_y: float) -> Self:
        """Closer by `factor`; what is at the pixel `(at_x, at_y)` stays there."""
        x, y = self.to_map(at_x, at_y)
        scale = self.scale * factor
        return replace(self, scale=scale, x=x - (at_x - self.width / 2) / scale, y=y - (at_y - self.height / 2) / scale)

    def showing(self, x: float, y: float, margin: float) -> Self:
        """Moved as little as it takes to have a place at least `margin` pixels inside the view."""
        at_x, at_y = self.to_view(x, y)
        dx = max(margin - at_x, 0) - max(at_x - (self.width - margin), 0)
        dy = max(margin - at_y, 0) - max(at_y - (self.height - margin), 0)
        return self.panned(dx, dy) if dx or dy else self

    def to_map(self, at_x: float, at_y: float) -> tuple[float, float]:
        """The place under a pixel."""
        return self.x + (at_x - self.width / 2) / self.scale, self.y + (at_y - self.height / 2) / self.scale

    def to_view(self, x: float, y: float) -> tuple[float, float]:
        """The pixel of a place."""
        return (x - self.x) * self.scale + self.width / 2, (y - self.y) * self.scale + self.height / 2

    def bounds(self, margin: float = 0.0) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what is seen on the map, and `margin` pixels around."""
        left, top = self.to_map(-margin, -margin)
        right, bottom = self.to_map(self.width + margin, self.height + margin)
        return left, top, right, bottom
