"""The clips of a map in an order in which those that lie together stand together: looking at a part costs a part."""

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.mapping import Map

Rows = NDArray[np.int64]
_A_TILE = 128  # points, about
_MOST_TILES = 256  # a side
_CONE = 1.0  # tangent: half of a right angle to either side


class Cloud:
    """The points of a `Map`, by tiles. Rows are positions in `ids`, `places` and `categories`."""

    def __init__(self, found: Map) -> None:
        count = len(found.ids)
        self.names = found.names
        self._low = found.places.min(axis=0) if count else np.zeros(2, np.float32)
        size = np.ptp(found.places, axis=0).max() if count else 1.0
        self._side = int(np.clip(np.sqrt(count / _A_TILE), 1, _MOST_TILES))
        self._tile = float(max(size, 1e-6)) / self._side * (1 + 1e-6)
        columns, lines = self._tiles(found.places).T
        tiles = lines * self._side + columns
        order = np.argsort(tiles, kind="stable")
        self.ids = found.ids[order]
        self.places = np.ascontiguousarray(found.places[order])
        self.xs, self.ys = (np.ascontiguousarray(self.places[:, axis]) for axis in (0, 1))
        self.categories = found.categories[order]
        self._begins = np.searchsorted(tiles[order], np.arange(self._side**2 + 1))
        self._by_id = np.argsort(self.ids)
        self._sorted_ids = self.ids[self._by_id]

    def __len__(self) -> int:
        return len(self.ids)

    def rows_of(self, ids: NDArray[np.int64]) -> tuple[Rows, NDArray[np.bool_]]:
        """The rows of those clips `(m,)`, and which of them are on the map at all; rows of others mean nothing."""
        if not len(self):
            return np.zeros(len(ids), np.int64), np.zeros(len(ids), np.bool_)
        positions = np.minimum(np.searchsorted(self._sorted_ids, ids), len(self) - 1)
        return self._by_id[positions], self._sorted_ids[positions] == ids

    def row_of(self, clip_id: int) -> int | None:
        """The row of a clip."""
        rows, there = self.rows_of(np.array([clip_id]))
        return int(rows[0]) if there[0] else None

    def about(self, left: float, top: float, right: float, bottom: float) -> Rows:
        """Rows of all points in a rectangle, and of some around it."""
        corners = np.array([[left, top], [right, bottom]], np.float32)
        if right < self._low[0] or bottom < self._low[1]:
            return np.zeros(0, np.int64)
        (first, top_line), (last, bottom_line) = self._tiles(corners)
        if (first, top_line) == (0, 0) and last == bottom_line == self._side - 1:
            return np.arange(len(self))
        parts = [
            np.arange(self._begins[line * self._side + first], self._begins[line * self._side + last + 1])
            for line in range(top_line, bottom_line + 1)
        ]
        return np.concatenate(parts)

    def nearest(self, x: float, y: float, within: float) -> int | None:
        """The row of the nearest point, if there is one so near."""
        rows = self.about(x - within, y - within, x + within, y + within)
        best = self.nearest_of(rows, x, y)
        if best is None:
            return None
        offset = self.places[best] - (x, y)
        return best if float(offset @ offset) <= within * within else None

    def nearest_of(self, rows: Rows, x: float, y: float) -> int | None:
        """That of those rows which is nearest to a place; None where there are none."""
        if not len(rows):
            return None
        squares = (self.xs[rows] - np.float32(x)) ** 2 + (self.ys[rows] - np.float32(y)) ** 2
        return int(rows[squares.argmin()])

    def towards(self, row: int, dx: int, dy: int, at_least: float, lit: NDArray[np.bool_]) -> int | None:
        """The row of the nearest point that lies from `row` in the direction `(dx, dy)`: one of 0 and ±1 each.

        At least `at_least` away, so that a step can be seen; of those that are `lit`.
        """
        offsets = self.places - self.places[row]
        along = offsets @ np.array([dx, dy], np.float32)
        across = np.abs(offsets @ np.array([dy, dx], np.float32))
        rows = np.flatnonzero((along >= at_least) & (across <= _CONE * along) & lit)
        if not len(rows):
            return None
        return int(rows[(along[rows] ** 2 + 4 * across[rows] ** 2).argmin()])

    def _tiles(self, places: NDArray[np.float32]) -> NDArray[np.int64]:
        return np.clip((places - self._low) / self._tile, 0, self._side - 1).astype(np.int64)
