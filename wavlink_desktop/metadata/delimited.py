"""Tables as text: CSV and TSV."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from .spreadsheet import cells
from .table import Row


def write_csv(path: Path, columns: Sequence[str], table: Iterator[Row]) -> None:
    """Comma-separated, as Excel writes it."""
    # With a byte order mark: without one, Excel takes UTF-8 for the system's old code page.
    _write(path, columns, table, "utf-8-sig", csv.excel)


def write_tsv(path: Path, columns: Sequence[str], table: Iterator[Row]) -> None:
    """Tab-separated, UTF-8."""
    _write(path, columns, table, "utf-8", csv.excel_tab)


def _write(path: Path, columns: Sequence[str], table: Iterator[Row], encoding: str, dialect: type[csv.Dialect]) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, dialect)
        writer.writerow(columns)
        writer.writerows(map(cells, table))
