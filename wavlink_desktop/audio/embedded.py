"""The texts inside sound files: what libraries, recorders and taggers wrote about the sound."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO, FileIO
from operator import itemgetter
from typing import Any

from mutagen.flac import FLAC
from mutagen.id3 import ID3
from mutagen.oggflac import OggFLAC
from mutagen.oggopus import OggOpus
from mutagen.oggspeex import OggSpeex
from mutagen.oggvorbis import OggVorbis

from wavlink_desktop.audio.broadcast import bext_fields, ixml_fields, text
from wavlink_desktop.audio.chunks import Chunk, subchunks
from wavlink_desktop.audio.markers import Marker, aiff_markers, marker_fields, wav_markers

_MARKER_CHUNKS = (b"cue ", b"LIST", b"MARK")
_PICTURES = ("metadata_block_picture", "coverart")
_LARGEST_CHUNK = 16 * 2**20
_MOST_FIELDS = 300
_LONGEST = 4000
"""Limits that keep one damaged or hostile file from filling the catalogue."""

_WORDS = """
    description bwf_description title fxname name inam tit2 nam tit1 grouping keywords ikey category subcategory catid
    usercategory vendorcategory genre ignr tcon subject isbj comment icmt comm anno note notes mediacomment
    album ialb iprd talb library artist iart tpe1 author auth show location scene project
"""
_TELLING = {word: rank for rank, word in enumerate(_WORDS.split())}
"""Words in the names of the fields that tell what is to be heard, or whose it is, the most telling first."""

_Parse = Callable[[Any], Any]  # mutagen is half typed
_ID3: _Parse = ID3
_COMMENTS: dict[str, _Parse] = {
    "FLAC": FLAC,
    "OGG VORBIS": OggVorbis,
    "OGG OPUS": OggOpus,
    "OGG SPEEX": OggSpeex,
    "OGG FLAC": OggFLAC,
    "OGG PCM_16": OggFLAC,
    "OGG PCM_24": OggFLAC,
}


def embedded_fields(
    file: FileIO, found: list[Chunk], audio_format: str, codec: str, sample_rate: int
) -> dict[str, str]:
    """The texts in `file` under names such as `bext.description`, cleaned of control characters.

    Reads the chunks `found` in it, or the tags that its format has. What is malformed is left out: never an error.
    Markers come last, so that a file full of them keeps its other texts.
    """
    fields: dict[str, str] = {}
    for chunk in found:
        if parse := _CHUNKS.get(chunk.name):
            with suppress(Exception):  # parsers of strangers' data raise anything
                fields.update(parse(_content(file, chunk)))
    with suppress(Exception):
        fields.update(_tags(file, audio_format, codec))
    with suppress(Exception):
        fields.update(marker_fields(embedded_markers(file, found, sample_rate)))
    return clean(fields)


def _content(file: FileIO, chunk: Chunk) -> bytes:
    return os.pread(file.fileno(), chunk.size, chunk.offset) if chunk.size <= _LARGEST_CHUNK else b""


def embedded_markers(file: FileIO, found: list[Chunk], sample_rate: int) -> list[Marker]:
    """The markers and regions in the chunks `found`, in time order. Malformed ones may raise anything."""
    contents = {name: [_content(file, chunk) for chunk in found if chunk.name == name] for name in _MARKER_CHUNKS}
    markers: list[Marker] = []
    for cues in contents[b"cue "]:
        markers += wav_markers(cues, contents[b"LIST"], sample_rate)
    for marks in contents[b"MARK"]:
        markers += aiff_markers(marks, sample_rate)
    return markers


def clean(fields: dict[str, str]) -> dict[str, str]:
    """Printable one-line texts, no empty ones, of bounded number and length."""
    texts = ((name, " ".join(_printable(value[: 4 * _LONGEST]).split())[:_LONGEST]) for name, value in fields.items())
    return dict([(name, value) for name, value in texts if value][:_MOST_FIELDS])


def describe(fields: dict[str, str]) -> str:
    """One text for searching, the most telling field first; what was already said in the same words is left out."""
    said: list[str] = []
    so_far = " "
    ranked = ((rank, value) for name, value in fields.items() if (rank := _rank(name)) is not None)
    for _, value in sorted(ranked, key=itemgetter(0)):
        words = " ".join(re.findall(r"\w+", value.lower()))
        if f" {words} " not in so_far:
            said.append(value)
            so_far += f"{words} | "
    return " · ".join(said)


def _rank(name: str) -> int | None:
    """How telling a field is by its name, 0 the most; none if it does not tell what is to be heard."""
    source, *words = name.lower().replace(":", ".").split(".")
    if source == "cue":
        return len(_TELLING)
    return min((_TELLING[word] for word in words if word in _TELLING), default=None)


def _printable(value: str) -> str:
    return "".join(character if character.isprintable() else " " for character in value)


def _info(content: bytes) -> dict[str, str]:
    if content[:4] != b"INFO":
        return {}
    return {f"info.{text(c.name)}": _text(content[c.offset : c.offset + c.size]) for c in subchunks(content)}


def _id3(content: bytes) -> dict[str, str]:
    return _id3_fields(_ID3(BytesIO(content)))


def _caf(content: bytes) -> dict[str, str]:
    """A count, then names and values, each ended by a NUL."""
    texts = [text(part) for part in content[4:].split(b"\0")]
    return {f"caf.{name}": value for name, value in zip(texts[::2], texts[1::2], strict=False)}


def _aiff(name: str) -> Callable[[bytes], dict[str, str]]:
    return lambda content: {f"aiff.{name}": _text(content)}


_CHUNKS: dict[bytes, Callable[[bytes], dict[str, str]]] = {
    b"bext": bext_fields,
    b"iXML": ixml_fields,
    b"LIST": _info,
    b"id3 ": _id3,
    b"ID3 ": _id3,
    b"info": _caf,
    b"NAME": _aiff("NAME"),
    b"AUTH": _aiff("AUTH"),
    b"ANNO": _aiff("ANNO"),
}


def _text(content: bytes) -> str:
    return text(content.partition(b"\0")[0])


def _tags(file: FileIO, audio_format: str, codec: str) -> Iterator[tuple[str, str]]:
    file.seek(0)
    if audio_format in ("MP3", "AAC"):
        yield from _id3_fields(_ID3(file)).items()
    elif parse := _COMMENTS.get(f"{audio_format} {codec}" if audio_format == "OGG" else audio_format):
        yield from _comments(parse(file).tags)


def _comments(tags: Any) -> Iterator[tuple[str, str]]:
    names = dict.fromkeys(name.lower() for name, _ in tags if name.lower() not in _PICTURES)
    for name in names:
        yield f"vorbis.{name}", "; ".join(dict.fromkeys(tags[name]))


def _id3_fields(tags: Any) -> dict[str, str]:
    fields: dict[str, str] = {}
    for frame in tags.values():
        values = frame.genres if frame.FrameID == "TCON" else getattr(frame, "text", None)
        note = getattr(frame, "desc", "")
        if not values or note.startswith("iTun"):  # iTunes' volume and gap data pose as comments
            continue
        texts = [values] if isinstance(values, str) else [str(value) for value in values]
        name = f"id3.{frame.FrameID}" + (f":{note}" if note else "")
        fields[name] = "; ".join(texts)
    return fields
