"""Run by test_distributed.py in one process and in two: what must come out alike.

python two_processes.py WORKPLACE OUT
"""

import sys
from pathlib import Path

from accelerate import Accelerator
from safetensors.torch import save_file

from model.data import TrainingData
from model.loading import Preparation
from model.manifest import read_manifest
from model.recipe import Training, read_recipe
from model.train import Run, train
from model.trainer import Trainer
from model.waves import WaveCache
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor

SETTINGS = {
    "clip": {"loss": "clip", "towers": "both"},
    "siglip": {"loss": "siglip", "towers": "both"},
    "lora": {"loss": "clip", "towers": "both", "mode": "lora"},
    "projector": {"loss": "siglip", "mode": "projector"},
}


def gradients(folder, accelerator, settings):
    """Of every trained parameter at the first step, and the losses."""
    training = Training(steps=4, batch=8, **settings)
    examples = read_manifest(folder / "manifest.jsonl")
    with accelerator.main_process_first():  # one decodes, as in model.train; the other reads what it wrote
        waves = WaveCache(examples, folder / "cache")
    data = TrainingData(examples, waves, 2, training)
    model = WavLinkModel.from_pretrained(folder / "untrained")
    trainer = Trainer(accelerator, model, training)
    trainer.objective.eval()  # dropout differs between processes
    preparation = Preparation(WavLinkProcessor.from_pretrained(folder / "untrained"), classes=["low", "high"])
    batch = data.batch(0, accelerator.process_index, accelerator.num_processes)
    losses = trainer.parallel(preparation(batch, 0))
    accelerator.backward(losses["loss"])
    found = {name: p.grad for name, p in trainer.objective.named_parameters() if p.requires_grad}
    assert all(gradient is not None for gradient in found.values()), [n for n, g in found.items() if g is None]
    return found | {f"loss.{name}": accelerator.reduce(value.detach(), "mean") for name, value in losses.items()}


def main():
    folder, out = map(Path, sys.argv[1:])
    accelerator = Accelerator(cpu=True)
    assert accelerator.num_processes == 2
    out.mkdir(exist_ok=True)
    for name, settings in SETTINGS.items():
        found = gradients(folder, accelerator, settings)
        if accelerator.is_main_process:
            save_file(found, out / f"{name}.safetensors")
    recipe = read_recipe(folder / "recipe.toml")
    for name, stops in {"straight": [None], "broken": [3, None]}.items():
        for stop in stops:
            run = Run(
                recipe, folder / "untrained", out / name, folder / "manifest.jsonl", classes=folder / "classes.csv"
            )
            train(run, stop)
    accelerator.end_training()


if __name__ == "__main__":
    main()
