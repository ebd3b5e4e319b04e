"""Taking sounds up: `scan`."""

import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wavlink_desktop import paths, terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.long_work import interruptible
from wavlink_desktop.cli.options import FILE, json_option, library_option

if TYPE_CHECKING:
    from wavlink_desktop.facade import Library
    from wavlink_desktop.library.records import Problem, ScanProgress, ScanReport


@click.command()
@click.argument("folders", nargs=-1, type=FILE)
@library_option
@json_option
def scan(folders: tuple[Path, ...], library: Path, as_json: bool) -> None:
    """Take up FOLDERS into the library, or look through its folders again when none is given.

    Interrupted (Ctrl+C, or killed), it goes on where it was when it is run again.
    """
    from wavlink_desktop.audio import PeakCache

    reporter = _ForPrograms() if as_json else ForPeople()
    if not library.exists():
        _check_there(folders)  # lest a slip of the keys begins a library
    open_it = opening.open_library if folders else opening.open_existing
    with interruptible() as interrupted, open_it(library) as opened:
        peaks = PeakCache(paths.peaks_folder())
        report = opened.scan(folders, progress=reporter.progress, cancelled=interrupted, peaks=peaks)
        reporter.done(report, _problems(opened, folders), _away(opened, folders), library)


def _check_there(folders: tuple[Path, ...]) -> None:
    for folder in folders:
        if not folder.exists():
            raise click.ClickException(f"{folder} is not there. Check the path, and that its drive is connected.")


def _problems(library: "Library", scanned: tuple[Path, ...]) -> list["Problem"]:
    """Those of what was scanned: the whole library when no folders were given."""
    real = [path.resolve() for path in scanned]
    found = library.problems()
    return [it for it in found if any(map(it.path.resolve().is_relative_to, real))] if scanned else found


def _away(library: "Library", scanned: tuple[Path, ...]) -> list[Path]:
    """What was to be scanned, but is not there: paths that were given, and folders of the library."""
    from wavlink_desktop.library.folders import reachable

    real = [path.resolve() for path in scanned]
    away = [folder for folder in library.folders() if not reachable(os.fsencode(folder))]
    if not scanned:
        return away
    known = [folder for folder in away if any(path.is_relative_to(folder.resolve()) for path in real)]
    return known + [path for path in scanned if not path.exists() and path.absolute() not in known]


class ForPeople:
    """Reports a scan on a terminal."""

    _FIRST_PROBLEMS = 10

    def __init__(self) -> None:
        self._line = terminal.StatusLine()

    def progress(self, at: "ScanProgress") -> None:
        """Where the scan is."""
        if at.stage == "headers":
            text = f"Reading headers: {at.done:.0f} of {at.total:.0f} files"
        else:
            left = (at.total - at.done) * at.elapsed / at.done if at.done else 0.0
            speed = at.done / at.elapsed if at.elapsed else 0.0
            where = f"{terminal.clock(at.done)} of {terminal.clock(at.total)}"
            text = f"Listening: {where}, {speed:.0f} times real time, {terminal.clock(left)} left"
        self._line.show(text, at.done, at.total)

    def done(self, report: "ScanReport", problems: Sequence["Problem"], away: Sequence[Path], library: Path) -> None:
        """What the scan did, what it skipped, and which folders of the library it could not look into."""
        self._line.clear()
        parts = [
            f"{count} {word}"
            for count, word in (
                (report.added, "added"),
                (report.changed, "changed"),
                (report.moved, "moved"),
                (report.missing, "missing"),
                (report.unchanged, "unchanged"),
                (report.embedded, "listened to"),
                (report.skipped, "skipped"),
            )
            if count or word in ("added", "skipped")
        ]
        ended = "Stopped; run it again to go on" if report.cancelled else "Done"
        click.echo(f"{ended}: {', '.join(parts)} in {terminal.clock(report.seconds)}.")
        for problem in problems[: self._FIRST_PROBLEMS]:
            click.echo(f"  {terminal.plain(str(problem.path))}: {terminal.plain(problem.reason)}")
        if len(problems) > self._FIRST_PROBLEMS:
            more = len(problems) - self._FIRST_PROBLEMS
            click.echo(f"  … and {more} more: `wavlink-desktop problems{opening.as_option(library)}` lists them all.")
        for folder in away:
            terminal.note(f"{terminal.plain(str(folder))} is not there, or is empty.")


class _ForPrograms:
    """Reports a scan as JSON, one object a line."""

    def __init__(self) -> None:
        self._pace = terminal.Pace()

    def progress(self, at: "ScanProgress") -> None:
        """Where the scan is."""
        if self._pace.due(at.done, at.total):
            terminal.json_line(
                {
                    "event": "progress",
                    "stage": at.stage,
                    "done": at.done,
                    "total": at.total,
                    "elapsed": at.elapsed,
                    "files": at.files,
                    "of_files": at.of_files,
                    "name": at.name,
                }
            )

    def done(self, report: "ScanReport", problems: Sequence["Problem"], away: Sequence[Path], library: Path) -> None:
        """What it skipped, which folders are away, then what the scan did."""
        for problem in problems:
            terminal.json_line({"event": "problem", "path": str(problem.path), "reason": problem.reason})
        for folder in away:
            terminal.json_line({"event": "away", "path": str(folder)})
        terminal.json_line({"event": "done", **asdict(report)})
