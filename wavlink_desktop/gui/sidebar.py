"""The sidebar: what the library holds, as a tree to search by, and a place to drop sounds and folders on."""

from collections.abc import Iterable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTreeView, QWidget

from wavlink_desktop.gui.file_urls import dropped_paths
from wavlink_desktop.gui.sidebar_delegate import SidebarDelegate
from wavlink_desktop.gui.sidebar_model import Kind, Node, SidebarModel
from wavlink_desktop.search.facets import Facets

OPEN_AT_FIRST = ("library", "folders", "collections")
_OWN_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class How(Enum):
    """What choosing an entry does to the search."""

    REPLACE = auto()
    """It takes the place of another entry of its kind."""
    ADD = auto()
    EXCLUDE = auto()


class Sidebar(QTreeView):
    """Shows `Facets` and asks for what is to be done; does nothing itself."""

    chosen = Signal(object, object)
    """An entry (`Node`), and `How`."""
    menu_wanted = Signal(object, QPoint)
    """On an entry (`Node`), or on none; where on the screen."""
    sounds_dropped = Signal(object)
    """The sounds that are dragged inside the window, on an entry (`Node`)."""
    folders_dropped = Signal(list)
    """Files and folders (`Path`) from another program."""
    delete_wanted = Signal(str)
    """A collection, by name."""
    rename_wanted = Signal(str, str)
    """A collection: its name, and the new one."""
    shown_or_hidden = Signal(bool)
    """By whoever's choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = SidebarModel(self)
        self.entries.rename = self.rename_wanted.emit
        self._open = set(OPEN_AT_FIRST)
        self._restoring = False
        self._to_name = ""
        self._waiting: Facets | None = None
        self.setObjectName("sidebar")
        self.setModel(self.entries)
        self._delegate = SidebarDelegate(self.entries, self)
        self._delegate.measure(self.fontMetrics())
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Sidebar"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setMinimumWidth(160)
        self.expanded.connect(lambda index: self._remember(index, True))
        self.collapsed.connect(lambda index: self._remember(index, False))

    def setVisible(self, visible: bool) -> None:
        """Show or hide it, and say so."""
        super().setVisible(visible)
        self.shown_or_hidden.emit(visible)

    def changeEvent(self, event: QEvent) -> None:
        """The rows follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_delegate"):
            self._delegate.measure(self.fontMetrics())
            self.scheduleDelayedItemsLayout()

    # What is shown

    def show_facets(self, facets: Facets) -> None:
        """Show these; what is open, where the keyboard is and what is in sight stay."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._waiting = facets  # until the name that is being typed is done
            return
        current = self.entries.node(self.currentIndex())
        place = self.verticalScrollBar().value()
        if not self.entries.show_facets(facets):
            self.viewport().update()
            return
        self._restoring = True
        for key in sorted(self._open):  # a branch comes before what is in it
            index = self.entries.index_of(key)
            if index.isValid():
                self.expand(index)
        self._restoring = False
        if current is not None:
            index = self.entries.index_of(current.key)
            if index.isValid():
                self.setCurrentIndex(index)
        self.verticalScrollBar().setValue(place)
        if self.entries.index_of(f"collections\n{self._to_name}").isValid():
            self.edit_collection(self._to_name)
            self._to_name = ""

    def name_next(self, collection: str) -> None:
        """Let the user name a collection as soon as it is shown."""
        self._to_name = collection

    def show_query(self, text: str) -> None:
        """Mark the entries whose filters are in a search."""
        self.entries.show_query(text)
        self.viewport().update()

    @property
    def open_branches(self) -> list[str]:
        """The keys of what is open."""
        return sorted(self._open)

    def set_open_branches(self, keys: Iterable[str]) -> None:
        """Open these from now on."""
        self._open = set(keys)

    def edit_collection(self, name: str) -> None:
        """Let the user type another name for a collection."""
        index = self.entries.index_of(f"collections\n{name}")
        if index.isValid():
            self.expand(self.entries.index_of("collections"))
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentIndex(index)
            self.edit(index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """A name was typed, or not: show what has changed meanwhile."""
        super().closeEditor(editor, hint)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            QTimer.singleShot(0, self, lambda: self.show_facets(waiting))

    def _remember(self, index: QModelIndex, is_open: bool) -> None:
        node = self.entries.node(index)
        if node is not None and not self._restoring:
            (self._open.add if is_open else self._open.discard)(node.key)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """A chevron where there is something to open."""
        if not self.entries.hasChildren(index):
            return
        middle, half = QPointF(rect.right() - 7.0, rect.center().y() + 1.0), 3.0
        if not index.parent().isValid():
            middle.setY(middle.y() + 4)  # a section's text stands lower
        turned = QTransform().translate(middle.x(), middle.y()).rotate(90 if self.isExpanded(_plain(index)) else 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.3))
        chevron = QPolygonF([QPointF(-half / 2, -half), QPointF(half / 2, 0), QPointF(-half / 2, half)])
        painter.drawPolyline(turned.map(chevron))
        painter.restore()

    # What the user does

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on an entry chooses it, one on a section opens or closes it."""
        index = self.indexAt(event.position().toPoint())
        node = self.entries.node(index)
        on_row = node is not None and event.position().x() >= self.visualRect(index).left() - 4
        if event.button() == Qt.MouseButton.LeftButton and node is not None and on_row:
            self._choose(node, index, event.modifiers())
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, F2 and Delete are for collections."""
        index = self.currentIndex()
        node = self.entries.node(index)
        if node is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(node, index, event.modifiers())
        elif event.key() == Qt.Key.Key_F2 and node.kind in (Kind.COLLECTION, Kind.SAVED):
            self.edit(index)
        elif event.key() == Qt.Key.Key_Delete and node.kind in (Kind.COLLECTION, Kind.SAVED):
            self.delete_wanted.emit(node.text)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not for the window's commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def _choose(self, node: Node, index: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        if node.kind == Kind.SECTION or (node.facet is not None and not node.facet.query):
            self.setExpanded(index, not self.isExpanded(index))
            return
        how = How.REPLACE
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            how = How.ADD
        elif modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier):
            how = How.EXCLUDE
        self.chosen.emit(node, how)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu, by the pointer or by its key."""
        index = self.currentIndex()
        where = self.viewport().mapToGlobal(self.visualRect(index).center())
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index, where = self.indexAt(event.pos()), event.globalPos()
        self.menu_wanted.emit(self.entries.node(index), where)

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Sounds of the window, and files from elsewhere."""
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only where they can go."""
        super().dragMoveEvent(event)  # scrolls at the edges
        node = self.entries.node(self.indexAt(event.position().toPoint()))
        self.setCurrentIndex(self.indexAt(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(event.source() is None or (node is not None and takes_sounds(node)))

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        node = self.entries.node(self.indexAt(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.source() is None:
            paths: list[Path] = dropped_paths(event.mimeData())
            self.folders_dropped.emit(paths)
        elif node is not None and takes_sounds(node):
            self.sounds_dropped.emit(node)


def takes_sounds(node: Node) -> bool:
    """Whether sounds can be dropped on an entry."""
    in_collections = node.kind == Kind.COLLECTION or node.key in ("collections", "collections\nhint")
    return in_collections or (node.facet is not None and node.facet.field in ("favourite", "rating"))


def _plain(index: QModelIndex | QPersistentModelIndex) -> QModelIndex:
    return index if isinstance(index, QModelIndex) else QModelIndex(index)  # type: ignore[call-overload]
