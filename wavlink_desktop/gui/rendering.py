"""Sounds rendered to be dragged or copied out: at once where that is quick, else ready for the next try."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.transfer_settings import REGION_NAMING
from wavlink_desktop.transfer import Conversion, Recipe, TransferReport

PATIENCE_MS = 500
"""As long as somebody holds a mouse button without wondering."""

Key = tuple[tuple[int, ...], tuple[float, float] | None, Conversion, Path]


class Rendering(QObject):
    """Renders into the folder for transfers, and knows what it has rendered."""

    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ready: dict[Key, list[tuple[Path, int]]] = {}
        """What was rendered, with its size: a file that was changed since is rendered anew."""
        self._running: set[Key] = set()
        self._closing = threading.Event()

    def close(self) -> None:
        """Stop what runs; unfinished files go."""
        self._closing.set()

    def ask(self, library: Library, key: Key, done: Callable[[list[Path]], None]) -> None:
        """Render, unless it is there already, then hand over the files; not on an error, which is said."""
        ready = self._found(key)
        if ready:
            done(ready)
            return
        if key in self._running:
            return
        self._running.add(key)
        clip_ids, region, conversion, folder = key
        recipe = Recipe(conversion, REGION_NAMING if region else "{name}")

        def work() -> TransferReport:
            return library.transfer(folder, recipe, clip_ids=clip_ids, region=region, cancelled=self._closing.is_set)

        def came(report: TransferReport | None, error: BaseException | None) -> None:
            self._running.discard(key)
            files = self._taken(key, report, error)
            if files:
                done(files)

        run_task(work, came)

    def at_once(self, library: Library, key: Key) -> list[Path]:
        """The files if they are there within half a second; else none, and what to do is said."""
        files: list[Path] = []
        waiting = QEventLoop()
        late = False

        def came(made: list[Path]) -> None:
            files.extend(made)
            waiting.quit()
            if late:
                self.said.emit(self.tr("Rendered: drag it now."))

        if key in self._running:
            self.said.emit(self.tr("It is still being rendered. A moment…"))
            return []
        self.ask(library, key, came)
        if not files and key in self._running:
            QTimer.singleShot(PATIENCE_MS, waiting.quit)
            stopped = QTimer()
            stopped.setInterval(10)
            stopped.timeout.connect(lambda: waiting.quit() if key not in self._running else None)
            stopped.start()
            waiting.exec()
        late = not files
        if key in self._running:
            self.said.emit(self.tr("This takes a moment to render. Drag it again when it is done."))
        return files

    def _found(self, key: Key) -> list[Path]:
        made = self._ready.get(key, [])
        try:
            there = all(path.stat().st_size == size for path, size in made)
        except OSError:
            there = False
        return [path for path, _ in made] if there else []

    def _taken(self, key: Key, report: TransferReport | None, error: BaseException | None) -> list[Path]:
        if report is None or not report.written:
            reason = told(error) if error else told(report.failed[0].reason) if report and report.failed else ""
            if reason:
                self.said.emit(reason)
            return []
        self._ready[key] = [(path, path.stat().st_size) for path in report.written]
        noted = [*report.failed, *report.notes]
        if noted:
            self.said.emit(told(noted[0].reason))
        return report.written
