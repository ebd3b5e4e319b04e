"""Work off the window's thread: one function runs on a pool, its result comes back on the window's thread."""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from functools import cache
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from wavlink_desktop import reports
from wavlink_desktop.search.query import QueryError

_log = logging.getLogger(__name__)
Result = TypeVar("Result")
Done = Callable[[Any, BaseException | None], None]


class _Task:
    """A function to run, and what came of it."""

    def __init__(self, function: Callable[[], object], done: Done) -> None:
        self._function = function
        self._done = done
        self._result: object = None
        self._error: BaseException | None = None

    def run(self) -> None:
        """Run the function, on whatever thread this is."""
        try:
            self._result = self._function()
        except Exception as error:
            self._error = error
            _note(error)

    def deliver(self) -> None:
        """Hand over what came of it."""
        self._done(self._result, self._error)


class _Noted:
    """What was logged last: a poll that fails every second says so once."""

    text = ""


def _note(error: Exception) -> None:
    """Log what went wrong, whatever whoever asked for it makes of it. What nobody has foreseen is reported, too."""
    if isinstance(error, QueryError | CancelledError):
        return  # a query that is still being written, of no use and its writer's own; what was called off
    text = f"{type(error).__name__}: {error}"
    if isinstance(error, OSError) or type(error).__module__.partition(".")[0] == __package__.partition(".")[0]:
        _log.log(logging.DEBUG if text == _Noted.text else logging.INFO, "in the background: %s", text)
    else:
        reports.of_task(error)
    _Noted.text = text


class _Post(QObject):
    """Lives on the window's thread, so that its slot runs there whichever thread emits."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.waiting: dict[_Task, Future[None]] = {}
        """What has not been delivered yet."""
        self.arrived.connect(self._deliver)

    @Slot(object)
    def _deliver(self, task: _Task) -> None:
        if self.waiting.pop(task, None) is not None:
            task.deliver()


# Not QThreadPool: PySide keeps every runnable that was ever started alive, and with it what it worked on.
# The threads mostly wait (disk, SQLite, the model's process): more of them than cores, so that an export or a query
# that waits for the model never holds up the sound of the next row.
_pool = ThreadPoolExecutor(max_workers=8, thread_name_prefix="task")
_quiet = ThreadPoolExecutor(max_workers=1, thread_name_prefix="quiet")


@cache
def _post() -> _Post:
    return _Post()


def run_task(function: Callable[[], Result], done: Callable[[Result, BaseException | None], None]) -> None:
    """Run `function` on the pool, then `done(result, error)` on this thread. On an error `result` is None."""
    _run(_pool, function, done)


def run_quietly(function: Callable[[], Result], done: Callable[[Result, BaseException | None], None]) -> None:
    """`run_task` for what nobody waits for, as counts at the side: one after the other, so that two cores are never
    both busy with such work while the window paints."""
    _run(_quiet, function, done)


def _run(pool: ThreadPoolExecutor, function: Callable[[], object], done: Done) -> None:
    task, post = _Task(function, done), _post()

    def work() -> None:
        task.run()
        post.arrived.emit(task)

    post.waiting[task] = pool.submit(work)


def wait_for_tasks(seconds: float = 5.0) -> bool:
    """Forget what has not begun, wait for what has, deliver nothing more; whether all ended. For closing."""
    waiting = _post().waiting
    running = [future for future in waiting.values() if not future.cancel()]
    waiting.clear()
    return not wait(running, seconds).not_done


class Latest(Generic[Result]):
    """A lane in which only the newest request counts.

    One request runs at a time; while it does, only the newest of those that came meanwhile is kept. A result is
    delivered only if nothing newer was asked for. So a user who types or arrows faster than the work goes never
    builds up a queue, and never sees an old answer over a new one.
    """

    def __init__(self, run: Callable[[Callable[[], Any], Done], None] = run_task) -> None:
        self._run_task = run
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

        self._run_task(function, finished)
