"""Frames as a sound device takes them: its channels, its number format."""

import numpy as np

from wavlink_desktop.gui.mixer import Frames


def spread(frames: Frames, channels: int) -> Frames:
    """Left and right `(n, 2)` on a device's `channels`: the first two of many, or both on one."""
    if channels == 2:
        return frames
    if channels == 1:
        return np.asarray(frames.mean(axis=1, keepdims=True), np.float32)
    out = np.zeros((len(frames), channels), np.float32)
    out[:, :2] = frames
    return out


def coded(frames: Frames, code: str) -> bytes:
    """The bytes of frames within ±1 in numpy's number format `code`: `<f4`, `<i4`, `<i2` or `u1`."""
    kind = np.dtype(code)
    if kind.kind == "f":
        return frames.astype(kind, copy=False).tobytes()
    top = float(2 ** (8 * kind.itemsize - 1) - 1)
    middle = top + 1 if kind.kind == "u" else 0.0
    return (frames * np.float64(top) + middle).round().astype(kind).tobytes()
