"""Finding a name by some of its letters: `exptg` finds *Export tags*, beginnings of words before anything else."""

from functools import lru_cache

_START, _NEXT, _SKIP = 12, 6, 1


def match(wanted: str, text: str) -> tuple[float, tuple[int, ...]] | None:
    """How well `text` answers `wanted`, and the places of its letters; None when some letter is missing.

    Every word of `wanted` must be there, in any order. Case does not count.
    """
    lowered = text.lower()
    total, places = 0.0, set[int]()
    for word in wanted.lower().split():
        best = max(
            (
                found
                for begin, letter in enumerate(lowered)
                if letter == word[0] and (found := _from(word, lowered, begin))
            ),
            default=None,
        )
        if best is None:
            return None
        total += best[0]
        places.update(best[1])
    return total - 0.05 * len(text), tuple(sorted(places))


@lru_cache(4096)
def _from(word: str, text: str, begin: int) -> tuple[float, tuple[int, ...]] | None:
    """The letters of `word` from `begin` on, a later one at the beginning of a word where there is a choice."""
    places, score = [begin], float(_START if _starts(text, begin) else 0)
    for letter in word[1:]:
        last = places[-1]
        if text[last + 1 : last + 2] == letter:
            places.append(last + 1)
            score += _NEXT
            continue
        place = next((at for at in range(last + 1, len(text)) if text[at] == letter and _starts(text, at)), -1)
        if place < 0:
            place = text.find(letter, last + 1)
        if place < 0:
            return None
        places.append(place)
        score += (_START if _starts(text, place) else 0) - _SKIP * min(6, place - last - 1)
    return score, tuple(places)


def _starts(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()
