"""The hits as a table: one model over one list, whatever its length."""

from collections.abc import Callable, Sequence, Set
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from wavlink_desktop.gui.wording import clock, format_summary
from wavlink_desktop.library.records import Tag
from wavlink_desktop.search.hits import Hit

Index = QModelIndex | QPersistentModelIndex
HIT_ROLE = Qt.ItemDataRole.UserRole
TAG_BATCH_MS = 30


class Column(IntEnum):
    """The table's columns, left to right."""

    NAME = 0
    MOMENT = 1
    DURATION = 2
    FORMAT = 3
    TAGS = 4
    MATCH = 5


_SORT_KEYS: dict[Column, Callable[[Hit], Any]] = {
    Column.NAME: lambda hit: hit.clip.name.casefold(),
    Column.MOMENT: lambda hit: hit.start,
    Column.DURATION: lambda hit: hit.clip.duration,
    Column.FORMAT: lambda hit: (
        hit.clip.format,
        hit.clip.sample_rate,
        hit.clip.bit_depth or 0,
        hit.clip.channels,
    ),
    Column.MATCH: lambda hit: -hit.rank,
}


def is_sortable(column: Column) -> bool:
    """Tags are fetched only for the rows that are seen, so they cannot be sorted by."""
    return column in _SORT_KEYS


def sort_hits(hits: Sequence[Hit], column: Column, descending: bool) -> list[Hit]:
    """`hits` by a column; equal ones stay in the order of their rank."""
    return sorted(hits, key=_SORT_KEYS[column], reverse=descending)


def is_part(hit: Hit) -> bool:
    """Whether the best moment is a part of the clip rather than all of it."""
    return hit.end > hit.start and hit.end - hit.start < hit.clip.duration - 0.05


class ResultsModel(QAbstractTableModel):
    """Rows of `Hit`. Tags are asked for (`tags_wanted`) when a row is first looked at."""

    tags_wanted = Signal(list)
    """Clip ids, gathered over a few milliseconds of painting; answer with `set_tags`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._tags: dict[int, list[Tag]] = {}
        self._wanted: set[int] = set()
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(TAG_BATCH_MS)
        self._gather.timeout.connect(self._ask_for_tags)
        self.ranked = False
        """Whether the hits answer a query; a mere list has no best match."""

    @property
    def hits(self) -> list[Hit]:
        """The rows, in the order shown. Not to be changed."""
        return self._hits

    def set_hits(self, hits: list[Hit], ranked: bool) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._hits, self.ranked = hits, ranked
        self.endResetModel()

    def rows_of(self, clip_ids: Set[int]) -> dict[int, int]:
        """The rows that show these clips, by clip id; those that are not shown are left out."""
        return {hit.clip.id: row for row, hit in enumerate(self._hits) if hit.clip.id in clip_ids}

    def tags(self, clip_id: int) -> list[Tag]:
        """The clip's tags as far as they are known; asks for them the first time."""
        known = self._tags.get(clip_id)
        if known is not None:
            return known
        self._wanted.add(clip_id)
        if not self._gather.isActive():
            self._gather.start()
        return []

    def set_tags(self, tags: dict[int, list[Tag]]) -> None:
        """Tags that have come, by clip id."""
        self._tags.update(tags)
        if self._hits:
            last = len(self._hits) - 1
            self.dataChanged.emit(self.index(0, Column.TAGS), self.index(last, Column.TAGS))

    def forget_tags(self) -> None:
        """The library has changed: ask again for what is seen."""
        self._tags.clear()

    def _ask_for_tags(self) -> None:
        wanted, self._wanted = list(self._wanted), set()
        self.tags_wanted.emit(wanted)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """As many as there are hits."""
        return 0 if parent.isValid() else len(self._hits)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One a `Column`."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen and dragged out."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column == Column.DURATION else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, tool tip and screen-reader text; the whole hit as `HIT_ROLE`."""
        hit = self._hits[index.row()]
        if role == HIT_ROLE:
            return hit
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(hit, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(hit, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles()[column]}: {self._text(hit, column)}"
        return None

    def _titles(self) -> dict[Column, str]:
        return {
            Column.NAME: self.tr("Name"),
            Column.MOMENT: self.tr("Best moment"),
            Column.DURATION: self.tr("Duration"),
            Column.FORMAT: self.tr("Format"),
            Column.TAGS: self.tr("Tags"),
            Column.MATCH: self.tr("Match"),
        }

    def _text(self, hit: Hit, column: Column) -> str:
        if column == Column.NAME:
            return hit.clip.name
        if column == Column.MOMENT:
            return f"{clock(hit.start)} – {clock(hit.end)}" if self.ranked and is_part(hit) else ""
        if column == Column.DURATION:
            return clock(hit.clip.duration)
        if column == Column.FORMAT:
            return format_summary(hit.clip)
        if column == Column.TAGS:
            return ", ".join(tag.label for tag in self.tags(hit.clip.id))
        return self.reason(hit) if self.ranked else ""

    def reason(self, hit: Hit) -> str:
        """Why the hit was found, in a word."""
        return {"meaning": self.tr("sound"), "name": self.tr("name"), "both": self.tr("both")}[hit.reason]

    def _tool_tip(self, hit: Hit, column: Column) -> str | None:
        if column == Column.NAME:
            path = str(hit.clip.path).encode(errors="replace").decode()
            return path if hit.clip.online else self.tr("{0}\nIts folder or drive is not connected.").format(path)
        if column == Column.MATCH and self.ranked:
            reasons = {
                "meaning": self.tr("It sounds like what you wrote"),
                "name": self.tr("Its name, folder, description or tags match"),
                "both": self.tr("Its sound and its name match"),
            }
            return f"{reasons[hit.reason]} ({hit.score:.2f})"
        return self._text(hit, column) if column == Column.TAGS else None
