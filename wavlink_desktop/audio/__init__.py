"""Files to samples: probe, decode, resample, windows, peaks. Nobody else opens a sound."""

from wavlink_desktop.audio.decode import MODEL_RATE, decode, decode_frames, read_windows
from wavlink_desktop.audio.errors import AudioError
from wavlink_desktop.audio.info import EXTENSIONS, AudioInfo
from wavlink_desktop.audio.peaks import Peaks, peaks
from wavlink_desktop.audio.probe import probe
from wavlink_desktop.audio.standard import STANDARD_FIELDS, standard_fields
from wavlink_desktop.audio.windows import WINDOW_SECONDS, Window, windows

__all__ = [
    "EXTENSIONS",
    "MODEL_RATE",
    "STANDARD_FIELDS",
    "WINDOW_SECONDS",
    "AudioError",
    "AudioInfo",
    "Peaks",
    "Window",
    "decode",
    "decode_frames",
    "peaks",
    "probe",
    "read_windows",
    "standard_fields",
    "windows",
]
