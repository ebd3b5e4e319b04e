"""The data-dependent start: both projections solved from the data before the first gradient step.

From a random token and random projections all audio vectors begin nearly equal, and the first hundreds of steps only
take them apart. The frozen encoder's layers hold most of what is needed: a ridge regression from their means to the
clips' points in `Space` costs one pass over the data.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from tqdm import tqdm

from model.recipe import ClosedForm
from model.space import Space, captions_meaning, principal_axes, whiten
from model.vectors import Floats, unit
from model.waves import WaveCache
from wavlink_desktop.audio import MODEL_RATE
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor

PROMPTS = ("{}", "the sound of {}", "{} sound", "sound effect of {}")
"""Prompts of a tagger's class; its vector is their mean."""
BATCH_SECONDS = 60
LONGEST_SECONDS = 5.0
"""Of a clip, for its features: what is longer is ambience, whose mean hardly changes after that."""
TEXT_RIDGE = 1e-4
"""Penalty of the text projection, as a share of the texts' variance."""


def pooled_audio(model: WavLinkModel, processor: WavLinkProcessor, waves: WaveCache) -> Floats:
    """What the audio projection reads, for every clip: `(n, feature_dim)`. An empty clip's row is zeros."""
    features = np.zeros((len(waves), model.audio_model.feature_dim), dtype=np.float32)
    longest = int(LONGEST_SECONDS * MODEL_RATE)
    lengths = [waves.length(row) for row in range(len(waves))]
    order = [int(row) for row in np.argsort(lengths, kind="stable") if lengths[row]]
    with torch.inference_mode(), tqdm(total=len(order), desc="features") as bar:
        while order:
            length = min(longest, lengths[order[min(63, len(order) - 1)]])
            size = min(64, BATCH_SECONDS * MODEL_RATE // length)
            rows, order = order[:size], order[size:]
            inputs = processor.audio([waves[row][:longest] for row in rows])
            features[rows] = model.audio_model(**inputs).float().numpy()
            bar.update(len(rows))
    return features


def pooled_text(model: WavLinkModel, processor: WavLinkProcessor, texts: Sequence[str]) -> Floats:
    """What the text projection reads: `(n, hidden)`."""
    pooled = np.zeros((len(texts), model.config.text_config.hidden_size), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    with torch.inference_mode():
        for start in range(0, len(order), 256):
            rows = order[start : start + 256]
            inputs = processor.text([texts[row] for row in rows])
            pooled[rows] = model.pool_text(**inputs).float().numpy()
    return pooled


def class_texts(names: Sequence[str]) -> list[str]:
    """Every prompt of every class, prompt by prompt."""
    return [prompt.format(name) for prompt in PROMPTS for name in names]


def ridge_regression(features: Floats, targets: Floats, weights: Floats, penalty: float) -> tuple[Floats, Floats]:
    """Weighted ridge on standardised features: matrix `(feature_dim, d)` and offset `(d,)`."""
    share = (weights / weights.sum()).astype(np.float32)
    offset = share @ targets
    weighted = features * share[:, None]
    gram = weighted.T @ features + penalty * np.eye(features.shape[1], dtype=np.float32)
    return np.linalg.solve(gram, weighted.T @ (targets - offset)), offset


def solve_audio(
    model: WavLinkModel,
    features: Floats,
    probabilities: Floats,
    captions: Sequence[Sequence[int]],
    texts: Floats,
    weights: Floats,
    settings: ClosedForm,
) -> Space:
    """Set the audio side of the model in place: standardisation and projection. The space that it leads to.

    `features`: `pooled_audio` of n clips. `probabilities (n, classes)`: their tags. `captions`: the rows of `texts` of
    each clip. `texts`: `pooled_text` of all captions. `weights (n,)`: how much each clip counts.
    """
    share = (weights / weights.sum()).astype(np.float32)
    matrix, shift = whiten(texts, settings.whitening)
    parts = probabilities.shape[1] + texts.shape[1]
    alike = np.ones(probabilities.shape[1], dtype=np.float32)  # how rare tags are is the texts' matter
    plain = Space(share @ np.sqrt(probabilities), alike, matrix, shift, np.eye(parts, dtype=np.float32))
    targets = plain.sounds(probabilities, captions_meaning(plain.meanings(texts), captions))
    mean = share @ features
    scale = 1 / (np.sqrt(share @ np.square(features - mean)) + 1e-3)
    standard = (features - mean) * scale
    solution, offset = ridge_regression(standard, targets, weights, settings.ridge)
    axes = principal_axes(unit(standard @ solution + offset), weights, model.config.projection_dim)
    with torch.no_grad():
        model.audio_mean.copy_(torch.from_numpy(mean))
        model.audio_scale.copy_(torch.from_numpy(scale))
    _set_projection(model.audio_projection, solution @ axes, offset @ axes)
    return replace(plain, axes=axes)


def project(model: WavLinkModel, features: Floats) -> Floats:
    """What the audio projection gives for `pooled_audio`, before unit length: `(n, d)`."""
    with torch.inference_mode():
        standard = (torch.from_numpy(features) - model.audio_mean) * model.audio_scale
        outputs: Floats = model.audio_projection(standard).numpy()
    return outputs


def solve_text(model: WavLinkModel, texts: Floats, points: Floats, weights: Floats) -> None:
    """Set the text projection in place: ridge regression from `texts (n, hidden)` to `points (n, d)`."""
    share = (weights / weights.sum()).astype(np.float32)
    mean = share @ texts
    penalty = TEXT_RIDGE * float((share @ np.square(texts - mean)).sum())
    solution, offset = ridge_regression(texts - mean, points, share, penalty)
    _set_projection(model.text_projection, solution, offset - mean @ solution)


def _set_projection(projection: torch.nn.Linear, matrix: Floats, offset: Floats) -> None:
    """Dimensions beyond the space's start at zero on both sides, and are there for training to use."""
    width = matrix.shape[1]
    with torch.no_grad():
        projection.weight.zero_()
        projection.bias.zero_()
        projection.weight[:width].copy_(torch.from_numpy(np.ascontiguousarray(matrix.T)))
        projection.bias[:width].copy_(torch.from_numpy(offset))
