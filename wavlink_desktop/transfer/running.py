"""A whole transfer: sound after sound, none of which holds up another."""

import errno
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio import AudioError
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import LibraryError, unexpected
from wavlink_desktop.library.records import Problem, Tag
from wavlink_desktop.metadata.errors import RefusedError
from wavlink_desktop.metadata.preflight import may_write_in, refusing

from . import naming
from .making import make
from .placing import Names
from .recipe import Part, Recipe
from .room import check_room, least_bytes

Region = tuple[float, float | None]
"""Start and end in seconds; None: to the end of the sound."""

_BATCH = 500
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@dataclass(slots=True)
class TransferReport:
    """What a transfer did."""

    written: list[Path] = field(default_factory=list)
    done: int = 0
    """Sounds; one that is split gives several files."""
    failed: list[Problem] = field(default_factory=list)
    """Sounds that could not be transferred, and why."""
    notes: list[Problem] = field(default_factory=list)
    """What should be known of sounds that were."""
    cancelled: bool = False
    stopped: str = ""
    """Why it ended before the end, such as a full disk; empty if it did not."""


class _Cancelled(Exception):
    pass


def transfer(
    catalogue: Catalogue,
    clip_ids: Sequence[int] | NDArray[np.int64],
    destination: Path,
    recipe: Recipe,
    region: Region | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> TransferReport:
    """Write clips, or their seconds `region`, into the folder `destination`.

    Files that exist are never replaced; each new one appears whole.

    Raises:
        LibraryError: the naming scheme cannot be understood, the destination cannot be written, or has no room.
    """
    naming.check(recipe.naming)
    with refusing():
        destination.mkdir(parents=True, exist_ok=True)
        may_write_in(destination)
    check_room(least_bytes(catalogue, clip_ids, recipe.conversion, region), destination)

    def check() -> None:
        if cancelled and cancelled():
            raise _Cancelled

    report, names = TransferReport(), Names()
    for number, part, tags in _parts(catalogue, clip_ids, region):
        folder = destination.joinpath(*_folders(part)) if recipe.keep_folders else destination
        stem = naming.stem(recipe.naming, part, tags, number, len(clip_ids))
        try:
            check()
            made = make(part, recipe.conversion, folder, stem, names, check)
        except _Cancelled:
            report.cancelled = True
            break
        except Exception as error:
            report.failed.append(Problem(part.clip.path, _reason(error)))
            if isinstance(error, OSError) and error.errno in _NO_ROOM:
                report.stopped = "The disk is full. Make room, then transfer the rest again."
                break
        else:
            report.done += 1
            report.written += made.files
            if made.note:
                report.notes.append(Problem(part.clip.path, made.note))
        if progress:
            progress(number, len(clip_ids))
    return report


def names(
    catalogue: Catalogue,
    clip_ids: Sequence[int] | NDArray[np.int64],
    recipe: Recipe,
    count: int,
    region: Region | None = None,
) -> list[Path]:
    """Where the first of `count` sounds would go in the destination, without their endings; nothing is touched.

    Raises:
        NamingError: the scheme cannot be understood.
    """
    naming.check(recipe.naming)
    return [
        Path(*(_folders(part) if recipe.keep_folders else ()), naming.stem(recipe.naming, part, tags, number, count))
        for number, part, tags in _parts(catalogue, clip_ids, region)
    ]


def _parts(
    catalogue: Catalogue, clip_ids: Sequence[int] | NDArray[np.int64], region: Region | None
) -> Iterator[tuple[int, Part, Sequence[Tag]]]:
    """Number (from 1), part and tags of each; read in batches, for a million clips do not fit into memory."""
    start, end = region or (None, None)
    for first in range(0, len(clip_ids), _BATCH):
        batch = [int(clip_id) for clip_id in clip_ids[first : first + _BATCH]]
        clips, tags = catalogue.clips_by_id(batch), catalogue.tags_by_file(batch)
        for number, clip_id in enumerate(batch, start=first + 1):
            if clip_id in clips:  # else it has gone from the library meanwhile
                yield number, Part(clips[clip_id], start, end), tags.get(clip_id, ())


def _folders(part: Part) -> list[str]:
    """The library folder's own name, then the folders below it."""
    below = part.clip.path.parent.relative_to(part.clip.folder)
    return [name for folder in (part.clip.folder.name, *below.parts) if (name := naming.fitting(naming.safe(folder)))]


def _reason(error: Exception) -> str:
    if isinstance(error, AudioError | LibraryError):
        return str(error)
    if isinstance(error, OSError):
        try:
            with refusing():
                raise error
        except RefusedError as refused:
            return str(refused)
    return unexpected(error)
