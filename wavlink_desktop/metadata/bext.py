"""The description in a broadcast extension chunk, `bext` (EBU Tech 3285)."""

import struct
import unicodedata

from wavlink_desktop.audio.broadcast import bext_fields

from .errors import DamagedError

SIZE = 602
"""Bytes before the coding history."""
_DESCRIPTION = 256
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "·": "-", "ß": "ss"})
_NEW = struct.Struct("<256s32s32s10s8sQH64s190s")


def description(content: bytes) -> str:
    """What the chunk says, empty if nothing.

    Raises:
        DamagedError: the chunk is too short.
    """
    if len(content) < SIZE:
        raise DamagedError(f"Chunk 'bext' has {len(content)} bytes; it must have at least {SIZE}.")
    return bext_fields(content)["bext.description"]


def with_description(content: bytes, text: str) -> bytes:
    """The chunk with another description, the other fields as they were. An empty `content` begins one of version 1."""
    if not content:
        content = _NEW.pack(b"", b"", b"", b"", b"", 0, 1, b"", b"")
    return text.encode("ascii").ljust(_DESCRIPTION, b"\0") + content[_DESCRIPTION:]


def fitting(text: str) -> str:
    """`text` as the field can hold it: ASCII, as the standard asks (readers fail on more), at most 256 characters.

    Accents and typographic quotes go; a text in another script gives an empty one, for question marks would be no help.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain[:_DESCRIPTION].rstrip() if plain.isascii() else ""
