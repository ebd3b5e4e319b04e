"""What comes out of the real sound device. Needs PulseAudio with a null sink named NULL; others are added and recorded.

They take floats at 48 kHz, so that what is recorded is sample for sample what the window gave out.
"""

import shutil
import subprocess

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.player import Player, open_speaker

RATE = 48_000
FRAME_BYTES = 8
ATTEMPTS = 5
"""A machine that is busy elsewhere starves its sound device now and then."""


def has_null_sink():
    if shutil.which("pactl") is None or shutil.which("parec") is None:
        return False
    sinks = subprocess.run(["pactl", "list", "short", "sinks"], capture_output=True, text=True, timeout=10, check=False)
    return "NULL" in sinks.stdout.split()


pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(not has_null_sink(), reason="no PulseAudio with a null sink NULL"),
]


def pactl(*arguments):
    return subprocess.run(["pactl", *arguments], capture_output=True, text=True, timeout=10, check=True).stdout.strip()


@pytest.fixture
def add_sink(qapp):
    """`add_sink(name, rate, channels)`: a sound device that can be recorded; gives the number to unload it by."""
    modules = []

    def add(name, rate=RATE, channels=2):
        form = ("format=float32le", f"rate={rate}", f"channels={channels}")
        modules.append(pactl("load-module", "module-null-sink", f"sink_name={name}", *form))
        return modules[-1]

    yield add
    for module in modules:
        subprocess.run(["pactl", "unload-module", module], capture_output=True, timeout=10, check=False)


def use(player, qtbot, name):
    """Play through the device `name` once Qt has seen it."""
    qtbot.waitUntil(lambda: name in dict(player.output.devices), timeout=10_000)
    player.output.choose(name)
    qtbot.waitUntil(lambda: player.output.device == name, timeout=10_000)


@pytest.fixture
def player(qapp, add_sink, qtbot):
    add_sink("HEARD")
    player = Player(open_speaker)
    assert player.unavailable == ""
    use(player, qtbot, "HEARD")
    yield player
    player.close()


