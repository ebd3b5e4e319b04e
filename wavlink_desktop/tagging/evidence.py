"""What is known of a clip, label by label: how it sounds, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.records import Clip, SoundEmbedder, Vectors

from .calibration import Calibration
from .names import NameMatcher, readings
from .vocabulary import Vocabulary
from .zero_shot import Background, label_vectors

Scores = NDArray[np.float32]

_MOST_TEXTS = 32_768  # Names that come again are not read again: 1 KB each.


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of some clips, for every label; `(clips, labels)` each. 0 wherever nothing is known."""

    sound: Scores
    """Similarity of the sound to the label's texts, in deviations from its mean over the background."""
    words: Scores
    """How well words of the name, the folders or the description match the label's, 0…1."""
    text: Scores
    """Similarity of the name's, or the description's, meaning to the label's texts, in deviations likewise."""
    described: NDArray[np.bool_]
    """Whether what is said stands in the description rather than in the name."""


class Witness:
    """Knows one vocabulary; gives evidence on any clip."""

    def __init__(
        self, vocabulary: Vocabulary, embedder: SoundEmbedder, calibration: Calibration, library: Vectors
    ) -> None:
        """`library (n, 512)`: a sample of the clips among which labels have to tell apart; may be empty."""
        self._embedder = embedder
        self._read_before: dict[str, NDArray[np.float16]] = {}
        self._matcher = NameMatcher(vocabulary)
        self._labels = label_vectors(vocabulary, embedder)
        self._heard = np.array([bool(label.prompts) for label in vocabulary.labels])
        sounds, texts = (
            [vectors @ self._labels.T for vectors in known if len(vectors)]
            for known in ((calibration.sounds, library), (calibration.texts, self._labels[self._heard]))
        )
        self._sounds = Background.measure(sounds or [np.zeros((1, len(self._labels)), np.float32)], calibration.spread)
        self._texts = Background.measure(texts or [np.zeros((1, len(self._labels)), np.float32)], calibration.spread)

    def hear(self, vectors: Vectors) -> Scores:
        """`Evidence.sound` of vectors `(n, 512)`."""
        return np.where(self._heard, self._sounds.standardise(vectors @ self._labels.T), np.float32(0))

    def evidence(self, clips: Sequence[Clip], vectors: Vectors) -> Evidence:
        """All evidence on clips with vectors `(n, 512)`."""
        sound = self.hear(vectors)
        words, described = np.zeros_like(sound), np.zeros(sound.shape, np.bool_)
        for row, clip in enumerate(clips):
            for label, mention in self._matcher.mentions(clip).items():
                words[row, label], described[row, label] = mention.strength, mention.source == "metadata"
        name, description = (self._read([reading[which] for reading in map(readings, clips)]) for which in (0, 1))
        return Evidence(sound, words, np.maximum(name, description), described | ((words == 0) & (description > name)))

    def _read(self, texts: Sequence[str]) -> Scores:
        """What texts mean, in deviations; 0 for an empty one."""
        read = np.zeros((len(texts), len(self._labels)), np.float32)
        rows = [row for row, text in enumerate(texts) if text]
        if rows and self._heard.any():
            meant = self._embed([texts[row] for row in rows]) @ self._labels.T
            read[rows] = np.where(self._heard, self._texts.standardise(meant), np.float32(0))
        return read

    def _embed(self, texts: Sequence[str]) -> Vectors:
        fresh = list(dict.fromkeys(text for text in texts if text not in self._read_before))
        if len(self._read_before) + len(fresh) > _MOST_TEXTS:
            self._read_before.clear()
            fresh = list(dict.fromkeys(texts))
        if fresh:
            self._read_before.update(zip(fresh, self._embedder.embed_text(fresh).astype(np.float16), strict=True))
        return np.stack([self._read_before[text] for text in texts]).astype(np.float32)
