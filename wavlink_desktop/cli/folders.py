"""The library's folders: `folders`, `relink`, `forget`."""

from dataclasses import asdict
from pathlib import Path

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.options import FILE, json_option, library_option


@click.command()
@library_option
@json_option
def folders(library: Path, as_json: bool) -> None:
    """List the library's folders, and whether they are there."""
    with opening.open_existing(library) as opened:
        states = opened.folder_states()
    for state in states:
        if as_json:
            terminal.json_line({**asdict(state), "path": str(state.path)})
            continue
        away = "" if state.online else ", offline (not there, or empty)"
        only = "" if state.whole else ", single files"
        click.echo(f"{terminal.plain(str(state.path))}\n    {terminal.files(state.clips)}{only}{away}")
    if not states:
        terminal.note("The library has no folders yet.")


@click.command()
@click.argument("folder", type=FILE)
@click.argument("new", type=FILE)
@library_option
@json_option
def relink(folder: Path, new: Path, library: Path, as_json: bool) -> None:
    """Say that FOLDER of the library lives at NEW now. Tags and all else that is known of its sounds stay."""
    with opening.open_existing(library) as opened:
        clips = opened.relink(folder, new)
    if as_json:
        terminal.json_line({"event": "done", "clips": clips})
    else:
        click.echo(f"{terminal.plain(str(folder))} is at {terminal.plain(str(new))} now, with {terminal.files(clips)}.")


@click.command()
@click.argument("folder", type=FILE)
@library_option
@json_option
def forget(folder: Path, library: Path, as_json: bool) -> None:
    """Take FOLDER out of the library, with all that is known of its sounds. The files themselves stay."""
    with opening.open_existing(library) as opened:
        opened.remove_folder(folder)
    if as_json:
        terminal.json_line({"event": "done"})
    else:
        click.echo(f"{terminal.plain(str(folder))} is forgotten; its files are where they were.")
