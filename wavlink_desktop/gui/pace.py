"""How fast something goes, how long it still takes, and how often something may be done again."""

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")
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


class Share:
    """Keeps what a worker does again and again, as everything changes, to a tenth of the time."""

    _PAUSES = 9

    def __init__(self) -> None:
        self._next = 0.0

    def of(self, work: Callable[[], Result]) -> Callable[[], Result]:
        """`work`, measured. Only what its thread does counts: waiting, for its turn or for the model, takes nothing
        from the window, and the next time need not wait so."""

        def measured() -> Result:
            began = time.thread_time()
            try:
                return work()
            finally:
                self._next = time.monotonic() + self._PAUSES * (time.thread_time() - began)

        return measured

    @property
    def pause_ms(self) -> int:
        """Milliseconds until it may be done again."""
        return max(0, round(1000 * (self._next - time.monotonic())))
