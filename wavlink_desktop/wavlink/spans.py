"""A long sound in spans: what the encoder hears together (`WavLinkConfig.attention_span`).

A sound of more positions than a span may have is cut into as few as will do, as equal as can be, none at a loud or a
quiet place in particular. Each begins at position 0 again and hears nothing of the others; the global token hears all.
"""

from itertools import pairwise

import torch
from torch import Tensor


def spans(positions: int, longest: int | None) -> list[slice]:
    """The spans of a sound of so many positions, at least 1; `longest` None: one."""
    count = 1 if longest is None else -(-positions // longest)
    return [slice(first, end) for first, end in pairwise(positions * number // count for number in range(count + 1))]


def beginnings(lengths: Tensor, time: int, longest: int) -> Tensor:
    """Where the span of each position begins, `(batch, time)`, of sounds of `lengths` `(batch,)` positions. Positions
    beyond a sound's end have some beginning, too."""
    length = lengths[:, None]
    counts = (length + longest - 1) // longest
    numbers = ((torch.arange(time, device=lengths.device) + 1) * counts - 1) // length
    return length * numbers // counts
