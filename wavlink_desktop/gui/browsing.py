"""Between the sidebar and the search: counts are kept up to date on a worker, a click writes a filter."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSettings, QTimer, Signal
from PySide6.QtWidgets import QMenu, QMessageBox

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.file_manager import show_files
from wavlink_desktop.gui.growing import Growing
from wavlink_desktop.gui.pace import Share
from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.sidebar import OPEN_AT_FIRST, How, Sidebar
from wavlink_desktop.gui.sidebar_model import Kind, Node
from wavlink_desktop.gui.tasks import Latest, run_quietly, run_task
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.wording import grouped
from wavlink_desktop.search.facets import Facet, Facets
from wavlink_desktop.search.tokens import tokens, with_filter, without, written

_OPEN = "window/sidebar_open"
_SHOWN = "window/sidebar"
_LEAST_PAUSE_MS = 500
FIELDS = (
    *("folder", "collection", "ucs", "tag", "rating", "favourite", "played", "duplicate"),
    *("format", "rate", "channels"),
)
"""The filters that the sidebar writes."""


class Browsing(QObject):
    """Keeps the sidebar in step with library and search, and searches by what is chosen there."""

    said = Signal(str)
    """Something for the status line."""
    problems_wanted = Signal()
    near_duplicates_wanted = Signal()

    def __init__(
        self,
        session: Session,
        box: SearchBox,
        sidebar: Sidebar,
        growing: Growing,
        settings: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._box, self._sidebar, self._growing = session, box, sidebar, growing
        self._settings = settings
        self._lane: Latest[Facets] = Latest(run_quietly)
        self._stale = False
        self._share = Share()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._fetch_if_stale)
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        box.edited.connect(lambda: sidebar.show_query(box.text()))
        sidebar.chosen.connect(self._choose)
        sidebar.menu_wanted.connect(self._show_menu)
        sidebar.folders_dropped.connect(growing.add)
        keys = settings.value(_OPEN)
        sidebar.set_open_branches(OPEN_AT_FIRST if keys is None else _listed(keys))
        sidebar.setVisible(settings.value(_SHOWN, "true") == "true")
        sidebar.shown_or_hidden.connect(self._shown_or_hidden)

    # Commands

    def set_sidebar_visible(self, visible: bool) -> None:
        """Show or hide the sidebar."""
        self._sidebar.setVisible(visible)

    def focus_sidebar(self) -> None:
        """Go to the sidebar."""
        self._sidebar.show()
        if not self._sidebar.currentIndex().isValid():
            self._sidebar.setCurrentIndex(self._sidebar.entries.index_of("library\nall"))
        self._sidebar.setFocus()

    def close(self) -> None:
        """Remember what is open."""
        self._settings.setValue(_OPEN, self._sidebar.open_branches)

    # Counts

    def refresh(self) -> None:
        """Count again, as soon as it makes sense."""
        self._stale = True
        self._fetch_if_stale()

    def refresh_soon(self) -> None:
        """Count again in a moment: when what just happened is noted."""
        self._stale = True
        if not self._pause.isActive():
            self._pause.start(2 * _LEAST_PAUSE_MS)

    def _fetch_if_stale(self) -> None:
        library = self._session.library
        busy = self._pause.isActive() or self._lane.busy
        if library is None or not self._stale or busy or self._sidebar.isHidden():
            return
        self._stale = False
        known = self._sidebar.entries.facets
        self._lane.run(self._share.of(lambda: _counted(library, known)), self._counted)

    def _counted(self, facets: Facets | None, error: BaseException | None) -> None:
        self._pause.start(max(_LEAST_PAUSE_MS, self._share.pause_ms))
        if facets is not None and facets is not self._sidebar.entries.facets:
            self._sidebar.show_facets(facets)

    def _shown_or_hidden(self, visible: bool) -> None:
        self._settings.setValue(_SHOWN, "true" if visible else "false")
        self._fetch_if_stale()

    # Searching

    def _choose(self, node: Node, how: How) -> None:
        if node.kind == Kind.PROBLEMS:
            self.problems_wanted.emit()
        elif node.kind == Kind.NEAR and node.count is None:
            self.near_duplicates_wanted.emit()
        elif node.kind == Kind.ALL:
            self._box.set_text(without_facets(self._box.text()))
        elif node.facet is not None:
            self._box.set_text(chosen(self._box.text(), node.facet, how))

    # The menu of an entry

    def _show_menu(self, node: Node | None, where: QPoint) -> None:
        menu = QMenu(self._sidebar)
        if node is not None and node.facet is not None and node.facet.field and node.count is not None:
            facet = node.facet
            for text, how in ((self.tr("Search here"), How.REPLACE), (self.tr("Add to the search"), How.ADD)):
                menu.addAction(text, partial(self._choose, node, how))
            menu.addAction(self.tr("Leave out"), lambda: self._choose(node, How.EXCLUDE))
            if node.kind == Kind.FOLDER:
                self._offer_folder(menu, node, facet)
        if node is not None and node.kind in (Kind.COLLECTION, Kind.SAVED):
            menu.addSeparator()
            name = node.text
            menu.addAction(self.tr("Rename"), lambda: self._sidebar.edit_collection(name))
            menu.addAction(self.tr("Delete"), lambda: self._sidebar.delete_wanted.emit(name))
        if node is not None and node.kind == Kind.NEAR:
            menu.addAction(self.tr("Compare all sounds"), self.near_duplicates_wanted.emit)
        if node is None or node.key.startswith("folders"):
            menu.addSeparator()
            menu.addAction(self.tr("Add a folder…"), self._growing.add_folder)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _offer_folder(self, menu: QMenu, node: Node, facet: Facet) -> None:
        folder = Path(facet.value)
        menu.addSeparator()
        menu.addAction(self.tr("Scan again"), lambda: self._growing.add([folder])).setEnabled(facet.online)
        text = self.tr("No file manager answers. The folder is {0}").format(folder)
        menu.addAction(
            self.tr("Show in the file manager"), lambda: show_files([folder], self, lambda: self.said.emit(text))
        ).setEnabled(facet.online)
        if node.parent is not None and node.parent.kind == Kind.SECTION:
            menu.addAction(self.tr("Remove from the library…"), lambda: self._ask_to_remove(folder, node.count or 0))

    def _ask_to_remove(self, folder: Path, clips: int) -> None:
        text = self.tr(
            "Remove “{0}” from the library? Its {1} sounds are no longer found, and their tags, ratings and places in "
            "collections are forgotten. The files themselves stay where they are."
        ).format(folder.name, grouped(clips))
        question = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Remove a folder"), text, parent=self._sidebar.window())
        remove = question.addButton(self.tr("Remove from the library"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._remove(folder))
        question.finished.connect(question.deleteLater)
        question.open()

    def _remove(self, folder: Path) -> None:
        library = self._session.library
        if library is None:
            return
        gone = self.tr("“{0}” is out of the library; its files are where they were.").format(folder.name)

        def done(_: object, error: BaseException | None) -> None:
            self.said.emit(gone if error is None else told(error))
            self._session.poll()

        run_task(lambda: library.remove_folder(folder), done)


def chosen(text: str, facet: Facet, how: How) -> str:
    """The query after an entry was chosen; what it has asked for already, it asks for no longer."""
    if not facet.field:
        query = " ".join(text.split())
        if how == How.ADD:
            return f"{facet.value} {query}".strip()
        return "" if query == facet.value else facet.value
    is_out = how == How.EXCLUDE
    same = [token for token in tokens(text) if token.field == facet.field and token.excluded == is_out]
    mine = [token for token in same if token.value.casefold() == facet.value.casefold()]
    if mine and (how != How.REPLACE or len(same) == 1):
        for token in reversed(mine):
            text = without(text, token)
        return text
    if how == How.REPLACE:
        return with_filter(text, facet.field, facet.value)
    return f"{written(facet.field, facet.value, is_out)} {text}".strip()


def without_facets(text: str) -> str:
    """The query without the filters that the sidebar writes: words and other filters stay."""
    for token in reversed([token for token in tokens(text) if token.field in FIELDS]):
        text = without(text, token)
    return text


def _counted(library: Library, known: Facets | None) -> Facets:
    facets = library.facets()
    return known if known is not None and facets == known else facets


def _listed(keys: object) -> Sequence[str]:
    return keys if isinstance(keys, list) else [str(keys)] if keys else []
