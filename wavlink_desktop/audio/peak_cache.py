"""Peaks on disk, one file a sound, so that a waveform that was once seen is there at once the next time."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from wavlink_desktop.audio import waveform_data
from wavlink_desktop.audio.peaks import PeakAccumulator, Peaks, pixel_for
from wavlink_desktop.audio.source import Block, Source

MOST_BYTES = 2**30
"""1 GB: some 30,000 sounds of 10 s."""
_PART = 16
"""Swept whenever this part of the most bytes has been written: sweeping looks at every file."""


class PeakCache:
    """A folder of `.dat` files. Several threads and processes may use it; whatever is wrong with it, it never fails.

    A file is named after path, size and time of change of its sound: a sound that was changed is another one.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        """`folder` is made when it is first needed; the oldest files go when all exceed `most_bytes`."""
        self._folder, self._most = folder, most_bytes
        self._unswept = most_bytes
        """Bytes written since the last sweep; as many as to sweep at the first chance."""
        self._held: int | None = None
        """Bytes in the folder, as far as this object knows; None: not counted yet."""

    def load(self, path: Path) -> Peaks | None:
        """The peaks of the sound at `path`, if they are there. A damaged file is deleted."""
        try:
            place = self._place(path)
            content = place.read_bytes()
        except OSError:
            return None
        try:
            peaks = waveform_data.from_bytes(content)
        except ValueError:
            with suppress(OSError):
                place.unlink()
            return None
        with suppress(OSError):
            os.utime(place)  # the oldest is the one that was not seen for longest
        return peaks

    def store(self, path: Path, peaks: Peaks) -> None:
        """Keep the peaks of the whole sound at `path`."""
        with suppress(OSError):
            self._keep(self._place(path), peaks)

    def filled_by(self, path: Path, source: Source, blocks: Iterator[Block]) -> Iterator[Block]:
        """The `blocks` of the whole sound at `path`, whose peaks are kept on the way: for a scan, which decodes it
        anyway. Only while half of the room is free: what somebody looked at is not to go for what nobody has seen."""
        try:
            place = self._place(path)
            wanted = not place.exists() and self._room() > self._most // 2
        except OSError:
            wanted = False
        if not wanted:
            yield from blocks
            return
        made = PeakAccumulator(pixel_for(source.frames, source.channels), source.channels, source.sample_rate)
        for block in blocks:
            made.add(block)
            yield block
        peaks = made.peaks()
        if len(peaks.minima):
            self._keep(place, peaks)

    def _room(self) -> int:
        if self._held is None:
            self._held = sum(file.stat().st_size for file in self._folder.glob("*/*"))
        return self._most - self._held

    def _keep(self, place: Path, peaks: Peaks) -> None:
        content = waveform_data.to_bytes(peaks)
        with suppress(OSError):  # a full or read-only disk: then they are made anew each time
            place.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(place, content)
            self._unswept += len(content)
            if self._held is not None:
                self._held += len(content)
            if self._unswept * _PART >= self._most:
                self._unswept = 0
                self.sweep()

    def sweep(self) -> None:
        """Delete the files that were not seen for longest, until the rest fits with some room to spare."""
        found = []
        for place in self._folder.glob("*/*"):
            with suppress(OSError):  # another process sweeps too
                status = place.stat()
                found.append((status.st_mtime, status.st_size, place))
        self._held = sum(size for _, size, _ in found)
        excess = self._held - self._most
        if excess <= 0:
            return
        excess += self._most // _PART
        for _, size, place in sorted(found):
            if excess <= 0:
                break
            with suppress(OSError):
                place.unlink()
                excess -= size
                self._held -= size

    def _place(self, path: Path) -> Path:
        status = path.stat()
        name = os.fsencode(path.absolute())
        known = b"\0".join([name, str(status.st_size).encode(), str(status.st_mtime_ns).encode()])
        digest = hashlib.blake2b(known, digest_size=16).hexdigest()
        return self._folder / digest[:2] / f"{digest[2:]}.dat"


def _write_whole(place: Path, content: bytes) -> None:
    """Never half a file, even when two write it at once."""
    descriptor, name = tempfile.mkstemp(dir=place.parent, suffix=".new")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).replace(place)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
