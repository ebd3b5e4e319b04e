"""Zero-shot scores: how near a clip's vector is to the vector of each label, standardised over a background."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.records import SoundEmbedder, Vectors
from wavlink_desktop.library.vectors import DIMENSIONS, unit

from .vocabulary import Vocabulary

# A background of this many clips weighs as much as the belief that all labels are alike.
_PRIOR_CLIPS = 20.0
_SMALLEST_DEVIATION = 1e-3


def label_vectors(vocabulary: Vocabulary, embedder: SoundEmbedder) -> Vectors:
    """`(labels, dims)`, unit length: the mean of a label's prompt vectors; zero for a label without prompts."""
    prompts = [prompt for label in vocabulary.labels for prompt in label.prompts]
    if not prompts:
        return np.zeros((len(vocabulary.labels), DIMENSIONS), np.float32)
    embedded = embedder.embed_text(prompts)
    owners = np.repeat(np.arange(len(vocabulary.labels)), [len(label.prompts) for label in vocabulary.labels])
    sums = np.zeros((len(vocabulary.labels), embedded.shape[1]), np.float32)
    np.add.at(sums, owners, embedded)
    return unit(sums)


@dataclass(frozen=True, slots=True)
class Background:
    """Each label's mean and deviation of raw scores over a background, `(labels,)` each.

    Raw cosines favour some labels everywhere; standardised by this, no label wins on every clip.
    """

    mean: NDArray[np.float32]
    deviation: NDArray[np.float32]

    @classmethod
    def measure(cls, chunks: Iterable[NDArray[np.float32]], spread: float = 1.0) -> Self:
        """From raw scores `(clips, labels)`, chunk by chunk; few clips are shrunk towards what all labels share.

        `spread`: how much of a label's own deviation counts, 0…1; the rest is the deviation that all labels share.
        """
        count, total, squares = 0, np.zeros(1), np.zeros(1)
        for chunk in chunks:
            scores = chunk.astype(np.float64)
            count, total, squares = count + len(scores), total + scores.sum(axis=0), squares + (scores**2).sum(axis=0)
        mean = total / count
        variance = np.maximum(squares / count - mean**2, 0.0)
        trust = count / (count + _PRIOR_CLIPS)
        # A lone clip has no spread of its own: the spread over its labels stands in.
        shared = variance.mean() * trust + mean.var() * (1 - trust)
        own = np.sqrt(trust * variance + (1 - trust) * shared).clip(min=_SMALLEST_DEVIATION)
        return cls(
            (trust * mean + (1 - trust) * mean.mean()).astype(np.float32),
            (own**spread * max(np.sqrt(shared), _SMALLEST_DEVIATION) ** (1 - spread)).astype(np.float32),
        )

    def standardise(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """Raw scores `(clips, labels)` in deviations from each label's mean."""
        return (scores - self.mean) / self.deviation
