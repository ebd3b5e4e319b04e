"""Training batches: clips, captions and tags of one manifest, drawn so that any step can be drawn again."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.augment import Wave, augment, mix
from model.manifest import Example
from model.recipe import Training
from model.waves import WaveCache
from wavlink_desktop.audio import MODEL_RATE

POOL = 8
"""Batches that are drawn together and cut by length, so that little of a batch is padding."""
UNLIKELY = 3e-4
"""Probability of a class that the tagger did not list."""


@dataclass(frozen=True, slots=True)
class Batch:
    """`waves`: n clips, 1-D float32, 16 kHz. `captions`: rows of `TrainingData.texts`, one a clip. `probabilities (n,
    classes)`.

    `same (n, n)`: 1 where two clips have a caption in common.
    """

    waves: list[Wave]
    captions: NDArray[np.int64]
    probabilities: NDArray[np.float32]
    same: NDArray[np.float32]


class TrainingData:
    """Examples with their decoded waves.

    `texts`: every distinct caption, then the joined captions are made of them by the caller: a mixed clip has two.
    """

    def __init__(self, examples: Sequence[Example], waves: WaveCache, classes: int, training: Training) -> None:
        self.examples = list(examples)
        self.waves = waves
        self.training = training
        self.probabilities = tag_matrix(examples, classes)
        self.texts = sorted({caption for example in examples for caption in example.captions})
        numbers = {text: number for number, text in enumerate(self.texts)}
        self.captions = [[numbers[caption] for caption in example.captions] for example in examples]
        self.weights = sampling_weights(examples, waves, training)

    def batch(self, step: int) -> Batch:
        """The batch of a step: a function of the recipe's seed and the step alone, which is what makes a run
        resumable."""
        pool, place = divmod(step, POOL)
        rng = np.random.default_rng((self.training.seed, pool))
        rows = rng.choice(len(self.examples), size=(POOL * self.training.batch, 2), p=self.weights)
        mixed = rng.random(len(rows)) < self.training.mixing
        lengths = [self.waves.length(first) for first, _ in rows]
        order = np.argsort(lengths, kind="stable").reshape(POOL, -1)[rng.permutation(POOL)[place]]
        draw = np.random.default_rng((self.training.seed, pool, place))
        clips = [self._clip(rows[k][0], rows[k][1] if mixed[k] else None, draw) for k in order]
        waves, captions, probabilities, keys = zip(*clips, strict=True)
        same = np.array([[bool(a & b) for b in keys] for a in keys], dtype=np.float32)
        return Batch(list(waves), np.array(captions), np.stack(probabilities), same)

    def _clip(
        self, row: int, other: int | None, rng: np.random.Generator
    ) -> tuple[Wave, tuple[int, int], NDArray[np.float32], set[int]]:
        """A wave, its captions (the second is -1 when it is not a mixture), its tags, and what it shares with other
        clips."""
        wave, caption = augment(self.waves[row], rng), int(rng.choice(self.captions[row]))
        if other is None:
            return wave, (caption, -1), self.probabilities[row], set(self.captions[row])
        second = int(rng.choice(self.captions[other]))
        joined = 1 - (1 - self.probabilities[row]) * (1 - self.probabilities[other])
        key = {-1 - row * len(self.examples) - other}  # a mixture means the same as itself only
        return mix(wave, augment(self.waves[other], rng), rng), (caption, second), joined, key


def tag_matrix(examples: Sequence[Example], classes: int) -> NDArray[np.float32]:
    """The tagger's probabilities, `(examples, classes)`."""
    matrix = np.full((len(examples), classes), UNLIKELY, dtype=np.float32)
    for row, example in enumerate(examples):
        for index, probability in example.tags:
            matrix[row, index] = max(probability, UNLIKELY)
    return matrix


def sampling_weights(examples: Sequence[Example], waves: WaveCache, training: Training) -> NDArray[np.float64]:
    """How often each example is drawn: seldom said and seldom heard ones more often than their share; sums to 1.

    Clips shorter than 50 ms, unreadable ones among them, and clips without a caption are never drawn.
    """
    captions = Counter(example.captions[0] for example in examples if example.captions)
    sources = Counter(example.source for example in examples)
    weights = np.zeros(len(examples))
    for row, example in enumerate(examples):
        if example.captions and waves.length(row) > MODEL_RATE // 20:
            weights[row] = (
                captions[example.captions[0]] ** -training.caption_balance
                * sources[example.source] ** -training.source_balance
            )
    return weights / weights.sum()


def read_classes(path: Path) -> list[str]:
    """Names of the tagger's classes as one would say them: the column `display_name`, without what is in brackets."""
    with path.open(newline="", encoding="utf-8") as file:
        return [row["display_name"].split(" (")[0].lower() for row in csv.DictReader(file)]
