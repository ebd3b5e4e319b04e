"""No arguments: the window. A command: the command line."""

import multiprocessing
import sys
from pathlib import Path

# Nothing heavy here: the child process that runs the model imports this module again.


def main() -> int:
    """Open the window, or run a command; gives the exit status."""
    multiprocessing.freeze_support()
    match sys.argv[1:]:
        case []:
            return _window(None)
        case ["--library", library]:
            return _window(Path(library))
    from wavlink_desktop.cli import cli

    cli(prog_name="wavlink-desktop")
    return 0


def _window(library: Path | None) -> int:
    from wavlink_desktop import ground

    if not ground.has_display():
        return _tour()
    if lacking := ground.missing():
        print(lacking, file=sys.stderr)
        return 1
    try:
        from wavlink_desktop import gui

        return gui.run(library)
    except ImportError as error:  # A library that ground.py does not know of, or Qt itself.
        print(
            f"The window cannot open: {error}.\nInstall what is missing, or use the command line: "
            "wavlink-desktop --help",
            file=sys.stderr,
        )
        return 1


def _tour() -> int:
    import click

    from wavlink_desktop.cli import actionable_errors
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
