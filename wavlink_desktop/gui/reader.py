"""A sound file as a stream for the loudspeaker: chunk by chunk, at the device's rate, in two channels."""

from pathlib import Path

import numpy as np
import soxr

from wavlink_desktop import audio
from wavlink_desktop.gui.mixer import Frames, fold_down


class Reader:
    """Reads one sound from `start` seconds on. Chunks are resampled as one stream: no seam is heard between them."""

    def __init__(self, path: Path, start: float, rate: int) -> None:
        self._path = path
        self._start = start
        self._rate = rate
        self._next = 0.0
        self._source_rate = 0
        self._resampler: soxr.ResampleStream | None = None
        self.complete = False
        """Nothing is left to read."""

    def read(self, seconds: float) -> Frames:
        """The next `seconds`, float32 `(n, 2)` at the device's rate. `AudioError` if the file cannot be read."""
        start = self._start + self._next
        try:
            frames, source_rate = audio.decode_frames(self._path, start, start + seconds, None)
        except audio.AudioError:
            if not self._source_rate:
                raise
            # The sound ended with the chunk before.
            frames, source_rate = np.empty((0, 2), np.float32), self._source_rate
        if not self._source_rate:
            self._begin(source_rate)
        # Counted in whole frames of the file: the next chunk starts at the very next one.
        self._next += len(frames) / source_rate
        self.complete = len(frames) < int(seconds * source_rate)
        folded = fold_down(frames)
        if self._resampler is None:
            return folded
        return np.asarray(self._resampler.resample_chunk(folded, last=self.complete), dtype=np.float32)

    def _begin(self, source_rate: int) -> None:
        self._source_rate = source_rate
        self._start = round(self._start * source_rate) / source_rate
        if source_rate != self._rate:
            self._resampler = soxr.ResampleStream(source_rate, self._rate, 2, dtype="float32")
