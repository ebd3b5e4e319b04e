"""Files to samples: probe, decode, resample, windows, peaks. Nobody else opens a sound."""

from wavlink_desktop.audio.decode import MODEL_RATE, decode, decode_frames, read_windows
from wavlink_desktop.audio.errors import AudioError
from wavlink_desktop.audio.info import EXTENSIONS, AudioInfo
from wavlink_desktop.audio.markers import Marker
from wavlink_desktop.audio.peak_cache import PeakCache
from wavlink_desktop.audio.peaks import PeakAccumulator, Peaks, growing_peaks, pixel_for
from wavlink_desktop.audio.probe import probe, read_markers
from wavlink_desktop.audio.spectrum import Spectrum, growing_spectrum
from wavlink_desktop.audio.standard import STANDARD_FIELDS, standard_fields
from wavlink_desktop.audio.windows import WINDOW_SECONDS, Window, windows

__all__ = [
    "EXTENSIONS",
    "MODEL_RATE",
    "STANDARD_FIELDS",
    "WINDOW_SECONDS",
    "AudioError",
    "AudioInfo",
    "Marker",
    "PeakAccumulator",
    "PeakCache",
    "Peaks",
    "Spectrum",
    "Window",
    "decode",
    "decode_frames",
    "growing_peaks",
    "growing_spectrum",
    "pixel_for",
    "probe",
    "read_markers",
    "read_windows",
    "standard_fields",
    "windows",
]
