"""Typing errors in queries: *footstpes* is read as *footsteps*.

A text tower takes a word that it has never seen apart into pieces that mean nothing. What is one slip away from a word
that people call sounds by, and is no word itself, is taken for it.
"""

import re
import string
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

WORDS = "words.txt"
"""In a checkpoint's folder: a word and how often it was said in training, a line each."""
WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4
"""Letters of a word that is looked at: shorter ones have too many neighbours."""


class Spelling:
    """`counts`: words that sounds are called by, and how often. `is_word`: whether another one is right as well."""

    def __init__(self, counts: Mapping[str, int], is_word: Callable[[str], bool]) -> None:
        self._counts, self._is_word = counts, is_word

    @classmethod
    def of(cls, checkpoint: Path, is_word: Callable[[str], bool]) -> "Spelling":
        """A checkpoint's; one without a list of words corrects nothing. `is_word`: whether the tokenizer knows it."""
        file = checkpoint / WORDS
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        return cls({word: int(count) for word, count in map(str.split, lines)}, is_word)

    def correct(self, text: str) -> str:
        """The text with unknown words replaced by the known one that is a slip away, if there is one."""
        return WORD.sub(lambda match: self._word(match[0]), text)

    def _word(self, word: str) -> str:
        lower = word.lower()
        if len(lower) < SHORTEST or lower in self._counts or self._is_word(lower):
            return word
        near = {other for other in slips(lower) if other in self._counts}
        return max(near, key=lambda other: (self._counts[other], other), default=word)


def slips(word: str) -> Iterator[str]:
    """All that a letter swapped with the next, left out, put in or mistaken makes of a word (Damerau, 1964)."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in string.ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
