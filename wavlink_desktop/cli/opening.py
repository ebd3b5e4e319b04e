"""The library that a command works on: opened, and what is said of it when something is to be done first."""

import shlex
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wavlink_desktop import paths, terminal

if TYPE_CHECKING:
    from wavlink_desktop.facade import Library


def open_library(path: Path) -> "Library":
    """The library at `path`, begun if need be."""
    from wavlink_desktop.facade import Library

    with suppress(OSError):  # without a folder the library says what is wrong
        path.parent.mkdir(parents=True, exist_ok=True)
    return Library(path)


def open_existing(path: Path) -> "Library":
    """The library at `path`; an error that says how to make one when there is none."""
    if not path.exists():
        raise click.ClickException(
            f"There is no library {path} yet. Make one: wavlink-desktop scan FOLDER{as_option(path)}"
        )
    return open_library(path)


def note_waiting(clips: int, library: Path) -> None:
    """Say that some clips can be found by their names only as yet, after an interrupted scan or with a newer model."""
    if clips > 0:
        finish = f"wavlink-desktop scan{as_option(library)}"
        terminal.note(f"Not listened to yet: {terminal.clips(clips)}. Finish that first: {finish}")


def as_option(library: Path) -> str:
    """What a command that we advise needs to work on `library`: nothing for the user's own."""
    return "" if library == paths.default_library() else f" --library {shlex.quote(str(library))}"
