"""What a waveform widget shows of a clip, and where each part of it lies."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QRectF

from wavlink_desktop.audio import WINDOW_SECONDS, Marker, Peaks, Spectrum
from wavlink_desktop.gui.time_axis import TimeAxis
from wavlink_desktop.library.records import Region as TaggedRegion
from wavlink_desktop.search.moments import Moment

HEAT_HEIGHT = 9.0
OVERVIEW_HEIGHT = 14.0
_GAP = 3.0
_LEAST_PICTURE = 36.0
"""Pixels that the waveform keeps, whatever else there is to show."""


class Mode(Enum):
    """What the picture is."""

    WAVEFORM = "waveform"
    SPECTROGRAM = "spectrogram"
    BOTH = "both"


@dataclass(slots=True)
class Content:
    """All that is known of the clip shown; what is computed comes later, or never."""

    duration: float = 0.0
    sample_rate: int = 48_000
    best: tuple[float, float] | None = None
    """The best moment, in seconds."""
    peaks: Peaks | None = None
    close_peaks: Peaks | None = None
    """Finer ones, of the stretch in sight and something around it."""
    spectrum: Spectrum | None = None
    close_spectrum: Spectrum | None = None
    heat: Sequence[Moment] = ()
    matches: Sequence[Moment] = ()
    markers: Sequence[Marker] = ()
    regions: Sequence[TaggedRegion] = ()
    message: str = ""

    def peaks_for(self, axis: TimeAxis) -> Peaks | None:
        """The finest peaks that reach over all that is in sight."""
        close = self.close_peaks
        if close is None or self.peaks is None or close.samples_per_pixel >= self.peaks.samples_per_pixel:
            return self.peaks
        end = close.first + len(close.minima) * close.samples_per_pixel
        known_end = len(self.peaks.minima) * self.peaks.samples_per_pixel
        wanted_end = min(axis.end * close.sample_rate, known_end - self.peaks.samples_per_pixel)
        reaches = close.first <= axis.start * close.sample_rate and end >= wanted_end
        return close if reaches else self.peaks


@dataclass(slots=True)
class Layout:
    """Areas in pixels of the widget; empty ones are not there."""

    flags: QRectF = field(default_factory=QRectF)
    waveform: QRectF = field(default_factory=QRectF)
    spectrogram: QRectF = field(default_factory=QRectF)
    bands: QRectF = field(default_factory=QRectF)
    heat: QRectF = field(default_factory=QRectF)
    ruler: QRectF = field(default_factory=QRectF)
    overview: QRectF = field(default_factory=QRectF)

    @property
    def picture(self) -> QRectF:
        """Waveform and spectrogram together."""
        return self.waveform.united(self.spectrogram)


def lay_out(content: Content, mode: Mode, zoomed: bool, width: float, height: float, line: float) -> Layout:
    """Where everything goes; `line` is the height of a line of small text. What there is no room for is left out."""
    layout = Layout()
    top, bottom = 0.0, height

    def below(wanted: float, gap: float) -> QRectF:
        nonlocal bottom
        if bottom - top - wanted - gap < _LEAST_PICTURE:
            return QRectF()
        bottom -= wanted + gap
        return QRectF(0, bottom + gap, width, wanted)

    layout.ruler = below(line + 3, 0)
    if zoomed:
        layout.overview = below(OVERVIEW_HEIGHT, _GAP)
    # Kept free for what comes later: the waveform shall not jump when it does.
    if content.duration > WINDOW_SECONDS:
        layout.heat = below(HEAT_HEIGHT, _GAP)
    if content.regions:
        layout.bands = below(line + 2, _GAP)
    if content.markers and bottom - line >= _LEAST_PICTURE:
        layout.flags = QRectF(0, 0, width, line)
        top = line
    picture = QRectF(0, top, width, bottom - top)
    if mode == Mode.BOTH and picture.height() >= 2 * _LEAST_PICTURE:
        half = round((picture.height() - _GAP) / 2)
        layout.waveform = QRectF(0, top, width, half)
        layout.spectrogram = QRectF(0, top + half + _GAP, width, picture.height() - half - _GAP)
    elif mode == Mode.WAVEFORM:
        layout.waveform = picture
    else:
        layout.spectrogram = picture
    return layout
