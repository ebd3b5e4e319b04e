"""Makes, off the window's thread, what a waveform widget draws: peaks, spectrograms, and both closer up."""

from collections import OrderedDict
from collections.abc import Iterator
from math import ceil, floor
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from wavlink_desktop import audio
from wavlink_desktop.audio import AudioError, PeakCache, Peaks, Spectrum
from wavlink_desktop.audio.channels import ALL
from wavlink_desktop.gui.sound_view import SoundView, Stretch
from wavlink_desktop.gui.streams import GrowingResult
from wavlink_desktop.gui.told import told
from wavlink_desktop.library.records import Clip

_KEPT = 24
"""Sounds whose pictures stay in memory: at most some 100 MB."""
_SPECTRUM_COLUMNS = 2400
_MARGIN = 0.5
"""What is made beyond the stretch in sight, at each side, as a part of it: so that panning shows something at once."""

Kind = TypeVar("Kind")


class _Recent(Generic[Kind]):
    """The last few that were used."""

    def __init__(self) -> None:
        self._held: OrderedDict[Path, tuple[float, Kind]] = OrderedDict()

    def get(self, clip: Clip) -> Kind | None:
        modified, held = self._held.get(clip.path, (None, None))
        if held is None or modified != clip.modified:
            return None
        self._held.move_to_end(clip.path)
        return held

    def put(self, clip: Clip, made: Kind) -> None:
        self._held[clip.path] = (clip.modified, made)
        if len(self._held) > _KEPT:
            self._held.popitem(last=False)


class Pictures:
    """Serves one waveform."""

    def __init__(self, waveform: SoundView, cache: PeakCache) -> None:
        self._waveform, self._cache = waveform, cache
        self._clip: Clip | None = None
        self._peaks: _Recent[Peaks] = _Recent()
        self._spectra: _Recent[Spectrum] = _Recent()
        self._whole: GrowingResult[Peaks] = GrowingResult(waveform.set_peaks, self._failed)
        self._close: GrowingResult[Peaks] = GrowingResult(waveform.set_close_peaks, self._cannot_look_closer)
        self._spectrum: GrowingResult[Spectrum] = GrowingResult(waveform.set_spectrum, self._cannot_look_closer)
        self._close_spectrum: GrowingResult[Spectrum] = GrowingResult(
            waveform.set_close_spectrum, self._cannot_look_closer
        )
        self._spectrum_asked = False
        self._channels = ALL
        waveform.stretch_wanted.connect(self._look)

    def show(self, clip: Clip) -> None:
        """Draw another clip. `show_clip` of the waveform comes before."""
        self._clip, self._spectrum_asked = clip, False
        for lane in (self._whole, self._close, self._spectrum, self._close_spectrum):
            lane.drop()
        if not clip.online:
            self._waveform.set_message(QCoreApplication.translate("Waveform", "Its folder or drive is not connected"))
            return
        known = self._peaks.get(clip)
        if known is not None:
            self._waveform.set_peaks(known)
        else:
            self._whole.run(lambda: _cached_peaks(self._cache, clip.path), lambda peaks: self._peaks.put(clip, peaks))
        self._waveform.want_stretch()

    def choose_channels(self, choice: str) -> None:
        """Spectrograms of these channels, a choice of `audio.channels`, from now on."""
        if choice == self._channels:
            return
        self._channels, self._spectrum_asked = choice, False
        self._spectra = _Recent()
        for lane in (self._spectrum, self._close_spectrum):
            lane.drop()
        self._waveform.forget_spectra()

    def close(self) -> None:
        """Stop what is being made."""
        for lane in (self._whole, self._close, self._spectrum, self._close_spectrum):
            lane.close()

    def _look(self, stretch: Stretch) -> None:
        clip = self._clip
        if clip is None or not clip.online or clip.duration <= 0:
            return
        if stretch.finer_peaks:
            self._look_closer(clip, stretch)
        if stretch.spectrum:
            self._look_at_spectrum(clip, stretch)

    def _look_closer(self, clip: Clip, stretch: Stretch) -> None:
        start, end = _widened(stretch, clip.duration)
        first, last = floor(start * clip.sample_rate), ceil(end * clip.sample_rate)
        each = (stretch.end - stretch.start) * clip.sample_rate / stretch.columns
        pixel = 1
        while pixel * 2 <= each:
            pixel *= 2
        self._close.run(lambda: audio.growing_peaks(clip.path, pixel, first, last))

    def _look_at_spectrum(self, clip: Clip, stretch: Stretch) -> None:
        if not self._spectrum_asked:
            self._spectrum_asked = True
            spectra, channels = self._spectra, self._channels
            known = spectra.get(clip)
            if known is not None:
                self._waveform.set_spectrum(known)
            else:
                self._spectrum.run(
                    lambda: audio.growing_spectrum(clip.path, _SPECTRUM_COLUMNS, channels=channels),
                    lambda spectrum: spectra.put(clip, spectrum),
                )
        if stretch.closer_spectrum:
            start, end = _widened(stretch, clip.duration)
            of_channels = self._channels
            self._close_spectrum.run(
                lambda: audio.growing_spectrum(clip.path, _SPECTRUM_COLUMNS, start, end, of_channels)
            )

    def _failed(self, error: BaseException) -> None:
        self._waveform.set_message(told(error))

    def _cannot_look_closer(self, error: BaseException) -> None:
        """What is known of the whole stays in sight: the sound ends before its header says, or its drive went away."""
        if not isinstance(error, AudioError | OSError):
            raise error


def _widened(stretch: Stretch, duration: float) -> tuple[float, float]:
    margin = _MARGIN * (stretch.end - stretch.start)
    return max(0.0, stretch.start - margin), min(duration, stretch.end + margin)


def _cached_peaks(cache: PeakCache, path: Path) -> Iterator[Peaks]:
    known = cache.load(path)
    if known is not None:
        yield known
        return
    whole = None
    for whole in audio.growing_peaks(path):
        yield whole
    if whole is not None:
        cache.store(path, whole)
