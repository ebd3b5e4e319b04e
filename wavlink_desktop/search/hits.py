"""What a search gives."""

from dataclasses import dataclass
from typing import Literal

from wavlink_desktop.library.records import Clip

By = Literal["meaning", "name", "both"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A clip found, best first. `start` and `end` bound its best moment, in seconds."""

    rank: int
    clip: Clip
    start: float
    end: float
    score: float
    """0…1, falling with rank."""
    reason: By
    """Whether its meaning, its name (or folder, metadata, tags), or both matched."""
