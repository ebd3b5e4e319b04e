"""Keeps a stream within full scale: gain that goes down before a peak and comes back slowly. No sample is clipped."""

import numpy as np

from wavlink_desktop.audio.source import Block

_LOOKAHEAD = 0.005
_RELEASE = 0.25
"""Seconds for the gain to come back by 20 dB."""


class Limiter:
    """Feed it chunk by chunk: it holds the last few milliseconds back until it knows what follows."""

    def __init__(self, sample_rate: int, ceiling: float = 1.0) -> None:
        self._step = max(1, round(_LOOKAHEAD * sample_rate))
        self._release = 10.0 ** (_LOOKAHEAD / _RELEASE)
        self._ceiling = ceiling
        self._edge = self._gain = 1.0
        self._held: Block | None = None

    def process(self, frames: Block, last: bool = False) -> Block:
        """The next frames `(n, channels)`, within the ceiling; all that is left with the `last` ones."""
        if self._held is not None:
            frames = np.concatenate([self._held, frames])
        whole = len(frames) // self._step
        if not last:
            whole -= 1  # one block waits for the next one's peak
            if whole < 1:
                self._held = frames
                return frames[:0]
        blocks = max(1, -(-len(frames) // self._step)) if last else whole + 1
        gains = self._gains(frames, blocks)
        edges = np.minimum(gains, np.append(gains[1:], gains[-1]))
        edges = np.concatenate([[min(self._edge, gains[0])], edges])
        if last:
            self._held = None
            return self._shaped(frames, edges)
        self._held, self._edge, self._gain = frames[whole * self._step :], float(edges[whole]), float(gains[whole - 1])
        return self._shaped(frames[: whole * self._step], edges[: whole + 1])

    def _gains(self, frames: Block, blocks: int) -> Block:
        """For each block what it may have at most, coming back from what the one before it had."""
        frames = frames[: blocks * self._step]
        gains = np.ones(blocks, np.float32)
        if len(frames):
            starts = np.arange(0, len(frames), self._step)
            peaks = np.maximum.reduceat(np.abs(frames).max(axis=1), starts)
            gains[: len(peaks)] = self._ceiling / np.maximum(peaks, self._ceiling)
        if self._gain < 1.0 or gains.min() < 1.0:
            gain = self._gain
            for number, most in enumerate(gains.tolist()):
                gain = min(most, gain * self._release)
                gains[number] = gain
        return gains

    def _shaped(self, frames: Block, edges: Block) -> Block:
        if edges.min() >= 1.0:
            return frames
        curve = np.interp(np.arange(len(frames)), np.arange(len(edges)) * self._step, edges)
        return np.asarray(frames * curve[:, None], dtype=np.float32)
