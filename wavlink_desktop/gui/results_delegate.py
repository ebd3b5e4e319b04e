"""How a row of the table is painted. All colours come from the palette."""

from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wavlink_desktop.gui.columns import COLUMNS, Column, is_part, reason
from wavlink_desktop.gui.results import ROW_ROLE, Index, ResultsModel
from wavlink_desktop.gui.wording import clock
from wavlink_desktop.search.answer import Row
from wavlink_desktop.search.hits import Hit

ROW_HEIGHT = 28
MARGIN = 8
_TRACK_WIDTH = 44
_BAR_WIDTH = 56
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ResultsDelegate(QStyledItemDelegate):
    """Paints a hit cell by cell: name and folder, moment on a small track, chips of tags, the match as a bar."""

    def __init__(self, model: ResultsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered_row = -1
        self.playing: Path | None = None
        """The file that plays: its row is marked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as any other."""
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        row: Row | None = index.data(ROW_ROLE)
        palette = option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, palette.brush(QPalette.ColorRole.Highlight))
        elif index.row() == self.hovered_row:
            painter.fillRect(option.rect, palette.brush(QPalette.ColorRole.AlternateBase))
        column = COLUMNS[index.column()]
        cell = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        if row is None:
            _paint_nothing_yet(painter, cell, column, index.row(), palette)
            return
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        text = palette.color(role if row.hit.clip.online else QPalette.ColorRole.PlaceholderText)
        dim = palette.color(role if selected else QPalette.ColorRole.PlaceholderText)
        painter.setFont(option.font)
        self._paint_cell(column, painter, cell, row, text, dim, palette, option.fontMetrics)

    def _paint_cell(
        self,
        column: Column,
        painter: QPainter,
        cell: QRect,
        row: Row,
        text: QColor,
        dim: QColor,
        palette: QPalette,
        metrics: QFontMetrics,
    ) -> None:
        if column.ranked and not self._model.ranked:
            return
        if column.key == "name":
            self._paint_name(painter, cell, row.hit, text, dim, palette, metrics)
        elif column.key == "moment":
            if is_part(row.hit):
                self._paint_moment(painter, cell, row.hit, text, palette)
        elif column.key == "tags":
            self._paint_tags(painter, cell, row, dim, palette, metrics)
        elif column.key == "match":
            self._paint_match(painter, cell, row.hit, dim, palette)
        else:
            painter.setPen(dim if column.dim else text)
            side = _RIGHT if column.right else _LEFT
            painter.drawText(cell, side, metrics.elidedText(column.text(row), _ELIDE_RIGHT, cell.width()))

    def _paint_name(
        self,
        painter: QPainter,
        cell: QRect,
        hit: Hit,
        text: QColor,
        dim: QColor,
        palette: QPalette,
        metrics: QFontMetrics,
    ) -> None:
        if hit.clip.path == self.playing:
            _paint_triangle(painter, QPointF(cell.left() + 1, cell.center().y() + 0.5), palette)
        cell = cell.adjusted(14, 0, 0, 0)
        name = metrics.elidedText(hit.clip.name, _ELIDE_MIDDLE, cell.width())
        painter.setPen(text)
        painter.drawText(cell, _LEFT, name)
        rest = cell.adjusted(metrics.horizontalAdvance(name) + 12, 0, 0, 0)
        if rest.width() > 90:
            painter.setPen(dim)
            painter.drawText(rest, _LEFT, metrics.elidedText(_folder(hit), _ELIDE_MIDDLE, rest.width()))

    def _paint_moment(self, painter: QPainter, cell: QRect, hit: Hit, text: QColor, palette: QPalette) -> None:
        middle = cell.center().y() + 0.5
        track = QRectF(cell.left(), middle - 1.5, _TRACK_WIDTH, 3)
        painter.fillRect(track, palette.color(QPalette.ColorRole.Dark))
        scale = _TRACK_WIDTH / hit.clip.duration
        moment = QRectF(track.left() + hit.start * scale, middle - 3, max(3.0, (hit.end - hit.start) * scale), 6)
        painter.fillRect(moment, palette.color(QPalette.ColorRole.Accent))
        painter.setPen(text)
        painter.drawText(cell.adjusted(_TRACK_WIDTH + MARGIN, 0, 0, 0), _LEFT, clock(hit.start))

    def _paint_tags(
        self, painter: QPainter, cell: QRect, row: Row, dim: QColor, palette: QPalette, metrics: QFontMetrics
    ) -> None:
        left = cell.left()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tag in row.tags:
            room = cell.right() - left - 12
            if room < 36:
                break
            label = metrics.elidedText(tag.label, _ELIDE_RIGHT, room)
            chip = QRectF(left, cell.top() + 5, metrics.horizontalAdvance(label) + 12, cell.height() - 10)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.brush(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(chip, 4, 4)
            painter.setPen(dim)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, label)
            left += int(chip.width()) + 4
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_match(self, painter: QPainter, cell: QRect, hit: Hit, dim: QColor, palette: QPalette) -> None:
        middle = cell.center().y() + 0.5
        bar = QRectF(cell.left(), middle - 2, _BAR_WIDTH, 4)
        painter.fillRect(bar, palette.color(QPalette.ColorRole.Mid))
        bar.setWidth(_BAR_WIDTH * min(1.0, max(0.0, hit.score)))
        painter.fillRect(bar, palette.color(QPalette.ColorRole.Accent))
        painter.setPen(dim)
        painter.drawText(cell.adjusted(_BAR_WIDTH + MARGIN, 0, 0, 0), _LEFT, reason(hit))


_ELIDE_RIGHT = Qt.TextElideMode.ElideRight
_ELIDE_MIDDLE = Qt.TextElideMode.ElideMiddle


def _folder(hit: Hit) -> str:
    """The folder as the user thinks of it: from the library folder's own name down."""
    inside = hit.clip.path.parent
    if hit.clip.folder in (inside, *inside.parents):
        inside = inside.relative_to(hit.clip.folder.parent)
    return str(inside).encode(errors="replace").decode()


def _paint_nothing_yet(painter: QPainter, cell: QRect, column: Column, number: int, palette: QPalette) -> None:
    """A pale bar where text will be in a moment: the eye sees the list go by, not a hole."""
    if column.key not in ("name", "duration"):
        return
    width = min(cell.width(), 36 if column.right else 140 + number * 53 % 120)
    left = cell.right() - width if column.right else cell.left() + 14
    bar = QRectF(left, cell.center().y() - 3.5, width, 8)
    painter.fillRect(bar, palette.brush(QPalette.ColorRole.Midlight))


def _paint_triangle(painter: QPainter, left_middle: QPointF, palette: QPalette) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(palette.color(QPalette.ColorRole.Accent)))
    points = [left_middle + QPointF(0, -4.5), left_middle + QPointF(0, 4.5), left_middle + QPointF(8, 0)]
    painter.drawPolygon(QPolygonF(points))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
