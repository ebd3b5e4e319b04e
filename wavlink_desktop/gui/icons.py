"""Our own line icons, drawn in the palette's colours, so that they follow light and dark."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from wavlink_desktop import paths


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class _LineIcon(QIconEngine):
    """Renders one SVG whenever it is painted, with `currentColor` as the palette has it at that moment."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        colour = QGuiApplication.palette().color(group, self._role).name()
        svg = _source(self._name).replace("currentColor", colour)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        copy = _LineIcon(self._name, self._role)
        _engines.append(copy)
        return copy


_engines: list[QIconEngine] = []
"""Icons own their engines in C++; the Python halves have to live as long."""


@cache
def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the palette's colour `role`: the same for all who paint it."""
    engine = _LineIcon(name, role)
    _engines.append(engine)
    return QIcon(engine)


class IconLabel(QWidget):
    """A line icon that stands by itself; painted anew, and so in the right colour, when the theme changes."""

    def __init__(self, name: str, role: QPalette.ColorRole = QPalette.ColorRole.WindowText, size: int = 16) -> None:
        super().__init__()
        self._icon = icon(name, role)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        self._icon.paint(QPainter(self), self.rect())


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(paths.resources() / "icons" / "app.svg"))
