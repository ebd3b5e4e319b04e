"""How often the first suggestions are right on the checked held-out clips: by sound only, by name only, by both.

    python -m model.tag_accuracy --manifest train/manifest.jsonl

Tags with the checkpoint's own calibration. The names are those that the clips had where they come from.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from model.held_out import HeldOut, held_out
from model.manifest import ManifestError
from wavlink_desktop import paths
from wavlink_desktop.library.records import SoundEmbedder
from wavlink_desktop.tagging import load_vocabulary
from wavlink_desktop.tagging.calibration import Calibration, Weights
from wavlink_desktop.tagging.choice import Tree
from wavlink_desktop.tagging.evidence import Witness
from wavlink_desktop.tagging.fusion import log_odds, one_of_all
from wavlink_desktop.wavlink import Embedder


def evidences(weights: Weights) -> dict[str, Weights]:
    """Each kind of evidence alone, and both."""
    return {
        "sound": replace(weights, words=0.0, text=0.0),
        "name": replace(weights, sound=0.0),
        "both": weights,
    }


def tag_accuracy(known: HeldOut, embedder: SoundEmbedder, calibration: Calibration) -> dict[str, Any]:
    """Shares of clips whose checked category, or CatID, is the first or among the first five suggested."""
    vocabulary = load_vocabulary("ucs")
    tree = Tree([label.category for label in vocabulary.labels])
    rows = [row for row, category in enumerate(known.categories) if category]
    witness = Witness(vocabulary, embedder, calibration, known.vectors)
    evidence = witness.evidence([known.clips[row] for row in rows], known.vectors[rows])
    possible = np.array([[bool(label.prompts) for label in vocabulary.labels]])
    names = [label.name for label in vocabulary.labels]
    categories = np.array([tree.names.index(known.categories[row]) for row in rows])
    clear = np.array([bool(known.cat_ids[row]) for row in rows])
    cat_ids = np.array([names.index(known.cat_ids[row]) for row in rows if known.cat_ids[row]])
    counts = np.unique(categories, return_counts=True)[1]
    result: dict[str, Any] = {
        "clips": len(rows),
        "with_cat_id": int(clear.sum()),
        "largest_category": float(counts.max() / len(rows)),
    }
    for kind, weights in evidences(calibration.exclusive).items():
        odds = log_odds(evidence, weights)
        labels = one_of_all(odds.sound + odds.said, possible)
        first, five, mean = _shares(tree.probabilities(labels), categories)
        id_first, id_five, _ = _shares(labels[clear], cat_ids)
        result[kind] = {
            "category_top1": first,
            "category_top5": five,
            "category_top1_mean_over_categories": mean,
            "cat_id_top1": id_first,
            "cat_id_top5": id_five,
        }
    return result


def _shares(scores: NDArray[np.float32], truth: NDArray[np.intp]) -> tuple[float, float, float]:
    """First right, among the first five, and the first again with every class counting alike."""
    order = np.argsort(-scores, axis=1, kind="stable")[:, :5]
    hits = order == truth[:, None]
    by_class = [float(hits[truth == one, 0].mean()) for one in np.unique(truth)]
    return float(hits[:, 0].mean()), float(hits.any(axis=1).mean()), float(np.mean(by_class))


def table(result: dict[str, Any]) -> str:
    """In percent, as Markdown."""
    kinds: Sequence[str] = ("sound", "name", "both")
    counts = f"{result['clips']} clips, {result['with_cat_id']} with a CatID"
    head = f"{counts}; largest category {result['largest_category']:.1%}"
    lines = [head, "", "| % | " + " | ".join(kinds) + " |", "|---|--:|--:|--:|"]
    for figure in result["both"]:
        cells = " | ".join(f"{100 * result[kind][figure]:.1f}" for kind in kinds)
        lines.append(f"| {figure.replace('_', ' ')} | {cells} |")
    return "\n".join(lines)


@click.command()
@click.option("--checkpoint", type=click.Path(path_type=Path, exists=True), default=paths.checkpoint, help="A folder.")
@click.option("--manifest", type=click.Path(path_type=Path), required=True, help="All clips, held-out sources too.")
@click.option("--cache", type=click.Path(path_type=Path), help="A folder that keeps vectors between runs.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def main(checkpoint: Path, manifest: Path, cache: Path | None, as_json: bool) -> None:
    """Score UCS tags on the checked held-out clips."""
    embedder = Embedder(checkpoint)
    try:
        known, _ = held_out(manifest, embedder, cache)
    except ManifestError as error:
        raise click.ClickException(str(error)) from error
    result = tag_accuracy(known, embedder, Calibration.of_model(embedder.model_id, checkpoint))
    click.echo(json.dumps(result) if as_json else table(result))


if __name__ == "__main__":
    main()
