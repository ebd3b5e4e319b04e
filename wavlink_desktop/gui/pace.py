"""How fast something goes and how long it still takes: calm figures from jumpy progress."""

_MEMORY_S = 20.0
"""Progress that is older counts for little."""
_WARM_UP_S = 3.0


class Pace:
    """Follows `done` over time; both only grow."""

    def __init__(self) -> None:
        self._done = self._elapsed = 0.0
        self._work = self._time = 0.0
        self._left: float | None = None

    def update(self, done: float, elapsed: float, total: float) -> None:
        """`done` of `total` after `elapsed` seconds."""
        span = elapsed - self._elapsed
        if span <= 0 or done < self._done:
            return
        kept = 0.5 ** (span / _MEMORY_S)
        self._work = self._work * kept + (done - self._done)
        self._time = self._time * kept + span
        self._done, self._elapsed = done, elapsed
        rate = self.rate
        if rate <= 0 or elapsed < _WARM_UP_S:
            return
        estimate = (total - done) / rate
        # As a clock does, the figure said last runs down; a new estimate only pulls it, lest it jumps to and fro.
        pull = 1 - 0.5 ** (span / _MEMORY_S * 2)
        self._left = estimate if self._left is None else (self._left - span) * (1 - pull) + estimate * pull

    @property
    def rate(self) -> float:
        """Per second, lately."""
        return self._work / self._time if self._time > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds that it still takes; None before that can be known."""
        return None if self._left is None else max(0.0, self._left)
