"""What comes out of the real sound device. Needs PulseAudio with a null sink named NULL, which is recorded."""

import shutil
import subprocess

import numpy as np
import pytest
import soundfile

from wavlink_desktop.gui.player import Player, open_speaker

RATE = 48_000
FRAME_BYTES = 8


def has_null_sink():
    if shutil.which("pactl") is None or shutil.which("parec") is None:
        return False
    sinks = subprocess.run(["pactl", "list", "short", "sinks"], capture_output=True, text=True, timeout=10, check=False)
    return "NULL" in sinks.stdout.split()


pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(not has_null_sink(), reason="no PulseAudio with a null sink NULL"),
]


@pytest.fixture
def player(qapp):
    player = Player(open_speaker)
    assert player.unavailable == ""
    yield player
    player.close()


@pytest.fixture
def record(tmp_path, qtbot):
    """`record(seconds, during)`: what the null sink got, float32 `(n, 2)`, while `during` was done."""

    def recorded(seconds, during):
        path = tmp_path / "recorded.raw"
        command = [
            "parec",
            "-d",
            "NULL.monitor",
            "--format=float32le",
            f"--rate={RATE}",
            "--channels=2",
            "--latency=4096",
        ]
        with path.open("wb") as file, subprocess.Popen(command, stdout=file) as recorder:
            qtbot.waitUntil(lambda: path.stat().st_size > 0, timeout=20_000)
            during()
            wanted = path.stat().st_size + round(seconds * RATE) * FRAME_BYTES
            qtbot.waitUntil(lambda: path.stat().st_size >= wanted, timeout=20_000)
            recorder.terminate()
        data = path.read_bytes()
        return np.frombuffer(data[: len(data) // FRAME_BYTES * FRAME_BYTES], "<f4").reshape(-1, 2)

    return recorded


def best_correlation(recording, clip):
    """The highest normalised cross-correlation of `clip` with any stretch of `recording`, both 1-D."""
    size = 1 << (len(recording) + len(clip)).bit_length()
    product = np.fft.irfft(np.fft.rfft(recording, size) * np.fft.rfft(clip, size).conj(), size)[: len(recording)]
    energy = np.convolve(recording.astype(np.float64) ** 2, np.ones(len(clip)))[len(clip) - 1 :]
    place = int(product[: len(energy)].argmax())
    return product[place] / np.sqrt(max(energy[place], 1e-12) * float(clip @ clip))


@pytest.mark.parametrize(("rate", "channels"), [(48_000, 2), (44_100, 1), (96_000, 6)])
def test_the_clip_is_what_the_device_gets(player, record, tmp_path, rate, channels):
    noise = np.random.default_rng(7).standard_normal((2 * rate, 1))
    # A falling spectrum, so that two rates have the same sound in common.
    smooth = np.convolve(noise[:, 0], np.hanning(rate // 2000), mode="same")
    smooth *= 0.5 / np.abs(smooth).max()
    soundfile.write(tmp_path / "clip.wav", np.repeat(smooth[:, None], channels, axis=1), rate, subtype="FLOAT")
    recording = record(3.0, lambda: player.play(tmp_path / "clip.wav"))
    clip = np.interp(np.arange(2 * RATE) / RATE, np.arange(2 * rate) / rate, smooth)
    assert best_correlation(recording[:, 0], clip) > 0.9
    assert best_correlation(recording[:, 1], clip) > 0.9


def test_two_hundred_quick_switches_do_not_click(player, record, tmp_path, qtbot):
    times = np.arange(2 * RATE) / RATE
    for number in range(4):
        tone = 0.5 * np.sin(2 * np.pi * (110 + 20 * number) * times + number)
        soundfile.write(tmp_path / f"{number}.wav", tone, RATE, subtype="FLOAT")

    def switch():
        for number in range(200):
            player.play(tmp_path / f"{number % 4}.wav")
            qtbot.wait(10)

    recording = record(1.0, switch)
    assert np.abs(recording).max() > 0.3
    assert np.abs(np.diff(recording[:, 0])).max() < 0.05
