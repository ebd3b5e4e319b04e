"""What may be meant by a query that is still being written: searches of before, tags, UCS names, fields, values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from wavlink_desktop import ucs
from wavlink_desktop.library import collecting, searches
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.search.fields import FIELDS
from wavlink_desktop.search.tokens import Token, tokens, written

Kind = Literal["history", "tag", "ucs", "collection", "field", "value"]

_LEAST = 2
"""Letters of a word before anything is offered for it."""
_HISTORY = 3
"""Places for searches of before, at most, as soon as something is written."""
_TAGS = 200


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to go on with."""

    kind: Kind
    text: str
    """The whole query, if this is taken."""
    shown: str
    """The part that is new."""
    note: str
    """What it is: a count, a meaning."""


def suggest(catalogue: Catalogue, text: str, limit: int = 8) -> list[Suggestion]:
    """What may follow, best first. With nothing written: the latest searches."""
    with catalogue.reading() as database:
        history = searches.latest(database, text.lstrip(), limit)
    before = [Suggestion("history", past, past, "") for past in history if past.casefold() != text.strip().casefold()]
    last = next((token for token in reversed(list(tokens(text))) if token.end == len(text)), None)
    if last is None:
        return before[:limit]
    found = _values(catalogue, text, last) if last.field else _words(catalogue, text, last)
    return list(_different([*before[:_HISTORY], *found], text))[:limit]


def _words(catalogue: Catalogue, text: str, last: Token) -> Iterator[Suggestion]:
    word = last.value.casefold()
    if len(word) < _LEAST or last.quoted:
        return
    minus = "-" if last.excluded else ""
    head = text[: last.start]
    for field in FIELDS.values():
        if field.name.startswith(word):
            yield Suggestion("field", f"{head}{minus}{field.name}:", f"{field.name}:", field.meaning)
    yield from _tags(catalogue, head, minus, word)
    for category in ucs.categories().values():
        if category.subcategory.casefold().startswith(word) or category.cat_id.casefold().startswith(word):
            note = f"{category.category.title()} · {category.subcategory.title()}"
            yield Suggestion("ucs", f"{head}{minus}catid:{category.cat_id} ", category.cat_id, note)
    for name in dict.fromkeys(row.category for row in ucs.categories().values()):
        if name.casefold().startswith(word):
            yield Suggestion("ucs", f"{head}{minus}{written('category', name)} ", name.title(), "UCS")


def _values(catalogue: Catalogue, text: str, last: Token) -> Iterator[Suggestion]:
    """Of the field that is being written."""
    field, value = FIELDS.get(last.field), last.value.casefold()
    if field is None:
        return
    head = text[: last.start]
    minus = "-" if last.excluded else ""
    if field.name == "tag":
        yield from _tags(catalogue, head, minus, value)
    elif field.name == "collection":
        with catalogue.reading() as database:
            names = [collection.name for collection in collecting.all_of_them(database)]
        yield from _written(head, last, "collection", names, value)
    elif field.name in ("category", "catid", "subcategory"):
        column = {"category": "category", "catid": "cat_id", "subcategory": "subcategory"}[field.name]
        known = dict.fromkeys(getattr(row, column) for row in ucs.categories().values())
        yield from _written(head, last, "ucs", known, value)
    else:
        yield from _written(head, last, "value", field.values, value)


def _written(head: str, last: Token, kind: Kind, values: Iterable[str], beginning: str) -> Iterator[Suggestion]:
    for value in values:
        if value.casefold().startswith(beginning):
            said = written(last.field, value, last.excluded)
            yield Suggestion(kind, f"{head}{said} ", value, "")


def _tags(catalogue: Catalogue, head: str, minus: str, beginning: str) -> Iterator[Suggestion]:
    """Labels in use, the most frequent first."""
    with catalogue.reading() as database:
        rows = database.execute(
            """SELECT label, count(*) AS uses FROM tags WHERE label LIKE ? ESCAPE '\\'
            GROUP BY label ORDER BY uses DESC LIMIT ?""",
            [_escaped(beginning) + "%", _TAGS],
        ).fetchall()
    for label, uses in rows:
        category = ucs.categories().get(label)
        meaning = f"{category.category.title()} · {category.subcategory.title()} · " if category else ""
        yield Suggestion("tag", f"{head}{minus}{written('tag', label)} ", label, f"{meaning}{uses:,}")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _different(suggestions: Iterable[Suggestion], text: str) -> Iterator[Suggestion]:
    """Each query once, and not what is written already."""
    seen = {text.strip().casefold()}
    for suggestion in suggestions:
        key = suggestion.text.strip().casefold()
        if key not in seen:
            seen.add(key)
            yield suggestion
