"""The form of new sound files, as controls: format, rate, depth, channels, level, handles, fades."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from wavlink_desktop.gui.theme import SPIN_MARGINS
from wavlink_desktop.transfer import Conversion

_RATES = (22_050, 44_100, 48_000, 88_200, 96_000, 192_000)


class TransferForm(QWidget):
    """Shows and changes a `Conversion`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = True
        self.file_format = self._choice(
            self.tr("Format"),
            [
                (self.tr("As it is"), "source"),
                (self.tr("WAV (broadcast)"), "wav"),
                (self.tr("AIFF"), "aiff"),
                (self.tr("FLAC"), "flac"),
                (self.tr("MP3"), "mp3"),
                (self.tr("Ogg Vorbis"), "ogg"),
            ],
        )
        rates = [(self.tr("{0} kHz").format(f"{rate / 1000:g}"), rate) for rate in _RATES]
        self.sample_rate = self._choice(self.tr("Sample rate"), [(self.tr("As it is"), None), *rates])
        self.bit_depth = self._choice(
            self.tr("Bit depth"),
            [
                (self.tr("As it is"), None),
                (self.tr("16 bit, dithered"), 16),
                (self.tr("24 bit"), 24),
                (self.tr("32 bit float"), 32),
            ],
        )
        self.channels = self._choice(
            self.tr("Channels"),
            [
                (self.tr("As they are"), "keep"),
                (self.tr("Folded down to mono"), "mono"),
                (self.tr("Each in a file of its own"), "split"),
            ],
        )
        self.normalise = QCheckBox(self.tr("Bring the highest peak to"), self)
        self.normalise.toggled.connect(self._normalise_toggled)
        self.peak = self._number(self.tr("Highest peak"), -24.0, 0.0, 0.5, self.tr(" dBFS"))
        self.peak.setValue(-1.0)
        self.peak.setEnabled(False)
        self.handles = self._number(self.tr("Handles"), 0.0, 60.0, 0.5, self.tr(" s"))
        self.fade = self._number(self.tr("Fades"), 0.0, 500.0, 1.0, self.tr(" ms"))
        self.handles.setToolTip(self.tr("Sound before and after a region, as far as its file has it"))
        self.fade.setToolTip(self.tr("Where a region is cut out of its file"))
        self._lay_out()
        self._filling = False

    def _lay_out(self) -> None:
        level = QHBoxLayout()
        level.setSpacing(8)
        level.addWidget(self.normalise)
        level.addWidget(self.peak)
        level.addStretch(1)
        edges = QHBoxLayout()
        edges.setSpacing(8)
        fades = QLabel(self.tr("F&ades"), self)
        fades.setBuddy(self.fade)
        edges.addWidget(self.handles)
        edges.addSpacing(16)
        edges.addWidget(fades)
        edges.addWidget(self.fade)
        edges.addStretch(1)
        handles = QLabel(self.tr("Handl&es"), self)
        handles.setBuddy(self.handles)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("F&ormat"), self.file_format)
        form.addRow(self.tr("Sample &rate"), self.sample_rate)
        form.addRow(self.tr("Bit &depth"), self.bit_depth)
        form.addRow(self.tr("C&hannels"), self.channels)
        form.addRow(self.tr("Level"), level)
        form.addRow(handles, edges)

    def conversion(self) -> Conversion:
        """What the controls say."""
        return Conversion(
            self.file_format.currentData(),
            self.sample_rate.currentData(),
            self.bit_depth.currentData(),
            self.channels.currentData(),
            self.peak.value() if self.normalise.isChecked() else None,
            self.handles.value(),
            self.fade.value() / 1000,
        )

    def set_conversion(self, conversion: Conversion) -> None:
        """Show another one."""
        self._filling = True
        for box, value in (
            (self.file_format, conversion.format),
            (self.sample_rate, conversion.sample_rate),
            (self.bit_depth, conversion.bit_depth),
            (self.channels, conversion.channels),
        ):
            _select(box, value)
        self.normalise.setChecked(conversion.peak_db is not None)
        if conversion.peak_db is not None:
            self.peak.setValue(conversion.peak_db)
        self.handles.setValue(conversion.handles)
        self.fade.setValue(conversion.fade * 1000)
        self._filling = False
        self._tell()

    def _choice(self, name: str, items: list[tuple[str, Any]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for text, value in items:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self._tell)
        return box

    def _number(self, name: str, least: float, most: float, step: float, unit: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.lineEdit().setTextMargins(*SPIN_MARGINS)
        box.setAccessibleName(name)
        box.setRange(least, most)
        box.setSingleStep(step)
        box.setDecimals(1)
        box.setSuffix(unit)
        box.valueChanged.connect(self._tell)
        return box

    def _normalise_toggled(self, on: bool) -> None:
        self.peak.setEnabled(on)
        self._tell()

    def _tell(self) -> None:
        lossy = self.file_format.currentData() in ("mp3", "ogg")
        self.bit_depth.setEnabled(not lossy)
        if not self._filling:
            self.changed.emit()


def _select(box: QComboBox, value: Any) -> None:
    """Choose a value; one that the list lacks (from the command line, or a later version) is added."""
    for row in range(box.count()):
        if box.itemData(row) == value:
            box.setCurrentIndex(row)
            return
    box.addItem(str(value), value)
    box.setCurrentIndex(box.count() - 1)
