"""Stars, favourites and collections: what the user puts in order, all of which can be undone."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.inspecting import Inspecting
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.sidebar import Sidebar
from wavlink_desktop.gui.sidebar_model import Kind, Node
from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.gui.undoing import Edit, Undoing
from wavlink_desktop.gui.wording import counted, grouped
from wavlink_desktop.library.collecting import Collection, Contents
from wavlink_desktop.search.tokens import tokens


class Organising(QObject):
    """Rates and collects sounds."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(
        self,
        session: Session,
        inspecting: Inspecting,
        view: ResultsView,
        box: SearchBox,
        sidebar: Sidebar,
        undoing: Undoing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._inspecting, self._view, self._box = session, inspecting, view, box
        self._sidebar, self._undoing = sidebar, undoing
        sidebar.sounds_dropped.connect(self._dropped)
        sidebar.delete_wanted.connect(self._delete)
        sidebar.rename_wanted.connect(self._rename)

    # Commands

    def rate_0(self) -> None:
        """Take the stars away."""
        self._rate(0)

    def rate_1(self) -> None:
        """One star."""
        self._rate(1)

    def rate_2(self) -> None:
        """Two stars."""
        self._rate(2)

    def rate_3(self) -> None:
        """Three stars."""
        self._rate(3)

    def rate_4(self) -> None:
        """Four stars."""
        self._rate(4)

    def rate_5(self) -> None:
        """Five stars."""
        self._rate(5)

    def toggle_favourite(self) -> None:
        """Make the chosen sounds favourites; if all of them are, no longer."""
        ids = self._chosen()
        self._favour(ids, lambda library: len(library.favourites(ids)) < len(set(ids)))

    def add_to_collection(self) -> None:
        """Offer the collections to put the chosen sounds into."""
        library, ids = self._session.library, self._chosen()
        if library is not None and ids:
            run_task(library.collections, lambda found, error: self._offer(found or [], ids))

    def new_collection(self) -> None:
        """Begin a collection with the chosen sounds, and let the user name it."""
        library, ids = self._session.library, self._inspecting.ids
        if library is not None:
            run_task(library.collections, lambda found, error: self._begin(found or [], ids))

    def remove_from_collection(self) -> None:
        """Take the chosen sounds out of the collection that is shown."""
        wanted = [token for token in tokens(self._box.text()) if token.field == "collection"]
        names = [token.value for token in wanted if not token.excluded]
        if len(names) != 1:
            self.said.emit(self.tr("Click a collection in the sidebar first; then sounds can be taken out of it."))
            return
        name, ids = names[0], self._chosen()
        if not ids:
            return

        def over(removed: Contents) -> None:
            one, many = self.tr("1 sound taken out of “{0}”."), self.tr("{1} sounds taken out of “{0}”.")
            taken = len(removed.places)
            self.said.emit((one if taken == 1 else many).format(name, grouped(taken)))

        text = self._of(self.tr("take out of “{0}”").format(name), len(ids))
        self._undoing.perform(Edit(text, lambda library: library.remove_from_collection(name, ids), _restore), over)

    def save_search(self) -> None:
        """Save what is searched for as a smart collection, and let the user name it."""
        library, query = self._session.library, " ".join(self._box.text().split())
        if not query:
            self.said.emit(self.tr("There is nothing to save: search for something first."))
        elif library is not None:
            run_task(library.collections, lambda found, error: self._save(query, found or []))

    # How it is done

    def _chosen(self) -> list[int]:
        ids = self._inspecting.ids
        if not ids:
            self.said.emit(self.tr("Choose a sound first."))
        return ids

    def _of(self, text: str, count: int) -> str:
        return text if count == 1 else self.tr("{0} for {1} sounds").format(text, grouped(count))

    def _favour(self, ids: Sequence[int], wanted: Callable[[Library], bool]) -> None:
        """Make sounds favourites, or no longer, as `wanted` says on a worker."""
        if not ids:
            return

        def do(library: Library) -> tuple[list[int], bool]:
            on = wanted(library)
            return library.set_favourite(ids, on), on

        def undo(library: Library, state: tuple[list[int], bool]) -> str:
            library.set_favourite(state[0], not state[1])
            return ""

        def over(state: tuple[list[int], bool]) -> None:
            one, many = (
                (self.tr("1 sound is a favourite now."), self.tr("{0} sounds are favourites now."))
                if state[1]
                else (self.tr("1 sound is a favourite no longer."), self.tr("{0} sounds are favourites no longer."))
            )
            self.said.emit(counted(len(state[0]), one, many))

        self._undoing.perform(Edit(self._of(self.tr("favourite"), len(ids)), do, undo), over)

    def _rate(self, stars: int, ids: Sequence[int] | None = None) -> None:
        ids = self._chosen() if ids is None else ids
        if not ids:
            return
        what = "★" * stars or self.tr("no stars")

        def undo(library: Library, before: dict[int, int]) -> str:
            library.restore_ratings(before)
            return ""

        text = self._of(self.tr("rating {0}").format(what), len(ids))
        said = counted(len(ids), what, self.tr("{0} for {1} sounds").format(what, "{0}"))
        self._undoing.perform(
            Edit(text, lambda library: library.rate(ids, stars), undo), lambda _: self.said.emit(said)
        )

    def _offer(self, collections: Sequence[Collection], ids: Sequence[int]) -> None:
        menu = QMenu(self._view)
        menu.setAccessibleName(self.tr("Add to collection"))
        for number, collection in enumerate((c for c in collections if c.query is None), 1):
            mnemonic = f"&{number}  " if number < 10 else ""
            text = collection.name.replace("&", "&&")
            menu.addAction(f"{mnemonic}{text}", partial(self._add, collection.name, ids))
        menu.addSeparator()
        menu.addAction(self.tr("&New collection"), lambda: self._begin(collections, ids))
        menu.aboutToHide.connect(menu.deleteLater)
        place = self._view.visualRect(self._view.currentIndex())
        where = self._view.viewport().mapToGlobal(place.bottomLeft()) if place.isValid() else QCursor.pos()
        menu.popup(where)
        menu.setActiveAction(menu.actions()[0])

    def _add(self, name: str, ids: Sequence[int]) -> None:
        def undo(library: Library, added: list[int]) -> str:
            library.remove_from_collection(name, added)
            return ""

        def over(added: list[int]) -> None:
            one, many = self.tr("1 sound is in “{0}” now."), self.tr("{1} sounds are in “{0}” now.")
            text = self.tr("They are in “{0}” already.") if not added else one if len(added) == 1 else many
            self.said.emit(text.format(name, grouped(len(added))))

        text = self._of(self.tr("add to “{0}”").format(name), len(ids))
        self._undoing.perform(Edit(text, lambda library: library.add_to_collection(name, ids), undo), over)

    def _begin(self, collections: Sequence[Collection], ids: Sequence[int]) -> None:
        name = _free(self.tr("New collection"), collections)

        def do(library: Library) -> None:
            library.create_collection(name)
            library.add_to_collection(name, ids)

        self._make(name, self._of(self.tr("new collection"), len(ids) or 1), do)

    def _save(self, query: str, collections: Sequence[Collection]) -> None:
        name = _free(query.replace('"', "")[:60], collections)
        self._make(name, self.tr("save the search"), lambda library: library.save_search(name, query))

    def _make(self, name: str, text: str, do: Callable[[Library], Any]) -> None:
        """A new collection, whose name is typed at once."""

        def undo(library: Library, _: object) -> str:
            library.delete_collection(name)
            return ""

        self._sidebar.show()
        self._undoing.perform(Edit(text, do, undo), lambda _: self._sidebar.name_next(name))

    def _rename(self, name: str, new_name: str) -> None:
        def undo(library: Library, _: object) -> str:
            library.rename_collection(new_name, name)
            return ""

        text = self.tr("rename “{0}”").format(name)
        self._undoing.perform(Edit(text, lambda library: library.rename_collection(name, new_name), undo))

    def _delete(self, name: str) -> None:
        text = self.tr("delete “{0}”").format(name)
        said = self.tr("“{0}” is deleted; its sounds are where they were. Ctrl+Z brings it back.").format(name)
        edit = Edit(text, lambda library: library.delete_collection(name), _restore)
        self._undoing.perform(edit, lambda _: self.said.emit(said))

    def _dropped(self, node: Node) -> None:
        ids = self._chosen()
        if not ids:
            return
        if node.kind == Kind.COLLECTION:
            self._add(node.text, ids)
        elif node.facet is None:
            self.new_collection()
        elif node.facet.field == "rating":
            self._rate(int(node.facet.value), ids)
        else:
            self._favour(ids, lambda library: True)


def _restore(library: Library, contents: Contents) -> str:
    library.restore_collection(contents)
    return ""


def _free(name: str, collections: Sequence[Collection]) -> str:
    """The name, with a number if there is a collection of that name."""
    taken = {collection.name.casefold() for collection in collections}
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name} {number}"
    return free
