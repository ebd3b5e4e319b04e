"""Decodes ahead of what is heard, on a thread of its own: one request after another, stale ones dropped."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import numpy as np

from wavlink_desktop import reports
from wavlink_desktop.audio import AudioError
from wavlink_desktop.audio.course import Course
from wavlink_desktop.gui.mixer import Mixer, Voice
from wavlink_desktop.gui.playback import Playback
from wavlink_desktop.gui.reader import Reader

FIRST_CHUNK = 0.15
LONGEST_CHUNK = 3.0
AHEAD = 6.0
"""Seconds: the first sound comes after a short chunk; then ever longer ones, a few seconds ahead of what is heard."""

# More than one: a file on a drive that does not answer must not hold up the next sound.
_threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="decoder")
_NOTHING = np.empty((0, 2), np.float32)


class Feed:
    """One request to hear a sound: gives the voice what it plays, until the sound ends or nobody wants it any more."""

    def __init__(
        self,
        path: Path,
        course: Course,
        playback: Playback,
        mixer: Mixer,
        voice: Voice,
        known: float | None,
        tell: Callable[["Feed", str], None],
    ) -> None:
        """`tell` is called from another thread with why (the rest of) the sound cannot be read."""
        self.path, self.course, self.voice = path, course, voice
        self.loudness = known
        """LUFS, see `Reader`; None as long as it is not known."""
        self.playback, self._mixer = playback, mixer
        self._tell_why = tell
        self._reader: Reader | None = None
        self._unwanted = Event()

    @property
    def position(self) -> float:
        """Where in the file, in seconds, the sound is."""
        return self.position_after(self.voice.played)

    def position_after(self, played: int) -> float:
        """Where it is after so many frames that went out."""
        reader = self._reader
        return self.course.start if reader is None else reader.position(played)

    def start(self) -> None:
        """Begin, on another thread."""
        _threads.submit(self._run_watched)

    def cancel(self) -> None:
        """Nobody wants it any more."""
        self._unwanted.set()

    def _run_watched(self) -> None:
        try:
            self._run()
        except Exception as error:  # a bug, which nobody would hear of
            reports.of_task(error)
            self._mixer.append(self.voice, _NOTHING, complete=True)
            self._tell(error)

    def _run(self) -> None:
        if self._unwanted.is_set():
            return
        try:
            reader = Reader(self.path, self.course, self.playback, self._mixer.rate, self.loudness)
        except (AudioError, OSError) as error:
            self._tell(error)
            return
        try:
            self._read(reader)
            if reader.damage:
                self._tell(f"{reader.damage}.")
        except (AudioError, OSError) as error:
            # What was read of it is still heard.
            self._mixer.append(self.voice, _NOTHING, complete=True)
            self._tell(error)
        finally:
            reader.close()

    def _read(self, reader: Reader) -> None:
        seconds = FIRST_CHUNK
        while not self._unwanted.is_set():
            frames = reader.read(seconds)
            self.loudness = reader.loudness
            self._reader = reader
            self._mixer.append(self.voice, frames, reader.complete)
            if reader.complete:
                return
            seconds = min(2 * seconds, LONGEST_CHUNK)
            too_much = self.voice.remaining / self._mixer.rate - AHEAD
            if too_much > 0:
                self._unwanted.wait(too_much)

    def _tell(self, reason: object) -> None:
        if not self._unwanted.is_set():
            self._tell_why(self, f"{self.path.name}: {reason}")
