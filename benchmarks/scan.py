"""How fast folders become a library: `python -m benchmarks.scan`.

Headers: files a second of the first tier, beside `soundfile.info` alone on the same files, which is what reading their
headers costs anybody. Rescan: the same folder again, nothing changed. Listening: the second tier on 96 kHz, 24-bit
stereo, the heaviest format that effects commonly come in: how busy it keeps the cores, and which share of the processor
time goes into decoding and resampling rather than into the model. Peaks for the waveform are made on the way, as in the
program.
"""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import click
import numpy as np
import soundfile
import torch
from numpy.typing import NDArray

from benchmarks.machine import describe
from wavlink_desktop.audio import PeakCache, read_windows
from wavlink_desktop.facade import Library
from wavlink_desktop.wavlink import Embedder

_A_FOLDER = 500


@dataclass(frozen=True, slots=True)
class Headers:
    """The first tier. Rates in files a second."""

    files: int
    files_per_s: float
    soundfile_per_s: float
    rescan_s: float


@dataclass(frozen=True, slots=True)
class Listening:
    """The second tier. Times in seconds; shares of all processor time used, or of what the cores could give."""

    audio_s: float
    seconds: float
    busy_share: float
    decode_share: float


class Deaf:
    """An embedder that costs nothing, so that the first tier is alone."""

    model_id = "none"

    def embed_audio(self, clips: list[NDArray[np.float32]]) -> NDArray[np.float32]:
        """The same vector for all."""
        vectors = np.zeros((len(clips), 512), np.float32)
        vectors[:, 0] = 1
        return vectors

    embed_text = embed_audio  # type: ignore[assignment]


def measure_headers(folder: Path, files: int) -> Headers:
    """Of `files` small WAV files in folders of 500, read from the page cache."""
    sounds = _small_files(folder / "sounds", files)
    began = time.perf_counter()
    for sound in sounds:
        soundfile.info(sound)
    reference = time.perf_counter() - began
    ends: dict[str, float] = {}
    with Library(folder / "library.wavlink", embedder=Deaf) as library:  # type: ignore[arg-type]
        began = time.perf_counter()
        library.scan([folder / "sounds"], progress=lambda step: ends.update({step.stage: time.perf_counter()}))
        headers = ends["headers"] - began
        rescan = _seconds(lambda: library.scan())
    return Headers(files, round(files / headers), round(files / reference), round(rescan, 2))


def measure_listening(folder: Path, clips: int) -> Listening:
    """Of `clips` clips of 1 to 12 s, 96 kHz, 24 bit, stereo, with the bundled model."""
    chance = np.random.default_rng(0)
    sounds = folder / "heavy"
    sounds.mkdir()
    lengths = chance.uniform(1, 12, clips)
    for number, length in enumerate(lengths):
        noise = 0.1 * chance.standard_normal((round(96_000 * length), 2), dtype=np.float32)
        soundfile.write(sounds / f"{number:04}.wav", noise, 96_000, subtype="PCM_24")
    embedder = Embedder()
    embedder.embed_audio([np.ones(16_000, np.float32)])
    with Library(folder / "heavy.wavlink", embedder=lambda: embedder) as library:
        wall, processor = time.perf_counter(), time.process_time()
        library.scan([sounds], peaks=PeakCache(folder / "peaks"))
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
    decoding = time.process_time()
    for sound in sorted(sounds.iterdir()):
        for _ in read_windows(sound):
            pass
    decoding = time.process_time() - decoding
    cores = min(torch.get_num_threads(), len(os.sched_getaffinity(0)))
    return Listening(
        round(float(lengths.sum()), 1),
        round(wall, 1),
        round(processor / wall / cores, 2),
        round(decoding / processor, 2),
    )


@click.command()
@click.option("--files", default=10_000, show_default=True, help="For the first tier.")
@click.option("--clips", default=60, show_default=True, help="For the second tier.")
@click.option("--threads", default=2, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of text.")
def main(files: int, clips: int, threads: int, as_json: bool) -> None:
    """Files a second of the first tier, and what the second tier spends its time on."""
    torch.set_num_threads(threads)
    folder = Path(tempfile.mkdtemp(prefix="wavlink-scan-"))
    try:
        headers, listening = measure_headers(folder, files), measure_listening(folder, clips)
    finally:
        shutil.rmtree(folder)
    found = {"machine": describe(threads), "headers": asdict(headers), "listening": asdict(listening)}
    if as_json:
        click.echo(json.dumps(found))
        return
    click.echo(f"headers: {headers.files_per_s:,} files/s (soundfile.info alone: {headers.soundfile_per_s:,})")
    click.echo(f"rescan of {headers.files:,} unchanged files: {headers.rescan_s} s")
    click.echo(
        f"listening to {listening.audio_s} s of 96 kHz stereo: {listening.seconds} s; cores {listening.busy_share:.0%} "
        f"busy, decoding {listening.decode_share:.0%} of it"
    )


def _small_files(folder: Path, count: int) -> list[Path]:
    """Different in content, so that none is taken for another that moved."""
    chance = np.random.default_rng(0)
    sounds = []
    for number in range(count):
        if number % _A_FOLDER == 0:
            (folder / f"{number // _A_FOLDER:04}").mkdir(parents=True)
        sound = folder / f"{number // _A_FOLDER:04}" / f"METLImpt_metal hit {number:06}.wav"
        soundfile.write(sound, chance.uniform(-0.5, 0.5, 2400), 48_000, subtype="PCM_16")
        sounds.append(sound)
    return sounds


def _seconds(function: Callable[[], object]) -> float:
    began = time.perf_counter()
    function()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
