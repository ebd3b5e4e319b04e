"""The inspector at the right: tags, what is heard along the file, facts, what the file says, where it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from wavlink_desktop.gui import facts
from wavlink_desktop.gui.chips import Flow
from wavlink_desktop.gui.elided import ElidedLabel
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.regions_list import RegionsList
from wavlink_desktop.gui.tag_panel import TagPanel
from wavlink_desktop.gui.wording import counted
from wavlink_desktop.library.records import Clip, Region


@dataclass(frozen=True, slots=True)
class Described:
    """What is known of the chosen clips beside their tags."""

    clips: Sequence[Clip]
    count: int
    """How many are chosen: `clips` may be some of them only."""
    said: Sequence[Mapping[str, str]] = field(default=())
    """`AudioInfo.fields` of those clips that have any."""
    regions: Sequence[Region] = field(default=())


class Inspector(QScrollArea):
    """Shows what is chosen. `copy_wanted` and `reveal_wanted` ask for what the buttons say."""

    copy_wanted = Signal()
    reveal_wanted = Signal()
    write_wanted = Signal()
    sought = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Inspector"))
        self.setMinimumWidth(260)
        self._title = ElidedLabel("", self)
        self._title.setObjectName("title")
        self.tags = TagPanel(self)
        self._regions_caption = self._caption(self.tr("Along the file"))
        self.regions = RegionsList(self)
        self.regions.sought.connect(self.sought)
        self.facts = facts.FactsForm(self.tr("Facts"), self)
        self.stated = facts.FactsForm(self.tr("What the file says"), self)
        self._all = QToolButton(self)
        self._all.setCheckable(True)
        self._all.setObjectName("link")
        self._all.toggled.connect(self._show_all)
        self._said: Sequence[Mapping[str, str]] = ()
        self._where = self._caption(self.tr("Where"))
        self._folder = ElidedLabel("", self)
        self._folder.setObjectName("dim")
        self._copy = self._button("copy", self.tr("Copy path"))
        self._copy.clicked.connect(self.copy_wanted)
        self._reveal = self._button("reveal", self.tr("Show in folder"))
        self._reveal.clicked.connect(self.reveal_wanted)
        self._write = self._button("tag", self.tr("Write into the file…"))
        self._write.clicked.connect(self.write_wanted)
        self._hint = QLabel(self.tr("Choose a sound to see its tags and facts, or several to tag them together."), self)
        self._hint.setObjectName("dim")
        self._hint.setWordWrap(True)
        self._body = self._lay_out()

    def _button(self, picture: str, text: str) -> QPushButton:
        return QPushButton(icon(picture), text, self)

    def _lay_out(self) -> QWidget:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self.tags)
        # The space above a part is the part's own: where it is hidden, there is none.
        for headed in (self._regions_caption, self.stated, self.facts, self._where):
            headed.setContentsMargins(0, 8, 0, 0)
        for part in (self._regions_caption, self.regions, self.stated):
            column.addWidget(part)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.facts, self._where, self._folder):
            column.addWidget(part)
        buttons = Flow()
        buttons.setSpacing(8)
        for button in (self._copy, self._reveal, self._write):
            buttons.addWidget(button)
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

    def show_nothing(self) -> None:
        """Nothing is chosen: say what to do."""
        self._body.hide()
        self._hint.show()

    def show_chosen(self, described: Described) -> None:
        """Show these clips; their tags come by `tags.show_tags`."""
        clips = described.clips
        self._hint.hide()
        self._body.show()
        many = described.count > 1
        self._title.setText(clips[0].name if clips and not many else self._counted(described.count))
        self._said = described.said if len(described.said) == len(clips) else [*described.said, {}]
        self.facts.show_facts(facts.technical(clips) if clips else [])
        self._show_all(self._all.isChecked())
        self._regions_caption.setVisible(bool(described.regions))
        self.regions.setVisible(bool(described.regions))
        self.regions.show_regions(described.regions)
        folders = {clip.path.parent for clip in clips}
        for part in (self._where, self._folder):
            part.setVisible(bool(folders))
        shown = str(next(iter(folders))) if len(folders) == 1 else self._folders(len(folders))
        self._folder.setText(shown.encode(errors="replace").decode())
        self._copy.setText(self.tr("Copy paths") if many else self.tr("Copy path"))
        self._write.setText(self.tr("Write into the files…") if many else self.tr("Write into the file…"))

    def _show_all(self, everything: bool) -> None:
        fields = len({name for said in self._said for name in said})
        self.stated.show_facts((facts.raw if everything else facts.stated)(self._said))
        self._all.setVisible(fields > 0)
        self._all.setText(self.tr("Fewer fields") if everything else self.tr("All {0} fields").format(fields))

    def _counted(self, count: int) -> str:
        return counted(count, self.tr("1 sound"), self.tr("{0} sounds"))

    def _folders(self, count: int) -> str:
        return counted(count, self.tr("1 folder"), self.tr("{0} folders"))
