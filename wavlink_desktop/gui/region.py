"""How a region is made with the mouse: dragged out, moved at its edges, taken hold of inside."""

from dataclasses import dataclass
from enum import Enum, auto

from wavlink_desktop.gui.time_axis import TimeAxis

Region = tuple[float, float]
"""Start and end, in seconds of the clip."""

REACH = 5.0
"""Pixels around an edge in which the mouse takes hold of it."""
SHORTEST = 0.001
"""Seconds."""


class Grip(Enum):
    """What the mouse has hold of."""

    OUTSIDE = auto()
    START = auto()
    END = auto()
    INSIDE = auto()


@dataclass(slots=True)
class Press:
    """A mouse button held down."""

    grip: Grip
    x: float
    y: float
    anchor: float
    """The end of the region that stays, in seconds."""
    moved: bool = False


def grip_at(axis: TimeAxis, region: Region | None, x: float) -> Grip:
    """What a press at pixel `x` takes hold of."""
    if region is None:
        return Grip.OUTSIDE
    left, right = axis.x(region[0]), axis.x(region[1])
    # In a region too narrow for both, each edge still has its outer side.
    inner = min(REACH, (right - left) / 4)
    if left - REACH <= x <= left + inner:
        return Grip.START
    if right - inner <= x <= right + REACH:
        return Grip.END
    return Grip.INSIDE if left < x < right else Grip.OUTSIDE


def press(axis: TimeAxis, region: Region | None, x: float, y: float) -> Press:
    """Begin at pixel `x`, `y`."""
    grip = grip_at(axis, region, x)
    anchor = axis.seconds(x)
    if region is not None and grip in (Grip.START, Grip.END):
        anchor = region[1] if grip == Grip.START else region[0]
    return Press(grip, x, y, anchor)


def spanned(one: float, other: float, duration: float) -> Region | None:
    """The region between two moments, inside the clip; None if it would be too short to be one."""
    start, end = sorted(min(max(0.0, moment), duration) for moment in (one, other))
    return (start, end) if end - start >= min(SHORTEST, duration) > 0 else None
