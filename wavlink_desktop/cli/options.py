"""Arguments and options that several commands have."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from wavlink_desktop import paths, terminal

_Command = TypeVar("_Command", bound=Callable[..., Any])

FILE = click.Path(readable=False, path_type=Path)
"""Whether it can be read is found by whoever reads it, who knows what to do about it."""


class _Text(click.types.StringParamType):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(super().convert(value, param, ctx))
        if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
            self.fail(f"{terminal.plain(text)} has bytes that are no UTF-8. Only paths may.", param, ctx)
        return text


TEXT = _Text()
"""Words that people write. Paths may hold any byte; no tag, name or query can."""


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


def sounds_argument(command: _Command) -> _Command:
    """`PATH...`: one or more files or folders of the library."""
    return click.argument("paths", nargs=-1, required=True, type=FILE, metavar="PATH...")(command)


def results_option(command: _Command) -> _Command:
    """`--limit` of what prints results."""
    return click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many results.")(
        command
    )


def of_query_option(command: _Command) -> _Command:
    """`--limit` of what has a `--query`: without it, all that the query finds."""
    return click.option("--limit", type=click.IntRange(min=1), default=None, help="Of a query, the best so many.")(
        command
    )
