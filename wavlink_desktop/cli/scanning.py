"""Taking sounds up: `scan`."""

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

    reporter = _ScanForPrograms() if as_json else terminal.ScanForPeople()
    open_it = opening.open_library if folders else opening.open_existing
    with interruptible() as interrupted, open_it(library) as opened:
        peaks = PeakCache(paths.peaks_folder())
        report = opened.scan(folders, progress=reporter.progress, cancelled=interrupted, peaks=peaks)
        reporter.done(report, opened.problems())


class _ScanForPrograms:
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

    def done(self, report: "ScanReport", problems: Sequence["Problem"]) -> None:
        """What it skipped, then what the scan did."""
        for problem in problems:
            terminal.json_line({"event": "problem", "path": str(problem.path), "reason": problem.reason})
        terminal.json_line({"event": "done", **asdict(report)})
