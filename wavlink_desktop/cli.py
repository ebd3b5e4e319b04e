"""The command line: one thin function a command.

Modules are imported where they are used, so that `--help` answers at once.
"""

import io
import logging
import os
import shlex
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wavlink_desktop import __version__, paths, terminal

if TYPE_CHECKING:
    from wavlink_desktop.facade import Library
    from wavlink_desktop.metadata.writing import ChangeReport
    from wavlink_desktop.search.hits import By, Hit
    from wavlink_desktop.transfer import Conversion
    from wavlink_desktop.transfer.recipe import Channels, Format

_Command = TypeVar("_Command", bound=Callable[..., Any])

FILE = click.Path(path_type=Path)

_log = logging.getLogger(__name__)


def open_library(path: Path) -> "Library":
    """The library at `path`, begun if need be."""
    from wavlink_desktop.facade import Library

    path.parent.mkdir(parents=True, exist_ok=True)
    return Library(path)


def open_existing(path: Path) -> "Library":
    """The library at `path`; an error that says how to make one when there is none."""
    if not path.exists():
        raise click.ClickException(
            f"There is no library {path} yet. Make one: wavlink-desktop scan FOLDER{_option(path)}"
        )
    return open_library(path)


def library_option(command: _Command) -> _Command:
    """`--library`: the user's own library when it is not given."""
    return click.option(
        "--library",
        type=FILE,
        default=paths.default_library,
        metavar="FILE.db",
        help="The library file. [default: the one the window opens]",
    )(command)


