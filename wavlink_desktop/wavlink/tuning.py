"""How the model is run on this machine, for this process and those that it starts: environment variables.

`WAVLINK_THREADS`: processor cores, default all. `WAVLINK_NUMBER_FORMAT`: `int8`, `bfloat16` or `float32`, default the
fastest.
Variables, because the model runs in children of children (the window's, the command line's) that all have to know.
"""

import os
from typing import Literal, get_args

NumberFormat = Literal["int8", "bfloat16", "float32"]
_THREADS, _FORMAT = "WAVLINK_THREADS", "WAVLINK_NUMBER_FORMAT"


def threads() -> int | None:
    """So many cores; None: as many as there are."""
    asked = os.environ.get(_THREADS, "")
    return int(asked) if asked.isdigit() and int(asked) > 0 else None


def number_format() -> NumberFormat | None:
    """That format; None: the fastest one."""
    asked = os.environ.get(_FORMAT, "")
    return next((name for name in get_args(NumberFormat) if name == asked), None)


def tune(threads: int, number_format: str) -> None:
    """Say it to every model that is loaded from now on by this process or by one that it starts; 0 and "": as above."""
    for name, value in ((_THREADS, threads), (_FORMAT, number_format)):
        if value:
            os.environ[name] = str(value)
        else:
            os.environ.pop(name, None)
