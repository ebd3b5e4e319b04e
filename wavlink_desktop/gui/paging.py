"""Rows of an answer, read page by page off the window's thread as they come into sight."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.search.answer import Answer, Row
from wavlink_desktop.search.hits import Hit

PAGE = 100
"""Rows read at a time: two screens, 3 ms."""
_KEPT = 24  # pages: to let go of more of them takes the window more than 5 ms
_AT_ONCE = 3  # pages: what is in sight, never what a fast scroll has left behind

Rows = list[Row | None]


class Source(Protocol):
    """Where rows come from: `Library.rows`."""

    def __call__(self, answer: Answer, rows: NDArray[np.int64]) -> Rows:
        """Those rows; None where a clip is gone."""


class Pages(QObject):
    """The pages of one answer that were read lately."""

    arrived = Signal(int, int)
    """Rows `first` to `last` are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer = Answer(np.zeros(0, np.int64))
        self._source: Source = lambda answer, rows: []
        self._pages: dict[int, Rows] = {}
        self._wanted: dict[int, None] = {}
        self._reading = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read)

    def turn_to(self, answer: Answer, source: Source, pages: dict[int, Rows]) -> None:
        """Another answer, with those of its pages that are there already."""
        self.answer, self._source = answer, source
        self._pages, self._wanted = dict(pages), {}

    def row(self, number: int) -> Row | None:
        """A row; None as long as it is on its way (and where its clip is gone)."""
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is not None:
            return rows[number % PAGE]
        self._want(page)
        return None

    def row_now(self, number: int) -> Row | None:
        """A row, read at once where it is not there yet: a millisecond."""
        rows = self._pages.get(number // PAGE)
        if rows is not None:
            return rows[number % PAGE]
        return self.rows_now(np.array([number]))[0]

    def rows_now(self, numbers: NDArray[np.int64]) -> Rows:
        """Many rows, read at once."""
        return self._source(self.answer, numbers)

    def hits_of(self, clip_ids: NDArray[np.int64]) -> list[Hit]:
        """The hits of clips, in the answer or not, read at once; those that are gone are left out."""
        rows = self._source(Answer(clip_ids), np.arange(len(clip_ids)))
        return [row.hit for row in rows if row is not None]

    def look_ahead(self, first: int, last: int) -> None:
        """Rows `first` to `last` are in sight: read the page before and after them, too."""
        for page in (first // PAGE - 1, last // PAGE + 1):
            if 0 <= page * PAGE < len(self.answer) and page not in self._pages:
                self._want(page)

    def _want(self, page: int) -> None:
        self._wanted.pop(page, None)
        self._wanted[page] = None
        if not self._reading and not self._soon.isActive():
            self._soon.start(0)

    def _read(self) -> None:
        wanted, self._wanted = list(self._wanted)[-_AT_ONCE:], {}
        answer, source = self.answer, self._source
        self._reading = True
        run_task(
            lambda: read_pages(answer, source, wanted), lambda pages, error: self._came(answer, wanted, pages, error)
        )

    def _came(self, answer: Answer, wanted: list[int], pages: dict[int, Rows], error: BaseException | None) -> None:
        self._reading = False
        if answer is self.answer and error is None:
            for page, rows in pages.items():
                self._pages[page] = rows
                self.arrived.emit(page * PAGE, page * PAGE + len(rows) - 1)
            while len(self._pages) > _KEPT:
                self._pages.pop(next(iter(self._pages)))
        if self._wanted:
            self._soon.start(0)


def read_pages(answer: Answer, source: Source, pages: list[int]) -> dict[int, Rows]:
    """Those pages of an answer; for a worker."""
    found = {}
    for page in pages:
        numbers = np.arange(page * PAGE, min((page + 1) * PAGE, len(answer)))
        found[page] = source(answer, numbers)
    return found


def pages_of(first: int, last: int) -> list[int]:
    """The pages on which rows `first` to `last` stand."""
    return list(range(max(0, first) // PAGE, max(0, last) // PAGE + 1))
