"""The list below the search box that says how a query may go on.

Down and Enter keep their meaning, on to the results: Tab takes the marked suggestion, Alt+Down and Alt+Up mark another.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.results import Index
from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import Latest, run_task
from wavlink_desktop.gui.translation import translated
from wavlink_desktop.search.suggestions import Suggestion

_PAUSE_MS = 60
_REMEMBERED_AFTER_MS = 2500
"""A search that stands for so long was meant."""
_ICONS = {"history": "undo", "tag": "tag", "ucs": "tag", "collection": "list", "field": "filter", "value": "filter"}
_SUGGESTION = Qt.ItemDataRole.UserRole
_MARGIN = 8
_ICON = 16


class _Line(QStyledItemDelegate):
    """What is suggested at the left, what it is at the right."""

    def __init__(self, of: QListWidget) -> None:
        super().__init__(of)
        self._of = of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row of the results."""
        return QSize(200, option.fontMetrics.height() + 10)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Icon, text, note."""
        suggestion: Suggestion = index.data(_SUGGESTION)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        marked = index.row() == self._of.currentRow()
        if marked:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        place = QRect(rect.left() + _MARGIN, rect.center().y() - _ICON // 2, _ICON, _ICON)
        icon(_ICONS[suggestion.kind], QPalette.ColorRole.PlaceholderText).paint(painter, place)
        text = rect.adjusted(_ICON + 2 * _MARGIN, 0, -_MARGIN, 0)
        align = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(palette.color(QPalette.ColorRole.HighlightedText if marked else QPalette.ColorRole.Text))
        painter.drawText(text, align, suggestion.shown)
        note = translated(suggestion.note)
        note = self.tr("{0}   Tab").format(note).strip() if marked else note
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(text, align | Qt.AlignmentFlag.AlignRight, note)


class SuggestionList(QListWidget):
    """Floats over the window; never takes the focus from the box."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("suggestions")
        self.setAccessibleName(self.tr("Suggestions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Line(self))
        self.setMouseTracking(True)
        self.hide()

    def show_suggestions(self, suggestions: list[Suggestion], below: QRect) -> None:
        """Show these under a rectangle of the window; none: nothing."""
        self.clear()
        for suggestion in suggestions:
            item = QListWidgetItem(suggestion.shown)
            item.setData(_SUGGESTION, suggestion)
            spoken = f"{suggestion.shown}, {translated(suggestion.note)}".rstrip(", ")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
        if not suggestions:
            self.hide()
            return
        self.setCurrentRow(0)
        height = sum(self.sizeHintForRow(row) for row in range(self.count())) + 10
        self.setGeometry(below.left(), below.bottom() + 3, min(below.width(), 560), height)
        self.show()
        self.raise_()

    @property
    def marked(self) -> Suggestion | None:
        """What Tab takes."""
        item = self.currentItem()
        found: Suggestion | None = item.data(_SUGGESTION) if item is not None else None
        return found

    def step(self, rows: int) -> None:
        """Mark another, round and round."""
        self.setCurrentRow((self.currentRow() + rows) % self.count())


class Suggesting(QObject):
    """Asks the library while the user writes, and remembers the searches that were meant."""

    def __init__(self, session: Session, box: SearchBox, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._box, self._window = session, box, window
        self.list = SuggestionList(window)
        self._lane: Latest[list[Suggestion]] = Latest()
        self._pause = self._timer(_PAUSE_MS, self._ask)
        self._meant = self._timer(_REMEMBERED_AFTER_MS, self._remember)
        self._input = box.input
        self._input.installEventFilter(self)
        box.edited.connect(self._edited)
        box.left_downwards.connect(self._left)
        self.list.itemClicked.connect(lambda _: self.take())

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def take(self) -> None:
        """Write the marked suggestion into the box."""
        suggestion = self.list.marked
        self.hide()
        if suggestion is not None:
            self._box.set_text(suggestion.text)
            self._input.setFocus()

    def hide(self) -> None:
        """No suggestions until the next key."""
        self._pause.stop()
        self._lane.drop()
        self.list.hide()

    def close(self) -> None:
        """Offer and remember nothing any more."""
        self._meant.stop()
        self.hide()

    def _edited(self) -> None:
        self._meant.start()
        if self._input.hasFocus():
            self._pause.start()

    def _left(self) -> None:
        self.hide()
        self._meant.stop()
        self._remember()

    def _ask(self) -> None:
        library, text = self._session.library, self._box.text()
        if library is not None:
            self._lane.run(lambda: library.suggest(text), lambda found, error: self._came(text, found, error))

    def _came(self, text: str, found: list[Suggestion] | None, error: BaseException | None) -> None:
        if error is not None or text != self._box.text() or not self._input.hasFocus():
            return
        corner = self._box.mapTo(self._window, QPoint(0, 0))
        frame = QRect(corner, QSize(self._box.width(), self._box.frame_height))
        self.list.show_suggestions(found or [], frame)

    def _remember(self) -> None:
        library, text = self._session.library, self._box.text().strip()
        if library is not None and text and not self._box.message():
            run_task(lambda: library.remember_search(text), lambda _, error: None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab takes, Alt+Down and Alt+Up mark, Esc hides; a click into the empty box offers the latest searches."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if event.type() == QEvent.Type.MouseButtonPress and not self._box.text():
            self._pause.start()
        if self.list.isVisible() and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._means_list(event):
                event.accept()  # or the window's own Esc and Alt+Down would come first
                return True
            if event.type() == QEvent.Type.KeyPress and self._means_list(event):
                self._press(event)
                return True
        return super().eventFilter(watched, event)

    def _means_list(self, event: QKeyEvent) -> bool:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        return key in (Qt.Key.Key_Tab, Qt.Key.Key_Escape) or (bool(alt) and key in (Qt.Key.Key_Down, Qt.Key.Key_Up))

    def _press(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Tab:
            self.take()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
