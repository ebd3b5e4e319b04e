"""Two processes on a CPU give what one gives with the whole batch."""

import importlib.util
from pathlib import Path

import pytest
import torch
from accelerate import Accelerator
from safetensors.torch import load_file

from model.distributed import gather


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("two_processes", Path(__file__).with_name("two_processes.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_two_processes_equal_one(workplace, two_processes, script):
    workplace.settings(towers="both", tag_weight=0.5, checkpoint_every=2)
    out = workplace.folder / "two"
    two_processes("two_processes.py", workplace.folder, out)

    for name, settings in script.SETTINGS.items():
        one, two = (
            script.gradients(workplace.folder, Accelerator(cpu=True), settings),
            load_file(out / f"{name}.safetensors"),
        )
        assert one.keys() == two.keys()
        for key, expected in one.items():
            largest = expected.abs().max()
            assert torch.allclose(two[key], expected, rtol=1e-4, atol=1e-5 * max(1e-3, largest)), (name, key)
        assert one["model.logit_scale"].abs() > 0 and ("model.logit_bias" in one) == (settings["loss"] == "siglip")

    straight, broken = (load_file(out / name / "last" / "model.safetensors") for name in ("straight", "broken"))
    assert all(torch.equal(weight, broken[name]) for name, weight in straight.items())


def test_alone_nothing_is_gathered():
    vectors = torch.rand(3, 2)
    assert gather(vectors) is vectors
