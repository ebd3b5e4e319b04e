"""The table: keyboard first, made for a million rows, and a place to drag sounds out of."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from wavlink_desktop.gui.columns import COLUMNS
from wavlink_desktop.gui.paging import Rows, Source
from wavlink_desktop.gui.results import Index, ResultsModel
from wavlink_desktop.gui.results_delegate import ROW_HEIGHT, ResultsDelegate
from wavlink_desktop.gui.theme import enlarged
from wavlink_desktop.search.answer import Answer
from wavlink_desktop.search.hits import Hit

NAME_WIDTH = 30
"""Letters of a name (and its folder) that are to be seen, before other columns are."""
_SILENT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_MOST_RANGES = 2000  # of selected rows that are kept when the order changes: Qt looks through them for every cell


class ResultsView(QTableView):
    """Shows a `ResultsModel`; `chosen` and `auditioned` tell which hit the user goes to."""

    chosen = Signal(object)
    """A hit became the current one (Ctrl or Shift held: to select it silently)."""
    auditioned = Signal(object)
    """As `chosen`, and the user would like to hear it."""
    drag_wanted = Signal()
    """The selected rows are to be dragged out."""

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self._delegate = ResultsDelegate(model, self)
        self._restoring = False
        self._visited: tuple[Hit | None, NDArray[np.int64]] | None = None
        self.empty_text = ""
        """What an empty table says."""
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Results"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._set_up_headers()

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()
        header = self.horizontalHeader()
        # Its own selection, always empty: a shared one costs seconds when a million rows are selected.
        header.setSelectionModel(QItemSelectionModel(self._results, header))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(56)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, column in enumerate(COLUMNS):
            if column.width:
                width = column.width if column.shortens else enlarged(column.width, self.fontMetrics())
                header.resizeSection(section, width)
            else:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)

    def _set_row_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 12))

    def changeEvent(self, event: QEvent) -> None:
        """Rows follow the size of their text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_row_height()

    # What is shown

    def show_answer(self, answer: Answer, source: Source, pages: dict[int, Rows], keep_place: bool) -> None:
        """Show this; selection and current row stay with their clips. `keep_place`: so does the scroll position.

        `source` reads rows of it, `pages` are there already.
        """
        selected, current = self.selected_ids(), self._current_id()
        place = self.verticalScrollBar().value()
        self._restoring = True
        self._results.show_answer(answer, source, pages)
        self._make_room()
        if not self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self._restore(current, selected)  # else the rows have stayed what they were
        self._restoring = False
        self.verticalScrollBar().setValue(place if keep_place else 0)

    def _make_room(self) -> None:
        """Hide the columns that say nothing now, and as many others as it takes for names to be readable."""
        answer = self._results.answer
        header = self.horizontalHeader()
        shown = {
            section
            for section, column in enumerate(COLUMNS)
            if (answer.ranked or not column.ranked) and (column.key != "moment" or answer.has_moments)
        }
        room = self.viewport().width() - NAME_WIDTH * self.fontMetrics().averageCharWidth()
        giving = sorted((section for section in shown if COLUMNS[section].gives_way), key=_giving, reverse=True)
        while giving and sum(header.sectionSize(at) or COLUMNS[at].width for at in shown if COLUMNS[at].width) > room:
            shown.discard(giving.pop(0))
        for section in range(len(COLUMNS)):
            if self.isColumnHidden(section) == (section in shown):
                self.setColumnHidden(section, section not in shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns come and go with the room that there is."""
        super().resizeEvent(event)
        self._make_room()

    def _current_id(self) -> int | None:
        index = self.currentIndex()
        return int(self._results.answer.ids[index.row()]) if index.isValid() else None

    def _restore(self, current: int | None, selected: NDArray[np.int64]) -> None:
        row = None if current is None else self._results.row_of(current)
        if row is not None:
            self.selectionModel().setCurrentIndex(self._results.index(row, 0), _ROWS)
        ranges = _ranges(_among(self._results.answer.ids, selected))
        if not len(selected) or len(ranges) > _MOST_RANGES:
            return
        selection = QItemSelection()
        for top, bottom in ranges:
            selection.select(self._results.index(top, 0), self._results.index(bottom, len(COLUMNS) - 1))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def rows_in_sight(self) -> tuple[int, int]:
        """The first and the last row that can be seen, or would be in a longer list."""
        height = self.verticalHeader().defaultSectionSize()
        first = self.verticalScrollBar().value() // height
        return first, first + self.viewport().height() // height + 1

    def set_playing(self, path: object) -> None:
        """Mark the row of the file that plays."""
        if self._delegate.playing != path:
            self._delegate.playing = path  # type: ignore[assignment]
            self.viewport().update()

    def visit(self, hit: Hit | None, ids: NDArray[np.int64]) -> None:
        """What is current and selected was chosen elsewhere (on the map), whether it is in the list or not.

        So it is until the user chooses a row; rows that show it are marked.
        """
        self._restoring = True
        self.selectionModel().clearSelection()
        self._visited = None
        if hit is not None:
            self._restore(hit.clip.id, ids)
        self._restoring = False
        self._visited = hit, ids
        nothing = QItemSelection()
        self.selectionModel().selectionChanged.emit(nothing, nothing)  # for those who ask what is selected

    def current_hit(self) -> Hit | None:
        """The hit that the keyboard is on."""
        if self._visited is not None:
            return self._visited[0]
        index = self.currentIndex()
        return self._results.hit(index.row()) if index.isValid() else None

    def selected_hits(self) -> list[Hit]:
        """The selected hits, top to bottom. For very many, `selected_ids` is the way."""
        if self._visited is not None:
            return self._results.hits_of(self._visited[1])
        return self._results.hits_at(self._selected_rows())

    def selected_ids(self) -> NDArray[np.int64]:
        """The ids of the selected clips, top to bottom `(n,)`: a few ms for a million."""
        if self._visited is not None:
            return self._visited[1]
        return self._results.answer.ids[self._selected_rows()]

    def selected_count(self) -> int:
        """How many clips are selected."""
        return len(self._selected_rows()) if self._visited is None else len(self._visited[1])

    def _selected_rows(self) -> NDArray[np.int64]:
        # By ranges: a million indexes, one by one, would take seconds.
        selected = np.zeros(len(self._results), np.bool_)
        selection = self.selectionModel().selection()
        for number in range(selection.count()):
            area = selection.at(number)
            selected[area.top() : area.bottom() + 1] = True
        return np.flatnonzero(selected)

    def go_to(self, row: int) -> None:
        """Make a row the current one, as if the user had gone there."""
        if 0 <= row < len(self._results):
            self.selectionModel().setCurrentIndex(self._results.index(row, 0), _ROWS)
            self.scrollTo(self._results.index(row, 0))

    # What the user does

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """What the user selects here counts from now on."""
        if not self._restoring and not (selected.isEmpty() and deselected.isEmpty()):
            self._visited = None
        super().selectionChanged(selected, deselected)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell who listens, unless it was we who moved."""
        super().currentChanged(current, previous)
        if self._restoring or not current.isValid() or current.row() == previous.row():
            return
        hit = self._results.hit(current.row())
        if hit is None:  # gone since the list was made
            return
        self.chosen.emit(hit)
        if not QGuiApplication.keyboardModifiers() & _SILENT:
            self.auditioned.emit(hit)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads."""
        # Home and End mean the list, not the row: nobody edits cells here.
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self._results.index(0, 0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self._results.index(len(self._results) - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters does nothing here: Qt's own search would walk through a million names."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right mean nothing in a list."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """The user takes the selected rows away."""
        self.drag_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went away."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or what an empty table says."""
        super().paintEvent(event)
        if len(self._results):
            self._results.look_ahead(*self.rows_in_sight())
        elif self.empty_text:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            area = self.viewport().rect().adjusted(48, 0, -48, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text)


def _among(ids: NDArray[np.int64], wanted: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of `ids` are `wanted`: by a table of all ids, 5 ms for a million among a million."""
    known = np.zeros(max(int(ids.max(initial=0)), int(wanted.max(initial=0))) + 1, np.bool_)
    known[wanted] = True
    return known[ids]


def _ranges(marked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Stretches of marked rows as `(first, last)`."""
    edges = np.flatnonzero(np.diff(marked, prepend=False, append=False))
    return list(zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True))


def _giving(section: int) -> int:
    return COLUMNS[section].gives_way
