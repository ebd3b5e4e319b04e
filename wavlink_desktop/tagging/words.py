"""Words of file names, folders and descriptions, brought to a common form."""

import re

# Letters only, split where a capital starts a word: "DoorCreak_03" gives Door, Creak; "HVACHum" gives HVAC, Hum.
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-zß-öø-ÿ]+|[A-Z]+|[^\W\d_A-Za-z]+")
_MOST_READ = 200  # Characters: a description says first what matters.
_VOWEL = re.compile(r"[aeiouy]")
# Words that bind others, and words that every sound effect has.
_SILENT_WORDS = (
    "a an and at being by for from in into it its is near of on onto or over the through to under with "
    "audio effect effects fx general loop misc recording sample sfx sound sounds various wav"
)
_SILENT = frozenset(_SILENT_WORDS.split())


def words(text: str) -> list[str]:
    """The telling words of `text`, lower case and stemmed, in order."""
    found = (match.group().lower() for match in _WORD.finditer(text))
    return [stem(word) for word in found if len(word) > 1 and word not in _SILENT]


def plain(text: str) -> str:
    """`text` as plain words in lower case, without numbers; empty if no word of it tells anything."""
    return " ".join(match.group().lower() for match in _WORD.finditer(text[:_MOST_READ])) if words(text) else ""


def stem(word: str) -> str:
    """A rough English stem, so that "doors", "creaking" and "dripped" meet "door", "creak" and "drip"."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed"):
        shorter = word.removesuffix(ending)
        if shorter != word and len(shorter) > 2 and _VOWEL.search(shorter):
            return _undouble(shorter).removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def _undouble(word: str) -> str:
    return word[:-1] if word[-1] == word[-2] and word[-1] not in "ls" else word
