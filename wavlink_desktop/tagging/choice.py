"""From probabilities to the labels that a clip gets."""

from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from .calibration import Calibration, Weights
from .evidence import Scores
from .fusion import Probabilities, each_alone, one_of_all
from .vocabulary import Vocabulary

_CLEAR = 0.5
"""A category is clear from this probability on; a subcategory, if it holds so much of its category's."""
_LEAST_SHARE = 0.2  # Of the best label's probability: an alternative with less is none.
_LEAST_PROBABILITY = 0.3
"""Expected F1 is highest where labels above half of the best F1 that can be had are given (Lipton et al. 2014)."""
_LEAST_FACTOR = 5.0  # Of odds: substantial evidence by Jeffreys's scale is 3, strong is 10.
_MOST_LABELS, _MOST_ALTERNATIVES = 5, 2


class Choice(NamedTuple):
    """A label, by index, or the whole category of which that label is the likeliest; and the probability."""

    label: int
    probability: float
    category: bool = False


class Tree:
    """Which labels make up each category."""

    def __init__(self, categories: list[str]) -> None:
        """`categories`: of every label, in order."""
        self.names = list(dict.fromkeys(categories))
        index = {name: row for row, name in enumerate(self.names)}
        self.of_label: NDArray[np.intp] = np.array([index[name] for name in categories])

    def probabilities(self, labels: Probabilities) -> Probabilities:
        """`(clips, labels)` to `(clips, categories)`."""
        order = np.argsort(self.of_label, kind="stable")
        begins = np.searchsorted(self.of_label[order], np.arange(len(self.names)))
        summed: Probabilities = np.add.reduceat(labels[:, order], begins, axis=1)
        return summed

    def choose(self, labels: NDArray[np.float32], categories: NDArray[np.float32]) -> list[Choice]:
        """One label and at most two alternatives that come near it, of one clip; probabilities sum to at most 1.

        The label comes from the likeliest category. If that is clear and no subcategory is, the category comes first
        and the alternatives are the likeliest within it.
        """
        best = int(categories.argmax())
        inside = np.where(self.of_label == best, labels, np.float32(-1))
        first = int(inside.argmax())
        if categories[best] >= _CLEAR and labels[first] < _CLEAR * categories[best]:
            alternatives = _descending(inside, _MOST_ALTERNATIVES)
            whole = Choice(first, float(categories[best]), category=True)
            return [whole, *_near(alternatives, labels, labels[first])]
        behind = _descending(np.where(labels > labels[first], np.float32(-1), labels), 1 + _MOST_ALTERNATIVES)
        alternatives = [label for label in behind if label != first][:_MOST_ALTERNATIVES]
        return [Choice(first, float(labels[first])), *_near(alternatives, labels, labels[first])]


def choose_several(probabilities: NDArray[np.float32], base: float) -> list[Choice]:
    """The likely labels of one clip, likeliest first, at most five; `probabilities`: `(labels,)`.

    Where none is likely, the likeliest alone if evidence made it several times likelier than `base`, the probability of
    a label that nothing speaks for; its probability says how unsure it is.
    """
    best, *others = _descending(probabilities, _MOST_LABELS)
    likely = [label for label in (best, *others) if probabilities[label] >= _LEAST_PROBABILITY]
    if not likely and _odds(probabilities[best]) >= _LEAST_FACTOR * _odds(base):
        likely = [best]
    return [Choice(label, float(probabilities[label])) for label in likely]


def _odds(probability: float) -> float:
    return float(probability / max(1 - probability, 1e-12))


def _near(labels: list[int], probabilities: NDArray[np.float32], best: float) -> list[Choice]:
    near = [label for label in labels if probabilities[label] >= max(_LEAST_SHARE * best, 1e-4)]
    return [Choice(label, float(probabilities[label])) for label in near]


def _descending(values: NDArray[np.float32], count: int) -> list[int]:
    """Indices of the largest, largest first; the earlier one first where they are equal."""
    if count < len(values):
        least = np.partition(values, -count)[-count]
        candidates = np.flatnonzero(values >= least)
    else:
        candidates = np.arange(len(values))
    order = np.argsort(-values[candidates], kind="stable")[:count]
    return [int(label) for label in candidates[order]]


class Chooser(Protocol):
    """How a vocabulary's labels are chosen."""

    weights: Weights

    def choose(self, odds: Scores, possible: NDArray[np.bool_]) -> list[list[Choice]]:
        """Each clip's labels, likeliest first, from log-odds without the bias; `(clips, labels)` both."""

    def surest(self, choices: list[Choice]) -> list[Choice]:
        """Those that can be said of a part of a clip, where no alternatives are told."""

    def name(self, choice: Choice) -> str:
        """The label, or the category, in words."""


class One:
    """Labels exclude each other, and are a tree: UCS."""

    def __init__(self, vocabulary: Vocabulary, calibration: Calibration) -> None:
        self.weights = calibration.exclusive
        self._labels = vocabulary.labels
        self._tree = Tree([label.category for label in vocabulary.labels])

    def choose(self, odds: Scores, possible: NDArray[np.bool_]) -> list[list[Choice]]:
        """As `Chooser.choose`."""
        labels = one_of_all(odds, possible)
        pairs = zip(labels, self._tree.probabilities(labels), strict=True)
        return [self._tree.choose(of_labels, of_categories) for of_labels, of_categories in pairs]

    def surest(self, choices: list[Choice]) -> list[Choice]:
        """As `Chooser.surest`."""
        return [choice for choice in choices[:1] if choice.probability >= _LEAST_PROBABILITY]

    def name(self, choice: Choice) -> str:
        """As `Chooser.name`."""
        label = self._labels[choice.label]
        return label.category if choice.category else label.name


class Several:
    """Any number of labels may fit."""

    def __init__(self, vocabulary: Vocabulary, calibration: Calibration) -> None:
        self.weights = calibration.several
        self._labels = vocabulary.labels
        described = any(label.prompts for label in vocabulary.labels)
        # Labels that only examples describe are said where they are likely, or not at all.
        self._base = 1 / (1 + np.exp(-self.weights.bias)) if described else 1.0

    def choose(self, odds: Scores, possible: NDArray[np.bool_]) -> list[list[Choice]]:
        """As `Chooser.choose`."""
        return [choose_several(labels, self._base) for labels in each_alone(odds, self.weights.bias, possible)]

    def surest(self, choices: list[Choice]) -> list[Choice]:
        """As `Chooser.surest`."""
        return [choice for choice in choices if choice.probability >= _LEAST_PROBABILITY]

    def name(self, choice: Choice) -> str:
        """As `Chooser.name`."""
        return self._labels[choice.label].name
