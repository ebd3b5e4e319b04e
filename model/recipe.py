"""A recipe: one TOML file in `model/configs/`, one dataclass a table.

`[training]` says how to train; where there are several stages, each `[[stages]]` table says what it does otherwise.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

Table = TypeVar("Table")

POOLINGS = ("mean", "cls", "eos")
MODES = ("projector", "lora", "full")
TOWERS = ("audio", "both")
LOSSES = ("clip", "siglip")
PRECISIONS = ("no", "bf16")


class RecipeError(ValueError):
    """A recipe that cannot be followed; the message says which setting and why."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a model is made of: hub ids or local folders."""

    audio: str
    text: str
    text_pooling: str = "mean"
    layer_pooling: bool = False
    attention_span: int | None = None
    projection_dim: int = 512
    matryoshka_dims: tuple[int, ...] = (512, 256, 128, 64)
    peak: float | None = None
    """Loudest log-mel value of every clip, see `WavLinkFeatureExtractor`; absent: the level is kept."""

    def __post_init__(self) -> None:
        _one_of("text_pooling", self.text_pooling, POOLINGS)


@dataclass(frozen=True, slots=True)
class ClosedForm:
    """The data-dependent start: ridge regression from the untrained towers' features to the points of `Space`."""

    whitening: float = 0.25
    """Text vectors are centred and each principal axis is divided by its variance to this power."""
    ridge: float = 0.02
    """Penalty, per clip, on standardised features."""


@dataclass(frozen=True, slots=True)
class TextDistillation:
    """Steps that draw the text tower to its points in `Space`, before the audio tower's."""

    steps: int
    phrases: str = ""
    """A file in `model/` of texts and their tags, see `phrases`; none: names of the tags and captions alone."""
    batch: int = 128
    rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.05
    caption_share: float = 0.33
    """Of the texts; the others are phrases."""
    class_balance: float = 0.35
    """A phrase is drawn in proportion to (phrases with its first tag) ** -class_balance."""
    seed: int = 0
    checkpoint_every: int = 100


