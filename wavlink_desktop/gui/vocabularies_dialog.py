"""Which lists of labels the library is tagged with."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from wavlink_desktop.gui.tag_model import vocabulary_title
from wavlink_desktop.tagging import user_folder


class VocabulariesDialog(QDialog):
    """A box for every list; `chosen` tells which, when the library is to be tagged."""

    chosen = Signal(list)

    def __init__(self, known: Mapping[str, Path], wanted: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tag the library"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(QLabel(self.tr("Tag every sound with")))
        self._boxes: dict[str, QCheckBox] = {}
        for name in [*known, "own"]:
            title, detail = vocabulary_title(name), self._detail(name)
            box = QCheckBox(f"{title}  –  {detail}" if detail else title, self)
            box.setChecked(name in wanted)
            box.toggled.connect(self._check)
            self._boxes[name] = box
            layout.addWidget(box)
        note = QLabel(
            self.tr("Tags that you gave or refused are left alone. Lists of your own lie in {0}").format(user_folder())
        )
        note.setObjectName("dim")
        note.setWordWrap(True)
        layout.addWidget(note)
        layout.addSpacing(8)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.addButton(self.tr("Tag the library"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._check()

    def _detail(self, name: str) -> str:
        details = {
            "ucs": self.tr("Universal Category System, 753 CatIDs"),
            "general": self.tr("things and events: door, dog, rain"),
            "qualities": self.tr("bright, metallic, distant"),
            "own": self.tr("tags that you taught by examples"),
        }
        return details.get(name, "")

    def wanted(self) -> list[str]:
        """The lists that are ticked."""
        return [name for name, box in self._boxes.items() if box.isChecked()]

    def _check(self) -> None:
        self._go.setEnabled(bool(self.wanted()))

    def _accept(self) -> None:
        self.chosen.emit(self.wanted())
        self.accept()
