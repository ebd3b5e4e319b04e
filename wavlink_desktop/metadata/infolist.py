"""The texts of a RIFF `LIST` chunk of type `INFO`."""

import struct
from collections.abc import Mapping

from wavlink_desktop.audio.broadcast import text

from .errors import DamagedError

_Entry = tuple[bytes, bytes]


def texts(content: bytes) -> dict[str, str]:
    """`INAM`, `ICMT` … to what they say; of entries with one name the first.

    Raises:
        DamagedError: the entries do not fit into the chunk.
    """
    said: dict[str, str] = {}
    for name, value in _entries(content):
        said.setdefault(name.decode("latin-1"), text(value.partition(b"\0")[0]).strip())
    return said


def with_texts(content: bytes, changes: Mapping[str, str]) -> bytes:
    """The chunk with some texts changed (empty: the entry goes), in UTF-8, and every other entry as it was.

    Empty `content` begins a chunk; a chunk without entries is given as empty.
    """
    left = dict(changes)
    entries: list[_Entry] = []
    for name, value in _entries(content):
        new = left.pop(name.decode("latin-1"), None)
        if new is None:
            entries.append((name, value))
        elif new:
            entries.append((name, _value(new)))
    entries += [(name.encode("latin-1"), _value(new)) for name, new in left.items() if new]
    packed = b"".join(
        name + struct.pack("<I", len(value)) + value + b"\0" * (len(value) % 2) for name, value in entries
    )
    return b"INFO" + packed if packed else b""


def _value(new: str) -> bytes:
    return new.encode("utf-8") + b"\0"


def _entries(content: bytes) -> list[_Entry]:
    found: list[_Entry] = []
    position = 4
    while position < len(content):
        if position + 8 > len(content):
            if not content[position:].strip(b"\0"):
                break  # padding
            raise DamagedError("Chunk 'LIST' ends in the middle of an entry.")
        name, size = struct.unpack_from("<4sI", content, position)
        if position + 8 + size > len(content):
            raise DamagedError(f"Chunk 'LIST' ends in the middle of its entry '{name.decode('latin-1')}'.")
        found.append((name, content[position + 8 : position + 8 + size]))
        position += 8 + size + size % 2
    return found
