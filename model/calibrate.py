"""Fit what tagging needs to know of a checkpoint, and write it beside the weights.

    python -m model.calibrate --manifest train/manifest.jsonl --classes audioset-527.csv

`calibration.json`: how much sound, words and meaning count, as log-odds, fitted by maximum likelihood on clips of
sources that training never sees, and what was measured: each source scored by a fit to the other sources.
`background.safetensors`: vectors of clips and captions of all other sources. Both say the model's id: tagging does not
use those of another model. Takes some minutes of one core.
"""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click
import numpy as np
import safetensors.numpy
from numpy.typing import NDArray

from model.held_out import HeldOut, embed, held_out
from model.logistic import Matrix, fit_each_alone, fit_one_of_all, log_loss
from model.manifest import Example, ManifestError
from model.reliability import reliability
from model.vectors import Floats
from wavlink_desktop import paths, ucs
from wavlink_desktop.library.records import SoundEmbedder
from wavlink_desktop.tagging import load_vocabulary
from wavlink_desktop.tagging.calibration import BACKGROUND, PARAMETERS, Calibration, TaughtWeights, Weights
from wavlink_desktop.tagging.evidence import Evidence, Witness
from wavlink_desktop.tagging.fusion import each_alone, one_of_all
from wavlink_desktop.tagging.teaching import Lesson
from wavlink_desktop.tagging.vocabulary import Vocabulary
from wavlink_desktop.tagging.words import words
from wavlink_desktop.wavlink import Embedder

BACKGROUND_CLIPS, BACKGROUND_SECONDS = 256, 5.0
SPREADS = (0.0, 0.25, 0.5, 0.75, 1.0)
PENALTIES = (1.0, 3.0, 10.0, 30.0)
EXAMPLES, DRAWS = 5, 4
"""A lesson is simulated with so many examples, so many times a label."""


def background(embedder: SoundEmbedder, examples: Sequence[Example], cache: Path | None) -> tuple[Floats, Floats]:
    """Vectors of clips of many sources, and of their captions; a source counts by the root of its size."""
    sizes = {source: [e.source for e in examples].count(source) for source in {e.source for e in examples}}
    weights = np.array([sizes[example.source] ** -0.5 for example in examples])
    count = min(BACKGROUND_CLIPS, len(examples))
    chosen = np.random.default_rng(0).choice(len(examples), count, replace=False, p=weights / weights.sum())
    sounds, read = embed(embedder, [examples[row] for row in chosen], BACKGROUND_SECONDS, cache)
    return sounds, embedder.embed_text([example.captions[0] for example in read if example.captions])


def features(evidence: Evidence) -> Matrix:
    """`(clips, labels, 3)`: sound, words, text."""
    return np.stack([evidence.sound, evidence.words, evidence.text], axis=2).astype(np.float64)


def checked_labels(known: HeldOut, vocabulary: Vocabulary) -> NDArray[np.bool_]:
    """`(clips, labels)`: the checked CatID or, where that is not clear, all of the checked category."""
    right = [
        [label.name == cat_id if cat_id else label.category == category for label in vocabulary.labels]
        for category, cat_id in zip(known.categories, known.cat_ids, strict=True)
    ]
    return np.array(right)


def fit_exclusive(known: HeldOut, embedder: SoundEmbedder, start: Calibration) -> tuple[Calibration, dict[str, Any]]:
    """Spread and weights for UCS, and how well other sources' fits do on each source."""
    vocabulary = load_vocabulary("ucs")
    rows = [row for row, category in enumerate(known.categories) if category]
    right = checked_labels(known, vocabulary)[rows]
    possible = np.array([bool(label.prompts) for label in vocabulary.labels])
    sources, clips, vectors = known.sources[rows], [known.clips[row] for row in rows], known.vectors[rows]
    best: tuple[float, Calibration, Matrix] | None = None
    for spread in SPREADS:
        calibration = replace(start, spread=spread)
        seen = features(Witness(vocabulary, embedder, calibration, known.vectors).evidence(clips, vectors))
        said = np.zeros(right.shape)
        for fold, others in folds(sources):
            weights = fit_one_of_all(seen[others], right[others], possible)
            said[fold] = one_of_all((seen[fold] @ weights).astype(np.float32), possible[None])
        loss = -float(np.log(np.maximum((said * right).sum(axis=1), 1e-12)).mean())
        if best is None or loss < best[0]:
            sound, by_words, text = fit_one_of_all(seen, right, possible).tolist()
            best = loss, replace(calibration, exclusive=Weights(sound, by_words, text)), said
    assert best is not None
    loss, calibration, said = best
    return calibration, {
        "log_loss": loss,
        **_ucs_reliability(said, vocabulary, [known.categories[row] for row in rows]),
    }


