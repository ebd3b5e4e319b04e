"""A recipe: one TOML file in `model/configs/`, one dataclass a table."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

Table = TypeVar("Table")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a model is made of: hub ids or local folders."""

    audio: str
    text: str
    text_pooling: str = "mean"
    layer_pooling: bool = False
    projection_dim: int = 512
    matryoshka_dims: tuple[int, ...] = (512, 256, 128, 64)
    peak: float | None = None
    """Loudest log-mel value of every clip, see `WavLinkFeatureExtractor`; absent: the level is kept."""


@dataclass(frozen=True, slots=True)
class ClosedForm:
    """The data-dependent start: ridge regression from the untrained tower's features to points in the text space."""

    whitening: float = 0.25
    """Text vectors are centred and each principal axis is divided by its variance to this power."""
    tag_share: float = 0.6
    """Share of the tag point in the target of a clip; the rest is its captions."""
    ridge: float = 0.01
    """Penalty, per clip, on standardised features."""


@dataclass(frozen=True, slots=True)
class Training:
    """The gradient steps."""

    steps: int
    batch: int = 48
    encoder_rate: float = 2e-5
    """Learning rate of the last encoder layer."""
    layer_decay: float = 0.8
    """Each layer below learns this much slower: the lower ones hold what Whisper knows of sound in general."""
    head_rate: float = 1e-4
    warm_up: float = 0.05
    """Share of the steps."""
    weight_decay: float = 0.01
    clip_weight: float = 1.0
    tag_weight: float = 1.0
    mixing: float = 0.3
    """Share of clips that are mixed with another one."""
    caption_balance: float = 0.5
    """A clip is drawn in proportion to (clips with its caption) ** -caption_balance."""
    source_balance: float = 0.25
    """And to (clips of its source) ** -source_balance."""
    seed: int = 0
    checkpoint_every: int = 50


@dataclass(frozen=True, slots=True)
class Recipe:
    """A whole recipe."""

    parts: Parts
    training: Training
    closed_form: ClosedForm | None = None
    held_out: tuple[str, ...] = ()
    """Sources that are never trained on: whole packs, as clips of one author sound alike."""


def read_recipe(path: Path) -> Recipe:
    """Raises ValueError, naming the table and the setting, for one that is unknown."""
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    return Recipe(
        parts=_table(Parts, "parts", values),
        training=_table(Training, "training", values),
        closed_form=_table(ClosedForm, "closed_form", values) if "closed_form" in values else None,
        held_out=tuple(values.get("held_out", ())),
    )


def _table(kind: type[Table], name: str, values: dict[str, Any]) -> Table:
    settings = values.get(name, {})
    unknown = set(settings) - {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if unknown:
        raise ValueError(f"[{name}] does not know {', '.join(sorted(unknown))}")
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in settings.items()})
