"""A function run in a process of its own: what it loads may end its process, and must not end this one."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Generic, Self, TypeVar

_Result = TypeVar("_Result")


class Apart(Generic[_Result]):
    """Runs a function, one of a module's own, from now on; as a context, until the block is left."""

    def __init__(self, function: Callable[[], _Result], seconds: float) -> None:
        """`seconds`: how long it may take once somebody waits for it."""
        self._seconds = seconds
        self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        self._future = self._pool.submit(function)
        self._processes = list((self._pool._processes or {}).values())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.end()

    def __call__(self) -> _Result:
        """What the function returned; waits for it.

        Raises:
            RuntimeError: its process was ended, by the system or by `end`.
            TimeoutError: it has not answered in time.
            Exception: whatever the function raised.
        """
        try:
            return self._future.result(self._seconds)
        except BrokenProcessPool as error:
            raise RuntimeError("the system ended the process that tried it") from error
        except TimeoutError as error:
            raise TimeoutError(f"no answer within {self._seconds:.0f} s") from error

    def end(self) -> None:
        """Stop it, whatever it does. From any thread."""
        for process in self._processes:  # one that hangs would keep the program from ending
            process.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)
