"""Tags of parts of a long clip, from the labels of its windows."""

from collections.abc import Iterable
from typing import NamedTuple

_TOUCHING = 1e-3  # Seconds: bounds are stored as they were measured.


class Stretch(NamedTuple):
    """A label heard from `start` to `end`, in seconds."""

    start: float
    end: float
    label: str
    score: float


def merge(heard: Iterable[Stretch]) -> list[Stretch]:
    """Windows of a label that touch or overlap become one region with the best score; in time order."""
    merged: list[Stretch] = []
    last: dict[str, int] = {}
    for window in sorted(heard):
        row = last.get(window.label)
        if row is not None and window.start <= merged[row].end + _TOUCHING:
            known = merged[row]
            merged[row] = known._replace(end=max(known.end, window.end), score=max(known.score, window.score))
        else:
            last[window.label] = len(merged)
            merged.append(window)
    return merged
