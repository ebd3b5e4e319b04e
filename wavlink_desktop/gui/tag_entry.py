"""A line to type a tag in, with completion: own tags, CatIDs and their names, the labels of all lists."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

Label = tuple[str, str, str]
"""Vocabulary, label, and what it means (empty where the label says it)."""
_LABEL_ROLE = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 12


class TagEntry(QLineEdit):
    """Emits a label when one is chosen or Enter is pressed; what no list knows is a word of the person's own."""

    entered = Signal(str, str)
    """Vocabulary and label."""
    left = Signal()
    """Esc: away from here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: dict[str, tuple[str, str]] = {}
        self._next: Sequence[Label] | None = None
        self._completer = QCompleter(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(_MOST_SHOWN)
        self._popup = QListView(self)
        self._popup.setAccessibleName(self.tr("Tags that are called like that"))
        self._completer.setPopup(self._popup)
        self._completer.activated[QModelIndex].connect(self._chosen)  # type: ignore[index]
        self.setCompleter(self._completer)
        self.setAccessibleName(self.tr("Type a tag"))
        self.setClearButtonEnabled(True)
        self.returnPressed.connect(self._enter)
        self.textChanged.connect(lambda text: None if text else self._offer())

    def set_labels(self, labels: Sequence[Label]) -> None:
        """What is offered, in that order; not under the fingers of somebody who types."""
        self._next = labels
        if not self.text():
            self._offer()

    def _offer(self) -> None:
        labels, self._next = self._next, None
        if labels is None:
            return
        model = QStandardItemModel(self._completer)  # whose child it must be to be deleted when the next one comes
        self._labels = {}
        for vocabulary, label, meaning in labels:
            shown = f"{label}  –  {meaning}" if meaning else label
            item = QStandardItem(shown)
            item.setData((vocabulary, label), _LABEL_ROLE)
            model.appendRow(item)
            for name in filter(None, (label, meaning, shown)):
                self._labels.setdefault(name.casefold(), (vocabulary, label))
        self._completer.setModel(model)

    def _chosen(self, index: QModelIndex) -> None:
        if self.text():  # after Enter, which comes here too, the line is empty
            self._emit(*index.data(_LABEL_ROLE))

    def _enter(self) -> None:
        text, marked = self.text().strip(), self._popup.currentIndex()
        if self._popup.isVisible() and marked.isValid():
            self._emit(*marked.data(_LABEL_ROLE))
        elif text:
            self._emit(*self._labels.get(text.casefold(), ("own", text)))

    def _emit(self, vocabulary: str, label: str) -> None:
        self._popup.hide()
        self.clear()
        QTimer.singleShot(0, self.clear)  # the completer puts the whole label in, behind our back
        self.entered.emit(vocabulary, label)

    def event(self, event: QEvent) -> bool:
        """Esc is ours while the line has the focus."""
        mine = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if mine and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the line, then leaves it."""
        if event.key() == Qt.Key.Key_Escape and not self._popup.isVisible():
            if self.text():
                self.clear()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)
