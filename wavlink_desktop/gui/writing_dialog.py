"""Tags and texts into the sound files: place by place, what stands there and what would."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.changes_dialog import ChangesDialog, Plan, Progress
from wavlink_desktop.gui.changes_model import Kind, Line
from wavlink_desktop.gui.field_names import field_title
from wavlink_desktop.gui.theme import enlarged
from wavlink_desktop.gui.undoing import Undoing
from wavlink_desktop.metadata.values import FIELDS
from wavlink_desktop.metadata.writing import ChangeReport

_FIRST = ("DESCRIPTION", "KEYWORDS", "FXNAME", "CATID", "LIBRARY", "CREATORID", "SOURCEID")
_EMPTY = "-"
"""Typed into a field: nothing is to stand there."""


class WritingDialog(ChangesDialog):
    """Previews and writes; see `Library.plan_writing`."""

    def __init__(self, library: Library, ids: Sequence[int], undoing: Undoing, parent: QWidget | None = None) -> None:
        self._fields: dict[str, QLineEdit] = {}
        super().__init__(library, ids, undoing, parent)
        self.setWindowTitle(self.tr("Write into the files"))

    def headings(self) -> tuple[str, ...]:
        """Of the preview."""
        return (self.tr("Place"), self.tr("Now"), self.tr("Then"))

    def make_form(self) -> QWidget:
        """A line for every field; an empty one says what the tags say."""
        inside = QWidget(self)
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 8, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(4)
        for name in [*_FIRST, *(name for name in FIELDS if name not in _FIRST)]:
            line = QLineEdit(inside)
            line.setObjectName("field")
            line.setPlaceholderText(self.tr("from tags and names"))
            line.setAccessibleName(field_title(name))
            line.textEdited.connect(self.replan)
            self._fields[name] = line
            form.addRow(field_title(name), line)
        area = QScrollArea(self)
        area.setAccessibleName(self.tr("Fields"))
        area.setWidgetResizable(True)
        area.setWidget(inside)
        note = QLabel(
            self.tr(
                "A text here replaces what the files have; “-” empties the field. Otherwise what others wrote stays."
            )
        )
        note.setObjectName("dim")
        note.setWordWrap(True)
        held = QWidget(self)
        held.setFixedWidth(enlarged(270, self.fontMetrics()))
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addWidget(note)
        return held

    def asked(self) -> dict[str, str]:
        """Field to the text that is to stand there."""
        typed = {name: line.text().strip() for name, line in self._fields.items()}
        return {name: "" if text == _EMPTY else text for name, text in typed.items() if text}

    def set_field(self, name: str, text: str) -> None:
        """Type into a field."""
        self._fields[name].setText(text)
        self.replan()

    def widths(self) -> tuple[int, int, int]:
        """Texts need the room."""
        return enlarged(220, self.fontMetrics()), 0, 0

    def chunk(self) -> int:
        """Every file is read: few at a time, so that the preview begins at once."""
        return 16

    def planner(self) -> Callable[[Library, Sequence[int]], list[Plan]]:
        """`Library.plan_writing`, with the fields as they are."""
        asked = self.asked()
        return lambda library, ids: list(library.plan_writing(ids, asked))

    def changer(self) -> Callable[[Library, Sequence[Plan], Progress, Callable[[], bool]], ChangeReport]:
        """`Library.write`."""
        return lambda library, plans, progress, cancelled: library.write(plans, progress, cancelled)

    def changes(self, plan: Plan) -> bool:
        """Whether any place would say something else."""
        return bool(plan.changes)

    def lines(self, plan: Plan) -> list[Line]:
        """The file, then each place."""
        name = plan.path.name.encode(errors="replace").decode()
        if plan.refusal:
            return [Line(Kind.REFUSAL, (name, plan.refusal))]
        if not plan.changes:
            return [Line(Kind.UNCHANGED, (name, self.tr("stays as it is")))]
        places = [Line(Kind.CHANGE, (change.place, change.before, change.after)) for change in plan.changes]
        return [Line(Kind.FILE, (name,)), *places]

    def texts(self, files: str) -> tuple[str, str, str]:
        """As `ChangesDialog.texts`."""
        return (
            self.tr("Write into {0}").format(files),
            self.tr("write into {0}").format(files),
            self.tr("Wrote into {0}.").format(files),
        )
