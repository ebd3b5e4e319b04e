"""What the doctor finds."""

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warning", "missing"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it is and, unless it is well, what to do about it.

    "warning": the program works, but not as well as it could; "missing": something of it does not work.
    """

    check: str
    state: State
    text: str
    advice: str = ""
