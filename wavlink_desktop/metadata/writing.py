"""Tags into the sound files of a library: first what would change, then the changes."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from wavlink_desktop.library import journal
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.journal import Standing
from wavlink_desktop.library.records import Clip, Problem, Tag
from wavlink_desktop.library.scan import alone

from .errors import ChangedError, RefusedError
from .exchange import Rewriting, rewrite, settle_all
from .formats import format_of
from .merging import FieldChange, changes
from .preflight import may_rewrite, refusing
from .segments import Segment
from .values import FIELDS, Values, tidy, values_of

_Job = TypeVar("_Job")


@dataclass(frozen=True, slots=True)
class WritePlan:
    """What is to change in one file."""

    clip_id: int
    path: Path
    changes: tuple[FieldChange, ...]
    refusal: str = ""
    """Why nothing can be written; empty if it can."""


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """What became of a command that changes files."""

    done: int
    refused: tuple[Problem, ...] = ()
    cancelled: bool = False
    batch: int = field(default=0, compare=False)
    """Names the changes to `undo`."""


def plan_writing(
    catalogue: Catalogue, clips: Sequence[Clip], asked: Mapping[str, str] | None = None
) -> Iterator[WritePlan]:
    """What `write` would change in the files of `clips`; nothing is touched.

    `asked`: field (see `values.FIELDS`) to a text that replaces whatever stands in the files.

    Raises:
        RefusedError: there is no such field.
    """
    dictated = _dictated(asked or {})
    tags = catalogue.tags_by_file([clip.id for clip in clips])
    for clip in clips:
        try:
            yield WritePlan(clip.id, clip.path, _changes(catalogue, clip, tags.get(clip.id, []), dictated))
        except RefusedError as error:
            yield WritePlan(clip.id, clip.path, (), str(error))


def write(
    catalogue: Catalogue,
    plans: Iterable[WritePlan],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ChangeReport:
    """Change the files as planned, each whole or not at all. Files that refuse are reported and hold up no other.

    Raises:
        ScanRunningError: the library is being scanned or written.
    """
    todo = [plan for plan in plans if plan.changes or plan.refusal]

    def one(batch: int, plan: WritePlan) -> None:
        if plan.refusal:
            raise RefusedError(plan.refusal)
        _write(catalogue, batch, plan)

    return each(catalogue, [(plan.path, plan) for plan in todo], one, progress, cancelled)


def each(
    catalogue: Catalogue,
    jobs: Sequence[tuple[Path, _Job]],
    change: Callable[[int, _Job], None],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ChangeReport:
    """Change one file after the other as one batch, with the library to ourselves."""
    done = 0
    refused: list[Problem] = []
    with alone(catalogue.path):
        settle_all(catalogue)
        with catalogue.reading() as database:
            batch = journal.next_batch(database)
        for count, (path, job) in enumerate(jobs, start=1):
            if cancelled and cancelled():
                return ChangeReport(done, tuple(refused), cancelled=True, batch=batch)
            try:
                change(batch, job)
                done += 1
            except RefusedError as error:
                refused.append(Problem(path, str(error)))
            if progress:
                progress(count, len(jobs))
    return ChangeReport(done, tuple(refused), batch=batch)


def known_file(catalogue: Catalogue, clip_id: int) -> tuple[Path, Standing]:
    """Where a clip's file is, links resolved, and how the catalogue knows it.

    Raises:
        ChangedError: the catalogue knows it no more.
    """
    with catalogue.reading() as database:
        found = journal.known(database, clip_id)
    if found is None:
        raise ChangedError("The library does not know it any more.")
    return Path(os.path.realpath(found[0])), found[1]


def _dictated(asked: Mapping[str, str]) -> Values:
    unknown = sorted(set(asked) - set(FIELDS))
    if unknown:
        raise RefusedError(f"There is no field {unknown[0]}. There are: {', '.join(FIELDS)}.")
    return {name: tidy(text) for name, text in asked.items()}


def _changes(catalogue: Catalogue, clip: Clip, tags: Sequence[Tag], asked: Values) -> tuple[FieldChange, ...]:
    path, known = known_file(catalogue, clip.id)
    with refusing():
        may_rewrite(path, known)
        form = format_of(path)
        present = form.texts(path)
    with catalogue.reading() as database:
        ours = journal.written(database, clip.id)
    return tuple(changes(form, present, ours, values_of(clip, tags), asked))


def _write(catalogue: Catalogue, batch: int, plan: WritePlan) -> None:
    path, known = known_file(catalogue, plan.clip_id)
    with refusing():
        form = format_of(path)
        present = form.texts(path)
    if any(present.get(change.place, "") != change.before for change in plan.changes):
        raise ChangedError("It has changed since the preview. Look at the preview again.")
    texts = {change.place: change.after for change in plan.changes}

    def make(old: Path, new: Path) -> list[Segment]:
        return form.rewrite(old, new, texts)

    def check(old: Path, new: Path) -> None:
        form.check_kept(old, new)
        came_out = form.texts(new)
        wrong = [place for place, text in texts.items() if came_out.get(place, "") != text]
        if wrong:
            raise RefusedError(f"{wrong[0]} did not come out as it was written. Nothing was changed.")

    rewrite(catalogue, batch, Rewriting(plan.clip_id, path, known, make, check, written=texts))
