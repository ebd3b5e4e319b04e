"""What makes work that takes long bearable: it can be stopped, and lets others go first."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_STOPPING = b"\r\033[KStopping when what is at hand is done. Ctrl+C again stops at once.\n"


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Inside, the first SIGINT or SIGTERM asks to stop instead of stopping; a second one stops at once.

    What is at hand is finished first: a person at a terminal, who sees nothing happen, is told of that.
    """
    asked = threading.Event()
    watched = sys.stderr.isatty()

    def ask(number: int, _frame: object) -> None:
        asked.set()
        signal.signal(number, former[signal.Signals(number)])
        if number == signal.SIGINT and watched:
            os.write(sys.stderr.fileno(), _STOPPING)  # whoever is interrupted may be writing to the stream itself

    former = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked.is_set
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def give_way() -> None:
    """Let other programs go first."""
    if hasattr(os, "nice"):
        os.nice(10)
