"""The open library and its model: opened, warmed and watched without ever holding the window up."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.tasks import Latest, run_quietly, run_task, wait_for_tasks
from wavlink_desktop.gui.told import told
from wavlink_desktop.library.records import LibraryInfo, SoundEmbedder
from wavlink_desktop.wavlink.tuning import tune

_log = logging.getLogger(__name__)
POLL_MS = 3000
BUSY_POLL_MS = 1000
IDLE_MS = 10 * 60_000
"""A model that nobody has needed for so long gives its memory back."""


class ClosableEmbedder(SoundEmbedder, Protocol):
    """An embedder that holds something (a process) to be let go."""

    def close(self) -> None:
        """Let it go."""


def make_embedder() -> ClosableEmbedder:
    """The bundled model: this process never imports torch."""
    from wavlink_desktop.wavlink import EmbedderProcess

    return EmbedderProcess()


class Session(QObject):
    """One library, from opening to closing. All its signals come on the window's thread."""

    opened = Signal()
    """`library` is there: listing and searching by name work."""
    failed = Signal(str)
    """It cannot be opened: why."""
    model_ready = Signal()
    model_failed = Signal(str)
    model_loading = Signal()
    model_resting = Signal()
    """It was let go, as nobody needed it; `need_model` brings it back."""
    changed = Signal()
    """The catalogue has changed, by whichever process; `info` is fresh."""

    def __init__(
        self, path: Path, embedder: Callable[[], ClosableEmbedder] = make_embedder, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.library: Library | None = None
        self.info: LibraryInfo | None = None
        self.has_model = False
        self._make_embedder = embedder
        self._embedder: ClosableEmbedder | None = None
        self.resting = False
        """Whether the model was let go as nobody needed it."""
        self._revision = -1
        self._lane: Latest[tuple[int, LibraryInfo | None]] = Latest()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.poll)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.rest)

    def open(self) -> None:
        """Open the library, then load the model; returns at once."""
        self._embedder = embedder = self._make_embedder()
        path = self.path

        def work() -> tuple[Library, int, LibraryInfo]:
            path.parent.mkdir(parents=True, exist_ok=True)
            library = Library(path, embedder=lambda: embedder)
            return library, library.revision(), library.info()

        run_task(work, self._opened)

    def tune(self, threads: int, number_format: str) -> None:
        """How the model runs from now on, here and in the children; 0 and "" leave it to the model."""
        tune(threads, number_format)
        embedder = self._embedder
        if embedder is not None and self.has_model:
            embedder.close()  # the next call starts another
            self._warm_up()

    def need_model(self) -> None:
        """Somebody searches by sound: the model stays, or comes back if it rested. Returns at once."""
        if self.resting:
            self.resting = False
            self.model_loading.emit()
            self._warm_up()
        elif self.has_model:
            self._idle.start()

    def rest(self) -> None:
        """Let the model go until it is needed, and give its memory back; names are found without it."""
        if self.has_model and self._embedder is not None:
            self.has_model, self.resting = False, True
            self._idle.stop()
            self._embedder.close()
            self.model_resting.emit()

    def set_busy(self, busy: bool) -> None:
        """While a scan runs, look more often whether something has changed."""
        self._timer.setInterval(BUSY_POLL_MS if busy else POLL_MS)

    def poll(self) -> None:
        """Look now whether the catalogue has changed."""
        library, known = self.library, self._revision
        if library is None or self._lane.busy:
            return

        def work() -> tuple[int, LibraryInfo | None]:
            revision = library.revision()
            return revision, library.info() if revision != known else None

        self._lane.run(work, self._polled)

    def close(self) -> None:
        """Close the library and end the model's process."""
        self._timer.stop()
        self._idle.stop()
        self._lane.drop()
        if self._embedder is not None:
            self._embedder.close()
        library, self.library = self.library, None
        # A connection must not be closed under a query that runs on it. One that takes longer ends with the program,
        # which loses nothing: everything is committed.
        if wait_for_tasks() and library is not None:
            library.close()

    def _opened(self, result: tuple[Library, int, LibraryInfo], error: BaseException | None) -> None:
        if error is not None:
            self.failed.emit(told(error))
            return
        self.library, self._revision, info = result
        self.info = info
        _log.info("library %s: %d clips, %d of them listened to", info.path, info.clips, info.embedded)
        self._timer.start()
        self._warm_up()  # before the counts that the others ask for
        self.opened.emit()

    def _warm_up(self) -> None:
        embedder = self._embedder
        if embedder is not None:
            run_quietly(lambda: embedder.embed_text(["sound"]), self._warmed)

    def _warmed(self, _: object, error: BaseException | None) -> None:
        if error is not None:
            self.model_failed.emit(told(error))
            return
        self.has_model = True
        self._idle.start()
        self.model_ready.emit()

    def _polled(self, result: tuple[int, LibraryInfo | None], error: BaseException | None) -> None:
        # A library that is busy for a moment is asked again at the next tick.
        if error is None and result[1] is not None:
            self._revision, self.info = result
            self.changed.emit()
