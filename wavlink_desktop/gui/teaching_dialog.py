"""Teach a tag: which one, from how many examples."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from wavlink_desktop.gui.tag_entry import Label, TagEntry
from wavlink_desktop.gui.wording import counted
from wavlink_desktop.tagging import FEWEST_EXAMPLES

_BETTER = 5


class TeachingDialog(QDialog):
    """Asks for the tag. `label_changed` asks how many examples it has already: answer with `set_given`."""

    label_changed = Signal(str, str)
    teach = Signal(str, str)
    """Vocabulary and label."""

    def __init__(self, examples: int, labels: Sequence[Label], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find more like these"))
        self.setMinimumWidth(420)
        self._examples, self._given = examples, 0
        self._label: tuple[str, str] | None = None
        heading = counted(examples, self.tr("1 sound is chosen"), self.tr("{0} sounds are chosen"))
        what = QLabel(self.tr("{0} as what the tag means. What sounds like that will be tagged too.").format(heading))
        what.setWordWrap(True)
        self._entry = TagEntry(self)
        self._entry.set_labels(labels)
        self._entry.setPlaceholderText(self.tr("Tag: a word of your own, or a CatID"))
        self._entry.entered.connect(self.set_label)
        self._entry.left.connect(self.reject)
        self._note = QLabel(self)
        self._note.setObjectName("dim")
        self._note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.addButton(self.tr("Find more"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setAutoDefault(False)
        self._go.setEnabled(False)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(10)
        for part in (what, self._entry, self._note, buttons):
            layout.addWidget(part)
        self._say()

    def set_label(self, vocabulary: str, label: str) -> None:
        """Teach this one."""
        # A label of a list is described by texts already: examples teach a CatID, or a word of one's own.
        self._label = (vocabulary if vocabulary == "ucs" else "own", label)
        self._entry.setText(label)
        self._go.setFocus()
        self._go.setDefault(True)
        self.label_changed.emit(*self._label)
        self._say()

    def set_given(self, given: int) -> None:
        """So many other sounds have the tag from a person."""
        self._given = given
        self._say()

    def _say(self) -> None:
        examples = self._examples + self._given
        missing = FEWEST_EXAMPLES - examples
        self._go.setEnabled(self._label is not None and missing <= 0)
        if missing > 0:
            more = counted(missing, self.tr("One more example is needed."), self.tr("{0} more examples are needed."))
            self._note.setText(more + " " + self.tr("Choose more sounds, then try again."))
        elif self._label is None:
            self._note.setText(self.tr("Enter takes the tag."))
        else:
            text = counted(examples, self.tr("1 example"), self.tr("{0} examples"))
            better = self.tr("Five are better.") if examples < _BETTER else self.tr("Enter begins.")
            self._note.setText(f"{text}. {better}")

    def _accept(self) -> None:
        if self._label is not None:
            self.teach.emit(*self._label)
        self.accept()
