"""Have a finished model merge neighbouring positions: its audio projection is fitted anew, all else stays as it is.

    python -m model.refit resources/wavlink-base --merge-after 2 --manifest train/manifest.jsonl --classes
    audioset-527.csv --run RUN

From what the encoder gives with merging, ridge regression leads to where the model put the same clips without it: text
tower, space and axes stay, and sounds move little. Writes `RUN/merged`, a checkpoint folder, float32; `RUN/cache` keeps
the decoded clips. Two passes over the clips.
"""

from pathlib import Path

import click
import numpy as np
import torch

from model.closed_form import correct_audio, pooled_audio, project
from model.data import TrainingData, read_classes
from model.initialize import save
from model.manifest import ManifestError, read_manifest
from model.recipe import Recipe, read_recipe
from model.waves import WaveCache
from wavlink_desktop.wavlink import WavLinkConfig, WavLinkModel, WavLinkProcessor

PENALTY = 0.3
"""Of the ridge regression, per clip, on standardised features."""


def refit(checkpoint: Path, merge_after: int, data: TrainingData) -> tuple[WavLinkModel, WavLinkProcessor]:
    """The model of `checkpoint`, merging after so many layers. Raises ValueError if it has too few."""
    config = WavLinkConfig.from_pretrained(checkpoint)
    merging = WavLinkConfig.from_dict(config.to_dict() | {"merge_after": merge_after})
    processor = WavLinkProcessor.from_pretrained(checkpoint)
    before = WavLinkModel.from_pretrained(checkpoint, config=config, dtype=torch.float32).eval()
    outputs = project(before, pooled_audio(before, processor, data.waves))
    model = WavLinkModel.from_pretrained(checkpoint, config=merging, dtype=torch.float32).eval()
    features = pooled_audio(model, processor, data.waves)
    correct_audio(model, features, outputs, data.weights.astype(np.float32), PENALTY)
    return model, processor


def training_data(recipe: Recipe, manifest: Path, classes: Path, cache: Path) -> TrainingData:
    """The clips that training sees."""
    examples = [example for example in read_manifest(manifest, ["captions"]) if example.source not in recipe.held_out]
    return TrainingData(examples, WaveCache(examples, cache), len(read_classes(classes)), recipe.training)


FILE = click.Path(path_type=Path, exists=True)


@click.command()
@click.argument("checkpoint", type=FILE)
@click.option("--merge-after", type=click.IntRange(min=1), required=True, help="Encoder layers before the merging.")
@click.option("--recipe", "recipe_path", type=FILE, default="model/configs/bundled.toml")
@click.option("--manifest", type=FILE, required=True, help="Clips of training.")
@click.option("--classes", type=FILE, required=True, help="Names of the tags.")
@click.option("--run", "folder", type=click.Path(path_type=Path), required=True, help="Where the result is written.")
def main(checkpoint: Path, merge_after: int, recipe_path: Path, manifest: Path, classes: Path, folder: Path) -> None:
    """Fit CHECKPOINT's audio projection to merged positions."""
    try:
        data = training_data(read_recipe(recipe_path), manifest, classes, folder / "cache")
        save(*refit(checkpoint, merge_after, data), folder / "merged")
    except (ManifestError, ValueError) as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