def json_option(command: _Command) -> _Command:
    """`--json`: results for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")(command)


@contextmanager
def actionable_errors() -> Iterator[None]:
    """Errors that a user can act on become `ClickException`: one line on standard error, exit status 1."""
    try:
        yield
    except (BrokenPipeError, click.exceptions.Exit):
        raise  # The reader has gone (`| head`), or a command has chosen its exit status.
    except _actionable() as error:
        if not isinstance(error, ValueError):  # a query's words are nobody's business
            _log.info("stopped: %s: %s", type(error).__name__, _explain(error))
        raise click.ClickException(terminal.plain(_explain(error))) from error


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        with actionable_errors():
            return super().invoke(ctx)


def _actionable() -> tuple[type[Exception], ...]:
    from wavlink_desktop.audio import AudioError
    from wavlink_desktop.demo import DemoError
    from wavlink_desktop.library.errors import LibraryError
    from wavlink_desktop.metadata import ExportError
    from wavlink_desktop.search import QueryError
    from wavlink_desktop.tagging import VocabularyError

    return AudioError, DemoError, ExportError, LibraryError, OSError, QueryError, VocabularyError


def _explain(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    return str(error)


def _option(library: Path) -> str:
    return "" if library == paths.default_library() else f" --library {shlex.quote(str(library))}"


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="WavLink Desktop")
def cli() -> None:
    """Find and tag sound effects by meaning, offline.

    Without a command, the window opens; paths (./sounds, /sfx/rain.wav) open in it.
    """
    _log.info("command: %s", click.get_current_context().invoked_subcommand)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # A terminal may lack the letters of a name.
            stream.reconfigure(errors="backslashreplace")


@cli.command()
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


@cli.command()
@click.argument("folders", nargs=-1, type=FILE)
@library_option
@json_option
def scan(folders: tuple[Path, ...], library: Path, as_json: bool) -> None:
    """Take up FOLDERS into the library, or look through its folders again when none is given.

    Interrupted (Ctrl+C, or killed), it goes on where it was when it is run again.
    """
    from wavlink_desktop.audio import PeakCache

    reporter = terminal.ScanForPrograms() if as_json else terminal.ScanForPeople()
    open_it = open_library if folders else open_existing
    with _interruptible() as interrupted, open_it(library) as opened:
        peaks = PeakCache(paths.peaks_folder())
        report = opened.scan(folders, progress=reporter.progress, cancelled=interrupted, peaks=peaks)
        reporter.done(report, opened.problems())


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Inside, the first SIGINT or SIGTERM asks to stop instead of stopping; a second one stops at once."""
    asked = threading.Event()

    def ask(number: int, _frame: object) -> None:
        asked.set()
        signal.signal(number, former[signal.Signals(number)])

    former = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield asked.is_set
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _explain_fields(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from wavlink_desktop.search.fields import FIELDS

        rows = [(field.name, field.meaning, field.example) for field in FIELDS.values()]
        terminal.table(("field", "what it looks at", "for instance"), rows)
        context.exit()


# `-music` is a word that must not be there, not an option.
@cli.command(context_settings={"ignore_unknown_options": True})
@click.option(
    "--fields", is_flag=True, is_eager=True, expose_value=False, callback=_explain_fields, help="Explain the fields."
)
@click.argument("words")
@library_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many results.")
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

    with open_existing(library) as opened:
        if balance is None:
            hits = opened.search(words, limit=limit, by=by)
        else:
            hits = opened.hits(opened.answer(Request(words, balance=balance), limit=limit), 0, limit)
        _print_hits(opened, hits, as_json)


@cli.command()
@click.argument("file", type=FILE)
@library_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many results.")
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
    with open_existing(library) as opened:
        answer = opened.answer(Request(but, sounds), limit=limit)
        _print_hits(opened, opened.hits(answer, 0, limit), as_json)


def _print_hits(library: "Library", hits: list["Hit"], as_json: bool) -> None:
    if as_json:
        for hit in hits:
            terminal.json_line(terminal.hit_record(hit))
    elif hits:
        terminal.hit_table(hits)
    info = library.info()
    if not hits:
        fill = f"The library is empty. Fill it: wavlink-desktop scan FOLDER{_option(info.path)}"
        terminal.note("Nothing found." if info.clips else fill)
    _note_waiting(info.clips - info.embedded, info.path)


def _note_waiting(clips: int, library: Path) -> None:
    """Say that some clips can be found by their names only as yet, after an interrupted scan or with a newer model."""
    if clips > 0:
        finish = f"wavlink-desktop scan{_option(library)}"
        terminal.note(f"{clips} clips have not been listened to yet. Finish that first: {finish}")


@cli.command()
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
    with open_existing(library) as opened:
        if new:
            _tag_new(opened, vocabularies, as_json)
            return
        for vocabulary in dict.fromkeys(vocabularies):
            counter = terminal.Counter("Tagging", as_json)
            tagged = opened.tag(vocabulary, counter.progress)
            counter.clear()
            waiting = opened.info().clips - tagged
            if as_json:
                terminal.json_line({"event": "done", "vocabulary": vocabulary, "tagged": tagged, "waiting": waiting})
            else:
                click.echo(f"Tagged {tagged} clips with {vocabulary}.")
    _note_waiting(waiting, library)


def _tag_new(library: "Library", vocabularies: tuple[str, ...], as_json: bool) -> None:
    _give_way()
    counter = terminal.Counter("Tagging", as_json)
    tagged = library.tag_new(vocabularies, counter.progress)
    counter.clear()
    if as_json:
        terminal.json_line({"event": "done", "tagged": tagged})
    else:
        click.echo(f"Tagged {tagged} new clips with {', '.join(vocabularies)}.")


def _give_way() -> None:
    """Let other programs go first."""
    if hasattr(os, "nice"):
        os.nice(10)


@cli.command()
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
    with open_existing(library) as opened:
        found = opened.teach(label, examples, counterexamples, counter.progress)
    counter.clear()
    if as_json:
        terminal.json_line({"event": "done", "tag": label, "found": found})
    else:
        click.echo(f"Found {found} more clips for {terminal.plain(label)}.")


@cli.command()
@click.argument("out", type=FILE)
@click.option(
    "--format", "file_format", default=None, metavar="FORMAT", help="csv, tsv, json, jsonl, xlsx or soundminer."
)
@click.option("--columns", default=None, metavar="NAMES", help="What to write, in that order: name,duration,catid …")
@click.option("--query", default=None, metavar="WORDS", help="Only what a search for WORDS finds.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="Of a query, the best so many.")
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
    file_format = (file_format or out.suffix.removeprefix(".") or "csv").lower()
    line = terminal.StatusLine()
    with open_existing(library) as opened:
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
        click.echo(f"Wrote {clips} clips to {terminal.plain(str(out))}.")


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="PATH...")
@click.option("--set", "asked", multiple=True, metavar="FIELD=TEXT", help="Put TEXT there, whatever the files have.")
@click.option("--yes", is_flag=True, help="Write without a preview and a question.")
@library_option
@json_option
def write(paths: tuple[Path, ...], asked: tuple[str, ...], yes: bool, library: Path, as_json: bool) -> None:
    """Write the tags of the sounds at PATH (files, or folders) into the files themselves.

    What people put into the files stays; keywords are added to theirs. FIELD is one of CATID, CATEGORY, SUBCATEGORY,
    CATEGORYFULL, USERCATEGORY, VENDORCATEGORY, FXNAME, CREATORID, SOURCEID, USERDATA, LIBRARY, DESCRIPTION, KEYWORDS.
    """
    with open_existing(library) as opened:
        plans = opened.plan_writing(paths, _fields(asked))
        count = sum(bool(plan.changes) for plan in plans)
        if as_json and not yes:
            for plan in plans:
                terminal.json_line(asdict(plan))
            return
        if not yes:
            terminal.write_preview(plans)
            if not count or not click.confirm(f"Write into {terminal.files(count)}?"):
                click.echo("Nothing was written.")
                return
        _report_changes(opened.write, plans, "Wrote into", as_json)


def _fields(asked: tuple[str, ...]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for pair in asked:
        name, equals, text = pair.partition("=")
        if not equals:
            raise click.ClickException(f"--set {pair}: say FIELD=TEXT.")
        fields[name.strip().upper()] = text
    return fields


def _report_changes(change: Callable[..., "ChangeReport"], plans: list[Any], what: str, as_json: bool) -> None:
    """Carry out the plans, say what became of it, and exit with 1 if any file refused."""
    line = terminal.StatusLine()
    with _interruptible() as interrupted:
        report = change(plans, lambda done, total: line.show(f"File {done} of {total}", done, total), interrupted)
    line.clear()
    if as_json:
        terminal.change_records(report)
    else:
        terminal.change_report(report, what)
    if report.refused:
        click.get_current_context().exit(1)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="PATH...")
@click.option("--creator", "creator_id", default="", help="CreatorID: who made the sounds.")
@click.option("--source", "source_id", default="", help="SourceID: the project, show or library they are from.")
@click.option("--user-category", default="", help="Behind the CatID: CatID-UserCategory.")
@click.option("--vendor-category", default="", help="In front of the title: VendorCategory-FXName.")
@click.option("--user-data", default="", help="At the end.")
@click.option("--yes", is_flag=True, help="Rename without a preview and a question.")
@library_option
@json_option
def rename(paths: tuple[Path, ...], yes: bool, library: Path, as_json: bool, **blocks: str) -> None:
    """Give the sounds at PATH (files, or folders) UCS names: CatID_FXName_CreatorID_SourceID.

    What a name says by now is kept unless it is given anew.
    """
    from wavlink_desktop.metadata.renaming import NameBlocks

    with open_existing(library) as opened:
        plans = opened.plan_renaming(paths, NameBlocks(**blocks))
        count = sum(not plan.refusal for plan in plans)
        if as_json and not yes:
            for plan in plans:
                terminal.json_line(asdict(plan))
            return
        if not yes:
            terminal.rename_preview(plans)
            if not count or not click.confirm(f"Rename {terminal.files(count)}?"):
                click.echo("Nothing was renamed.")
                return
        _report_changes(opened.rename, plans, "Renamed", as_json)


@cli.command()
@library_option
@json_option
def undo(library: Path, as_json: bool) -> None:
    """Take back the last `write` or `rename`: the files become what they were, byte for byte."""
    line = terminal.StatusLine()
    with open_existing(library) as opened:
        report = opened.undo(lambda done, total: line.show(f"File {done} of {total}", done, total))
    line.clear()
    if as_json:
        terminal.change_records(report)
    elif report.done or report.refused:
        terminal.change_report(report, "Took back the changes to")
    else:
        click.echo("There is nothing to take back.")
    if report.refused:
        click.get_current_context().exit(1)


@cli.command()
@click.argument("paths", nargs=-1, type=FILE, metavar="[PATH]...")
@click.option("--to", "destination", type=FILE, required=True, metavar="FOLDER", help="Where the new files go.")
@click.option("--query", default=None, metavar="WORDS", help="What a search for WORDS finds, instead of PATH.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="Of a query, the best so many.")
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
    region = None if start is None and end is None else (start or 0.0, end)
    recipe = Recipe(_conversion(**form), naming, keep_folders)
    counter = terminal.Counter("Transferring", as_json)
    with open_existing(library) as opened, _interruptible() as interrupted:
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
        terminal.transfer_records(report)
    else:
        terminal.transfer_report(report, destination)
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


@cli.command("map")
@click.option("--anew", is_flag=True, help="Lay out all clips again, not only what is new.")
@library_option
@json_option
def make_map(anew: bool, library: Path, as_json: bool) -> None:
    """Lay the clips out on a map, on which what sounds alike lies together: the window shows it.

    New clips come beside their neighbours; when they have become many, all are laid out again, from where they were.
    One core is used, at low priority.
    """
    _give_way()
    counter = terminal.Counter("Mapping", as_json)
    with _interruptible() as interrupted, open_existing(library) as opened:
        report = opened.make_map(counter.progress, interrupted, anew)
        counter.clear()
    if as_json:
        terminal.json_line({"event": "done", **asdict(report)})
    elif report.cancelled:
        click.echo("Stopped; the map stays as it was.")
    else:
        done = "all laid out" if report.arranged else f"{report.placed} of them new"
        click.echo(f"{terminal.files(report.clips)} on the map, {done}, in {terminal.clock(report.seconds)}.")


@cli.command()
@library_option
@json_option
def info(library: Path, as_json: bool) -> None:
    """Say what is in the library."""
    with open_existing(library) as opened:
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


@cli.command()
@library_option
@json_option
def folders(library: Path, as_json: bool) -> None:
    """List the library's folders, and whether they are there."""
    with open_existing(library) as opened:
        states = opened.folder_states()
    for state in states:
        if as_json:
            terminal.json_line({**asdict(state), "path": str(state.path)})
            continue
        away = "" if state.online else ", offline"
        only = "" if state.whole else ", single files"
        click.echo(f"{terminal.plain(str(state.path))}\n    {terminal.files(state.clips)}{only}{away}")
    if not states:
        terminal.note("The library has no folders yet.")


@cli.command()
@click.argument("folder", type=FILE)
@click.argument("new", type=FILE)
@library_option
def relink(folder: Path, new: Path, library: Path) -> None:
    """Say that FOLDER of the library lives at NEW now. Tags and all else that is known of its sounds stay."""
    with open_existing(library) as opened:
        clips = opened.relink(folder, new)
    click.echo(f"{terminal.files(clips)} of {terminal.plain(str(folder))} are at {terminal.plain(str(new))} now.")


@cli.command()
@click.argument("folder", type=FILE)
@library_option
def forget(folder: Path, library: Path) -> None:
    """Take FOLDER out of the library, with all that is known of its sounds. The files themselves stay."""
    with open_existing(library) as opened:
        opened.remove_folder(folder)
    click.echo(f"{terminal.plain(str(folder))} is forgotten; its files are where they were.")


@cli.command()
@library_option
@json_option
def problems(library: Path, as_json: bool) -> None:
    """List the files that could not be read, and why."""
    with open_existing(library) as opened:
        found = opened.problems()
    for problem in found:
        if as_json:
            terminal.json_line({"path": str(problem.path), "reason": problem.reason})
        else:
            click.echo(f"{terminal.plain(str(problem.path))}\n    {terminal.plain(problem.reason)}")
    if not found:
        terminal.note("Every file could be read.")


@cli.command()
@library_option
@json_option
def collections(library: Path, as_json: bool) -> None:
    """List the collections: sets of clips, and saved searches with what they search for."""
    with open_existing(library) as opened:
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
        terminal.note("There are no collections yet. Begin one: wavlink-desktop collect NAME PATH...")


@cli.command(context_settings={"ignore_unknown_options": True})
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
    with open_existing(library) as opened:
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


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="PATH...")
@click.option("--stars", type=click.IntRange(0, 5), required=True, help="1 to 5; 0 takes the stars away.")
@library_option
@json_option
def rate(paths: tuple[Path, ...], stars: int, library: Path, as_json: bool) -> None:
    """Give the sounds at PATH (files or folders of the library) stars."""
    with open_existing(library) as opened:
        changed = len(opened.rate([clip.id for clip in opened.clips_at(paths)], stars))
    _say_changed(changed, as_json)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="PATH...")
@click.option("--off", is_flag=True, help="They are favourites no longer.")
@library_option
@json_option
def favourite(paths: tuple[Path, ...], off: bool, library: Path, as_json: bool) -> None:
    """Make the sounds at PATH (files or folders of the library) favourites."""
    with open_existing(library) as opened:
        changed = len(opened.set_favourite([clip.id for clip in opened.clips_at(paths)], not off))
    _say_changed(changed, as_json)


def _say_changed(changed: int, as_json: bool) -> None:
    if as_json:
        terminal.json_line({"event": "done", "changed": changed})
    else:
        click.echo(f"Changed {terminal.files(changed)}.")


@cli.command()
@click.option("--near", is_flag=True, help="Those that sound nearly the same and last as long.")
@library_option
@json_option
def duplicates(near: bool, library: Path, as_json: bool) -> None:
    """List files with the same content, group by group: the same size, beginning, middle and end.

    With --near the sounds are compared first: a minute for some hundred thousand.
    """
    counter = terminal.Counter("Comparing", as_json)
    with _interruptible() as interrupted, open_existing(library) as opened:
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


@cli.command()
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
