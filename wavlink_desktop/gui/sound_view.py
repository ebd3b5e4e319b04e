"""What is seen of one clip: waveform, spectrogram or both, as close as one likes, and what is marked in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from wavlink_desktop.audio import Marker, Peaks, Spectrum
from wavlink_desktop.gui.region import Region
from wavlink_desktop.gui.sound_layer import Look, render
from wavlink_desktop.gui.sound_layout import Content, Layout, Mode, lay_out
from wavlink_desktop.gui.sound_overlay import paint_hover, paint_label, paint_playhead, paint_region
from wavlink_desktop.gui.spectrogram import frequency_text
from wavlink_desktop.gui.time_axis import TimeAxis
from wavlink_desktop.gui.wording import clock, counted, ruler_clock
from wavlink_desktop.library.records import Clip
from wavlink_desktop.library.records import Region as TaggedRegion
from wavlink_desktop.search.moments import Moment, strong_moments

_LOUDER_PICTURE, _MOST_GAIN = 2.0, 256.0
_CALM_MS = 60
"""After the last change of what is in sight, until finer peaks are made."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is in sight, in seconds, on so many columns of the screen, and what of it is missing."""

    start: float
    end: float
    columns: int
    finer_peaks: bool
    spectrum: bool
    closer_spectrum: bool


