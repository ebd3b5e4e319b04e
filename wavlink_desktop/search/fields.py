"""The fields of the query language: what each means, how it is written and read. Help, errors and chips use them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from wavlink_desktop import ucs
from wavlink_desktop.audio import STANDARD_FIELDS
from wavlink_desktop.library.conditions import (
    Alike,
    Below,
    Categorised,
    Collected,
    Duplicated,
    Faulty,
    Favourite,
    Heard,
    Labelled,
    Online,
    Played,
    Rated,
    Tagged,
)
from wavlink_desktop.library.filters import Condition, Either, Embedded, Filter, Formats, Texts
from wavlink_desktop.search.fts import has_words, phrase
from wavlink_desktop.search.values import (
    BITS,
    BYTES,
    HERTZ,
    channels,
    numeric,
    quantity,
    seconds,
    since,
    stars,
    yes_or_no,
)

Group = Literal["sound", "place", "noted", "inside"]
"""What a field is about: the sound's form, where it is and what it is called, what was noted of it, what its file says
of itself."""
Read = Callable[[str], Condition | None]
"""A value to what must hold; None: it makes no sense."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the query language."""

    name: str
    group: Group
    meaning: str
    """As a sentence without its full stop."""
    example: str
    """As it is written; several are separated by commas."""
    read: Read
    values: tuple[str, ...] = ()
    """What may be offered; where it depends on the library, nothing."""


def _formats(value: str) -> Condition | None:
    names = tuple(name.strip().lower().lstrip(".") for name in value.split(",") if name.strip(" ."))
    return Formats(names) if names else None


def _words_in(column: str) -> Read:
    def condition(value: str) -> Condition | None:
        if not has_words(value):
            return None
        return Texts(phrase(value.rstrip("*"), column, prefix=value.endswith("*")))

    return condition


def _folder(value: str) -> Condition | None:
    """A whole path is that folder, with all in it; anything else are words of folders' names."""
    return Below(Path(value)) if Path(value).is_absolute() else _words_in("folder")(value)


def _tag(value: str) -> Condition | None:
    label = value.removeprefix("=").strip()
    return _words_in("tags")(value) if label == value else Labelled(label) if label else None


def _embedded(name: str) -> Read:
    """A field of the metadata inside the files."""

    def condition(value: str) -> Condition | None:
        if not has_words(value):
            return None
        return Embedded(phrase(value.rstrip("*"), name, prefix=value.endswith("*")))

    return condition


def _ucs(name: str, of: Callable[[ucs.Category], str]) -> Read:
    """A field of the Universal Category System: the file says so itself, or it is tagged with such a CatID."""
    in_file = _embedded(name)

    def condition(value: str) -> Condition | None:
        said = in_file(value)
        is_meant = str.startswith if value.endswith("*") else str.__eq__
        wanted = value.rstrip("*").casefold()
        meant = [phrase(row.cat_id) for row in ucs.categories().values() if is_meant(of(row).casefold(), wanted)]
        return Either(said, Texts(f"tags : ({' OR '.join(meant)})")) if said and meant else said

    return condition


def _category(value: str) -> Condition | None:
    """A category or a CatID, or the beginning of one."""
    wanted = value.rstrip("*").casefold()
    rows = list(ucs.categories().values())
    meant = [row.cat_id for row in rows if wanted in (row.cat_id.casefold(), row.category.casefold())]
    meant = meant or [row.cat_id for row in rows if wanted and row.cat_id.casefold().startswith(wanted)]
    return Categorised(tuple(meant)) if meant else None


def _collection(value: str) -> Condition | None:
    if value.lower() in ("none", "no"):
        return Filter(excluded=(Collected(),))
    return Collected("" if value.lower() in ("any", "yes") else " ".join(value.split()))


def _rating(value: str) -> Condition | None:
    meant = stars(value)
    return None if meant is None else Rated(meant)


def _played(value: str) -> Condition | None:
    moment = since(value)
    return _either_way(Played())(value) if moment is None else Played(moment)


def _duplicate(value: str) -> Condition | None:
    return Alike() if value.lower() == "near" else _either_way(Duplicated())(value)


def _either_way(condition: Condition) -> Read:
    def read(value: str) -> Condition | None:
        on = yes_or_no(value)
        return None if on is None else condition if on else Filter(excluded=(condition,))

    return read


_YES_NO = ("yes", "no")

