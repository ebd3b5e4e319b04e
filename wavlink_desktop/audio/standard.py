"""One name for what each program writes under its own: `LIBRARY`, `library`, `TALB` and `IPRD` all say the library."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

_NAMES = {
    "title": "tracktitle title inam tit2 nam songtitle",
    "description": "description bwf_description",
    "keywords": "keywords ikey",
    "catid": "catid",
    "category": "category",
    "subcategory": "subcategory",
    "fxname": "fxname",
    "usercategory": "usercategory",
    "vendorcategory": "vendorcategory",
    "library": "library cdtitle album talb alb iprd",
    "designer": "designer recengineer artist iart tpe1 author auth",
    "manufacturer": "manufacturer originatorstudio publisher tpub",
    "creator": "creatorid shortid",
    "source": "sourceid source",
    "microphone": "microphone mictype",
    "location": "location recordingloc",
    "project": "project show",
    "scene": "scene",
    "notes": "notes note usercomments mediacomment comment comments comm icmt cmt",
}
"""What programs call them, in lower case, the most exact first: the iXML `USER` names that Soundminer and BaseHead
write, the ASWG-G006 names, ID3 frames, `LIST INFO` identifiers, Vorbis comments, MP4 atoms."""

STANDARD_FIELDS = (*_NAMES, "marker")
"""The names that people search and export by."""

_STANDARD = {alias: (name, rank) for name, aliases in _NAMES.items() for rank, alias in enumerate(aliases.split())}


def standard_fields(fields: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """What a file says of itself (`AudioInfo.fields`) by the names of `STANDARD_FIELDS`.

    A name has each different text once, the one under the most exact name first and, of several such, the longest:
    `bext` cuts its description at 256 bytes. What says nothing is left out.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for position, (raw, value) in enumerate(fields.items()):
        if raw.startswith("cue."):  # markers stay in their order
            found.setdefault("marker", []).append((position, value))
        elif known := _known(raw):
            name, rank = known
            found.setdefault(name, []).append((rank, value))
    return {name: _texts(found[name]) for name in STANDARD_FIELDS if name in found}


@lru_cache(1 << 12)  # a million files have the same few hundred names
def _known(raw: str) -> tuple[str, int] | None:
    """The standard name, and how exactly `raw` says it, 0 the most."""
    _, *path = raw.casefold().replace(":", ".").split(".")
    return next((_STANDARD[word] for word in reversed(path) if word in _STANDARD), None)


def _texts(ranked: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for _, value in sorted(ranked, key=lambda pair: (pair[0], -len(pair[1])))))
