"""What there is to be written about a clip: field names to texts."""

import re
from collections.abc import Sequence

from wavlink_desktop import ucs
from wavlink_desktop.library.records import Clip, Tag

FIELDS = (
    "CATID",
    "CATEGORY",
    "SUBCATEGORY",
    "CATEGORYFULL",
    "USERCATEGORY",
    "VENDORCATEGORY",
    "FXNAME",
    "CREATORID",
    "SOURCEID",
    "USERDATA",
    "LIBRARY",
    "DESCRIPTION",
    "KEYWORDS",
)
"""By the names that Soundminer and the Universal Category System give them in iXML's `USER` section."""

UCS_FIELDS = ("CATID", "CATEGORY", "SUBCATEGORY", "CATEGORYFULL")

_LIKELY = 0.5
"""Tags that are likelier than not are written; a person's always."""
_SEPARATOR = re.compile(r"[,;|]")

Values = dict[str, str]
"""Field to text, without empty ones. Keywords are joined by commas."""


def values_of(clip: Clip, tags: Sequence[Tag]) -> Values:
    """The fields that the tags and the name of a clip fill."""
    name = ucs.parse_name(clip.name)
    trusted = [tag for tag in tags if tag.source == "person" or tag.score >= _LIKELY]
    values = category_values(_category(trusted))
    if name is not None:
        values = {**category_values(name.cat_id), **values, **_of_name(name)}
    values["FXNAME"] = name.fx_name if name else plain_title(clip.name)
    words = list(dict.fromkeys(tag.label for tag in trusted if not _is_category(tag.label)))
    values["KEYWORDS"] = ", ".join(words)
    values["DESCRIPTION"] = f"{values['FXNAME']}: {values['KEYWORDS']}" if words else values["FXNAME"]
    return {field: tidy(text) for field, text in values.items() if tidy(text)}


def category_values(label: str) -> Values:
    """The fields that a CatID fills, or the name of a whole category; none for anything else."""
    row = ucs.categories().get(label)
    if row is not None:
        full = f"{row.category}-{row.subcategory}"
        return {
            "CATID": row.cat_id,
            "CATEGORY": row.category,
            "SUBCATEGORY": row.subcategory,
            "CATEGORYFULL": full,
        }
    return {"CATEGORY": label} if label in _category_names() else {}


def words_of(keywords: str) -> list[str]:
    """Single keywords of a field, as any program may have joined them."""
    return list(dict.fromkeys(word.strip() for word in _SEPARATOR.split(keywords) if word.strip()))


def tidy(text: str) -> str:
    """One line of what every format can hold: no control characters, no lone surrogates."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())


def plain_title(name: str) -> str:
    """A file's name as a title: without its ending, its words apart."""
    return " ".join(name.rpartition(".")[0].replace("_", " ").split()) or name


def _category(tags: Sequence[Tag]) -> str:
    """The CatID, or else the category, that a person gave or that is the likeliest; empty if there is none."""
    labels = [tag for tag in tags if _is_category(tag.label)]
    best = max(labels, key=lambda tag: (tag.source == "person", tag.label in ucs.categories(), tag.score), default=None)
    return best.label if best else ""


def _is_category(label: str) -> bool:
    return label in ucs.categories() or label in _category_names()


def _category_names() -> frozenset[str]:
    return frozenset(row.category for row in ucs.categories().values())


def _of_name(name: ucs.UcsName) -> Values:
    return {
        "USERCATEGORY": name.user_category,
        "VENDORCATEGORY": name.vendor_category,
        "CREATORID": name.creator_id,
        "SOURCEID": name.source_id,
        "USERDATA": name.user_data,
    }
