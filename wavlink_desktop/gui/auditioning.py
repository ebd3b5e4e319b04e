"""From a chosen row to the ear and the eye: player, waveform, details."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from wavlink_desktop import audio
from wavlink_desktop.audio import Peaks
from wavlink_desktop.gui.details import Details
from wavlink_desktop.gui.file_urls import file_mime, file_url
from wavlink_desktop.gui.finding import Finding
from wavlink_desktop.gui.player import Player
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import Latest
from wavlink_desktop.gui.transport import Transport
from wavlink_desktop.gui.wording import counted
from wavlink_desktop.library.records import Tag
from wavlink_desktop.search.hits import Hit

PEAK_POINTS = 4000
KEPT_PEAKS = 200


class Auditioning(QObject):
    """Shows and plays what is chosen in the table."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(
        self,
        session: Session,
        finding: Finding,
        player: Player,
        view: ResultsView,
        transport: Transport,
        details: Details,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._finding, self.player = session, finding, player
        self._view, self._transport, self._details = view, transport, details
        self.auto_play = True
        self._hit: Hit | None = None
        self._peaks: dict[Path, Peaks] = {}
        self._peaks_lane: Latest[Peaks] = Latest()
        self._tags_lane: Latest[list[Tag]] = Latest()
        self._heat_lane: Latest[list[tuple[float, float, float]]] = Latest()
        view.chosen.connect(self._show)
        view.auditioned.connect(self._audition)
        transport.toggled.connect(self.toggle_play)
        transport.waveform.sought.connect(self._play_from)
        details.copy_wanted.connect(self.copy_paths)
        details.reveal_wanted.connect(self.reveal)
        finding.found.connect(self._results_changed)
        session.changed.connect(self._fetch_tags)
        player.state_changed.connect(self._player_changed)
        player.moved.connect(self._moved)
        player.failed.connect(self.said)

    # Commands

    def toggle_play(self) -> None:
        """Stop what plays, else play the chosen clip from its best moment."""
        if self.player.playing is not None:
            self.player.stop()
        elif self._hit is None:
            self._view.go_to(0)
        else:
            self._play_from(self._hit.start)

    def play_from_beginning(self) -> None:
        """Play the chosen clip from 0."""
        self._play_from(0.0)

    def stop(self) -> bool:
        """Stop what plays; whether anything did."""
        playing = self.player.playing is not None
        self.player.stop()
        return playing

    def copy_paths(self) -> None:
        """The selected files to the clipboard: as files and as text."""
        files = [hit.clip.path for hit in self._chosen()]
        if files:
            QGuiApplication.clipboard().setMimeData(file_mime(files))
            self.said.emit(counted(len(files), self.tr("Path copied"), self.tr("{0} paths copied")))

    def reveal(self) -> None:
        """Open the chosen file's folder."""
        if self._hit is not None:
            folder: QUrl = file_url(self._hit.clip.path.parent)
            if not QDesktopServices.openUrl(folder):
                self.said.emit(self.tr("No file manager answers. The folder is {0}").format(folder.toLocalFile()))

    # What happens then

    def _chosen(self) -> list[Hit]:
        selected = self._view.selected_hits()
        return selected or ([self._hit] if self._hit is not None else [])

    def _show(self, hit: Hit) -> None:
        self._hit = hit
        self._transport.show_hit(hit, self._finding.ranked)
        self._details.show_clip(hit.clip)
        self._player_changed()
        self._fetch_peaks(hit)
        self._fetch_tags()
        self._fetch_heat(hit)

    def _audition(self, hit: Hit) -> None:
        if self.auto_play and hit.clip.online:
            self._play_from(hit.start)
        else:
            self.player.stop()

    def _play_from(self, start: float) -> None:
        if self._hit is None:
            return
        if self.player.unavailable:
            self.said.emit(self.player.unavailable)
        else:
            self.player.play(self._hit.clip.path, start)

    def _results_changed(self) -> None:
        """The same clip may have another best moment now."""
        hit = self._view.current_hit()
        if hit is None or self._hit is None or hit.clip.id != self._hit.clip.id:
            return
        moved = (hit.start, hit.end) != (self._hit.start, self._hit.end)
        self._hit = hit
        if moved:
            self._transport.show_hit(hit, self._finding.ranked)
            self._fetch_peaks(hit)
        self._fetch_heat(hit)

    def _player_changed(self) -> None:
        playing = self.player.playing
        mine = self._hit is not None and playing == self._hit.clip.path
        self._view.set_playing(playing)
        self._transport.set_playing(playing is not None)
        self._transport.set_position(self.player.position if mine else None)

    def _moved(self, position: float) -> None:
        if self._hit is not None and self.player.playing == self._hit.clip.path:
            self._transport.set_position(position)

    def _fetch_peaks(self, hit: Hit) -> None:
        path = hit.clip.path
        known = self._peaks.get(path)
        if known is not None:
            self._peaks_lane.drop()
            self._transport.waveform.set_peaks(known)
            return
        if not hit.clip.online:
            self._transport.waveform.set_message(self.tr("Its folder or drive is not connected"))
            return
        self._peaks_lane.run(
            lambda: audio.peaks(path, points=PEAK_POINTS), lambda peaks, error: self._peaks_came(path, peaks, error)
        )

    def _peaks_came(self, path: Path, peaks: Peaks, error: BaseException | None) -> None:
        if error is not None:
            self._transport.waveform.set_message(str(error))
            return
        if len(self._peaks) >= KEPT_PEAKS:
            self._peaks.pop(next(iter(self._peaks)))
        self._peaks[path] = peaks
        self._transport.waveform.set_peaks(peaks)

    def _fetch_tags(self) -> None:
        library, hit = self._session.library, self._hit
        if library is not None and hit is not None:
            clip_id = hit.clip.id
            self._tags_lane.run(lambda: library.tags(clip_id), self._tags_came)

    def _tags_came(self, tags: list[Tag], error: BaseException | None) -> None:
        if error is None:
            self._details.set_tags(sorted(tags, key=lambda tag: -tag.score))

    def _fetch_heat(self, hit: Hit) -> None:
        library, request = self._session.library, self._finding.request
        self._heat_lane.drop()
        if library is None or not self._finding.ranked or not self._session.has_model or not hit.clip.embedded:
            return
        clip_id = hit.clip.id
        self._heat_lane.run(lambda: library.matches(clip_id, request), self._heat_came)

    def _heat_came(self, windows: list[tuple[float, float, float]], error: BaseException | None) -> None:
        if error is None:
            self._transport.waveform.set_heat(windows)
