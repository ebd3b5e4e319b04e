"""Places on the map: `map`."""

from dataclasses import asdict
from pathlib import Path

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.long_work import give_way, interruptible
from wavlink_desktop.cli.options import json_option, library_option


@click.command("map")
@click.option("--anew", is_flag=True, help="Lay out all clips again, not only what is new.")
@library_option
@json_option
def make_map(anew: bool, library: Path, as_json: bool) -> None:
    """Lay the clips out on a map, on which what sounds alike lies together: the window shows it.

    New clips come beside their neighbours; when they have become many, all are laid out again, from where they were.
    One core is used, at low priority.
    """
    give_way()
    counter = terminal.Counter("Mapping", as_json)
    with interruptible() as interrupted, opening.open_existing(library) as opened:
        report = opened.make_map(counter.progress, interrupted, anew)
        counter.clear()
    if as_json:
        terminal.json_line({"event": "done", **asdict(report)})
    elif report.cancelled:
        click.echo("Stopped; the map stays as it was.")
    else:
        done = "all laid out" if report.arranged else f"{report.placed} of them new"
        click.echo(f"{terminal.files(report.clips)} on the map, {done}, in {terminal.clock(report.seconds)}.")