def _ucs_reliability(said: Matrix, vocabulary: Vocabulary, truth: Sequence[str]) -> dict[str, Any]:
    """Of the likeliest category of each clip."""
    categories = sorted({label.category for label in vocabulary.labels})
    members = np.array([[label.category == name for name in categories] for label in vocabulary.labels])
    summed = said @ members
    first = [categories[row] for row in summed.argmax(axis=1)]
    right = [name == category for name, category in zip(first, truth, strict=True)]
    return {"clips": len(truth), "right": float(np.mean(right)), **reliability(summed.max(axis=1), right)}


def class_names(path: Path) -> dict[str, int]:
    """Every name of an AudioSet class, in lower case, to its index: "Dog" and "Domestic animals", "pets"."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name.strip().lower(): int(row["index"]) for row in rows for name in row["display_name"].split(",")}


def heard_targets(known: HeldOut, vocabulary: Vocabulary, classes: dict[str, int]) -> tuple[list[int], Matrix]:
    """Labels that are AudioSet classes too, and how likely each clip is one `(clips, those labels)`.

    1 where a caption has all words of the label, else what the tagger heard.
    """
    shared = [row for row, label in enumerate(vocabulary.labels) if label.name in classes]
    targets = np.zeros((len(known.examples), len(shared)))
    for clip, example in enumerate(known.examples):
        heard, said = dict(example.tags), set(words(" ".join(example.captions)))
        for column, row in enumerate(shared):
            name = vocabulary.labels[row].name
            told = bool(words(name)) and said.issuperset(words(name))
            targets[clip, column] = 1.0 if told else heard.get(classes[name], 0.0)
    return shared, targets


def fit_several(
    known: HeldOut, embedder: SoundEmbedder, calibration: Calibration, classes: dict[str, int]
) -> tuple[Calibration, dict[str, Any]]:
    """Weights for vocabularies of which several labels may fit, and how well other sources' fits do on each source."""
    vocabulary = load_vocabulary("general")
    shared, targets = heard_targets(known, vocabulary, classes)
    evidence = Witness(vocabulary, embedder, calibration, known.vectors).evidence(known.clips, known.vectors)
    seen = features(evidence)[:, shared]
    said = np.zeros(targets.shape)
    for fold, others in folds(known.sources):
        weights, bias = fit_each_alone(seen[others].reshape(-1, 3), targets[others].reshape(-1))
        said[fold] = each_alone((seen[fold] @ weights).astype(np.float32), bias, np.ones(1, np.bool_))
    weights, bias = fit_each_alone(seen.reshape(-1, 3), targets.reshape(-1))
    sound, by_words, text = weights.tolist()
    measured = {"labels": len(shared), "log_loss": log_loss(said.ravel(), targets.ravel())}
    figures = {**measured, **reliability(said.ravel(), targets.ravel())}
    return replace(calibration, several=Weights(sound, by_words, text, bias)), figures


def fit_lessons(known: HeldOut, calibration: Calibration) -> tuple[Calibration, dict[str, Any]]:
    """Weights for labels that examples teach, from CatIDs taught to a library of the held-out clips."""
    best: tuple[float, TaughtWeights, Matrix, Matrix] | None = None
    for penalty in PENALTIES:
        seen, targets = (
            np.concatenate(parts) for parts in zip(*simulated_lessons(known, calibration, penalty), strict=True)
        )
        weights, bias = fit_each_alone(seen, targets)
        said = (1 + np.tanh((seen @ weights + bias) / 2)) / 2
        loss = log_loss(said, targets)
        if best is None or loss < best[0]:
            deviation, likeness = weights.tolist()
            best = loss, TaughtWeights(deviation, likeness, bias, penalty), said, targets
    assert best is not None
    loss, taught, said, targets = best
    found = said >= 0.5
    shares = {
        "precision": float(targets[found].mean()) if found.any() else 0.0,
        "recall": float(found[targets == 1].mean()),
    }
    return replace(calibration, taught=taught), {"log_loss": loss, **shares, **reliability(said, targets)}


