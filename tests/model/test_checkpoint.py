import json

import pytest
import torch
from safetensors import safe_open

from model.checkpoint import load_checkpoint, recover, save_checkpoint, saved_step
from model.modes import choose_trained
from model.objective import Objective
from model.optimizer import make_optimizer
from model.recipe import Training
from wavlink_desktop.wavlink import WavLinkModel


@pytest.fixture
def state(tiny_model):
    model, processor = tiny_model()
    training = Training(steps=4, mode="lora", towers="both")
    choose_trained(model, training)
    objective = Objective(model, training)
    optimizer = make_optimizer(objective, training)
    for group in optimizer.param_groups:
        for parameter in group["params"]:
            parameter.grad = torch.ones_like(parameter)
    optimizer.step()
    return objective, optimizer, processor


def test_a_checkpoint_holds_no_pickle_and_loads_without_adapters(state, tmp_path):
    save_checkpoint(tmp_path / "last", *state, stage=1, step=7)
    assert saved_step(tmp_path / "last", 1) == 7 and saved_step(tmp_path / "last", 0) == 0
    kinds = {file.suffix for file in (tmp_path / "last").iterdir()}
    assert kinds <= {".json", ".safetensors", ".jinja", ".txt"}
    with safe_open(tmp_path / "last" / "model.safetensors", "pt") as file:
        assert not any("lora" in name for name in file.keys())  # noqa: SIM118 (not a dictionary)
    WavLinkModel.from_pretrained(tmp_path / "last")
    with safe_open(tmp_path / "last" / "trained.safetensors", "pt") as file:
        assert any("lora_A" in name for name in file.keys())  # noqa: SIM118


def test_what_was_saved_is_taken_up(state, tmp_path, tiny_model):
    objective, optimizer, processor = state
    save_checkpoint(tmp_path / "last", objective, optimizer, processor, 0, 1)
    model, _ = tiny_model()
    choose_trained(model, objective.training_settings)
    fresh = Objective(model, objective.training_settings)
    other = make_optimizer(fresh, objective.training_settings)
    load_checkpoint(tmp_path / "last", fresh, other)
    assert all(torch.equal(a, b) for a, b in zip(fresh.parameters(), objective.parameters(), strict=True))
    saved, loaded = optimizer.state_dict(), other.state_dict()
    assert saved["state"].keys() == loaded["state"].keys()
    for number, slots in saved["state"].items():
        assert all(torch.equal(value, loaded["state"][number][name]) for name, value in slots.items())


@pytest.mark.parametrize("moment", ["while writing", "between the renames", "before tidying"])
def test_killed_at_any_moment_one_checkpoint_is_whole(state, tmp_path, monkeypatch, moment):
    folder = tmp_path / "last"
    save_checkpoint(folder, *state, stage=0, step=1)
    with monkeypatch.context() as patch:
        kill(patch, moment)
        with pytest.raises(KeyboardInterrupt):
            save_checkpoint(folder, *state, stage=0, step=2)
    recover(folder)
    step = 2 if moment == "before tidying" else 1
    assert json.loads((folder / "state.json").read_text())["step"] == step
    save_checkpoint(folder, *state, stage=0, step=3)
    assert saved_step(folder, 0) == 3 and [file.name for file in tmp_path.iterdir()] == ["last"]


def kill(patch, moment):
    def interrupt(*arguments, **settings):
        raise KeyboardInterrupt

    if moment == "while writing":
        patch.setattr("model.checkpoint.save_file", interrupt)
        return
    remove, renamed = __import__("shutil").rmtree, []

    def rename(path, target):
        if moment == "between the renames" and renamed:
            raise KeyboardInterrupt
        renamed.append(path)
        __import__("os").rename(path, target)

    def rmtree(path, ignore_errors=False):
        if moment == "before tidying" and len(renamed) == 2:
            raise KeyboardInterrupt
        remove(path, ignore_errors)

    patch.setattr("pathlib.Path.rename", rename)
    patch.setattr("model.checkpoint.shutil.rmtree", rmtree)
