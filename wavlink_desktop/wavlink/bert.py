"""The inference form of the commonest text tower: a BERT in numpy, which a query need not wait for torch to have.

The layers are those of transformers' `BertModel`, whose numbers it gives to six digits (a test holds it to
`WavLinkModel.get_text_features`). On one short text it takes 4 ms of one core, where torch takes 10, and is there after
a tenth of a second, where importing torch and transformers takes several.
"""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .weights import Floats, StoredWeights

Layer = tuple[Floats, Floats]
"""Weights, then what is added: of a product `(tiles, in, out / tiles)` and `(out,)`, of a norm `(width,)` twice."""

TILE = 64
"""Columns of a product's weights that lie together. OpenBLAS copies the weights of every large product before it
multiplies: for the few rows of a text that is most of the time. Small products it leaves where they are: 5.8 ms of a
short text become 2.2 (AVX-512; with AVX2 it makes no difference)."""

EMBEDDINGS = "text_model.embeddings"


class Bert:
    """The text tower of a checkpoint folder, with the projection. Raises as `StoredWeights` does."""

    def __init__(self, checkpoint: Path) -> None:
        config = _config(checkpoint)
        text = config["text_config"]
        width, layers = text["hidden_size"], text["num_hidden_layers"]
        self._heads: int = text["num_attention_heads"]
        self._epsilon: float = text["layer_norm_eps"]
        self._stored = StoredWeights(checkpoint)
        self._positions = self._stored.read(f"{EMBEDDINGS}.position_embeddings.weight")
        self._positions += self._stored.read(f"{EMBEDDINGS}.token_type_embeddings.weight")[0]
        products = layers * width * (4 * width + 2 * text["intermediate_size"]) + width * config["projection_dim"]
        layout = _Layout(self._stored, products)
        self._norm = layout.norm(f"{EMBEDDINGS}.LayerNorm")
        self._blocks = [_Block(layout, f"text_model.encoder.layer.{number}") for number in range(layers)]
        self._projection = layout.product("text_projection")

    @staticmethod
    def knows(checkpoint: Path) -> bool:
        """Whether a checkpoint's text tower is one that this class can run. Raises FileNotFoundError without one."""
        config = _config(checkpoint)
        text = config.get("text_config", {})
        return (
            text.get("model_type") == "bert"
            and text.get("hidden_act") == "gelu"
            and not text.get("is_decoder")
            and config.get("text_pooling") == "mean"
            and config.get("dtype") in ("float32", "float16")  # numpy has no bfloat16
        )

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return len(self._projection[1])

    def __call__(self, ids: NDArray[np.int64]) -> Floats:
        """Token ids of texts of one length `(n, tokens)`, so that nothing is padding: unit vectors `(n, dim)`."""
        texts, tokens = ids.shape
        # Of thirty thousand words a text has a few: those are read when they come.
        words = self._stored.read_rows(f"{EMBEDDINGS}.word_embeddings.weight", ids.ravel().tolist())
        hidden = words.reshape(texts, tokens, -1) + self._positions[:tokens]
        hidden = _normed(hidden.reshape(texts * tokens, -1), self._norm, self._epsilon)
        for block in self._blocks:
            attended = _times(self._attention(_times(hidden, block.seen), texts), block.heard)
            hidden = _normed(hidden + attended, block.norm, self._epsilon)
            thought = _times(_gelu(_times(hidden, block.widened)), block.narrowed)
            hidden = _normed(hidden + thought, block.last_norm, self._epsilon)
        vectors = _times(hidden.reshape(texts, tokens, -1).mean(axis=1), self._projection)
        unit: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit

    def _attention(self, seen: Floats, texts: int) -> Floats:
        """Queries, keys and values side by side `(n · tokens, 3 · width)` to what each token makes of its text."""
        apart = seen.reshape(texts, -1, 3, self._heads, seen.shape[1] // (3 * self._heads))
        query, key, value = apart.transpose(2, 0, 3, 1, 4)
        likeness = query @ key.swapaxes(-1, -2) / np.sqrt(np.float32(query.shape[-1]))
        weights = np.exp(likeness - likeness.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        mixed: Floats = (weights @ value).transpose(0, 2, 1, 3).reshape(len(seen), -1)
        return mixed


class _Layout:
    """Where weights lie in memory: those of all products in one piece of `numbers`, which the system takes back whole
    when it is let go. Scattered among smaller things, two thirds of it stayed with the process."""

    def __init__(self, stored: StoredWeights, numbers: int) -> None:
        self._stored = stored
        self._free = np.empty(numbers, dtype=np.float32)

    def product(self, *names: str) -> Layer:
        """Linear layers side by side, in tiles of columns."""
        weights = np.concatenate([self._stored.read(f"{name}.weight") for name in names])  # (out, in)
        tiles = weights.reshape(-1, math.gcd(TILE, len(weights)), weights.shape[1]).transpose(0, 2, 1)
        here, self._free = self._free[: tiles.size].reshape(tiles.shape), self._free[tiles.size :]
        here[:] = tiles
        return here, np.concatenate([self._stored.read(f"{name}.bias") for name in names])

    def norm(self, name: str) -> Layer:
        """A layer norm."""
        return self._stored.read(f"{name}.weight"), self._stored.read(f"{name}.bias")


class _Block:
    """One layer's weights."""

    def __init__(self, layout: _Layout, name: str) -> None:
        self.seen = layout.product(*(f"{name}.attention.self.{part}" for part in ("query", "key", "value")))
        self.heard = layout.product(f"{name}.attention.output.dense")
        self.norm = layout.norm(f"{name}.attention.output.LayerNorm")
        self.widened = layout.product(f"{name}.intermediate.dense")
        self.narrowed = layout.product(f"{name}.output.dense")
        self.last_norm = layout.norm(f"{name}.output.LayerNorm")


def _config(checkpoint: Path) -> dict[str, Any]:
    config: dict[str, Any] = json.loads((checkpoint / "config.json").read_text(encoding="utf-8"))
    return config


def _times(rows: Floats, layer: Layer) -> Floats:
    product: Floats = (rows @ layer[0]).transpose(1, 0, 2).reshape(len(rows), -1)
    product += layer[1]
    return product


def _normed(rows: Floats, layer: Layer, epsilon: float) -> Floats:
    centred = rows - rows.mean(axis=1, keepdims=True)
    centred /= np.sqrt(np.square(centred).mean(axis=1, keepdims=True) + np.float32(epsilon))
    centred *= layer[0]
    centred += layer[1]
    return centred


def _gelu(rows: Floats) -> Floats:
    """x · Φ(x). Φ by Abramowitz and Stegun, 26.2.17: wrong by 7.5e-8 at most, about what float32 can tell."""
    size = np.abs(rows)
    near = 1 / (1 + np.float32(0.2316419) * size)
    tail = np.full_like(rows, 1.330274429)
    for coefficient in (-1.821255978, 1.781477937, -0.356563782, 0.319381530):
        tail *= near
        tail += np.float32(coefficient)
    tail *= near
    tail *= np.exp(-0.5 * np.square(size)) / np.sqrt(np.float32(2 * np.pi))
    return np.maximum(rows, 0) - size * tail
