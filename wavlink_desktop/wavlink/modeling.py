"""WavLink: a Whisper encoder with one learnable global token, and a text encoder (arXiv 2601.15118)."""

import math
from pathlib import Path
from typing import Any, Self

import torch
from safetensors.numpy import load_file
from torch import Tensor, nn
from transformers import AutoModel, PreTrainedModel
from transformers.models.whisper.modeling_whisper import WhisperEncoder

from .configuration import WavLinkConfig
from .quantization import dequantize
from .spans import beginnings

LOUDNESS = 0.4
"""Power of a moment's power in the mean over time: 20 dB less is a sixth of the weight."""


class WavLinkAudioTower(nn.Module):
    """Whisper's encoder with the global token appended after the convolutions, as the last position (paper, 2.1).

    Nothing is padded to 30 s: Whisper's positions are sinusoids, so a clip of T mel frames is ceil(T / 2) positions and
    the token; where the model has spans, each begins at position 0. Padding inside a batch is masked everywhere, so
    that a clip's vector does not depend on its neighbours.
    """

    def __init__(self, config: WavLinkConfig) -> None:
        super().__init__()
        audio = config.audio_config
        self.encoder = WhisperEncoder(audio)
        self.global_token = nn.Parameter(torch.randn(audio.d_model) * audio.init_std)
        self.layer_pooling = config.layer_pooling
        self.attention_span = config.attention_span

    @property
    def feature_dim(self) -> int:
        """Length of what `forward` gives for one clip."""
        width: int = self.encoder.config.d_model
        return width * (1 + len(self.encoder.layers)) if self.layer_pooling else width

    def forward(self, input_features: Tensor, feature_mask: Tensor | None = None) -> Tensor:
        """Log-mel `(batch, mels, frames)` and its mask `(batch, frames)`, 1 where there is sound, to `(batch,
        feature_dim)`.

        The first `d_model` numbers are the token's final state. With layer pooling, the mean over time of each layer's
        output follows, layer by layer; louder moments count more (see `_loudness`).
        """
        hidden, mask = self._convolve(input_features, feature_mask)
        span_of = self._spans_of(hidden, mask)
        hidden = hidden + self._positions(hidden, span_of)
        token = self.global_token.to(hidden.dtype).expand(hidden.shape[0], 1, -1)
        hidden = torch.cat([hidden, token], dim=1)
        attention = self._attention(hidden, mask, span_of)
        weights = _loudness(input_features, feature_mask) if self.layer_pooling else None
        pooled = []
        last = len(self.encoder.layers) - 1
        for number, layer in enumerate(self.encoder.layers):
            hidden = layer(hidden, attention)
            if number == last:
                hidden = self.encoder.layer_norm(hidden)
            if weights is not None:
                pooled.append(torch.bmm(weights[:, None], hidden[:, :-1].float())[:, 0])
        return torch.cat([hidden[:, -1].float(), *pooled], dim=-1)

    def _spans_of(self, hidden: Tensor, mask: Tensor | None) -> Tensor | None:
        """Where each position's span begins, `(batch | 1, time)`; None where every sound is one."""
        time = hidden.shape[1]
        if self.attention_span is None or time <= self.attention_span:
            return None
        lengths = hidden.new_tensor([time], dtype=torch.long) if mask is None else mask.sum(dim=1).long()
        return beginnings(lengths.clamp(min=1), time, self.attention_span)

    def _positions(self, hidden: Tensor, span_of: Tensor | None) -> Tensor:
        """Whisper's sinusoids, from each span's beginning: `(time, width)` or `(batch | 1, time, width)`."""
        sinusoids: Tensor = self.encoder.embed_positions.weight.to(hidden.dtype)
        time = hidden.shape[1]
        if span_of is None:
            return sinusoids[:time]
        return sinusoids[torch.arange(time, device=hidden.device) - span_of]

    def _attention(self, hidden: Tensor, mask: Tensor | None, span_of: Tensor | None) -> Tensor | None:
        """Who is seen, for scaled dot product attention: boolean `(batch | 1, 1, 1 | time, time)`, the token last."""
        if mask is None and not self.layer_pooling:
            return None
        time = hidden.shape[1]
        seen = torch.ones(1, 1, 1, time, dtype=torch.bool, device=hidden.device)
        if mask is not None:
            seen = nn.functional.pad(mask.bool(), (0, 1), value=True)[:, None, None]
        if self.layer_pooling:
            # An untrained token would disturb the layers that are read beside it: it looks, and is not looked at.
            apart = seen.new_ones(1, time, time)
            if span_of is not None:
                apart = apart.repeat(len(span_of), 1, 1)
                apart[:, :-1, :-1] = span_of[:, :, None] == span_of[:, None]
            apart[:, :-1, -1] = False
            seen = seen & apart[:, None]
        return seen

    def _convolve(self, features: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor | None]:
        # The convolutions see zeros beyond a clip's end when it is alone: they must see the same zeros in a batch.
        encoder = self.encoder
        features = features.to(encoder.embed_positions.weight.dtype)
        if mask is not None:
            features = features * mask[:, None].to(features.dtype)
        hidden = nn.functional.gelu(encoder.conv1(features))
        if mask is not None:
            hidden = hidden * mask[:, None].to(hidden.dtype)
        hidden = nn.functional.gelu(encoder.conv2(hidden)).transpose(1, 2)
        positions = encoder.embed_positions.weight
        if hidden.shape[1] > len(positions):
            raise ValueError(
                f"{hidden.shape[1]} positions, but this Whisper has {len(positions)}: cut the clip into windows"
            )
        return hidden, None if mask is None else mask[:, ::2]


