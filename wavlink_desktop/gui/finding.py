"""From the search box to the table: every search numbered, run on a worker, the newest answer shown."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.columns import COLUMNS
from wavlink_desktop.gui.pace import Share
from wavlink_desktop.gui.paging import Rows, pages_of, read_pages
from wavlink_desktop.gui.results import ResultsModel
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import Latest, run_quietly
from wavlink_desktop.gui.told import told
from wavlink_desktop.library.listing import Order
from wavlink_desktop.search.answer import Answer
from wavlink_desktop.search.request import Request

DEBOUNCE_MS = 15
"""Two keys that come together are one; a person's keys are 100 ms apart, and each is answered."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and those of its pages that are looked at first."""

    answer: Answer
    pages: dict[int, Rows]


class Finding(QObject):
    """Runs the searches of one session and keeps the table up to date."""

    found = Signal()
    """The table shows an answer."""

    def __init__(
        self, session: Session, box: SearchBox, model: ResultsModel, view: ResultsView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._box, self._model, self._view = session, box, model, view
        self.request = Request()
        """What was asked last."""
        self.shown = Request()
        """What the table answers."""
        self._listed: NDArray[np.int64] | None = None
        self._order: Order | None = None
        self._lane: Latest[Found] = Latest()
        self._share = Share()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self.refresh)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.timeout.connect(self.refresh)
        box.edited.connect(self._edited)
        box.left_downwards.connect(self.go_to_results)
        view.horizontalHeader().sectionClicked.connect(self._header_clicked)
        session.opened.connect(self.refresh)
        session.model_ready.connect(self._model_ready)
        session.changed.connect(self._library_changed)

    @property
    def ranked(self) -> bool:
        """Whether what the table shows has a best match."""
        return self._model.ranked

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return self._lane.busy or self._pause.isActive() or self._follow.isActive()

    @property
    def listing(self) -> bool:
        """Whether the table shows chosen clips, and no answer to what is in the box."""
        return self._listed is not None

    def list_clips(self, ids: NDArray[np.int64]) -> None:
        """Show these clips, until something is searched for."""
        self._pause.stop()
        self._listed = ids
        self.refresh()

    def refresh(self) -> None:
        """Run the query again, or for the first time."""
        library = self._session.library
        if library is None:
            return
        request, order, sight = self.request, self._order, self._view.rows_in_sight()
        if request != self.shown:
            sight = (0, sight[1] - sight[0])
        listed = self._listed
        # As long as the model is not there, names are what there is; of what is shown, what it means is remembered.
        session = self._session
        heard = session.has_model or (session.resting and request == self.shown)
        asked = request if heard else replace(request, balance=0.0)
        self._lane.run(
            self._share.of(lambda: _run(library, asked if listed is None else listed, order, sight)),
            lambda found, error: self._show(library, request, found, error),
        )

    def refresh_now(self) -> None:
        """Answer what the box says without waiting for another key."""
        self._pause.stop()
        self.refresh()

    def go_to_results(self) -> None:
        """On from the box to the first row (or to the row that was chosen before)."""
        if self._pause.isActive():
            self._pause.stop()
            self.refresh()
        if not len(self._model):
            return
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._view.current_hit() is None:
            self._view.go_to(0)

    def _edited(self) -> None:
        self._listed = None
        self.request = self._box.request()
        if self.request != Request():
            self._session.need_model()
        self._pause.start()

    def _model_ready(self) -> None:
        library = self._session.library
        if self.request != Request():
            self.refresh()
        elif library is not None:
            run_quietly(library.get_ready, lambda _, error: None)  # what is wrong with it, a search will say

    def _library_changed(self) -> None:
        # Listing a big library takes a while, and a scan changes it all the time.
        if not self._follow.isActive():
            self._follow.start(self._share.pause_ms)

    def _show(self, library: Library, request: Request, found: Found | None, error: BaseException | None) -> None:
        if error is not None or found is None:
            self._box.set_message(told(error))
            return
        self._box.set_message("")
        self._view.empty_text = self._nothing(request)
        self._view.show_answer(found.answer, library.rows, found.pages, keep_place=request == self.shown)
        self.shown = request
        self.found.emit()

    def _nothing(self, request: Request) -> str:
        if request.sounds:
            return self.tr("Nothing sounds like this yet: the library has not been listened to.")
        if not request.text.strip():
            return ""
        if not self._session.has_model:
            return self.tr("No name has these words. The search by sound is being loaded…")
        return self.tr("Nothing found. Try other words, or fewer filters.")

    def _header_clicked(self, section: int) -> None:
        self._order = order = _next_order(self._order, COLUMNS[section].key)
        header = self._view.horizontalHeader()
        header.setSortIndicatorShown(order is not None)
        descending = order is not None and order.descending
        header.setSortIndicator(section, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self.refresh()


def _run(library: Library, wanted: Request | NDArray[np.int64], order: Order | None, sight: tuple[int, int]) -> Found:
    answer = library.answer(wanted, order) if isinstance(wanted, Request) else library.listed(wanted, order)
    last = min(sight[1], len(answer) - 1)
    pages = pages_of(min(sight[0], last), last) if len(answer) else []
    return Found(answer, read_pages(answer, library.rows, pages))


def _next_order(order: Order | None, key: str) -> Order | None:
    """One click: by the column; another: the other way round; a third: as ranked."""
    if order is None or order.key != key:
        return Order(key)
    return None if order.descending else Order(key, descending=True)
