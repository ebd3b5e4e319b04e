"""The window: where everything is, and nothing of what it does."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QSlider,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.file_urls import dropped_paths
from wavlink_desktop.gui.icons import IconLabel
from wavlink_desktop.gui.inspector import Inspector
from wavlink_desktop.gui.job_bar import JobBar
from wavlink_desktop.gui.map_page import MapPage
from wavlink_desktop.gui.notice_bar import NoticeBar
from wavlink_desktop.gui.refused import Refused
from wavlink_desktop.gui.results import ResultsModel
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.scan_bar import ScanBar
from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.gui.sidebar import Sidebar
from wavlink_desktop.gui.status_line import StatusLine
from wavlink_desktop.gui.theme import enlarged
from wavlink_desktop.gui.transport import Transport
from wavlink_desktop.gui.welcome import Welcome


class MainWindow(QMainWindow):
    """Search box above, results and inspector in the middle, waveform below."""

    dropped = Signal(list)
    """Files and folders (`Path`) from another program."""
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("WavLink Desktop")
        self.setAcceptDrops(True)
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self.setMinimumSize(720, 480)
        self.search_box = SearchBox()
        self.model = ResultsModel(self)
        self.results = ResultsView(self.model)
        self.sidebar = Sidebar()
        self.map = MapPage()
        self.inspector = Inspector()
        self.transport = Transport()
        self.welcome = Welcome()
        self.refused = Refused()
        self.notice = NoticeBar()
        self.more_sounds = NoticeBar("alike")
        """Above near-duplicates: how many sounds there are that have not been compared."""
        self.scan_bar = ScanBar()
        self.job_bar = JobBar()
        self.transfer_bar = JobBar()
        self.status_line = StatusLine()
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(0, 100)
        self.volume.setFixedWidth(96)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setToolTip(self.tr("Volume (Ctrl++, Ctrl+-)"))
        self.tools = QHBoxLayout()
        """The buttons at the right of the search box."""
        self._pages = QStackedWidget()
        self._views = QStackedWidget()
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        """Sidebar, list, inspector: the user shares out the width between them."""
        self.levels = QSplitter(Qt.Orientation.Vertical)
        """List above, waveform below: the user shares out the height between them."""
        self._lay_out()

    def _lay_out(self) -> None:
        self.tools.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(16)
        top.addWidget(self.search_box, 1)
        level = QHBoxLayout()
        level.setSpacing(8)
        level.addWidget(IconLabel("volume"))
        level.addWidget(self.volume)
        for part in (level, self.tools):
            part.setContentsMargins(0, 0, 0, 0)
            held = QWidget()
            held.setFixedHeight(36)
            held.setLayout(part)
            top.addWidget(held, 0, Qt.AlignmentFlag.AlignTop)
        self._views.addWidget(self.results)
        self._views.addWidget(self.map)
        for pane in (self.sidebar, self._views, self.inspector):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(1)
        # Larger letters get half of the room that they want at the side: names need the rest.
        self.panes.setSizes([(216 + enlarged(216, self.fontMetrics())) // 2, 764, 300])
        listing = QWidget()
        below = QVBoxLayout(listing)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        self.transport.setMinimumHeight(172)
        self.levels.addWidget(self.panes)
        self.levels.addWidget(self.transport)
        self.levels.setStretchFactor(0, 1)
        self.levels.setChildrenCollapsible(False)
        self.levels.setHandleWidth(1)
        self.levels.setSizes([496, 224])
        below.addWidget(self.levels)
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(listing)
        self._pages.addWidget(self.refused)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(_hairline())
        column.addWidget(self.more_sounds)
        column.addWidget(self._pages, 1)
        column.addWidget(self.notice)
        column.addWidget(self.scan_bar)
        column.addWidget(self.job_bar)
        column.addWidget(self.transfer_bar)
        self.setCentralWidget(body)
        self.setStatusBar(self.status_line)

    def add_tool(self, action: QAction) -> None:
        """A button for a command, beside the search box."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(36, 36)
        keys = ", ".join(key.toString() for key in action.shortcuts()[:1])
        text = action.text().replace("&", "").rstrip("…")
        button.setToolTip(f"{text} ({keys})" if keys else text)
        button.setAccessibleName(text)
        self.tools.addWidget(button)

    def show_listing(self, there: bool) -> None:
        """The results, or (nothing is there) the welcome."""
        self._pages.setCurrentIndex(1 if there else 0)

    def show_refused(self, reason: str) -> None:
        """The library does not open: why, and ways on."""
        self._pages.setCurrentWidget(self.refused)
        self.refused.set_reason(reason)

    def show_map(self, shown: bool) -> None:
        """The map in the place of the list, or the list."""
        self._views.setCurrentWidget(self.map if shown else self.results)

    @property
    def shows_map(self) -> bool:
        """Whether the map is in front, and not the list."""
        return self._views.currentWidget() is self.map

    @property
    def shows_listing(self) -> bool:
        """Whether the results are shown, and not the welcome."""
        return self._pages.currentIndex() == 1

    # Drops anywhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders from elsewhere are welcome."""
        if event.source() is None and dropped_paths(event.mimeData()):
            self.welcome.set_dropping(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The drag went elsewhere."""
        self.welcome.set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        self.welcome.set_dropping(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        files: Sequence[Path] = dropped_paths(event.mimeData())
        self.dropped.emit(list(files))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give everyone a chance to stop."""
        self.closing.emit()
        super().closeEvent(event)


def _hairline() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    return line
