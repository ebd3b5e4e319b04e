"""Score a checkpoint on a manifest: zero-shot classification and retrieval, at every Matryoshka dim.

    python -m model.evaluate zero-shot --manifest M.jsonl --json      lines {"path", "label"}
    python -m model.evaluate retrieval --manifest M.jsonl --json      lines {"path", "captions"}

Paths are relative to the manifest.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from model.manifest import Example, ManifestError, read_manifest
from model.vectors import Floats, unit
from wavlink_desktop.audio import AudioError, decode
from wavlink_desktop.wavlink import Embedder

PROMPTS = ("{}", "the sound of {}", "{} sound")
"""Prompts whose vectors are averaged for a label."""
BATCH = 64


def standardise(scores: Floats) -> Floats:
    """Each column less its mean, by its deviation: a label's score against its scores on all clips `(clips,
    labels)`."""
    deviation = scores.std(axis=0)
    return (scores - scores.mean(axis=0)) / np.where(deviation > 0, deviation, 1)


def accuracy(scores: Floats, truth: NDArray[np.intp]) -> float:
    """Share of rows `(clips, labels)` whose largest score is at the true label."""
    return float(np.mean(scores.argmax(axis=1) == truth))


def ranking_metrics(scores: Floats, right: NDArray[np.bool_]) -> dict[str, float]:
    """R@1, R@5, R@10 and mAP@10 of queries `(queries, candidates)`; any right candidate counts as found.

    R@k: share of queries with a right answer among the first k. AP@10: mean, over the right answers that could be in
    the
    first ten, of the precision where each is found.
    """
    order = np.argsort(-scores, axis=1, kind="stable")[:, :10]
    found = np.take_along_axis(right, order, axis=1)
    precision = np.cumsum(found, axis=1) / np.arange(1, order.shape[1] + 1)
    possible = np.minimum(right.sum(axis=1), 10)
    average = (precision * found).sum(axis=1) / np.maximum(possible, 1)
    recalls = {f"R@{k}": float(found[:, :k].any(axis=1).mean()) for k in (1, 5, 10)}
    return {**recalls, "mAP@10": float(average.mean())}


def zero_shot(audio: Floats, label_vectors: Floats, truth: NDArray[np.intp], dims: Sequence[int]) -> dict[str, Any]:
    """Accuracy, raw and calibrated (each label standardised over these clips), by dim."""
    by_dim = {}
    for dim in dims:
        scores = unit(audio[:, :dim]) @ unit(label_vectors[:, :dim]).T
        by_dim[str(dim)] = {
            "accuracy": accuracy(scores, truth),
            "calibrated_accuracy": accuracy(standardise(scores), truth),
        }
    return by_dim


def retrieval(audio: Floats, text: Floats, right: NDArray[np.bool_], dims: Sequence[int]) -> dict[str, Any]:
    """Both directions, by dim. `right (captions, clips)`."""
    by_dim = {}
    for dim in dims:
        scores = unit(text[:, :dim]) @ unit(audio[:, :dim]).T
        by_dim[str(dim)] = {
            "text_to_audio": ranking_metrics(scores, right),
            "audio_to_text": ranking_metrics(scores.T, right.T),
        }
    return by_dim


def label_vectors(embedder: Embedder, labels: Sequence[str]) -> Floats:
    """Mean over `PROMPTS`, `(labels, d)`."""
    words = [label.replace("_", " ") for label in labels]
    vectors = [embedder.embed_text([prompt.format(word) for word in words]) for prompt in PROMPTS]
    return unit(np.mean(vectors, axis=0))


def embed_clips(embedder: Embedder, examples: Sequence[Example]) -> tuple[Floats, list[Example]]:
    """Vectors and the clips that could be read; the others are named on stderr.

    A clip longer than the model takes is cut at 30 s, as benchmarks' clips are shorter.
    """
    vectors, kept = [], []
    for start in range(0, len(examples), BATCH):
        waves = []
        for example in examples[start : start + BATCH]:
            try:
                waves.append(decode(example.path, end=30.0))
            except AudioError as error:
                click.echo(f"left out: {example.path}: {error}", err=True)
            else:
                kept.append(example)
        vectors.append(embedder.embed_audio(waves))
    return np.concatenate(vectors), kept


def evaluate_zero_shot(embedder: Embedder, examples: Sequence[Example]) -> dict[str, Any]:
    """The `zero-shot` command's answer."""
    audio, kept = embed_clips(embedder, examples)
    labels = sorted({example.label for example in kept})
    truth = np.array([labels.index(example.label) for example in kept])
    dims = embedder.model.config.matryoshka_dims
    scores = zero_shot(audio, label_vectors(embedder, labels), truth, dims)
    return {"task": "zero-shot", "clips": len(kept), "classes": len(labels), "dims": scores}


def evaluate_retrieval(embedder: Embedder, examples: Sequence[Example]) -> dict[str, Any]:
    """The `retrieval` command's answer. Clips that share a caption are all right answers to it."""
    audio, kept = embed_clips(embedder, examples)
    captions = sorted({caption for example in kept for caption in example.captions})
    right = np.array([[caption in example.captions for example in kept] for caption in captions])
    dims = embedder.model.config.matryoshka_dims
    scores = retrieval(audio, embedder.embed_text(captions), right, dims)
    return {"task": "retrieval", "clips": len(kept), "captions": len(captions), "dims": scores}


TASKS = {"zero-shot": (evaluate_zero_shot, ["label"]), "retrieval": (evaluate_retrieval, ["captions"])}


@click.command()
@click.argument("task", type=click.Choice(list(TASKS)))
@click.option("--manifest", type=click.Path(path_type=Path), required=True)
@click.option("--checkpoint", type=click.Path(path_type=Path), help="A folder; default: the bundled checkpoint.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def main(task: str, manifest: Path, checkpoint: Path | None, as_json: bool) -> None:
    """Score a checkpoint on a manifest."""
    evaluate, needs = TASKS[task]
    try:
        examples = read_manifest(manifest, needs)
    except ManifestError as error:
        raise click.ClickException(str(error)) from error
    result = evaluate(Embedder(checkpoint), examples)
    if as_json:
        click.echo(json.dumps(result))
        return
    click.echo(", ".join(f"{key}: {value}" for key, value in result.items() if key != "dims"))
    for dim, scores in result["dims"].items():
        click.echo(f"{dim:>5}  {json.dumps(scores)}")


if __name__ == "__main__":
    main()
