"""From a chosen row to the ear and the eye: player and waveform."""

from PySide6.QtCore import QObject, Signal

from wavlink_desktop.gui.finding import Finding
from wavlink_desktop.gui.player import Player
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.transport import Transport
from wavlink_desktop.search.hits import Hit


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
        view.chosen.connect(self._show)
        view.auditioned.connect(self._audition)
        transport.toggled.connect(self.toggle_play)
        transport.waveform.sought.connect(self._play_from)
        finding.found.connect(self._results_changed)
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

    # What happens then

    def _show(self, hit: Hit) -> None:
        self._hit = hit
        self._transport.show_hit(hit, self._finding.ranked)
        self._player_changed()

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

    def _player_changed(self) -> None:
        playing = self.player.playing
        mine = self._hit is not None and playing == self._hit.clip.path
        self._view.set_playing(playing)
        self._transport.set_playing(playing is not None)
        self._transport.set_position(self.player.position if mine else None)

    def _moved(self, position: float) -> None:
        if self._hit is not None and self.player.playing == self._hit.clip.path:
            self._transport.set_position(position)
