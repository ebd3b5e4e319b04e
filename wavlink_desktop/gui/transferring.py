"""Sounds on their way out: dragged, copied, shown in the file manager, transferred to a folder."""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from wavlink_desktop.gui.dragging import drag_files
from wavlink_desktop.gui.file_manager import show_files
from wavlink_desktop.gui.file_urls import copied_mime
from wavlink_desktop.gui.job_bar import JobBar
from wavlink_desktop.gui.rendering import Key, Rendering
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.transfer_dialog import SHOWN_NAMES, Order, TransferDialog
from wavlink_desktop.gui.transfer_report import TransferReportDialog
from wavlink_desktop.gui.transfer_settings import TransferSettings
from wavlink_desktop.gui.waveform import Waveform
from wavlink_desktop.gui.wording import counted, grouped
from wavlink_desktop.search.hits import Hit
from wavlink_desktop.transfer import Conversion, Recipe, TransferReport

MOST_AT_ONCE = 2000
"""Files that are dragged or copied: other programs choke on more."""


class Transferring(QObject):
    """What leaves the library of one session."""

    said = Signal(str)
    """Something for the status line."""
    _progressed = Signal(int, float)

    def __init__(
        self,
        session: Session,
        view: ResultsView,
        waveform: Waveform,
        bar: JobBar,
        settings: QSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._view, self._waveform, self._bar, self._window = session, view, waveform, bar, window
        self.settings = TransferSettings(settings)
        self.rendering = Rendering(self)
        self._hit: Hit | None = None
        """The one whose waveform is shown."""
        self._stop: threading.Event | None = None
        """Set: the transfer that runs is to end."""
        view.chosen.connect(self._chosen)
        view.drag_wanted.connect(self.drag_files)
        waveform.region_dragged.connect(self.drag_region)
        bar.cancelled.connect(self.cancel)
        self._progressed.connect(bar.set_progress)
        self.rendering.said.connect(self.said)

    # Commands

    def copy_files(self) -> None:
        """The selected files to the clipboard: as files and as text."""
        files = [hit.clip.path for hit in self._hits()]
        if files:
            QGuiApplication.clipboard().setMimeData(copied_mime(files))
            self.said.emit(counted(len(files), self.tr("1 file copied"), self.tr("{0} files copied")))

    def copy_region(self) -> None:
        """Render the region, and put its file on the clipboard."""
        key, library = self._region_key(), self._session.library
        if key is not None and library is not None:
            self.rendering.ask(library, key, self._copied)

    def reveal(self) -> None:
        """Show the selected files in the file manager."""
        files = [hit.clip.path for hit in self._hits()]
        if not files:
            return
        beside = [path for path in files if path.parent == files[0].parent]
        text = self.tr("No file manager answers. The folder is {0}").format(_shown(files[0].parent))
        show_files(beside, self, lambda: self.said.emit(text))

    def transfer(self) -> None:
        """Ask how, then copy or convert the selected sounds into a folder."""
        library = self._session.library
        ids = self._ids()
        if library is None or not len(ids):
            self.said.emit(self.tr("Choose sounds first, then transfer them."))
            return
        if self._stop is not None:
            self.said.emit(self.tr("A transfer is running. Wait for it, or stop it."))
            return
        region = self._region_of(ids)

        def names(recipe: Recipe, only_region: bool) -> list[Path]:
            return library.transfer_names(ids[:SHOWN_NAMES], recipe, len(ids), region if only_region else None)

        folders = self._session.info.folders if self._session.info is not None else ()
        dialog = TransferDialog(len(ids), region, self.settings, names, folders, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.ordered.connect(lambda order: self._start(ids, region, order))
        dialog.open()

    def choose_transfers_folder(self) -> None:
        """Ask where regions, and sounds in another form, are rendered to when they are dragged out."""
        folder = self.settings.transfers_folder
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for dragged regions"), str(folder))
        if chosen:
            self.settings.transfers_folder = Path(chosen)
            self.said.emit(self.tr("Regions that are dragged out are written to {0}").format(_shown(Path(chosen))))

    def drag_as_they_are(self) -> None:
        """Sounds are dragged out as they are again."""
        self.settings.dragged = Conversion()
        self.said.emit(self.tr("Sounds are dragged out as they are."))

    def cancel(self) -> None:
        """Stop the transfer that runs; the files that are done stay."""
        if self._stop is not None:
            self._stop.set()
            self._bar.begin(self.tr("Stopping the transfer…"))

    def close(self) -> None:
        """The window closes: stop everything; unfinished files go."""
        self.cancel()
        self.rendering.close()

    # Drags

    def drag_files(self) -> None:
        """Drag the selected files out: as they are, or in the form that the user chose for drags."""
        hits = [hit for hit in self._hits() if hit.clip.online]
        if not hits:
            return
        label = counted(len(hits), hits[0].clip.name, self.tr("{0} sounds"))
        conversion, library = self.settings.dragged, self._session.library
        if conversion.nothing or library is None:
            drag_files(self._view, [hit.clip.path for hit in hits], label)
            return
        key: Key = (tuple(hit.clip.id for hit in hits), None, conversion, self.settings.transfers_folder)
        self._drag_rendered(self._view, key, label)

    def drag_region(self) -> None:
        """Drag the region out: it is rendered into the folder for transfers, where it stays."""
        key = self._region_key()
        if key is not None and self._hit is not None:
            self._drag_rendered(self._waveform, key, self._hit.clip.name)

    def _drag_rendered(self, source: QWidget, key: Key, label: str) -> None:
        library = self._session.library
        if library is None:
            return
        files = self.rendering.at_once(library, key)
        if not files:
            return
        if drag_files(source, files, files[0].name if len(files) == 1 else label):
            self.said.emit(self.tr("Dragged out from {0}").format(_shown(files[0].parent)))

    # What happens then

    def _chosen(self, hit: Hit) -> None:
        self._hit = hit

    def _ids(self) -> Sequence[int]:
        ids: Sequence[int] = self._view.selected_ids().tolist()
        return ids or ([self._hit.clip.id] if self._hit is not None else [])

    def _hits(self) -> list[Hit]:
        """The selected hits; none, and why is said, if they are too many for other programs."""
        if self._view.selected_count() > MOST_AT_ONCE:
            text = self.tr("{0} files at once are too many for other programs: transfer them to a folder.")
            self.said.emit(text.format(grouped(self._view.selected_count())))
            return []
        return self._view.selected_hits() or ([self._hit] if self._hit is not None else [])

    def _region_of(self, ids: Sequence[int]) -> tuple[float, float] | None:
        """The region of the waveform, if it is that of the one sound that is meant."""
        mine = self._hit is not None and list(ids) == [self._hit.clip.id]
        return self._waveform.region if mine else None

    def _region_key(self) -> Key | None:
        region = self._waveform.region
        if region is None or self._hit is None:
            self.said.emit(self.tr("Drag over the waveform first: that marks a region."))
            return None
        return (self._hit.clip.id,), region, self.settings.dragged, self.settings.transfers_folder

    def _copied(self, files: list[Path]) -> None:
        QGuiApplication.clipboard().setMimeData(copied_mime(files))
        self.said.emit(self.tr("The region is copied, as {0}").format(_shown(files[0])))

    def _start(self, ids: Sequence[int], region: tuple[float, float] | None, order: Order) -> None:
        library = self._session.library
        if library is None:
            return
        self.settings.destination, self.settings.last = order.destination, order.recipe
        self.settings.dragged = order.recipe.conversion if order.drags_too else Conversion()
        self._stop = stop = threading.Event()
        sounds = counted(len(ids), self.tr("1 sound"), self.tr("{0} sounds"))
        self._bar.begin(self.tr("Transferring {0} to {1}").format(sounds, _shown(order.destination)))

        def work() -> TransferReport:
            return library.transfer(
                order.destination,
                order.recipe,
                clip_ids=ids,
                region=region if order.only_region else None,
                progress=_Pace(self._progressed.emit).tell,
                cancelled=stop.is_set,
            )

        run_task(work, lambda report, error: self._ended(order, report, error))

    def _ended(self, order: Order, report: TransferReport | None, error: BaseException | None) -> None:
        self._stop = None
        self._bar.hide()
        if report is None:
            self.said.emit(told(error))
            return
        done = counted(report.done, self.tr("1 sound transferred"), self.tr("{0} sounds transferred"))
        parts = [self.tr("{0} to {1}").format(done, _shown(order.destination))]
        if report.failed:
            parts.append(counted(len(report.failed), self.tr("1 failed"), self.tr("{0} failed")))
        if report.cancelled:
            parts.append(self.tr("stopped"))
        self.said.emit(told(report.stopped) or "  ·  ".join(parts))
        if report.failed or report.notes:
            dialog = TransferReportDialog(report, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()


class _Pace:
    """Tells how far a transfer is, and how many seconds are left, at most ten times a second."""

    def __init__(self, tell: Callable[[int, float], None]) -> None:
        self._tell = tell
        self._began = self._told = time.monotonic()

    def tell(self, done: int, total: int) -> None:
        """Called after every sound, on whatever thread."""
        now = time.monotonic()
        if now - self._told >= 0.1 or done == total:
            self._told = now
            self._tell(1000 * done // total, (now - self._began) * (total - done) / done)


def _shown(path: Path) -> str:
    return str(path).encode(errors="replace").decode()