class SoundView(QWidget):
    """One lane a channel, or a spectrogram. Times are seconds from the clip's beginning."""

    region_changed = Signal()
    """`region` is another one, or none."""
    stretch_wanted = Signal(object)
    """A `Stretch` has come to rest in sight: make what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis = TimeAxis()
        self._content = Content()
        self._clip: Clip | None = None
        self._mode = Mode.WAVEFORM
        self._gain = 1.0
        self._layout = Layout()
        self._layer: QPixmap | None = None
        self._position: float | None = None
        self._cursor = 0.0
        """Where the playhead is or was last."""
        self._follows = True
        self._hover: QPointF | None = None
        self._region: Region | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._ask)
        self.setMouseTracking(True)
        self.setMinimumHeight(72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Waveform"))

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(600, 132)

    # What is shown

    def show_clip(self, clip: Clip, best: Region | None) -> None:
        """Start on another clip, whose pictures follow; or on another best moment of the same one."""
        if self._clip is not None and (clip.path, clip.modified) == (self._clip.path, self._clip.modified):
            self._content.best, self._content.heat, self._content.matches = best, (), ()
            self._stale()
            return
        self._clip = clip
        self._content = Content(clip.duration, clip.sample_rate, best)
        self._position, self._cursor, self._follows = None, 0.0, True
        self.axis.reset(clip.duration, clip.sample_rate)
        self.set_region(None)
        self._stale()
        self._describe()

    def set_peaks(self, peaks: Peaks) -> None:
        """The waveform of the whole clip, as far as it has come."""
        self._content.peaks, self._content.message = peaks, ""
        self._stale()

    def set_close_peaks(self, peaks: Peaks) -> None:
        """A finer waveform of what is in sight."""
        self._content.close_peaks = peaks
        self._stale()

    def set_spectrum(self, spectrum: Spectrum) -> None:
        """The spectrogram of the whole clip, as far as it has come."""
        self._content.spectrum = spectrum
        self._stale()

    def set_close_spectrum(self, spectrum: Spectrum) -> None:
        """A finer spectrogram of what is in sight."""
        self._content.close_spectrum = spectrum
        self._stale()

    def forget_spectra(self) -> None:
        """Others are to come."""
        self._content.spectrum = self._content.close_spectrum = None
        self._seen_anew()

    def set_message(self, message: str) -> None:
        """Say why there is no waveform."""
        self._content.message = message
        self._stale()
        self._describe()

    def set_heat(self, windows: Sequence[Moment]) -> None:
        """`(start, end, score)` of the clip's windows: the strong ones are its matches."""
        self._content.heat, self._content.matches = windows, strong_moments(windows)
        self._stale()
        self._describe()

    def set_markers(self, markers: Sequence[Marker]) -> None:
        """What the file itself marks."""
        self._content.markers = markers
        self._stale()

    def set_tagged(self, regions: Sequence[TaggedRegion]) -> None:
        """What has been recognised where."""
        self._content.regions = regions
        self._stale()

    @property
    def matches(self) -> Sequence[Moment]:
        """Where in the clip the search matches."""
        return self._content.matches

    @property
    def markers(self) -> Sequence[Marker]:
        """The file's markers and regions, in time order."""
        return self._content.markers

    @property
    def mode(self) -> Mode:
        """Waveform, spectrogram or both."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Show waveform, spectrogram or both."""
        if mode != self._mode:
            self._mode = mode
            self._seen_anew()

    @property
    def region(self) -> Region | None:
        """Start and end, in seconds, of what the user marked; None: nothing."""
        return self._region

    def set_region(self, region: Region | None) -> None:
        """Mark another region, or none."""
        if region != self._region:
            self._region = region
            self.region_changed.emit()
            self._describe()
            self.update()

    @property
    def cursor_time(self) -> float:
        """Where the playhead is, or where it stopped."""
        return self._cursor

    def set_position(self, position: float | None) -> None:
        """Where the playhead is; None: nothing plays."""
        before, was_playing = self._cursor, self._position is not None
        self._position = position
        if position is not None:
            self._cursor = position
            self._follow(position)
        if was_playing != (position is not None):
            self._describe()
        for moment in {before, self._cursor}:
            self.update(QRect(round(self.axis.x(moment)) - 3, 0, 7, self.height()))

    # Zoom

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Closer by `factor`, around a moment; around the playhead, if it is in sight, or the middle by default."""
        if at is None:
            middle = (self.axis.start + self.axis.end) / 2
            at = self._cursor if self.axis.sees(self._cursor) and self._cursor > 0 else middle
        self.axis.zoom(factor, at)
        self._moved_by_hand()

    def fit(self) -> None:
        """See all of it, at its own height."""
        self._gain = 1.0
        self.axis.fit()
        self._moved_by_hand()

    def show_span(self, start: float, end: float) -> None:
        """See this stretch and a little around it."""
        margin = 0.05 * (end - start)
        self.axis.show(start - margin, end + margin)
        self._moved_by_hand()

    def pan(self, part: float) -> None:
        """Move what is in sight by a part of its width."""
        self.axis.pan(part * self.axis.span)
        self._moved_by_hand()

    def raise_picture(self, steps: int) -> None:
        """Draw the waveform taller (or, below 0, less tall): faint sounds are seen."""
        self._gain = min(max(1.0, self._gain * _LOUDER_PICTURE**steps), _MOST_GAIN)
        self._stale()

    def look_at(self, moment: float) -> None:
        """Bring a moment into sight."""
        if not self.axis.sees(moment):
            self.axis.turn_to(moment)
            self._seen_anew()

    def want_stretch(self) -> None:
        """Ask, once all is calm, for what the stretch in sight lacks."""
        self._calm.start()

    def _moved_by_hand(self) -> None:
        # Who looks elsewhere while it plays is left there until the playhead comes by.
        self._follows = self._position is None or self.axis.sees(self._position)
        self._seen_anew()

    def _seen_anew(self) -> None:
        self._stale()
        self.want_stretch()

    def _follow(self, position: float) -> None:
        if self.axis.sees(position):
            self._follows = True
        elif self._follows and self.axis.zoomed:
            self.axis.turn_to(position)
            self._seen_anew()

    def _ask(self) -> None:
        if self._content.duration <= 0 or self.axis.span <= 0:
            return
        columns = max(1, round(self.width() * self.devicePixelRatioF()))
        peaks, each = self._content.peaks, self.axis.span * self._content.sample_rate / columns
        finest = self._content.peaks_for(self.axis)
        coarse = finest is None or (finest.samples_per_pixel > 1 and finest.samples_per_pixel > each)
        with_waveform, with_spectrum = self._mode != Mode.SPECTROGRAM, self._mode != Mode.WAVEFORM
        self.stretch_wanted.emit(
            Stretch(
                self.axis.start,
                self.axis.end,
                columns,
                with_waveform and peaks is not None and coarse,
                with_spectrum,
                with_spectrum and self.axis.zoomed,
            )
        )

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All is drawn anew for the new size."""
        self.axis.width = max(1, self.width())
        self._seen_anew()

    def changeEvent(self, event: QEvent) -> None:
        """All is drawn anew in the new colours."""
        self._stale()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The finished picture, and over it what moves."""
        painter = QPainter(self)
        palette = self.palette()
        if self._content.duration <= 0 or self._content.message:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            where = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), where, self._content.message)
            return
        ratio = self.devicePixelRatioF()
        if self._layer is None or self._layer.devicePixelRatioF() != ratio:
            font = self._small_font()
            line = QFontMetricsF(font).height()
            self._layout = lay_out(self._content, self._mode, self.axis.zoomed, self.width(), self.height(), line)
            self._layer = render(
                self._content, self.axis, self._layout, self.size(), Look(palette, font, ratio, self._gain)
            )
        painter.drawPixmap(0, 0, self._layer)
        picture, font = self._layout.picture, self._small_font()
        if self._region is not None:
            paint_region(painter, self._layout, self._region, self.axis, palette, font)
        playing = self._position is not None
        if playing or self._cursor > 0:
            paint_playhead(painter, picture, self.axis.x(self._cursor), playing, palette)
        self._paint_overview_playhead(painter, palette)
        if self._content.matches:
            paint_label(painter, picture, self.width(), self._corner(font), self._matches_text(), palette, font)
        if self._hover is not None:
            paint_hover(painter, picture, self._hover.x(), self._hover_text(self._hover), palette, font)
        if self.hasFocus():
            painter.setPen(palette.color(QPalette.ColorRole.Accent))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame of the focus."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        self.update()

    def _paint_overview_playhead(self, painter: QPainter, palette: QPalette) -> None:
        strip = self._layout.overview
        if strip.isEmpty() or self._position is None:
            return
        x = strip.left() + self._position / self._content.duration * strip.width()
        painter.fillRect(QRectF(x - 0.5, strip.top(), 1, strip.height()), palette.color(QPalette.ColorRole.BrightText))

    def _corner(self, font: QFont) -> float:
        return self._layout.picture.top() + QFontMetricsF(font).height() + 4

    def _matches_text(self) -> str:
        return counted(len(self._content.matches), self.tr("1 match"), self.tr("{0} matches"))

    def _stale(self) -> None:
        self._layer = None
        self.update()

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font

    def _move_hover(self, where: QPointF | None) -> None:
        self._hover = where
        self.update()

    def _hover_text(self, where: QPointF) -> str:
        seconds = self.axis.seconds(where.x())
        text = self._exact(seconds)
        area = self._layout.spectrogram
        spectrum = self._content.close_spectrum or self._content.spectrum
        if not area.contains(where) or spectrum is None:
            return text
        frequency = spectrum.frequency((area.bottom() - where.y()) / area.height())
        text += f" · {frequency_text(frequency)}"
        level = spectrum.level(seconds, frequency)
        if level is None and self._content.spectrum is not None:
            level = self._content.spectrum.level(seconds, frequency)
        return text if level is None else self.tr("{0} · {1} dB").format(text, str(round(level)).replace("-", "−"))

    def _exact(self, seconds: float) -> str:
        """A time, as exact as a pixel is."""
        return ruler_clock(seconds, max(0.0001, min(0.1, self.axis.span / max(1, self.width()))))

    def _describe(self) -> None:
        """What a screen reader says: brought up to date when something comes to rest, not sixty times a second."""
        content = self._content
        if content.duration <= 0 or content.message:
            self.setAccessibleDescription(content.message)
            return
        parts = [self.tr("{0} of {1}").format(clock(self._cursor), clock(content.duration))]
        if self._region is not None:
            parts.append(self.tr("region from {0} to {1}").format(*map(clock, self._region)))
        if content.matches:
            parts.append(self._matches_text())
        if content.markers:
            parts.append(counted(len(content.markers), self.tr("1 marker"), self.tr("{0} markers")))
        self.setAccessibleDescription(", ".join(parts))
