"""Tables for Soundminer and its like: tab-separated, under Soundminer's field names.

The names are those of Soundminer's own database and of its "Metadata Initiative" field list, with the UCS ones. It
has not been tried in BaseHead. What they read is plain: no quotes, a record a line, so no cell holds a tab or a line
break.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from .spreadsheet import cell
from .table import Row, Value

HEADINGS = {
    "name": "Filename",
    "path": "FilePath",
    "description": "Description",
    "category": "Category",
    "subcategory": "SubCategory",
    "catid": "CatID",
    "fxname": "FXName",
    "title": "TrackTitle",
    "keywords": "Keywords",
    "library": "Library",
    "designer": "Designer",
    "manufacturer": "Manufacturer",
    "source": "Source",
    "usercategory": "UserCategory",
    "vendorcategory": "VendorCategory",
    "microphone": "Microphone",
    "location": "Location",
    "project": "Show",
    "notes": "Notes",
    "duration": "Duration",
    "sample_rate": "SampleRate",
    "bit_depth": "BitDepth",
    "channels": "Channels",
}
"""Column to what those programs call it. Other columns keep their names."""

_LINE_ENDS = str.maketrans("\t\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " " * 11)


def write_soundminer(path: Path, columns: Sequence[str], table: Iterator[Row]) -> None:
    """UTF-8, one heading line; durations as `m:ss.mmm`."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(HEADINGS.get(column, column) for column in columns) + "\n")
        for row in table:
            file.write("\t".join(_plain(column, value) for column, value in row.items()) + "\n")


def _plain(column: str, value: Value) -> str:
    if column == "duration" and isinstance(value, float):
        milliseconds = round(value * 1000)
        return f"{milliseconds // 60_000}:{milliseconds // 1000 % 60:02}.{milliseconds % 1000:03}"
    flat = [text.translate(_LINE_ENDS) for text in value] if isinstance(value, list) else value
    text = cell(flat.translate(_LINE_ENDS) if isinstance(flat, str) else flat)
    return "" if text is None else str(text)
