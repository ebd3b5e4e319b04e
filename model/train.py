"""Train a WavLink: closed-form start, then gradient steps. Kill it at will; the same command goes on from its last
checkpoint.

    python -m model.train --recipe model/configs/bundled.toml --checkpoint INIT --manifest M.jsonl --classes
    audioset-527.csv --run RUN

Writes `RUN/start` (the closed-form start) and `RUN/last` (weights, optimiser, step), both checkpoint folders, and
`RUN/metrics.jsonl`. The text tower is frozen, so its vectors are computed once; its projection is trained.
"""

import json
import math
import shutil
from pathlib import Path

import click
import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from tqdm import tqdm

from model import closed_form
from model.data import Batch, TrainingData, read_classes
from model.initialize import save
from model.losses import MatryoshkaLoss
from model.manifest import read_manifest
from model.recipe import Recipe, Training, read_recipe
from model.waves import WaveCache
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor

SCALE_RATE = 1e-2
"""Learning rate of the losses' scales and bias: three numbers that should find their place within tens of steps."""


class Trainer:
    """One run: the model, its loss, its optimiser, and the frozen text vectors `(texts, hidden)` and `(prompts ×
    classes, hidden)`."""

    def __init__(
        self,
        model: WavLinkModel,
        processor: WavLinkProcessor,
        data: TrainingData,
        recipe: Recipe,
        texts: Tensor,
        classes: Tensor,
    ) -> None:
        self.model, self.processor, self.data, self.training = model, processor, data, recipe.training
        self.texts, self.classes = texts, classes
        self.loss = MatryoshkaLoss(model.config.matryoshka_dims, self.training.clip_weight, self.training.tag_weight)
        self.step = 0
        model.text_model.requires_grad_(False)
        self.optimizer = torch.optim.AdamW(
            parameter_groups(model, self.loss, self.training),
            betas=(0.9, 0.98),
            weight_decay=self.training.weight_decay,
        )

    def train_step(self) -> dict[str, float]:
        """One optimiser step; the metrics of its batch."""
        batch = self.data.batch(self.step)
        factor = rate_factor(self.step, self.training)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base_rate"] * factor
        losses = self._losses(batch)
        self.optimizer.zero_grad(set_to_none=True)
        losses["loss"].backward()
        norm = nn.utils.clip_grad_norm_([p for group in self.optimizer.param_groups for p in group["params"]], 1.0)
        self.optimizer.step()
        self.step += 1
        return {name: float(value.detach()) for name, value in losses.items()} | {
            "gradient": float(norm),
            "rate": factor,
        }

    def _losses(self, batch: Batch) -> dict[str, Tensor]:
        audio = self.model.get_audio_features(**self.processor.audio(batch.waves))
        return self.loss(  # type: ignore[no-any-return]
            audio,
            self._caption_vectors(batch.captions),
            self._class_vectors(),
            torch.from_numpy(batch.probabilities),
            torch.from_numpy(batch.same),
            self.model.logit_scale,
        )

    def _caption_vectors(self, captions: np.ndarray) -> Tensor:
        """A mixture's text is the sum of its two captions' vectors."""
        rows = torch.from_numpy(captions)
        vectors = self._project(self.texts[rows.clamp(min=0)])
        return nn.functional.normalize((vectors * (rows >= 0)[..., None]).sum(dim=1), dim=-1)

    def _class_vectors(self) -> Tensor:
        vectors = self._project(self.classes).reshape(len(closed_form.PROMPTS), -1, self.model.config.projection_dim)
        return nn.functional.normalize(vectors.mean(dim=0), dim=-1)

    def _project(self, pooled: Tensor) -> Tensor:
        return nn.functional.normalize(self.model.text_projection(pooled), dim=-1)

    def save(self, folder: Path) -> None:
        """Replace `folder` by the present state; killed at any moment, the former one or the new one is whole."""
        fresh = folder.with_name(folder.name + ".new")
        shutil.rmtree(fresh, ignore_errors=True)
        save(self.model, self.processor, fresh)
        slots = self.optimizer.state_dict()["state"]
        tensors = {f"{number}.{name}": value for number, slot in slots.items() for name, value in slot.items()}
        save_file(tensors, fresh / "optimizer.safetensors")
        save_file(dict(self.loss.state_dict()), fresh / "loss.safetensors")
        (fresh / "state.json").write_text(json.dumps({"step": self.step}))
        old = folder.with_name(folder.name + ".old")
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)

    def resume(self, folder: Path) -> None:
        """Take up optimiser, loss and step from `folder`; the weights are loaded with the model."""
        state = self.optimizer.state_dict()
        for key, value in load_file(folder / "optimizer.safetensors").items():
            number, name = key.split(".")
            state["state"].setdefault(int(number), {})[name] = value
        self.optimizer.load_state_dict(state)
        self.loss.load_state_dict(load_file(folder / "loss.safetensors"))
        self.step = json.loads((folder / "state.json").read_text())["step"]


