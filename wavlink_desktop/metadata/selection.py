"""Which clips somebody means by naming files and folders."""

from collections.abc import Sequence
from pathlib import Path

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import Clip

from .errors import RefusedError


def clips_at(catalogue: Catalogue, paths: Sequence[Path]) -> list[Clip]:
    """The clips at `paths`: files, or folders with all that is in them; each clip once.

    Raises:
        RefusedError: the library has nothing at one of them.
    """
    chosen: dict[int, Clip] = {}
    for path in paths:
        exact = catalogue.find(path)
        found = [exact] if exact else catalogue.below(path)
        if not found:
            raise RefusedError(f"The library has no sound at {path}. Scan it first.")
        chosen |= {clip.id: clip for clip in found}
    return list(chosen.values())
