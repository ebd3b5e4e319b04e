"""What a search gives, as columns: a million rows cost a few arrays, and no object that nobody looks at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio import WINDOW_SECONDS
from wavlink_desktop.library.records import Tag
from wavlink_desktop.search.hits import By, Hit

REASONS: tuple[By, ...] = ("meaning", "name", "both")
"""What the numbers in `Ranking.reasons` stand for."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """How well each row of an answer fits; all `(n,)`."""

    ranks: NDArray[np.int64]
    """1…n, the best first, in whatever order the rows stand."""
    scores: NDArray[np.float64]
    """0…1, falling with rank."""
    starts: NDArray[np.float64]
    """Seconds: where the best moment begins."""
    ends: NDArray[np.float64]
    """Seconds: where it ends; NaN where the whole clip is meant."""
    reasons: NDArray[np.uint8]
    """Of `REASONS`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The clips that a request found, in the order asked for."""

    ids: NDArray[np.int64]
    """Clip ids `(n,)`."""
    ranking: Ranking | None = None
    """None: a mere list, in which no clip is better than another."""

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def ranked(self) -> bool:
        """Whether there is a best match."""
        return self.ranking is not None

    @property
    def has_moments(self) -> bool:
        """Whether any clip may be longer than the moment that matches best."""
        ranking = self.ranking
        return ranking is not None and bool((ranking.starts > 0).any() or (ranking.ends >= WINDOW_SECONDS).any())

    def taken(self, rows: NDArray[np.int64]) -> Self:
        """Those rows, in that order."""
        ranking = self.ranking
        if ranking is not None:
            ranking = Ranking(
                ranking.ranks[rows],
                ranking.scores[rows],
                ranking.starts[rows],
                ranking.ends[rows],
                ranking.reasons[rows],
            )
        return type(self)(self.ids[rows], ranking)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an answer, with what a table shows of it."""

    hit: Hit
    tags: Sequence[Tag]
    """A person's first, then by score."""
    stars: int = 0
    """A person's rating, 1…5; 0: none."""
    favourite: bool = False
