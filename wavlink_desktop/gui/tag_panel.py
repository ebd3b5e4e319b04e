"""The tags of what is chosen: to be accepted, refused, typed, searched for and taught, by key or by pointer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from wavlink_desktop.gui.tag_delegate import Part, TagDelegate
from wavlink_desktop.gui.tag_entry import Label, TagEntry
from wavlink_desktop.gui.tag_model import Heading, Key, TagModel, TagRow
from wavlink_desktop.gui.wording import grouped
from wavlink_desktop.library.tagtally import Tally
from wavlink_desktop.tagging import Reason

_CURRENT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ACCEPT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_A)
_REJECT_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_R)
_SEARCH_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_S)


class TagList(QListView):
    """Shows a `TagModel`, as high as its rows: the panel around it scrolls."""

    accepted = Signal(str, str)
    """Vocabulary and label: it fits; or, of one that was accepted, no more."""
    rejected = Signal(str, str)
    """Likewise: it does not fit."""
    wanted = Signal(str)
    """Search for this label."""
    teaching = Signal(str, str)
    """Find more like those that have this label."""

    def __init__(self, model: TagModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = model
        self._delegate = TagDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setObjectName("tags")
        self.setAccessibleName(self.tr("Tags"))
        self.setAccessibleDescription(
            self.tr("Enter or A accepts a tag, Delete or R refuses it, Space searches for it.")
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        model.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """All rows."""
        rows = range(self._tags.rowCount())
        return QSize(200, sum(self.sizeHintForRow(row) for row in rows) + 2)

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`: there is no scrolling here."""
        return self.sizeHint()

    def current(self) -> TagRow | None:
        """The row that the keyboard is on."""
        row = self._tags.row(self.currentIndex())
        return row if isinstance(row, TagRow) else None

    def go_to(self, key: Key | None) -> None:
        """Make a label the current one; the first suggestion, if it is not there."""
        index = self._tags.place(key) if key else QModelIndex()
        tags = self._tags.tags
        if not index.isValid() and tags:
            first = next((row for row in tags if row.suggested), tags[0])
            index = self._tags.place(first.key)
        self.selectionModel().setCurrentIndex(index, _CURRENT)

    def next_key(self) -> Key | None:
        """The suggestion behind the current row, or else before it: where a verdict leads on to."""
        current = self.current()
        tags = self._tags.tags
        if current is None:
            return None
        place = tags.index(current)
        others = [*tags[place + 1 :], *reversed(tags[:place])]
        return next((row.key for row in others if row.suggested), None)

    def step(self, rows: int) -> None:
        """Go so many labels down (or up), past headings."""
        current, tags = self.current(), self._tags.tags
        if tags:
            place = tags.index(current) if current in tags else -1
            self.go_to(tags[max(0, min(len(tags) - 1, place + rows))].key)

    # What the user does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on; letters say what fits."""
        row = self.current()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and plain:
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif row is None or not plain:
            super().keyPressEvent(event)
        elif event.key() in _ACCEPT_KEYS:
            self.accepted.emit(*row.key)
        elif event.key() in _REJECT_KEYS:
            self.rejected.emit(*row.key)
        elif event.key() in _SEARCH_KEYS:
            self.wanted.emit(row.tally.label)
        elif event.text().isalnum():
            event.ignore()  # Qt's own search by letters would go elsewhere
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current row."""
        super().focusInEvent(event)
        if self.current() is None:
            self.go_to(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a label searches for it; one on a button says whether it fits."""
        index = self.indexAt(event.position().toPoint())
        row = self._tags.row(index)
        if not isinstance(row, TagRow) or event.button() != Qt.MouseButton.LeftButton:
            return
        self.selectionModel().setCurrentIndex(index, _CURRENT)
        part = self._delegate.part_at(event.position().toPoint(), self.visualRect(index))
        if part == Part.ACCEPT:
            self.accepted.emit(*row.key)
        elif part == Part.REJECT:
            self.rejected.emit(*row.key)
        else:
            self.wanted.emit(row.tally.label)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the buttons of the row under the pointer."""
        where = event.position().toPoint()
        index = self.indexAt(where)
        there = isinstance(self._tags.row(index), TagRow)
        self._hover(index if there else QModelIndex(), self._delegate.part_at(where, self.visualRect(index)))
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went away."""
        self._hover(QModelIndex(), Part.LABEL)

    def _hover(self, index: QModelIndex, part: Part) -> None:
        self._delegate.hovered = QPersistentModelIndex(index)
        self._delegate.hovered_part = part
        self.viewport().update()

    def _show_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        row = self._tags.row(index) if index.isValid() else self.current()
        if not isinstance(row, TagRow):
            return
        key = row.key
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        accept = self.tr("Take back that it fits") if row.accepted else self.tr("Accept")
        reject = self.tr("Take back that it does not fit") if row.rejected else self.tr("Refuse")
        menu.addAction(accept, lambda: self.accepted.emit(*key))
        menu.addAction(reject, lambda: self.rejected.emit(*key))
        menu.addSeparator()
        menu.addAction(self.tr("Search for it"), lambda: self.wanted.emit(key[1]))
        menu.addAction(self.tr("Find more like the chosen sounds…"), lambda: self.teaching.emit(*key))
        menu.addAction(self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(key[1]))
        menu.popup(self.viewport().mapToGlobal(where))


class TagPanel(QWidget):
    """A line to type in, the list, and what to do where there are no tags."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TagModel(self)
        self.list = TagList(self.model, self)
        self.entry = TagEntry(self)
        self._hint = QLabel(self)
        self._hint.setObjectName("dim")
        self._hint.setWordWrap(True)
        self._meanings: dict[str, str] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.entry)
        layout.addWidget(self._hint)
        layout.addWidget(self.list)

    def set_labels(self, labels: Sequence[Label]) -> None:
        """What can be typed."""
        self._meanings = {label: meaning for vocabulary, label, meaning in labels if vocabulary == "ucs"}
        self.entry.set_labels(labels)

    def show_tags(
        self, tallies: Sequence[Tally], of: int, reasons: Mapping[Key, Reason], keep: Key | None, hint: str
    ) -> None:
        """Show what is said of `of` clips; `keep`: the label to stay at; `hint`: what to do where nothing is said."""
        before = self.list.current()
        self.model.show(tallies, of, self._meanings, reasons)
        self.list.go_to(keep or (before.key if before else None))
        self.list.setVisible(bool(tallies))
        self._hint.setText(hint)
        self._hint.setVisible(not tallies and bool(hint))
        many = self.tr("Type a tag for {0} clips").format(grouped(of))
        self.entry.setPlaceholderText(many if of > 1 else self.tr("Type a tag"))

    def headings(self) -> list[str]:
        """The groups that are shown, top to bottom."""
        rows = (self.model.row(self.model.index(number)) for number in range(self.model.rowCount()))
        return [row.text for row in rows if isinstance(row, Heading)]
