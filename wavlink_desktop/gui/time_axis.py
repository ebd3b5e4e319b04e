"""Which stretch of a clip is seen, and where on the widget: zoom, pan, and the labels of the ruler."""

from collections.abc import Iterator
from math import ceil

_STEPS = (
    0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05,
    0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200,
)  # fmt: skip
"""Seconds between the ruler's labels."""
_FEWEST_SAMPLES = 12
"""What is seen at the strongest zoom."""
_LEAD = 0.06
"""Where the playhead comes to lie after a page has been turned, as a part of the width."""


class TimeAxis:
    """Seconds of the clip to pixels of the widget and back. `0 <= start < end <= duration` if there is a clip."""

    def __init__(self) -> None:
        self.duration = 0.0
        self.width = 1.0
        """Pixels, logical ones."""
        self.start = self.end = 0.0
        """What is seen, in seconds."""
        self._shortest = 0.01

    def reset(self, duration: float, sample_rate: int) -> None:
        """Another clip, all of it seen."""
        self.duration = max(0.0, duration)
        self._shortest = min(self.duration, _FEWEST_SAMPLES / max(1, sample_rate))
        self.fit()

    @property
    def span(self) -> float:
        """How many seconds are seen."""
        return self.end - self.start

    @property
    def zoomed(self) -> bool:
        """Whether a part is out of sight."""
        return self.span < self.duration

    def x(self, seconds: float) -> float:
        """Where a moment lies; outside `0…width` if it is out of sight."""
        return (seconds - self.start) / self.span * self.width if self.span > 0 else 0.0

    def seconds(self, x: float) -> float:
        """The moment at a pixel, inside the clip."""
        return min(max(0.0, self.start + x / self.width * self.span), self.duration)

    def sees(self, seconds: float) -> bool:
        """Whether a moment is in sight."""
        return self.start <= seconds <= self.end

    def fit(self) -> None:
        """See all of it."""
        self.start, self.end = 0.0, self.duration

    def show(self, start: float, end: float) -> None:
        """See `start` to `end`, as far as zoom and clip allow."""
        middle, span = (start + end) / 2, min(max(end - start, self._shortest), self.duration)
        self.start = min(max(0.0, middle - span / 2), self.duration - span)
        self.end = self.start + span if span < self.duration else self.duration

    def zoom(self, factor: float, at: float) -> None:
        """Closer by `factor` (further away below 1); the moment `at` stays where it is."""
        span = min(max(self.span / factor, self._shortest), self.duration)
        part = (at - self.start) / self.span if self.span > 0 else 0.0
        start = at - part * span
        self.show(start, start + span)

    def pan(self, seconds: float) -> None:
        """Later by so many seconds (earlier below 0)."""
        self.show(self.start + seconds, self.end + seconds)

    def turn_to(self, seconds: float) -> None:
        """Turn the page so that a moment comes to lie near its left edge."""
        start = seconds - _LEAD * self.span
        self.show(start, start + self.span)

    def step(self, room: float) -> float:
        """Seconds between two labels that need `room` pixels each."""
        least = room / self.width * self.span
        return next((step for step in _STEPS if step >= least), _STEPS[-1])

    def marks(self, step: float) -> Iterator[float]:
        """The multiples of `step` seconds in sight, in time order."""
        number = ceil(self.start / step - 1e-9)
        while number * step <= self.end:
            yield number * step
            number += 1
