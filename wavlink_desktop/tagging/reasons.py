"""Why a clip has the tags that it has, in its own words: what a person is told who asks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import Tag

from .names import folders_of
from .stated import as_others_describe
from .vocabulary import Vocabulary, VocabularyError, load_vocabulary
from .words import stem, words

_LETTERS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+")


@dataclass(frozen=True, slots=True)
class Reason:
    """Words of a clip that name a label, as they stand there, each once."""

    name: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    description: tuple[str, ...] = ()


def reasons(catalogue: Catalogue, clip_id: int, tags: Iterable[Tag]) -> dict[tuple[str, str], Reason]:
    """`(vocabulary, label)` to the words that speak for it; labels that no word names are left out."""
    clips = as_others_describe(catalogue, catalogue.clips_by_id([clip_id]))
    if clip_id not in clips:
        return {}
    clip = clips[clip_id]
    texts = (Path(clip.name).stem, " ".join(folders_of(clip)), clip.description)
    found: dict[tuple[str, str], Reason] = {}
    for tag in tags:
        named = _naming(tag.vocabulary).get(tag.label, frozenset(words(tag.label)))
        reason = Reason(*(_among(text, named) for text in texts))
        if reason != Reason():
            found[tag.vocabulary, tag.label] = reason
    return found


def known_labels() -> list[tuple[str, str, str]]:
    """`(vocabulary, label, meaning)` of every label of every list; the meaning is empty where the label says it all."""
    from wavlink_desktop import ucs

    from .vocabulary import find_vocabularies

    rows = [
        ("ucs", row.cat_id, f"{row.category.capitalize()} · {row.subcategory.capitalize()}")
        for row in ucs.categories().values()
    ]
    for name in find_vocabularies():
        if name != "ucs":
            try:
                rows += [(name, label.name, "") for label in load_vocabulary(name).labels]
            except VocabularyError:
                continue  # a list that cannot be read is complained of when it is used
    return rows


@lru_cache(16)
def _naming(name: str) -> dict[str, frozenset[str]]:
    """Label to the stems of all words of its phrases."""
    try:
        vocabulary = load_vocabulary(name)
    except VocabularyError:
        return {}
    return _stems(vocabulary)


def _stems(vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    return {
        label.name: frozenset(word for phrase in label.phrases for word in words(phrase)) for label in vocabulary.labels
    }


def _among(text: str, named: frozenset[str]) -> tuple[str, ...]:
    found = (match.group().lower() for match in _LETTERS.finditer(text))
    return tuple(dict.fromkeys(word for word in found if words(word) and stem(word) in named))
