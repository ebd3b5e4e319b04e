"""The query language: words, `"exact words"`, `-without`, and fields such as `duration:<5 channels:2 tag:metal`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from wavlink_desktop import ucs
from wavlink_desktop.audio import STANDARD_FIELDS
from wavlink_desktop.library.filters import Column, Condition, Either, Embedded, Filter, Formats, Range, Texts
from wavlink_desktop.search.fts import has_words, phrase, word
from wavlink_desktop.search.tokens import tokens


class QueryError(ValueError):
    """The query is not well formed; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a user asked for."""

    text: str
    """What it should sound like, in the user's words, those in quotes included; empty: anything."""
    words: tuple[str, ...]
    """The same, word by word, for looking at names."""
    unfinished: bool
    """Whether the last word may still be being typed."""
    filter: Filter
    """What must hold: fields, words in quotes, and words with a minus."""


def parse(text: str) -> Query:
    """Read a query.

    Raises:
        QueryError: an unknown field, or a value that its field does not know.
    """
    said: list[str] = []
    required: list[Condition] = []
    excluded: list[Condition] = []
    for token in tokens(text):
        conditions = excluded if token.excluded else required
        if token.field:
            conditions.append(_field(token.field, token.value.strip()))
        elif not has_words(token.value):
            continue
        elif token.excluded:
            excluded.append(Texts(phrase(token.value) if token.quoted else word(token.value)))
        else:
            said.append(" ".join(token.value.split()))
            if token.quoted:
                required.append(Texts(phrase(token.value)))
    words = tuple(part for piece in said for part in piece.split() if has_words(part))
    unfinished = bool(words) and text.endswith(words[-1])
    return Query(" ".join(said), words, unfinished, Filter(tuple(required), tuple(excluded)))


def _field(name: str, value: str) -> Condition:
    if name not in _FIELDS:
        known = ", ".join(f"{field}:" for field in sorted(_FIELDS))
        raise QueryError(f'There is no field "{name}:". The fields are {known}. Put quotes around words with a colon.')
    if not value:
        raise QueryError(f'"{name}:" needs a value, such as {_EXAMPLES[name]}.')
    condition = _FIELDS[name](value)
    if condition is None:
        raise QueryError(f'"{name}:" does not know "{value}". Write for instance {_EXAMPLES[name]}.')
    return condition


_NUMBER = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d{1,2}(?:\.\d*)?)")
_SECONDS = {"": 1.0, "s": 1.0, "sec": 1.0, "ms": 1e-3, "m": 60.0, "min": 60.0, "h": 3600.0}
_HERTZ = {"": 1.0, "hz": 1.0, "k": 1e3, "khz": 1e3}
_BITS = {"": 1.0, "bit": 1.0, "bits": 1.0}
_BYTES = {"": 1.0, "b": 1.0, "k": 1e3, "kb": 1e3, "m": 1e6, "mb": 1e6, "g": 1e9, "gb": 1e9}
_LAYOUTS = {"mono": 1.0, "stereo": 2.0, "quad": 4.0, "5.1": 6.0, "7.1": 8.0}


def _quantity(units: dict[str, float]) -> Callable[[str], float | None]:
    def read(value: str) -> float | None:
        match = _NUMBER.fullmatch(value)
        unit = units.get(match[2].lower()) if match else None
        return float(match[1]) * unit if match and unit is not None else None

    return read


def _seconds(value: str) -> float | None:
    clock = _CLOCK.fullmatch(value)
    if clock:
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + float(clock[3])
    return _quantity(_SECONDS)(value)


def _channels(value: str) -> float | None:
    return _LAYOUTS.get(value.lower()) or _quantity({"": 1.0, "ch": 1.0})(value)


