"""Work off the window's thread: one function runs on a pool, its result comes back on the window's thread."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

Result = TypeVar("Result")
Done = Callable[[Any, BaseException | None], None]


class _Delivery(QObject):
    """Lives on the window's thread, so that its slot runs there whichever thread emits."""

    arrived = Signal(object, object)

    def __init__(self, done: Done) -> None:
        super().__init__()
        self._done = done
        self.arrived.connect(self._deliver)

    @Slot(object, object)
    def _deliver(self, result: object, error: BaseException | None) -> None:
        _waiting.discard(self)
        self.deleteLater()
        self._done(result, error)


class _Run(QRunnable):
    def __init__(self, function: Callable[[], object], delivery: _Delivery) -> None:
        super().__init__()
        self._function = function
        self._delivery = delivery

    def run(self) -> None:
        result: object = None
        failure: BaseException | None = None
        try:
            result = self._function()
        except Exception as error:
            failure = error
        self._delivery.arrived.emit(result, failure)


_waiting: set[_Delivery] = set()
"""Deliveries that have not come yet: nothing else holds them while their work runs."""


def _make_pool() -> QThreadPool:
    pool = QThreadPool(QCoreApplication.instance())
    # The threads mostly wait (disk, SQLite, the model's process): more of them than cores, so that an export or a
    # query that waits for the model never holds up the sound of the next row.
    pool.setMaxThreadCount(8)
    return pool


_pool: QThreadPool | None = None


def run_task(function: Callable[[], Result], done: Callable[[Result, BaseException | None], None]) -> None:
    """Run `function` on the pool, then `done(result, error)` on this thread. On an error `result` is None."""
    global _pool
    if _pool is None:
        _pool = _make_pool()
    delivery = _Delivery(done)
    _waiting.add(delivery)
    _pool.start(_Run(function, delivery))


def wait_for_tasks(milliseconds: int = 5000) -> bool:
    """Forget the tasks that have not begun and wait for those that have (`done` may come later); whether all ended."""
    if _pool is None:
        return True
    _pool.clear()
    return _pool.waitForDone(milliseconds)


class Latest(Generic[Result]):
    """A lane in which only the newest request counts.

    One request runs at a time; while it does, only the newest of those that came meanwhile is kept. A result is
    delivered only if nothing newer was asked for. So a user who types or arrows faster than the work goes never
    builds up a queue, and never sees an old answer over a new one.
    """

    def __init__(self) -> None:
        self._number = 0
        self._running = False
        self._next: tuple[Callable[[], Result], Callable[[Result, BaseException | None], None]] | None = None

    @property
    def busy(self) -> bool:
        """Whether a request that still counts is under way."""
        return self._running

    def run(self, function: Callable[[], Result], done: Callable[[Result, BaseException | None], None]) -> None:
        """Ask for `function`; `done` is called as in `run_task`, unless something newer is asked for first."""
        self._number += 1
        if self._running:
            self._next = (function, done)
        else:
            self._start(function, done)

    def drop(self) -> None:
        """Forget what was asked for; its result will not be delivered."""
        self._number += 1
        self._next = None

    def _start(self, function: Callable[[], Result], done: Callable[[Result, BaseException | None], None]) -> None:
        number = self._number
        self._running = True

        def finished(result: Result, error: BaseException | None) -> None:
            self._running = False
            if self._next is not None:
                waiting, self._next = self._next, None
                self._start(*waiting)
            elif number == self._number:
                done(result, error)

        run_task(function, finished)
