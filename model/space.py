"""The space that sounds and texts are taught to meet in, known before the first gradient step.

A point has two parts. *Tags*: one axis a class of the tagger. *Meaning*: the vector that the pretrained text tower
gives, centred and partly whitened. A sound's tag part is what the tagger hears in it and its meaning that of its
captions; a text's tag part is what the tagger would hear in such a sound and its meaning its own. Their inner product
says how far both agree. The axes are then turned, so that a prefix of a point is the best point of its length.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from model.vectors import Floats, unit

MEANING = 0.5
"""Length of the meaning part; that of the tag part is 1. Between 0.2 and 0.7 it makes no difference."""
RARITY = 0.6
"""How much less a tag counts in a text that many texts have; 0: all alike."""
VARIANCE_FLOOR = 0.01
"""Of the mean variance: keeps whitening from blowing up axes on which texts do not differ."""


@dataclass(frozen=True, slots=True)
class Space:
    """`usual (classes,)`: the root of each class's probability, mean over the clips. `rarity (classes,)`: how much a
    text's tag counts. `whitening (hidden, hidden)` and `shift (hidden,)`: from a text tower's vector to a meaning.
    `axes (classes + hidden, d)`: orthonormal."""

    usual: Floats
    rarity: Floats
    whitening: Floats
    shift: Floats
    axes: Floats

    def meanings(self, pooled: Floats) -> Floats:
        """Of texts, from what the *pretrained* text tower gives: unit `(n, hidden)`."""
        return unit(pooled @ self.whitening + self.shift)

    def sounds(self, probabilities: Floats, meanings: Floats) -> Floats:
        """Points of clips, unit `(n, d)`, from tags `(n, classes)` and the meanings of their captions `(n, hidden)`.

        Roots of probabilities: what is heard faintly counts, what is not heard does not, as its logarithm would. Less
        the usual: what is always likely (music, speech) says little of a clip.
        """
        return self._points(self.heard(probabilities), meanings)

    def heard(self, probabilities: Floats) -> Floats:
        """The tag part of clips, unit `(n, classes)`."""
        return unit(np.sqrt(probabilities) - self.usual)

    def texts(self, weights: Floats, meanings: Floats) -> Floats:
        """Points of texts, unit `(n, d)`, from the weights of their tags `(n, classes)` and meanings `(n, hidden)`.

        Tags that many texts have (*animal*, *tools*, *vehicle*) count less: they do not tell a dog from a cat.
        """
        return self._points(unit(weights) * self.rarity, meanings)

    def _points(self, tags: Floats, meanings: Floats) -> Floats:
        return unit(join(tags, meanings) @ self.axes)

    def save(self, path: Path) -> None:
        """As safetensors."""
        names = ("usual", "rarity", "whitening", "shift", "axes")
        save_file({name: np.ascontiguousarray(getattr(self, name), dtype=np.float32) for name in names}, path)

    @classmethod
    def load(cls, path: Path) -> "Space":
        """What `save` wrote."""
        return cls(**load_file(path))


def rarity(weights: Floats) -> Floats:
    """Of each class, `(classes,)`, from the tags of phrases `(n, classes)`: (phrases that have it, and 3) ** -RARITY,
    scaled so that the tag parts of these phrases keep a mean length of 1."""
    counts = (weights > 0).sum(axis=0) + 3.0
    shares = (counts**-RARITY).astype(np.float32)
    scaled: Floats = shares / np.linalg.norm(unit(weights) * shares, axis=1).mean()
    return scaled


def join(tags: Floats, meanings: Floats) -> Floats:
    """Both parts side by side, unit `(n, classes + hidden)`; the parts about unit."""
    return unit(np.concatenate([tags, MEANING * meanings], axis=1).astype(np.float32))


def captions_meaning(meanings: Floats, captions: Sequence[Sequence[int]]) -> Floats:
    """Each clip's meaning, unit `(clips, hidden)`: the mean of its captions', which are rows of `meanings`."""
    return unit(np.stack([meanings[list(rows)].mean(axis=0) for rows in captions]))


def whiten(pooled: Floats, power: float) -> tuple[Floats, Floats]:
    """Matrix `(hidden, hidden)` and offset so that `pooled @ matrix + offset` is centred and partly white."""
    mean = pooled.mean(axis=0)
    variance, axes = np.linalg.eigh(np.cov((pooled - mean).T))
    matrix = (axes * (variance + VARIANCE_FLOOR * variance.mean()) ** -power).astype(np.float32)
    return matrix, (-mean @ matrix).astype(np.float32)


def principal_axes(points: Floats, weights: Floats, dim: int) -> Floats:
    """The `dim` directions along which `points (n, d)` are largest, by falling size: `(d, dim)`.

    Of what the audio tower *predicts*: an axis that it cannot tell is of no use to a short prefix.
    """
    moment = (points * (weights / weights.sum())[:, None]).T @ points
    _, axes = np.linalg.eigh(moment)
    return np.ascontiguousarray(axes[:, ::-1][:, :dim], dtype=np.float32)
