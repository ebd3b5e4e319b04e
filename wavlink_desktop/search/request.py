"""What is searched for: words, sounds to be like or unlike, or both together."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound to be like: a clip of the library, or any file."""

    path: Path
    start: float = 0.0
    """Seconds: where the part that counts begins."""
    end: float | None = None
    """Seconds; None: to the end of the file."""
    weight: float = 1.0
    """How much it counts beside the words and the other sounds; negative: to be unlike it."""


@dataclass(frozen=True, slots=True)
class Request:
    """A search as the window asks it; an empty one lists the library."""

    text: str = ""
    """In the query language of `search.query`: words by meaning and by name, and filters."""
    sounds: tuple[Sound, ...] = ()
    balance: float = 0.5
    """What ranks: 0, names and texts alone; 1, the sound alone; in between, both, weighed so."""
