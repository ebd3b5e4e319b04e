"""The most frequent categories of what is seen: their colours, and a click that leaves only them lit."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from wavlink_desktop.gui.wording import grouped
from wavlink_desktop.mapping.reading import UNKNOWN

ROWS = 8
_DOT = 10


class Legend(QFrame):
    """A column of buttons, one a category."""

    toggled = Signal()
    """Other categories are chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapLegend")
        self.setAccessibleName(self.tr("Categories on the map"))
        self.chosen: set[str] = set()
        """Names of the categories that alone are lit; none: all are."""
        self._shown: list[tuple[str, int, str]] = []
        self._buttons: list[QToolButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(0)
        for _ in range(ROWS):
            button = QToolButton(self)
            button.setObjectName("mapLegendRow")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(_DOT, _DOT))
            button.clicked.connect(self._clicked)
            button.hide()
            layout.addWidget(button)
            self._buttons.append(button)

    def show_counts(self, counts: NDArray[np.int64], names: tuple[str, ...], colours: list[QColor]) -> None:
        """The categories of which most are seen, and those that are chosen."""
        kept = [number for number, name in enumerate(names) if name in self.chosen]
        order = [int(n) for n in np.argsort(-counts, kind="stable") if counts[n] and n != UNKNOWN and n not in kept]
        numbers = (kept + order)[:ROWS]
        numbers.sort(key=lambda number: (-counts[number], number))
        rows = [(names[number], int(counts[number]), colours[number].name()) for number in numbers]
        if rows == self._shown:
            return
        self._shown = rows
        for button, row in zip(self._buttons, [*rows, *[None] * (ROWS - len(rows))], strict=True):
            button.setVisible(row is not None)
            if row is not None:
                self._fill(button, *row)
        self.setVisible(bool(rows))
        self.adjustSize()

    def clear(self) -> None:
        """Choose none: all are lit."""
        self.chosen.clear()
        for button in self._buttons:
            button.setChecked(False)
        self.toggled.emit()

    def _fill(self, button: QToolButton, name: str, count: int, colour: str) -> None:
        button.setText(f" {name}  {grouped(count)}")
        button.setProperty("category", name)
        button.setChecked(name in self.chosen)
        button.setIcon(_dot(QColor(colour), self.devicePixelRatioF()))
        button.setToolTip(self.tr("Light only {0}; another click lights all").format(name))
        button.setAccessibleName(self.tr("{0}, {1} in sight").format(name, count))

    def _clicked(self) -> None:
        self.chosen = {str(button.property("category")) for button in self._buttons if _is_on(button)}
        self.toggled.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the dots anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._shown = []
        super().changeEvent(event)


def _is_on(button: QToolButton) -> bool:
    return button.isChecked() and not button.isHidden()


def _dot(colour: QColor, ratio: float) -> QIcon:
    pixmap = QPixmap(round(_DOT * ratio), round(_DOT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(0, 0, _DOT, _DOT)
    painter.end()
    return QIcon(pixmap)
