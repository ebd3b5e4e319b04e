"""The audio encoder's matrix products in 8-bit integers: about twice as fast as float32 on a processor with AVX2.

Weights are rounded once, with a scale a row; activations as they come, with a scale a clip, so that a clip's vector
does not depend on its neighbours in a batch. Three things keep the vectors (measured: docs/performance.md):

- Channels with large activations are scaled down, and their weights up (SmoothQuant, arXiv 2211.10438, section 4). The
  scales are folded into what comes before: a LayerNorm, or the values that attention averages. After GELU there is
  nothing to fold them into: they are multiplied with.
- AVX2 adds two products of neighbours in 16 bits. A row's scale is such that no two weights can overflow that.
- What rounding the weights adds in the mean is taken off the bias.

It needs to know what activations are like, and which products suffer nevertheless: `Activations`, measured by
`python -m model.activations`, beside the weights.
"""

import copy
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from .identity import model_id
from .spans import spans

FILE = "activations.safetensors"
PRODUCTS = {"qkv": "self_attn.q_proj", "out": "self_attn.out_proj", "fc1": "fc1", "fc2": "fc2"}
"""Of a layer, each with the module whose input it reads; queries, keys and values are one product."""
SMOOTHING = 0.75
"""How much of the differences between channels the weights take over, as an exponent; the rest stays in the
activations."""
LARGEST_PAIR = 127
"""Two weights of one sign, side by side, in steps: 255 times that, and a half step of rounding each, is under 2^15."""


def supported() -> bool:
    """Whether this torch has fast integer products for this processor: it has for x86, and may lose them, for it calls
    its quantized tensors deprecated and has no other dynamic products yet."""
    return torch.backends.quantized.engine in ("x86", "fbgemm") and hasattr(torch, "quantize_per_channel")


@dataclass(frozen=True, slots=True)
class Activations:
    """What goes into the encoder's matrix products. Names: `{layer}.{product}`, see `PRODUCTS`."""

    peaks: dict[str, Tensor]
    """Largest magnitude of each channel, `(channels,)`."""
    means: dict[str, Tensor]
    """Mean of each channel, `(channels,)`."""
    fragile: frozenset[str]
    """Products that stay float32."""

    @classmethod
    def load(cls, checkpoint: Path) -> Self | None:
        """Those of a checkpoint folder; None if it has none, or of other weights."""
        if not (checkpoint / FILE).is_file():
            return None
        with safe_open(checkpoint / FILE, framework="pt") as file:
            about = file.metadata() or {}
            if about.get("model_id") != model_id(checkpoint):
                return None
            tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118 (no mapping)
        peaks, means = (
            {name.removesuffix(kind): tensor for name, tensor in tensors.items() if name.endswith(kind)}
            for kind in (".peak", ".mean")
        )
        return cls(peaks, means, frozenset(about.get("fragile", "").split()))

    def save(self, checkpoint: Path) -> None:
        """Beside the weights that they were measured with."""
        tensors = {f"{name}.peak": peak.half() for name, peak in self.peaks.items()}
        tensors |= {f"{name}.mean": mean.half() for name, mean in self.means.items()}
        about = {"model_id": model_id(checkpoint), "fragile": " ".join(sorted(self.fragile))}
        save_file(tensors, checkpoint / FILE, metadata=about)


def to_int8(encoder: nn.Module, activations: Activations, span: int | None) -> nn.Module:
    """A copy of a `WhisperEncoder` that computes the products of its layers in int8, and its attention in spans (see
    `WavLinkConfig.attention_span`). Its convolutions are bfloat16 where the processor has that, which takes half the
    time, else float32."""
    layers: Any = encoder.layers
    converted = copy.copy(encoder)
    converted._modules = {**encoder._modules, "layers": nn.ModuleList()}
    if torch.cpu._is_avx512_bf16_supported():
        for name in ("conv1", "conv2"):
            converted._modules[name] = Bfloat16Conv(encoder.get_submodule(name))
    for number, layer in enumerate(layers):
        converted.layers.append(Int8Layer(layer, number, activations, span))  # type: ignore[union-attr, operator]
    return converted


