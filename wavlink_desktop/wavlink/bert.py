"""The inference form of the commonest text tower: a BERT in numpy, which a query need not wait for torch to have.

The layers are those of transformers' `BertModel`, whose numbers it gives to six digits (a test holds it to
`WavLinkModel.get_text_features`). On one short text it takes 10 ms of one core, as torch does, and is there after a
tenth of a second, where importing torch and transformers takes several.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open

from .quantization import SCALE_SUFFIX, dequantize

Floats = NDArray[np.float32]
Layer = tuple[Floats, Floats]
"""Weights, then what is added: of a product `(in, out)` and `(out,)`, of a norm `(width,)` twice."""

WORDS = "text_model.embeddings.word_embeddings.weight"


class Bert:
    """The text tower of a checkpoint folder, with the projection. Raises what `safetensors` raises of a damaged one."""

    def __init__(self, checkpoint: Path) -> None:
        text = _config(checkpoint)["text_config"]
        self._heads: int = text["num_attention_heads"]
        self._epsilon: float = text["layer_norm_eps"]
        with safe_open(checkpoint / "model.safetensors", framework="np") as file:
            stored = {name: file.get_tensor(name) for name in file.keys() if name.startswith("text_")}  # noqa: SIM118
        # Of thirty thousand words a text has a few: only those are expanded, when they come.
        self._words = {name: stored.pop(name) for name in (WORDS, WORDS + SCALE_SUFFIX) if name in stored}
        state = {name: values.astype(np.float32, copy=False) for name, values in dequantize(stored).items()}
        embeddings = "text_model.embeddings"
        self._positions = (
            state[f"{embeddings}.position_embeddings.weight"] + state[f"{embeddings}.token_type_embeddings.weight"][0]
        )
        self._norm = _norm(state, f"{embeddings}.LayerNorm")
        self._blocks = [
            _Block(state, f"text_model.encoder.layer.{number}") for number in range(text["num_hidden_layers"])
        ]
        self._projection = _product(state, "text_projection")

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
        words = dequantize({name: rows[ids.ravel()] for name, rows in self._words.items()})[WORDS]
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


class _Block:
    """One layer's weights."""

    def __init__(self, state: Mapping[str, Floats], name: str) -> None:
        self.seen = _product(state, *(f"{name}.attention.self.{part}" for part in ("query", "key", "value")))
        self.heard = _product(state, f"{name}.attention.output.dense")
        self.norm = _norm(state, f"{name}.attention.output.LayerNorm")
        self.widened = _product(state, f"{name}.intermediate.dense")
        self.narrowed = _product(state, f"{name}.output.dense")
        self.last_norm = _norm(state, f"{name}.output.LayerNorm")


def _config(checkpoint: Path) -> dict[str, Any]:
    config: dict[str, Any] = json.loads((checkpoint / "config.json").read_text(encoding="utf-8"))
    return config


def _product(state: Mapping[str, Floats], *names: str) -> Layer:
    """Linear layers side by side. Turned round in memory: a product of few rows is a third faster that way."""
    weights = np.concatenate([state[f"{name}.weight"] for name in names])
    return np.ascontiguousarray(weights.T), np.concatenate([state[f"{name}.bias"] for name in names])


def _norm(state: Mapping[str, Floats], name: str) -> Layer:
    return state[f"{name}.weight"], state[f"{name}.bias"]


def _times(rows: Floats, layer: Layer) -> Floats:
    product: Floats = rows @ layer[0]
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