_TABLE = (
    Field("duration", "sound", "How long it is", "duration:<5, duration:2..10 or duration:>1:30",
          numeric("duration", seconds, 0.5), ("<1", "<5", "5..30", ">30", ">5m")),
    Field("channels", "sound", "How many channels it has", "channels:2 or channels:stereo",
          numeric("channels", channels, 0.0), ("mono", "stereo", "quad", "5.1", "7.1")),
    Field("rate", "sound", "Its sample rate", "rate:>=96k or rate:44100",
          numeric("sample_rate", quantity(HERTZ), 0.5), ("44.1k", "48k", ">=96k", "192k")),
    Field("depth", "sound", "Its bits a sample", "depth:24",
          numeric("bit_depth", quantity(BITS), 0.0), ("16", "24", "32")),
    Field("format", "sound", "The kind of file", "format:wav or format:wav,flac", _formats),
    Field("size", "sound", "How much room it takes", "size:>10mb", numeric("size", quantity(BYTES), 0.5)),
    Field("name", "place", "Words of its name", 'name:door or name:"wood door"', _words_in("name")),
    Field("folder", "place", "Words of its folders, or a folder's path", "folder:rain or folder:/sounds/rain", _folder),
    Field("online", "place", "Whether its folder or drive is there", "online:no", _either_way(Online()), _YES_NO),
    Field("tag", "noted", "Words of its tags; with = that very tag", 'tag:metal, tag:"metal hit" or tag:=metal', _tag),
    Field("ucs", "noted", "Its UCS category or CatID, by its tags", "ucs:DOORS, ucs:DOORWood or ucs:DOOR", _category),
    Field("tagged", "noted", "Whether it has any tag", "tagged:no", _either_way(Tagged()), _YES_NO),
    Field("collection", "noted", "The collection that it is in", 'collection:"Door slams" or collection:none',
          _collection),
    Field("rating", "noted", "Its stars", "rating:5, rating:>=4 or rating:none", _rating,
          ("5", ">=4", ">=3", ">=2", ">=1", "none")),
    Field("favourite", "noted", "Whether it is a favourite", "favourite:yes", _either_way(Favourite()), _YES_NO),
    Field("played", "noted", "Whether or when it was played", "played:yes, played:today or played:7d", _played,
          ("today", "7d", "30d", "yes", "no")),
    Field("duplicate", "noted", "Whether another has the same content, or sounds nearly the same",
          "duplicate:yes or duplicate:near", _duplicate, ("yes", "near", "no")),
    Field("embedded", "noted", "Whether it has been listened to", "embedded:no", _either_way(Heard()), _YES_NO),
    Field("problem", "noted", "Whether it could not be read wholly", "problem:yes", _either_way(Faulty()), _YES_NO),
    Field("description", "inside", "Words of its description", "description:roof", _words_in("description")),
    Field("catid", "inside", "Its CatID, by its file or its tags", "catid:DOORWood or catid:DOOR*",
          _ucs("catid", lambda row: row.cat_id)),
    Field("category", "inside", "Its UCS category, by its file or its tags", "category:DOORS",
          _ucs("category", lambda row: row.category)),
    Field("subcategory", "inside", "Its UCS subcategory, by its file or its tags", "subcategory:WOOD",
          _ucs("subcategory", lambda row: row.subcategory)),
    Field("library", "inside", "The library that it is from", 'library:"Boom Library"', _embedded("library")),
)  # fmt: skip
_SAID = {
    "title": "Its title",
    "keywords": "Its keywords",
    "fxname": "Its title in UCS",
    "usercategory": "Its user category in UCS",
    "vendorcategory": "Its vendor category in UCS",
    "designer": "Who designed it",
    "manufacturer": "Whose product it is",
    "creator": "Who made it",
    "source": "What it is from",
    "microphone": "The microphone",
    "location": "Where it was recorded",
    "project": "The project",
    "scene": "The scene",
    "notes": "Its notes",
    "marker": "The names of its markers",
}
_OTHERS = tuple(
    Field(name, "inside", _SAID[name], f'{name}:wood or {name}:"old wood"', _embedded(name))
    for name in STANDARD_FIELDS
    if name not in {field.name for field in _TABLE}
)
FIELDS = {field.name: field for field in (*_TABLE, *_OTHERS)}
"""Name to field, in the order in which they are explained."""
