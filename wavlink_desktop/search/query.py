"""The query language: words, `"exact words"`, `-without`, and fields such as `duration:<5 channels:2 tag:metal`."""

from collections.abc import Callable
from dataclasses import dataclass

from wavlink_desktop.library.conditions import Below, Categorised, Collected, Rated
from wavlink_desktop.library.filters import Condition, Either, Filter, Formats, Texts
from wavlink_desktop.search.fields import FIELDS
from wavlink_desktop.search.fts import has_words, phrase, word
from wavlink_desktop.search.tokens import Token, tokens


class QueryError(ValueError):
    """The query is not well formed; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a user asked for."""

    text: str
    """What it should sound like, in the user's words, those in quotes included; empty: anything."""
    words: tuple[str, ...]
    """The same, word by word, for looking at names."""
    unfinished: bool
    """Whether the last word may still be being typed."""
    filter: Filter
    """What must hold: fields, words in quotes, and words with a minus."""


def parse(text: str, saved: Callable[[str], str | None] = lambda name: None) -> Query:
    """Read a query. `saved`: the query of a saved search of that name, for which `collection:` with its name stands.

    Raises:
        QueryError: an unknown field, or a value that its field does not know.
    """
    said: list[str] = []
    required: list[Condition] = []
    excluded: list[Condition] = []
    for token in tokens(text):
        conditions = excluded if token.excluded else required
        inner = _saved(token, saved)
        if inner is not None and token.excluded:
            excluded.append(_as_filter(inner))
        elif inner is not None:
            said += [inner.text] * bool(inner.text)
            required += inner.filter.required
            excluded += inner.filter.excluded
        elif token.field:
            conditions.append(_field(token.field, token.value.strip()))
        elif not has_words(token.value):
            continue
        elif token.excluded:
            excluded.append(Texts(phrase(token.value) if token.quoted else word(token.value)))
        else:
            said.append(" ".join(token.value.split()))
            if token.quoted:
                required.append(Texts(phrase(token.value)))
    words = tuple(part for piece in said for part in piece.split() if has_words(part))
    unfinished = bool(words) and text.endswith(words[-1])
    return Query(" ".join(said), words, unfinished, Filter(_joined(required), tuple(excluded)))


def _saved(token: Token, saved: Callable[[str], str | None]) -> Query | None:
    """The saved search that a token names."""
    name = token.value.strip()
    query = saved(name) if token.field == "collection" and name else None
    if query is None:
        return None
    # A search that names itself stands for nothing there.
    return parse(query, lambda other: None if other.casefold() == name.casefold() else saved(other))


def _as_filter(query: Query) -> Filter:
    """What a query asks for, where it is to be left out: there words can only be words."""
    words = tuple(Texts(word(said)) for said in query.words)
    return Filter((*query.filter.required, *words), query.filter.excluded)


def _field(name: str, value: str) -> Condition:
    field = FIELDS.get(name)
    if field is None:
        known = ", ".join(f"{known}:" for known in sorted(FIELDS))
        raise QueryError(f'There is no field "{name}:". The fields are {known}. Put quotes around words with a colon.')
    if not value:
        raise QueryError(f'"{name}:" needs a value, such as {field.example}.')
    condition = field.read(value)
    if condition is None:
        raise QueryError(f'"{name}:" does not know "{value}". Write for instance {field.example}.')
    return condition


_ONE_OF = (Below, Categorised, Collected, Formats, Rated)
"""A clip has one of these, mostly: who names two means either."""


def _joined(conditions: list[Condition]) -> tuple[Condition, ...]:
    """The conditions, with those of the same kind of which one is enough made into one."""
    joined: list[Condition] = []
    places: dict[type[Condition], int] = {}
    for condition in conditions:
        kind = type(condition)
        if kind in places:
            joined[places[kind]] = Either(joined[places[kind]], condition)
            continue
        if isinstance(condition, _ONE_OF):
            places[kind] = len(joined)
        joined.append(condition)
    return tuple(joined)
