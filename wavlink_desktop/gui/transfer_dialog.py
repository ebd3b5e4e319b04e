"""Transfer to folder: where to, in which form, under which names; what the first names will be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.tasks import Latest
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.transfer_form import TransferForm
from wavlink_desktop.gui.transfer_settings import TransferSettings
from wavlink_desktop.gui.wording import counted
from wavlink_desktop.transfer import NAME_FIELDS, Recipe

SHOWN_NAMES = 4
Region = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Order:
    """What the user wants."""

    destination: Path
    recipe: Recipe
    only_region: bool
    drags_too: bool
    """Whether sounds are to be dragged out in this form from now on."""


class TransferDialog(QDialog):
    """Asks how to transfer `count` sounds, or a region of one. `ordered` gives the answer."""

    ordered = Signal(object)
    """An `Order`."""

    def __init__(
        self,
        count: int,
        region: Region | None,
        settings: TransferSettings,
        names: Callable[[Recipe, bool], list[Path]],
        library_folders: Sequence[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`names(recipe, only_region)`: where the first sounds would go; called on a worker."""
        super().__init__(parent)
        self._settings, self._names, self._folders = settings, names, library_folders
        self._named = True
        self._lane: Latest[list[Path]] = Latest()
        self.setWindowTitle(self.tr("Transfer to folder"))
        self.setMinimumWidth(600)
        heading = QLabel(counted(count, self.tr("1 sound"), self.tr("{0} sounds")), self)
        heading.setObjectName("title")
        self.only_region = QCheckBox(self)
        self.only_region.setVisible(region is not None)
        if region is not None:
            span = f"{region[0]:.3f} – {region[1]:.3f}"
            self.only_region.setText(self.tr("Only the &region {0} s").format(span))
            self.only_region.setChecked(True)
        self.preset = QComboBox(self)
        self.preset.setAccessibleName(self.tr("Preset"))
        self.destination = QLineEdit(str(settings.destination).encode(errors="replace").decode(), self)
        self.destination.setAccessibleName(self.tr("Destination folder"))
        self.note = QLabel(self.tr("This folder is in the library: the new files will be scanned as sounds too."), self)
        self.note.setObjectName("warning")
        self.form = TransferForm(self)
        self.naming = QLineEdit(self)
        self.naming.setAccessibleName(self.tr("Naming scheme"))
        self.keep_folders = QCheckBox(self.tr("&Keep the folders of the library"), self)
        self.preview = QLabel(self)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setObjectName("dim")
        self.preview.setAccessibleName(self.tr("The first names"))
        self.drags_too = QCheckBox(self.tr("&Drag sounds out in this form too"), self)
        self.drags_too.setToolTip(
            self.tr("Sounds that are dragged out are then rendered into {0}").format(settings.transfers_folder)
        )
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = self._buttons.addButton(self.tr("&Transfer"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self._lay_out(heading)
        self._fill_presets()
        self._show(settings.last)
        self.drags_too.setChecked(not settings.dragged.nothing)
        self._connect()
        self._look_ahead()

    def _lay_out(self, heading: QLabel) -> None:
        folder = QHBoxLayout()
        browse = QPushButton(self.tr("&Choose…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        folder.addWidget(self.destination, 1)
        folder.addWidget(browse)
        presets = QHBoxLayout()
        self._save = QPushButton(self.tr("&Save as…"), self)
        self._delete = QPushButton(self.tr("De&lete"), self)
        presets.addWidget(self.preset, 1)
        for button in (self._save, self._delete):
            button.setAutoDefault(False)
            presets.addWidget(button)
        names = QHBoxLayout()
        for line in (folder, presets, names):
            line.setSpacing(8)
        names.addWidget(self.naming, 1)
        names.addWidget(self._field_button())
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        _row(form, self.tr("Des&tination"), folder, self.destination)
        form.addRow("", self.note)
        _row(form, self.tr("&Preset"), presets, self.preset)
        inner = self.form.layout()
        assert isinstance(inner, QFormLayout)
        form.addRow(self.form)
        _row(form, self.tr("&Names"), names, self.naming)
        form.addRow("", self.preview)
        form.addRow("", self.keep_folders)
        form.addRow("", self.drags_too)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(self.only_region)
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addWidget(self._buttons)
        self._align(form, inner)

    def _align(self, outer: QFormLayout, inner: QFormLayout) -> None:
        """One column of labels, though the form is a widget of its own."""
        labels = [
            item.widget()
            for part in (outer, inner)
            for row in range(part.rowCount())
            if (item := part.itemAt(row, QFormLayout.ItemRole.LabelRole)) is not None and item.widget() is not None
        ]
        width = max(label.sizeHint().width() for label in labels if label is not None)
        for label in labels:
            if label is not None:
                label.setMinimumWidth(width)

    def _field_button(self) -> QPushButton:
        button = QPushButton(self.tr("&Insert field"), self)
        button.setAutoDefault(False)
        menu = QMenu(button)
        for name in NAME_FIELDS:
            menu.addAction(f"{{{name}}}").triggered.connect(lambda _=False, name=name: self._insert(name))
        button.setMenu(menu)
        return button

    def _connect(self) -> None:
        self.preset.activated.connect(lambda _: self._show(self.preset.currentData()))
        self._save.clicked.connect(self._save_preset)
        self._delete.clicked.connect(self._delete_preset)
        self.form.changed.connect(self._changed)
        self.naming.textChanged.connect(self._changed)
        self.keep_folders.toggled.connect(self._changed)
        self.only_region.toggled.connect(self._look_ahead)
        self.destination.textChanged.connect(self._check)
        self._buttons.accepted.connect(self._order)
        self._buttons.rejected.connect(self.reject)

    def recipe(self) -> Recipe:
        """What the controls say."""
        return Recipe(self.form.conversion(), self.naming.text(), self.keep_folders.isChecked())

    def _show(self, recipe: Recipe) -> None:
        self.form.set_conversion(recipe.conversion)
        self.naming.setText(recipe.naming)
        self.keep_folders.setChecked(recipe.keep_folders)
        self._mark_preset()

    def _changed(self) -> None:
        self._mark_preset()
        self._look_ahead()

    def _look_ahead(self) -> None:
        recipe, region = self.recipe(), self.only_region.isChecked()
        self._lane.run(lambda: self._names(recipe, region), self._show_names)

    def done(self, result: int) -> None:
        """Close; names that are still on their way have nowhere to go."""
        self._lane.drop()
        super().done(result)

    def _show_names(self, names: list[Path], error: BaseException | None) -> None:
        warned = error is not None
        lines = [told(error)] if warned else [str(path).encode(errors="replace").decode() for path in names]
        metrics = self.preview.fontMetrics()
        width = max(200, self.naming.width())
        elided = [metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, width) for line in lines]
        self.preview.setWordWrap(warned)
        self.preview.setText("\n".join(lines if warned else elided))
        self._named = not warned
        self._check()

    def _check(self) -> None:
        destination = Path(self.destination.text().strip()).expanduser()
        self.note.setVisible(any(destination.is_relative_to(folder) for folder in self._folders))
        self.go.setEnabled(self._named and bool(self.destination.text().strip()))

    def _insert(self, name: str) -> None:
        self.naming.insert(f"{{{name}}}")
        self.naming.setFocus()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Transfer to"), self.destination.text())
        if chosen:
            self.destination.setText(chosen)

    def _order(self) -> None:
        order = Order(
            Path(self.destination.text().strip()).expanduser(),
            self.recipe(),
            self.only_region.isChecked(),
            self.drags_too.isChecked(),
        )
        self.accept()
        self.ordered.emit(order)

    # Presets

    def _fill_presets(self) -> None:
        self.preset.clear()
        for name, recipe in self._settings.presets().items():
            self.preset.addItem(name, recipe)

    def _mark_preset(self) -> None:
        """The preset that says what the controls say, if there is one."""
        recipe = self.recipe()
        row = next((row for row in range(self.preset.count()) if self.preset.itemData(row) == recipe), -1)
        self.preset.setCurrentIndex(row)
        self.preset.setPlaceholderText(self.tr("Own settings"))
        self._delete.setEnabled(row >= 0 and self._settings.is_own(self.preset.itemText(row)))

    def _save_preset(self) -> None:
        name, confirmed = QInputDialog.getText(self, self.tr("Save the preset"), self.tr("Its name:"))
        if confirmed and name.strip():
            self._settings.save_preset(name.strip(), self.recipe())
            self._fill_presets()
            self._mark_preset()

    def _delete_preset(self) -> None:
        self._settings.delete_preset(self.preset.currentText())
        self._fill_presets()
        self._mark_preset()


def _row(form: QFormLayout, text: str, line: QHBoxLayout, buddy: QWidget) -> None:
    """A line of several controls, whose label leads to the first one."""
    label = QLabel(text)
    label.setBuddy(buddy)
    form.addRow(label, line)
