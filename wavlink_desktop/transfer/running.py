"""A whole transfer: sound after sound, none of which holds up another."""

import errno
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

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
    parts: Sequence[Part],
    destination: Path,
    recipe: Recipe,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> TransferReport:
    """Write `parts` into the folder `destination`. Files that exist are never replaced; each new one appears whole.

    Raises:
        LibraryError: the naming scheme cannot be understood, or the destination cannot be written.
    """
    naming.check(recipe.naming)
    with refusing():
        destination.mkdir(parents=True, exist_ok=True)
        may_write_in(destination)

    def check() -> None:
        if cancelled and cancelled():
            raise _Cancelled

    report, names = TransferReport(), Names()
    for number, (part, tags) in enumerate(_with_tags(catalogue, parts), start=1):
        folder = destination.joinpath(*_folders(part)) if recipe.keep_folders else destination
        stem = naming.stem(recipe.naming, part, tags, number, len(parts))
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
            progress(number, len(parts))
    return report


def names(catalogue: Catalogue, parts: Sequence[Part], recipe: Recipe, count: int) -> list[Path]:
    """Where the first of `count` sounds would go in the destination, without their endings; nothing is touched.

    Raises:
        NamingError: the scheme cannot be understood.
    """
    naming.check(recipe.naming)
    return [
        Path(*(_folders(part) if recipe.keep_folders else ()), naming.stem(recipe.naming, part, tags, number, count))
        for number, (part, tags) in enumerate(_with_tags(catalogue, parts), start=1)
    ]


def _with_tags(catalogue: Catalogue, parts: Sequence[Part]) -> Iterator[tuple[Part, Sequence[Tag]]]:
    for start in range(0, len(parts), _BATCH):
        batch = parts[start : start + _BATCH]
        tags = catalogue.tags_by_file([part.clip.id for part in batch])
        for part in batch:
            yield part, tags.get(part.clip.id, ())


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