def simulated_lessons(known: HeldOut, calibration: Calibration, penalty: float) -> Iterator[tuple[Matrix, Matrix]]:
    """Features and truth of clips that a lesson has not seen; those that may or may not be the label are left out."""
    cat_ids, categories = np.array(known.cat_ids), np.array(known.categories)
    random = np.random.default_rng(0)
    taught = [cat_id for cat_id in sorted(set(known.cat_ids)) if cat_id and (cat_ids == cat_id).sum() >= EXAMPLES + 3]
    for cat_id in [cat_id for cat_id in taught for _ in range(DRAWS)]:
        examples = random.choice(np.flatnonzero(cat_ids == cat_id), EXAMPLES, replace=False)
        others = np.setdiff1d(np.arange(len(cat_ids)), examples)
        everything = np.concatenate([calibration.sounds, known.vectors[others]])
        lesson = Lesson.learn(known.vectors[examples], known.vectors[:0], everything, penalty)
        unclear = (cat_ids == "") & ((categories == "") | (categories == ucs.categories()[cat_id].category))
        judged = others[~unclear[others]]
        yield lesson.features(known.vectors[judged]).astype(np.float64), (cat_ids[judged] == cat_id).astype(np.float64)


def folds(sources: NDArray[np.str_]) -> list[tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
    """Of every source: its clips, and all others; `(clips,)` each."""
    return [(sources == source, sources != source) for source in np.unique(sources)]


def save(folder: Path, model_id: str, calibration: Calibration, measured: dict[str, Any]) -> None:
    """Write both files."""
    names = ("spread", "exclusive", "several", "taught")
    fitted = {name: value for name, value in asdict(replace(calibration)).items() if name in names}
    vectors = {"sounds": calibration.sounds.astype(np.float16), "texts": calibration.texts.astype(np.float16)}
    (folder / BACKGROUND).write_bytes(safetensors.numpy.save(vectors, metadata={"model_id": model_id}))
    text = json.dumps({"model_id": model_id, **_rounded(fitted), "measured": _rounded(measured)}, indent=1)
    (folder / PARAMETERS).write_text(text + "\n", encoding="utf-8")


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return round(value, 4) if isinstance(value, float) else value


Fit = Callable[[Calibration], tuple[Calibration, dict[str, Any]]]


@click.command()
@click.option("--checkpoint", type=click.Path(path_type=Path, exists=True), default=paths.checkpoint, help="A folder.")
@click.option("--manifest", type=click.Path(path_type=Path), required=True, help="All clips, held-out sources too.")
@click.option("--classes", type=click.Path(path_type=Path), required=True, help="AudioSet's class table.")
@click.option("--cache", type=click.Path(path_type=Path), help="A folder that keeps vectors between runs.")
def main(checkpoint: Path, manifest: Path, classes: Path, cache: Path | None) -> None:
    """Fit tagging to a checkpoint."""
    embedder = Embedder(checkpoint)
    try:
        known, others = held_out(manifest, embedder, cache)
        sounds, texts = background(embedder, others, cache)
    except ManifestError as error:
        raise click.ClickException(str(error)) from error
    calibration, measured = Calibration(sounds=sounds, texts=texts), {}
    fits: dict[str, Fit] = {
        "exclusive": lambda so_far: fit_exclusive(known, embedder, so_far),
        "several": lambda so_far: fit_several(known, embedder, so_far, class_names(classes)),
        "taught": lambda so_far: fit_lessons(known, so_far),
    }
    for name, fit in fits.items():
        calibration, measured[name] = fit(calibration)
        click.echo(f"{name}: {json.dumps(_rounded(measured[name]))}")
    save(checkpoint, embedder.model_id, calibration, measured)
    for name in ("spread", *fits):
        click.echo(f"{name} = {getattr(calibration, name)}")


if __name__ == "__main__":
    main()
