"""A scan's second tier: sounds to vectors. Decoding runs in a thread beside the model; whole files are committed."""

import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.audio import MODEL_RATE, AudioError, PeakCache, Window, read_windows
from wavlink_desktop.library import vectors
from wavlink_desktop.library.asides import Asides
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import unexpected, unreadable
from wavlink_desktop.library.folders import reachable
from wavlink_desktop.library.records import ScanProgress, SoundEmbedder
from wavlink_desktop.library.schema import VISIBLE
from wavlink_desktop.library.texts import printable, storable
from wavlink_desktop.library.trail import Trail

_GROUP_SECONDS = 160.0  # enough that the embedder finds clips of like length to batch
_GROUP_WINDOWS = 64
_WAITING_WINDOWS = 48  # decoded ahead: at most 31 MB of 10 s windows
_PROGRESS_SECONDS = 0.1


@dataclass(slots=True)
class Pending:
    """A file that waits for its vectors, and those that it has."""

    id: int
    path: bytes
    size: int
    mtime_ns: int
    duration: float
    bounds: list[tuple[float, float]] = field(default_factory=list)
    blobs: list[bytes] = field(default_factory=list)
    problem: str | None = None

    def unchanged(self) -> bool:
        """Whether the file is still what the catalogue says."""
        try:
            status = os.stat(self.path)
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.mtime_ns)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A window of a file, mono at 16 kHz; without one, the end of the file."""

    file: Pending
    window: Window | None
    samples: NDArray[np.float32] | None


class VectorScan:
    """The second tier over everything that has no vectors of the embedder's model; `run` it once."""

    def __init__(
        self,
        catalogue: Catalogue,
        embedder: SoundEmbedder,
        trail: Trail,
        progress: Callable[[ScanProgress], None],
        cancelled: Callable[[], bool],
        peaks: PeakCache | None = None,
    ) -> None:
        self.embedded = 0
        self._asides = Asides()
        self._peaks = peaks
        self._catalogue = catalogue
        self._trail = trail
        self._embedder = embedder
        self._model_id = embedder.model_id
        self._progress = progress
        self._cancelled = cancelled
        self._began = time.monotonic()
        self._reported = 0.0
        self._seconds = 0.0
        self._total = 0.0
        self._files = 0
        self._name = ""

    def run(self) -> None:
        """Embed what is pending, the newest folders first. Ends early when cancelled; what is committed stays."""
        self._name_model()
        pending = self._pending()
        if not pending:
            return
        self._total = sum(file.duration for file in pending)
        self._files = len(pending)
        with _decoding(pending, self._trail, self._peaks) as decoded:
            for group in self._groups(decoded):
                self._embed(group)
                self._commit([item.file for item in group if item.window is None])
                self._report()
        self._report(last=True)

    def _name_model(self) -> None:
        if self._catalogue.state().model_id != self._model_id:
            with self._catalogue.writing() as database:
                database.execute("UPDATE state SET model_id = ?", [self._model_id])

    def _pending(self) -> list[Pending]:
        online = {folder.id: folder.path for folder in self._catalogue.folders() if reachable(folder.path)}
        with self._catalogue.reading() as database:
            rows = database.execute(
                f"""SELECT id, folder_id, path, size, mtime_ns, duration FROM files
                WHERE model_id != ? AND {VISIBLE} ORDER BY folder_id DESC, path""",
                [self._model_id],
            ).fetchall()
        return [
            Pending(number, os.path.join(online[folder], path), size, mtime, duration)
            for number, folder, path, size, mtime, duration in rows
            if folder in online
        ]

    def _groups(self, decoded: Iterator[Decoded]) -> Iterator[list[Decoded]]:
        """What one call of the embedder takes."""
        group: list[Decoded] = []
        seconds, windows = 0.0, 0
        for item in decoded:
            if self._cancelled():
                return
            group.append(item)
            if item.samples is not None:
                seconds += len(item.samples) / MODEL_RATE
                windows += 1
            if seconds >= _GROUP_SECONDS or windows >= _GROUP_WINDOWS or len(group) >= 4 * _GROUP_WINDOWS:
                yield group
                group, seconds, windows = [], 0.0, 0
        yield group

    def _embed(self, group: list[Decoded]) -> None:
        if group:
            self._name = printable(os.path.basename(group[-1].file.path))
        sounds = [(item.file, item.window, item.samples) for item in group if item.window and item.samples is not None]
        if not sounds:
            return
        embedded = self._embedder.embed_audio([samples for _, _, samples in sounds])
        for (file, window, samples), vector in zip(sounds, embedded, strict=True):
            file.bounds.append((window.start, window.end))
            file.blobs.append(vectors.encode(vector))
            self._seconds += len(samples) / MODEL_RATE

    def _commit(self, files: list[Pending]) -> None:
        """Write whole files: vectors, model and problem together. Those that changed wait for the next scan."""
        done = [file for file in files if file.unchanged()]
        if not done:
            return
        with self._catalogue.writing() as database:
            for file in done:
                row = database.execute("SELECT size, mtime_ns FROM files WHERE id = ?", [file.id]).fetchone()
                if row != (file.size, file.mtime_ns):
                    continue  # removed from the library, or scanned anew, meanwhile
                vectors.put(database, file.id, self._model_id, file.bounds, file.blobs)
                if file.problem:
                    self._asides.add(file.path, file.problem)
                    database.execute("UPDATE files SET problem = ? WHERE id = ?", [storable(file.problem), file.id])
                self.embedded += 1

    def _report(self, last: bool = False) -> None:
        now = time.monotonic()
        if last or now - self._reported > _PROGRESS_SECONDS:
            self._reported = now
            total = max(self._total, self._seconds)
            elapsed = now - self._began
            self._progress(
                ScanProgress("vectors", self._seconds, total, elapsed, self.embedded, self._files, self._name)
            )


class _decoding:
    """Decodes files in a thread, a bounded number of windows ahead; leaving the block stops the thread."""

    def __init__(self, files: list[Pending], trail: Trail, peaks: PeakCache | None) -> None:
        self._files = files
        self._peaks = peaks
        self._trail = trail
        self._queue: queue.Queue[Decoded | BaseException | None] = queue.Queue(_WAITING_WINDOWS)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="decoder", daemon=True)

    def __enter__(self) -> Iterator[Decoded]:
        self._thread.start()
        return self._items()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _items(self) -> Iterator[Decoded]:
        while (item := self._queue.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item

    def _run(self) -> None:
        try:
            for file in self._files:
                self._trail.at(file.path)
                for item in _decode(file, self._peaks):
                    if not self._put(item):
                        return
            self._put(None)
        except BaseException as error:  # a bug: it is raised again where the windows are used
            self._put(error)

    def _put(self, item: Decoded | BaseException | None) -> bool:
        while not self._stop.is_set():
            try:
                self._queue.put(item, timeout=0.1)
            except queue.Full:
                continue
            return True
        return False


def _decode(file: Pending, peaks: PeakCache | None) -> Iterator[Decoded]:
    """A file's windows, without those of digital silence, which sound like nothing; then its end."""
    path = Path(os.fsdecode(file.path))
    through = None if peaks is None else partial(peaks.filled_by, path)
    try:
        for window, samples in read_windows(path, through):
            if samples.any():
                yield Decoded(file, window, samples)
    except AudioError as error:
        file.problem = str(error)
    except OSError as error:
        file.problem = unreadable(error)
    except Exception as error:  # one odd file must not keep the others out
        file.problem = unexpected(error)
    yield Decoded(file, None, None)