@pytest.fixture
def record(tmp_path, qtbot):
    """`record(seconds, during, sink)`: what a sink got, float32 `(n, 2)`, while `during` was done."""

    def recorded(seconds, during, sink="HEARD"):
        path = tmp_path / "recorded.raw"
        command = [
            "parec",
            "-d",
            f"{sink}.monitor",
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


def best_correlation(recording, piece):
    """The highest normalised cross-correlation of `piece` with any stretch of `recording`, both 1-D."""
    size = 1 << (len(recording) + len(piece)).bit_length()
    product = np.fft.irfft(np.fft.rfft(recording, size) * np.fft.rfft(piece, size).conj(), size)
    sums = np.concatenate([[0.0], np.cumsum(recording.astype(np.float64) ** 2)])
    energy = sums[len(piece) :] - sums[: -len(piece)]
    score = product[: len(energy)] / np.sqrt(np.maximum(energy, 1e-3) * float(piece @ piece))
    return float(score.max())


def likeness(recording, clip, pieces=20):
    """How well the clip is found in the recording, 0…1: in pieces, since a busy machine leaves gaps between them."""
    return float(np.median([best_correlation(recording, piece) for piece in np.array_split(clip, pieces)]))


def steps(signal):
    """How often the signal jumps, 1-D; jumps into and out of silence are the gaps of a busy machine."""
    silent = np.convolve(signal == 0.0, np.ones(8), mode="same") > 3
    jumps = np.abs(np.diff(signal)) > 0.05
    return int(np.count_nonzero(jumps & ~silent[1:] & ~silent[:-1]))


@pytest.mark.parametrize(("rate", "channels"), [(48_000, 2), (44_100, 1), (96_000, 6)])
def test_the_clip_is_what_the_device_gets(player, record, tmp_path, rate, channels):
    # Low noise only, so that two rates have the same sound in common.
    smooth = np.convolve(np.random.default_rng(7).standard_normal(rate), np.hanning(rate // 2000), mode="same")
    smooth *= 0.5 / np.abs(smooth).max()
    soundfile.write(tmp_path / "clip.wav", np.repeat(smooth[:, None], channels, axis=1), rate, subtype="FLOAT")
    clip = np.interp(np.arange(RATE) / RATE, np.arange(rate) / rate, smooth)
    best = np.zeros(2)
    for _ in range(ATTEMPTS):
        recording = record(1.5, lambda: player.play(tmp_path / "clip.wav"))
        best = np.maximum(best, [likeness(recording[:, side], clip) for side in (0, 1)])
        if best.min() > 0.9:
            break
    assert best.min() > 0.9


def test_two_hundred_quick_switches_do_not_click(player, record, tmp_path, qtbot):
    times = np.arange(4 * RATE) / RATE
    for number in range(4):
        tone = 0.5 * np.sin(2 * np.pi * (110 + 20 * number) * times + number)
        soundfile.write(tmp_path / f"{number}.wav", tone, RATE, subtype="FLOAT")

    def play(switches):
        for number in range(200):
            if number == 0 or switches:
                player.play(tmp_path / f"{number % 4}.wav")
            qtbot.wait(10)

    steady = record(0.2, lambda: play(False))[:, 0]
    switched = record(0.2, lambda: play(True))[:, 0]
    assert np.abs(switched).max() > 0.3
    # Without fades nearly every switch would be a step; those of a busy machine are in both recordings.
    assert steps(switched) < 20 + 2 * steps(steady)


def test_the_down_arrow_held_through_two_hundred_rows_does_not_click_and_ends_on_the_last(
    open_desk, fake_embedder, add_sink, record, tmp_path, qtbot
):
    folder = tmp_path / "two hundred"
    folder.mkdir()
    times = np.arange(RATE) / RATE
    for number in range(200):
        tone = 0.4 * np.sin(2 * np.pi * (100 + number) * times + number)
        soundfile.write(folder / f"{number:03d}.wav", tone, RATE, subtype="FLOAT")
    with Library(tmp_path / "library.db", embedder=lambda: fake_embedder) as library:
        library.scan([folder])
    add_sink("HELD")
    desk = open_desk(open_speaker)
    use(desk.player, qtbot, "HELD")
    desk.window.volume.setValue(100)
    view = desk.window.results
    qtbot.waitUntil(lambda: len(desk.window.model) == 200)
    view.setFocus()

    def hold():
        view.go_to(0)
        for _ in range(199):
            qtbot.keyClick(view, Qt.Key.Key_Down)
            qtbot.wait(33)
        assert desk.player.playing.name == "199.wav"
        qtbot.waitUntil(lambda: desk.player.playing is None, timeout=10_000)

    heard = record(0.2, hold, "HELD")[:, 0]
    assert np.abs(heard).max() > 0.3
    # The steepest of the tones, and a fade of the loudest; a click would be many times that.
    steepest = 2 * np.pi * 300 / RATE * 0.4 + 0.4 / (0.005 * RATE)
    assert jumps(heard, 3 * steepest) <= gaps(heard)
    # The last tone is the last that is heard, to its end.
    last = 0.4 * np.sin(2 * np.pi * 299 * times + 199)
    assert likeness(heard[-3 * RATE :], last, 40) > 0.9


def jumps(signal, size):
    """How often the signal jumps by more than `size` from one sample to the next."""
    return int(np.count_nonzero(np.abs(np.diff(signal)) > size))


def gaps(signal):
    """Into how many stretches of silence, as a busy machine makes them, and out of them, it goes without a fade."""
    silent = np.concatenate([[False], np.convolve(signal == 0.0, np.ones(32), mode="same") >= 31, [False]])
    return int(np.count_nonzero(np.diff(silent)))


@pytest.mark.parametrize(("rate", "channels"), [(44_100, 1), (48_000, 6), (96_000, 2), (192_000, 8)])
def test_devices_of_every_rate_and_number_of_channels(player, record, add_sink, tmp_path, qtbot, rate, channels):
    tone = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(RATE) / RATE)
    soundfile.write(tmp_path / "tone.wav", tone, RATE, subtype="FLOAT")
    name = f"OTHER{rate}x{channels}"
    add_sink(name, rate, channels)
    use(player, qtbot, name)
    assert player.output.mixer.rate == rate
    heard = record(1.0, lambda: player.play(tmp_path / "tone.wav"), name)[:, 0]
    spectrum = np.abs(np.fft.rfft(heard))
    assert spectrum.argmax() * RATE / len(heard) == pytest.approx(1000, abs=5)
    assert np.abs(heard).max() > 0.1


def test_a_device_that_is_unplugged_while_it_plays_is_told_and_comes_back(player, add_sink, tmp_path, qtbot):
    soundfile.write(tmp_path / "tone.wav", 0.1 * np.ones(20 * RATE), RATE, subtype="FLOAT")
    module = add_sink("PLUG")
    use(player, qtbot, "PLUG")
    player.play(tmp_path / "tone.wav")
    qtbot.waitUntil(lambda: player.voice is not None and player.voice.played > 0)
    with qtbot.waitSignal(player.failed, timeout=10_000) as failure:
        pactl("unload-module", module)
    assert "is gone" in failure.args[0]
    assert player.playing is None
    qtbot.waitUntil(lambda: player.unavailable == "", timeout=10_000)
    assert player.output.device != "PLUG"
    player.play(tmp_path / "tone.wav")
    qtbot.waitUntil(lambda: player.voice is not None and player.voice.played > 0)
    add_sink("PLUG")
    qtbot.waitUntil(lambda: player.output.device == "PLUG", timeout=10_000)
