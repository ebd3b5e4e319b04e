"""Cells that a spreadsheet may open: CSV, TSV and XLSX must not run what a file is called."""

from .table import COLUMNS, Row

Cell = str | int | float | None

# A text that starts so is taken for a formula by Excel, LibreOffice and Google Sheets (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def cells(row: Row) -> list[Cell]:
    """The row's values in the order of `COLUMNS`, tags joined by `, `, formulas defused by a leading apostrophe."""
    return [_cell(row[column]) for column in COLUMNS]


def _cell(value: Cell | list[str]) -> Cell:
    if isinstance(value, list):
        value = ", ".join(value)
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value
