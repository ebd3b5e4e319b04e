"""From the chosen rows to the inspector, and from what the user says there to the library."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.inspector import Described, Inspector
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tag_entry import Label
from wavlink_desktop.gui.tag_model import Key, TagRow
from wavlink_desktop.gui.tasks import Latest, run_quietly
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.undoing import Edit, Undoing
from wavlink_desktop.gui.wording import grouped
from wavlink_desktop.library.tagchange import TagChange
from wavlink_desktop.library.tagtally import Tally
from wavlink_desktop.tagging import Reason

PAUSE_MS = 40
"""Who arrows through a list wants to hear: what is known of a row comes when they rest on it."""
MOST_COUNTED = 20_000
MOST_DESCRIBED = 1_000
"""Of more clips, the facts of the first are told for all."""

Verb = Callable[[Library], TagChange]


@dataclass(frozen=True, slots=True)
class _Seen:
    described: Described
    tallies: Sequence[Tally]
    reasons: Mapping[Key, Reason] = field(default_factory=dict)


class Inspecting(QObject):
    """Shows what is known of the selection, and takes the user's word on tags."""

    said = Signal(str)
    """Something for the status line."""
    teaching = Signal(str, str)
    """Vocabulary and label: find more like the chosen clips."""
    search_wanted = Signal(str)
    """A query."""

    def __init__(
        self,
        session: Session,
        view: ResultsView,
        inspector: Inspector,
        undoing: Undoing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._inspector, self._undoing = session, view, inspector, undoing
        self._panel = inspector.tags
        self._ids: list[int] = []
        self._keep: Key | None = None
        self._lane: Latest[_Seen] = Latest()
        self._labels_lane: Latest[list[Label]] = Latest(run_quietly)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        view.selectionModel().selectionChanged.connect(self._pause.start)
        view.model().modelReset.connect(self._pause.start)
        view.chosen.connect(lambda _: self._pause.start())
        # The table empties itself once more when the window is taken apart.
        view.destroyed.connect(self._pause.stop)
        session.opened.connect(self._fetch_labels)
        session.changed.connect(self._look)
        panel = self._panel
        panel.list.accepted.connect(self._accept)
        panel.list.rejected.connect(self._reject)
        panel.list.wanted.connect(self.search_for)
        panel.list.teaching.connect(self.teaching)
        panel.entry.entered.connect(self._typed)
        panel.entry.left.connect(view.setFocus)
        inspector.show_nothing()

    @property
    def ids(self) -> list[int]:
        """The chosen clips: the selected ones, or else the current one."""
        selected: list[int] = self._view.selected_ids().tolist()
        if selected:
            return selected
        current = self._view.current_hit()
        return [current.clip.id] if current is not None else []

    # Commands

    def accept_tag(self) -> None:
        """Accept the tag that is marked in the inspector for the chosen clips."""
        self._with_current(self._accept)

    def reject_tag(self) -> None:
        """Refuse the tag that is marked in the inspector for the chosen clips."""
        self._with_current(self._reject)

    def next_tag(self) -> None:
        """Mark the next tag in the inspector."""
        self._panel.list.step(1)

    def previous_tag(self) -> None:
        """Mark the previous tag in the inspector."""
        self._panel.list.step(-1)

    def type_tag(self) -> None:
        """Go to the line in which a tag is typed."""
        if self.ids:
            self._panel.entry.setFocus()
        else:
            self.said.emit(self.tr("Choose a sound first, then type a tag for it."))

    def go_to_tags(self) -> None:
        """Go to the list of tags."""
        self._panel.list.setFocus()

    def search_for(self, label: str) -> None:
        """Search for what has a tag."""
        quoted = label.replace('"', " ")
        self.search_wanted.emit(f'tag:"{quoted}"')

    # What a person says

    def _with_current(self, act: Callable[[str, str], None]) -> None:
        row = self._panel.list.current()
        if row is None:
            self.said.emit(self.tr("No tag is suggested here. T types one."))
        else:
            act(*row.key)

    def _row(self, vocabulary: str, label: str) -> TagRow | None:
        return next((row for row in self._panel.model.tags if row.key == (vocabulary, label)), None)

    def _accept(self, vocabulary: str, label: str) -> None:
        row, ids = self._row(vocabulary, label), self.ids
        if row is not None and row.accepted:
            self._withdraw(vocabulary, label)
            return
        text = self._text(self.tr("accept “{0}”"), label, len(ids))
        self._do(text, lambda library: library.accept_tag(ids, label, vocabulary))

    def _reject(self, vocabulary: str, label: str) -> None:
        row, ids = self._row(vocabulary, label), self.ids
        if row is not None and row.rejected:
            self._withdraw(vocabulary, label)
            return
        text = self._text(self.tr("refuse “{0}”"), label, len(ids))
        self._do(text, lambda library: library.reject_tag(ids, label, vocabulary))

    def _withdraw(self, vocabulary: str, label: str) -> None:
        ids = self.ids
        text = self._text(self.tr("take back “{0}”"), label, len(ids))
        self._do(text, lambda library: library.withdraw_tag(ids, label, vocabulary))

    def _typed(self, vocabulary: str, label: str) -> None:
        ids = self.ids
        text = self._text(self.tr("tag “{0}”"), label, len(ids))
        self._do(text, lambda library: library.accept_tag(ids, label, vocabulary))

    def _text(self, what: str, label: str, count: int) -> str:
        text = what.format(label)
        return text if count == 1 else self.tr("{0} for {1} clips").format(text, grouped(count))

    def _do(self, text: str, verb: Verb) -> None:
        if not self.ids:
            return
        self._keep = self._panel.list.next_key()
        self._undoing.perform(tag_edit(text, verb), lambda _: self._done(text))

    def _done(self, text: str) -> None:
        self.said.emit(text[:1].upper() + text[1:])
        self._fetch_labels()
        self._look()

    # What is shown

    def _look(self) -> None:
        library = self._session.library
        if library is None:
            return
        ids = self.ids
        if not ids:
            self._ids = []
            self._lane.drop()
            self._inspector.show_nothing()
            return
        self._lane.run(lambda: _see(library, ids), lambda seen, error: self._show(ids, seen, error))

    def _show(self, ids: list[int], seen: _Seen, error: BaseException | None) -> None:
        if error is not None:
            self.said.emit(told(error))
            return
        same, self._ids = ids == self._ids, ids
        keep, self._keep = self._keep, None
        if not same:
            keep = None
        self._inspector.show_chosen(seen.described)
        place = keep if keep or same else ("", "")
        self._panel.show_tags(seen.tallies, len(ids), seen.reasons, place, self._hint(seen))

    def _hint(self, seen: _Seen) -> str:
        if len(self._ids) > MOST_COUNTED:
            text = self.tr("{0} sounds are too many to count their tags. What you type is given to all of them.")
            return text.format(grouped(len(self._ids)))
        if seen.described.clips and not any(clip.embedded for clip in seen.described.clips):
            return self.tr("Not listened to yet. F5 goes on with the scan, then Ctrl+T tags the library.")
        return self.tr("No tags yet. Ctrl+T tags the library, or type one above.")

    def _fetch_labels(self) -> None:
        library = self._session.library
        if library is not None:
            self._labels_lane.run(library.labels, self._labels_came)

    def _labels_came(self, labels: list[Label], error: BaseException | None) -> None:
        if error is None:
            self._panel.set_labels(labels)
            self._look()


def tag_edit(text: str, verb: Verb) -> Edit:
    """What a person says of tags, as something that can be undone exactly."""

    def undo(library: Library, change: TagChange) -> str:
        restored = library.take_back(change)
        left = change.clips - restored
        text = QCoreApplication.translate(
            "Inspecting", "{0} of {1} clips were tagged anew since: they are left as they are."
        )
        return text.format(grouped(left), grouped(change.clips)) if left else ""

    return Edit(text, verb, undo)


def _see(library: Library, ids: Sequence[int]) -> _Seen:
    some = ids[:MOST_DESCRIBED]
    clips = library.clips_by_id(some)
    said = library.said(some)
    one = len(ids) == 1
    described = Described(
        [clips[clip_id] for clip_id in some if clip_id in clips],
        len(ids),
        [said[clip_id] for clip_id in some if clip_id in said],
        library.regions(ids[0]) if one else (),
    )
    if len(ids) > MOST_COUNTED:
        return _Seen(described, ())
    return _Seen(described, library.tag_tally(ids), library.tag_reasons(ids[0]) if one else {})
