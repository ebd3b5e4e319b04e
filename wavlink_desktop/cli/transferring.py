"""Sounds out of the library: `transfer`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.long_work import interruptible
from wavlink_desktop.cli.options import FILE, json_option, library_option, of_query_option

if TYPE_CHECKING:
    from wavlink_desktop.transfer import Conversion, TransferReport
    from wavlink_desktop.transfer.recipe import Channels, Format

_DESTINATION = click.Path(file_okay=False, readable=False, writable=True, path_type=Path)
"""A folder that need not be there yet."""


@click.command()
@click.argument("paths", nargs=-1, type=FILE, metavar="[PATH]...")
@click.option("--to", "destination", type=_DESTINATION, required=True, metavar="FOLDER", help="Where the new files go.")
@click.option("--query", default=None, metavar="WORDS", help="What a search for WORDS finds, instead of PATH.")
@of_query_option
@click.option(
    "--format",
    "file_format",
    type=click.Choice(["source", "wav", "aiff", "flac", "mp3", "ogg"]),
    default="source",
    show_default=True,
)
@click.option(
    "--rate", type=click.IntRange(1_000, 768_000), default=None, help="Sample rate in Hz. [default: as it is]"
)
@click.option(
    "--depth", type=click.Choice(["16", "24", "32"]), default=None, help="Bits; 32 is float. [default: as it is]"
)
@click.option("--mono", "channels", flag_value="mono", help="Fold all channels down to one.")
@click.option("--split", "channels", flag_value="split", help="Every channel in a file of its own.")
@click.option("--normalise", "peak_db", type=click.FloatRange(max=0), default=None, metavar="DB", help="Highest peak.")
@click.option("--start", type=click.FloatRange(min=0), default=None, help="Only from this second on.")
@click.option("--end", type=click.FloatRange(min=0), default=None, help="Only up to this second.")
@click.option("--handles", type=click.FloatRange(min=0), default=0.0, help="Seconds more on both sides of that.")
@click.option("--fade", type=click.FloatRange(min=0), default=0.0, help="Milliseconds of fade where it is cut.")
@click.option("--name", "naming", default="{name}", show_default=True, help="Fields in braces: {catid}_{name}_{index}")
@click.option("--keep-folders", is_flag=True, help="Make the library's folders again in FOLDER.")
@library_option
@json_option
def transfer(
    paths: tuple[Path, ...],
    destination: Path,
    query: str | None,
    limit: int | None,
    start: float | None,
    end: float | None,
    naming: str,
    keep_folders: bool,
    library: Path,
    as_json: bool,
    **form: Any,
) -> None:
    """Copy sounds, or parts of them, to a FOLDER, converted if that is wanted. Files there are never replaced.

    Which: the files, and all in the folders, at PATH, or what --query finds ("" is everything).
    Names may have {name} {catid} {category} {subcategory} {fxname} {creator} {source} {folder} {index} {start} {end}
    {date} {rate} {depth} {channels}.
    """
    from wavlink_desktop.transfer import Recipe

    if bool(paths) == (query is not None):
        raise click.ClickException("Say which sounds: name files or folders, or give --query.")
    if limit is not None and query is None:
        raise click.ClickException("--limit goes with --query.")
    if end is not None and end <= (start or 0.0):
        raise click.ClickException("--end must be after --start.")
    region = None if start is None and end is None else (start or 0.0, end)
    recipe = Recipe(_conversion(**form), naming, keep_folders)
    counter = terminal.Counter("Transferring", as_json)
    with opening.open_existing(library) as opened, interruptible() as interrupted:
        report = opened.transfer(
            destination,
            recipe,
            paths=paths,
            query=query,
            limit=limit,
            region=region,
            progress=counter.progress,
            cancelled=interrupted,
        )
    counter.clear()
    if as_json:
        _transfer_records(report)
    else:
        _transfer_report(report, destination)
    if report.failed:
        click.get_current_context().exit(1)


def _conversion(
    file_format: "Format",
    rate: int | None,
    depth: str | None,
    channels: "Channels | None",
    peak_db: float | None,
    handles: float,
    fade: float,
) -> "Conversion":
    from wavlink_desktop.transfer import Conversion

    bits = None if depth is None else int(depth)
    return Conversion(file_format, rate, bits, channels or "keep", peak_db, handles, fade / 1000)


def _transfer_report(report: "TransferReport", destination: Path) -> None:
    """Print how many sounds were transferred, which were not, and what should be known of those that were."""
    ended = "Stopped. " if report.cancelled else f"{report.stopped} " if report.stopped else ""
    click.echo(f"{ended}Wrote {terminal.files(len(report.written))} to {terminal.plain(str(destination))}.")
    for problem in (*report.failed, *report.notes):
        terminal.note(f"  {terminal.plain(str(problem.path))}: {terminal.plain(problem.reason)}")


def _transfer_records(report: "TransferReport") -> None:
    """Print the same for programs."""
    for path in report.written:
        terminal.json_line({"event": "written", "path": str(path)})
    for event, problems in (("failed", report.failed), ("note", report.notes)):
        for problem in problems:
            terminal.json_line({"event": event, "path": str(problem.path), "reason": problem.reason})
    terminal.json_line(
        {
            "event": "done",
            "done": report.done,
            "failed": len(report.failed),
            "cancelled": report.cancelled,
            "stopped": report.stopped,
        }
    )
