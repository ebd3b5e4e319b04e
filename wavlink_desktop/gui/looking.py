"""What is to be seen of the chosen sound: its pictures, its heat and marks, and the commands of the waveform."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction, QActionGroup

from wavlink_desktop import audio
from wavlink_desktop.audio import Marker, PeakCache
from wavlink_desktop.facade import Library
from wavlink_desktop.gui.finding import Finding
from wavlink_desktop.gui.pictures import Pictures
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.sound_layout import Mode
from wavlink_desktop.gui.tasks import Latest
from wavlink_desktop.gui.waveform import KEY_ZOOM, Waveform
from wavlink_desktop.library.records import Clip, Region
from wavlink_desktop.search.hits import Hit
from wavlink_desktop.search.moments import Moment

_SETTING = "window/sound_view"
_JUST = 0.05
"""Seconds: what lies no further before or behind the playhead is where it is."""


class Looking(QObject):
    """Fetches what the waveform shows, and answers its commands."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(
        self,
        session: Session,
        finding: Finding,
        waveform: Waveform,
        chosen: Callable[[], Hit | None],
        settings: QSettings,
        cache_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """`chosen` gives the hit that the waveform shows."""
        super().__init__(parent)
        self._session, self._finding, self._waveform = session, finding, waveform
        self._chosen, self._settings = chosen, settings
        self._pictures = Pictures(waveform, PeakCache(cache_folder))
        self._heat_lane: Latest[list[Moment]] = Latest()
        self._marks_lane: Latest[tuple[list[Marker], list[Region]]] = Latest()
        self._shown: Clip | None = None
        finding.found.connect(self._fetch_heat)
        session.changed.connect(self._fetch_marks)
        known = {mode.value: mode for mode in Mode}
        waveform.set_mode(known.get(str(settings.value(_SETTING)), Mode.WAVEFORM))

    def show(self, hit: Hit) -> None:
        """Another hit is shown, or another moment of the same clip."""
        clip = hit.clip
        if self._shown is None or (clip.path, clip.modified) != (self._shown.path, self._shown.modified):
            self._pictures.show(clip)
        self._shown = clip
        self._fetch_marks()
        self._fetch_heat()

    def choose_by(self, actions: dict[str, QAction]) -> None:
        """The three commands that exclude each other."""
        group = QActionGroup(self)
        for mode in Mode:
            action = actions[f"view-{mode.value}"]
            group.addAction(action)
            action.setChecked(mode == self._waveform.mode)

    def choose_channels(self, choice: str) -> None:
        """These are heard from now on, and seen in the spectrogram."""
        self._pictures.choose_channels(choice)

    def close(self) -> None:
        """Stop what is being made."""
        self._pictures.close()

    # Commands: what the picture is

    def view_waveform(self, on: bool) -> None:
        """Show the waveform alone."""
        self._set_mode(Mode.WAVEFORM, on)

    def view_spectrogram(self, on: bool) -> None:
        """Show the spectrogram alone."""
        self._set_mode(Mode.SPECTROGRAM, on)

    def view_both(self, on: bool) -> None:
        """Show the waveform above the spectrogram."""
        self._set_mode(Mode.BOTH, on)

    def zoom_in(self) -> None:
        """Closer, around the playhead."""
        self._waveform.zoom(KEY_ZOOM)

    def zoom_out(self) -> None:
        """Further away."""
        self._waveform.zoom(1 / KEY_ZOOM)

    def zoom_to_fit(self) -> None:
        """All of the sound."""
        self._waveform.fit()

    def zoom_to_region(self) -> None:
        """The region, else the best match, over the whole width."""
        region = self._waveform.region
        if region is None:
            self.said.emit(self.tr("Mark a region first: drag over the waveform, or press I and O."))
        else:
            self._waveform.show_span(*region)

    def taller(self) -> None:
        """Faint sounds are seen better."""
        self._waveform.raise_picture(1)

    def flatter(self) -> None:
        """The other way."""
        self._waveform.raise_picture(-1)

    # Commands: the region

    def region_from_here(self) -> None:
        """The region begins at the playhead."""
        here, region = self._waveform.cursor_time, self._waveform.region
        end = region[1] if region is not None and region[1] > here else self._duration
        self._mark(here, end)

    def region_to_here(self) -> None:
        """The region ends at the playhead."""
        here, region = self._waveform.cursor_time, self._waveform.region
        start = region[0] if region is not None and region[0] < here else 0.0
        self._mark(start, here)

    def clear_region(self) -> bool:
        """Mark nothing; whether anything was."""
        marked = self._waveform.region is not None
        self._waveform.set_region(None)
        return marked

    # Commands: from place to place

    def next_match(self) -> None:
        """Play from the next moment that matches."""
        self._go_to_match(1)

    def previous_match(self) -> None:
        """Play from the one before."""
        self._go_to_match(-1)

    def next_marker(self) -> None:
        """Play from the file's next marker."""
        self._go_to_marker(1)

    def previous_marker(self) -> None:
        """Play from the one before."""
        self._go_to_marker(-1)

    def _go_to_match(self, direction: int) -> None:
        matches = self._waveform.matches
        number = self._go([start for start, _, _ in matches], direction)
        if number is not None:
            self.said.emit(self.tr("Match {0} of {1}").format(number + 1, len(matches)))
        elif not self._finding.ranked:
            self.said.emit(self.tr("Search for something first: then the places that match are marked."))
        else:
            self.said.emit(self.tr("This sound is short: it matches as a whole."))

    def _go_to_marker(self, direction: int) -> None:
        markers = self._waveform.markers
        number = self._go([marker.start for marker in markers], direction)
        if number is None:
            self.said.emit(self.tr("There are no markers in this file."))
        else:
            name = " · ".join(markers[number].texts)
            place = self.tr("Marker {0} of {1}").format(number + 1, len(markers))
            self.said.emit(f"{place}: {name}" if name else place)

    def _go(self, places: Sequence[float], direction: int) -> int | None:
        """To the next place in a direction, from the last on to the first; its number, None if there are no places."""
        if not places:
            return None
        here = self._waveform.cursor_time
        if direction > 0:
            number = next((k for k, place in enumerate(places) if place > here + _JUST), 0)
        else:
            # While it plays the playhead runs on: going back means the place before the one just left.
            before = [k for k, place in enumerate(places) if place < here - 10 * _JUST]
            number = before[-1] if before else len(places) - 1
        self._waveform.seek(places[number])
        return number

    # What is shown

    @property
    def _duration(self) -> float:
        return 0.0 if self._shown is None else self._shown.duration

    def _mark(self, start: float, end: float) -> None:
        if self._shown is not None and end > start:
            self._waveform.set_region((start, end))

    def _set_mode(self, mode: Mode, on: bool) -> None:
        if on:
            self._waveform.set_mode(mode)
            self._settings.setValue(_SETTING, mode.value)

    def _fetch_marks(self) -> None:
        library, clip = self._session.library, self._shown
        if clip is not None and library is not None and clip.online:
            self._marks_lane.run(lambda: _marks(library, clip), self._marks_came)

    def _marks_came(self, marks: tuple[list[Marker], list[Region]], error: BaseException | None) -> None:
        if error is None:
            markers, regions = marks
            self._waveform.set_markers(markers)
            self._waveform.set_tagged(regions)

    def _fetch_heat(self) -> None:
        library, request, hit = self._session.library, self._finding.shown, self._chosen()
        self._heat_lane.drop()
        if library is None or hit is None or self._shown is None or hit.clip.id != self._shown.id:
            return
        if not self._finding.ranked or not self._session.has_model or not hit.clip.embedded:
            self._waveform.set_heat(())
            return
        clip_id = hit.clip.id
        self._heat_lane.run(lambda: library.matches(clip_id, request), self._heat_came)

    def _heat_came(self, windows: list[Moment], error: BaseException | None) -> None:
        self._waveform.set_heat(windows if error is None else ())


def _marks(library: Library, clip: Clip) -> tuple[list[Marker], list[Region]]:
    try:
        markers = audio.read_markers(clip.path)
    except (audio.AudioError, OSError):
        markers = []  # what is wrong with the file is said where its waveform would be
    return markers, library.regions(clip.id)
