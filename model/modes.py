"""What is trained: projections only, LoRA adapters, or all weights; and how adapters become plain weights."""

from collections.abc import Sequence

from peft import LoraConfig, inject_adapter_in_model
from peft.tuners.lora import Linear as LoraLinear
from torch import Tensor, nn

from model.recipe import Training
from wavlink_desktop.wavlink import WavLinkModel

TOWERS = {"audio": "audio_model.encoder", "text": "text_model"}
ADAPTER = "default"
LORA_ALPHA_PER_RANK = 2
"""The paper gives the rank (8) only: alpha = 2 r is the common choice, all linear maps in the towers QLoRA's."""


def choose_trained(model: WavLinkModel, training: Training) -> None:
    """Set `requires_grad` of every parameter, after adding adapters in place if the mode is "lora".

    Always trained: the audio projection and the global token; where texts are in the loss, their projection; where
    captions are, the scale, and under SigLIP its bias. Never: Whisper's positions (sinusoids, which is why clips need
    no padding), and a text tower's pooler that is not read. So nothing that requires a gradient goes without one, and
    DDP need not search for unused parameters.
    """
    model.requires_grad_(False)
    towers = [TOWERS[name] for name in training.trained_towers]
    if training.mode == "lora":
        _add_adapters(model, towers, training)
    elif training.mode == "full":
        for name in towers:
            model.get_submodule(name).requires_grad_(True)
        model.audio_model.encoder.embed_positions.requires_grad_(False)
        pooler = getattr(model.text_model, "pooler", None)
        if pooler is not None and model.config.text_pooling != "eos":
            pooler.requires_grad_(False)
    model.audio_projection.requires_grad_(True)
    model.text_projection.requires_grad_(training.clip_weight > 0 or training.tag_weight > 0)
    model.audio_model.global_token.requires_grad_(True)
    model.logit_scale.requires_grad_(training.clip_weight > 0)
    model.logit_bias.requires_grad_(training.clip_weight > 0 and training.loss == "siglip")


def _add_adapters(model: WavLinkModel, towers: Sequence[str], training: Training) -> None:
    targets = [
        f"{tower}.{name}"
        for tower in towers
        for name, module in model.get_submodule(tower).named_modules()
        if isinstance(module, nn.Linear) and not name.startswith("pooler")
    ]
    rank = training.lora_rank
    inject_adapter_in_model(
        LoraConfig(r=rank, lora_alpha=LORA_ALPHA_PER_RANK * rank, lora_dropout=0.0, target_modules=targets),
        model,
        adapter_name=ADAPTER,
    )


def plain_state(model: WavLinkModel) -> dict[str, Tensor]:
    """The weights as a `WavLinkModel` without adapters has them: adapters are added to what they adapt."""
    state = {name: value for name, value in model.state_dict().items() if ".lora_" not in name}
    for name, module in model.named_modules():
        if isinstance(module, LoraLinear):
            merged = state.pop(f"{name}.base_layer.weight") + module.get_delta_weight(ADAPTER)
            state[f"{name}.weight"] = merged.detach()
    return {name.replace(".base_layer.", "."): value for name, value in state.items()}
