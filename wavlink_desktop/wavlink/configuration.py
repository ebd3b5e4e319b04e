"""The shape of a WavLink model."""

from typing import Any

from huggingface_hub.dataclasses import strict
from transformers import AutoConfig, PreTrainedConfig, WhisperConfig


@strict
class WavLinkConfig(PreTrainedConfig):
    """A Whisper audio tower and a transformers text tower that meet in one space (arXiv 2601.15118, section 2).

    `audio_config`: any Whisper size. `text_config`: any transformers text encoder.
    `text_pooling`: how that family makes one vector of a text: "mean" (sentence encoders), "cls" (ModernBERT), "eos"
    (CLIP: the state at the end-of-text token).
    `matryoshka_dims`: the prefixes of the vector that are vectors too, longest first (paper: d, d/2, d/4, d/8).
    `layer_pooling`: the audio head reads, beside the global token, the mean over time of every encoder layer, and the
    token sees the sound without being seen by it. The paper has the token alone, seen by all; a token that must be
    learnt from few data gains much from these.
    `attention_span`: so many positions of the encoder, 50 a second, hear each other at most; a longer sound is heard in
    spans, and all at once by the token, which must be apart (`layer_pooling`). None, as in the paper: all hear all.
    `weight_format`: how `model.safetensors` stores the matrices: "float" as they are, "int8" with a scale per row.
    """

    model_type = "wavlink"
    sub_configs = {"audio_config": WhisperConfig, "text_config": AutoConfig}  # noqa: RUF012 (transformers reads it)

    audio_config: Any = None
    text_config: Any = None
    projection_dim: int = 512
    matryoshka_dims: list[int] | tuple[int, ...] = (512, 256, 128, 64)
    text_pooling: str = "mean"
    layer_pooling: bool = False
    attention_span: int | None = None
    logit_scale_init_value: float = 2.6592
    weight_format: str = "float"

    def __post_init__(self, **kwargs: object) -> None:
        self.audio_config = _as_config(self.audio_config, "whisper")
        self.text_config = _as_config(self.text_config, "bert")
        if max(self.matryoshka_dims) != self.projection_dim:
            raise ValueError(
                f"the longest of matryoshka_dims {self.matryoshka_dims} must be projection_dim {self.projection_dim}"
            )
        if self.attention_span is not None and (self.attention_span < 1 or not self.layer_pooling):
            raise ValueError("attention_span must be at least 1, and needs layer_pooling: a token apart")
        super().__post_init__(**kwargs)


def _as_config(value: PreTrainedConfig | dict[str, Any] | None, default: str) -> PreTrainedConfig:
    if isinstance(value, PreTrainedConfig):
        return value
    values = dict(value or {})
    return AutoConfig.for_model(values.pop("model_type", default), **values)


AutoConfig.register("wavlink", WavLinkConfig, exist_ok=True)
