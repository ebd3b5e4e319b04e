"""Names by a scheme with fields in braces, such as `{catid}_{name}`; safe on every common system."""

import datetime
import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from wavlink_desktop.library.errors import LibraryError
from wavlink_desktop.library.records import Tag
from wavlink_desktop.metadata.values import values_of

from .recipe import Part

NAME_FIELDS = (
    "name", "catid", "category", "subcategory", "fxname", "creator", "source", "folder", "index", "start", "end",
    "date", "rate", "depth", "channels",
)  # fmt: skip
"""What may stand in braces. `{name}` is the file's name without its ending, `{index}` counts, `{date}` is today."""

_OF_TAGS = {
    "catid": "CATID",
    "category": "CATEGORY",
    "subcategory": "SUBCATEGORY",
    "fxname": "FXNAME",
    "creator": "CREATORID",
    "source": "SOURCEID",
}
_FIELD = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = dict.fromkeys(map(ord, '<>:"/\\|?*\N{REPLACEMENT CHARACTER}'), " ")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_NOTHING = "\0"
"""Stands for a field that says nothing, so that what joins it to others goes with it."""
_JOINTS = r"[\s_\-.]*"
_LONGEST = 240
"""Bytes: common file systems take 255; a number, a channel and an ending follow."""


class NamingError(LibraryError):
    """A scheme that cannot be understood; the message says why."""


def check(scheme: str) -> None:
    """Raises `NamingError` unless every name of the scheme will say something."""
    unknown = [name for name in _FIELD.findall(scheme) if name.lower() not in NAME_FIELDS]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in NAME_FIELDS)
        raise NamingError(f"There is no field {{{unknown[0]}}} for names. There are {known}.")
    rest = _FIELD.sub("", scheme)
    if "{" in rest or "}" in rest:
        raise NamingError("A brace is not closed in the naming scheme: write fields as {name}.")
    if not scheme.strip():
        raise NamingError("The naming scheme is empty: {name} keeps the names.")


def stem(scheme: str, part: Part, tags: Sequence[Tag], index: int, count: int) -> str:
    """The name of the `index`th (from 1) of `count` sounds, without an ending; never empty."""
    said = _fields(part, tags, index, count) if _FIELD.search(scheme) else {}
    filled = _FIELD.sub(lambda found: safe(said[found[1].lower()]) or _NOTHING, scheme)
    joined = re.sub(rf"^(?:{_NOTHING}{_JOINTS})+|{_JOINTS}{_NOTHING}", "", filled)
    return fitting(safe(joined)) or fitting(safe(PurePath(part.clip.name).stem)) or f"sound {index}"


def safe(text: str) -> str:
    """`text` without what some system does not take in a name."""
    whole = os.fsencode(text).decode("utf-8", "replace") if not text.isascii() else text
    plain = unicodedata.normalize("NFC", whole).translate(_FORBIDDEN)
    plain = "".join(letter if letter.isprintable() else " " for letter in plain)
    plain = " ".join(plain.split()).strip(" .")
    return f"_{plain}" if _RESERVED.match(plain) else plain


def fitting(text: str, longest: int = _LONGEST) -> str:
    """`text`, cut at the end of a letter where it is longer than so many bytes."""
    return text.encode()[:longest].decode(errors="ignore").rstrip(" .")


def moment(seconds: float) -> str:
    """`1m05s250`: as a clock would say it, of letters that names may hold."""
    thousandths = round(seconds * 1000)
    return f"{thousandths // 60_000}m{thousandths // 1000 % 60:02}s{thousandths % 1000:03}"


def _fields(part: Part, tags: Sequence[Tag], index: int, count: int) -> Mapping[str, str]:
    clip = part.clip
    values = values_of(clip, tags)
    end = clip.duration if part.end is None else part.end
    return {
        **{name: values.get(field, "") for name, field in _OF_TAGS.items()},
        "name": PurePath(clip.name).stem,
        "folder": clip.path.parent.name,
        "index": str(index).zfill(max(2, len(str(count)))),
        "start": moment(part.start or 0.0),
        "end": moment(min(end, clip.duration)),
        "date": datetime.date.today().isoformat(),
        "rate": f"{clip.sample_rate / 1000:g}k",
        "depth": str(clip.bit_depth or ""),
        "channels": str(clip.channels),
    }
