"""Augmented copies of a set of clips, for the closed form: what gradient steps get at every step, once and for all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.augment import Wave, augment, mix
from model.data import TrainingData


@dataclass(frozen=True, slots=True)
class View:
    """Every clip of `data`, augmented, some of them mixed with another one: a sequence of waves. `number` is the seed.

    `partners (clips,)`: the row that is mixed in, or -1.
    """

    data: TrainingData
    number: int
    partners: NDArray[np.int64]

    @classmethod
    def make(cls, data: TrainingData, number: int) -> "View":
        """The view of that number: the same one each time."""
        rng = np.random.default_rng((data.training.seed, number))
        rows = rng.choice(len(data.examples), size=len(data.examples), p=data.weights)
        mixed = rng.random(len(rows)) < data.training.mixing
        return cls(data, number, np.where(mixed, rows, -1))

    def __len__(self) -> int:
        return len(self.partners)

    def length(self, row: int) -> int:
        """Of clip `row` before it is augmented, samples: about what it has after."""
        return self.data.waves.length(row)

    def __getitem__(self, row: int) -> Wave:
        """Clip `row`: 1-D float32, 16 kHz; empty where the clip is."""
        wave, partner = self.data.waves[row], self.partners[row]
        if not len(wave):
            return wave
        rng = np.random.default_rng((self.data.training.seed, self.number, row))
        wave = augment(wave, rng)
        return wave if partner < 0 else mix(wave, augment(self.data.waves[partner], rng), rng)

    @property
    def probabilities(self) -> NDArray[np.float32]:
        """Tags of each, `(clips, classes)`: what is in one of two mixed clips is in both together."""
        own = self.data.probabilities
        other = own[self.partners] * (self.partners >= 0)[:, None]
        joined: NDArray[np.float32] = 1 - (1 - own) * (1 - other)
        return joined

    @property
    def captions(self) -> list[list[int]]:
        """Rows of `data.texts` of each, the partner's included."""
        own = self.data.captions
        return [own[row] if partner < 0 else [*own[row], *own[partner]] for row, partner in enumerate(self.partners)]
