"""Clips and their tags as rows of a table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from wavlink_desktop import ucs
from wavlink_desktop.library.records import Clip, Tag

COLUMNS = (
    "path",
    "name",
    "folder",
    "duration",
    "sample_rate",
    "channels",
    "bit_depth",
    "format",
    "description",
    "catid",
    "category",
    "subcategory",
    "tags",
)
"""In order. `path` escapes bytes that are not UTF-8 as `\\xNN`; durations are seconds, rates hertz."""

Row = dict[str, Any]
"""Column to value. `tags` is a list of labels; `bit_depth` and the UCS columns may be None."""


def rows(clips: Iterable[Clip], tags: Mapping[int, Sequence[Tag]]) -> Iterator[Row]:
    """One row a clip. `tags`: clip id to its tags."""
    for clip in clips:
        yield _row(clip, tags.get(clip.id, ()))


def printable(text: str) -> str:
    """`text` with what no encoding can carry (bytes of a file name that were not UTF-8) written as `\\xNN`."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _row(clip: Clip, tags: Sequence[Tag]) -> Row:
    categories = [tag for tag in tags if tag.label in ucs.categories()]
    best = max(categories, key=lambda tag: (tag.source == "person", tag.score), default=None)
    category = ucs.categories()[best.label] if best else None
    return {
        "path": printable(str(clip.path)),
        "name": printable(clip.name),
        "folder": printable(str(clip.folder)),
        "duration": round(clip.duration, 3),
        "sample_rate": clip.sample_rate,
        "channels": clip.channels,
        "bit_depth": clip.bit_depth,
        "format": clip.format,
        "description": printable(clip.description),
        "catid": category and category.cat_id,
        "category": category and category.category,
        "subcategory": category and category.subcategory,
        "tags": list(dict.fromkeys(tag.label for tag in tags if tag not in categories)),
    }
