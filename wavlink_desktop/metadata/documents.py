"""Tables for programs: JSON and JSON Lines. Values stand as they are; nothing there would be run."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from .table import Row


def write_json(path: Path, columns: Sequence[str], table: Iterator[Row]) -> None:
    """One array, an object a clip, a line an object."""
    with path.open("w", encoding="utf-8") as file:
        separator = "[\n"
        for row in table:
            file.write(separator + json.dumps(row, ensure_ascii=False))
            separator = ",\n"
        file.write("\n]\n" if separator == ",\n" else "[]\n")


def write_json_lines(path: Path, columns: Sequence[str], table: Iterator[Row]) -> None:
    """An object a line."""
    with path.open("w", encoding="utf-8") as file:
        for row in table:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
