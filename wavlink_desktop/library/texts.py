"""What full-text search sees of a file: its name, its folders, what it says of itself, its tags."""

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from wavlink_desktop.library.folders import SEPARATOR

_CASE_OR_DIGIT = re.compile(
    r"""(?<=[a-z])(?=[A-Z])        # door|Knock
      | (?<=[A-Z])(?=[A-Z][a-z])   # DOOR|Knock
      | (?<=[A-Za-z])(?=[0-9])     # rain|01
      | (?<=[0-9])(?=[A-Za-z])""",
    re.VERBOSE,
)


def printable(raw: bytes) -> str:
    """A file name's bytes as text that can be shown and stored: bytes that are not UTF-8 become U+FFFD."""
    return unicodedata.normalize("NFC", raw.decode("utf-8", "replace"))


def storable(text: str) -> str:
    """`text` without the lone surrogates that SQLite cannot store."""
    return text.encode("utf-8", "replace").decode("utf-8")


def searchable(text: str) -> str:
    """`text`, followed by its words where it glues some together: `WoodDoor_01` is found by "wood" and by "wooddoor".

    Hyphens, underscores and dots need no help: FTS5's tokenizer splits there.
    """
    split = _CASE_OR_DIGIT.sub(" ", text)
    return text if split == text else f"{text} {split}"


def name_words(name: str) -> str:
    """A file's name as words; the name itself stays first, so that `"rain_01.wav"` finds it as it stands."""
    split = _CASE_OR_DIGIT.sub(" ", Path(name).stem)
    return name if split == Path(name).stem else f"{name} {split}"


def folder_words(folder: bytes, path: bytes) -> str:
    """The library folder's own name and the folders below it, as words (not the folders above: everybody's home)."""
    names = [os.path.basename(folder), *os.path.dirname(path).split(SEPARATOR)]
    return searchable(" ".join(printable(name) for name in names))


def tag_words(labels: Iterable[str]) -> str:
    """Labels as words, each once."""
    return " | ".join(searchable(label) for label in sorted(set(labels)))
