"""The formats into which tags can be written, and which of them a file is of."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from .errors import RefusedError
from .segments import Segment


class Format(Protocol):
    """One way to keep texts in a sound file."""

    @property
    def places(self) -> Mapping[str, tuple[str, ...]]:
        """Field (see `values.FIELDS`) to the places that hold it, such as `iXML.USER.CATID`."""

    def texts(self, path: Path) -> dict[str, str]:
        """What stands at each place; places that are empty may be left out.

        Raises:
            DamagedError: the file's structure is damaged.
        """

    def fitting(self, place: str, text: str) -> str:
        """`text` as that place can hold it."""

    def joined(self, place: str, words: Sequence[str]) -> str:
        """Keywords as they are joined there."""

    def rewrite(self, path: Path, temporary: Path, changes: Mapping[str, str]) -> list[Segment]:
        """Write the file with other texts (empty: none) to the empty file `temporary`.

        Gives what describes the former file in terms of the new one.
        """

    def check_kept(self, old: Path, new: Path) -> None:
        """Compare the sound of two files, and what else must not change.

        Raises:
            RefusedError: it differs.
        """


def format_of(path: Path) -> Format:
    """The format of the file at `path`, by its content.

    Raises:
        RefusedError: no tags can be written into it.
    """
    from .aiff import Aiff
    from .tagged import Flac, Mp3, Mp4, ogg
    from .wave import Wave

    with path.open("rb") as file:
        head = _behind_id3(file.read(16), path)
    if head[:4] in (b"RIFF", b"RF64", b"BW64") and head[8:12] == b"WAVE":
        return Wave()
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return Aiff()
    if head[:4] == b"fLaC":
        return Flac()
    if head[:4] == b"OggS":
        return ogg(path)
    if head[4:8] == b"ftyp":
        return Mp4()
    if head[:1] == b"\xff" and head[1:2] >= b"\xe0":
        return Mp3()
    raise RefusedError(
        "No tags can be written into a file of this format; WAV, RF64, AIFF, FLAC, Ogg, Opus, MP3 and M4A take them."
    )


def _behind_id3(head: bytes, path: Path) -> bytes:
    """The first bytes of the sound: an ID3 tag may stand in front of it."""
    if head[:3] != b"ID3" or len(head) < 10:
        return head
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    with path.open("rb") as file:
        file.seek(10 + size + (10 if head[5] & 0x10 else 0))
        behind = file.read(4096).lstrip(b"\0")[:16]
    return behind if behind[:4] == b"fLaC" else b"\xff\xfb"
