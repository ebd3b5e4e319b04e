"""Changing people's files, and taking that back: `write`, `rename`, `undo`."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wavlink_desktop import terminal
from wavlink_desktop.cli import opening
from wavlink_desktop.cli.long_work import interruptible
from wavlink_desktop.cli.options import json_option, library_option, sounds_argument

if TYPE_CHECKING:
    from wavlink_desktop.metadata.renaming import RenamePlan
    from wavlink_desktop.metadata.writing import ChangeReport, WritePlan


@click.command()
@sounds_argument
@click.option("--set", "asked", multiple=True, metavar="FIELD=TEXT", help="Put TEXT there, whatever the files have.")
@click.option("--yes", is_flag=True, help="Write without a preview and a question.")
@library_option
@json_option
def write(paths: tuple[Path, ...], asked: tuple[str, ...], yes: bool, library: Path, as_json: bool) -> None:
    """Write the tags of the sounds at PATH (files, or folders) into the files themselves.

    What people put into the files stays; keywords are added to theirs. FIELD is one of CATID, CATEGORY, SUBCATEGORY,
    CATEGORYFULL, USERCATEGORY, VENDORCATEGORY, FXNAME, CREATORID, SOURCEID, USERDATA, LIBRARY, DESCRIPTION, KEYWORDS.
    """
    with opening.open_existing(library) as opened:
        plans = opened.plan_writing(paths, _fields(asked))
        count = sum(bool(plan.changes) for plan in plans)
        if as_json and not yes:
            for plan in plans:
                terminal.json_line(asdict(plan))
            return
        if not yes:
            _write_preview(plans)
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


def _write_preview(plans: Iterable["WritePlan"]) -> None:
    """Print what is to change, file by file, field by field."""
    for plan in plans:
        if not (plan.changes or plan.refusal):
            continue
        click.echo(terminal.plain(str(plan.path)))
        if plan.refusal:
            click.echo(f"    stays as it is: {terminal.plain(plan.refusal)}")
        for change in plan.changes:
            before = f"{terminal.plain(change.before)} -> " if change.before else ""
            click.echo(f"    {change.place}: {before}{terminal.plain(change.after) or '(nothing)'}")


@click.command()
@sounds_argument
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

    with opening.open_existing(library) as opened:
        plans = opened.plan_renaming(paths, NameBlocks(**blocks))
        count = sum(not plan.refusal for plan in plans)
        if as_json and not yes:
            for plan in plans:
                terminal.json_line(asdict(plan))
            return
        if not yes:
            _rename_preview(plans)
            if not count or not click.confirm(f"Rename {terminal.files(count)}?"):
                click.echo("Nothing was renamed.")
                return
        _report_changes(opened.rename, plans, "Renamed", as_json)


def _rename_preview(plans: Iterable["RenamePlan"]) -> None:
    """Print the new names, file by file."""
    for plan in plans:
        click.echo(terminal.plain(str(plan.path)))
        if plan.refusal:
            click.echo(f"    stays as it is: {terminal.plain(plan.refusal)}")
        else:
            click.echo(f"    -> {terminal.plain(plan.target.name)}")


@click.command()
@library_option
@json_option
def undo(library: Path, as_json: bool) -> None:
    """Take back the last `write` or `rename`: the files become what they were, byte for byte."""
    line = terminal.StatusLine()
    with opening.open_existing(library) as opened:
        report = opened.undo(lambda done, total: line.show(f"File {done} of {total}", done, total))
    line.clear()
    if as_json:
        _change_records(report)
    elif report.done or report.refused:
        _change_report(report, "Took back the changes to")
    else:
        click.echo("There is nothing to take back.")
    if report.refused:
        click.get_current_context().exit(1)


def _report_changes(change: Callable[..., "ChangeReport"], plans: list[Any], what: str, as_json: bool) -> None:
    """Carry out the plans, say what became of it, and exit with 1 if any file refused."""
    line = terminal.StatusLine()
    with interruptible() as interrupted:
        report = change(plans, lambda done, total: line.show(f"File {done} of {total}", done, total), interrupted)
    line.clear()
    if as_json:
        _change_records(report)
    else:
        _change_report(report, what)
    if report.refused:
        click.get_current_context().exit(1)


def _change_report(report: "ChangeReport", what: str) -> None:
    """Print how many files a command changed, and which refused."""
    ended = "Stopped; run it again to go on. " if report.cancelled else ""
    click.echo(f"{ended}{what} {terminal.files(report.done)}.")
    for problem in report.refused:
        terminal.note(f"  {terminal.plain(str(problem.path))}: {terminal.plain(problem.reason)}")


def _change_records(report: "ChangeReport") -> None:
    """Print the same for programs."""
    for problem in report.refused:
        terminal.json_line({"event": "refused", "path": str(problem.path), "reason": problem.reason})
    terminal.json_line(
        {"event": "done", "done": report.done, "refused": len(report.refused), "cancelled": report.cancelled}
    )
