"""A function run in a process of its own: what it loads may end its process, and must not end this one."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

_Result = TypeVar("_Result")


def apart(function: Callable[[], _Result], seconds: float) -> _Result:
    """What `function`, one of a module's own, returns.

    Raises:
        RuntimeError: its process was ended by the system.
        TimeoutError: it has not answered within `seconds`.
        Exception: whatever the function raised.
    """
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    try:
        return pool.submit(function).result(seconds)
    except BrokenProcessPool as error:
        raise RuntimeError("the system ended the process that tried it") from error
    except TimeoutError as error:
        raise TimeoutError(f"no answer within {seconds:.0f} s") from error
    finally:
        for process in (pool._processes or {}).values():  # one that hangs would keep the program from ending
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)
