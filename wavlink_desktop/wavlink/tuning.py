"""How the model is run on this machine, for this process and those that it starts: environment variables.

`WAVLINK_THREADS`: processor cores, default all. `WAVLINK_NUMBER_FORMAT`: `bfloat16` or `float32`, default the faster.
Variables, because the model runs in children of children (the window's, the command line's) that all have to know.
"""

import os
from typing import Literal

NumberFormat = Literal["bfloat16", "float32"]
_THREADS, _FORMAT = "WAVLINK_THREADS", "WAVLINK_NUMBER_FORMAT"


def threads() -> int | None:
    """So many cores; None: as many as there are."""
    asked = os.environ.get(_THREADS, "")
    return int(asked) if asked.isdigit() and int(asked) > 0 else None


def number_format() -> NumberFormat | None:
    """That format; None: the faster one."""
    asked = os.environ.get(_FORMAT, "")
    return "bfloat16" if asked == "bfloat16" else "float32" if asked == "float32" else None


def tune(threads: int, number_format: str) -> None:
    """Say it to every model that is loaded from now on by this process or by one that it starts; 0 and "": as above."""
    for name, value in ((_THREADS, threads), (_FORMAT, number_format)):
        if value:
            os.environ[name] = str(value)
        else:
            os.environ.pop(name, None)
