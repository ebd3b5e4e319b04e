"""Sounds to try the program with: `demo`."""

from dataclasses import asdict
from pathlib import Path

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli.options import FILE, json_option


@click.command()
@click.argument("out_folder", type=FILE)
@json_option
def demo(out_folder: Path, as_json: bool) -> None:
    """Write the demo library, made by our own synthesis, into OUT_FOLDER."""
    from wavlink_desktop.demo import write_demo_library

    line = terminal.StatusLine()
    clips = write_demo_library(
        out_folder, lambda done, total: line.show(f"Making sound {done} of {total}", done, total)
    )
    line.clear()
    if as_json:
        for clip in clips:
            terminal.json_line(asdict(clip))
    else:
        kinds = len({clip.kind for clip in clips})
        click.echo(f"Wrote {len(clips)} sounds of {kinds} kinds into {terminal.plain(str(out_folder))}.")
