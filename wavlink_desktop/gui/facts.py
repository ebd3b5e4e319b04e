"""What is known of the chosen clips beside their tags: technical facts, and what the files say of themselves."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from wavlink_desktop.audio import standard_fields
from wavlink_desktop.gui import wording
from wavlink_desktop.gui.field_names import field_title
from wavlink_desktop.gui.translation import N, translated
from wavlink_desktop.library.records import Clip

Fact = tuple[str, str]
"""A name and a value."""

_MOST_RAW = 60
_LONGEST = 600
_WIDEST_NAME = 18
"""Characters; a longer name stands above its value."""


def technical(clips: Sequence[Clip]) -> list[Fact]:
    """Duration, format and the like; of several clips what they have in common, sums where sums mean something."""
    facts = {name: _common(values) for name, values in _columns(clips)}
    if len(clips) > 1:
        in_all = translated(N("{0} in all"))
        facts[field_title("duration")] = in_all.format(wording.clock(sum(clip.duration for clip in clips)))
        facts[field_title("size")] = in_all.format(wording.size(sum(clip.size for clip in clips)))
    state = _state(clips)
    return [*facts.items(), (translated(N("State")), state)] if state else [*facts.items()]


def _columns(clips: Sequence[Clip]) -> list[tuple[str, list[str]]]:
    return [
        (field_title("duration"), [wording.clock(clip.duration) for clip in clips]),
        (field_title("format"), [clip.format for clip in clips]),
        (translated(N("Rate")), [f"{wording.grouped(clip.sample_rate)} Hz" for clip in clips]),
        (translated(N("Depth")), [_depth(clip) for clip in clips]),
        (field_title("channels"), [str(clip.channels) for clip in clips]),
        (field_title("size"), [wording.size(clip.size) for clip in clips]),
        (translated(N("Changed")), [f"{datetime.fromtimestamp(clip.modified):%Y-%m-%d %H:%M}" for clip in clips]),
    ]


def _depth(clip: Clip) -> str:
    return translated(N("{0} bit")).format(clip.bit_depth) if clip.bit_depth else translated(N("compressed"))


def _state(clips: Sequence[Clip]) -> str:
    offline = sum(not clip.online for clip in clips)
    waiting = sum(clip.online and not clip.embedded for clip in clips)
    one = len(clips) == 1
    parts = []
    if offline:
        text = N("folder or drive not connected") if one else N("{0} not connected")
        parts.append(translated(text).format(wording.grouped(offline)))
    if waiting:
        text = N("not listened to yet") if one else N("{0} not listened to yet")
        parts.append(translated(text).format(wording.grouped(waiting)))
    return ", ".join(parts)


def stated(said: Sequence[Mapping[str, str]]) -> list[Fact]:
    """What the files say of themselves, by its standard names; of several files what they have in common."""
    found: dict[str, list[str]] = {}
    for fields in said:
        for name, texts in standard_fields(fields).items():
            value = ", ".join(texts) if name == "marker" else texts[0]
            if name != "notes" or value != found.get("description", [""])[-1]:  # many programs fill both alike
                found.setdefault(name, []).append(value)
    return [(field_title(name), _common(values, len(said))) for name, values in found.items()]


def raw(said: Sequence[Mapping[str, str]]) -> list[Fact]:
    """Every field as it is called in the file."""
    found: dict[str, list[str]] = {}
    for fields in said:
        for name, value in fields.items():
            found.setdefault(name, []).append(value)
    return [(name, _common(values, len(said))) for name, values in list(found.items())[:_MOST_RAW]]


def _common(values: Iterable[str], of: int | None = None) -> str:
    """The value that all have; `various` where they differ, or where only some have one."""
    listed = list(values)
    same = len(set(listed)) == 1 and (of is None or len(listed) == of)
    if not same:
        return translated(N("various"))
    return listed[0] if len(listed[0]) <= _LONGEST else listed[0][:_LONGEST] + "…"


class FactsForm(QWidget):
    """Names and values under a caption; values can be selected, and all be copied."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[QLabel, QLabel]] = []
        self._facts: list[Fact] = []
        self._form = QFormLayout()
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(4)
        title = QLabel(caption, self)
        title.setObjectName("caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addLayout(self._form)
        self.setAccessibleName(caption)
        copy = QAction(self.tr("Copy all"), self)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.hide()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these instead; nothing is shown where there are none."""
        if list(facts) == self._facts:
            return
        self._facts = list(facts)
        longest = max((self.fontMetrics().horizontalAdvance(name) for name, _ in facts), default=0)
        policies = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(
            policies.WrapAllRows
            if longest > _WIDEST_NAME * self.fontMetrics().averageCharWidth()
            else policies.DontWrapRows
        )
        # Labels are used again: making them anew for every row that somebody arrows past would be seen.
        while len(self._shown) < len(facts):
            self._shown.append(self._new_row())
        for number, (name, value) in enumerate(self._shown):
            there = number < len(facts)
            self._form.setRowVisible(number, there)
            if there:
                name.setText(facts[number][0])
                value.setText(facts[number][1])
                value.setAccessibleName(facts[number][0])
        self.setVisible(bool(facts))

    def _new_row(self) -> tuple[QLabel, QLabel]:
        name, value = QLabel(self), QLabel(self)
        name.setObjectName("dim")
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the form has one that copies all
        self._form.addRow(name, value)
        return name, value

    def facts(self) -> list[Fact]:
        """What is shown."""
        return self._facts

    def copy(self) -> None:
        """All of it to the clipboard, a line each."""
        QGuiApplication.clipboard().setText("\n".join(f"{name}\t{value}" for name, value in self._facts))
