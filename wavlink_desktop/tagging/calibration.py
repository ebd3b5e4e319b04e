"""What was fitted to one model: how much each kind of evidence counts, and a background for small libraries.

`model.calibrate` writes both files beside the checkpoint; they say which model they belong to.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import numpy as np
from safetensors import SafetensorError, safe_open

from wavlink_desktop import paths
from wavlink_desktop.library.records import Vectors
from wavlink_desktop.library.vectors import DIMENSIONS

PARAMETERS, BACKGROUND = "calibration.json", "background.safetensors"


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds that a unit of evidence is worth; see `evidence.Evidence` for the units."""

    sound: float
    words: float
    text: float
    bias: float = 0.0
    """Log-odds of a label that nothing speaks for. Means nothing where labels exclude each other."""


@dataclass(frozen=True, slots=True)
class TaughtWeights:
    """Log-odds of a label that examples teach; see `teaching.Lesson`."""

    deviation: float
    """A deviation from the background's mean is worth this."""
    likeness: float
    """Being as far from it as the examples are is worth this."""
    bias: float
    penalty: float
    """Of the regression, in mean variances of the background."""


def _no_vectors() -> Vectors:
    return np.zeros((0, DIMENSIONS), np.float32)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The defaults are round figures for a model that nobody has calibrated."""

    spread: float = 0.5
    """How much of a label's own deviation counts, 0…1; the rest is the deviation that all labels share."""
    exclusive: Weights = Weights(sound=1.2, words=4.0, text=1.2)
    several: Weights = Weights(sound=1.2, words=5.0, text=1.0, bias=-5.0)
    taught: TaughtWeights = TaughtWeights(deviation=0.5, likeness=6.0, bias=-6.0, penalty=3.0)
    sounds: Vectors = field(default_factory=_no_vectors)
    """Clips of many kinds, `(n, 512)`: what the library's own clips are told apart from."""
    texts: Vectors = field(default_factory=_no_vectors)
    """Texts of many kinds, `(n, 512)`."""

    @classmethod
    def of_model(cls, model_id: str, folder: Path | None = None) -> Self:
        """What `folder` (default: the bundled checkpoint) holds for that model; the defaults if that is nothing."""
        folder = folder or paths.checkpoint()
        try:
            content: dict[str, Any] = json.loads((folder / PARAMETERS).read_text(encoding="utf-8"))
            with safe_open(folder / BACKGROUND, framework="np") as tensors:
                owners = {content["model_id"], (tensors.metadata() or {}).get("model_id")}
                sounds, texts = (tensors.get_tensor(name).astype(np.float32) for name in ("sounds", "texts"))
        except (OSError, SafetensorError):
            return cls()
        if owners != {model_id}:
            return cls()
        return cls(
            spread=content["spread"],
            exclusive=Weights(**content["exclusive"]),
            several=Weights(**content["several"]),
            taught=TaughtWeights(**content["taught"]),
            sounds=sounds,
            texts=texts,
        )
