"""Tables for other programs: `export`."""

from pathlib import Path

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.options import FILE, json_option, library_option, of_query_option


@click.command()
@click.argument("out", type=FILE)
@click.option(
    "--format", "file_format", default=None, metavar="FORMAT", help="csv, tsv, json, jsonl, xlsx or soundminer."
)
@click.option("--columns", default=None, metavar="NAMES", help="What to write, in that order: name,duration,catid …")
@click.option("--query", default=None, metavar="WORDS", help="Only what a search for WORDS finds.")
@of_query_option
@click.option(
    "--min-score", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Leave out less likely tags."
)
@library_option
@json_option
def export(
    out: Path,
    file_format: str | None,
    columns: str | None,
    query: str | None,
    limit: int | None,
    min_score: float,
    library: Path,
    as_json: bool,
) -> None:
    """Write clips with their tags to OUT. Without --format, the name of OUT says which.

    Every clip is written, or with --query what it finds: all that pass its fields and, where it has words, the best
    1,000 of them. The format "soundminer" is the tab-separated text with Soundminer's column names.
    """
    if limit is not None and query is None:
        raise click.ClickException("--limit goes with --query.")
    if str(out) == "-":
        raise click.ClickException("A table cannot be written to standard output. Name a file to write to.")
    file_format = (file_format or out.suffix.removeprefix(".") or "csv").lower()
    line = terminal.StatusLine()
    with opening.open_existing(library) as opened:
        clips = opened.export(
            out,
            file_format,
            query=query,
            limit=limit,
            columns=None if columns is None else [name.strip().lower() for name in columns.split(",") if name.strip()],
            least_score=min_score,
            progress=lambda done, total: line.show(f"Writing clip {done} of {total}", done, total),
        )
    line.clear()
    if as_json:
        terminal.json_line({"path": str(out), "format": file_format, "clips": clips})
    else:
        click.echo(f"Wrote {terminal.clips(clips)} to {terminal.plain(str(out))}.")
