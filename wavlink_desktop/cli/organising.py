"""What people keep of their sounds: `collections`, `collect`, `rate`, `favourite`, `duplicates`."""

from dataclasses import asdict
from pathlib import Path

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.long_work import interruptible
from wavlink_desktop.cli.options import FILE, json_option, library_option, sounds_argument


@click.command()
@library_option
@json_option
def collections(library: Path, as_json: bool) -> None:
    """List the collections: sets of clips, and saved searches with what they search for."""
    with opening.open_existing(library) as opened:
        found = opened.collections()
    if as_json:
        for collection in found:
            terminal.json_line(asdict(collection))
    elif found:
        rows = [
            (collection.name, "" if collection.query else str(collection.clips), collection.query or "")
            for collection in found
        ]
        terminal.table(("name", "clips", "search"), rows, right=frozenset({1}))
    else:
        begin = f"wavlink-desktop collect NAME PATH...{opening.as_option(library)}"
        terminal.note(f"There are no collections yet. Begin one: {begin}")


@click.command()
@click.argument("name")
@click.argument("paths", nargs=-1, type=FILE, metavar="[PATH]...")
@click.option("--search", "query", default=None, metavar="WORDS", help="Save a search under NAME instead.")
@click.option("--remove", is_flag=True, help="Take the sounds out of it.")
@click.option("--rename", "new_name", default=None, metavar="NAME", help="Give it another name.")
@click.option("--delete", is_flag=True, help="Forget the collection, not its sounds.")
@library_option
@json_option
def collect(
    name: str,
    paths: tuple[Path, ...],
    query: str | None,
    remove: bool,
    new_name: str | None,
    delete: bool,
    library: Path,
    as_json: bool,
) -> None:
    """Put the sounds at PATH (files or folders of the library) into the collection NAME, begun if need be."""
    if sum((bool(paths), query is not None, new_name is not None, delete)) != 1 or (remove and not paths):
        raise click.ClickException("Name sounds, or give one of --search, --rename and --delete.")
    with opening.open_existing(library) as opened:
        ids = [clip.id for clip in opened.clips_at(paths)]
        if query is not None:
            opened.save_search(name, query)
        elif new_name is not None:
            opened.rename_collection(name, new_name)
        elif delete:
            opened.delete_collection(name)
        changed = 0
        if remove:
            changed = len(opened.remove_from_collection(name, ids).places)
        elif paths:
            changed = len(opened.add_to_collection(name, ids))
    if as_json:
        terminal.json_line({"event": "done", "collection": new_name or name, "clips": changed})
    elif paths:
        done = "Took {} out of {}." if remove else "Put {} into {}."
        click.echo(done.format(terminal.files(changed), terminal.plain(name)))
    else:
        click.echo("Done.")


@click.command()
@sounds_argument
@click.option("--stars", type=click.IntRange(0, 5), required=True, help="1 to 5; 0 takes the stars away.")
@library_option
@json_option
def rate(paths: tuple[Path, ...], stars: int, library: Path, as_json: bool) -> None:
    """Give the sounds at PATH (files or folders of the library) stars."""
    with opening.open_existing(library) as opened:
        changed = len(opened.rate([clip.id for clip in opened.clips_at(paths)], stars))
    _say_changed(changed, as_json)


@click.command()
@sounds_argument
@click.option("--off", is_flag=True, help="They are favourites no longer.")
@library_option
@json_option
def favourite(paths: tuple[Path, ...], off: bool, library: Path, as_json: bool) -> None:
    """Make the sounds at PATH (files or folders of the library) favourites."""
    with opening.open_existing(library) as opened:
        changed = len(opened.set_favourite([clip.id for clip in opened.clips_at(paths)], not off))
    _say_changed(changed, as_json)


def _say_changed(changed: int, as_json: bool) -> None:
    if as_json:
        terminal.json_line({"event": "done", "changed": changed})
    else:
        click.echo(f"Changed {terminal.files(changed)}.")


@click.command()
@click.option("--near", is_flag=True, help="Those that sound nearly the same and last as long.")
@library_option
@json_option
def duplicates(near: bool, library: Path, as_json: bool) -> None:
    """List files with the same content, group by group: the same size, beginning, middle and end.

    With --near the sounds are compared first: a minute for some hundred thousand.
    """
    counter = terminal.Counter("Comparing", as_json)
    with interruptible() as interrupted, opening.open_existing(library) as opened:
        if near and opened.find_near_duplicates(counter.progress, interrupted).cancelled:
            counter.clear()
            raise click.ClickException("Stopped: what was known before stays.")
        counter.clear()
        groups = opened.duplicates(near)
    for group in groups:
        if as_json:
            terminal.json_line({"paths": [str(clip.path) for clip in group]})
        else:
            click.echo("\n".join(terminal.plain(str(clip.path)) for clip in group) + "\n")
    if not groups:
        terminal.note("There are none.")
