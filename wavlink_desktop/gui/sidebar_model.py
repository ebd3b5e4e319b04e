"""What the sidebar shows, as a tree: sections, in them entries, which are filters. Branches are made when opened."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wavlink_desktop.gui.wording import counted, kilohertz
from wavlink_desktop.search.facets import Facet, Facets
from wavlink_desktop.search.tokens import tokens

Index = QModelIndex | QPersistentModelIndex
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
_CHOSEN = _READ | Qt.ItemFlag.ItemIsSelectable
NODE_ROLE = Qt.ItemDataRole.UserRole


class Mark(Enum):
    """Whether the search has an entry's filter."""

    NONE = auto()
    WANTED = auto()
    EXCLUDED = auto()


class Kind(Enum):
    """What an entry is, beside a filter."""

    SECTION = auto()
    ALL = auto()
    PROBLEMS = auto()
    NEAR = auto()
    FOLDER = auto()
    COLLECTION = auto()
    SAVED = auto()
    HINT = auto()
    """A sentence where a section has nothing to show."""
    OTHER = auto()


# Qt asks for every row of a folder that is opened: nothing is put together then.
_FLAGS = {
    Kind.HINT: _READ,
    Kind.COLLECTION: _CHOSEN | Qt.ItemFlag.ItemIsEditable,
    Kind.SAVED: _CHOSEN | Qt.ItemFlag.ItemIsEditable,
}


@dataclass(eq=False, slots=True)
class Node:
    """A row of the tree."""

    kind: Kind
    key: str
    """The same row has the same key after a change."""
    text: str
    icon: str = ""
    count: int | None = None
    note: str = ""
    """In the place of a count."""
    facet: Facet | None = None
    parent: "Node | None" = None
    row: int = 0
    make: Callable[["Node"], Iterable["Node"]] | None = None
    """Makes the children, when they are first looked at."""
    _children: list["Node"] | None = field(default=None, repr=False)

    @property
    def children(self) -> list["Node"]:
        """The rows below."""
        if self._children is None:
            self._children = list(self.make(self)) if self.make else []
            for row, child in enumerate(self._children):
                child.parent, child.row = self, row
        return self._children

    @property
    def has_children(self) -> bool:
        """Whether there are any, without making them."""
        if self._children is None and self.facet is not None:
            return bool(self.facet.children)
        return bool(self.children)

    def same_rows(self, other: "Node") -> bool:
        """Whether the same rows are below, as far as they have been made."""
        if self._children is None:
            return self.has_children == other.has_children
        rows = other.children
        return len(rows) == len(self._children) and all(
            mine.key == its.key and mine.text == its.text and mine.kind == its.kind and mine.same_rows(its)
            for mine, its in zip(self._children, rows, strict=True)
        )

    def take_over(self, other: "Node") -> None:
        """Be what `other`, which has the same rows, says."""
        self.icon, self.count, self.note = other.icon, other.count, other.note
        self.facet, self.make = other.facet, other.make
        for mine, its in zip(self._children or (), other.children if self._children else (), strict=True):
            mine.take_over(its)


