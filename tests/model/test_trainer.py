import math

import pytest
import torch
from accelerate import Accelerator

from model.data import Batch
from model.loading import Preparation
from model.optimizer import base_rate, rate_factor
from model.recipe import Training
from model.trainer import Trainer


@pytest.fixture
def inputs(tiny_model):
    waves = [torch.randn(length, generator=torch.Generator().manual_seed(length)).numpy() for length in (8_000, 12_000)]
    batch = Batch(waves, [("high tone",), ("low tone",)], torch.tensor([[1], [2]]).numpy())
    return Preparation(tiny_model()[1])(batch, 0)


def trainer_of(tiny_model, **settings):
    return Trainer(
        Accelerator(cpu=True), tiny_model()[0], Training(**{"steps": 4, "batch": 2, "tag_weight": 0} | settings)
    )


def test_gradient_checkpointing_changes_no_gradient(tiny_model, inputs):
    gradients = []
    for checkpointing in (False, True):
        trainer = trainer_of(tiny_model, towers="both", gradient_checkpointing=checkpointing)
        trainer.parallel(inputs)["loss"].backward()
        gradients.append({name: p.grad for name, p in trainer.objective.named_parameters() if p.requires_grad})
    assert all(torch.allclose(gradient, gradients[1][name], atol=1e-6) for name, gradient in gradients[0].items())


@pytest.mark.parametrize(("direction", "limit"), [(-1, 100), (1, 1)])
def test_the_scale_stays_within_clip_s_limits(tiny_model, inputs, direction, limit):
    trainer = trainer_of(tiny_model, scale_rate=50.0)
    trainer.objective.model.logit_scale.register_hook(lambda gradient: torch.full_like(gradient, direction))
    assert trainer.train_step(inputs)["scale"] == pytest.approx(limit)


def test_frozen_towers_do_not_drop_out(tiny_model):
    trainer = trainer_of(tiny_model, towers="audio")
    assert trainer.objective.model.audio_model.encoder.training and not trainer.objective.model.text_model.training
    trainer = trainer_of(tiny_model, mode="projector", towers="both")
    assert not trainer.objective.model.audio_model.encoder.training


def test_a_batch_must_be_shared_evenly(tiny_model, monkeypatch):
    monkeypatch.setattr(Accelerator, "num_processes", 3)
    with pytest.raises(ValueError, match="batch = 2 cannot be shared by 3 processes"):
        trainer_of(tiny_model)


def test_rates_fall_layer_by_layer():
    training = Training(steps=1, encoder_rate=1.0, layer_decay=0.5, head_rate=8.0, text_head_share=0.25, text_rate=3.0)
    names = {
        "model.audio_projection.weight": 8.0,
        "model.audio_model.global_token": 8.0,
        "model.text_projection.bias": 2.0,
        "model.text_model.encoder.layers.0.mlp.fc1.weight": 3.0,
        "model.audio_model.encoder.layer_norm.weight": 1.0,
        "model.audio_model.encoder.layers.2.fc1.lora_A.default.weight": 1.0,
        "model.audio_model.encoder.layers.0.fc1.weight": 0.25,
        "model.audio_model.encoder.conv1.weight": 0.125,
        "model.logit_scale": training.scale_rate,
        "tag_bias": training.scale_rate,
    }
    assert {name: base_rate(name, training, depth=3) for name in names} == names


def test_warm_up_then_cosine():
    training = Training(steps=100, warm_up=0.05)
    factors = [rate_factor(step, training) for step in range(100)]
    assert factors[:5] == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])
    assert factors[5] == 1 and factors[-1] < 1e-3
    assert factors[52] == pytest.approx(0.5 * (1 + math.cos(math.pi * 47 / 95)))


def test_only_matrices_decay(tiny_model):
    trainer = trainer_of(tiny_model, weight_decay=0.3, towers="both")
    for group in trainer.optimizer.param_groups:
        assert all((parameter.ndim > 1) == (group["weight_decay"] == 0.3) for parameter in group["params"])
