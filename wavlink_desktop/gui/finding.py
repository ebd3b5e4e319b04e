"""From the search box to the table: every search numbered, run on a worker, the newest answer shown."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.results import Column, ResultsModel, is_sortable, sort_hits
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import Latest, run_task
from wavlink_desktop.library.records import Tag
from wavlink_desktop.search.hits import By, Hit

DEBOUNCE_MS = 80
BEST = 1_000
"""As many of a ranked search as anybody scrolls through."""
ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for: words, or a sound."""

    words: str = ""
    sound: Path | None = None

    @property
    def ranked(self) -> bool:
        """Whether the answer has a best match; an empty query lists the library."""
        return bool(self.words.strip()) or self.sound is not None


@dataclass(frozen=True, slots=True)
class Order:
    """The column that the user sorts by; None: as ranked."""

    column: Column | None = None
    descending: bool = False


class Finding(QObject):
    """Runs the searches of one session and keeps the table up to date."""

    found = Signal()
    """The table shows an answer."""

    def __init__(
        self, session: Session, box: SearchBox, model: ResultsModel, view: ResultsView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._box, self._model, self._view = session, box, model, view
        self.query = Query()
        """What was asked last."""
        self.shown = Query()
        """What the table answers."""
        self._order = Order()
        self._lane: Latest[list[Hit]] = Latest()
        self._asked = 0.0
        self._took = 0.0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self.refresh)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.timeout.connect(self.refresh)
        box.edited.connect(self._edited)
        box.sound_dropped.connect(self.search_by_sound)
        box.left_downwards.connect(self.go_to_results)
        model.tags_wanted.connect(self._fetch_tags)
        view.horizontalHeader().sectionClicked.connect(self._header_clicked)
        session.opened.connect(self.refresh)
        session.model_ready.connect(self._model_ready)
        session.changed.connect(self._library_changed)

    def refresh(self) -> None:
        """Run the query again, or for the first time."""
        library = self._session.library
        if library is None:
            return
        query, order = self.query, self._order
        self._asked = time.monotonic()
        by: By = "both" if self._session.has_model else "name"
        self._lane.run(lambda: _run(library, query, by, order), lambda hits, error: self._show(query, hits, error))

    def search_by_sound(self, sound: Path) -> None:
        """Find what sounds like a file, of the library or from outside."""
        if not self._session.has_model:
            self._box.set_message(self.tr("The model is still loading: searching by sound works in a moment."))
            return
        self._pause.stop()
        self._box.set_sound(sound.name.encode(errors="replace").decode())
        self.query = Query(sound=sound)
        self.refresh()

    def go_to_results(self) -> None:
        """On from the box to the first row (or to the row that was chosen before)."""
        if self._pause.isActive():
            self._pause.stop()
            self.refresh()
        if not self._model.hits:
            return
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._view.current_hit() is None:
            self._view.go_to(0)

    def _edited(self, text: str) -> None:
        self.query = Query(words=text)
        self._pause.start()

    def _model_ready(self) -> None:
        if self.query.ranked:
            self.refresh()

    def _library_changed(self) -> None:
        self._model.forget_tags()
        # Listing a big library takes a while: no more than a tenth of the time is to go there during a scan.
        if not self._follow.isActive():
            rest = self._asked + 10 * self._took - time.monotonic()
            self._follow.start(max(0, round(1000 * rest)))

    def _show(self, query: Query, hits: list[Hit] | None, error: BaseException | None) -> None:
        self._took = time.monotonic() - self._asked
        if error is not None:
            self._box.set_message(str(error))
            return
        self._box.set_message("")
        self._view.empty_text = self._nothing(query)
        before = self._model.hits
        self._view.show_hits(hits or [], query.ranked, keep_place=query == self.shown)
        run_task(lambda: _let_go(before), lambda _, error: None)
        self.shown = query
        self.found.emit()

    def _nothing(self, query: Query) -> str:
        if query.sound is not None:
            return self.tr("Nothing sounds like this yet: the library has not been listened to.")
        if not query.ranked:
            return ""
        if not self._session.has_model:
            return self.tr("No name has these words. The search by sound is being loaded…")
        return self.tr("Nothing found. Try other words, or fewer filters.")

    def _header_clicked(self, section: int) -> None:
        column = Column(section)
        if not is_sortable(column):
            return
        self._order = _next_order(self._order, column)
        header = self._view.horizontalHeader()
        header.setSortIndicatorShown(self._order.column is not None)
        direction = Qt.SortOrder.DescendingOrder if self._order.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(section, direction)
        self.refresh()

    def _fetch_tags(self, clip_ids: list[int]) -> None:
        library = self._session.library
        if library is None:
            return

        def work() -> dict[int, list[Tag]]:
            return {clip_id: _best_first(library.tags(clip_id)) for clip_id in clip_ids}

        run_task(work, self._tags_came)

    def _tags_came(self, tags: dict[int, list[Tag]], error: BaseException | None) -> None:
        if error is None:
            self._model.set_tags(tags)


def _run(library: Library, query: Query, by: By, order: Order) -> list[Hit]:
    if query.sound is not None:
        hits = library.similar(query.sound, limit=BEST)
    else:
        hits = library.search(query.words, limit=BEST if query.ranked else ALL, by=by)
    return hits if order.column is None else sort_hits(hits, order.column, order.descending)


def _let_go(hits: list[Hit]) -> None:
    """Free a long list in slices: at once it would take the interpreter for itself for 150 ms at 100,000 hits."""
    while hits:
        del hits[-1000:]


def _next_order(order: Order, column: Column) -> Order:
    """One click: by the column; another: the other way round; a third: as ranked."""
    if order.column != column:
        return Order(column)
    return Order() if order.descending else Order(column, descending=True)


def _best_first(tags: list[Tag]) -> list[Tag]:
    key: Callable[[Tag], tuple[bool, float]] = lambda tag: (tag.source != "person", -tag.score)  # noqa: E731
    return sorted(tags, key=key)
