"""Texts in WAV, RF64 and BW64 files: `bext`, iXML (`USER` and `ASWG`), `LIST` `INFO`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from . import bext, infolist, ixml, riff
from .segments import Segment, make
from .values import FIELDS

_BEXT = "bext.Description"
# ASWG-G006 (the Audio Standards Working Group's extension of iXML) names these in camelCase; the last three are not in
# it and follow its manner.
_ASWG = {
    "CATID": "catId",
    "CATEGORY": "category",
    "SUBCATEGORY": "subCategory",
    "USERCATEGORY": "userCategory",
    "VENDORCATEGORY": "vendorCategory",
    "FXNAME": "fxName",
    "CREATORID": "creatorId",
    "SOURCEID": "sourceId",
    "USERDATA": "userData",
    "LIBRARY": "library",
    "CATEGORYFULL": "categoryFull",
    "DESCRIPTION": "description",
    "KEYWORDS": "keywords",
}
_MORE = {
    "DESCRIPTION": (_BEXT, "INFO.ICMT"),
    "FXNAME": ("INFO.INAM",),
    "KEYWORDS": ("INFO.IKEY",),
    "CATEGORY": ("INFO.IGNR",),
}
_PLACES = {field: (f"iXML.USER.{field}", f"iXML.ASWG.{_ASWG[field]}", *_MORE.get(field, ())) for field in FIELDS}


class Wave:
    """See `Format`."""

    places: Mapping[str, tuple[str, ...]] = _PLACES

    def texts(self, path: Path) -> dict[str, str]:
        """See `Format`."""
        with path.open("rb") as file:
            chunks = _Chunks(file)
            said = {f"INFO.{name}": text for name, text in infolist.texts(chunks.content(chunks.info)).items()}
            for (section, name), text in ixml.texts(chunks.content(chunks.ixml)).items():
                said[f"iXML.{section}.{name}"] = text
            if chunks.bext:
                said[_BEXT] = bext.description(chunks.content(chunks.bext))
        known = {place for places in _PLACES.values() for place in places}
        return {place: text for place, text in said.items() if place in known}

    def fitting(self, place: str, text: str) -> str:
        """See `Format`."""
        return bext.fitting(text) if place == _BEXT else text

    def joined(self, place: str, words: Sequence[str]) -> str:
        """See `Format`. `IKEY` has semicolons by its definition."""
        return ("; " if place == "INFO.IKEY" else ", ").join(words)

    def rewrite(self, path: Path, temporary: Path, changes: Mapping[str, str]) -> list[Segment]:
        """See `Format`. A new `bext` stands in front of the sound, as its standard asks, other new chunks behind it."""
        with path.open("rb") as file:
            chunks = _Chunks(file)
            replaced: dict[riff.Chunk, bytes] = {}
            before: list[tuple[bytes, bytes]] = []
            behind: list[tuple[bytes, bytes]] = []
            for chunk, name, content, new in (
                (chunks.bext, b"bext", _new_bext(chunks, changes), before),
                (chunks.ixml, b"iXML", _new_ixml(chunks, changes), behind),
                (chunks.info, b"LIST", _new_info(chunks, changes), behind),
            ):
                if content is not None and chunk is not None:
                    replaced[chunk] = content
                elif content:
                    new.append((name, content))
            return make(file, riff.rewrite(file, chunks.form, replaced, before, behind), temporary)

    def check_kept(self, old: Path, new: Path) -> None:
        """See `Format`: every chunk but ours, byte by byte."""
        with old.open("rb") as one, new.open("rb") as other:
            riff.check_kept(one, other, _is_ours)


class _Chunks:
    """The chunks of an open file that hold texts of ours."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.form = riff.walk(file)
        self.bext = self.form.first(b"bext")
        self.ixml = self.form.first(b"iXML")
        self.info = next((chunk for chunk in self.form.chunks if _is_info(file, chunk)), None)

    def content(self, chunk: riff.Chunk | None) -> bytes:
        """Empty if there is no such chunk."""
        return riff.read_chunk(self._file, chunk) if chunk else b""


def _is_info(file: BinaryIO, chunk: riff.Chunk) -> bool:
    file.seek(chunk.content)
    return chunk.name == b"LIST" and file.read(4) == b"INFO"


def _is_ours(file: BinaryIO, chunk: riff.Chunk) -> bool:
    return chunk.name in (b"bext", b"iXML") or _is_info(file, chunk)


def _new_bext(chunks: _Chunks, changes: Mapping[str, str]) -> bytes | None:
    text = changes.get(_BEXT)
    if text is None or not (text or chunks.bext):
        return None
    return bext.with_description(chunks.content(chunks.bext), text)


def _new_ixml(chunks: _Chunks, changes: Mapping[str, str]) -> bytes | None:
    places = {place: text for place, text in changes.items() if place.startswith("iXML.")}
    parted = {(place.split(".")[1], place.split(".")[2]): text for place, text in places.items()}
    return ixml.with_texts(chunks.content(chunks.ixml), parted) if parted else None


def _new_info(chunks: _Chunks, changes: Mapping[str, str]) -> bytes | None:
    named = {place.removeprefix("INFO."): text for place, text in changes.items() if place.startswith("INFO.")}
    return infolist.with_texts(chunks.content(chunks.info), named) if named else None
