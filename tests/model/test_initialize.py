from dataclasses import replace
from pathlib import Path

import pytest
import torch
from accelerate import Accelerator
from accelerate.state import AcceleratorState
from transformers import CLIPConfig, CLIPModel, CLIPTextModel, CLIPTextModelWithProjection

from model.data import Batch
from model.initialize import build
from model.loading import Preparation
from model.recipe import Parts, read_recipe
from model.trainer import Trainer

CONFIGS = Path(__file__).parents[2] / "model" / "configs"


def parts_of(parts, text, pooling="eos", dim=16):
    return Parts(str(parts / "audio"), str(text), pooling, projection_dim=dim, matryoshka_dims=(dim, dim // 2))


def test_the_vectors_of_clip_are_its_own(parts):
    """Text tower and pretrained projection together: what CLIP itself makes of a text."""
    model, processor = build(parts_of(parts, parts / "clip"))
    clip = CLIPTextModelWithProjection.from_pretrained(parts / "clip")
    tokens = processor.text(["high tone", "the low sound of effect"])
    expected = torch.nn.functional.normalize(clip.eval()(**tokens).text_embeds, dim=-1)
    assert torch.allclose(model.eval().get_text_features(**tokens), expected, atol=1e-5)


def test_a_folder_with_both_of_clip_s_towers_will_do(parts, write, tmp_path):
    text = write.clip()
    vision = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "image_size": 8, "patch_size": 4}
    clip = CLIPModel(CLIPConfig(text_config=text.config.to_dict(), vision_config=vision, projection_dim=16))
    write.text(tmp_path, clip)
    model, _ = build(parts_of(parts, tmp_path))
    assert torch.equal(model.text_projection.weight, clip.text_projection.weight)
    assert not model.text_projection.bias.any()
    assert torch.equal(model.text_model.final_layer_norm.weight, clip.text_model.final_layer_norm.weight)


def test_a_clip_without_projection_starts_from_a_random_one(parts, write, tmp_path):
    write.text(tmp_path, CLIPTextModel(write.clip().config))
    model, _ = build(parts_of(parts, tmp_path, dim=8))
    assert model.text_projection.weight.shape == (8, 24)


def test_a_projection_to_other_dims_is_refused(parts):
    with pytest.raises(ValueError, match="set projection_dim = 16, not 8"):
        build(parts_of(parts, parts / "clip", dim=8))


@pytest.mark.parametrize(
    ("size", "mels", "text"),
    [("base", 80, "clip"), ("small", 80, "clip"), ("large", 128, "clip"), ("large", 128, "modernbert")],
)
def test_the_paper_s_recipes_train_with_stand_ins(tmp_path, parts, write, size, mels, text):
    """Their settings as they are, bfloat16 and gradient checkpointing included; only the towers are small."""
    recipe = read_recipe(CONFIGS / f"paper-{size}.toml")
    dim = recipe.parts.projection_dim
    write.audio(tmp_path / "audio", mels)
    folder = parts / "modernbert"
    if text == "clip":
        folder = tmp_path / "text"
        write.text(folder, write.clip(projection=dim))
    stand_ins = replace(recipe.parts, audio=str(tmp_path / "audio"), text=str(folder))
    model, processor = build(replace(stand_ins, text_pooling="eos" if text == "clip" else "cls"))
    AcceleratorState._reset_state(reset_partial_state=True)
    accelerator = Accelerator(cpu=True, mixed_precision=recipe.precision)
    trainer = Trainer(accelerator, model, replace(recipe.training, batch=2, steps=2))
    waves = [torch.randn(length).numpy() for length in (8_000, 12_000)]
    batch = Batch(waves, [("high tone",), ("low tone",)], torch.tensor([[1], [2]]).numpy())
    start = {name: value.detach().clone() for name, value in trainer.objective.named_parameters()}
    metrics = trainer.train_step(Preparation(processor)(batch, 0))
    AcceleratorState._reset_state(reset_partial_state=True)
    assert 0 < metrics["clip"] < 10 and "tags" not in metrics
    for name, parameter in trainer.objective.named_parameters():
        assert parameter.dtype == torch.float32
        assert parameter.requires_grad == (parameter.grad is not None), name
        assert torch.equal(start[name], parameter) == (parameter.grad is None or not parameter.grad.any()), name
