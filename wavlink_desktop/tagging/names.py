"""What a file's name, folder and description say about its labels."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log1p, sqrt
from typing import Literal

from wavlink_desktop.library.records import Clip

from .vocabulary import Vocabulary
from .words import plain, words

# A folder holds many things: its words weigh less than the name's own, and less with every folder further up.
_NAME, _DESCRIPTION, _FOLDER = 1.0, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Mention:
    """How well words name a label: `strength` in 0…1, and where most of them stood."""

    strength: float
    source: Literal["name", "metadata"]


class NameMatcher:
    """Matches words against the phrases of every label of a vocabulary, rare words counting more than common ones."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        phrases = [
            (index, frozenset(words(phrase)))
            for index, label in enumerate(vocabulary.labels)
            for phrase in label.phrases
        ]
        labels_of: dict[str, set[int]] = defaultdict(set)
        for index, phrase in phrases:
            for word in phrase:
                labels_of[word].add(index)
        self._rarity = {word: log1p(len(vocabulary.labels) / len(labels)) for word, labels in labels_of.items()}
        self._phrases: dict[str, list[tuple[int, frozenset[str], float]]] = defaultdict(list)
        for index, phrase in phrases:
            mass = sum(self._rarity[word] for word in phrase)
            for word in phrase:
                self._phrases[word].append((index, phrase, mass))

    def mentions(self, clip: Clip) -> dict[int, Mention]:
        """Label index to mention, for the labels that any word of the clip's name, folder or description names."""
        said = {word: weight for word, weight in _weigh(clip).items() if word in self._rarity}
        mass_said = sum(self._rarity[word] * weight for word, weight in said.items())
        found: dict[int, Mention] = {}
        for index, phrase, mass in {entry for word in said for entry in self._phrases[word]}:
            matched = {word: self._rarity[word] * said[word] for word in phrase if word in said}
            total = sum(matched.values())
            # Matched words against the words of the phrase, and against the words said: the cosine of two word sets.
            strength = min(1.0, total / sqrt(mass * mass_said))
            if index not in found or strength > found[index].strength:
                found[index] = Mention(strength, _source(matched, said, total))
        return found


def readings(clip: Clip) -> tuple[str, str]:
    """The clip's name and its description as plain text that a model can read; empty where they tell nothing."""
    return plain(clip.name.rpartition(".")[0]), plain(clip.description)


def _weigh(clip: Clip) -> dict[str, float]:
    weighed: dict[str, float] = {}
    folders = folders_of(clip)
    for distance in range(len(folders), 0, -1):
        weighed |= dict.fromkeys(words(folders[-distance]), _FOLDER / distance)
    weighed |= dict.fromkeys(words(clip.description), _DESCRIPTION)
    weighed |= dict.fromkeys(words(clip.name.rpartition(".")[0]), _NAME)
    return weighed


def folders_of(clip: Clip) -> tuple[str, ...]:
    """From the library's folder down to the clip's own."""
    try:
        return (clip.folder.name, *clip.path.relative_to(clip.folder).parent.parts)
    except ValueError:
        return ()


def _source(matched: Mapping[str, float], said: Mapping[str, float], total: float) -> Literal["name", "metadata"]:
    described = sum(mass for word, mass in matched.items() if said[word] == _DESCRIPTION)
    return "metadata" if described > total / 2 else "name"
