"""The pieces of a query as they are written, and how to change one without touching the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<minus>-)?
    (?:(?P<field>[A-Za-z_]+):(?!//))?
    (?:"(?P<quoted>[^"]*)(?:"|$)|(?P<plain>[^\s"]*))""",
    re.VERBOSE,
)
_BARE = re.compile(r'[^\s"]+')


@dataclass(frozen=True, slots=True)
class Token:
    """One word, quotation or filter of a query."""

    start: int
    end: int
    """`text[start:end]` is what is written."""
    excluded: bool
    """Whether there is a minus before it."""
    field: str
    """In small letters; empty: words."""
    value: str
    quoted: bool

    @property
    def is_filter(self) -> bool:
        """Whether it takes clips away without a say in how the others are ranked."""
        return bool(self.field) or self.excluded


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a query, left to right."""
    for found in _TOKEN.finditer(text):
        if found[0]:
            quoted = found["quoted"] is not None
            value = found["quoted"] if quoted else found["plain"]
            yield Token(*found.span(), bool(found["minus"]), (found["field"] or "").lower(), value, quoted)


def written(field: str, value: str, excluded: bool = False) -> str:
    """A filter as it is written, in quotes where it must be."""
    said = value if _BARE.fullmatch(value) else '"{}"'.format(value.replace('"', ""))
    return f"{'-' if excluded else ''}{field}:{said}"


def without(text: str, token: Token) -> str:
    """The query without one of its pieces."""
    return " ".join(part for part in (text[: token.start].strip(), text[token.end :].strip()) if part)


def with_filter(text: str, field: str, value: str, excluded: bool = False) -> str:
    """The query with a filter, in the place of those that it has for the same field; with no value, without any."""
    kept = text
    for token in reversed([token for token in tokens(text) if token.field == field and token.excluded == excluded]):
        kept = without(kept, token)
    # Before the words: what stands last is still being typed.
    return f"{written(field, value, excluded)} {kept}".strip() if value else kept
