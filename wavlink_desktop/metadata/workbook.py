"""Tables as Excel workbooks (XLSX), written row by row."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from .spreadsheet import Cell, cells
from .table import Row

MOST_ROWS = 1_048_576
"""Of a sheet, the heading included (Excel's specifications and limits)."""
LONGEST_TEXT = 32_767
"""Characters of a cell, counted as UTF-16 units."""


def write_xlsx(path: Path, columns: Sequence[str], table: Iterator[Row]) -> None:
    """One sheet, its heading in sight when it is scrolled."""
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Clips")
    sheet.freeze_panes = "A2"
    try:
        sheet.append(columns)
        for row in table:
            sheet.append([_cell(sheet, cell) for cell in cells(row)])
    except BaseException:
        _abandon(sheet)
        raise
    workbook.save(path)


def _abandon(sheet: Any) -> None:
    """openpyxl collects the rows in a temporary file of its own, which only a saved workbook removes."""
    sheet.close()
    sheet._writer.cleanup()


def _cell(sheet: Any, value: Cell) -> Any:
    """`value`; a text never becomes an error value, as openpyxl would take `#N/A` for."""
    if not isinstance(value, str):
        return value
    text = shortened(value)
    if not text.startswith("#"):
        return text
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def shortened(text: str) -> str:
    """`text`, its end replaced by … where it is longer than a cell may be."""
    if len(text.encode("utf-16-le")) <= 2 * LONGEST_TEXT:
        return text
    return text.encode("utf-16-le")[: 2 * LONGEST_TEXT - 2].decode("utf-16-le", "ignore") + "…"
