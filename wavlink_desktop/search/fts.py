"""Expressions for SQLite's FTS5, safe for any text: everything a user typed stands in quotes."""

import re

from wavlink_desktop.library.texts import searchable, storable

_ANY_WORD = re.compile(r"[^\W_]")


def has_words(text: str) -> bool:
    """Whether there is anything in `text` that FTS5 could look for."""
    return bool(_ANY_WORD.search(text))


def phrase(text: str, column: str = "", prefix: bool = False) -> str:
    """These words, side by side, in one column or anywhere; with `prefix` the last may be the beginning of a word."""
    tidy = storable(text).replace("\0", " ").replace('"', '""')
    return f'{column + " : " if column else ""}"{tidy}"{" *" if prefix else ""}'


def word(text: str, column: str = "", prefix: bool = False) -> str:
    """One word; `DoorKnock` is looked for as it stands and as two words side by side."""
    split = searchable(text).removeprefix(text).strip()
    alternatives = [phrase(form, column, prefix) for form in (text, split) if form]
    return " OR ".join(alternatives)
