"""UCS names for files: the present ones, and those that they would have."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.changes_dialog import ChangesDialog, Plan, Progress
from wavlink_desktop.gui.changes_model import Kind, Line
from wavlink_desktop.gui.theme import enlarged
from wavlink_desktop.gui.undoing import Undoing
from wavlink_desktop.metadata.renaming import NameBlocks
from wavlink_desktop.metadata.writing import ChangeReport


class RenamingDialog(ChangesDialog):
    """Previews and renames; see `Library.plan_renaming`. Remembers the blocks."""

    def __init__(
        self,
        library: Library,
        ids: Sequence[int],
        undoing: Undoing,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        self._settings = settings
        self._fields: dict[str, QLineEdit] = {}
        super().__init__(library, ids, undoing, parent)
        self.setWindowTitle(self.tr("Rename by the Universal Category System"))

    def headings(self) -> tuple[str, ...]:
        """Of the preview."""
        return (self.tr("Now"), self.tr("Then"), self.tr("Remark"))

    def make_form(self) -> QWidget:
        """A line for every block."""
        held = QWidget(self)
        held.setFixedWidth(enlarged(250, self.fontMetrics()))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(4)
        blocks = {
            "creator_id": (self.tr("Creator"), self.tr("who made the sounds")),
            "source_id": (self.tr("Source"), self.tr("project, show or library")),
            "user_category": (self.tr("User category"), self.tr("behind the CatID")),
            "vendor_category": (self.tr("Vendor category"), self.tr("before the title")),
            "user_data": (self.tr("User data"), self.tr("at the end")),
        }
        for name, (title, hint) in blocks.items():
            line = QLineEdit(str(self._settings.value(f"rename/{name}", "")), held)
            line.setObjectName("field")
            line.setPlaceholderText(hint)
            line.setAccessibleName(title)
            line.textEdited.connect(self.replan)
            self._fields[name] = line
            form.addRow(title, line)
        note = QLabel(
            self.tr(
                "CatID-UserCategory_VendorCategory-FXName_Creator_Source_UserData\n\n"
                "What a name says by now is kept unless it is given here. Names that are taken are numbered."
            )
        )
        note.setText(note.text().replace("_", "_\u200b"))  # the rule may be broken there
        note.setObjectName("dim")
        note.setWordWrap(True)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addSpacing(8)
        column.addWidget(note)
        column.addStretch(1)
        return held

    def blocks(self) -> NameBlocks:
        """What was typed."""
        return NameBlocks(**{name: line.text().strip() for name, line in self._fields.items()})

    def set_block(self, name: str, text: str) -> None:
        """Type into a field."""
        self._fields[name].setText(text)
        self.replan()

    def widths(self) -> tuple[int, int, int]:
        """Names need the room."""
        return 0, 0, 170

    def chunk(self) -> int:
        """All at once: names that are taken are counted over all of them, and no file is read."""
        return max(1, len(self._ids))

    def planner(self) -> Callable[[Library, Sequence[int]], list[Plan]]:
        """`Library.plan_renaming`, with the blocks as they are."""
        blocks = self.blocks()
        return lambda library, ids: list(library.plan_renaming(ids, blocks))

    def changer(self) -> Callable[[Library, Sequence[Plan], Progress, Callable[[], bool]], ChangeReport]:
        """`Library.rename`; the blocks are remembered."""
        for name, line in self._fields.items():
            self._settings.setValue(f"rename/{name}", line.text().strip())
        return lambda library, plans, progress, cancelled: library.rename(plans, progress, cancelled)

    def changes(self, plan: Plan) -> bool:
        """Whether the file would have another name."""
        return not plan.refusal

    def lines(self, plan: Plan) -> list[Line]:
        """The names, and what is particular about the new one."""
        now, then = (path.name.encode(errors="replace").decode() for path in (plan.path, plan.target))
        if plan.refusal:
            return [Line(Kind.REFUSAL, (now, plan.refusal))]
        return [Line(Kind.RENAMED, (now, then, self.tr("numbered: the name is taken") if plan.numbered else ""))]

    def texts(self, files: str) -> tuple[str, str, str]:
        """As `ChangesDialog.texts`."""
        return (
            self.tr("Rename {0}").format(files),
            self.tr("rename {0}").format(files),
            self.tr("Renamed {0}.").format(files),
        )
