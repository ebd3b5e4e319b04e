"""The tour: what the window would show, on the command line, for machines without a display."""

from typing import TYPE_CHECKING

import click

from wavlink_desktop import paths, terminal
from wavlink_desktop.cli import cli, opening, scanning

if TYPE_CHECKING:
    from wavlink_desktop.facade import Library

_QUERIES = ("rain", "police siren", "thunder", "footsteps", "glass breaking", "an engine running", '"door"')
_TAGGED = 8


def tour() -> None:
    """Write the demo library, scan it, search it, tag it, and print what was found.

    It has a library file of its own: the user's is not filled with it unasked.
    """
    sounds = paths.demo_folder()
    _show("demo", str(sounds))
    cli(["demo", str(sounds)], standalone_mode=False)
    # One library for all that follows, so that the model is loaded once.
    file = paths.data_folder() / "demo.db"
    with opening.open_library(file) as library:
        _show("scan", str(sounds))
        reporter = scanning.ForPeople()
        reporter.done(library.scan([sounds], progress=reporter.progress), library.problems(), [], file)
        for query in _QUERIES:
            _show("search", query)
            terminal.hit_table(library.search(query, limit=3))
        _show("tag", "--vocabulary", "ucs")
        click.echo(f"Tagged {terminal.clips(library.tag('ucs'))}. Some of them:")
        _show_tags(library)
    click.echo("\nTo take up sounds of your own: wavlink-desktop scan FOLDER\nAll commands: wavlink-desktop --help")


def _show(*arguments: str) -> None:
    """Print a command as one would type it."""
    click.secho(f"\n$ wavlink-desktop {' '.join(_quoted(word) for word in arguments)}", bold=True)


def _quoted(word: str) -> str:
    return f"'{word}'" if " " in word or '"' in word else word


def _show_tags(library: "Library") -> None:
    clips = library.clips()
    rows = [
        (clip.name, tag.label, f"{tag.score:.2f}", tag.source)
        for clip in clips[:: max(1, len(clips) // _TAGGED)][:_TAGGED]
        for tag in library.tags(clip.id)[:1]
    ]
    terminal.table(("name", "tag", "score", "by"), rows, right=frozenset({2}))
