"""Saying what sounds are: `tag`, `teach`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.long_work import give_way
from wavlink_desktop.cli.options import FILE, json_option, library_option

if TYPE_CHECKING:
    from wavlink_desktop.facade import Library


@click.command()
@click.option(
    "--vocabulary",
    "vocabularies",
    multiple=True,
    default=("ucs",),
    show_default=True,
    metavar="NAME",
    help="ucs, general, qualities, a list of your own, or `own`: the tags that you taught; may be repeated.",
)
@click.option("--new", is_flag=True, help="Only clips that have no such tags yet; at low priority.")
@library_option
@json_option
def tag(vocabularies: tuple[str, ...], new: bool, library: Path, as_json: bool) -> None:
    """Tag every clip by its sound, its name and its description. Tags that you gave are left alone."""
    with opening.open_existing(library) as opened:
        if new:
            _tag_new(opened, vocabularies, as_json)
            return
        for vocabulary in dict.fromkeys(vocabularies):
            counter = terminal.Counter("Tagging", as_json)
            tagged = opened.tag(vocabulary, counter.progress)
            counter.clear()
            info = opened.info()
            waiting = info.clips - info.embedded
            if as_json:
                terminal.json_line({"event": "done", "vocabulary": vocabulary, "tagged": tagged, "waiting": waiting})
            else:
                click.echo(f"Tagged {terminal.clips(tagged)} with {vocabulary}.")
    opening.note_waiting(waiting, library)


def _tag_new(library: "Library", vocabularies: tuple[str, ...], as_json: bool) -> None:
    give_way()
    counter = terminal.Counter("Tagging", as_json)
    tagged = library.tag_new(vocabularies, counter.progress)
    counter.clear()
    if as_json:
        terminal.json_line({"event": "done", "tagged": tagged})
    else:
        click.echo(f"Tagged {tagged} new {'clip' if tagged == 1 else 'clips'} with {', '.join(vocabularies)}.")


@click.command()
@click.argument("label", metavar="TAG")
@click.argument("examples", nargs=-1, required=True, type=FILE, metavar="PATH...")
@click.option("--not", "counterexamples", multiple=True, type=FILE, metavar="PATH", help="Not this; may be repeated.")
@library_option
@json_option
def teach(
    label: str, examples: tuple[Path, ...], counterexamples: tuple[Path, ...], library: Path, as_json: bool
) -> None:
    """Give TAG to the sounds at PATH... (files or folders of the library), and find more like them.

    Three examples are the least that finds more; five are better. TAG is any word of your own, or a CatID.
    """
    counter = terminal.Counter("Looking for more", as_json)
    with opening.open_existing(library) as opened:
        found = opened.teach(label, examples, counterexamples, counter.progress)
    counter.clear()
    if as_json:
        terminal.json_line({"event": "done", "tag": label, "found": found})
    else:
        click.echo(f"Found {found} more clips for {terminal.plain(label)}.")
