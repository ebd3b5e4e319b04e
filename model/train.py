"""Train a WavLink: closed-form start where the recipe asks for it, then gradient steps, stage by stage. Kill it at
will; the same command goes on from its last checkpoint.

    python -m model.train --recipe model/configs/bundled.toml --checkpoint INIT --manifest M.jsonl --classes
    audioset-527.csv --run RUN
    accelerate launch --num_processes 8 -m model.train --recipe model/configs/paper-large.toml --checkpoint INIT
    --shards SHARDS --run RUN

Writes `RUN/start` (see `start`), `RUN/stage-1` … (the stages before the last, when they are done) and
`RUN/last` (see `checkpoint`), all of them checkpoint folders, `RUN/metrics.jsonl` and `RUN/tensorboard`.

A text tower that is not trained gives each text of a manifest the same vector at every step: they are computed once.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import click
import torch
from accelerate import Accelerator, DistributedDataParallelKwargs, InitProcessGroupKwargs

from model import closed_form
from model.checkpoint import CheckpointError, recover, saved_step
from model.data import TrainingData, read_classes
from model.loading import Preparation
from model.manifest import ManifestError, read_manifest
from model.progress import Progress
from model.recipe import Recipe, RecipeError, Training, read_recipe
from model.shards import ShardData, ShardError
from model.start import load_space, write_start
from model.trainer import Trainer
from model.waves import WaveCache
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor


@dataclass(frozen=True, slots=True)
class Run:
    """What the command line says."""

    recipe: Recipe
    checkpoint: Path
    folder: Path
    manifest: Path | None = None
    shards: Path | None = None
    classes: Path | None = None

    @property
    def last(self) -> Path:
        """The checkpoint to go on from."""
        return self.folder / "last"

    def beginning(self, stage: int) -> Path:
        """What a stage begins from."""
        start = self.folder / "start"
        if stage:
            return self.finished(stage - 1)
        return start if self.recipe.closed_form is not None and start.exists() else self.checkpoint

    def finished(self, stage: int) -> Path:
        """Where a stage that is not the last ends up."""
        return self.folder / f"stage-{stage + 1}"


def train(run: Run, stop_after: int | None = None) -> None:
    """Train, or go on training; for `stop_after` steps, default: to the end."""
    accelerator = Accelerator(
        cpu=not torch.cuda.is_available(),
        mixed_precision=run.recipe.precision,
        kwargs_handlers=[
            DistributedDataParallelKwargs(broadcast_buffers=False),
            InitProcessGroupKwargs(timeout=timedelta(hours=6)),  # while one process decodes, or solves the start
        ],
    )
    if accelerator.is_main_process:
        recover(run.last)
    accelerator.wait_for_everyone()
    before = 0
    for stage, training in enumerate(run.recipe.stages):
        final = stage + 1 == len(run.recipe.stages)
        if final or not run.finished(stage).exists():
            done = train_stage(run, stage, before, accelerator, stop_after)
            stop_after = None if stop_after is None else stop_after - done
            if saved_step(run.last, stage) < training.steps:
                return
            accelerator.wait_for_everyone()
            if accelerator.is_main_process and not final:
                run.last.rename(run.finished(stage))
            accelerator.wait_for_everyone()
        before += training.steps


def train_stage(run: Run, stage: int, before: int, accelerator: Accelerator, stop_after: int | None = None) -> int:
    """The steps of a stage, `stop_after` at most, and how many they were. `before`: steps of the stages before it."""
    training = run.recipe.stages[stage]
    processor = WavLinkProcessor.from_pretrained(run.checkpoint)
    with accelerator.main_process_first():
        source = _shards(run, training) if training.shards else _manifest(run, training)
        if run.recipe.closed_form is not None and not (run.folder / "start").exists():
            if not isinstance(source, TrainingData) or run.classes is None:
                raise click.UsageError(
                    "the closed form starts from a manifest with tags: give --manifest and --classes"
                )
            write_start(run.recipe, run.checkpoint, run.folder, source, read_classes(run.classes))
        if training.point_weight and isinstance(source, TrainingData):
            source.place_in(*load_space(run.folder, source.texts))
    model = WavLinkModel.from_pretrained(run.beginning(stage), dtype=torch.float32)
    preparation = Preparation(processor)
    texts = classes = None
    names = read_classes(run.classes) if run.classes is not None and training.tag_weight else []
    if isinstance(source, TrainingData) and "text" not in training.trained_towers:
        preparation = Preparation(processor, source.texts)
        texts = torch.from_numpy(closed_form.pooled_text(model, processor, source.texts))
        if names:
            classes = torch.from_numpy(closed_form.pooled_text(model, processor, closed_form.class_texts(names)))
    elif names:
        preparation = Preparation(processor, classes=names)
    trainer = Trainer(accelerator, model, training, stage, texts, classes, len(closed_form.PROMPTS))
    trainer.resume(run.last)
    first, stop = trainer.step, training.steps
    if stop_after is not None:
        stop = min(stop, first + stop_after)
    if not accelerator.is_main_process:
        trainer.train(source, preparation, stop, run.last, None)
        return stop - first
    with Progress(run.folder, before + first, before + stop) as progress:
        trainer.train(source, preparation, stop, run.last, progress, before)
    return stop - first


def _shards(run: Run, training: Training) -> ShardData:
    if run.shards is None:
        raise click.UsageError("the recipe trains on shards: say with --shards where they are")
    return ShardData(run.shards, run.folder / "cache" / "shards", training)


def _manifest(run: Run, training: Training) -> TrainingData:
    if run.manifest is None:
        raise click.UsageError("the recipe trains on a manifest: give --manifest")
    if (training.tag_weight or training.point_weight) and run.classes is None:
        raise click.UsageError("the recipe learns from tags (tag_weight): give their names with --classes")
    held_out = run.recipe.held_out
    examples = [example for example in read_manifest(run.manifest, ["captions"]) if example.source not in held_out]
    classes = len(read_classes(run.classes)) if run.classes is not None else 0
    return TrainingData(examples, WaveCache(examples, run.folder / "cache"), classes, training)


FILE = click.Path(path_type=Path, exists=True)


@click.command()
@click.option("--recipe", "recipe_path", type=FILE, default="model/configs/bundled.toml")
@click.option("--checkpoint", type=FILE, required=True, help="From model.initialize.")
@click.option("--manifest", type=FILE, help="Clips of stages without shards.")
@click.option("--shards", type=FILE, help="Folder that the patterns of the stages' shards start at.")
@click.option("--classes", type=FILE, help="Names of the tags.")
@click.option("--run", "folder", type=click.Path(path_type=Path), required=True, help="Where the run is kept.")
@click.option("--stop-after", type=click.IntRange(min=1), help="Stop after this many steps, as if killed.")
def main(
    recipe_path: Path,
    checkpoint: Path,
    manifest: Path | None,
    shards: Path | None,
    classes: Path | None,
    folder: Path,
    stop_after: int | None,
) -> None:
    """Train, or go on training."""
    try:
        train(Run(read_recipe(recipe_path), checkpoint, folder, manifest, shards, classes), stop_after)
    except (RecipeError, ManifestError, ShardError, CheckpointError) as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
