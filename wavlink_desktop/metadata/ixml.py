"""Single texts in an iXML document (ixml.info 3.01), changed without touching the rest of it.

The document is not parsed and written anew: what other programs put there, down to its blanks and comments, stays byte
for byte. expat says where an element stands; only its text is exchanged.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

from .errors import DamagedError

_ROOT = "BWFXML"
_EMPTY = '<?xml version="1.0" encoding="UTF-8"?>\n<BWFXML>\n\t<IXML_VERSION>3.01</IXML_VERSION>\n</BWFXML>\n'
_START_TAG = re.compile(rb"""<[^<>"']*(?:"[^"]*"|'[^']*'|[^<>"'])*>""")
_DECLARATION = re.compile(rb"^<\?xml[^>]*\?>")

Place = tuple[str, str]
"""A section below the root and a field in it: `("USER", "CATID")`."""


@dataclass(slots=True)
class _Element:
    """Where an element stands, in bytes of UTF-8: `<`, behind its start tag, its end tag's `<`."""

    start: int
    inside: int
    end: int = -1
    text: str = ""
    closed: bool = False
    """Written `<NAME/>`: it has no end tag, and `end` is `inside`."""


@dataclass(slots=True)
class _Document:
    """A document as UTF-8, and how to give it back as it came."""

    content: bytes
    encoding: str = "utf-8"
    before: bytes = b""
    behind: bytes = b""
    root: _Element | None = None
    sections: dict[str, _Element] = field(default_factory=dict)
    fields: dict[Place, _Element] = field(default_factory=dict)

    def whole(self, content: bytes) -> bytes:
        return self.before + content.decode("utf-8").encode(self.encoding, "xmlcharrefreplace") + self.behind


def texts(content: bytes) -> dict[Place, str]:
    """What stands in each field of each section; of those with one name the first.

    Raises:
        DamagedError: it is no well-formed document.
    """
    return {place: element.text.strip() for place, element in _parse(content).fields.items()} if content else {}


def with_texts(content: bytes, changes: Mapping[Place, str]) -> bytes:
    """The document with some fields changed, or added to their sections; all other bytes as they were.

    A field that was there and gets an empty text stays, empty. Empty `content` begins a document.

    Raises:
        DamagedError: it is no well-formed document.
    """
    document = _opened(_parse(content or _EMPTY.encode()))
    edits: list[tuple[int, int, bytes]] = []
    added: dict[str, bytes] = {}
    for (section, name), text in changes.items():
        element = document.fields.get((section, name))
        if element is not None:
            edits.append(_exchange(element, name, escape(text)))
        elif text:
            added[section] = added.get(section, b"") + f"\t\t<{name}>{escape(text)}</{name}>\n".encode()
    edits += [_add(document, section, fields) for section, fields in added.items()]
    result = document.content
    for start, end, replacement in sorted(edits, key=lambda edit: edit[0], reverse=True):
        result = result[:start] + replacement + result[end:]
    return document.whole(result)


def _exchange(element: _Element, name: str, text: str) -> tuple[int, int, bytes]:
    if element.closed:
        return element.start, element.inside, f"<{name}>{text}</{name}>".encode()
    return element.inside, element.end, text.encode()


def _add(document: _Document, section: str, fields: bytes) -> tuple[int, int, bytes]:
    """Fields at the end of a section, or a new section at the end of the document."""
    element = document.sections.get(section)
    whole = f"<{section}>\n".encode() + fields + f"\t</{section}>".encode()
    if element is None:
        assert document.root is not None
        return _before_end_tag(document.content, document.root, b"\t" + whole + b"\n")
    if element.closed:
        return element.start, element.inside, whole
    return _before_end_tag(document.content, element, fields)


def _before_end_tag(content: bytes, element: _Element, lines: bytes) -> tuple[int, int, bytes]:
    """Whole lines in front of the line of an end tag, or, where that shares its line, right in front of it."""
    blank = len(content[: element.end]) - len(content[: element.end].rstrip(b" \t"))
    start = element.end - blank
    if content[:start].endswith(b"\n"):
        return start, start, lines
    return element.end, element.end, b"\n" + lines


def _opened(document: _Document) -> _Document:
    """The same with an end tag for its root, so that there is a place in it."""
    root = document.root
    if root is None or not root.closed:
        return document
    content = document.content[: root.start] + b"<BWFXML>\n</BWFXML>" + document.content[root.inside :]
    return _parse(document.whole(content))


def _parse(content: bytes) -> _Document:
    document = _decode(content)
    try:
        _Finder(document).run()
    except expat.ExpatError as error:
        raise DamagedError(f"Chunk 'iXML' is no well-formed document: {error}.") from error
    if document.root is None:
        raise DamagedError("Chunk 'iXML' is no iXML document: its root is not BWFXML.")
    return document


def _decode(content: bytes) -> _Document:
    """The text in the encoding that the bytes are in, whatever the declaration says; NULs around it set aside."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16-le" if content.startswith(b"\xff\xfe") else "utf-16-be"
        try:
            return _Document(content[2:].decode(encoding).encode("utf-8"), encoding, content[:2])
        except UnicodeDecodeError as error:
            raise DamagedError("Chunk 'iXML' is no text.") from error
    stripped = content.strip(b"\0 \r\n\t")
    start = content.index(stripped)
    before, behind = content[:start], content[start + len(stripped) :]
    if stripped.startswith(b"\xef\xbb\xbf"):
        before, stripped = before + stripped[:3], stripped[3:]
    try:
        stripped.decode("utf-8")
        return _Document(stripped, "utf-8", before, behind)
    except UnicodeDecodeError:
        return _Document(stripped.decode("latin-1").encode("utf-8"), "latin-1", before, behind)


class _Finder:
    """Finds the root, its sections and their fields in a document."""

    def __init__(self, document: _Document) -> None:
        self._document = document
        # The declaration may lie, and the bytes are UTF-8 by now: blanks take its place for the parser.
        self._bytes = _DECLARATION.sub(lambda found: b" " * len(found[0]), document.content)
        self._open: list[tuple[str, _Element]] = []
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse

    def run(self) -> None:
        self._parser.Parse(self._bytes, True)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        start = self._parser.CurrentByteIndex
        tag = _START_TAG.match(self._bytes, start)
        inside = tag.end() if tag else start
        self._open.append((name, _Element(start, inside, closed=self._bytes[inside - 2 : inside] == b"/>")))

    def _end(self, name: str) -> None:
        _, element = self._open.pop()
        element.end = element.inside if element.closed else self._parser.CurrentByteIndex
        path = [opened for opened, _ in self._open]
        if not path and name == _ROOT:
            self._document.root = element
        elif path == [_ROOT]:
            self._document.sections.setdefault(name, element)
        elif len(path) == 2 and path[0] == _ROOT and path[1] not in self._document.sections:
            # Of several sections with one name, only the first one's fields: `sections` has it once it is closed.
            self._document.fields.setdefault((path[1], name), element)

    def _text(self, text: str) -> None:
        for _, element in self._open[2:]:
            element.text += text

    def _refuse(self, *_: object) -> None:
        raise DamagedError("Chunk 'iXML' declares a document type, which iXML does not have.")
