"""Searching by the microphone: hum it, knock on the table, hold up the phone."""

import time
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton

from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.search_box import SearchBox

LONGEST_SECONDS = 10.0
"""A window of the model: more is not listened to at once."""
_SHORTEST_SECONDS = 0.2
_TICK_MS = 100
_SILENT = 10 ** (-70 / 20)
"""A microphone that is muted gives less than this."""


class Input(Protocol):
    """A microphone that listens."""

    rate: int
    arrived: SignalInstance

    def close(self) -> None:
        """Listen no more."""


def open_microphone() -> "tuple[Input | None, str]":
    """The system's microphone, already listening; or None, and why."""
    try:
        from wavlink_desktop.gui.microphone import Microphone
    except ImportError as error:
        text = QCoreApplication.translate("Recording", "Recording needs a part of Qt that does not load here: {0}")
        return None, text.format(error)
    return Microphone.open()


class Recording(QObject):
    """Records while its button is down, ten seconds at most, and searches by what it heard."""

    said = Signal(str)
    recorded = Signal(object)
    """The recording (`Path`), a WAV file in the cache folder, which the next one replaces."""

    def __init__(
        self,
        box: SearchBox,
        folder: Path,
        open_input: Callable[[], tuple[Input | None, str]] = open_microphone,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._open_input = folder, open_input
        self._input: Input | None = None
        self._heard: list[NDArray[np.float32]] = []
        self._began = 0.0
        self._button = QToolButton(box)
        self._button.setIcon(icon("microphone", QPalette.ColorRole.PlaceholderText))
        self._button.setCheckable(True)
        self._button.setAccessibleName(self.tr("Search by microphone"))
        self._button.setToolTip(self.tr("Search by a sound from the microphone (Ctrl+Shift+R): again to stop"))
        self._button.clicked.connect(self.record)
        box.add_button(self._button)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._ticked)

    @property
    def running(self) -> bool:
        """Whether the microphone is open."""
        return self._input is not None

    def record(self) -> None:
        """Begin to record, or end it and search."""
        if self.running:
            self._finish()
            return
        self._heard = []
        self._input, reason = self._open_input()
        self._button.setChecked(self.running)
        if self._input is None:
            self.said.emit(reason)
            return
        self._input.arrived.connect(self._heard.append)
        self._began = time.monotonic()
        self._tick.start()
        self._ticked()

    def close(self) -> None:
        """Let the microphone go, and with it what was heard."""
        self._tick.stop()
        self._button.setChecked(False)
        if self._input is not None:
            self._input.close()
            self._input = None

    def _ticked(self) -> None:
        seconds = time.monotonic() - self._began
        self.said.emit(self.tr("Listening… {0} s. Once more to stop and search.").format(f"{seconds:.0f}"))
        if seconds >= LONGEST_SECONDS:
            self._finish()

    def _finish(self) -> None:
        assert self._input is not None
        rate = self._input.rate
        self.close()
        heard = np.concatenate(self._heard) if self._heard else np.zeros(0, np.float32)
        if len(heard) < _SHORTEST_SECONDS * rate:
            self.said.emit(self.tr("That was too short. Let it listen for a second or more."))
        elif np.abs(heard).max() < _SILENT:
            self.said.emit(self.tr("The microphone was silent. Look whether it is muted in the system's settings."))
        else:
            self._keep(heard, rate)

    def _keep(self, heard: NDArray[np.float32], rate: int) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        name = self.tr("recording")
        path = self._folder / f"{name} {time.strftime('%H-%M-%S')}.wav"
        try:
            for former in self._folder.glob("*.wav"):
                former.unlink()
            with wave.open(str(path), "wb") as file:
                file.setparams((1, 2, rate, len(heard), "NONE", ""))
                file.writeframes((heard.clip(-1, 1) * 32767).astype("<i2").tobytes())
        except OSError as error:
            self.said.emit(self.tr("The recording cannot be kept: {0}").format(error))
            return
        self.said.emit("")
        self.recorded.emit(path)
