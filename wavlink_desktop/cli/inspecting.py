"""How things are: `info`, `problems`, `doctor`."""

from dataclasses import asdict
from pathlib import Path

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.options import json_option, library_option


@click.command()
@library_option
@json_option
def info(library: Path, as_json: bool) -> None:
    """Say what is in the library."""
    with opening.open_existing(library) as opened:
        figures = opened.info()
    if as_json:
        terminal.json_line(asdict(figures))
        return
    rows = [
        ("Library", str(figures.path)),
        *(("Folder", str(folder)) for folder in figures.folders),
        ("Clips", f"{figures.clips}, {figures.hours:.1f} hours"),
        ("Listened to", f"{figures.embedded} clips, {figures.windows} windows"),
        ("Tags", str(figures.tags)),
        ("Unreadable", str(figures.problems)),
        ("Model", figures.model_id or "none yet"),
        ("On disk", terminal.size(figures.bytes_on_disk)),
    ]
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        click.echo(f"{name.ljust(width)}  {terminal.plain(value)}")


@click.command()
@library_option
@json_option
def problems(library: Path, as_json: bool) -> None:
    """List the files that could not be read, and why."""
    with opening.open_existing(library) as opened:
        found = opened.problems()
    for problem in found:
        if as_json:
            terminal.json_line({"path": str(problem.path), "reason": problem.reason})
        else:
            click.echo(f"{terminal.plain(str(problem.path))}\n    {terminal.plain(problem.reason)}")
    if not found:
        terminal.note("Every file could be read.")


@click.command()
@library_option
@json_option
def doctor(library: Path, as_json: bool) -> None:
    """Say what is missing on this machine, or odd, and what to do about it.

    Looks at libraries, display, sound, codecs, the model, processor, memory, disks and the library file, and changes
    nothing. The exit status is 1 when something is missing.
    """
    from wavlink_desktop.doctor import as_text, examine

    missing = False
    for finding in examine(library):
        missing = missing or finding.state == "missing"
        if as_json:
            terminal.json_line(asdict(finding))
            continue
        for line in as_text([finding]):
            click.echo(terminal.plain(line))
    if missing:
        click.get_current_context().exit(1)
