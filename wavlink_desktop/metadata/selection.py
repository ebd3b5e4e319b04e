"""Which clips somebody means by naming files and folders."""

import os
from collections.abc import Sequence
from pathlib import Path

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.folders import absolute, relative
from wavlink_desktop.library.records import Clip

from .errors import RefusedError


def clips_at(catalogue: Catalogue, paths: Sequence[Path]) -> list[Clip]:
    """The clips at `paths`: files, or folders with all that is in them; each clip once.

    Raises:
        RefusedError: the library has nothing at one of them.
    """
    clips = catalogue.clips()
    by_path = {os.fsencode(clip.path): clip for clip in clips}
    chosen: dict[int, Clip] = {}
    for path in paths:
        exact = by_path.get(absolute(path)) or catalogue.find(path)
        found = [exact] if exact else _below(by_path, path)
        if not found:
            raise RefusedError(f"The library has no sound at {path}. Scan it first.")
        chosen |= {clip.id: clip for clip in found}
    return list(chosen.values())


def _below(by_path: dict[bytes, Clip], folder: Path) -> list[Clip]:
    roots = {absolute(folder), os.path.realpath(absolute(folder))}
    return [clip for path, clip in by_path.items() if any(relative(path, root) is not None for root in roots)]
