"""How a long sound is cut up for embedding."""

import math
from dataclasses import dataclass

WINDOW_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a sound, in seconds."""

    start: float
    end: float


def windows(duration: float, length: float = WINDOW_SECONDS) -> list[Window]:
    """Windows of at most `length` seconds that cover `[0, duration]`, in time order.

    One window if the sound fits in it; else back to back, the last one shifted back so that it is whole and ends at
    the end. None for a duration of 0.
    """
    if not (math.isfinite(duration) and duration >= 0 and length > 0):
        raise ValueError(f"no windows of {length} s in {duration} s")
    if duration <= length:
        return [Window(0.0, duration)] if duration else []
    whole = [Window(k * length, (k + 1) * length) for k in range(math.ceil(duration / length) - 1)]
    return [*whole, Window(duration - length, duration)]
