"""The tags of a clip, or of a selection, as rows: a person's first, then suggestions, then what was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from wavlink_desktop.gui.wording import grouped
from wavlink_desktop.library.tagtally import Source, Tally
from wavlink_desktop.tagging import Reason

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str]
"""Vocabulary and label."""
ROW_ROLE = Qt.ItemDataRole.UserRole
_MOST = 12
"""Suggestions of one vocabulary: a selection can have hundreds."""
_ORDER = ("ucs", "general", "qualities")


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of some rows."""

    text: str


@dataclass(frozen=True, slots=True)
class TagRow:
    """One label among the clips that are shown."""

    tally: Tally
    of: int
    """How many clips are shown."""
    meaning: str = ""
    """Of a CatID: its category and subcategory."""
    reason: Reason | None = None

    @property
    def key(self) -> Key:
        """Names it."""
        return self.tally.vocabulary, self.tally.label

    @property
    def accepted(self) -> bool:
        """Whether a person gave it to every clip."""
        return self.tally.accepted == self.of

    @property
    def rejected(self) -> bool:
        """Whether a person refused it, and no clip has it."""
        return self.tally.rejected > 0 and not self.tally.clips

    @property
    def suggested(self) -> bool:
        """Whether it waits for a person's word."""
        return not self.tally.accepted and not self.rejected

    @property
    def source(self) -> Source:
        """What speaks for it most."""
        order: tuple[Source, ...] = ("person", "metadata", "name", "sound")
        return next((source for source in order if source in self.tally.sources), "person")


Row = TagRow | Heading


def vocabulary_title(name: str) -> str:
    """What a list of labels is called where people see it."""
    titles = {
        "ucs": QCoreApplication.translate("Vocabularies", "Category"),
        "general": QCoreApplication.translate("Vocabularies", "What is heard"),
        "qualities": QCoreApplication.translate("Vocabularies", "How it sounds"),
        "own": QCoreApplication.translate("Vocabularies", "Like your examples"),
    }
    return titles.get(name, name)


class TagModel(QAbstractListModel):
    """Rows of `TagRow` under `Heading`s."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(
        self,
        tallies: Sequence[Tally],
        of: int,
        meanings: Mapping[str, str],
        reasons: Mapping[Key, Reason],
    ) -> None:
        """Show these; `meanings`: of CatIDs; `reasons`: of a single clip's tags."""
        made = [
            TagRow(tally, of, meanings.get(tally.label, "") if tally.vocabulary == "ucs" else "", reasons.get(key))
            for tally in tallies
            for key in [(tally.vocabulary, tally.label)]
        ]
        rows: list[Row] = []
        for title, members in self._groups(made):
            if members:
                rows += [Heading(title), *members]
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _groups(self, rows: Sequence[TagRow]) -> list[tuple[str, list[TagRow]]]:
        suggested = [row for row in rows if row.suggested]
        vocabularies = sorted({row.tally.vocabulary for row in suggested}, key=_rank)
        return [
            (self.tr("Yours"), [row for row in rows if not row.suggested and not row.rejected]),
            *(
                (vocabulary_title(vocabulary), [row for row in suggested if row.tally.vocabulary == vocabulary][:_MOST])
                for vocabulary in vocabularies
            ),
            (self.tr("Refused"), [row for row in rows if row.rejected]),
        ]

    @property
    def tags(self) -> list[TagRow]:
        """The rows without the headings."""
        return [row for row in self._rows if isinstance(row, TagRow)]

    def row(self, index: Index) -> Row | None:
        """What stands at `index`."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place(self, key: Key) -> QModelIndex:
        """Where a label stands; an invalid index if it is not shown."""
        for number, row in enumerate(self._rows):
            if isinstance(row, TagRow) and row.key == key:
                return self.index(number)
        return QModelIndex()

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Labels and headings."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be gone to."""
        if isinstance(self.row(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The label, why it stands there, what a screen reader says; the row itself as `ROW_ROLE`."""
        row = self.row(index)
        if role == ROW_ROLE:
            return row
        if isinstance(row, Heading):
            return row.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.tally.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tool_tip(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return None

    def spoken(self, row: TagRow) -> str:
        """`door, accepted by you`; `creak, 83 %, from sound and name`; `rain, 12 of 30 clips have it`."""
        label = f"{row.tally.label} ({row.meaning})" if row.meaning else row.tally.label
        if row.rejected:
            return self.tr("{0}, refused by you").format(label)
        if row.accepted:
            return self.tr("{0}, accepted by you").format(label)
        parts = [label]
        if row.of > 1:
            parts.append(self.tr("{0} of {1} clips have it").format(grouped(row.tally.clips), grouped(row.of)))
        if row.tally.accepted:
            parts.append(self.tr("{0} accepted by you").format(grouped(row.tally.accepted)))
        if row.suggested:
            parts.append(f"{row.tally.score:.0%}".replace("%", " %"))
            parts.append(self.evidence(row))
        return ", ".join(parts)

    def evidence(self, row: TagRow) -> str:
        """`from sound and name`, in the order of weight."""
        words = {
            "sound": self.tr("sound"),
            "name": self.tr("name"),
            "metadata": self.tr("metadata"),
            "person": self.tr("you"),
        }
        said = [words[source] for source in row.tally.sources if source != "person"]
        if row.reason and "name" not in row.tally.sources and (row.reason.name or row.reason.folders):
            said.append(words["name"])
        return self.tr("from {0}").format(self.tr(" and ").join(said)) if said else self.tr("from you")

    def tool_tip(self, row: TagRow) -> str:
        """Why the label stands there, and what can be done."""
        lines = [f"{row.tally.label}: {row.meaning}" if row.meaning else row.tally.label]
        if row.rejected:
            lines.append(self.tr("You said that it does not fit. R takes that back."))
            return "\n".join(lines)
        if row.tally.accepted:
            lines.append(self._accepted(row))
        reason = row.reason or Reason()
        if "sound" in row.tally.sources:
            lines.append(self.tr("It sounds like that."))
        for words, text in (
            (reason.name, self.tr("From the name: {0}")),
            (reason.folders, self.tr("From the folder: {0}")),
            (reason.description, self.tr("From the description: {0}")),
        ):
            if words:
                lines.append(text.format(", ".join(words)))
        if not any((reason.name, reason.folders)) and "name" in row.tally.sources:
            lines.append(self.tr("From what the name means."))
        if not reason.description and "metadata" in row.tally.sources:
            lines.append(self.tr("From the metadata in the file."))
        if row.of > 1:
            lines.append(self.tr("{0} of {1} clips have it").format(grouped(row.tally.clips), grouped(row.of)))
        lines.append(self.tr("Click: search for it. A or Enter: accept. R or Delete: refuse."))
        return "\n".join(lines)

    def _accepted(self, row: TagRow) -> str:
        if row.of == 1:
            return self.tr("You said that it fits. A takes that back.")
        return self.tr("You said that it fits {0} of {1} clips.").format(grouped(row.tally.accepted), grouped(row.of))


def _rank(vocabulary: str) -> tuple[int, str]:
    known = _ORDER.index(vocabulary) if vocabulary in _ORDER else len(_ORDER) + (vocabulary != "own")
    return known, vocabulary
