"""Searching by sounds and words together: like this one, like that part of it, but not like the other."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wavlink_desktop.gui.finding import Finding
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.waveform import Waveform
from wavlink_desktop.search.request import Request, Sound


class Asking(QObject):
    """Puts sounds into the search box: dropped ones, chosen ones, regions."""

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        finding: Finding,
        box: SearchBox,
        results: ResultsView,
        waveform: Waveform,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._finding, self._box = session, finding, box
        self._results, self._waveform = results, waveform
        box.sound_dropped.connect(self.search_by)

    def search_by(self, sound: Path) -> None:
        """Find what sounds like a file, of the library or from outside."""
        self._ask(Request(sounds=(Sound(sound),), balance=self._box.balance.value))

    def more_like_this(self) -> None:
        """Find what sounds like the chosen clip, or like the region marked in it, and forget what was asked before."""
        sound = self._chosen()
        if sound is not None:
            self._ask(Request(sounds=(sound,), balance=self._box.balance.value))

    def also_like_this(self) -> None:
        """Search by the chosen clip as well, beside the words and the other sounds."""
        self._add(1.0)

    def less_like_this(self) -> None:
        """Find what sounds less like the chosen clip."""
        self._add(-1.0)

    def open_filters(self) -> None:
        """Offer the filters."""
        self._box.open_filters()

    def lean_to_words(self) -> None:
        """Rank more by names and texts."""
        self._box.balance.lean(-1)

    def lean_to_sound(self) -> None:
        """Rank more by how it sounds."""
        self._box.balance.lean(1)

    def lean_to_neither(self) -> None:
        """Rank by both alike."""
        self._box.balance.centre()

    def _add(self, weight: float) -> None:
        sound = self._chosen(weight)
        if sound is not None:
            request = self._box.request()
            others = tuple(known for known in request.sounds if known.path != sound.path)
            self._ask(Request(request.text, (*others, sound), request.balance))

    def _chosen(self, weight: float = 1.0) -> Sound | None:
        hit = self._results.current_hit()
        if hit is None:
            self.said.emit(self.tr("Choose a sound first, then ask for more like it."))
            return None
        start, end = self._waveform.region or (0.0, None)
        return Sound(hit.clip.path, start, end, weight)

    def _ask(self, request: Request) -> None:
        self._session.need_model()
        if not self._session.has_model:
            self.said.emit(self.tr("The model is still loading: searching by sound works in a moment."))
            return
        self._box.show_request(request)
        self._finding.refresh_now()
