"""Conditions that a clip passes or does not."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol, runtime_checkable

from wavlink_desktop.library.schema import ROWS_INDEX

Column = Literal["duration", "sample_rate", "channels", "bit_depth", "size"]


class Condition(Protocol):
    """Something that holds of a clip or does not; more of them are in `conditions.py`."""

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""


@runtime_checkable
class Ordered(Protocol):
    """A condition whose clips have an order of their own."""

    def order(self) -> tuple[str, list[Any]]:
        """What they are sorted by, as SQL on `files`, and its values; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Range:
    """`low` ≤ column < `high`, or with the ends as said; None leaves an end open."""

    column: Column
    low: float | None = None
    high: float | None = None
    with_low: bool = True
    with_high: bool = True

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        parts: list[str] = []
        values: list[Any] = []
        for bound, operator, closed in ((self.low, ">", self.with_low), (self.high, "<", self.with_high)):
            if bound is not None:
                parts.append(f"files.{self.column} {operator}{'=' if closed else ''} ?")
                values.append(bound)
        return " AND ".join(parts) or f"files.{self.column} IS NOT NULL", values


@dataclass(frozen=True, slots=True)
class Formats:
    """The file is of one of these formats: by what it is, or by its extension; lower case, no dot."""

    names: tuple[str, ...]

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        one = "(lower(files.format) = ? OR lower(files.name) LIKE ? ESCAPE '\\')"
        values: list[Any] = []
        for name in self.names:
            escaped = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            values += [name, f"%.{escaped}"]
        return "(" + " OR ".join([one] * len(self.names)) + ")", values


@dataclass(frozen=True, slots=True)
class Texts:
    """Its texts match an FTS5 expression."""

    expression: str

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return "files.id IN (SELECT rowid FROM texts WHERE texts MATCH ?)", [self.expression]


@dataclass(frozen=True, slots=True)
class Embedded:
    """The metadata inside it matches an FTS5 expression over `audio.STANDARD_FIELDS`."""

    expression: str

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        return "files.id IN (SELECT rowid FROM embedded WHERE embedded MATCH ?)", [self.expression]


@dataclass(frozen=True, slots=True)
class Either:
    """One of two conditions holds."""

    one: Condition
    other: Condition

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        (one, values), (other, more) = self.one.sql(), self.other.sql()
        return f"({one} OR {other})", values + more


@dataclass(frozen=True, slots=True)
class Filter:
    """Every condition of `required` holds and none of `excluded`."""

    required: tuple[Condition, ...] = ()
    excluded: tuple[Condition, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.required or self.excluded)

    def sql(self) -> tuple[str, list[Any]]:
        """A SQL condition on `files` and its values."""
        parts: list[str] = []
        values: list[Any] = []
        for condition, form in [(c, "{}") for c in self.required] + [(c, "NOT ifnull({}, 0)") for c in self.excluded]:
            part, its_values = condition.sql()
            parts.append(form.format(f"({part})"))
            values += its_values
        return " AND ".join(parts) or "1", values

    def index(self) -> str:
        """SQL to stand after `files`: the index that has all its columns. Where a condition names the clips, they are
        looked up one by one instead, as SQLite sees fit."""
        plain = all(isinstance(condition, Range | Formats) for condition in self.required)
        return f"INDEXED BY {ROWS_INDEX}" if plain else ""

    def order(self) -> tuple[str, list[Any]]:
        """What its clips are sorted by if nothing else is asked for: the first order that a condition has."""
        orders = (condition.order() for condition in self.required if isinstance(condition, Ordered))
        return next((order for order in orders if order[0]), ("", []))