def _numeric(column: Column, read: Callable[[str], float | None], slack: float) -> Callable[[str], Condition | None]:
    """A field with numbers: `5`, `<5`, `>=5`, `2..10`, `2..`, `..10`. `slack`: how far `5` reaches to either side."""

    def condition(value: str) -> Condition | None:
        low, dots, high = value.partition("..")
        if dots:
            return between(low.strip(), high.strip())
        sign = re.match(r"[<>]=?|=", value)
        number = read(value[sign.end() :].strip() if sign else value)
        if number is None:
            return None
        if sign and sign[0] != "=":
            closed = sign[0].endswith("=")
            return (
                Range(column, high=number, with_high=closed)
                if sign[0][0] == "<"
                else Range(column, number, None, closed)
            )
        return Range(column, number - slack, number + slack)

    def between(low: str, high: str) -> Condition | None:
        ends = [read(end) if end else None for end in (low, high)]
        understood = (low or high) and all(
            end is not None or not said for end, said in zip(ends, (low, high), strict=True)
        )
        return Range(column, ends[0], ends[1]) if understood else None

    return condition


def _formats(value: str) -> Condition | None:
    names = tuple(name.strip().lower().lstrip(".") for name in value.split(",") if name.strip(" ."))
    return Formats(names) if names else None


def _words_in(column: str) -> Callable[[str], Condition | None]:
    def condition(value: str) -> Condition | None:
        if not has_words(value):
            return None
        return Texts(phrase(value.rstrip("*"), column, prefix=value.endswith("*")))

    return condition


def _embedded(name: str) -> Callable[[str], Embedded | None]:
    """A field of the metadata inside the files."""

    def condition(value: str) -> Embedded | None:
        if not has_words(value):
            return None
        return Embedded(phrase(value.rstrip("*"), name, prefix=value.endswith("*")))

    return condition


def _ucs(name: str, of: Callable[[ucs.Category], str]) -> Callable[[str], Condition | None]:
    """A field of the Universal Category System: the file says so itself, or it is tagged with such a CatID."""
    in_file = _embedded(name)

    def condition(value: str) -> Condition | None:
        said = in_file(value)
        is_meant = str.startswith if value.endswith("*") else str.__eq__
        wanted = value.rstrip("*").casefold()
        meant = [phrase(row.cat_id) for row in ucs.categories().values() if is_meant(of(row).casefold(), wanted)]
        return Either(said, Texts(f"tags : ({' OR '.join(meant)})")) if said and meant else said

    return condition


_FIELDS: dict[str, Callable[[str], Condition | None]] = {
    **{name: _embedded(name) for name in STANDARD_FIELDS},
    "catid": _ucs("catid", lambda row: row.cat_id),
    "category": _ucs("category", lambda row: row.category),
    "subcategory": _ucs("subcategory", lambda row: row.subcategory),
    "duration": _numeric("duration", _seconds, 0.5),
    "rate": _numeric("sample_rate", _quantity(_HERTZ), 0.5),
    "channels": _numeric("channels", _channels, 0.0),
    "depth": _numeric("bit_depth", _quantity(_BITS), 0.0),
    "size": _numeric("size", _quantity(_BYTES), 0.5),
    "format": _formats,
    "name": _words_in("name"),
    "folder": _words_in("folder"),
    "tag": _words_in("tags"),
    "description": _words_in("description"),
}
_EXAMPLES = {
    **{name: f'{name}:wood or {name}:"old wood"' for name in STANDARD_FIELDS},
    "catid": "catid:DOORWood or catid:DOOR*",
    "category": "category:DOORS",
    "subcategory": "subcategory:WOOD",
    "library": 'library:"Boom Library"',
    "duration": "duration:<5, duration:2..10 or duration:>1:30",
    "rate": "rate:>=96k or rate:44100",
    "channels": "channels:2 or channels:stereo",
    "depth": "depth:24",
    "size": "size:>10mb",
    "format": "format:wav or format:wav,flac",
    "name": 'name:door or name:"wood door"',
    "folder": "folder:rain",
    "tag": 'tag:metal or tag:"metal hit"',
    "description": "description:roof",
}
FIELDS = tuple(_FIELDS)
"""The fields that a query may have."""
