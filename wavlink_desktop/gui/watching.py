"""Changes in the folders, found by themselves: as they happen where the system tells of them, and regularly anyway."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from wavlink_desktop.gui.preferences import Preferences, kept_texts
from wavlink_desktop.gui.scan_job import ScanJob, ScanState
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import Latest, run_quietly
from wavlink_desktop.library.watching import FolderWatch, outermost

QUIET_MS = 3000
"""So long nothing may happen before one looks: whoever copies a thousand files is not done after the first."""
PATIENCE_MS = 60_000
"""So long one waits for quiet."""
_UNWATCHED, _PAUSED = "library/unwatched", "scan/paused"


class Watching(QObject):
    """Starts scans of what has changed; never while the user has paused them."""

    watched = Signal()
    """Another set of folders is watched, or refused to be."""
    _happened = Signal(object)

    def __init__(
        self,
        session: Session,
        scan: ScanJob,
        preferences: Preferences,
        settings: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._scan, self._preferences, self._settings = session, scan, preferences, settings
        self._watch: FolderWatch | None = None
        self._lane: Latest[tuple[tuple[Path, ...], dict[Path, str]]] = Latest(run_quietly)
        self._wanted: tuple[Path, ...] = ()
        self._changed: set[Path] = set()
        self.folders: tuple[Path, ...] = ()
        """Those that are watched."""
        self.refused: dict[Path, str] = {}
        """Those that the system cannot watch, and why."""
        self._quiet = self._timer(QUIET_MS, self._look)
        self._patience = self._timer(PATIENCE_MS, self._look)
        self._regular = QTimer(self)
        self._regular.timeout.connect(self._look_everywhere)
        self._happened.connect(self._note)
        session.opened.connect(self._arrange)
        session.changed.connect(self._arrange)
        preferences.changed.connect(self._preference_changed)
        scan.state_changed.connect(self._scan_state_changed)
        self._set_interval()

    @property
    def paused(self) -> bool:
        """Whether the user has paused the last scan, be it in an earlier run of the program."""
        return str(self._settings.value(_PAUSED, "false")) == "true"

    def go_on(self) -> None:
        """The program has just started: go on with what it left, and see what has changed, unless it was paused."""
        if not self.paused and self._preferences.flag("library/look_at_start"):
            self._look_everywhere()

    def is_wanted(self, folder: Path) -> bool:
        """Whether the user wants that folder to be watched."""
        return str(folder) not in self._unwatched()

    def want(self, folder: Path, wanted: bool) -> None:
        """Watch that folder, or leave it to the regular look."""
        kept = [path for path in self._unwatched() if path != str(folder)]
        self._settings.setValue(_UNWATCHED, kept if wanted else [*kept, str(folder)])
        self._arrange()

    def close(self) -> None:
        """Watch nothing more."""
        for timer in (self._quiet, self._patience, self._regular):
            timer.stop()
        self._changed.clear()
        self._lane.drop()
        if self._watch is not None:
            self._watch.stop()
            self._watch = None

    def _unwatched(self) -> list[str]:
        return kept_texts(self._settings, _UNWATCHED)

    def _timer(self, milliseconds: int, answer: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(answer)
        return timer

    # What is watched

    def _arrange(self) -> None:
        """Watch what is to be watched now, if that is something else than before."""
        info, library = self._session.info, self._session.library
        wanted: tuple[Path, ...] = ()
        if info is not None and self._preferences.flag("library/watch"):
            wanted = tuple(folder for folder in info.folders if self.is_wanted(folder))
        if wanted == self._wanted or library is None:
            return
        self._wanted = wanted
        former, self._watch = self._watch, FolderWatch(self._happened.emit)
        watch = self._watch

        def work() -> tuple[tuple[Path, ...], dict[Path, str]]:
            if former is not None:
                former.stop()
            # In a folder that is not wholly in the library, most changes are none of its business.
            whole = library.whole_folders()
            folders = tuple(folder for folder in wanted if folder in whole)
            # Every folder below them costs a call: 100,000 of them take seconds.
            return folders, watch.watch(folders) if folders else {}

        self._lane.run(work, self._arranged)

    def _arranged(self, result: tuple[tuple[Path, ...], dict[Path, str]] | None, error: BaseException | None) -> None:
        self.folders, self.refused = result or ((), dict.fromkeys(self._wanted, str(error)))
        self.watched.emit()

    def _preference_changed(self, key: str) -> None:
        if key == "library/watch":
            self._arrange()
        elif key == "library/rescan_minutes":
            self._set_interval()

    def _set_interval(self) -> None:
        minutes = self._preferences.number("library/rescan_minutes")
        if minutes:
            self._regular.start(minutes * 60_000)
        else:
            self._regular.stop()

    # What happens

    def _note(self, path: Path) -> None:
        if self._watch is None:
            return  # closed; this was on its way
        self._changed.add(path)
        self._quiet.start()
        if not self._patience.isActive():
            self._patience.start()

    def _look(self) -> None:
        self._quiet.stop()
        self._patience.stop()
        if self._scan.state == ScanState.IDLE and self._changed:
            places = outermost(self._changed, self.folders)
            self._changed.clear()
            if places:
                self._scan.start(places)

    def _look_everywhere(self) -> None:
        info = self._session.info
        if info is not None and info.folders and self._scan.state == ScanState.IDLE and not self.paused:
            self._changed.clear()
            self._scan.start()

    def _scan_state_changed(self) -> None:
        state = self._scan.state
        if state in (ScanState.PAUSED, ScanState.RUNNING):
            self._settings.setValue(_PAUSED, "true" if state == ScanState.PAUSED else "false")
        if state == ScanState.IDLE and self._changed:
            self._quiet.start()
