"""Where in a long sound a query matches: the strong windows, those side by side as one."""

from collections.abc import Sequence
from statistics import median

Moment = tuple[float, float, float]
"""Start and end in seconds, score."""

_PART = 0.45
"""A window counts from this far below the best, as a part of the way from the best down to the middling one."""
_LEAST_SPREAD = 0.02
"""Cosines that differ by less say nothing of where: then only the best window counts."""


def strong_moments(windows: Sequence[Moment]) -> list[Moment]:
    """The matches among a sound's windows, in time order; none for a sound of a single window."""
    if len(windows) < 2:
        return []
    scores = [score for _, _, score in windows]
    best = max(scores)
    spread = best - median(scores)
    if spread < _LEAST_SPREAD:
        return [max(windows, key=lambda window: window[2])]
    moments: list[Moment] = []
    for start, end, score in sorted(windows):
        if score < best - _PART * spread:
            continue
        if moments and start <= moments[-1][1] + 1e-3:
            before = moments.pop()
            moments.append((before[0], end, max(score, before[2])))
        else:
            moments.append((start, end, score))
    return moments