@dataclass(frozen=True, slots=True)
class Training:
    """The gradient steps of one stage. Rates are AdamW's, before warm-up and cosine."""

    steps: int
    """None (0) where the start is the result."""
    batch: int = 48
    """Clips a step, over all processes."""
    shards: tuple[str, ...] = ()
    """Patterns of WebDataset shards, relative to `--shards`; none: the clips of `--manifest`."""
    seconds: float = 30.0
    """Of a clip in shards, from its beginning; what Whisper hears at once. (A manifest's clips: see `augment`.)"""
    mode: str = "full"
    """What is trained beside projections, token and scale: nothing ("projector"), LoRA adapters in every linear map of
    the towers ("lora"), all of their weights ("full")."""
    towers: str = "audio"
    """Where that happens: in the "audio" tower alone, or in "both"."""
    lora_rank: int = 8
    loss: str = "clip"
    """Of the captions: "clip" (InfoNCE, softmax) or "siglip" (sigmoid, with a bias)."""
    encoder_rate: float = 2e-5
    """Learning rate of the last encoder layer."""
    layer_decay: float = 0.8
    """Each layer below learns this much slower: the lower ones hold what Whisper knows of sound in general."""
    text_rate: float = 1e-5
    """Learning rate of the text tower, where it is trained."""
    head_rate: float = 1e-4
    """Learning rate of the audio projection and the token."""
    text_head_share: float = 0.1
    """The text projection's rate as a share of `head_rate`: it starts from texts, the audio projection from nothing."""
    scale_rate: float = 1e-2
    """Learning rate of the losses' scales and biases: few numbers that should find their place in tens of steps."""
    warm_up: float = 0.05
    """Share of the steps."""
    weight_decay: float = 0.01
    """Of matrices; biases, norms, the token and scales are not decayed (as in OpenCLIP)."""
    clip_weight: float = 1.0
    """Of the captions' loss, whichever it is."""
    tag_weight: float = 1.0
    """Of the tags' loss; 0 for data without tags."""
    point_weight: float = 0.0
    """Of the distance to the clips' points in `Space`, which the closed form gives (manifests only)."""
    mixing: float = 0.3
    """Share of clips that are mixed with another one (manifests only)."""
    caption_balance: float = 0.5
    """A clip is drawn in proportion to (clips with its caption) ** -caption_balance (manifests only)."""
    source_balance: float = 0.25
    """And to (clips of its source) ** -source_balance (manifests only)."""
    tag_balance: float = 0.0
    """And to (clips with its rarest likely tag) ** -tag_balance (manifests only)."""
    gradient_checkpointing: bool = False
    """Compute each layer again in the backward pass instead of keeping it: a third slower, a fraction of the memory."""
    workers: int = 0
    """Processes that decode and prepare batches ahead, for each training process; 0: it does so itself."""
    seed: int = 0
    checkpoint_every: int = 50

    def __post_init__(self) -> None:
        _one_of("mode", self.mode, MODES)
        _one_of("towers", self.towers, TOWERS)
        _one_of("loss", self.loss, LOSSES)
        if self.steps < 0 or self.batch < 1:
            raise RecipeError(f"steps = {self.steps} must be 0 or more and batch = {self.batch} 1 or more")
        if self.shards and (self.tag_weight or self.point_weight):
            raise RecipeError("shards hold no tags: set tag_weight = 0 and leave point_weight out")
        if not self.clip_weight + self.tag_weight + self.point_weight:
            raise RecipeError("nothing to learn from: clip_weight, tag_weight and point_weight are all 0")
        if self.towers == "both" and not self.clip_weight + self.tag_weight:
            raise RecipeError('points are for the audio tower: with towers = "both" give clip_weight or tag_weight')

    @property
    def trained_towers(self) -> tuple[str, ...]:
        """Those of "audio" and "text" whose own weights, or adapters of them, are trained."""
        if self.mode == "projector":
            return ()
        return ("audio", "text") if self.towers == "both" else ("audio",)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A whole recipe."""

    parts: Parts
    stages: tuple[Training, ...]
    closed_form: ClosedForm | None = None
    text_distillation: TextDistillation | None = None
    held_out: tuple[str, ...] = ()
    """Sources that are never trained on: whole packs, as clips of one author sound alike."""
    precision: str = "no"
    """Of the products: "bf16" (autocast; weights, optimiser and losses stay float32) or "no": float32."""

    def __post_init__(self) -> None:
        _one_of("precision", self.precision, PRECISIONS)
        if self.held_out and any(stage.shards for stage in self.stages):
            raise RecipeError("held_out is about manifests: leave such sources out of the shards")
        if self.closed_form is None and (self.text_distillation or any(stage.point_weight for stage in self.stages)):
            raise RecipeError("[text_distillation] and point_weight need the space that [closed_form] makes")

    @property
    def training(self) -> Training:
        """The first stage, in most recipes the only one."""
        return self.stages[0]


def read_recipe(path: Path) -> Recipe:
    """Raises RecipeError, naming the table and the setting, for one that is unknown or has no such value."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise RecipeError(f"{path}: {error}") from error
    unknown = set(values) - {"parts", "closed_form", "text_distillation", "training", "stages", "held_out", "precision"}
    if unknown:
        raise RecipeError(f"{path} does not know {', '.join(sorted(unknown))}")
    training = values.get("training", {})
    return Recipe(
        parts=_table(Parts, "parts", values.get("parts", {})),
        stages=tuple(_table(Training, "training", training | stage) for stage in values.get("stages", [{}])),
        closed_form=_optional(ClosedForm, "closed_form", values),
        text_distillation=_optional(TextDistillation, "text_distillation", values),
        held_out=tuple(values.get("held_out", ())),
        precision=values.get("precision", "no"),
    )


def _optional(kind: type[Table], name: str, values: Mapping[str, Any]) -> Table | None:
    return _table(kind, name, values[name]) if name in values else None


def _table(kind: type[Table], name: str, settings: Mapping[str, Any]) -> Table:
    unknown = set(settings) - {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if unknown:
        raise RecipeError(f"[{name}] does not know {', '.join(sorted(unknown))}")
    try:
        return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in settings.items()})
    except (TypeError, ValueError) as error:
        raise RecipeError(f"[{name}]: {error}") from error


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise RecipeError(f'{name} = "{value}" must be one of {", ".join(choices)}')
