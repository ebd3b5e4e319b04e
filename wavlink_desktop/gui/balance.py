"""The dial between words and sound: what the ranking goes by."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from wavlink_desktop.gui.icons import IconLabel

_STEPS = 10
_EVEN = 0.5


class _Dial(QSlider):
    """A slider that a double click brings back to the middle."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the middle."""
        self.setValue(round(_EVEN * _STEPS))


class Balance(QWidget):
    """From 0 (names and texts alone) to 1 (the sound alone)."""

    changed = Signal()
    """`value` has; by whomever but `set_value`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dial = _Dial(Qt.Orientation.Horizontal, self)
        self._dial.setRange(0, _STEPS)
        self._dial.setPageStep(1)
        self._dial.setFixedWidth(72)
        self._dial.setAccessibleName(self.tr("Words or sound"))
        self._dial.valueChanged.connect(self._moved)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(IconLabel("text", QPalette.ColorRole.PlaceholderText))
        layout.addWidget(self._dial)
        layout.addWidget(IconLabel("wave", QPalette.ColorRole.PlaceholderText))
        self.set_value(_EVEN)

    @property
    def value(self) -> float:
        """0…1, as in `Request.balance`."""
        return self._dial.value() / _STEPS

    def set_value(self, value: float) -> None:
        """Show `value`, and tell nobody."""
        self._dial.blockSignals(True)
        self._dial.setValue(round(value * _STEPS))
        self._dial.blockSignals(False)
        self._explain()

    def lean(self, steps: int) -> None:
        """More to the sound (positive) or to the words."""
        self._dial.setValue(self._dial.value() + steps)

    def centre(self) -> None:
        """Both alike."""
        self._dial.setValue(round(_EVEN * _STEPS))

    def _moved(self) -> None:
        self._explain()
        self.changed.emit()

    def _explain(self) -> None:
        value = self.value
        if value == 0:
            now = self.tr("Found by names and texts alone.")
        elif value == 1:
            now = self.tr("Found by how it sounds alone.")
        elif value == _EVEN:
            now = self.tr("Found by names and by how it sounds.")
        else:
            now = (
                self.tr("Found by both, more by the sound.")
                if value > _EVEN
                else self.tr("Found by both, more by names.")
            )
        self._dial.setAccessibleDescription(now)
        self.setToolTip(now + "\n" + self.tr("Left: words. Right: sound. A double click: both alike."))
