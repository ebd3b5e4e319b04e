"""Checkpoints of a run: a plain model for whoever uses it, and beside it what training needs to go on. No pickles.

`model.safetensors`, `config.json`, … load with `WavLinkModel.from_pretrained`, adapters merged. `trained.safetensors`
(all that is trained, adapters apart, losses' scales included), `optimizer.safetensors` and `state.json` (stage, step)
are for resuming. The data's position and the random state are functions of seed and step, so the step is all of them.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from model.modes import plain_state
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor


class Trained(Protocol):
    """A model with what is trained beside it: parameters that require a gradient."""

    model: WavLinkModel

    def named_parameters(self) -> Iterator[tuple[str, nn.Parameter]]:
        """As of `nn.Module`."""


class CheckpointError(Exception):
    """A checkpoint that does not fit the recipe; the message says which and why."""


def save_checkpoint(
    folder: Path,
    objective: Trained,
    optimizer: torch.optim.Optimizer,
    processor: WavLinkProcessor,
    stage: int,
    step: int,
) -> None:
    """Replace `folder` by the present state; killed at any moment, the former one or the new one is whole."""
    fresh, old = _beside(folder, "new"), _beside(folder, "old")
    shutil.rmtree(fresh, ignore_errors=True)
    objective.model.save_pretrained(fresh, state_dict=plain_state(objective.model))
    processor.save_pretrained(fresh)
    save_file(_trained(objective), fresh / "trained.safetensors")
    save_file(_optimizer_state(optimizer), fresh / "optimizer.safetensors")
    (fresh / "state.json").write_text(json.dumps({"stage": stage, "step": step}))
    recover(folder)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def recover(folder: Path) -> None:
    """Put the former checkpoint back if a kill came between taking it away and putting the new one in its place."""
    old = _beside(folder, "old")
    if folder.exists():
        shutil.rmtree(old, ignore_errors=True)
    elif old.exists():
        old.rename(folder)


def saved_step(folder: Path, stage: int) -> int:
    """The steps that `folder` has behind it in `stage`; 0 if it holds nothing of that stage."""
    file = folder / "state.json"
    if not file.exists():
        return 0
    state = json.loads(file.read_text())
    return int(state["step"]) if state.get("stage", 0) == stage else 0


def load_checkpoint(folder: Path, objective: Trained, optimizer: torch.optim.Optimizer) -> None:
    """Take up what was trained, and the optimiser. The model must be what the stage began from.

    Raises CheckpointError if the recipe trains other parameters than the checkpoint's did.
    """
    try:
        saved = load_file(folder / "trained.safetensors")
        slots = load_file(folder / "optimizer.safetensors")
    except FileNotFoundError as error:
        raise CheckpointError(f"{folder}: no {error.filename or 'trained.safetensors'} in it to go on from") from error
    trained = _trained(objective)
    if {name: value.shape for name, value in saved.items()} != {name: value.shape for name, value in trained.items()}:
        raise CheckpointError(f"{folder} was made with other parts, mode or loss than the recipe's: start another run")
    with torch.no_grad():
        for name, value in trained.items():
            value.copy_(saved[name])
    state = optimizer.state_dict()
    numbers = {
        name: number
        for group in state["param_groups"]
        for name, number in zip(group["param_names"], group["params"], strict=True)
    }
    for key, value in slots.items():
        slot, name = key.split(":", 1)
        state["state"].setdefault(numbers[name], {})[slot] = value
    optimizer.load_state_dict(state)


def _trained(objective: Trained) -> dict[str, Tensor]:
    return {name: value.detach() for name, value in objective.named_parameters() if value.requires_grad}


def _optimizer_state(optimizer: torch.optim.Optimizer) -> dict[str, Tensor]:
    return {
        f"{slot}:{name}": value
        for group in optimizer.param_groups
        for name, parameter in zip(group["param_names"], group["params"], strict=True)
        for slot, value in optimizer.state[parameter].items()
    }


def _beside(folder: Path, suffix: str) -> Path:
    return folder.with_name(f"{folder.name}.{suffix}")
