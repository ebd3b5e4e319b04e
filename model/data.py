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
from model.space import Space, captions_meaning
from model.vectors import Floats
from model.waves import WaveCache
from wavlink_desktop.audio import MODEL_RATE

POOL = 8
"""Batches that are drawn together and cut by length, so that little of a batch is padding."""
UNLIKELY = 3e-4
"""Probability of a class that the tagger did not list."""
LIKELY = 0.2
"""Of a tag that a clip is drawn for."""


@dataclass(frozen=True, slots=True)
class Batch:
    """n clips: a process's part of what a step trains on.

    `waves`: 1-D float32, 16 kHz. `captions`: of each clip one, or two if it is a mixture. `meanings (n, k)`: numbers;
    clips that share one mean the same; `NO_MEANING` fills rows up. `probabilities (n, classes)` of the tags, if any.
    `points (n, d)` of the clips in a `Space`, if there is one.
    """

    waves: list[Wave]
    captions: list[tuple[str, ...]]
    meanings: NDArray[np.int64]
    probabilities: NDArray[np.float32] | None = None
    points: NDArray[np.float32] | None = None


class BatchSource(Protocol):
    """Where batches come from."""

    def batch(self, step: int, process: int = 0, processes: int = 1) -> Batch:
        """Part `process` of the batch of a step: a function of the arguments alone."""


class TrainingData:
    """Examples with their decoded waves.

    `texts`: every distinct caption; `captions`: the rows of `texts` of each example. `place_in`: give the clips points.
    """

    def __init__(self, examples: Sequence[Example], waves: WaveCache, classes: int, training: Training) -> None:
        self.examples = list(examples)
        self.waves = waves
        self.training = training
        self.probabilities = tag_matrix(examples, classes)
        self.texts = sorted({caption for example in examples for caption in example.captions})
        numbers = {text: number for number, text in enumerate(self.texts)}
        self.captions = [[numbers[caption] for caption in example.captions] for example in examples]
        self.weights = sampling_weights(examples, waves, self.probabilities, training)
        self._most_captions = max(len(rows) for rows in self.captions)
        self._space: tuple[Space, Floats] | None = None

    def place_in(self, space: Space, meanings: Floats) -> None:
        """From now on batches have points in `space`. `meanings`: of `texts`, row by row (`Space.meanings`)."""
        self._space = space, meanings

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
        likely = np.stack(probabilities)
        return Batch(
            waves=list(waves),
            captions=[tuple(self.texts[row] for row in rows) for rows in captions],
            meanings=np.stack(meanings),
            probabilities=likely if self.training.tag_weight else None,
            points=None if self._space is None else self._points(likely, captions),
        )

    def _clip(
        self, row: int, other: int | None, rng: np.random.Generator
    ) -> tuple[Wave, tuple[int, ...], NDArray[np.int64], NDArray[np.float32]]:
        """A wave, the rows of its captions, its meanings and its tags."""
        meanings = np.full(self._most_captions, NO_MEANING)
        wave, caption = augment(self.waves[row], rng), int(rng.choice(self.captions[row]))
        if other is None:
            meanings[: len(self.captions[row])] = self.captions[row]
            return wave, (caption,), meanings, self.probabilities[row]
        second = int(rng.choice(self.captions[other]))
        joined = 1 - (1 - self.probabilities[row]) * (1 - self.probabilities[other])
        meanings[0] = NO_MEANING - 1 - row * len(self.examples) - other  # a mixture means the same as itself only
        return mix(wave, augment(self.waves[other], rng), rng), (caption, second), meanings, joined

    def _points(self, probabilities: Floats, captions: Sequence[tuple[int, ...]]) -> Floats:
        assert self._space is not None
        space, meanings = self._space
        return space.sounds(probabilities, captions_meaning(meanings, captions))


def tag_matrix(examples: Sequence[Example], classes: int) -> NDArray[np.float32]:
    """The tagger's probabilities, `(examples, classes)`."""
    matrix = np.full((len(examples), classes), UNLIKELY, dtype=np.float32)
    for row, example in enumerate(examples):
        for index, probability in example.tags:
            matrix[row, index] = max(probability, UNLIKELY)
    return matrix


def sampling_weights(
    examples: Sequence[Example], waves: WaveCache, probabilities: NDArray[np.float32], training: Training
) -> NDArray[np.float64]:
    """How often each example is drawn: seldom said and seldom heard ones more often than their share; sums to 1.

    Clips shorter than 50 ms, unreadable ones among them, and clips without a caption are never drawn.
    """
    captions = Counter(example.captions[0] for example in examples if example.captions)
    sources = Counter(example.source for example in examples)
    tags = rarest_tag_weights(probabilities, training.tag_balance)
    weights = np.zeros(len(examples))
    for row, example in enumerate(examples):
        if example.captions and waves.length(row) > MODEL_RATE // 20:
            weights[row] = (
                captions[example.captions[0]] ** -training.caption_balance
                * sources[example.source] ** -training.source_balance
                * tags[row]
            )
    return weights / weights.sum()


def rarest_tag_weights(probabilities: NDArray[np.float32], balance: float) -> NDArray[np.float64]:
    """Of each clip: (clips with a tag, and 3) ** -balance for the rarest of its likely tags; clips without a likely
    tag get the median."""
    likely = probabilities > LIKELY
    rarity = (likely.sum(axis=0) + 3.0) ** -balance
    weights = np.where(likely, rarity, 0).max(axis=1, initial=0)
    known = weights > 0
    weights[~known] = np.median(weights[known]) if known.any() else 1.0
    return weights


def read_classes(path: Path) -> list[str]:
    """Names of the tagger's classes as one would say them: the column `display_name`, without what is in brackets."""
    with path.open(newline="", encoding="utf-8") as file:
        return [row["display_name"].split(" (")[0].lower() for row in csv.DictReader(file)]
