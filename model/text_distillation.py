"""The text tower learns the space: phrases and captions are drawn to their points (`Space.texts`).

A linear map from a sentence encoder's vectors puts *door wood creaks* near doors only roughly; the tower itself can put
it there. Typing errors, frames ("the sound of …") and pairs ("… and …") are made up on the way, so that they do not
matter. The meaning part of a point is what the tower gave before: it may learn what sounds like what, not forget what
words mean.
"""

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from tqdm import tqdm

from model.checkpoint import load_checkpoint, save_checkpoint, saved_step
from model.losses import matryoshka, point_loss
from model.optimizer import LARGEST_GRADIENT, cosine_factor, set_rates
from model.recipe import TextDistillation
from model.vectors import Floats, unit
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor

FRAMES = (
    *("{}",) * 10,
    "the sound of {}",
    "sound of {}",
    "{} sound",
    "{} sound effect",
    "sound effect of {}",
    "{} sfx",
    "a recording of {}",
    "this is a sound of {}",
    "{} noise",
    "hear {}",
)
JOINTS = (" and ", ", ", " with ", " then ", " while ")
JOINED, MISTYPED = 0.12, 0.15
"""Shares of the texts that are two joined, and that get a typing error."""
WEIGHT_DECAY = 0.01


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts, their points `(n, d)` and how often each is drawn `(n,)`."""

    texts: Sequence[str]
    points: Floats
    weights: Floats

    def draw(self, count: int, rng: np.random.Generator) -> tuple[list[str], Floats]:
        """Texts as people type them, shortest first, and their points."""
        share = self.weights / self.weights.sum(dtype=np.float64)
        rows, partners = rng.choice(len(self.texts), size=(2, count), p=share)
        texts, points = [], self.points[rows].copy()
        for place, (row, partner, kind) in enumerate(zip(rows, partners, rng.random(count), strict=True)):
            text = self.texts[row]
            if kind < JOINED:
                text += JOINTS[rng.integers(len(JOINTS))] + self.texts[partner]
                points[place] = unit(points[place] + self.points[partner])
            else:
                if kind < JOINED + MISTYPED:
                    text = mistype(text, rng)
                text = FRAMES[rng.integers(len(FRAMES))].format(text)
            texts.append(text)
        order = sorted(range(count), key=lambda place: len(texts[place]))
        return [texts[place] for place in order], points[order]


def mistype(text: str, rng: np.random.Generator) -> str:
    """One letter left out, swapped with the next, doubled or wrong; the first one and short texts stay."""
    if len(text) < 5:
        return text
    place = int(rng.integers(1, len(text) - 1))
    before, letter, after = text[:place], text[place], text[place + 1 :]
    wrong = string.ascii_lowercase[rng.integers(26)]
    swapped = before + after[0] + letter + after[1:]
    choices = (before + after, swapped, before + letter * 2 + after, before + wrong + after)
    return choices[rng.integers(len(choices))]


class TextObjective(nn.Module):
    """The model, of which only the text tower and its projection are trained."""

    def __init__(self, model: WavLinkModel) -> None:
        super().__init__()
        self.model = model
        self.model.requires_grad_(False)
        for part in (model.text_model, model.text_projection):
            part.requires_grad_(True)

    def forward(self, tokens: Sequence[dict[str, Tensor]], points: Tensor) -> Tensor:
        """The loss of some texts, given in parts as `WavLinkProcessor.text` gives them; `points (n, d)` of all."""
        vectors = torch.cat([self.model.get_text_features(**part) for part in tokens])
        return matryoshka(self.model.config.matryoshka_dims, point_loss, vectors, points)


def distil(
    model: WavLinkModel, processor: WavLinkProcessor, lesson: Lesson, settings: TextDistillation, folder: Path
) -> None:
    """Train the text tower and its projection in place; killed, it goes on from its last checkpoint in `folder`."""
    objective = TextObjective(model)
    optimizer = torch.optim.AdamW(
        [
            {"params": [*_named(objective, "model.text_model.")], "base_rate": settings.rate},
            {"params": [*_named(objective, "model.text_projection.")], "base_rate": settings.head_rate},
        ],
        weight_decay=WEIGHT_DECAY,
    )
    first = saved_step(folder, stage=0)
    if first:
        load_checkpoint(folder, objective, optimizer)
    model.text_model.train()
    for step in tqdm(range(first, settings.steps), initial=first, total=settings.steps, desc="text tower"):
        texts, points = lesson.draw(settings.batch, np.random.default_rng((settings.seed, step)))
        torch.manual_seed(hash((settings.seed, step)))
        set_rates(optimizer, cosine_factor(step, settings.steps, settings.warm_up))
        half = len(texts) // 2  # short and long ones apart: less padding
        tokens = [processor.text(part) for part in (texts[:half], texts[half:]) if part]
        loss = objective(tokens, torch.from_numpy(points))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(objective.parameters(), LARGEST_GRADIENT)
        optimizer.step()
        if (step + 1) % settings.checkpoint_every == 0:
            save_checkpoint(folder, objective, optimizer, processor, 0, step + 1)
    model.eval()
    model.requires_grad_(True)


def _named(objective: nn.Module, prefix: str) -> Iterator[tuple[str, nn.Parameter]]:
    return ((name, value) for name, value in objective.named_parameters() if name.startswith(prefix))
