"""A slim bar while a scan runs or waits: how far, how fast, how long still; pause, resume, cancel."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from wavlink_desktop.gui.elided import ElidedLabel
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.pace import Pace
from wavlink_desktop.gui.scan_job import ScanState
from wavlink_desktop.gui.wording import counted, grouped, time_left
from wavlink_desktop.library.records import ScanProgress


class ScanBar(QWidget):
    """Shows a scan; `pause_toggled` and `cancelled` are its buttons."""

    pause_toggled = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._pace, self._files = "", Pace(), Pace()
        self._text = QLabel(self)
        self._name = ElidedLabel(parent=self)
        self._name.setObjectName("dim")
        self._figures = QLabel(self)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 1000)
        self._progress.setAccessibleName(self.tr("Scan progress"))
        self._pause = self._button(self.pause_toggled)
        self._cancel = self._button(self.cancelled)
        self._cancel.setIcon(icon("close"))
        self._cancel.setToolTip(self.tr("Cancel the scan: what is done is kept"))
        self._cancel.setAccessibleName(self.tr("Cancel the scan"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 12, 2)
        layout.setSpacing(12)
        layout.addWidget(self._text)
        layout.addWidget(self._name, 2)
        layout.addWidget(self._progress, 3)
        layout.addWidget(self._figures)
        layout.addWidget(self._pause)
        layout.addWidget(self._cancel)
        self.hide()

    def _button(self, signal: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.clicked.connect(signal)
        return button

    def set_state(self, state: ScanState) -> None:
        """Show or hide, and what the pause button would do."""
        self.setVisible(state != ScanState.IDLE)
        paused = state == ScanState.PAUSED
        self._pause.setIcon(icon("play" if paused else "pause"))
        action = self.tr("Go on with the scan") if paused else self.tr("Pause the scan")
        self._pause.setToolTip(action)
        self._pause.setAccessibleName(action)
        self._name.setText("")
        self._figures.setText("")
        self._stage = ""
        self._pause.setEnabled(state != ScanState.STOPPING)
        if paused:
            self._text.setText(self.tr("Paused"))
        elif state == ScanState.STOPPING:
            self._text.setText(self.tr("Stopping after this batch…"))
        else:
            self._text.setText(self.tr("Looking for sounds…"))
            self._progress.setRange(0, 0)

    def set_waiting(self, clips: int) -> None:
        """Offer to go on with a scan that an earlier run of the program left."""
        self.set_state(ScanState.PAUSED)
        self._progress.setRange(0, 1000)
        self._progress.setValue(0)
        self._text.setText(
            counted(
                clips,
                self.tr("1 sound has not been listened to yet"),
                self.tr("{0} sounds have not been listened to yet"),
            )
        )

    def set_progress(self, progress: ScanProgress) -> None:
        """Show how far it is."""
        if progress.stage != self._stage:
            self._stage, self._pace, self._files = progress.stage, Pace(), Pace()
        self._pace.update(progress.done, progress.elapsed, progress.total)
        self._files.update(progress.files, progress.elapsed, progress.of_files)
        self._progress.setRange(0, 1000)
        self._progress.setValue(round(1000 * progress.done / progress.total) if progress.total else 0)
        if progress.stage == "headers":
            self._text.setText(self.tr("Listing sounds"))
        else:
            self._text.setText(self.tr("Searchable by name; listening to the sounds"))
        self._name.setText(progress.name)
        self._figures.setText("  ·  ".join(self._parts(progress)))

    def _parts(self, progress: ScanProgress) -> list[str]:
        parts = [self.tr("{0} of {1} files").format(grouped(progress.files), grouped(progress.of_files))]
        rate = self._files.rate
        if progress.elapsed > 1 and rate > 0:
            parts.append(self.tr("{0} a second").format(f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"))
        if self._pace.left is not None and progress.done < progress.total:
            parts.append(self.tr("{0} left").format(time_left(self._pace.left)))
        return parts