class Int8Layer(nn.Module):
    """Stands in for a `WhisperEncoderLayer` of a `WavLinkAudioTower`, for inference."""

    shrink: Tensor
    """What the output of GELU is multiplied with, `(inner,)`."""

    def __init__(self, layer: Any, number: int, activations: Activations, span: int | None) -> None:
        super().__init__()
        self.span = span
        attention = layer.self_attn
        self.heads: int = attention.num_heads
        read, key, value, write = attention.q_proj, attention.k_proj, attention.v_proj, attention.out_proj
        width = write.in_features

        def product(name: str, weight: Tensor, bias: Tensor, scale: Tensor) -> nn.Module:
            name = f"{number}.{name}"
            if name in activations.fragile:
                return _linear(weight * scale, bias)
            return Int8Linear(weight * scale, bias, activations.means[name] / scale)

        def smooth(name: str, weight: Tensor) -> Tensor:
            return smoothing(activations.peaks[f"{number}.{name}"], weight)

        with torch.no_grad():
            scale = smooth("out", write.weight)
            self.out = product("out", write.weight, write.bias, scale)
            weight = torch.cat([read.weight, key.weight, value.weight / scale[:, None]])
            bias = torch.cat([read.bias, torch.zeros(width), value.bias / scale])  # Whisper's keys have no bias
            scale = smooth("qkv", weight)
            self.before_attention = _scaled_norm(layer.self_attn_layer_norm, scale)
            self.qkv = product("qkv", weight, bias, scale)
            scale = smooth("fc1", layer.fc1.weight)
            self.before_mlp = _scaled_norm(layer.final_layer_norm, scale)
            self.fc1 = product("fc1", layer.fc1.weight, layer.fc1.bias, scale)
            scale = smooth("fc2", layer.fc2.weight)
            self.register_buffer("shrink", 1 / scale)
            self.fc2 = product("fc2", layer.fc2.weight, layer.fc2.bias, scale)

    def forward(self, hidden: Tensor, attention: Tensor | None) -> Tensor:
        """States `(batch, time, width)` and who is seen, boolean `(batch | 1, 1, 1 | time, time)`, to states.

        Each clip is computed alone, and without its padding, which is anything afterwards.
        """
        apart = attention is not None and attention.shape[2] > 1  # one row for all hides nothing but padding
        if attention is None or len(attention) == 1:
            return torch.stack([self._clip(clip, apart) for clip in hidden])
        result = hidden.clone()
        for clip, seen, into in zip(hidden, attention[:, 0], result, strict=True):
            sounds = seen[-1]  # by the global token, which stands last and sees all that is no padding
            into[sounds] = self._clip(clip[sounds], apart)
        return result

    def _clip(self, hidden: Tensor, apart: bool) -> Tensor:
        time, width = hidden.shape
        parts = self.qkv(self.before_attention(hidden)).view(1, time, 3, self.heads, -1)
        queries, keys, values = parts.permute(2, 0, 3, 1, 4)
        mixed = _attend(queries, keys, values, apart, self.span)
        hidden = hidden + self.out(mixed.transpose(1, 2).reshape(time, width))
        inner = nn.functional.gelu(self.fc1(self.before_mlp(hidden))).mul_(self.shrink)
        result: Tensor = hidden + self.fc2(inner)
        return result


def _attend(queries: Tensor, keys: Tensor, values: Tensor, apart: bool, span: int | None) -> Tensor:
    """`(1, heads, positions, width)` each. `apart`: the token, which stands last, looks and is not looked at, and the
    others look around in their span; a call for each says that in less time than a mask."""
    attend = nn.functional.scaled_dot_product_attention
    if not apart:
        return attend(queries, keys, values)
    parts = [*spans(queries.shape[2] - 1, span), slice(-1, None)]
    seen = [*parts[:-1], slice(None)]
    mixed = [
        attend(queries[:, :, part], keys[:, :, there], values[:, :, there])
        for part, there in zip(parts, seen, strict=True)
    ]
    return torch.cat(mixed, dim=2)


class Int8Linear(nn.Module):
    """A linear layer for inputs of one scale, `(positions, in)`, whose mean is `mean` `(in,)`."""

    def __init__(self, weight: Tensor, bias: Tensor, mean: Tensor) -> None:
        super().__init__()
        rounded = round_weight(weight)
        corrected = bias - (rounded.dequantize() - weight) @ mean
        self._packed = torch.ops.quantized.linear_prepack(rounded, corrected)

    def forward(self, inputs: Tensor) -> Tensor:
        """`(positions, out)` float32."""
        outputs: Tensor = torch.ops.quantized.linear_dynamic(inputs, self._packed)
        return outputs


class Bfloat16Conv(nn.Module):
    """A convolution of float32 to float32, computed in bfloat16."""

    def __init__(self, original: nn.Module) -> None:
        super().__init__()
        self.rounded = copy.deepcopy(original).to(torch.bfloat16)

    def forward(self, inputs: Tensor) -> Tensor:
        """`(batch, channels, time)`."""
        outputs: Tensor = self.rounded(inputs.to(torch.bfloat16)).float()
        return outputs


def smoothing(peak: Tensor, weight: Tensor) -> Tensor:
    """What to divide each input channel by: `(in,)`, for activations of that peak and weights `(out, in)`."""
    scale = peak.clamp(min=1e-3) ** SMOOTHING / weight.abs().amax(dim=0).clamp(min=1e-5) ** (1 - SMOOTHING)
    return scale / scale.log().mean().exp()


def round_weight(weight: Tensor) -> Tensor:
    """`(out, in)` as a quantized tensor of int8, a scale a row; pairs do not overflow (see `LARGEST_PAIR`)."""
    pairs = nn.functional.pad(weight, (0, weight.shape[1] % 2)).unflatten(1, (-1, 2))
    of_one_sign = pairs.prod(dim=-1) > 0
    largest = torch.where(of_one_sign, pairs.sum(dim=-1).abs(), pairs.abs().amax(dim=-1)).amax(dim=1)
    scales = (largest / LARGEST_PAIR).clamp(min=1e-9).double()
    zeros = torch.zeros(len(weight), dtype=torch.long)
    with warnings.catch_warnings():  # see `supported`
        warnings.filterwarnings("ignore", message=".*quantized tensor creation", category=UserWarning)
        return torch.quantize_per_channel(weight.contiguous(), scales, zeros, 0, torch.qint8)


def _scaled_norm(norm: nn.LayerNorm, scale: Tensor) -> nn.LayerNorm:
    scaled = copy.deepcopy(norm)
    scaled.weight = nn.Parameter(norm.weight / scale)
    scaled.bias = nn.Parameter(norm.bias / scale)
    return scaled


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    outputs, inputs = weight.shape
    linear = nn.Linear(inputs, outputs)
    linear.weight, linear.bias = nn.Parameter(weight), nn.Parameter(bias)
    return linear
