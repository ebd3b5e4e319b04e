"""Texts in AIFF and AIFF-C files: an ID3v2.4 tag in a chunk, as other programs keep it there."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from mutagen import MutagenError

from . import id3, riff
from .errors import DamagedError
from .segments import Segment, make

_NAMES = (b"ID3 ", b"id3 ")


class Aiff:
    """See `Format`."""

    places: Mapping[str, tuple[str, ...]] = id3.PLACES

    def texts(self, path: Path) -> dict[str, str]:
        """See `Format`."""
        with path.open("rb") as file:
            return id3.texts(_tags(file, _chunk(riff.walk(file))))

    def fitting(self, place: str, text: str) -> str:
        """See `Format`."""
        return text

    def joined(self, place: str, words: Sequence[str]) -> str:
        """See `Format`."""
        return ", ".join(words)

    def rewrite(self, path: Path, temporary: Path, changes: Mapping[str, str]) -> list[Segment]:
        """See `Format`. A new tag stands behind the sound."""
        with path.open("rb") as file:
            form = riff.walk(file)
            chunk = _chunk(form)
            tags = _tags(file, chunk)
            id3.change(tags, changes)
            packed = BytesIO()
            if len(tags):
                tags.save(packed, v2_version=4, padding=lambda _: 0)
            content = packed.getvalue()
            replaced = {chunk: content} if chunk else {}
            behind = [(b"ID3 ", content)] if not chunk and content else []
            return make(file, riff.rewrite(file, form, replaced, [], behind), temporary)

    def check_kept(self, old: Path, new: Path) -> None:
        """See `Format`: every chunk but ours, byte by byte."""
        with old.open("rb") as one, new.open("rb") as other:
            riff.check_kept(one, other, lambda _, chunk: chunk.name in _NAMES)


def _chunk(form: riff.Form) -> riff.Chunk | None:
    return next((chunk for chunk in form.chunks if chunk.name in _NAMES), None)


def _tags(file: BinaryIO, chunk: riff.Chunk | None) -> Any:
    if chunk is None:
        return id3.ID3()
    try:
        return id3.ID3(BytesIO(riff.read_chunk(file, chunk)))
    except MutagenError as error:
        raise DamagedError(f"Chunk {chunk} holds no ID3 tag that can be read: {error}.") from error
