"""How soon a sound is heard: `python -m benchmarks.audition`.

For each format, a file of two minutes is played from its start and from its middle, again and again. Counted is the
time from `Player.play` to the first block with sound in it that a device asked for: one that takes 256 frames at a
time, as PulseAudio's does; and, where a sound server runs, the real device. With PulseAudio's null sink NULL also the
time until its monitor gives the sound out: the device's buffer and the recorder's are in that.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import numpy as np
import soundfile
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal

from benchmarks.machine import describe
from wavlink_desktop.gui.application import Application
from wavlink_desktop.gui.mixer import Mixer
from wavlink_desktop.gui.player import Output, Player, open_speaker

DEVICE_RATE = 48_000
PERIOD = 256
LIMIT_S = 2.0
LIMIT_MS = 50.0


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `codec` is FFmpeg's, where soundfile does not write it."""

    name: str
    suffix: str
    rate: int = 48_000
    channels: int = 2
    subtype: str = ""
    codec: str = ""


FORMATS = (
    Format("WAV 48k/24", "wav", subtype="PCM_24"),
    Format("WAV 192k/24", "wav", 192_000, subtype="PCM_24"),
    Format("WAV 96k/32 float", "wav", 96_000, subtype="FLOAT"),
    Format("WAV 48k/24 16ch", "wav", channels=16, subtype="PCM_24"),
    Format("WAV 192k/32 float 16ch", "wav", 192_000, 16, "FLOAT"),
    Format("AIFF 44.1k/16", "aiff", 44_100, subtype="PCM_16"),
    Format("FLAC 48k/24", "flac", subtype="PCM_24"),
    Format("FLAC 192k/24", "flac", 192_000, subtype="PCM_24"),
    Format("FLAC 48k/24 8ch", "flac", channels=8, subtype="PCM_24"),
    Format("Ogg Vorbis 44.1k", "ogg", 44_100, subtype="VORBIS"),
    Format("Opus 48k", "opus", subtype="OPUS"),
    Format("MP3 44.1k", "mp3", 44_100, codec="libmp3lame"),
    Format("AAC 48k (M4A)", "m4a", codec="aac"),
)


@dataclass(frozen=True, slots=True)
class Delay:
    """Milliseconds from `play` to the sound."""

    format: str
    place: str
    device: str
    p50_ms: float
    p95_ms: float
    worst_ms: float


class Watched(Mixer):
    """Notes when the first block with sound in it goes out."""

    def __init__(self, rate: int) -> None:
        super().__init__(rate)
        self.sounded = threading.Event()
        self.sounded_at = 0.0

    def render(self, count: int) -> NDArray[np.float32]:
        """As a mixer does."""
        frames = super().render(count)
        if not self.sounded.is_set() and frames.any():
            self.sounded_at = time.perf_counter()
            self.sounded.set()
        return frames


class SteadyDevice(QObject):
    """Takes a period of frames whenever it is due, on a thread of its own."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mixer = Watched(DEVICE_RATE)
        self.device = "steady"
        self.devices = [("steady", "Steady")]
        self._going = True
        self._thread = threading.Thread(target=self._pull, daemon=True)
        self._thread.start()

    def choose(self, device: str) -> None:
        """There is one only."""

    def close(self) -> None:
        """Stop."""
        self._going = False
        self._thread.join()

    def _pull(self) -> None:
        due = time.perf_counter()
        while self._going:
            self.mixer.render(PERIOD)
            due = max(due + PERIOD / DEVICE_RATE, time.perf_counter() - 0.1)
            time.sleep(max(0.0, due - time.perf_counter()))


@contextmanager
def real_speaker() -> Iterator[tuple[Output, Watched] | None]:
    """The real sound device with a mixer that can be watched; None where there is none."""
    from wavlink_desktop.gui import speaker

    original = speaker.Mixer
    speaker.Mixer = Watched  # type: ignore[misc]
    try:
        output, _ = open_speaker()
        mixer = output.mixer if output is not None else None
        yield (output, mixer) if output is not None and isinstance(mixer, Watched) else None
    finally:
        speaker.Mixer = original  # type: ignore[misc]


class Monitor:
    """Listens to what the null sink gives out."""

    def __init__(self) -> None:
        command = [
            "parec",
            "-d",
            "NULL.monitor",
            "--format=float32le",
            "--rate=48000",
            "--channels=2",
            "--latency=2048",
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE)
        self.sounded = threading.Event()
        self.silent = threading.Event()
        self.sounded_at = 0.0
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._process.terminate()
        self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while data := os.read(self._process.stdout.fileno(), 2048):
            sound = bool(np.abs(np.frombuffer(data[: len(data) // 4 * 4], "<f4")).max(initial=0.0) > 1e-3)
            if sound and not self.sounded.is_set():
                self.sounded_at = time.perf_counter()
                self.sounded.set()
            (self.silent.clear if sound else self.silent.set)()


def write(path: Path, kind: Format, seconds: float) -> None:
    """Noise, loud from the first sample on."""
    block = np.random.default_rng(1).uniform(-0.5, 0.5, (kind.rate * 2, kind.channels)).astype(np.float32)
    if kind.codec:
        source = path.with_suffix(".wav")
        soundfile.write(source, np.tile(block, (round(seconds / 2), 1)), kind.rate)
        convert = ["ffmpeg", "-y", "-v", "error", "-i", source, "-c:a", kind.codec, "-b:a", "192k", path]
        subprocess.run(convert, check=True)
        source.unlink()
        return
    container = "OGG" if kind.suffix == "opus" else kind.suffix.upper()
    with soundfile.SoundFile(path, "w", kind.rate, kind.channels, kind.subtype, format=container) as file:
        for _ in range(round(seconds / 2)):
            file.write(block)


def let_live(condition: Callable[[], bool], seconds: float = LIMIT_S) -> bool:
    """Let the window's thread live until `condition` holds; whether it did."""
    until = time.perf_counter() + seconds
    while not condition() and time.perf_counter() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.0005)
    return condition()


