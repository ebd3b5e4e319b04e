"""From a chosen row to the ear and the eye: player and waveform."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from wavlink_desktop.gui.finding import Finding
from wavlink_desktop.gui.player import Player
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.gui.transport import Transport
from wavlink_desktop.search.hits import Hit

_SETTLED_MS = 150
"""A region that is being dragged is played once it rests."""


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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._finding, self.player = session, finding, player
        self._view, self._transport = view, transport
        self.auto_play = True
        self._hit: Hit | None = None
        self._played: Hit | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._follow_region)
        view.chosen.connect(self._show)
        view.auditioned.connect(self._audition)
        transport.toggled.connect(self.toggle_play)
        transport.waveform.sought.connect(self._play_from)
        transport.waveform.region_changed.connect(self._settled.start)
        finding.found.connect(self._results_changed)
        player.state_changed.connect(self._player_changed)
        player.moved.connect(self._moved)
        player.failed.connect(self.said)
        player.heard.connect(self._note_heard)

    # Commands

    def toggle_play(self) -> None:
        """Stop what plays, else play the chosen clip: its region, or from its best moment."""
        if self.player.playing is not None:
            self.player.stop()
        elif self._hit is None:
            self._view.go_to(0)
        else:
            region = self._transport.waveform.region
            self._play_from(self._best_start(self._hit) if region is None else region[self.player.playback.reverse])

    def play_from_beginning(self) -> None:
        """Play the chosen clip from 0 (backwards: from its end)."""
        self._play_from(0.0)

    def stop(self) -> bool:
        """Stop what plays; whether anything did."""
        playing = self.player.playing is not None
        self.player.stop()
        return playing

    # What happens then

    def _show(self, hit: Hit) -> None:
        self._hit = hit
        self._transport.show_hit(hit, self._finding.ranked)
        self._player_changed()

    def _audition(self, hit: Hit) -> None:
        if self.auto_play and hit.clip.online:
            self._play_from(self._best_start(hit))
        else:
            self.player.stop()

    def _best_start(self, hit: Hit) -> float:
        """Where the best moment begins, on the way that is taken through the sound."""
        if not self.player.playback.start_at_match:
            return 0.0
        return hit.end if self.player.playback.reverse else hit.start

    def _play_from(self, start: float) -> None:
        if self._hit is None:
            return
        if self.player.unavailable:
            self.said.emit(self.player.unavailable)
        else:
            region = self._transport.waveform.region
            inside = region is not None and region[0] <= start <= region[1]
            self._played = self._hit
            self.player.play(self._hit.clip.path, start, region if inside else None)

    def _follow_region(self) -> None:
        """What plays is the region from now on, or all of it again."""
        if self._hit is not None and self.player.playing == self._hit.clip.path:
            self.player.set_part(self._transport.waveform.region)

    def _note_heard(self, path: Path) -> None:
        library, played = self._session.library, self._played
        if library is not None and played is not None and played.clip.path == path:
            run_task(lambda: library.played(played.clip.id), lambda _, error: None)

    def _results_changed(self) -> None:
        """The same clip may have another best moment now."""
        hit = self._view.current_hit()
        if hit is None or self._hit is None or hit.clip.id != self._hit.clip.id:
            return
        moved = (hit.start, hit.end) != (self._hit.start, self._hit.end)
        self._hit = hit
        if moved:
            self._transport.show_hit(hit, self._finding.ranked)

    def _player_changed(self) -> None:
        playing = self.player.playing
        mine = self._hit is not None and playing == self._hit.clip.path
        self._view.set_playing(playing)
        self._transport.set_playing(playing is not None)
        self._transport.set_position(self.player.position if mine else None)

    def _moved(self, position: float) -> None:
        if self._hit is not None and self.player.playing == self._hit.clip.path:
            self._transport.set_position(position)
