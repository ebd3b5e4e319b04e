"""How fast sounds become vectors, beside LAION-CLAP on the same threads: `python -m benchmarks.embedding`.

CLAP is transformers' `ClapModel` in the configuration of `laion/clap-htsat-unfused` (HTSAT-tiny); speed does not depend
on the weights, so they are random. Both sides begin with samples (ours at 16 kHz, CLAP's at 48 kHz), compute their
spectrogram, and run in the number format that is their fastest on this machine. They take turns, and the best turn of
each counts: other programs on the machine can only slow them down.
"""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

import click
import numpy as np
import torch
from numpy.typing import NDArray
from transformers import ClapConfig, ClapFeatureExtractor, ClapModel

from benchmarks.machine import describe, peak_gflops
from wavlink_desktop.wavlink import Embedder
from wavlink_desktop.wavlink.towers import SAMPLE_RATE

Waves = list[NDArray[np.float32]]

SECONDS = (1.0, 2.0, 5.0, 10.0)
CLAP_RATE = 48_000
BATCH_SECONDS = 40.0


@dataclass(frozen=True, slots=True)
class Row:
    """One length of clips. Times are milliseconds a clip, spectrogram included; `clap_over_ours` is how much faster we
    are; `of_peak` the share of the machine's matrix product peak that the encoder's matrix products would keep busy."""

    seconds: float
    ours_ms: float
    clap_ms: float
    clap_over_ours: float
    ours_features_ms: float
    clap_features_ms: float
    of_peak: float


class Clap:
    """LAION-CLAP's audio side, in the number format that is its fastest here."""

    def __init__(self) -> None:
        self.model = ClapModel(ClapConfig()).eval()
        self.features = ClapFeatureExtractor(truncation="rand_trunc", padding="repeatpad")
        probe = _noise(2, 10.0, CLAP_RATE)
        formats = (torch.float32, torch.bfloat16)
        times = {kind: best_of([lambda kind=kind: self.to(kind).embed(probe)], 2)[0] for kind in formats}  # type: ignore[misc]
        self.format = min(times, key=times.__getitem__)
        self.to(self.format)

    def to(self, kind: torch.dtype) -> "Clap":
        """Compute in `kind`."""
        self.model.to(kind)  # type: ignore[arg-type]
        return self

    def extract(self, clips: Waves) -> torch.Tensor:
        """The spectrograms alone."""
        found: torch.Tensor = self.features(clips, sampling_rate=CLAP_RATE, return_tensors="pt")["input_features"]
        return found

    def embed(self, clips: Waves) -> None:
        """From samples to vectors."""
        with torch.inference_mode():
            self.model.get_audio_features(input_features=self.extract(clips).to(next(self.model.parameters()).dtype))


def best_of(functions: list[Callable[[], object]], rounds: int) -> list[float]:
    """Seconds of the best round of each function; they take turns, so that all meet the same disturbances."""
    best = [float("inf")] * len(functions)
    for _ in range(rounds):
        for number, function in enumerate(functions):
            start = time.perf_counter()
            function()
            best[number] = min(best[number], time.perf_counter() - start)
    return best


def operations(embedder: Embedder, seconds: float) -> float:
    """Multiplications and additions in the matrix products of one clip's way through the encoder."""
    config = embedder.towers.model.config
    audio = config.audio_config
    width, hidden = audio.d_model, audio.encoder_ffn_dim
    frames = seconds * 100
    total = 2 * 3 * width * (audio.num_mel_bins * frames + width * frames / 2)
    positions = frames / 2 + 1
    heard = min(positions, config.attention_span or positions)
    layer = 2 * positions * (4 * width * width + 2 * width * hidden) + 4 * positions * heard * width
    total += audio.encoder_layers * layer
    return float(total)


def measure(seconds: tuple[float, ...], rounds: int) -> Iterator[Row]:
    """One row a length."""
    embedder, clap = Embedder(), Clap()
    peak = peak_gflops() * 1e9
    for length in seconds:
        count = max(2, int(BATCH_SECONDS / length))
        ours, theirs = _noise(count, length, SAMPLE_RATE), _noise(count, length, CLAP_RATE)
        embedder.embed_audio(ours[:2])
        times = best_of(
            [
                lambda ours=ours: embedder.embed_audio(ours),  # type: ignore[misc]
                lambda theirs=theirs: clap.embed(theirs),  # type: ignore[misc]
                lambda ours=ours: embedder.towers.processor.audio(ours),  # type: ignore[misc]
                lambda theirs=theirs: clap.extract(theirs),  # type: ignore[misc]
            ],
            rounds,
        )
        us, clap_seconds, us_features, clap_features = (value / count for value in times)
        share = operations(embedder, length) / (us - us_features) / peak
        yield Row(
            length,
            _ms(us),
            _ms(clap_seconds),
            round(clap_seconds / us, 2),
            _ms(us_features),
            _ms(clap_features),
            round(share, 2),
        )


@click.command()
@click.option("--threads", default=2, show_default=True, help="Of both models.")
@click.option("--rounds", default=5, show_default=True, help="Turns that each model takes; the best counts.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def main(threads: int, rounds: int, as_json: bool) -> None:
    """Milliseconds a clip, ours and LAION-CLAP's."""
    torch.set_num_threads(threads)
    machine = describe(threads)
    rows = list(measure(SECONDS, rounds))
    if as_json:
        click.echo(json.dumps({"machine": machine, "lengths": [asdict(row) for row in rows]}))
        return
    click.echo(f"{machine['processor']}, {threads} threads, {machine['instructions']}, {machine['peak_gflops']} GFLOPS")
    click.echo("\nseconds   ours ms   CLAP ms   faster   of which spectrogram   of the peak")
    for row in rows:
        click.echo(
            f"{row.seconds:7g}{row.ours_ms:10.1f}{row.clap_ms:10.1f}{row.clap_over_ours:8.1f}×"
            f"{row.ours_features_ms:12.1f} / {row.clap_features_ms:.1f}{row.of_peak:13.0%}"
        )


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 2)


def _noise(count: int, seconds: float, rate: int) -> Waves:
    chance = np.random.default_rng(0)
    return [0.1 * chance.standard_normal(round(seconds * rate), dtype=np.float32) for _ in range(count)]


if __name__ == "__main__":
    main()
