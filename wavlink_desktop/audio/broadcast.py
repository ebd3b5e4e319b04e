"""The texts of broadcast WAV files: the `bext` chunk (EBU Tech 3285) and iXML with its USER and ASWG fields."""

import codecs
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from wavinfo.wave_bext_reader import WavBextReader
from wavinfo.wave_ixml_reader import WavIXMLFormat

_BEXT_SIZE = 602
_DESCRIPTION_SIZE = 256
_BEXT_TEXTS = (
    "description",
    "originator",
    "originator_ref",
    "originator_date",
    "originator_time",
    "coding_history",
)


def text(content: bytes) -> str:
    """UTF-8; else, as old programs wrote it, Windows' Latin-1; else Latin-1, which takes any byte."""
    for encoding in ("utf-8", "cp1252"):
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    return content.decode("latin-1")


def bext_fields(content: bytes) -> dict[str, str]:
    """`bext.description`, `bext.originator` …; `bext.time_reference` is in samples since midnight."""
    bext = WavBextReader(content.ljust(_BEXT_SIZE, b"\0"), "latin-1")
    fields = {f"bext.{name}": _bext_text(getattr(bext, name).encode("latin-1")) for name in _BEXT_TEXTS}
    if bext.time_reference:
        fields["bext.time_reference"] = str(bext.time_reference)
    return fields


def _bext_text(content: bytes) -> str:
    if len(content) == _DESCRIPTION_SIZE:  # full: its last character may have been cut in two
        with suppress(UnicodeDecodeError):
            return codecs.getincrementaldecoder("utf-8")().decode(content)
    return text(content)


def ixml_fields(content: bytes) -> dict[str, str]:
    """Every text in the document under its path, `ixml.USER.CATEGORY`; those of one path are joined by `; `.

    Steinberg's name and value pairs become `ixml.STEINBERG.name`.
    """
    document = text(content.strip(b"\0 \r\n\t"))
    if document.startswith("<?xml"):  # the declaration may name another encoding than the bytes are in
        document = document.partition("?>")[2]
    root = WavIXMLFormat(document.encode("utf-8")).parsed.getroot()
    fields: dict[str, list[str]] = {}
    for path, value in _leaves(root, "ixml") if root is not None else ():
        fields.setdefault(path, []).append(value)
    return {path: "; ".join(dict.fromkeys(values)) for path, values in fields.items()}


def _leaves(element: Any, path: str) -> Iterator[tuple[str, str]]:
    """`element` is lxml's; its children may be comments, whose tag is not a text."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name, value = child.findtext("NAME"), child.findtext("VALUE")
        if child.tag == "ATTR" and name and value:
            yield f"{path.removesuffix('.ATTR_LIST')}.{name}", value
            continue
        here = f"{path}.{child.tag}"
        if child.text and child.text.strip():
            yield here, child.text
        yield from _leaves(child, here)
