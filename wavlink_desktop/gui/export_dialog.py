"""What to export, as which table, to where; and how far that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.column_chooser import ColumnChooser
from wavlink_desktop.gui.field_names import field_title
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.theme import SPIN_MARGINS
from wavlink_desktop.gui.wording import grouped
from wavlink_desktop.metadata.soundminer import HEADINGS
from wavlink_desktop.metadata.table import COLUMNS, USUAL

CHOSEN, FOUND, ALL = "chosen", "found", "all"
_SUFFIXES = {"csv": ".csv", "tsv": ".tsv", "json": ".json", "jsonl": ".jsonl", "xlsx": ".xlsx", "soundminer": ".txt"}


@dataclass(frozen=True, slots=True)
class Wish:
    """An export, as the user wants it."""

    which: str
    """`CHOSEN`, `FOUND` or `ALL`."""
    file_format: str
    columns: tuple[str, ...]
    least_score: float
    """0…1."""
    destination: Path
    reveal: bool
    """Open its folder afterwards."""


class ExportDialog(QDialog):
    """Remembers what was chosen last. `wanted` asks for the export; `set_progress` and `set_result` tell of it."""

    wanted = Signal(object)
    """A `Wish`."""
    stopped = Signal()
    """Cancel the export that runs."""

    def __init__(self, settings: QSettings, counts: Mapping[str, int], parent: QWidget | None = None) -> None:
        """`counts`: clips of each choice; one of 0 clips is not offered."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export tags"))
        self.resize(560, 640)
        self._settings, self._running = settings, False
        self._which = self._make_choices(counts)
        self._format = QComboBox(self)
        for name, text in self._formats().items():
            self._format.addItem(text, name)
        self._format.setAccessibleName(self.tr("Format"))
        self._columns = ColumnChooser({name: field_title(name) for name in COLUMNS}, self)
        self._least = QSpinBox(self)
        self._least.lineEdit().setTextMargins(*SPIN_MARGINS)
        self._least.setRange(0, 100)
        self._least.setSuffix(" %")
        self._least.setAccessibleName(self.tr("Leave out suggestions below"))
        self._least.setToolTip(self.tr("What you accepted is always written."))
        self._destination = QLineEdit(self)
        self._destination.setAccessibleName(self.tr("File"))
        self._browse = QPushButton(icon("reveal"), self.tr("Choose…"), self)
        self._reveal = QCheckBox(self.tr("Open its folder afterwards"), self)
        self._usual = QPushButton(self.tr("Usual columns"), self)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.hide()
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._go = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        self._browse.clicked.connect(self._choose_file)
        self._usual.clicked.connect(lambda: self._columns.choose(self._usual_columns()))
        self._restore()
        self._format.currentIndexChanged.connect(self._format_changed)
        self._lay_out(buttons)

    def _make_choices(self, counts: Mapping[str, int]) -> dict[str, QRadioButton]:
        texts = {
            CHOSEN: self.tr("The chosen sounds ({0})"),
            FOUND: self.tr("What this search found ({0})"),
            ALL: self.tr("The whole library ({0})"),
        }
        group = QButtonGroup(self)
        made = {}
        for name, text in texts.items():
            made[name] = button = QRadioButton(text.format(grouped(counts.get(name, 0))), self)
            button.setEnabled(counts.get(name, 0) > 0)
            group.addButton(button)
        several = counts.get(CHOSEN, 0) > 1
        searched = 0 < counts.get(FOUND, 0) < counts.get(ALL, 0)
        made[CHOSEN if several else FOUND if searched else ALL].setChecked(True)
        return made

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        which = QVBoxLayout()
        which.setSpacing(4)
        for button in self._which.values():
            which.addWidget(button)
        form.addRow(self.tr("Which"), which)
        form.addRow(self.tr("Format"), self._format)
        columns = QVBoxLayout()
        columns.setSpacing(6)
        columns.addWidget(self._columns, 1)
        row = QHBoxLayout()
        row.addWidget(self._usual)
        row.addStretch(1)
        columns.addLayout(row)
        form.addRow(self.tr("Columns"), columns)
        form.addRow(self.tr("Suggestions of at least"), self._least)
        file = QHBoxLayout()
        file.setSpacing(8)
        file.addWidget(self._destination, 1)
        file.addWidget(self._browse)
        form.addRow(self.tr("File"), file)
        form.addRow("", self._reveal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(form, 1)
        layout.addWidget(self._progress)
        layout.addWidget(self._message)
        layout.addWidget(buttons)

    def _formats(self) -> dict[str, str]:
        return {
            "csv": self.tr("CSV table (*.csv)"),
            "tsv": self.tr("TSV table, tabs between cells (*.tsv)"),
            "xlsx": self.tr("Excel workbook (*.xlsx)"),
            "json": self.tr("JSON (*.json)"),
            "jsonl": self.tr("JSON, a line a clip (*.jsonl)"),
            "soundminer": self.tr("Soundminer text (*.txt)"),
        }

    def _usual_columns(self) -> tuple[str, ...]:
        return tuple(HEADINGS) if self._chosen_format() == "soundminer" else USUAL

    def _chosen_format(self) -> str:
        return str(self._format.currentData())

    # What is remembered

    def _restore(self) -> None:
        settings = self._settings
        self._format.setCurrentIndex(max(0, self._format.findData(settings.value("export/format", "csv"))))
        self._least.setValue(int(str(settings.value("export/least", 0))))
        self._reveal.setChecked(settings.value("export/reveal", "false") == "true")
        folder = Path(str(settings.value("export/folder", Path.home())))
        self._destination.setText(str(folder / f"tags{_SUFFIXES[self._chosen_format()]}"))
        self._restore_columns()

    def _restore_columns(self) -> None:
        stored = self._settings.value(f"export/columns-{self._chosen_format()}")
        self._columns.choose(str(stored).split(",") if stored else self._usual_columns())

    def _remember(self, wish: Wish) -> None:
        settings = self._settings
        settings.setValue("export/format", wish.file_format)
        settings.setValue("export/least", self._least.value())
        settings.setValue("export/reveal", "true" if wish.reveal else "false")
        settings.setValue("export/folder", str(wish.destination.parent))
        settings.setValue(f"export/columns-{wish.file_format}", ",".join(wish.columns))

    def _format_changed(self) -> None:
        path = Path(self._destination.text())
        if path.suffix in _SUFFIXES.values():
            self._destination.setText(str(path.with_suffix(_SUFFIXES[self._chosen_format()])))
        self._restore_columns()

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export tags"), self._destination.text(), self._format.currentText()
        )
        if chosen:
            self._destination.setText(chosen)

    # The export

    def _ask(self) -> None:
        destination = Path(self._destination.text().strip()).expanduser()
        columns = tuple(self._columns.chosen())
        if not self._destination.text().strip() or not destination.is_absolute():
            self._say(self.tr("Name a file to write to, with its folder."))
        elif not columns:
            self._say(self.tr("Choose at least one column."))
        else:
            which = next(name for name, button in self._which.items() if button.isChecked())
            least = self._least.value() / 100
            wish = Wish(which, self._chosen_format(), columns, least, destination, self._reveal.isChecked())
            self._remember(wish)
            self._set_running(True)
            self._say(self.tr("Writing…"))
            self.wanted.emit(wish)

    def _set_running(self, running: bool) -> None:
        self._running = running
        self._go.setEnabled(not running)
        self._close.setText(self.tr("Cancel") if running else self.tr("Close"))
        self._progress.setVisible(running)
        self._progress.setRange(0, 0)

    def _say(self, text: str) -> None:
        self._message.setText(text)

    def message(self) -> str:
        """What is said at the bottom."""
        return self._message.text()

    def set_progress(self, done: int, total: int) -> None:
        """So many clips are written."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._say(self.tr("{0} of {1} clips").format(grouped(done), grouped(total)))

    def set_result(self, text: str) -> None:
        """What became of it."""
        self._set_running(False)
        self._say(text)

    def reject(self) -> None:
        """Close; while it writes: cancel that."""
        if self._running:
            self.stopped.emit()
        else:
            super().reject()
