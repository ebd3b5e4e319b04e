"""What is known about the chosen clip: tags, the file's own words, technical facts, where it is."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wavlink_desktop.gui import wording
from wavlink_desktop.gui.elided import ElidedLabel
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.library.records import Clip, Tag

_TAG_HEIGHT = 24
_BAR = 48


class TagList(QWidget):
    """Tags with their scores as bars, one a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: Sequence[Tag] = ()
        self.setAccessibleName(self.tr("Tags"))

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show these, in their order."""
        self._tags = tags
        self.setAccessibleDescription(", ".join(tag.label for tag in tags))
        self.setToolTip("\n".join(f"{tag.label}: {tag.score:.2f} ({tag.vocabulary}, {tag.source})" for tag in tags))
        self.setFixedHeight(max(1, len(tags)) * _TAG_HEIGHT)
        self.update()

    def sizeHint(self) -> QSize:
        """A line a tag."""
        return QSize(200, max(1, len(self._tags)) * _TAG_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A label and a bar a line."""
        painter = QPainter(self)
        palette = self.palette()
        if not self._tags:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.tr("None yet. Ctrl+T tags the library."))
        for row, tag in enumerate(self._tags):
            line = QRectF(0, row * _TAG_HEIGHT, self.width(), _TAG_HEIGHT)
            bar = QRectF(line.right() - _BAR, line.center().y() - 2, _BAR, 4)
            painter.fillRect(bar, palette.color(QPalette.ColorRole.Mid))
            bar.setWidth(_BAR * min(1.0, max(0.0, tag.score)))
            painter.fillRect(bar, palette.color(QPalette.ColorRole.Accent))
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            room = int(line.width() - _BAR - 12)
            label = self.fontMetrics().elidedText(tag.label, Qt.TextElideMode.ElideRight, room)
            painter.drawText(line.adjusted(0, 0, -_BAR - 12, 0), Qt.AlignmentFlag.AlignVCenter, label)


class Details(QScrollArea):
    """Shows one clip. `copy_wanted` and `reveal_wanted` ask for what the buttons say."""

    copy_wanted = Signal()
    reveal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Details"))
        self._tags = TagList(self)
        self._description = QLabel(self)
        self._description.setWordWrap(True)
        self._description.setTextFormat(Qt.TextFormat.PlainText)
        self._description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._description_caption = self._caption(self.tr("What the file says"))
        self._facts = QFormLayout()
        self._folder = ElidedLabel("", self)
        self._folder.setObjectName("dim")
        self._copy = QPushButton(icon("copy"), self.tr("Copy path"), self)
        self._copy.clicked.connect(self.copy_wanted)
        self._reveal = QPushButton(icon("reveal"), self.tr("Show in folder"), self)
        self._reveal.clicked.connect(self.reveal_wanted)
        self._hint = QLabel(self.tr("Choose a sound to see its tags and facts."), self)
        self._hint.setObjectName("dim")
        self._hint.setWordWrap(True)
        self._body = self._lay_out()

    def _lay_out(self) -> QWidget:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption(self.tr("Tags")))
        column.addWidget(self._tags)
        column.addSpacing(12)
        column.addWidget(self._description_caption)
        column.addWidget(self._description)
        column.addSpacing(12)
        column.addWidget(self._caption(self.tr("Facts")))
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(4)
        column.addLayout(self._facts)
        column.addSpacing(12)
        column.addWidget(self._caption(self.tr("Where")))
        column.addWidget(self._folder)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._reveal)
        buttons.addStretch(1)
        column.addSpacing(4)
        column.addLayout(buttons)
        body.hide()
        outer = QWidget(self)
        layout = QVBoxLayout(outer)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._hint)
        layout.addWidget(body)
        layout.addStretch(1)
        self.setWidget(outer)
        return body

    def _caption(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("caption")
        return label

    def show_clip(self, clip: Clip) -> None:
        """Show another clip; its tags follow with `set_tags`."""
        self._hint.hide()
        self._body.show()
        self._tags.set_tags(())
        self._description.setText(clip.description)
        for part in (self._description_caption, self._description):
            part.setVisible(bool(clip.description))
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, value in self._fact_list(clip):
            label = QLabel(name)
            label.setObjectName("dim")
            self._facts.addRow(label, QLabel(value))
        self._folder.setText(str(clip.path.parent).encode(errors="replace").decode())

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """The clip's tags have come."""
        self._tags.set_tags(tags)

    def _fact_list(self, clip: Clip) -> list[tuple[str, str]]:
        depth = self.tr("{0} bit").format(clip.bit_depth) if clip.bit_depth else self.tr("compressed")
        facts = [
            (self.tr("Duration"), wording.clock(clip.duration)),
            (self.tr("Format"), clip.format),
            (self.tr("Rate"), f"{clip.sample_rate:,} Hz"),
            (self.tr("Depth"), depth),
            (self.tr("Channels"), str(clip.channels)),
            (self.tr("Size"), wording.size(clip.size)),
            (self.tr("Changed"), f"{datetime.fromtimestamp(clip.modified):%Y-%m-%d %H:%M}"),
        ]
        if not clip.online:
            facts.append((self.tr("State"), self.tr("folder or drive not connected")))
        elif not clip.embedded:
            facts.append((self.tr("State"), self.tr("not listened to yet")))
        return facts