def rest(seconds: float) -> None:
    """Let the window's thread live for so long."""
    until = time.perf_counter() + seconds
    let_live(lambda: time.perf_counter() >= until, seconds + 1)


def delays(
    player: Player, mixer: Watched, path: Path, start: float, times: int, monitor: Monitor | None
) -> list[list[float]]:
    """Milliseconds to the device, and to the monitor if there is one."""
    rows = []
    for _ in range(times):
        player.stop()
        rest(0.05)
        if monitor is not None:
            let_live(monitor.silent.is_set)
            monitor.sounded.clear()
        mixer.sounded.clear()
        begun = time.perf_counter()
        player.play(path, start)
        row = []
        for ear in (mixer, monitor) if monitor is not None else (mixer,):
            heard = let_live(ear.sounded.is_set)
            row.append(1000 * (ear.sounded_at - begun) if heard else 1000 * LIMIT_S)
        rows.append(row)
    player.stop()
    return rows


def summary(kind: str, place: str, device: str, milliseconds: list[float]) -> Delay:
    """Of one row of the table."""
    middle, high = np.percentile(milliseconds, [50, 95])
    return Delay(kind, place, device, round(float(middle), 1), round(float(high), 1), round(max(milliseconds), 1))


def has_null_sink() -> bool:
    """Whether PulseAudio runs with a null sink named NULL, and can be recorded."""
    if shutil.which("pactl") is None or shutil.which("parec") is None:
        return False
    sinks = subprocess.run(["pactl", "list", "short", "sinks"], capture_output=True, text=True, check=False)
    return "NULL" in sinks.stdout.split()


def measure(
    files: dict[Format, Path], output: Output, mixer: Watched, names: list[str], times: int, seconds: float
) -> list[Delay]:
    """All formats through one device."""
    player = Player(lambda: (output, ""))
    monitor = Monitor() if len(names) > 1 else None
    rows = []
    for kind, path in files.items():
        for place, start in (("start", 0.0), ("middle", seconds / 2)):
            found = delays(player, mixer, path, start, times, monitor)
            for name, milliseconds in zip(names, zip(*found, strict=True), strict=True):
                rows.append(summary(kind.name, place, name, list(milliseconds)))
    if monitor is not None:
        monitor.close()
    player.close()
    return rows


@click.command()
@click.option("--seconds", default=120.0, show_default=True, help="Length of each file.")
@click.option("--times", default=20, show_default=True, help="How often each is played.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(seconds: float, times: int, as_json: bool) -> None:
    """Measure how soon a sound is heard."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = Application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        files: dict[Format, Path] = {}
        for number, kind in enumerate(FORMATS):
            if kind.codec and shutil.which("ffmpeg") is None:
                continue
            files[kind] = Path(folder) / f"{number}.{kind.suffix}"
            write(files[kind], kind, seconds)
        steady = SteadyDevice()
        rows = measure(files, steady, steady.mixer, ["steady"], times, seconds)
        with real_speaker() as speaker:
            if speaker is not None:
                names = ["sink", "monitor"] if has_null_sink() else ["sink"]
                rows += measure(files, *speaker, names, times, seconds)
    del application
    report(rows, as_json)


def report(rows: list[Delay], as_json: bool) -> None:
    """Print what was measured."""
    if as_json:
        late = [row for row in rows if row.device != "monitor" and row.p95_ms > LIMIT_MS]
        result = {
            "machine": describe(threads=1),
            "load": os.getloadavg()[0],
            "limit_ms": LIMIT_MS,
            "late": len(late),
            "delays": [asdict(row) for row in rows],
        }
        print(json.dumps(result, indent=2))
        return
    print(f"{'format':24}{'from':8}{'device':9}{'p50 ms':>9}{'p95 ms':>9}{'worst':>9}")
    for row in rows:
        print(f"{row.format:24}{row.place:8}{row.device:9}{row.p50_ms:9.1f}{row.p95_ms:9.1f}{row.worst_ms:9.1f}")


if __name__ == "__main__":
    main()
