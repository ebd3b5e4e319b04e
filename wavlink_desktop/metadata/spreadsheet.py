"""Cells that a spreadsheet may open: CSV, TSV and XLSX must not run what a file is called or says."""

import re

from .table import Row, Value

Cell = str | int | float | None

# What Excel, LibreOffice and Google Sheets take for a formula begins so (OWASP, "CSV Injection"), in East Asian
# settings with a full-width sign too. Spaces before it are passed over here, as some importers drop them. Within a
# text it counts behind what another language's Excel may take for the end of a cell. Plain numbers are no formulas.
_SIGN = "[=+\\-@＝＋－＠]"
_NUMBER = re.compile(r"\s*[+-]?\d+(?:[.,]\d+)?\s*")
_FORMULA_START = re.compile(rf"\A(?=\s*{_SIGN}|[\t\r\n])|(?<=[;,|\t\r\n])(?={_SIGN})")

# Not text: XML cannot hold most of them, and NUL ends a cell, or the whole file, in many a reader.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def cells(row: Row) -> list[Cell]:
    """The row's values in its order: lists joined by `, `, control characters replaced, formulas defused.

    A formula is defused by an apostrophe, which spreadsheets know as "this is text".
    """
    return [cell(value) for value in row.values()]


def cell(value: Value) -> Cell:
    """One value, as `cells` has it."""
    if isinstance(value, list):
        value = ", ".join(value)
    if not isinstance(value, str):
        return value
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", value)
    return text if _NUMBER.fullmatch(text) else _FORMULA_START.sub("'", text)
