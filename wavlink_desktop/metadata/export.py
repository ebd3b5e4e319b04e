"""Clips and their tags to CSV, TSV, JSON, JSON Lines and XLSX."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from wavlink_desktop.library.catalogue import Catalogue

from .replacing import replacing
from .spreadsheet import Cell, cells
from .table import COLUMNS, Row, rows

Writer = Callable[[Path, Iterator[Row]], None]


class ExportError(Exception):
    """An export that cannot be made; the message says what to do."""


def export_clips(catalogue: Catalogue, destination: Path, file_format: str) -> int:
    """Write every clip of `catalogue` to `destination`, whole or not at all; gives the number of clips.

    `ExportError` for an unknown format (see `FORMATS`) and for a place that cannot be written.
    """
    if file_format not in _WRITERS:
        raise ExportError(f"There is no export format {file_format!r}. There are: {', '.join(FORMATS)}.")
    if destination.is_dir():
        raise ExportError(f"{destination} is a folder. Name a file to write to.")
    try:
        clips = catalogue.clips()
        with replacing(destination) as temporary:
            _WRITERS[file_format](temporary, rows(clips, catalogue.tags_by_file()))
        return len(clips)
    except OSError as error:
        raise ExportError(f"{destination} could not be written: {error.strerror or error}.") from error


def _write_csv(path: Path, table: Iterator[Row]) -> None:
    # With a byte order mark: without one, Excel takes UTF-8 for the system's old code page.
    _write_delimited(path, table, "utf-8-sig", csv.excel)


def _write_tsv(path: Path, table: Iterator[Row]) -> None:
    _write_delimited(path, table, "utf-8", csv.excel_tab)


def _write_delimited(path: Path, table: Iterator[Row], encoding: str, dialect: type[csv.Dialect]) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, dialect)
        writer.writerow(COLUMNS)
        for row in table:
            writer.writerow(cells(row))


def _write_json(path: Path, table: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8") as file:
        separator = "[\n"
        for row in table:
            file.write(separator + json.dumps(row, ensure_ascii=False))
            separator = ",\n"
        file.write("\n]\n" if separator == ",\n" else "[]\n")


def _write_json_lines(path: Path, table: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in table:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


# XML cannot hold these at all, not even escaped.
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _in_xml(cell: Cell) -> Cell:
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", cell) if isinstance(cell, str) else cell


def _write_xlsx(path: Path, table: Iterator[Row]) -> None:
    from openpyxl import Workbook

    whole = [[_in_xml(cell) for cell in cells(row)] for row in table]  # openpyxl cannot be left halfway.
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Clips")
    sheet.append(COLUMNS)
    for row in whole:
        sheet.append(row)
    workbook.save(path)


_WRITERS: dict[str, Writer] = {
    "csv": _write_csv,
    "tsv": _write_tsv,
    "json": _write_json,
    "jsonl": _write_json_lines,
    "xlsx": _write_xlsx,
}
FORMATS = tuple(_WRITERS)
