"""The library's folders: what is in them, whether they are there, which are watched; find, rescan, remove."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.button_row import ButtonRow
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.wording import counted, grouped
from wavlink_desktop.library.records import FolderState

_STATE = Qt.ItemDataRole.UserRole
_FOLDER, _SOUNDS, _HOW, _WATCHED = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FoldersDialog(QDialog):
    """Shows `states` and asks for what is to be done; does nothing itself."""

    add_wanted = Signal()
    rescan_wanted = Signal(object)
    relink_wanted = Signal(object, object)
    """That folder (`Path`), and where it is now."""
    remove_wanted = Signal(object)
    watch_wanted = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Folders"))
        self.resize(860, 440)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Folders of the library"))
        self.list.setHeaderLabels([self.tr("Folder"), self.tr("Sounds"), self.tr("State"), self.tr("Watched")])
        self.list.headerItem().setTextAlignment(_SOUNDS, _RIGHT)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_FOLDER, QHeaderView.ResizeMode.Stretch)
        for column in (_SOUNDS, _HOW, _WATCHED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.currentItemChanged.connect(lambda *_: self._another_chosen())
        self.list.itemChanged.connect(self._item_changed)
        self.list.itemDoubleClicked.connect(lambda *_: self._open())
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setObjectName("dim")
        self.add_button = self._button("folder-add", self.tr("&Add…"), self.add_wanted.emit)
        self.rescan_button = self._button("", self.tr("Re&scan"), lambda: self._emit(self.rescan_wanted))
        self.find_button = self._button("search", self.tr("&Find it…"), self._find)
        self.open_button = self._button("reveal", self.tr("&Open"), self._open)
        self.remove_button = self._button("close", self.tr("&Remove…"), self._ask)
        self.question = _Question(self)
        self.question.confirmed.connect(lambda: self._emit(self.remove_wanted))
        self._said = ""
        self._lay_out()
        self._describe()

    def _lay_out(self) -> None:
        buttons = (self.add_button, self.rescan_button, self.find_button, self.open_button, self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.question)
        layout.addLayout(ButtonRow(self, *buttons))

    def show_states(
        self, states: Sequence[FolderState], wanted: Callable[[Path], bool], refused: Callable[[Path], str]
    ) -> None:
        """List the folders. `wanted`: whether one is to be watched; `refused`: why it is not all the same."""
        chosen = self._chosen()
        with QSignalBlocker(self.list):
            self.list.clear()
            for state in states:
                self.list.addTopLevelItem(self._item(state, wanted(state.path), refused(state.path)))
            rows = [item for item in self._items() if chosen and item.data(0, _STATE).path == chosen.path]
            for item in (rows or self._items())[:1]:
                self.list.setCurrentItem(item)
        self._describe()

    def say(self, text: str) -> None:
        """Say how something went."""
        self._said = text
        self._describe()

    def _item(self, state: FolderState, wanted: bool, refused: str) -> QTreeWidgetItem:
        path = str(state.path).encode(errors="replace").decode()
        item = QTreeWidgetItem([path, grouped(state.clips), self._how(state), ""])
        item.setToolTip(_FOLDER, path)
        item.setTextAlignment(_SOUNDS, _RIGHT)
        item.setData(0, _STATE, state)
        if not state.online:
            item.setIcon(_HOW, icon("warning", QPalette.ColorRole.BrightText))
        if state.whole:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_WATCHED, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
            item.setData(_WATCHED, Qt.ItemDataRole.AccessibleTextRole, self.tr("Watched"))
        if refused and wanted:
            item.setText(_WATCHED, self.tr("not possible"))
            item.setToolTip(
                _WATCHED,
                self.tr("The system cannot watch it ({0}). The regular look finds what changes.").format(refused),
            )
        return item

    def _how(self, state: FolderState) -> str:
        if not state.online:
            return self.tr("Offline")
        parts = []
        if state.embedded < state.clips:
            parts.append(self.tr("{0} to be listened to").format(grouped(state.clips - state.embedded)))
        if state.problems:
            parts.append(counted(state.problems, self.tr("1 problem"), self.tr("{0} problems")))
        if state.missing:
            parts.append(self.tr("{0} missing").format(grouped(state.missing)))
        return ", ".join(parts) or self.tr("Complete")

    def _button(self, name: str, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        if name:
            button.setIcon(icon(name))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: slot())
        return button

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _chosen(self) -> FolderState | None:
        item = self.list.currentItem()
        return item.data(0, _STATE) if item is not None else None

    def _emit(self, signal: SignalInstance) -> None:
        state = self._chosen()
        if state is not None:
            signal.emit(state.path)

    def _another_chosen(self) -> None:
        self._said = ""
        self.question.hide()
        self._describe()

    def _describe(self) -> None:
        """What can be done with the chosen folder, and what there is to say of it."""
        state = self._chosen()
        for button in (self.rescan_button, self.open_button, self.remove_button, self.find_button):
            button.setEnabled(state is not None)
        self.rescan_button.setEnabled(state is not None and state.online)
        self.open_button.setEnabled(state is not None and state.online)
        if self._said:
            self.note.setText(self._said)
        elif state is None:
            self.note.setText(self.tr("Add a folder, or drop one on the window."))
        elif state.online:
            self.note.setText("")
        else:
            self.note.setText(
                self.tr(
                    "This folder is not there: connect its drive, or, if it lives elsewhere now, find it. "
                    "Nothing that is known of its sounds is lost."
                )
            )

    def _item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _WATCHED:
            watched = item.checkState(_WATCHED) == Qt.CheckState.Checked
            self.watch_wanted.emit(item.data(0, _STATE).path, watched)

    def _find(self) -> None:
        state = self._chosen()
        if state is None:
            return
        title = self.tr("Where is “{0}” now?").format(state.path.name)
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            self.relink_wanted.emit(state.path, Path(chosen))

    def _open(self) -> None:
        state = self._chosen()
        if state is not None and state.online:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(state.path)))

    def _ask(self) -> None:
        state = self._chosen()
        if state is None:
            return
        text = self.tr("Remove “{0}” from the library? Its files stay where they are.").format(state.path.name)
        one, many = self.tr("1 sound is forgotten"), self.tr("{0} sounds are forgotten")
        text += " " + counted(state.clips, one, many)
        if state.tagged:
            with_tags = (
                self.tr(", with the tags that you gave 1 of them"),
                self.tr(", with the tags that you gave {0} of them"),
            )
            text += counted(state.tagged, *with_tags)
        text += ". " + self.tr("This cannot be undone.")
        self.question.ask(text, self.tr("&Remove from the library"))


class _Question(QFrame):
    """Asks before something is lost, in its place, without a box in front of everything."""

    confirmed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._yes = QPushButton(self)
        self._no = QPushButton(self.tr("&Keep it"), self)
        for button in (self._yes, self._no):
            button.setAutoDefault(False)
            button.clicked.connect(self.hide)
        self._yes.clicked.connect(self.confirmed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._yes)
        layout.addWidget(self._no)
        self.hide()

    def ask(self, text: str, yes: str) -> None:
        """Show the question; `confirmed` if the answer is yes."""
        self._text.setText(text)
        self._yes.setText(yes)
        self.show()
        self._no.setFocus()
