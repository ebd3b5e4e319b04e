"""One `Library` object: what the window and the command line both talk to."""

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.records import Clip, LibraryInfo, Problem, ScanProgress, ScanReport, SoundEmbedder, Tag
from wavlink_desktop.search.hits import By, Hit


class Library:
    """A library file with its folders, clips, vectors and tags.

    Safe to call from several threads (each thread gets its own SQLite connection). `embedder` makes the model when it
    is first needed, so that opening a library, listing it and searching it by name never load one.
    """

    def __init__(self, path: Path, embedder: Callable[[], SoundEmbedder] | None = None) -> None:
        """Open `path`, or create it. Default embedder: `wavlink.Embedder`, the bundled checkpoint."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Save the index cache and close the connections."""
        raise NotImplementedError

    # Growing
    def scan(
        self,
        folders: Sequence[Path] = (),
        progress: Callable[[ScanProgress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ScanReport:
        """Add `folders` (files are welcome too), or rescan every folder when none is given."""
        raise NotImplementedError

    def folders(self) -> list[Path]: ...
    def remove_folder(self, folder: Path) -> None: ...

    # Finding
    def search(self, text: str, limit: int = 100, by: By = "both") -> list[Hit]:
        """Ranked clips. Empty text, or fields only, lists what passes the filters. `QueryError` says what is wrong."""
        raise NotImplementedError

    def similar(self, path: Path, limit: int = 100, start: float = 0.0, end: float | None = None) -> list[Hit]:
        """Clips that sound like `path` (of the library, or from outside) or like its seconds `start` to `end`."""
        raise NotImplementedError

    # Looking
    def clip(self, clip_id: int) -> Clip: ...
    def find(self, path: Path) -> Clip | None: ...
    def clips(self) -> list[Clip]: ...
    def tags(self, clip_id: int) -> list[Tag]: ...
    def matches(self, clip_id: int, text: str) -> list[tuple[float, float, float]]:
        """`(start, end, score)` of each window of a clip for a text, in time order."""
        raise NotImplementedError

    def problems(self) -> list[Problem]: ...
    def info(self) -> LibraryInfo: ...
    def revision(self) -> int:
        """Grows whenever the catalogue changes, by whichever process: the window polls it."""
        raise NotImplementedError

    # Tagging and export
    def tag(self, vocabulary: str = "ucs", progress: Callable[[int, int], None] | None = None) -> int:
        """Tag every embedded clip zero-shot; gives how many were tagged. Tags of persons are left alone."""
        raise NotImplementedError

    def set_person_tags(self, clip_id: int, labels: Sequence[str]) -> None: ...
    def export(self, destination: Path, file_format: str = "csv") -> int:
        """Write every clip with its tags to `destination`, whole or not at all; gives the number of clips."""
        raise NotImplementedError

    def vectors(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Clip ids `(n,)` and their mean unit vectors `(n, 512)`."""
        raise NotImplementedError
