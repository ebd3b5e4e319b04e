"""The demo library's files: written under a temporary name, then renamed, so that none is ever half there."""

import contextlib
import os
import struct
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import soundfile

from wavlink_desktop.demo.library import SOUNDS
from wavlink_desktop.demo.rendering import render
from wavlink_desktop.demo.sound import DemoClip, Sound
from wavlink_desktop.demo.synthesis import Signal

_CONTAINERS = {
    ".wav": "WAV", ".aif": "AIFF", ".aiff": "AIFF", ".flac": "FLAC", ".ogg": "OGG", ".opus": "OGG", ".mp3": "MP3",
    ".w64": "W64", ".caf": "CAF", ".au": "AU",
}  # fmt: skip


class DemoError(Exception):
    """The demo library could not be written; the message says why and what to do."""


def write_demo_library(
    folder: Path, progress: Callable[[int, int], None] | None = None, sounds: Sequence[Sound] | None = None
) -> list[DemoClip]:
    """Synthesise the demo library, or only `sounds` of it, into `folder` (made when it is missing); tell what is in it.

    `progress(done, total)` is called after each file. A file that is there already is kept as it is, so a second run is
    quick and whatever the user did to the sounds, or keeps beside them, is safe. Raises `DemoError` when the folder
    cannot be written.
    """
    sounds = SOUNDS if sounds is None else sounds
    for done, sound in enumerate(sounds, start=1):
        path = folder / sound.path
        try:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(path, sound)
        except (OSError, soundfile.LibsndfileError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise DemoError(
                f"The demo sounds cannot be written to {folder}: {reason}. Choose a folder that you may write to, with "
                "about 60 MB free."
            ) from error
        if progress:
            progress(done, len(sounds))
    return [sound.clip() for sound in sounds]


def one_of_each_format() -> list[Sound]:
    """The first sound of every kind of file that the demo library has: a small library that tries every decoder."""
    return list({Path(sound.path).suffix: sound for sound in reversed(SOUNDS)}.values())


def _write(path: Path, sound: Sound) -> None:
    temporary = path.with_name(f".{path.name}.partial")
    try:
        samples = render(sound)
        if path.suffix == ".m4a":
            _write_aac(temporary, samples, sound.rate)
        else:
            _write_sound(temporary, samples, sound, sound.container or _CONTAINERS[path.suffix])
        temporary.replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _write_sound(path: Path, samples: Signal, sound: Sound, container: str) -> None:
    broadcast = container == "WAV" and sound.description
    path.touch()  # says plainly what is wrong with the place, which libsndfile does not
    with soundfile.SoundFile(path, "w", sound.rate, samples.shape[1], format=container, subtype=sound.subtype) as file:
        if sound.description and not broadcast:
            file.title = sound.kind.capitalize()
            file.comment = sound.description
        file.write(samples)
    if broadcast:
        _insert_broadcast_chunk(path, str(sound.description))


def _insert_broadcast_chunk(path: Path, description: str) -> None:
    """A bext chunk (EBU Tech 3285, version 1) in front of the others, as field recorders write it."""
    body = struct.pack(
        "<256s32s32s10s8sQH64s190s",
        description.encode("ascii"), b"WavLink Desktop", b"", b"2026-01-01", b"12:00:00", 0, 1, b"", b"",
    )  # fmt: skip
    whole = path.read_bytes()
    chunk = struct.pack("<4sI", b"bext", len(body)) + body
    path.write_bytes(b"RIFF" + struct.pack("<I", len(whole) - 8 + len(chunk)) + b"WAVE" + chunk + whole[12:])


def _write_aac(path: Path, samples: Signal, rate: int) -> None:
    """AAC in MP4, which libsndfile cannot write."""
    layout = {1: "mono", 2: "stereo"}[samples.shape[1]]
    with av.open(os.fspath(path), "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=rate, layout=layout)
        stream.bit_rate = 160_000
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(samples.T, dtype=np.float32), format="fltp", layout=layout
        )
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        for part in (frame, None):
            container.mux(stream.encode(part))