class SidebarModel(QAbstractItemModel):
    """Shows `Facets`; an empty one before they are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facets: Facets | None = None
        self._root = self._former = Node(Kind.SECTION, "", "")
        self._marks: dict[tuple[str, str], Mark] = {}
        self._query = ""
        self.rename: Callable[[str, str], None] = lambda old, new: None
        """Told when a collection was given another name by typing."""

    def show_facets(self, facets: Facets) -> bool:
        """Show these; whether other rows are there now, and all indexes new. Mostly only the counts are others."""
        root = Node(Kind.SECTION, "", "", make=lambda _: self._sections(facets))
        self.facets = facets
        if self._root.same_rows(root):
            self._root.take_over(root)
            return False
        self.beginResetModel()
        self._former = self._root  # Qt may look at a former row once more
        self._root = root
        self.endResetModel()
        return True

    def show_query(self, text: str) -> None:
        """Mark the entries whose filters are in a search; who shows them paints them anew."""
        marks = {
            (token.field, token.value.casefold()): Mark.EXCLUDED if token.excluded else Mark.WANTED
            for token in tokens(text)
            if token.field
        }
        self._marks, self._query = marks, " ".join(text.split())

    def mark(self, node: Node) -> Mark:
        """Whether the search has a row's filter."""
        if node.kind == Kind.ALL:
            return Mark.NONE if self._query else Mark.WANTED
        if node.facet is None:
            return Mark.NONE
        if not node.facet.field:
            return Mark.WANTED if node.facet.value and node.facet.value == self._query else Mark.NONE
        return self._marks.get((node.facet.field, node.facet.value.casefold()), Mark.NONE)

    def index_of(self, key: str, below: Index | None = None) -> QModelIndex:
        """Where the row with that key is, among those that have been made; invalid if it is not there."""
        node = self._node(below) if below is not None else self._root
        for child in node.children:
            if child.key == key:
                return self.createIndex(child.row, 0, child)
            if key.startswith(f"{child.key}\n") and child.has_children:
                return self.index_of(key, self.createIndex(child.row, 0, child))
        return QModelIndex()

    # What the sections are

    def _sections(self, facets: Facets) -> Iterator[Node]:
        yield _section("library", self.tr("Library"), lambda above: self._library(above, facets))
        hint = self.tr("Drop a folder here, or press Ctrl+O")
        yield _section("folders", self.tr("Folders"), lambda above: self._folders(above, facets.folders), hint)
        hint = self.tr("Drop sounds here to begin one")
        yield _section(
            "collections", self.tr("Collections"), lambda above: self._collections(above, facets.collections), hint
        )
        hint = self.tr("None yet: Ctrl+T tags the library")
        yield _section("ucs", self.tr("Categories"), lambda above: _tree(above, facets.ucs, _title), hint)
        yield _section("tags", self.tr("Tags"), lambda above: self._tags(above, facets.tags), hint)
        yield _section("ratings", self.tr("Ratings"), lambda above: _tree(above, facets.ratings, _label))
        yield _section("form", self.tr("Technical"), lambda above: self._form(above, facets))

    def _library(self, above: Node, facets: Facets) -> Iterator[Node]:
        yield Node(Kind.ALL, f"{above.key}\nall", self.tr("All sounds"), "wave", facets.clips)
        for name, text, facet, kind in (
            ("favourite", self.tr("Favourites"), facets.favourites, Kind.OTHER),
            ("recent", self.tr("Recently played"), facets.played, Kind.OTHER),
            ("duplicates", self.tr("Duplicates"), facets.duplicates, Kind.OTHER),
            ("alike", self.tr("Nearly the same"), facets.near_duplicates, Kind.NEAR),
        ):
            note = self.tr("find") if facet.count is None else ""
            yield Node(kind, f"{above.key}\n{name}", text, name, facet.count, note, facet)
        if facets.problems:
            yield Node(Kind.PROBLEMS, f"{above.key}\nproblems", self.tr("Problems"), "warning", facets.problems)

    def _folders(self, above: Node, facets: Sequence[Facet]) -> Iterator[Node]:
        for facet in facets:
            note = "" if facet.online else self.tr("offline")
            node = Node(
                Kind.FOLDER,
                f"{above.key}\n{facet.value}",
                _shown(facet.label),
                "folder" if facet.online else "folder-offline",
                facet.count,
                note,
                facet,
            )
            node.make = lambda above: self._folders(above, above.facet.children if above.facet else ())
            yield node

    def _collections(self, above: Node, facets: Sequence[Facet]) -> Iterator[Node]:
        for facet in facets:
            kind, icon = (Kind.COLLECTION, "collection") if facet.field else (Kind.SAVED, "saved-search")
            yield Node(kind, f"{above.key}\n{facet.label}", facet.label, icon, facet.count, facet=facet)

    def _tags(self, above: Node, vocabularies: Sequence[Facet]) -> Iterator[Node]:
        """Right below the section where there is but one vocabulary."""
        if len(vocabularies) == 1:
            yield from _tree(above, vocabularies[0].children, _label)
            return
        named = {"own": self.tr("Yours"), "general": self.tr("General"), "qualities": self.tr("Qualities")}
        yield from _tree(above, vocabularies, lambda facet: named.get(facet.label, facet.label))

    def _form(self, above: Node, facets: Facets) -> Iterator[Node]:
        for name, text, entries, label in (
            ("format", self.tr("Format"), facets.formats, lambda facet: facet.label.upper()),
            ("rate", self.tr("Sample rate"), facets.rates, lambda facet: f"{kilohertz(int(facet.value))}Hz"),
            ("channels", self.tr("Channels"), facets.channels, self._channels),
        ):
            yield from _tree(above, (Facet(name, None, children=entries),), _named(text, label))

    def _channels(self, facet: Facet) -> str:
        return {"1": self.tr("Mono"), "2": self.tr("Stereo")}.get(
            facet.value, self.tr("{0} channels").format(facet.value)
        )

    # Qt's questions

    def _node(self, index: Index) -> Node:
        node: Node = index.internalPointer() if index.isValid() else self._root
        return node

    def node(self, index: Index) -> Node | None:
        """The row at an index."""
        return self._node(index) if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """As Qt asks for it."""
        children = (parent.internalPointer() if parent.isValid() else self._root).children
        return self.createIndex(row, column, children[row]) if 0 <= row < len(children) else QModelIndex()

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """As Qt asks for it."""
        above = self._node(child).parent if child.isValid() else None
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """As Qt asks for it."""
        return len(self._node(parent).children)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """As Qt asks for it; makes nothing."""
        return self._node(parent).has_children

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, the node itself, and what a screen reader says."""
        node = self.node(index)
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return node.text
        if role == NODE_ROLE:
            return node
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._help(node)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A collection gets another name; it is shown when the library has it."""
        node = self.node(index)
        name = " ".join(str(value).split())
        if node is None or not name or name == node.text:
            return False
        self.rename(node.text, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Collections can be renamed; hints are only there to be read."""
        return _FLAGS.get(self._node(index).kind, _CHOSEN)

    def _spoken(self, node: Node) -> str:
        parts = [node.text]
        if node.count is not None:
            parts.append(counted(node.count, self.tr("1 sound"), self.tr("{0} sounds")))
        parts += [node.note] * bool(node.note)
        mark = self.mark(node)
        if mark != Mark.NONE:
            parts.append(self.tr("left out") if mark == Mark.EXCLUDED else self.tr("searched for"))
        return ", ".join(parts)

    def _help(self, node: Node) -> str | None:
        if node.kind == Kind.NEAR and node.count is None:
            return self.tr("Compare all sounds: which are another format, level or trim of one recording?")
        if node.facet is None or not node.facet.query:
            return None
        more = self.tr("Click to search here, Ctrl+click to add it, Shift+click to leave it out.")
        return f"{_shown(node.facet.query)}\n{more}"


def _section(key: str, text: str, make: Callable[[Node], Iterable[Node]], hint: str = "") -> Node:
    def children(above: Node) -> list[Node]:
        made = list(make(above))
        return made or [Node(Kind.HINT, f"{key}\nhint", hint)] * bool(hint)

    return Node(Kind.SECTION, key, text, make=children)


def _tree(above: Node, facets: Iterable[Facet], text: Callable[[Facet], str]) -> Iterator[Node]:
    for facet in facets:
        yield Node(
            Kind.OTHER,
            f"{above.key}\n{facet.field}:{facet.value or facet.label}",
            text(facet),
            count=facet.count,
            facet=facet,
            make=lambda node: _tree(node, node.facet.children if node.facet else (), text),
        )


def _named(text: str, label: Callable[[Facet], str]) -> Callable[[Facet], str]:
    """A heading for the branch, and `label` for what is in it."""
    return lambda facet: label(facet) if facet.field else text


def _label(facet: Facet) -> str:
    return facet.label


def _title(facet: Facet) -> str:
    return facet.label.title()


def _shown(text: str) -> str:
    return text.encode(errors="replace").decode()
