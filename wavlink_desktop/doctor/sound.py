"""What plays sounds and what reads them."""

import importlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from wavlink_desktop.doctor.finding import Finding

_SNDFILE = ("WAV", "AIFF", "FLAC", "OGG", "W64", "RF64", "CAF", "AU")
_DECODERS = ("mp3", "aac", "alac", "opus", "vorbis", "flac", "wmav2", "ac3", "pcm_s16le", "pcm_s24le")
PATIENCE_S = 60.0


def devices(load: Callable[[], Sequence[str]]) -> Finding:
    """The devices that the window can play to, and the sound server behind them; `load` gives their names."""
    try:
        names = load()
    except (ImportError, OSError, RuntimeError) as error:
        text = f"Qt's sound support does not load: {str(error).splitlines()[0]}"
        return Finding("playback", "missing", text, "On Debian and Ubuntu: sudo apt-get install libpulse0")
    if names:
        return Finding("playback", "ok", f"{', '.join(names)}; {_server()}")
    advice = "Start PipeWire or PulseAudio, or connect a device. All but playback works without."
    return Finding("playback", "warning", f"There is no device to play to; {_server()}.", advice)


def device_names() -> Sequence[str]:
    """What the devices are called. Named, not imported: the command line comes up without Qt."""
    core = importlib.import_module("PySide6.QtCore")
    core.qInstallMessageHandler(lambda *_: None)  # what it finds is said in our words
    multimedia = importlib.import_module("PySide6.QtMultimedia")
    application = core.QCoreApplication([])
    names = [device.description() for device in multimedia.QMediaDevices.audioOutputs()]
    del application
    return names


def libsndfile() -> Finding:
    """libsndfile, which reads most formats."""
    try:
        import soundfile
    except (ImportError, OSError) as error:
        advice = "Reinstall the program, or: pip install --force-reinstall soundfile"
        return Finding("libsndfile", "missing", f"It does not load: {error}", advice)
    there = soundfile.available_formats()
    lacking = [name for name in _SNDFILE if name not in there]
    text = f"{soundfile.__libsndfile_version__}, with {', '.join(name for name in there if name not in lacking)}"
    if lacking:
        advice = "Install a newer libsndfile; until then FFmpeg reads those files where it can."
        return Finding("libsndfile", "warning", f"{text}; without {', '.join(lacking)}", advice)
    return Finding("libsndfile", "ok", text)


def ffmpeg() -> Finding:
    """FFmpeg's libraries, which read what libsndfile does not."""
    try:
        import av
        from av.codec import Codec
    except (ImportError, OSError) as error:
        advice = "Reinstall the program, or: pip install --force-reinstall av"
        return Finding("FFmpeg", "missing", f"It does not load: {error}", advice)
    lacking = []
    for name in _DECODERS:
        try:
            Codec(name, "r")
        except ValueError:  # `UnknownCodecError` is one
            lacking.append(name)
    major, minor, _ = av.library_versions["libavcodec"]
    text = f"libavcodec {major}.{minor}, decodes {', '.join(name for name in _DECODERS if name not in lacking)}"
    if lacking:
        advice = "Reinstall the program, or: pip install --force-reinstall av (PyPI's has all decoders)"
        return Finding("FFmpeg", "warning", f"{text}; not {', '.join(lacking)}", advice)
    return Finding("FFmpeg", "ok", text)


def _server() -> str:
    if os.environ.get("PULSE_SERVER"):
        return f"PULSE_SERVER is {os.environ['PULSE_SERVER']}"
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    sockets = [Path(runtime) / name for name in ("pipewire-0", "pulse/native")] if runtime else []
    there = [str(socket) for socket in sockets if socket.exists()]
    return f"a sound server listens at {there[0]}" if there else "no PipeWire or PulseAudio socket was found"
