"""How a tag is painted: what speaks for it, its label, how likely it is; the buttons under the pointer."""

from enum import Enum, auto

from PySide6.QtCore import QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.tag_model import ROW_ROLE, Heading, Index, TagRow
from wavlink_desktop.gui.wording import grouped

_ICON = 14
_BUTTON = 22
_BAR = 36
_GAP = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Part(Enum):
    """Where in a row the pointer is."""

    LABEL = auto()
    ACCEPT = auto()
    REJECT = auto()


class TagDelegate(QStyledItemDelegate):
    """Paints `TagRow`s and `Heading`s. All colours come from the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = QPersistentModelIndex()
        self.hovered_part: Part | None = None
        dim = QPalette.ColorRole.PlaceholderText
        self._evidence = {source: icon(f"evidence-{source}", dim) for source in ("sound", "name", "metadata", "person")}
        self._accept, self._reject, self._partly = icon("accept"), icon("reject"), icon("partly")
        self._accepted = icon("accept", QPalette.ColorRole.Accent)
        self._partly_accepted = icon("partly", QPalette.ColorRole.Accent)
        self._rejected = icon("reject", dim)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading has some room above it."""
        height = QFontMetrics(option.font).height()  # type: ignore[attr-defined]
        return QSize(120, height + (14 if isinstance(index.data(ROW_ROLE), Heading) else 10))

    def part_at(self, where: QPoint, rect: QRect) -> Part:
        """What of a row that fills `rect` lies at `where`."""
        accept, reject = _buttons(rect)
        if accept.contains(where):
            return Part.ACCEPT
        return Part.REJECT if reject.contains(where) else Part.LABEL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        font = QFont(option.font)  # type: ignore[attr-defined]
        row = index.data(ROW_ROLE)
        if isinstance(row, Heading):
            painter.setFont(_smaller(font))
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(
                rect.adjusted(0, 0, 0, -3), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.text
            )
        elif isinstance(row, TagRow):
            self._paint_tag(painter, option, rect, palette, font, row, index)

    def _paint_tag(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        palette: QPalette,
        font: QFont,
        row: TagRow,
        index: Index,
    ) -> None:
        state = option.state  # type: ignore[attr-defined]
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = self.hovered == index
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if current or hovered:
            role = QPalette.ColorRole.Highlight if current else QPalette.ColorRole.Midlight
            painter.setBrush(palette.brush(role))
            painter.drawRoundedRect(QRectF(rect), 4, 4)
        if focused:
            painter.setPen(palette.color(QPalette.ColorRole.Accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        text = palette.color(QPalette.ColorRole.HighlightedText if current else QPalette.ColorRole.Text)
        dim = text if current else palette.color(QPalette.ColorRole.PlaceholderText)
        side = QRect(rect.left() + 6, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        self._mark(row).paint(painter, side)
        room = rect.adjusted(_ICON + 12, 0, -6, 0)
        if hovered:
            self._paint_buttons(painter, rect, palette, row)
            room.setRight(_buttons(rect)[0].left() - _GAP)
        else:
            room.setRight(self._paint_figure(painter, room, palette, font, row, dim))
        font.setStrikeOut(row.rejected)
        font.setWeight(QFont.Weight.DemiBold if row.tally.accepted else QFont.Weight.Normal)
        font.setUnderline(hovered and self.hovered_part == Part.LABEL)
        painter.setFont(font)
        painter.setPen(dim if row.rejected else text)
        metrics = QFontMetrics(font)
        label = metrics.elidedText(row.tally.label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, label)
        font.setUnderline(False)
        font.setWeight(QFont.Weight.Normal)
        rest = room.adjusted(metrics.horizontalAdvance(label) + _GAP, 0, 0, 0)
        if row.meaning and rest.width() > 40:
            painter.setFont(font)
            painter.setPen(dim)
            painter.drawText(
                rest, _LEFT, QFontMetrics(font).elidedText(row.meaning, Qt.TextElideMode.ElideRight, rest.width())
            )

    def _mark(self, row: TagRow) -> QIcon:
        if row.rejected:
            return self._rejected
        if row.tally.accepted:
            return self._accepted if row.accepted else self._partly_accepted
        return self._evidence[row.source]

    def _paint_figure(
        self, painter: QPainter, room: QRect, palette: QPalette, font: QFont, row: TagRow, dim: object
    ) -> int:
        """How many clips, or how likely; gives where it begins."""
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(dim)  # type: ignore[call-overload]
        if row.rejected or (row.accepted and row.of == 1):
            return room.right()
        if row.of > 1:
            text = self.tr("{0} of {1}").format(grouped(row.tally.clips), grouped(row.of))
            painter.drawText(room, _RIGHT, text)
            return room.right() - metrics.horizontalAdvance(text) - _GAP
        text = f"{row.tally.score:.0%}".replace("%", " %")
        painter.drawText(room, _RIGHT, text)
        right = room.right() - metrics.horizontalAdvance("100 %") - _GAP
        bar = QRectF(right - _BAR, room.center().y() - 1, _BAR, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.brush(QPalette.ColorRole.Dark))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        bar.setWidth(max(2.0, _BAR * min(1.0, row.tally.score)))
        painter.setBrush(palette.brush(QPalette.ColorRole.Accent))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        return round(right - _BAR - _GAP)

    def _paint_buttons(self, painter: QPainter, rect: QRect, palette: QPalette, row: TagRow) -> None:
        for button, part, picture, on in zip(
            _buttons(rect),
            (Part.ACCEPT, Part.REJECT),
            (self._accept, self._reject),
            (row.accepted, row.rejected),
            strict=True,
        ):
            if self.hovered_part == part or on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.brush(QPalette.ColorRole.Dark))
                painter.drawRoundedRect(QRectF(button), 4, 4)
            inside = QRect(0, 0, _ICON, _ICON)
            inside.moveCenter(button.center())
            picture.paint(painter, inside)


def _buttons(rect: QRect) -> tuple[QRect, QRect]:
    reject = QRect(rect.right() - _BUTTON - 1, rect.center().y() - _BUTTON // 2 + 1, _BUTTON, _BUTTON)
    return reject.translated(-_BUTTON - 2, 0), reject


def _smaller(font: QFont) -> QFont:
    font.setPointSizeF(font.pointSizeF() * 0.92)
    return font
