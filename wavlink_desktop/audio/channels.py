"""Which channels are heard, and how: any number of them to a pair of loudspeakers."""

import numpy as np
from numpy.typing import NDArray

ALL, MONO, MID, SIDE, MID_SIDE = "all", "mono", "mid", "side", "mid-side"
"""Choices; besides them, a channel's number from "1" on: that one alone.

ALL folds everything down to two, MONO to one. MID and SIDE are what the first two channels have in common, and how
they differ. MID_SIDE takes the first two for a recording in mid and side, and decodes it to left and right.
"""


def pair_matrix(channels: int, choice: str = ALL) -> NDArray[np.float32]:
    """What to multiply `(n, channels)` by to get `(n, 2)`. A channel that is not there: as ALL."""
    folded = _folding(channels)
    if choice.isdecimal() and 1 <= int(choice) <= channels:
        matrix = np.zeros((channels, 2), np.float32)
        matrix[int(choice) - 1] = 1.0
        return matrix
    if choice == MONO:
        return np.repeat(folded.mean(axis=1, keepdims=True), 2, axis=1)
    if choice in _PAIRS:
        first_two = np.zeros((max(2, channels), 2), np.float32)
        first_two[:2] = _PAIRS[choice]
        # One channel is left and right at once.
        return first_two[:channels] if channels > 1 else first_two.sum(axis=0, keepdims=True)
    return folded


_PAIRS = {
    MID: np.array([[0.5, 0.5], [0.5, 0.5]], np.float32),
    SIDE: np.array([[0.5, 0.5], [-0.5, -0.5]], np.float32),
    MID_SIDE: np.sqrt(np.float32(0.5)) * np.array([[1.0, 1.0], [1.0, -1.0]], np.float32),
}


def _folding(channels: int) -> NDArray[np.float32]:
    """5.1 and 7.1 as ITU-R BS.775 has them, LFE left out; others alternate. Full scale stays within full scale."""
    if channels == 1:
        return np.ones((1, 2), np.float32)
    matrix = np.zeros((channels, 2), np.float32)
    if channels in (6, 8):
        matrix[0, 0] = matrix[1, 1] = 1.0
        matrix[2] = np.sqrt(0.5)
        for channel in range(4, channels):
            matrix[channel, channel % 2] = np.sqrt(0.5)
    else:
        for channel in range(channels):
            matrix[channel, channel % 2] = 1.0
        if channels % 2:
            matrix[-1] = np.sqrt(0.5)
    return np.asarray(matrix / matrix.sum(axis=0), dtype=np.float32)
