"""Clips as rows of a table: what its columns are, and what stands in them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property

from wavlink_desktop import ucs
from wavlink_desktop.audio import STANDARD_FIELDS, standard_fields
from wavlink_desktop.library.listing import Described
from wavlink_desktop.library.records import Tag

Value = str | int | float | list[str] | None
Row = dict[str, Value]
"""Column to value, in order. `tags`, `keywords`, `collections` and `markers` are lists."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def rows(clips: Iterable[Described], columns: Sequence[str], least_score: float = 0.0) -> Iterator[Row]:
    """One row a clip, with the `columns` (names of `COLUMNS`) in that order.

    Tags of machines that score less than `least_score` (0…1) are left out; what a person said always counts.
    """
    readers = [(column, COLUMNS[column]) for column in columns]
    for clip in clips:
        subject = _Subject(clip, least_score)
        yield {column: read(subject) for column, read in readers}


def printable(text: str) -> str:
    """`text` with what no encoding can carry, such as the bytes of a file name that are not UTF-8, as `\\xNN`."""
    return _SURROGATE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


class _Subject:
    """A clip, and what follows from all that is known of it."""

    def __init__(self, described: Described, least_score: float) -> None:
        self.clip = described.clip
        self.described = described
        self.tags = [tag for tag in described.tags if tag.source == "person" or tag.score >= least_score]
        self._fields = described.fields

    @cached_property
    def said(self) -> dict[str, tuple[str, ...]]:
        """What the file says of itself, by standard name."""
        return standard_fields(self._fields)

    @cached_property
    def named(self) -> ucs.UcsName | None:
        """What a UCS file name says."""
        return ucs.parse_name(self.clip.name)

    @cached_property
    def best(self) -> Tag | None:
        """The tag that says the category: a person's, else the one with the highest score."""
        return max(
            (tag for tag in self.tags if _is_category(tag.label)),
            key=lambda tag: (tag.source == "person", tag.score, tag.label in ucs.categories()),
            default=None,
        )

    @cached_property
    def row(self) -> ucs.Category | None:
        """Its row of the Universal Category System; where no tag says it, as its name or its metadata has it."""
        if self.best is not None:
            return ucs.categories().get(self.best.label)
        if self.named is not None:
            return ucs.categories()[self.named.cat_id]
        return ucs.categories().get(self.said.get("catid", ("",))[0])

    @property
    def category(self) -> str | None:
        """The category's name; of a tag that says no more than that, too."""
        return self.row.category if self.row else self.best.label if self.best else None

    @property
    def labels(self) -> list[str]:
        """Labels other than those of the Universal Category System, each once."""
        return _each_once(tag.label for tag in self.tags if not _is_category(tag.label))

    @property
    def keywords(self) -> list[str]:
        """The file's own keywords, then its tags."""
        own = (word.strip() for text in self.said.get("keywords", ()) for word in re.split("[,;|]", text))
        return _each_once([*filter(None, own), *self.labels])

    def first(self, name: str) -> str | None:
        """The best text under a standard name; where the metadata has none, what a UCS file name says."""
        texts = self.said.get(name)
        text = texts[0] if texts else getattr(self.named, _BLOCKS.get(name, ""), "")
        return printable(text) or None


_BLOCKS = {
    "fxname": "fx_name",
    "usercategory": "user_category",
    "vendorcategory": "vendor_category",
    "creator": "creator_id",
    "source": "source_id",
}


def _each_once(texts: Iterable[str]) -> list[str]:
    """Whatever their capitals."""
    unique: dict[str, str] = {}
    for text in texts:
        unique.setdefault(text.casefold(), printable(text))
    return list(unique.values())


@cache
def _category_names() -> frozenset[str]:
    return frozenset(row.category for row in ucs.categories().values())


def _is_category(label: str) -> bool:
    return label in ucs.categories() or label in _category_names()


def _standard(name: str) -> Callable[[_Subject], Value]:
    return lambda subject: subject.first(name)


_OURS: dict[str, Callable[[_Subject], Value]] = {
    "path": lambda subject: printable(str(subject.clip.path)),
    "name": lambda subject: printable(subject.clip.name),
    "folder": lambda subject: printable(str(subject.clip.folder)),
    "duration": lambda subject: round(subject.clip.duration, 3),
    "sample_rate": lambda subject: subject.clip.sample_rate,
    "channels": lambda subject: subject.clip.channels,
    "bit_depth": lambda subject: subject.clip.bit_depth,
    "format": lambda subject: subject.clip.format,
    "size": lambda subject: subject.clip.size,
    "description": lambda subject: subject.first("description") or printable(subject.clip.description),
    "catid": lambda subject: subject.row.cat_id if subject.row else None,
    "category": lambda subject: subject.category,
    "subcategory": lambda subject: subject.row.subcategory if subject.row else None,
    "catid_score": lambda subject: round(subject.best.score, 3) if subject.best else None,
    "catid_source": lambda subject: subject.best.source if subject.best else None,
    "tags": lambda subject: subject.labels,
    "keywords": lambda subject: subject.keywords,
    "rating": lambda subject: subject.described.stars or None,
    "favourite": lambda subject: "yes" if subject.described.favourite else None,
    "collections": lambda subject: [printable(name) for name in subject.described.collections],
    "markers": lambda subject: [printable(text) for text in subject.said.get("marker", ())],
}
COLUMNS = _OURS | {name: _standard(name) for name in STANDARD_FIELDS if name not in (*_OURS, "marker")}
"""Column to how it is read. Bytes of a path that are not UTF-8 stand as `\\xNN`; durations are seconds, rates hertz,
sizes bytes, scores 0…1; what is not known is None."""

USUAL = (
    *("path", "name", "folder", "duration", "sample_rate", "channels", "bit_depth", "format", "description"),
    *("catid", "category", "subcategory", "tags"),
)
"""The columns of a table for which none were chosen."""
