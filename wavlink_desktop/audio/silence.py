"""Leaves out silence: what comes before a sound, and long gaps in it."""

from collections.abc import Iterator

import numpy as np

from wavlink_desktop.audio.source import Block

_HOP = 0.01
_KEPT = 0.3
"""Seconds of a gap that stay."""


class SilenceSkipper:
    """Feed it block by block."""

    def __init__(self, sample_rate: int, threshold: float) -> None:
        """Silent is what stays below `threshold`, in dBFS, in every channel."""
        self._hop = max(1, round(_HOP * sample_rate))
        self._level = 10.0 ** (threshold / 20.0)
        self._most = round(_KEPT / _HOP)
        self._silent_hops = self._most
        """As if a gap came before the first sound: all of what leads to it is left out."""

    def keep(self, frames: Block) -> Iterator[tuple[int, int]]:
        """The stretches of `(n, channels)` that are to be heard: first frame, and the one behind the last."""
        if not len(frames):
            return
        starts = np.arange(0, len(frames), self._hop)
        silent = np.maximum.reduceat(np.abs(frames).max(axis=1), starts) < self._level
        kept = np.ones(len(silent), bool)
        for number, is_silent in enumerate(silent.tolist()):
            self._silent_hops = self._silent_hops + 1 if is_silent else 0
            kept[number] = self._silent_hops <= self._most
        # The hop that leads to a sound belongs to its attack.
        kept[:-1] |= ~silent[1:]
        edges = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]]).astype(np.int8)))
        for first, end in edges.reshape(-1, 2):
            yield int(starts[first]), min(int(end) * self._hop, len(frames))
