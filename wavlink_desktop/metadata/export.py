"""Clips and their tags to CSV, TSV, JSON, JSON Lines, XLSX and Soundminer's tab-separated text."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.listing import described, ordered_ids

from .delimited import write_csv, write_tsv
from .documents import write_json, write_json_lines
from .replacing import replacing
from .soundminer import HEADINGS, write_soundminer
from .table import COLUMNS, USUAL, Row, rows
from .workbook import MOST_ROWS, write_xlsx

Writer = Callable[[Path, Sequence[str], Iterator[Row]], None]
Progress = Callable[[int, int], None]
"""Called with how many clips are written, and of how many."""

_WRITERS: dict[str, Writer] = {
    "csv": write_csv,
    "tsv": write_tsv,
    "json": write_json,
    "jsonl": write_json_lines,
    "xlsx": write_xlsx,
    "soundminer": write_soundminer,
}
FORMATS = tuple(_WRITERS)
_PROGRESS_ROWS = 500


class ExportError(Exception):
    """An export that cannot be made; the message says what to do."""


def export_clips(
    catalogue: Catalogue,
    destination: Path,
    file_format: str,
    *,
    ids: NDArray[np.int64] | None = None,
    columns: Sequence[str] | None = None,
    least_score: float = 0.0,
    progress: Progress | None = None,
) -> int:
    """Write clips of `catalogue` to `destination`, whole or not at all; gives their number.

    Args:
        catalogue: where they are.
        destination: the file, new or to be replaced.
        file_format: one of `FORMATS`.
        ids: which clips, in this order, `(n,)`; all by default.
        columns: names of `table.COLUMNS`; by default the usual ones of the format.
        least_score: tags of machines below it are left out, 0…1.
        progress: told now and then.

    Raises:
        ExportError: an unknown format or column, more clips than the format holds, a place that cannot be written.
    """
    chosen = _checked(file_format, columns, least_score)
    if destination.exists() and not destination.is_file():
        kind = "a folder" if destination.is_dir() else "a device or a pipe"
        raise ExportError(f"{destination} is {kind}. Name a file to write to.")
    wanted = ordered_ids(catalogue) if ids is None else ids
    if file_format == "xlsx" and len(wanted) >= MOST_ROWS:
        raise ExportError(
            f"An XLSX sheet holds {MOST_ROWS - 1:,} clips, and there are {len(wanted):,}. "
            "Export to CSV, which has no such limit, or choose fewer with a query."
        )
    counted = _Counted(rows(described(catalogue, wanted), chosen, least_score), len(wanted), progress)
    try:
        with replacing(destination) as temporary:
            _WRITERS[file_format](temporary, chosen, iter(counted))
    except OSError as error:
        raise ExportError(f"{destination} could not be written: {error.strerror or error}.") from error
    return counted.done


def _checked(file_format: str, columns: Sequence[str] | None, least_score: float) -> Sequence[str]:
    """The columns to write."""
    if file_format not in _WRITERS:
        raise ExportError(f"There is no export format {file_format!r}. There are: {', '.join(FORMATS)}.")
    if not 0 <= least_score <= 1:
        raise ExportError(f"The least score is {least_score:g}. Scores go from 0 to 1.")
    if columns is None:
        return tuple(HEADINGS) if file_format == "soundminer" else USUAL
    there_are = f"There are: {', '.join(COLUMNS)}."
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown:
        raise ExportError(f"There is no column {', '.join(map(repr, unknown))}. {there_are}")
    if not columns:
        raise ExportError(f"No columns were chosen. {there_are}")
    twice = next((column for number, column in enumerate(columns) if column in columns[:number]), None)
    if twice:
        raise ExportError(f"The column {twice!r} was chosen twice.")
    return columns


class _Counted:
    """Rows, counted as they go by."""

    def __init__(self, table: Iterator[Row], total: int, progress: Progress | None) -> None:
        self.done = 0
        self._table = table
        self._total = total
        self._progress = progress

    def __iter__(self) -> Iterator[Row]:
        for row in self._table:
            yield row
            self.done += 1
            if self._progress is not None and (self.done % _PROGRESS_ROWS == 0 or self.done == self._total):
                self._progress(self.done, self._total)
