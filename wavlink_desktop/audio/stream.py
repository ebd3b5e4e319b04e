"""A sound that stays open: read on, chunk by chunk, or from another place."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from wavlink_desktop.audio.decode import sound_blocks
from wavlink_desktop.audio.errors import AudioError
from wavlink_desktop.audio.source import Block, open_sound


class SoundStream:
    """The file at `path`, decoded as it is read: one decoder, however many chunks. `AudioError` says why it cannot be.

    Not for two threads at once.
    """

    def __init__(self, path: Path | str) -> None:
        self._stack = ExitStack()
        self._source = self._stack.enter_context(open_sound(path))
        self.sample_rate = self._source.sample_rate
        """Hertz."""
        self.channels = self._source.channels
        self.frames = self._source.frames
        """Samples a channel, as far as the headers can tell."""
        self._position = 0
        self._blocks: Iterator[Block] | None = None
        self._held = np.empty((0, self.channels), np.float32)

    @property
    def damage(self) -> str:
        """Why the sound ended before its time; empty if it did not."""
        return self._source.damage

    def seek(self, frame: int) -> None:
        """Read on from `frame`."""
        if frame != self._position:
            self._blocks, self._held = None, self._held[:0]
            self._position = frame

    def read(self, count: int) -> Block:
        """The next `count` frames, float32 `(count, channels)`; fewer where the sound ends."""
        taken, size = [self._held[:count]], min(count, len(self._held))
        self._held = self._held[count:]
        while size < count:
            block = self._next()
            if block is None:
                break
            taken.append(block[: count - size])
            self._held = block[count - size :]
            size += len(taken[-1])
        self._position += size
        return np.concatenate(taken)

    def close(self) -> None:
        """Let decoder and file go."""
        self._blocks = None
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _next(self) -> Block | None:
        try:
            if self._blocks is None:
                self._blocks = sound_blocks(self._source, self._position)
            return next(self._blocks, None)
        except OSError as error:
            raise AudioError(f"The drive stopped giving the file: {error.strerror or error}.") from error
