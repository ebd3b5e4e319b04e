"""Texts in an ID3v2.4 tag, as MP3 and AIFF files have it."""

from collections.abc import Mapping
from typing import Any

from mutagen import id3

from .errors import RefusedError
from .values import FIELDS

ID3: Any = id3.ID3  # mutagen is half typed
_FRAMES: Any = id3.Frames
_MORE = {"DESCRIPTION": ("ID3.COMM",), "FXNAME": ("ID3.TIT2",), "CATEGORY": ("ID3.TCON",)}
PLACES = {field: (f"ID3.TXXX:{field}", *_MORE.get(field, ())) for field in FIELDS}


def texts(tags: Any) -> dict[str, str]:
    """What a tag says at our places. `tags`: `mutagen.id3.ID3`."""
    said = {place: _text(_frame(tags, place)) for places in PLACES.values() for place in places}
    return {place: text for place, text in said.items() if text}


def change(tags: Any, changes: Mapping[str, str]) -> None:
    """Change some texts of a tag (empty: the frame goes); the other frames stay.

    Raises:
        RefusedError: it is of an older version and has frames that cannot be carried over.
    """
    if tags.unknown_frames and tags.version < (2, 4, 0):
        raise RefusedError(
            f"Its ID3 tag of version 2.{tags.version[1]} has frames that are not known, which version 2.4 would lose."
        )
    for place, text in changes.items():
        frame = _frame(tags, place)
        if frame is not None:
            del tags[frame.HashKey]
        if text:
            tags.add(_new(place, text, frame))


def _frame(tags: Any, place: str) -> Any:
    """The frame at a place, or None. Of comments, the first one without a heading, whatever its language."""
    if place == "ID3.COMM":
        return next((frame for frame in tags.getall("COMM") if not frame.desc), None)
    return next(iter(tags.getall(place.removeprefix("ID3."))), None)


def _text(frame: Any) -> str:
    if frame is None:
        return ""
    values = frame.genres if frame.FrameID == "TCON" else frame.text
    return "; ".join(str(value) for value in values)


def _new(place: str, text: str, former: Any) -> Any:
    if place == "ID3.COMM":
        return _FRAMES["COMM"](encoding=3, lang=former.lang if former else "eng", desc="", text=[text])
    name = place.removeprefix("ID3.")
    if name.startswith("TXXX:"):
        return _FRAMES["TXXX"](encoding=3, desc=name.removeprefix("TXXX:"), text=[text])
    return _FRAMES[name](encoding=3, text=[text])
