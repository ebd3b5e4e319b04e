"""The start of a run with a closed form: audio side solved, text tower drawn to the same space, axes shared by both.

`RUN/start` is a checkpoint folder, with the space in `space.safetensors` beside the weights. What it takes long to come
to is kept on the way, in `RUN/start.solved` (audio side) and `RUN/start.text` (text tower, resumable).
"""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import load_file, save_file

from model.closed_form import pooled_audio, pooled_text, solve_audio, solve_text
from model.data import TrainingData
from model.initialize import save
from model.phrases import Phrase, read_phrases, tag_weights
from model.recipe import ClosedForm, Recipe, TextDistillation
from model.space import Space, rarity
from model.text_distillation import Lesson, distil
from model.vectors import Floats, unit
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor

SPACE, MEANINGS = "space.safetensors", "meanings.safetensors"
NEIGHBOURS = 8
"""Phrases that a caption takes tags from."""
SHARPNESS = 20.0
"""How much more the nearest of them says: weights are exp(SHARPNESS * cosine)."""


def write_start(recipe: Recipe, checkpoint: Path, run: Path, data: TrainingData, names: Sequence[str]) -> None:
    """Write `RUN/start` from the untrained `checkpoint`; killed, it goes on where it was."""
    assert recipe.closed_form is not None
    processor = WavLinkProcessor.from_pretrained(checkpoint)
    solved = run / "start.solved"
    if not solved.exists():
        model = WavLinkModel.from_pretrained(checkpoint, dtype=torch.float32)
        _solve(model, processor, data, recipe.closed_form, solved)
    model = WavLinkModel.from_pretrained(solved, dtype=torch.float32)
    settings = recipe.text_distillation or TextDistillation(steps=0)
    lesson, pooled = make_lesson(model, processor, data, names, Space.load(solved / SPACE), settings)
    solve_text(model, pooled, lesson.points, lesson.weights)
    distil(model, processor, lesson, settings, run / "start.text")
    fresh = run / "start.new"
    save(model, processor, fresh)
    for name in (SPACE, MEANINGS):
        shutil.copy(solved / name, fresh / name)
    fresh.rename(run / "start")


def load_space(run: Path, texts: list[str]) -> tuple[Space, Floats]:
    """The space of a run, and the meanings of its captions, which are those that it started with."""
    meanings = load_file(run / "start" / MEANINGS)["meanings"]
    if len(meanings) != len(texts):
        raise ValueError(f"{run / 'start'} began with {len(meanings)} captions, the manifest has {len(texts)}")
    return Space.load(run / "start" / SPACE), meanings


def make_lesson(
    model: WavLinkModel,
    processor: WavLinkProcessor,
    data: TrainingData,
    names: Sequence[str],
    space: Space,
    settings: TextDistillation,
) -> tuple[Lesson, Floats]:
    """What the text tower is to learn, and what it gives now for each of the texts: `(texts, hidden)`.

    `names`: of the tags. The tags of a caption are half those of its clips, half those of the phrases most like it:
    file names are noisy, and many stand for one clip only.
    """
    phrases = [Phrase(name, ((index, 1.0),)) for index, name in enumerate(names)]
    if settings.phrases:
        phrases += read_phrases(Path(__file__).with_name(settings.phrases))
    pooled = pooled_text(model, processor, [phrase.text for phrase in phrases])
    captions = pooled_text(model, processor, data.texts)
    weights = tag_weights(phrases, data.probabilities.shape[1])
    space = replace(space, rarity=rarity(weights))
    tags = unit(unit(_tags_of_captions(data, space)) + alike(captions, pooled, weights))
    points = np.concatenate([space.texts(weights, space.meanings(pooled)), space.texts(tags, space.meanings(captions))])
    first = weights.argmax(axis=1)
    share = (np.bincount(first, minlength=weights.shape[1])[first] + 3.0) ** -settings.class_balance
    drawn = np.concatenate(
        [
            share / share.sum() * (1 - settings.caption_share),
            np.full(len(captions), settings.caption_share / len(captions)),
        ]
    )
    texts = [*(phrase.text for phrase in phrases), *data.texts]
    return Lesson(texts, points, drawn), np.concatenate([pooled, captions])


def alike(pooled: Floats, known: Floats, tags: Floats) -> Floats:
    """Tags of texts from those of the `NEIGHBOURS` known texts whose vectors are nearest: unit `(n, classes)`."""
    found = np.empty((len(pooled), tags.shape[1]), dtype=np.float32)
    known, tags = unit(known), unit(tags)
    for start in range(0, len(pooled), 1024):
        similarity = unit(pooled[start : start + 1024]) @ known.T
        nearest = np.argsort(-similarity, axis=1)[:, :NEIGHBOURS]
        weights = np.exp(SHARPNESS * np.take_along_axis(similarity, nearest, axis=1))
        found[start : start + 1024] = np.einsum("nk,nkc->nc", weights, tags[nearest])
    return unit(found)


def _tags_of_captions(data: TrainingData, space: Space) -> Floats:
    """Of each of `data.texts`, the mean tag part of the clips that have it."""
    parts = space.heard(data.probabilities)
    sums = np.zeros((len(data.texts), parts.shape[1]), dtype=np.float32)
    for part, rows in zip(parts, data.captions, strict=True):
        sums[rows] += part
    return sums


def _solve(
    model: WavLinkModel, processor: WavLinkProcessor, data: TrainingData, settings: ClosedForm, folder: Path
) -> None:
    """Write `folder`: the model with its audio side solved, the space, and the captions' meanings."""
    texts = pooled_text(model, processor, data.texts)
    space = solve_audio(
        model,
        pooled_audio(model, processor, data.waves),
        data.probabilities,
        data.captions,
        texts,
        data.weights.astype(np.float32),
        settings,
    )
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    save(model, processor, fresh)
    space.save(fresh / SPACE)
    save_file({"meanings": space.meanings(texts)}, fresh / MEANINGS)
    fresh.rename(folder)
