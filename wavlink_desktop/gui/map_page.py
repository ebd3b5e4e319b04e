"""The map's page: the view with its legend, what can be done with it, and what is said before there is a map."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.elided import ElidedLabel
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.map_legend import Legend
from wavlink_desktop.gui.map_view import MapView
from wavlink_desktop.gui.wording import grouped

_EDGE = 10


class MapPage(QWidget):
    """Shows the map, or why there is none yet."""

    make_wanted = Signal()
    """Make the map, or bring it up to date."""
    cancelled = Signal()
    """Do not make it."""
    list_wanted = Signal()
    """Show what is selected in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = MapView()
        self.legend = Legend(self.view)
        self.hover_plays = self._toggle("auto-play", self.tr("Play what the pointer rests on"))
        self.hover_plays.setChecked(True)
        self.lasso = self._toggle("lasso", self.tr("Draw around sounds to select them (Ctrl and drag)"))
        self.lasso.toggled.connect(self._set_lassoing)
        self._fit = self._button("fit", self.tr("Show the whole map (F)"))
        self._fit.clicked.connect(self.view.fit)
        self.as_list = QPushButton(self.tr("Show as list"))
        self.as_list.clicked.connect(self.list_wanted)
        self.as_list.hide()
        self._hint = ElidedLabel()
        self._hint.setObjectName("dim")
        self._state = QLabel()
        self._state.setObjectName("dim")
        self._cancel = self._button("close", self.tr("Stop making the map"))
        self._cancel.clicked.connect(self.cancelled)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        self._progress.setAccessibleName(self.tr("Progress of the map"))
        self._empty = _Empty()
        self._empty.make.clicked.connect(self.make_wanted)
        self._pages = QStackedLayout()
        self._lay_out()
        self.set_idle()
        self.set_selected(0)

    def _lay_out(self) -> None:
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.view)
        below = QHBoxLayout()
        below.setContentsMargins(10, 4, 10, 4)
        below.setSpacing(6)
        for button in (self._fit, self.lasso, self.hover_plays):
            below.addWidget(button)
        below.addWidget(self._hint, 1)
        below.addWidget(self.as_list)
        below.addWidget(self._state)
        below.addWidget(self._progress)
        below.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._pages, 1)
        self._bar = QWidget()
        self._bar.setLayout(below)
        layout.addWidget(self._bar)
        self.view.installEventFilter(self)
        self.legend.installEventFilter(self)
        self.setFocusProxy(self.view)

    # What is shown

    def show_map(self) -> None:
        """There is a map."""
        self._pages.setCurrentWidget(self.view)
        self._bar.show()

    def show_empty(self, text: str, can_make: bool) -> None:
        """There is none: why, and whether it can be made now."""
        self._empty.text.setText(text)
        self._empty.make.setVisible(can_make)
        self._pages.setCurrentWidget(self._empty)
        self._bar.setVisible(self._progress.isVisibleTo(self._bar))

    def set_progress(self, done: int, total: int) -> None:
        """The map is being made."""
        self._state.setText(self.tr("Laying out the map…"))
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        for part in (self._state, self._progress, self._cancel, self._bar):
            part.show()
        self._empty.make.hide()

    def set_idle(self) -> None:
        """Nothing is being made."""
        for part in (self._state, self._progress, self._cancel):
            part.hide()

    def set_selected(self, count: int) -> None:
        """So many sounds are selected: say so, or say how to select some."""
        self.as_list.setVisible(count > 1)
        if count > 1:
            self._hint.setText(self.tr("{0} sounds selected").format(grouped(count)))
        else:
            self._hint.setText(self.tr("Drag to move, wheel to zoom, Ctrl and drag to draw around sounds"))

    def place_legend(self) -> None:
        """Into the corner at the top right."""
        self.legend.adjustSize()
        self.legend.move(self.view.width() - self.legend.width() - _EDGE, _EDGE)
        self.view.update()  # names give way to it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint goes where there is no room for it."""
        self._hint.setVisible(self.width() > 520)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The legend stays in its corner, and has room for its letters."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self.place_legend()
        return super().eventFilter(watched, event)

    def _set_lassoing(self, on: bool) -> None:
        self.view.lassoing = on

    def _toggle(self, name: str, text: str) -> QToolButton:
        button = self._button(name, text)
        button.setCheckable(True)
        return button

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button


class _Empty(QWidget):
    """What is said where there is no map."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel()
        self.text.setObjectName("dim")
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(360)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.make = QPushButton(self.tr("Make the map"))
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addStretch(1)
        layout.addWidget(self.text)  # not aligned: then its height follows from its width
        layout.addWidget(self.make, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
