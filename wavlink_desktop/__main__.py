"""No arguments, or paths: the window. A command: the command line."""

import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wavlink_desktop.reports import Report

# Nothing heavy here: the child process that runs the model imports this module again.


def main() -> int:
    """Open the window, or run a command; gives the exit status."""
    multiprocessing.freeze_support()
    match sys.argv[1:]:
        case ["--library", library, *opened] if all(map(_is_path, opened)):
            return _window(Path(library), opened)
        case [*opened] if all(map(_is_path, opened)):
            return _window(None, opened)
        case ["--self-test"]:
            return _self_test(None)
        case ["--self-test", "--report", report]:
            return _self_test(Path(report))
    from wavlink_desktop import logs, reports
    from wavlink_desktop.cli import cli

    with logs.during("command"), reports.watch("command") as watch:
        watch.tell = lambda report: _say("Something went wrong in the program itself.", report)
        _say_of_last_time()
        cli(prog_name="wavlink-desktop")
    return 0


def _say_of_last_time() -> None:
    """A command that the system ended could not say so itself."""
    from wavlink_desktop import reports

    if (report := reports.take_hard_crash("command")) is not None:
        _say(f"The last command was ended by the system ({report.summary}).", report)


def _say(what: str, report: "Report") -> None:
    where = f" The report, for its makers: {report.path}" if report.path is not None else ""
    print(f"{what}{where}", file=sys.stderr)


def _is_path(argument: str) -> bool:
    """Whether it says where something is, as `./sounds` and what desktops hand over do; `scan` and `--help` do not."""
    return not argument.startswith("-") and any(separator in argument for separator in {os.sep, "/"})


def _window(library: Path | None, opened: Sequence[str]) -> int:
    from wavlink_desktop import ground

    if not ground.has_display():
        return _without_display() if opened else _tour()
    if lacking := ground.missing():
        print(lacking, file=sys.stderr)
        return 1
    try:
        from wavlink_desktop import gui

        return gui.run(library, [Path(path).absolute() for path in opened])
    except ImportError as error:  # A library that ground.py does not know of, or Qt itself.
        print(
            f"The window cannot open: {error}.\nInstall what is missing, or use the command line: "
            "wavlink-desktop --help",
            file=sys.stderr,
        )
        return 1


def _without_display() -> int:
    print(
        "There is no display (DISPLAY and WAYLAND_DISPLAY are not set), and so no window to open that in. On the "
        "command line: wavlink-desktop scan FOLDER, wavlink-desktop similar FILE",
        file=sys.stderr,
    )
    return 1


def _self_test(report: Path | None) -> int:
    from wavlink_desktop.selftest import self_test

    return self_test(report)


def _tour() -> int:
    import click

    from wavlink_desktop.cli.errors import actionable_errors
    from wavlink_desktop.tour import tour

    click.echo("There is no display (DISPLAY and WAYLAND_DISPLAY are not set): here is a tour on the command line.")
    try:
        with actionable_errors():
            tour()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