def parameter_groups(model: WavLinkModel, loss: nn.Module, training: Training) -> list[dict[str, object]]:
    """Layer-wise rates: heads fastest, then the last encoder layer, each layer below slower; positions are not
    trained."""
    tower = model.audio_model
    depth = len(tower.encoder.layers)
    convolutions = [*tower.encoder.conv1.parameters(), *tower.encoder.conv2.parameters()]
    heads = [*model.audio_projection.parameters(), tower.global_token]
    groups = [
        {"params": [*loss.parameters(), model.logit_scale], "base_rate": SCALE_RATE},
        {"params": heads, "base_rate": training.head_rate},
        {"params": [*model.text_projection.parameters()], "base_rate": training.head_rate * 0.1},
        {"params": [*tower.encoder.layer_norm.parameters()], "base_rate": training.encoder_rate},
        {"params": convolutions, "base_rate": training.encoder_rate * training.layer_decay**depth},
    ]
    for number, layer in enumerate(tower.encoder.layers):
        rate = training.encoder_rate * training.layer_decay ** (depth - 1 - number)
        groups.append({"params": [*layer.parameters()], "base_rate": rate})
    return groups


def rate_factor(step: int, training: Training) -> float:
    """Linear warm-up, then a cosine to zero."""
    warm_up = max(1, int(training.warm_up * training.steps))
    if step < warm_up:
        return (step + 1) / warm_up
    return 0.5 * (1 + math.cos(math.pi * (step - warm_up) / max(1, training.steps - warm_up)))


def apply_closed_form(
    model: WavLinkModel,
    processor: WavLinkProcessor,
    data: TrainingData,
    recipe: Recipe,
    texts: np.ndarray,
    classes: np.ndarray,
) -> None:
    """See `closed_form.start`."""
    assert recipe.closed_form is not None
    audio = closed_form.pooled_audio(model, processor, data.waves)
    closed_form.start(
        model,
        audio,
        data.captions,
        texts,
        classes,
        data.probabilities,
        data.weights.astype(np.float32),
        recipe.closed_form,
    )


@click.command()
@click.option(
    "--recipe", "recipe_path", type=click.Path(path_type=Path, exists=True), default="model/configs/bundled.toml"
)
@click.option("--checkpoint", type=click.Path(path_type=Path), required=True, help="From model.initialize.")
@click.option("--manifest", type=click.Path(path_type=Path), required=True)
@click.option("--classes", "classes_path", type=click.Path(path_type=Path), required=True, help="Names of the tags.")
@click.option("--run", type=click.Path(path_type=Path), required=True, help="Where the run is kept.")
@click.option("--stop-after", default=0, help="Stop after this many steps, as if killed.")
def main(recipe_path: Path, checkpoint: Path, manifest: Path, classes_path: Path, run: Path, stop_after: int) -> None:
    """Train, or go on training."""
    recipe = read_recipe(recipe_path)
    last, began = run / "last", run / "start"
    resumed = (last / "state.json").exists()
    folder = last if resumed else began if began.exists() else checkpoint
    model, processor = (
        WavLinkModel.from_pretrained(folder, dtype=torch.float32),
        WavLinkProcessor.from_pretrained(checkpoint),
    )
    examples = [example for example in read_manifest(manifest, ["captions"]) if example.source not in recipe.held_out]
    names = read_classes(classes_path)
    data = TrainingData(examples, WaveCache(examples, run / "cache"), len(names), recipe.training)
    texts = closed_form.pooled_text(model, processor, data.texts)
    classes = closed_form.pooled_text(model, processor, closed_form.class_texts(names))
    if recipe.closed_form is not None and folder == checkpoint:
        apply_closed_form(model, processor, data, recipe, texts, classes)
        save(model, processor, began)
    trainer = Trainer(model, processor, data, recipe, torch.from_numpy(texts), torch.from_numpy(classes))
    if resumed:
        trainer.resume(last)
    loop(trainer, run, min(recipe.training.steps, trainer.step + stop_after) if stop_after else recipe.training.steps)


def loop(trainer: Trainer, run: Path, stop: int) -> None:
    """Steps until `stop`, with a line of metrics each and a checkpoint now and then."""
    with (run / "metrics.jsonl").open("a") as log, tqdm(total=stop, initial=trainer.step) as bar:
        while trainer.step < stop:
            metrics = trainer.train_step()
            log.write(json.dumps({"step": trainer.step, **metrics}) + "\n")
            log.flush()
            bar.set_postfix({name: f"{metrics[name]:.2f}" for name in ("clip", "tags")})
            bar.update()
            if trainer.step % trainer.training.checkpoint_every == 0 or trainer.step == stop:
                trainer.save(run / "last")


if __name__ == "__main__":
    main()
