"""Manifests: one clip a line, JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class ManifestError(Exception):
    """A manifest that cannot be used; the message says the file, the line and what is missing."""


@dataclass(frozen=True, slots=True)
class Example:
    """A clip of a manifest. `tags`: AudioSet class index and probability, the likely ones only."""

    path: Path
    captions: tuple[str, ...] = ()
    label: str = ""
    source: str = ""
    name: str = ""
    """The path that it had where it comes from."""
    tags: tuple[tuple[int, float], ...] = field(default=(), repr=False)


def read_manifest(path: Path, needs: Sequence[str] = ()) -> list[Example]:
    """Clips of `path`; relative paths start at its folder. `needs`: fields that every line must have."""
    examples = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ManifestError(f"{path}: {error.strerror}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            examples.append(_example(path, number, line, needs))
    if not examples:
        raise ManifestError(f"{path}: no clips in it")
    return examples


def _example(path: Path, number: int, line: str, needs: Sequence[str]) -> Example:
    try:
        row: dict[str, Any] = json.loads(line)
    except ValueError as error:
        raise ManifestError(f"{path}, line {number}: not JSON ({error})") from error
    missing = [name for name in ("path", *needs) if not row.get(name)]
    if missing:
        raise ManifestError(f"{path}, line {number}: {', '.join(missing)} missing")
    return Example(
        path=path.parent / row["path"],
        captions=tuple(row.get("captions", ())),
        label=row.get("label", ""),
        source=row.get("source", ""),
        name=row.get("orig_path", ""),
        tags=tuple((int(index), float(probability)) for index, probability in row.get("tags", ())),
    )
