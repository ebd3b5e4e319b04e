"""The data-dependent start: both projections solved from the data before the first gradient step.

From a random token and random projections all audio vectors begin nearly equal, and the first hundreds of steps only
take them
apart. The frozen encoder's layers hold most of what is needed: a ridge regression from their means to points in a
whitened text
space costs one pass over the data.
"""

from collections.abc import Sequence

import numpy as np
import torch
from tqdm import tqdm

from model.recipe import ClosedForm
from model.vectors import Floats, unit
from model.waves import WaveCache
from wavlink_desktop.audio import MODEL_RATE
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor

PROMPTS = ("{}", "the sound of {}", "{} sound", "sound effect of {}")
"""Prompts of a tagger's class; its vector is their mean."""
BATCH_SECONDS = 60
LONGEST_SECONDS = 5.0
"""Of a clip, for its features: what is longer is ambience, whose mean hardly changes after that."""
VARIANCE_FLOOR = 0.01
"""Of the mean variance: keeps whitening from blowing up axes on which texts do not differ."""
LEAST_SQUARES = 10.0
"""Ridge of the tag points."""


def pooled_audio(model: WavLinkModel, processor: WavLinkProcessor, waves: WaveCache) -> Floats:
    """What the audio projection reads, for every clip: `(n, feature_dim)`. An empty clip's row is zeros."""
    features = np.zeros((len(waves), model.audio_model.feature_dim), dtype=np.float32)
    longest = int(LONGEST_SECONDS * MODEL_RATE)
    order = [int(row) for row in np.argsort([waves.length(row) for row in range(len(waves))]) if waves.length(row)]
    with torch.inference_mode(), tqdm(total=len(order), desc="features") as bar:
        while order:
            length = min(longest, waves.length(order[min(63, len(order) - 1)]))
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


def whiten(pooled: Floats, power: float) -> tuple[Floats, Floats]:
    """Matrix `(hidden, hidden)` and offset so that `pooled @ matrix + offset` is centred and partly white.

    Its axes come by falling variance: a prefix of the vector is then the best one of its length (Matryoshka).
    """
    mean = pooled.mean(axis=0)
    variance, axes = np.linalg.eigh(np.cov((pooled - mean).T))
    order = np.argsort(-variance)
    variance, axes = variance[order], axes[:, order]
    matrix = (axes * (variance + VARIANCE_FLOOR * variance.mean()) ** -power).astype(np.float32)
    return matrix, -mean @ matrix


def tag_points(probabilities: Floats, classes: Floats) -> Floats:
    """Points of the text space whose similarities to the class vectors follow the clips' tag logits, `(n, d)`.

    Least squares on logits that are centred by class, so that what is always likely (music, speech) does not pull at
    all.
    """
    logits = np.log(probabilities / (1 - probabilities.clip(max=0.999)))
    logits -= logits.mean(axis=0)
    gram = classes.T @ classes + LEAST_SQUARES * np.eye(classes.shape[1], dtype=np.float32)
    return unit(np.linalg.solve(gram, classes.T @ logits.T).T)


def ridge_regression(features: Floats, targets: Floats, weights: Floats, penalty: float) -> tuple[Floats, Floats]:
    """Weighted ridge on standardised features: matrix `(feature_dim, d)` and offset `(d,)`."""
    share = (weights / weights.sum()).astype(np.float32)
    offset = share @ targets
    weighted = features * share[:, None]
    gram = weighted.T @ features + penalty * np.eye(features.shape[1], dtype=np.float32)
    return np.linalg.solve(gram, weighted.T @ (targets - offset)), offset


def start(
    model: WavLinkModel,
    audio: Floats,
    captions: Sequence[Sequence[int]],
    texts: Floats,
    classes: Floats,
    probabilities: Floats,
    weights: Floats,
    settings: ClosedForm,
) -> None:
    """Set the model's standardisation and both projections in place.

    `audio`: `pooled_audio` of n clips. `texts`, `classes`: `pooled_text` of all captions, and of `class_texts`.
    `captions`: the rows
    of `texts` of each clip.
    """
    matrix, shift = whiten(np.concatenate([texts, classes]), settings.whitening)
    caption_vectors = unit(texts @ matrix + shift)
    class_vectors = unit(unit(classes @ matrix + shift).reshape(len(PROMPTS), -1, matrix.shape[1]).mean(axis=0))
    described = unit(np.stack([caption_vectors[list(rows)].mean(axis=0) for rows in captions]))
    tagged = tag_points(probabilities, class_vectors)
    targets = unit(settings.tag_share * tagged + (1 - settings.tag_share) * described)

    share = weights / weights.sum()
    mean = share @ audio
    scale = 1 / (np.sqrt(share @ np.square(audio - mean)) + 1e-3)
    solution, offset = ridge_regression((audio - mean) * scale, targets, weights, settings.ridge)
    _set_projections(model, (mean, scale), (solution, offset), (matrix, shift))


def _set_projections(
    model: WavLinkModel, standard: tuple[Floats, Floats], audio: tuple[Floats, Floats], text: tuple[Floats, Floats]
) -> None:
    """Dimensions beyond the text tower's width start at zero on both sides, and are there for training to use."""
    width = text[0].shape[1]
    if width > model.config.projection_dim:
        audio, text = (tuple(array[..., : model.config.projection_dim] for array in pair) for pair in (audio, text))  # type: ignore[assignment]
        width = model.config.projection_dim
    with torch.no_grad():
        model.audio_mean.copy_(torch.from_numpy(standard[0]))
        model.audio_scale.copy_(torch.from_numpy(standard[1]))
        for projection, (matrix, offset) in ((model.audio_projection, audio), (model.text_projection, text)):
            projection.weight.zero_()
            projection.bias.zero_()
            projection.weight[:width].copy_(torch.from_numpy(np.ascontiguousarray(matrix.T)))
            projection.bias[:width].copy_(torch.from_numpy(offset))
