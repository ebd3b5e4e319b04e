"""Training batches: clips, captions and tags of one manifest, drawn so that any step can be drawn again.

What a step draws depends on the recipe's seed and the step alone: a run that goes on needs to know no more than its
step, and on any number of processes a step has the same clips.
"""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from model.augment import Wave, augment, mix
from model.manifest import Example
from model.objective import NO_MEANING
from model.recipe import Training
from model.waves import WaveCache
from wavlink_desktop.audio import MODEL_RATE

POOL = 8
"""Batches that are drawn together and cut by length, so that little of a batch is padding."""
UNLIKELY = 3e-4
"""Probability of a class that the tagger did not list."""


@dataclass(frozen=True, slots=True)
class Batch:
    """n clips: a process's part of what a step trains on.

    `waves`: 1-D float32, 16 kHz. `captions`: of each clip one, or two if it is a mixture. `meanings (n, k)`: numbers;
    clips that share one mean the same; `NO_MEANING` fills rows up. `probabilities (n, classes)` of the tags, if any.
    """

    waves: list[Wave]
    captions: list[tuple[str, ...]]
    meanings: NDArray[np.int64]
    probabilities: NDArray[np.float32] | None = None


class BatchSource(Protocol):
    """Where batches come from."""

    def batch(self, step: int, process: int = 0, processes: int = 1) -> Batch:
        """Part `process` of the batch of a step: a function of the arguments alone."""


class TrainingData:
    """Examples with their decoded waves.

    `texts`: every distinct caption; `captions`: the rows of `texts` of each example.
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
        self._most_captions = max(len(rows) for rows in self.captions)

    def batch(self, step: int, process: int = 0, processes: int = 1) -> Batch:
        """See `BatchSource`. Clips of like length go together; each process gets short and long ones of them."""
        pool, place = divmod(step, POOL)
        rng = np.random.default_rng((self.training.seed, pool))
        rows = rng.choice(len(self.examples), size=(POOL * self.training.batch, 2), p=self.weights)
        mixed = rng.random(len(rows)) < self.training.mixing
        lengths = [self.waves.length(first) for first, _ in rows]
        order = np.argsort(lengths, kind="stable").reshape(POOL, -1)[rng.permutation(POOL)[place]]
        clips = [
            self._clip(
                rows[k][0], rows[k][1] if mixed[k] else None, np.random.default_rng((self.training.seed, step, k))
            )
            for k in map(int, order[process::processes])
        ]
        waves, captions, meanings, probabilities = zip(*clips, strict=True)
        likely = np.stack(probabilities) if self.training.tag_weight else None
        return Batch(list(waves), list(captions), np.stack(meanings), likely)

    def _clip(
        self, row: int, other: int | None, rng: np.random.Generator
    ) -> tuple[Wave, tuple[str, ...], NDArray[np.int64], NDArray[np.float32]]:
        """A wave, its captions, its meanings and its tags."""
        meanings = np.full(self._most_captions, NO_MEANING)
        wave, caption = augment(self.waves[row], rng), self.texts[rng.choice(self.captions[row])]
        if other is None:
            meanings[: len(self.captions[row])] = self.captions[row]
            return wave, (caption,), meanings, self.probabilities[row]
        second = self.texts[rng.choice(self.captions[other])]
        joined = 1 - (1 - self.probabilities[row]) * (1 - self.probabilities[other])
        meanings[0] = NO_MEANING - 1 - row * len(self.examples) - other  # a mixture means the same as itself only
        return mix(wave, augment(self.waves[other], rng), rng), (caption, second), meanings, joined


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
