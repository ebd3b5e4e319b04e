"""Finding sounds: `search`, `similar`."""

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.options import FILE, json_option, library_option, results_option

if TYPE_CHECKING:
    from wavlink_desktop.facade import Library
    from wavlink_desktop.search.hits import By, Hit


def _explain_fields(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from wavlink_desktop.search.fields import FIELDS

        rows = [(field.name, field.meaning, field.example) for field in FIELDS.values()]
        terminal.table(("field", "what it looks at", "for instance"), rows)
        context.exit()


def _one_text(context: click.Context, _: click.Parameter, words: tuple[str, ...]) -> str:
    """The words as one text, whether or not they came in quotes; a mistyped option is none of them."""
    for word in words:
        if word.startswith("--"):
            name = word.partition("=")[0]
            known = [option for parameter in context.command.params for option in parameter.opts]
            raise click.NoSuchOption(name, possibilities=get_close_matches(name, known), ctx=context)
    return " ".join(words)


# `-music` is a word that must not be there, not an option.
@click.command(context_settings={"ignore_unknown_options": True})
@click.option(
    "--fields", is_flag=True, is_eager=True, expose_value=False, callback=_explain_fields, help="Explain the fields."
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...", callback=_one_text)
@library_option
@results_option
@click.option(
    "--by",
    type=click.Choice(["meaning", "name", "both"]),
    default="both",
    show_default=True,
    help="What is searched: how it sounds, what it is called, or both.",
)
@click.option(
    "--balance",
    type=click.FloatRange(0, 1),
    default=None,
    help="In place of --by, anything from 0 (what it is called) to 1 (how it sounds).",
)
@json_option
def search(words: str, library: Path, limit: int, by: "By", balance: float | None, as_json: bool) -> None:
    """Find clips by what they sound like and what they are called.

    "Quoted words" must be in the name, folder, description or tags. Fields filter:
    duration:<5 channels:2 tag:metal folder:rain -music
    """
    from wavlink_desktop.search import Request

    with opening.open_existing(library) as opened:
        if balance is None:
            hits = opened.search(words, limit=limit, by=by)
        else:
            hits = opened.hits(opened.answer(Request(words, balance=balance), limit=limit), 0, limit)
        _print_hits(opened, hits, as_json)


@click.command()
@click.argument("file", type=FILE)
@library_option
@results_option
@click.option("--start", type=click.FloatRange(min=0), default=0.0, help="Where in FILE to begin, in seconds.")
@click.option("--end", type=click.FloatRange(min=0), default=None, help="Where in FILE to end, in seconds.")
@click.option("--but", default="", metavar="WORDS", help="And like these words: metallic; filters hold as in search.")
@click.option("--and", "others", multiple=True, type=FILE, metavar="OTHER", help="And like OTHER; may be repeated.")
@click.option("--unlike", multiple=True, type=FILE, metavar="OTHER", help="But not like OTHER; may be repeated.")
@json_option
def similar(
    file: Path,
    library: Path,
    limit: int,
    start: float,
    end: float | None,
    but: str,
    others: tuple[Path, ...],
    unlike: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Find clips that sound like FILE, which need not be in the library."""
    from wavlink_desktop.search import Request, Sound

    if end is not None and end <= start:
        raise click.ClickException("--end must be after --start.")
    sounds = (
        Sound(file, start, end),
        *(Sound(other) for other in others),
        *(Sound(other, weight=-1.0) for other in unlike),
    )
    with opening.open_existing(library) as opened:
        answer = opened.answer(Request(but, sounds), limit=limit)
        _print_hits(opened, opened.hits(answer, 0, limit), as_json)


def _print_hits(library: "Library", hits: list["Hit"], as_json: bool) -> None:
    if as_json:
        for hit in hits:
            terminal.json_line(_hit_record(hit))
    elif hits:
        terminal.hit_table(hits)
    info = library.info()
    if not hits:
        fill = f"The library is empty. Fill it: wavlink-desktop scan FOLDER{opening.as_option(info.path)}"
        terminal.note("Nothing found." if info.clips else fill)
    opening.note_waiting(info.clips - info.embedded, info.path)


def _hit_record(hit: "Hit") -> dict[str, Any]:
    """A search result for programs."""
    return {
        "rank": hit.rank,
        "path": str(hit.clip.path),
        "start": hit.start,
        "end": hit.end,
        "score": hit.score,
        "reason": hit.reason,
        "duration": hit.clip.duration,
        "name": hit.clip.name,
    }
