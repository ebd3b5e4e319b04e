"""How sounds are heard: the commands and the row of controls over the player, remembered from session to session."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction

from wavlink_desktop.audio.channels import ALL, MONO
from wavlink_desktop.gui.playback import Playback, load, save
from wavlink_desktop.gui.playback_bar import PlaybackBar
from wavlink_desktop.gui.player import Player
from wavlink_desktop.gui.wording import decibel_text, semitone_text, speed_text

_DEVICE = "playback/device"
_SWITCHES = {
    "loop": "loop",
    "reverse": "reverse",
    "skip-silence": "skip_silence",
    "start-at-match": "start_at_match",
    "match-loudness": "match_loudness",
}


class Hearing(QObject):
    """Answers the commands of playback; keeps player, actions, controls and settings of one mind."""

    said = Signal(str)
    """Something for the status line."""
    channels_chosen = Signal(str)
    """Other channels are heard: a choice of `audio.channels`."""

    def __init__(self, player: Player, bar: PlaybackBar, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player, self._bar, self._settings = player, bar, settings
        self._actions: dict[str, QAction] = {}
        self.playback = load(settings)

    def choose_by(self, actions: dict[str, QAction]) -> None:
        """Begin, with the commands' actions as switches."""
        self._actions = actions
        self._bar.adopt(actions, self._player.take_levels)
        self._bar.speed.chosen.connect(lambda speed: self._set(self.playback.with_speed(speed)))
        self._bar.speed.stepped.connect(lambda steps: self._set(self.playback.higher(steps)))
        self._bar.gain.chosen.connect(lambda gain: self._set(self.playback.with_gain(gain)))
        self._bar.gain.stepped.connect(self._step_gain)
        self._bar.channels.chosen.connect(self.choose_channels)
        self._bar.channels.stepped.connect(lambda steps: self._step_channels(-steps))
        self._bar.output.chosen.connect(self.choose_device)
        self._bar.output.offer(self._devices)
        self._player.state_changed.connect(self._player_changed)
        output = self._player.output
        if output is not None:
            output.choose(str(self._settings.value(_DEVICE, "")))
        self._player_changed()
        self._show()

    # Commands

    def set_loop(self, on: bool) -> None:
        """Round and round: the region if there is one, else the sound."""
        self._set(replace(self.playback, loop=on))

    def set_reverse(self, on: bool) -> None:
        """Backwards."""
        self._set(replace(self.playback, reverse=on))

    def set_skip_silence(self, on: bool) -> None:
        """Leave out the silence before sounds and in them."""
        self._set(replace(self.playback, skip_silence=on))

    def set_start_at_match(self, on: bool) -> None:
        """Begin at a search's best moment, not at the beginning."""
        self._set(replace(self.playback, start_at_match=on))

    def set_match_loudness(self, on: bool) -> None:
        """Every sound about as loud as the others."""
        self._set(replace(self.playback, match_loudness=on))

    def faster(self) -> None:
        """The next speed up."""
        self._set(self.playback.faster(1))

    def slower(self) -> None:
        """The next speed down."""
        self._set(self.playback.faster(-1))

    def semitone_up(self) -> None:
        """A semitone higher, and faster."""
        self._set(self.playback.higher(1))

    def semitone_down(self) -> None:
        """A semitone lower, and slower."""
        self._set(self.playback.higher(-1))

    def normal_speed(self) -> None:
        """As fast as it was recorded."""
        self._set(self.playback.with_speed(1.0))

    def gain_up(self) -> None:
        """1 dB more."""
        self._step_gain(1)

    def gain_down(self) -> None:
        """1 dB less."""
        self._step_gain(-1)

    def next_channels(self) -> None:
        """The next choice of channels: all, mono, middle, side, each alone."""
        self._step_channels(1)

    def toggle_mono(self) -> None:
        """Folded down to one, or as it was made."""
        self.choose_channels(ALL if self.playback.channels == MONO else MONO)

    def choose_output(self) -> None:
        """Offer the sound devices."""
        self._bar.output.showMenu()

    def play_as_it_is(self) -> None:
        """Speed, direction, gain, channels: everything as the sound is."""
        self._set(self.playback.reset())

    # What the row asks for

    def choose_channels(self, choice: str) -> None:
        """Hear these."""
        self._set(replace(self.playback, channels=choice))

    def choose_device(self, device: str) -> None:
        """Play through this device from now on; empty: the system's."""
        self._settings.setValue(_DEVICE, device)
        if self._player.output is not None:
            self._player.output.choose(device)
        self._show_device()

    def read_settings(self) -> None:
        """The preferences were changed."""
        self._set(load(self._settings))

    # How it is done

    def _set(self, playback: Playback) -> None:
        if playback == self.playback:
            return
        before, self.playback = self.playback, playback
        save(self._settings, playback)
        self._show()
        self._say(before, playback)

    def _show(self) -> None:
        for name, field in _SWITCHES.items():
            self._actions[name].setChecked(getattr(self.playback, field))
        self._bar.show_playback(self.playback)
        self._player.set_playback(self.playback)
        self.channels_chosen.emit(self.playback.channels)

    def _say(self, before: Playback, playback: Playback) -> None:
        if playback.speed != before.speed:
            self.said.emit(
                self.tr("Speed {0}, {1}").format(speed_text(playback.speed), semitone_text(playback.semitones))
            )
        elif playback.gain != before.gain:
            self.said.emit(self.tr("Gain {0}").format(decibel_text(playback.gain)))
        elif playback.channels != before.channels:
            self.said.emit(self._bar.channel_text(playback.channels))

    def _step_gain(self, steps: int) -> None:
        self._set(self.playback.with_gain(self.playback.gain + steps))

    def _step_channels(self, steps: int) -> None:
        choices = self._bar.channel_choices()
        at = choices.index(self.playback.channels) if self.playback.channels in choices else 0
        self.choose_channels(choices[(at + steps) % len(choices)])

    def _player_changed(self) -> None:
        self._bar.meter.set_running(self._player.playing is not None)
        self._show_device()

    def _devices(self) -> list[tuple[object, str]]:
        devices = self._player.output.devices if self._player.output is not None else []
        chosen = str(self._settings.value(_DEVICE, ""))
        rows: list[tuple[object, str]] = [("", self.tr("As the system has it")), *devices]
        if chosen not in dict(rows):
            rows.append((chosen, self.tr("{0} (not connected)").format(chosen)))
        return rows

    def _show_device(self) -> None:
        output = self._player.output
        names = dict(output.devices) if output is not None else {}
        name = names.get(output.device, "") if output is not None else ""
        chosen = str(self._settings.value(_DEVICE, ""))
        self._bar.output.show_value(chosen, "", usual=not chosen or chosen in names)
        self._bar.output.setToolTip(
            self.tr("Sound device: {0}").format(name) if name else self._player.unavailable or self.tr("Sound device")
        )
