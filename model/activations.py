"""What the audio encoder needs to compute in int8: measure it, and write it beside the weights.

    python -m model.activations --manifest train/manifest.jsonl

Clips of many sources that training sees go through the encoder in float32; peaks and means of what each matrix product
reads are kept. Then each product alone is computed in int8: those whose rounding moves the vectors too far stay
float32. Takes some minutes of one core.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np
import torch
from numpy.typing import NDArray

from model.manifest import Example, ManifestError, read_manifest
from model.recipe import read_recipe
from wavlink_desktop import paths
from wavlink_desktop.audio import AudioError, decode
from wavlink_desktop.wavlink.int8 import PRODUCTS, Activations, to_int8
from wavlink_desktop.wavlink.towers import Towers

RECIPE = Path(__file__).parent / "configs" / "bundled.toml"
CLIPS_OF_A_SOURCE = 3
SECONDS = 5.0
"""Of a clip."""
TRIALS = 40
"""Clips that show how far a product's rounding moves the vectors."""
LOWEST_COSINE = 0.997
"""To the float32 vectors, in the mean, with one product in int8."""

Wave = NDArray[np.float32]


def draw(examples: Sequence[Example], held_out: Sequence[str], seed: int = 0) -> list[Example]:
    """A few clips of every source that is not held out, in random order."""
    of_source = defaultdict(list)
    for example in examples:
        if example.source not in held_out:
            of_source[example.source].append(example)
    chance = np.random.default_rng(seed)
    drawn = []
    for _, clips in sorted(of_source.items()):
        for row in chance.permutation(len(clips))[:CLIPS_OF_A_SOURCE]:
            drawn.append(clips[row])
    return [drawn[row] for row in chance.permutation(len(drawn))]


def measure(towers: Towers, waves: Sequence[Wave]) -> Activations:
    """Peaks and means of what the products of a float32 encoder read; nothing is called fragile."""
    watched = {
        f"{number}.{product}": layer.get_submodule(module)
        for number, layer in enumerate(towers.model.audio_model.encoder.layers)
        for product, module in PRODUCTS.items()
    }
    peaks: dict[str, torch.Tensor] = {}
    sums: dict[str, torch.Tensor] = {}

    def watch(name: str, inputs: torch.Tensor) -> None:
        rows = inputs.flatten(0, -2)
        largest, mean = rows.abs().amax(dim=0), rows.mean(dim=0)
        peaks[name] = torch.maximum(peaks[name], largest) if name in peaks else largest
        sums[name] = sums[name] + mean if name in sums else mean

    hooks = [
        module.register_forward_pre_hook(lambda _module, inputs, name=name: watch(name, inputs[0]))
        for name, module in watched.items()
    ]
    for wave in waves:
        towers.embed_audio([wave])
    for hook in hooks:
        hook.remove()
    means = {name: (total / len(waves)).clone() for name, total in sums.items()}
    return Activations({name: peak.clone() for name, peak in peaks.items()}, means, frozenset())


def cosines(towers: Towers, activations: Activations, waves: Sequence[Wave]) -> dict[str, float]:
    """Of each product: the mean cosine between float32 vectors and those with that product alone in int8."""
    tower: Any = towers.model.audio_model
    original = tower.encoder
    precise = towers.embed_audio(waves)
    names = frozenset(activations.peaks)
    found = {}
    for name in sorted(names):
        alone = Activations(activations.peaks, activations.means, names - {name})
        tower.encoder = to_int8(original, alone, tower.attention_span)
        found[name] = float((towers.embed_audio(waves) * precise).sum(axis=1).mean())
    tower.encoder = original
    return found


def _waves(examples: Sequence[Example]) -> list[Wave]:
    waves = []
    for example in examples:
        try:
            waves.append(decode(example.path, end=SECONDS))
        except AudioError as error:
            click.echo(f"left out: {example.path}: {error}", err=True)
    return [wave for wave in waves if len(wave)]


@click.command()
@click.option("--checkpoint", type=click.Path(path_type=Path, exists=True), default=paths.checkpoint, help="A folder.")
@click.option("--manifest", type=click.Path(path_type=Path), required=True, help="The clips of training.")
def main(checkpoint: Path, manifest: Path) -> None:
    """Measure a checkpoint's activations."""
    try:
        waves = _waves(draw(read_manifest(manifest, ["source"]), read_recipe(RECIPE).held_out))
    except ManifestError as error:
        raise click.ClickException(str(error)) from error
    towers = Towers(checkpoint, "float32")
    measured = measure(towers, waves)
    moved = cosines(towers, measured, waves[:TRIALS])
    fragile = frozenset(name for name, cosine in moved.items() if cosine < LOWEST_COSINE)
    Activations(measured.peaks, measured.means, fragile).save(checkpoint)
    for name, cosine in moved.items():
        click.echo(f"{name}: {cosine:.4f}{', stays float32' if name in fragile else ''}")
    click.echo(f"measured with {len(waves)} clips")


if __name__ == "__main__":
    main()
