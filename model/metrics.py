"""Figures of an evaluation, from vectors: arrays in, shares of 1 out, at every Matryoshka dim."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.vectors import Floats, unit

Flags = NDArray[np.bool_]
Indices = NDArray[np.intp]

FIRST = 5
"""Hits of a search that one sees without scrolling: what `search_quality` judges."""


def standardise(scores: Floats, background: Floats | None = None) -> Floats:
    """Each column less its mean, by its deviation: a label's score against its scores on all clips `(clips, labels)`.

    `background (other clips, labels)`: take mean and deviation from these scores instead.
    """
    known = scores if background is None else background
    deviation = known.std(axis=0)
    return (scores - known.mean(axis=0)) / np.where(deviation > 0, deviation, 1)


def accuracy(scores: Floats, truth: Indices) -> float:
    """Share of rows `(clips, labels)` whose largest score is at the true label."""
    return float(np.mean(scores.argmax(axis=1) == truth))


def ranking_metrics(scores: Floats, right: Flags) -> dict[str, float]:
    """R@1, R@5, R@10 and mAP@10 of queries `(queries, candidates)`; any right candidate counts as found.

    R@k: share of queries with a right answer among the first k. AP@10: mean, over the right answers that could be in
    the first ten, of the precision where each is found.
    """
    found = _first(scores, right, 10)
    precision = np.cumsum(found, axis=1) / np.arange(1, found.shape[1] + 1)
    possible = np.minimum(right.sum(axis=1), 10)
    average = (precision * found).sum(axis=1) / np.maximum(possible, 1)
    recalls = {f"R@{k}": float(found[:, :k].any(axis=1).mean()) for k in (1, 5, 10)}
    return {**recalls, "mAP@10": float(average.mean())}


def zero_shot(
    audio: Floats,
    label_vectors: Floats,
    truth: Indices,
    dims: Sequence[int],
    background: Floats | None = None,
) -> dict[str, Any]:
    """Accuracy, raw and calibrated, by dim.

    Calibrated: each label is standardised over these clips, or over `background`, vectors of other clips `(m, d)`.
    """
    by_dim = {}
    for dim in dims:
        labels = unit(label_vectors[:, :dim]).T
        scores = unit(audio[:, :dim]) @ labels
        others = None if background is None else unit(background[:, :dim]) @ labels
        by_dim[str(dim)] = {
            "accuracy": accuracy(scores, truth),
            "calibrated_accuracy": accuracy(standardise(scores, others), truth),
        }
    return by_dim


def retrieval(audio: Floats, text: Floats, right: Flags, dims: Sequence[int]) -> dict[str, Any]:
    """Both directions, by dim. `right (captions, clips)`."""
    by_dim = {}
    for dim in dims:
        scores = unit(text[:, :dim]) @ unit(audio[:, :dim]).T
        by_dim[str(dim)] = {
            "text_to_audio": ranking_metrics(scores, right),
            "audio_to_text": ranking_metrics(scores.T, right.T),
        }
    return by_dim


def multiple_choice(
    audio: Floats, choices: Sequence[Floats], truth: Indices, groups: Sequence[str], dims: Sequence[int]
) -> dict[str, Any]:
    """Share of questions whose most similar choice is the right one, over all and by group, by dim.

    `audio (questions, d)`; `choices`: of each question `(its choices, d)`, `truth` the row of the right one there.
    """
    tasks = _rows_by_group(groups)
    by_dim = {}
    for dim in dims:
        heard = unit(audio[:, :dim])
        chosen = [int((unit(texts[:, :dim]) @ clip).argmax()) for clip, texts in zip(heard, choices, strict=True)]
        right = np.array(chosen) == truth
        by_dim[str(dim)] = {
            "accuracy": float(right.mean()),
            "by_task": {task: float(right[rows].mean()) for task, rows in tasks.items()},
        }
    return by_dim


def search_quality(
    audio: Floats, text: Floats, right: Flags, groups: Sequence[str], dims: Sequence[int]
) -> dict[str, Any]:
    """What the first five hits of each query hold, over all and by group of queries, by dim. `right (queries, clips)`.

    `found@5`: share of queries with a right clip among them. `precision@5`: share of them that are right.
    """
    kinds = _rows_by_group(groups)
    by_dim = {}
    for dim in dims:
        hits = _first(unit(text[:, :dim]) @ unit(audio[:, :dim]).T, right, FIRST)
        by_kind = {kind: _hit_shares(hits[rows]) for kind, rows in kinds.items()}
        by_dim[str(dim)] = {**_hit_shares(hits), "by_kind": by_kind}
    return by_dim


def _hit_shares(hits: Flags) -> dict[str, float]:
    return {
        f"found@{FIRST}": float(hits.any(axis=1).mean()),
        f"precision@{FIRST}": float(hits.sum() / FIRST / len(hits)),
    }


def _first(scores: Floats, right: Flags, count: int) -> Flags:
    """Whether each query's `count` best candidates are right, best first. Equal scores: in the candidates' order."""
    order = np.argsort(-scores, axis=1, kind="stable")[:, :count]
    return np.take_along_axis(right, order, axis=1)


def _rows_by_group(groups: Sequence[str]) -> dict[str, Flags]:
    return {group: np.array(groups) == group for group in dict.fromkeys(groups)}
