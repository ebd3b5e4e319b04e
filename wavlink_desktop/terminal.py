"""How things look on a terminal: times, tables, progress, file names that hold anything."""

import json
import sys
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from wavlink_desktop.search.hits import Hit

_SHORTEST_PAUSE = 0.2
"""Seconds between two reports of progress."""


def clock(seconds: float) -> str:
    """`m:ss`, or `h:mm:ss` from an hour on."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def moment(seconds: float) -> str:
    """As `clock`, with tenths: most sound effects are over within a second."""
    tenths = round(seconds * 10)
    return f"{clock(tenths // 10)}.{tenths % 10}"


def plain(text: str) -> str:
    """`text` with line breaks, control characters and bytes that are no text escaped: file names may hold them."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def size(count: float) -> str:
    """Bytes in words: `12.3 MB`."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if count < 1000:
            return f"{count:.0f} {unit}" if unit == "bytes" else f"{count:.1f} {unit}"
        count /= 1000
    return f"{count:.1f} TB"


def json_line(record: dict[str, Any]) -> None:
    """Print one JSON object on a line of its own. ASCII only: bytes that are not UTF-8 survive as lone surrogates."""
    click.echo(json.dumps(record, default=str))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> None:
    """Print aligned columns; those whose number is in `right` are aligned to the right."""
    cells = [list(heads), *([plain(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    for row in cells:
        aligned = (
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        click.echo("  ".join(aligned).rstrip())


def note(text: str) -> None:
    """Say something beside the results: on standard error."""
    click.echo(text, err=True)


def hit_table(hits: Sequence["Hit"]) -> None:
    """Print search results for people."""
    rows = [
        (
            str(hit.rank),
            f"{hit.score:.2f}",
            f"{moment(hit.start)}-{moment(hit.end)}",
            moment(hit.clip.duration),
            hit.reason,
            hit.clip.name,
            str(hit.clip.path.parent),
        )
        for hit in hits
    ]
    table(("#", "score", "moment", "length", "by", "name", "folder"), rows, right=frozenset({0, 1, 2, 3}))


def files(count: int) -> str:
    """`1 file`, `2 files`."""
    return f"{count} file" if count == 1 else f"{count} files"


def clips(count: int) -> str:
    """`1 clip`, `2 clips`."""
    return f"{count} clip" if count == 1 else f"{count} clips"


class Pace:
    """Lets through at most five reports a second, and the last of every stage."""

    def __init__(self) -> None:
        self._last = -_SHORTEST_PAUSE

    def due(self, done: float, total: float) -> bool:
        """Whether to report now."""
        now = time.monotonic()
        if now - self._last < _SHORTEST_PAUSE and done < total:
            return False
        self._last = now
        return True


class StatusLine:
    """One line of standard error that is written over and over; nothing where that is not a terminal."""

    def __init__(self) -> None:
        self._pace = Pace()
        self._shown = sys.stderr.isatty()

    def show(self, text: str, done: float, total: float) -> None:
        """Write over the line, if it is time."""
        if self._shown and self._pace.due(done, total):
            click.echo(f"\r\033[K{text}", err=True, nl=False)

    def clear(self) -> None:
        """Leave an empty line for what comes next."""
        if self._shown:
            click.echo("\r\033[K", err=True, nl=False)


class Counter:
    """Tells how many of how many are done: on a terminal's line, or as JSON for programs."""

    def __init__(self, doing: str, as_json: bool) -> None:
        self._doing = doing
        self._line = None if as_json else StatusLine()
        self._pace = Pace()

    def progress(self, done: int, total: int) -> None:
        """Where the work is."""
        if self._line:
            self._line.show(f"{self._doing}: {done} of {total}", done, total)
        elif self._pace.due(done, total):
            json_line({"event": "progress", "done": done, "total": total})

    def clear(self) -> None:
        """The work is over."""
        if self._line:
            self._line.clear()