def _loudness(features: Tensor, mask: Tensor | None) -> Tensor:
    """How much each position counts, `(batch, time)`, summing to 1: its power to `LOUDNESS`.

    A short sound in a long quiet clip would otherwise be a small part of the mean, and the quiet the rest.
    """
    # Log-mel is (log10 of power + 4) / 4, give or take a constant (see `WavLinkFeatureExtractor`).
    power = (features.float() * (4 * math.log(10))).logsumexp(dim=1)
    if mask is not None:
        power = power.masked_fill(mask == 0, -torch.inf)
    positions = nn.functional.max_pool1d(power[:, None], 2, ceil_mode=True)[:, 0]
    return (LOUDNESS * positions).softmax(dim=1)


class WavLinkModel(PreTrainedModel):
    """Two towers, a linear projection each, unit vectors whose prefixes are vectors too (Matryoshka)."""

    config_class = WavLinkConfig
    config: WavLinkConfig
    base_model_prefix = "wavlink"
    main_input_name = "input_features"
    supports_gradient_checkpointing = True
    _supports_sdpa = True
    _no_split_modules = ["WhisperEncoderLayer"]  # noqa: RUF012 (transformers reads it)

    def __init__(self, config: WavLinkConfig) -> None:
        super().__init__(config)
        self.audio_model = WavLinkAudioTower(config)
        self.text_model = AutoModel.from_config(config.text_config)
        width = self.audio_model.feature_dim
        # Layers differ in scale by orders of magnitude; standardising them here keeps the projection well conditioned.
        self.register_buffer("audio_mean", torch.zeros(width))
        self.register_buffer("audio_scale", torch.ones(width))
        self.audio_projection = nn.Linear(width, config.projection_dim)
        self.text_projection = nn.Linear(config.text_config.hidden_size, config.projection_dim)
        self.logit_scale = nn.Parameter(torch.tensor(float(config.logit_scale_init_value)))
        self.logit_bias = nn.Parameter(torch.tensor(0.0))
        self.post_init()

    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path: str | Path | None, *args: Any, **kwargs: Any) -> Self:
        """As in transformers; a checkpoint stored as int8 (`weight_format`) is expanded to float32 on the way."""
        folder = Path(pretrained_model_name_or_path or "")
        if pretrained_model_name_or_path is not None and (folder / "model.safetensors").is_file():
            config = kwargs.pop("config", None) or WavLinkConfig.from_pretrained(folder)
            if config.weight_format == "int8":
                config.weight_format = "float"
                stored = dequantize(load_file(folder / "model.safetensors"))
                state = {name: torch.from_numpy(weight) for name, weight in stored.items()}
                return super().from_pretrained(None, *args, config=config, state_dict=state, **kwargs)
            kwargs["config"] = config
        return super().from_pretrained(pretrained_model_name_or_path, *args, **kwargs)

    def get_audio_features(self, input_features: Tensor, feature_mask: Tensor | None = None) -> Tensor:
        """Log-mel `(batch, mels, frames)`, mask `(batch, frames)`: unit vectors `(batch, projection_dim)`, float32."""
        pooled = (self.audio_model(input_features, feature_mask) - self.audio_mean) * self.audio_scale
        return _unit(self.audio_projection(pooled.to(self.audio_projection.weight.dtype)))

    def get_text_features(self, input_ids: Tensor, attention_mask: Tensor | None = None) -> Tensor:
        """Token ids `(batch, tokens)`, mask alike: unit vectors `(batch, projection_dim)`, float32."""
        return _unit(self.text_projection(self.pool_text(input_ids, attention_mask)))

    def pool_text(self, input_ids: Tensor, attention_mask: Tensor | None = None) -> Tensor:
        """The text tower's own vector, before the projection: `(batch, hidden)`."""
        if attention_mask is None:
            attention_mask = torch.ones_like(input_ids)
        output = self.text_model(input_ids=input_ids, attention_mask=attention_mask)
        hidden = output.last_hidden_state
        if self.config.text_pooling == "cls":
            return hidden[:, 0]
        if self.config.text_pooling == "eos":
            return output.pooler_output
        weights = attention_mask.to(hidden.dtype)[..., None]
        return (hidden * weights).sum(dim=1) / weights.sum(dim=1)

    def forward(
        self,
        input_features: Tensor,
        input_ids: Tensor,
        feature_mask: Tensor | None = None,
        attention_mask: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Audio and text vectors, `(batch, projection_dim)` each."""
        return self.get_audio_features(input_features, feature_mask), self.get_text_features(input_ids, attention_mask)


def _unit(vectors: Tensor) -> Tensor:
    return nn.functional.normalize(vectors.float(), dim=-1)
