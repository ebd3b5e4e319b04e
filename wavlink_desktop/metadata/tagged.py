"""Texts in MP3, FLAC, Ogg and M4A files, by mutagen on a copy."""

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from mutagen import MutagenError
from mutagen.flac import FLAC
from mutagen.id3 import ID3NoHeaderError
from mutagen.mp4 import MP4, MP4FreeForm
from mutagen.oggflac import OggFLAC
from mutagen.oggopus import OggOpus
from mutagen.oggspeex import OggSpeex
from mutagen.oggvorbis import OggVorbis

from wavlink_desktop.audio import AudioError
from wavlink_desktop.audio.source import open_sound

from . import id3
from .errors import DamagedError, RefusedError
from .formats import Format
from .segments import Segment, difference
from .values import FIELDS, words_of

_Open = Callable[[Any], Any]  # mutagen is half typed
_MP4_FILE: _Open = MP4
_FREE_FORM: _Open = MP4FreeForm

_MORE_COMMENTS = {"FXNAME": ("Vorbis.TITLE",), "CATEGORY": ("Vorbis.GENRE",)}
_COMMENTS = {field: (f"Vorbis.{field}", *_MORE_COMMENTS.get(field, ())) for field in FIELDS}
_ATOMS = {"FXNAME": "©nam", "DESCRIPTION": "desc", "KEYWORDS": "keyw", "CATEGORY": "©gen"}
_FREE = "----:com.apple.iTunes:"
_MP4 = {field: (f"MP4.{_FREE}{field}", *((f"MP4.{_ATOMS[field]}",) if field in _ATOMS else ())) for field in FIELDS}
_MP4["DESCRIPTION"] += ("MP4.©cmt",)


class _Tagged:
    """What these formats have in common; see `Format`."""

    places: Mapping[str, tuple[str, ...]]

    def fitting(self, place: str, text: str) -> str:
        """See `Format`."""
        return text

    def joined(self, place: str, words: Sequence[str]) -> str:
        """See `Format`."""
        return ", ".join(words)

    def texts(self, path: Path) -> dict[str, str]:
        """See `Format`."""
        return self._texts(self._opened(path))

    def rewrite(self, path: Path, temporary: Path, changes: Mapping[str, str]) -> list[Segment]:
        """See `Format`."""
        with path.open("rb") as source, temporary.open("wb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
        tags = self._opened(temporary)
        self._change(tags, changes)
        try:
            self._save(tags, temporary)
        except MutagenError as error:
            raise _unwrapped(error) from error
        with path.open("rb") as old, temporary.open("rb") as new:
            return difference(old, new)

    def check_kept(self, old: Path, new: Path) -> None:
        """See `Format`: both are decoded to the end."""
        if _decoded(old) != _decoded(new):
            raise RefusedError("The sound of the new file is not that of the old one. Nothing was changed.")

    def _opened(self, path: Path) -> Any:
        try:
            return self._open(str(path))
        except MutagenError as error:
            raise _unwrapped(error) from error

    def _open(self, path: str) -> Any:
        raise NotImplementedError

    def _texts(self, tags: Any) -> dict[str, str]:
        raise NotImplementedError

    def _change(self, tags: Any, changes: Mapping[str, str]) -> None:
        raise NotImplementedError

    def _save(self, tags: Any, path: Path) -> None:
        raise NotImplementedError


class Mp3(_Tagged):
    """ID3v2.4 in front of the sound; an ID3v1 tag at its end, if there is one, is kept in step."""

    places = id3.PLACES

    def _open(self, path: str) -> Any:
        try:
            return id3.ID3(path)
        except ID3NoHeaderError:
            return id3.ID3()

    def _texts(self, tags: Any) -> dict[str, str]:
        return id3.texts(tags)

    def _change(self, tags: Any, changes: Mapping[str, str]) -> None:
        id3.change(tags, changes)

    def _save(self, tags: Any, path: Path) -> None:
        tags.save(str(path), v1=1, v2_version=4)


class _Comments(_Tagged):
    """Vorbis comments."""

    places = _COMMENTS

    def __init__(self, kind: _Open) -> None:
        self._kind = kind

    def _open(self, path: str) -> Any:
        return self._kind(path)

    def _texts(self, tags: Any) -> dict[str, str]:
        return {
            place: ", ".join(tags.tags[place.removeprefix("Vorbis.")])
            for places in _COMMENTS.values()
            for place in places
            if tags.tags is not None and place.removeprefix("Vorbis.") in tags.tags
        }

    def _change(self, tags: Any, changes: Mapping[str, str]) -> None:
        if tags.tags is None:
            tags.add_tags()
        for place, text in changes.items():
            name = place.removeprefix("Vorbis.")
            several = name == "KEYWORDS" and len(tags.tags.get(name, ())) > 1  # one entry a word, as it was
            if text:
                tags.tags[name] = words_of(text) if several else [text]
            elif name in tags.tags:
                del tags.tags[name]

    def _save(self, tags: Any, path: Path) -> None:
        tags.save(str(path))


class Flac(_Comments):
    """A FLAC file; its other metadata blocks are kept."""

    def __init__(self) -> None:
        super().__init__(FLAC)


def ogg(path: Path) -> Format:
    """Vorbis, Opus, Speex or FLAC in Ogg.

    Raises:
        RefusedError: another codec is in it.
    """
    with path.open("rb") as file:
        head = file.read(128)
    for mark, kind in _OGG.items():
        if mark in head:
            return _Comments(kind)
    raise RefusedError("No tags can be written into an Ogg file with this codec: only Vorbis, Opus, Speex and FLAC.")


_OGG: dict[bytes, _Open] = {
    b"\x01vorbis": OggVorbis,
    b"OpusHead": OggOpus,
    b"Speex   ": OggSpeex,
    b"\x7fFLAC": OggFLAC,
}


class Mp4(_Tagged):
    """iTunes' atoms, and its free-form ones for what those lack."""

    places = _MP4

    def _open(self, path: str) -> Any:
        return _MP4_FILE(path)

    def _texts(self, tags: Any) -> dict[str, str]:
        said = tags.tags or {}
        return {
            place: ", ".join(_text(value) for value in said[place.removeprefix("MP4.")])
            for places in _MP4.values()
            for place in places
            if place.removeprefix("MP4.") in said
        }

    def _change(self, tags: Any, changes: Mapping[str, str]) -> None:
        if tags.tags is None:
            tags.add_tags()
        for place, text in changes.items():
            name = place.removeprefix("MP4.")
            if text:
                tags.tags[name] = [_FREE_FORM(text.encode("utf-8"))] if name.startswith(_FREE) else [text]
            elif name in tags.tags:
                del tags.tags[name]

    def _save(self, tags: Any, path: Path) -> None:
        tags.save(str(path))


def _text(value: Any) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _unwrapped(error: Exception) -> Exception:
    """The system's own error if mutagen wrapped one, such as that of a full disk; else the file is damaged."""
    cause = error.__cause__ or error.__context__ or (error.args[0] if error.args else None)
    if isinstance(cause, OSError):
        return cause
    return DamagedError(f"Its tags, or what they stand in, are damaged: {error}.")


def _decoded(path: Path) -> tuple[int, int, bytes]:
    """Channels, rate and a hash of all samples, and of what is said about damage."""
    digest = hashlib.sha256()
    try:
        with open_sound(path) as source:
            for block in source.blocks():
                digest.update(block.tobytes())
            digest.update(source.damage.encode())
            return source.channels, source.sample_rate, digest.digest()
    except AudioError as error:
        raise DamagedError(f"It cannot be decoded, so its sound cannot be checked: {error}") from error
