"""One stage of a run: steps, and the checkpoints between them."""

import math
from pathlib import Path

import torch
from accelerate import Accelerator
from torch import Tensor, nn

from model.checkpoint import load_checkpoint, save_checkpoint, saved_step
from model.data import BatchSource
from model.loading import Preparation, inputs_of
from model.losses import LARGEST_SCALE
from model.modes import choose_trained
from model.objective import Objective
from model.optimizer import LARGEST_GRADIENT, make_optimizer, rate_factor, set_rates
from model.progress import Progress
from model.recipe import RecipeError, Training
from wavlink_desktop.wavlink import WavLinkModel


class Trainer:
    """A model, its objective and its optimiser on this process's device, `step` steps into stage number `stage`.

    `objective` is this process's module, `parallel` the same as the engine runs it (number format, DDP).
    `texts`, `classes`, `prompts`: see `Objective`.
    """

    def __init__(
        self,
        accelerator: Accelerator,
        model: WavLinkModel,
        training: Training,
        stage: int = 0,
        texts: Tensor | None = None,
        classes: Tensor | None = None,
        prompts: int = 1,
    ) -> None:
        processes = accelerator.num_processes
        if training.batch % processes:
            raise RecipeError(f"batch = {training.batch} cannot be shared by {processes} processes")
        self.accelerator, self.training, self.stage, self.step = accelerator, training, stage, 0
        torch.manual_seed(training.seed)  # adapters start at random, alike in every process
        choose_trained(model, training)
        if training.gradient_checkpointing:
            model.gradient_checkpointing_enable()
        self.objective = Objective(model, training, texts, classes, prompts)
        self.objective.train()
        self.parallel: nn.Module = accelerator.prepare(self.objective)
        self.optimizer = make_optimizer(self.objective, training)

    def resume(self, folder: Path) -> None:
        """Go on from the checkpoint in `folder` if it is of this stage."""
        self.step = saved_step(folder, self.stage)
        if self.step:
            load_checkpoint(folder, self.objective, self.optimizer)

    def train_step(self, inputs: dict[str, Tensor]) -> dict[str, float]:
        """One optimiser step; the metrics of its batch, over all processes."""
        factor = rate_factor(self.step, self.training)
        set_rates(self.optimizer, factor)
        # What is random in a step (dropout) follows from seed, step and process, so that a run can go on anywhere.
        torch.manual_seed(hash((self.training.seed, self.stage, self.step, self.accelerator.process_index)))
        device = self.accelerator.device
        losses = self.parallel({name: value.to(device, non_blocking=True) for name, value in inputs.items()})
        self.optimizer.zero_grad(set_to_none=True)
        self.accelerator.backward(losses["loss"])
        norm = nn.utils.clip_grad_norm_(self.parallel.parameters(), LARGEST_GRADIENT)
        self.optimizer.step()
        with torch.no_grad():
            self.objective.model.logit_scale.clamp_(0, math.log(LARGEST_SCALE))
        self.step += 1
        values = torch.stack([value.detach() for value in losses.values()])
        values = self.accelerator.reduce(values, reduction="mean")
        metrics = dict(zip(losses, values.tolist(), strict=True))
        scale = self.objective.model.logit_scale.detach().exp()
        return metrics | {"gradient": float(norm), "rate": factor, "scale": float(scale)}

    def train(
        self,
        source: BatchSource,
        preparation: Preparation,
        stop: int,
        folder: Path,
        progress: Progress | None,
        before: int = 0,
    ) -> None:
        """Steps until `stop`, with a checkpoint in `folder` now and then and at the end.

        `progress`: in the main process. `before`: steps of the stages before this one.
        """
        steps = range(self.step, stop)
        accelerator = self.accelerator
        for inputs in inputs_of(
            source, preparation, steps, self.training.workers, accelerator.process_index, accelerator.num_processes
        ):
            metrics = self.train_step(inputs)
            if progress is not None:
                progress.show(before + self.step, metrics)
            if self.step % self.training.checkpoint_every == 0 or self.step == stop:
                self.save(folder, preparation)

    def save(self, folder: Path, preparation: Preparation) -> None:
        """A checkpoint, written by the main process while the others wait."""
        if self.accelerator.is_main_process:
            save_checkpoint(folder, self.objective, self.optimizer, preparation.processor, self.stage, self.step)
        self.accelerator.wait_for_everyone()
