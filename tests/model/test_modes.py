import pytest
import torch

from model.modes import choose_trained, plain_state
from model.recipe import Training
from wavlink_desktop.wavlink import WavLinkModel

HEADS = {
    "audio_projection.weight",
    "audio_projection.bias",
    "text_projection.weight",
    "text_projection.bias",
    "audio_model.global_token",
    "logit_scale",
}


def trained(model):
    return {name for name, parameter in model.named_parameters() if parameter.requires_grad}


def inputs(processor):
    waves = [torch.randn(8_000, generator=torch.Generator().manual_seed(0)).numpy()]
    return processor.audio(waves), processor.text(["high tone"])


def test_projector_only_trains_the_heads(tiny_model):
    model, _ = tiny_model()
    choose_trained(model, Training(steps=1, mode="projector", towers="both"))
    assert trained(model) == HEADS
    choose_trained(model, Training(steps=1, mode="projector", loss="siglip"))
    assert trained(model) == HEADS | {"logit_bias"}


@pytest.mark.parametrize("towers", ["audio", "both"])
def test_full_trains_all_but_the_positions(tiny_model, towers):
    model, _ = tiny_model("text", "mean")
    choose_trained(model, Training(steps=1, towers=towers))
    left = {name for name, _ in model.named_parameters()} - trained(model)
    still = {"audio_model.encoder.embed_positions.weight", "logit_bias"}
    still |= {name for name, _ in model.named_parameters() if name.startswith("text_model.pooler")}
    if towers == "audio":
        still |= {name for name, _ in model.named_parameters() if name.startswith("text_model.")}
    assert left == still


@pytest.mark.parametrize(("text", "pooling"), [("clip", "eos"), ("modernbert", "cls"), ("text", "mean")])
def test_lora_trains_adapters_of_every_linear_map_and_the_heads(tiny_model, text, pooling):
    model, _ = tiny_model(text, pooling)
    linear = {name for name, module in model.named_modules() if isinstance(module, torch.nn.Linear)}
    linear = {name for name in linear if "_projection" not in name and "pooler" not in name}
    choose_trained(model, Training(steps=1, mode="lora", towers="both", lora_rank=8))
    adapters = trained(model) - HEADS
    assert adapters == {f"{name}.lora_{side}.default.weight" for name in linear for side in "AB"}
    assert model.audio_model.encoder.layers[0].fc1.lora_A["default"].weight.shape == (8, 32)


def test_lora_in_the_audio_tower_alone(tiny_model):
    model, _ = tiny_model()
    choose_trained(model, Training(steps=1, mode="lora"))
    assert all(name.startswith("audio_model.encoder.layers.") for name in trained(model) - HEADS)


def test_merged_adapters_are_a_plain_model(tiny_model, tmp_path):
    model, processor = tiny_model()
    names = set(model.state_dict())
    before = {name: value.clone() for name, value in model.state_dict().items()}
    choose_trained(model, Training(steps=1, mode="lora", towers="both"))
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.3)
    audio, text = inputs(processor)
    expected = [model.get_audio_features(**audio), model.get_text_features(**text)]
    state = plain_state(model)
    assert set(state) == names
    model.save_pretrained(tmp_path, state_dict=state)
    plain = WavLinkModel.from_pretrained(tmp_path)
    assert set(plain.state_dict()) == names
    for mine, adapted in zip(
        (plain.get_audio_features(**audio), plain.get_text_features(**text)), expected, strict=True
    ):
        assert torch.allclose(mine, adapted, atol=1e-5)
    assert not torch.allclose(
        plain.audio_model.encoder.layers[0].fc1.weight, before["audio_model.encoder.layers.0.fc1.weight"]
    )
    assert torch.equal(plain.audio_model.encoder.conv1.weight, before["audio_model.encoder.conv1.weight"])
