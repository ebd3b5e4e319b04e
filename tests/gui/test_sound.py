"""What comes out of the real sound device. Needs PulseAudio with a null sink named NULL, which is recorded."""

import shutil
import subprocess
import sys
import time

import numpy as np
import pytest
import soundfile

from wavlink_desktop.gui.player import Player, open_speaker
from wavlink_desktop.gui.speaker import SHORTEST_BUFFER_S

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
            try:
                qtbot.waitUntil(lambda: path.stat().st_size > 0, timeout=20_000)
                during()
                wanted = path.stat().st_size + round(seconds * RATE) * FRAME_BYTES
                qtbot.waitUntil(lambda: path.stat().st_size >= wanted, timeout=20_000)
            finally:
                recorder.kill()  # whatever went wrong: it would be waited for, and without end
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


def hold_the_interpreter(seconds):
    """No other thread may run Python for so long."""
    interval, until = sys.getswitchinterval(), time.monotonic() + seconds
    sys.setswitchinterval(10.0)
    while time.monotonic() < until:
        pass
    sys.setswitchinterval(interval)


def test_after_a_busy_moment_the_buffer_is_longer_and_the_sound_goes_on(player, record, tmp_path, qtbot):
    soundfile.write(tmp_path / "tone.wav", 0.5 * np.sin(2 * np.pi * 220 * np.arange(20 * RATE) / RATE), RATE)

    def longer_after_a_busy_moment():
        hold_the_interpreter(0.4)  # a server that had just been fed lives through one of them
        qtbot.wait(300)
        return player.output._sink._feed.buffer_s > SHORTEST_BUFFER_S

    def play():
        player.play(tmp_path / "tone.wav")
        qtbot.waitUntil(lambda: player.position > 0.2, timeout=10_000)
        qtbot.waitUntil(longer_after_a_busy_moment, timeout=15_000)
        position = player.position
        qtbot.waitUntil(lambda: player.position > position + 0.5, timeout=10_000)

    assert np.abs(record(0.1, play)[-RATE // 4 :]).max() > 0.3


def pactl(*arguments):
    return subprocess.run(["pactl", *arguments], capture_output=True, text=True, timeout=20, check=True).stdout.strip()


class Sinks:
    """The null sinks of the sound server, plugged in and out by name."""

    def __init__(self):
        rows = [line.split("\t") for line in pactl("list", "short", "modules").splitlines()]
        self._modules = {row[2].split("sink_name=")[1].split()[0]: row[0] for row in rows if "sink_name=" in row[2]}

    def plug(self, name):
        self._modules[name] = pactl("load-module", "module-null-sink", f"sink_name={name}")

    def unplug(self, name):
        pactl("unload-module", self._modules.pop(name))

    def restore(self):
        if "NULL" not in self._modules:
            self.plug("NULL")
        pactl("set-default-sink", "NULL")
        for name in set(self._modules) - {"NULL"}:
            self.unplug(name)


@pytest.fixture
def sinks():
    """What the test changes is as it was afterwards."""
    sinks = Sinks()
    yield sinks
    sinks.restore()


@pytest.fixture
def tone(tmp_path):
    path = tmp_path / "tone.wav"
    soundfile.write(path, 0.5 * np.sin(2 * np.pi * 220 * np.arange(60 * RATE) / RATE), RATE)
    return path


def moves(player, qtbot):
    """Waits until the playhead has gone on by a second."""
    position = player.position
    qtbot.waitUntil(lambda: player.position > position + 1.0, timeout=20_000)


def playing_into():
    """Names of the sinks that sound goes to."""
    names = dict(line.split("\t")[:2] for line in pactl("list", "short", "sinks").splitlines())
    return {names.get(line.split("\t")[1]) for line in pactl("list", "short", "sink-inputs").splitlines()}


def test_another_default_device_goes_on_where_the_former_was(sinks, player, tone, qtbot):
    failures = []
    player.failed.connect(failures.append)
    player.play(tone)
    moves(player, qtbot)
    sinks.plug("SECOND")
    before = player.position
    pactl("set-default-sink", "SECOND")
    qtbot.waitUntil(lambda: player.output.device == "SECOND", timeout=20_000)
    moves(player, qtbot)
    assert playing_into() == {"SECOND"} and before <= player.position < before + 15 and not failures


def test_when_the_device_is_unplugged_it_says_so_and_the_next_sound_goes_to_another(sinks, player, tone, qtbot):
    sinks.plug("SECOND")
    pactl("set-default-sink", "NULL")
    qtbot.waitUntil(lambda: player.output.device == "NULL", timeout=20_000)
    player.play(tone)
    moves(player, qtbot)
    with qtbot.waitSignal(player.failed, timeout=20_000) as failed:
        sinks.unplug("NULL")
    assert "is gone" in failed.args[0] and player.playing is None
    player.play(tone)
    moves(player, qtbot)
    assert playing_into() == {"SECOND"}


def test_the_chosen_device_is_used_again_when_it_is_back(sinks, player, tone, qtbot):
    sinks.plug("SECOND")
    qtbot.waitUntil(lambda: "SECOND" in dict(player.output.devices), timeout=20_000)
    player.output.choose("SECOND")
    assert player.output.device == "SECOND"
    player.play(tone)
    moves(player, qtbot)
    assert playing_into() == {"SECOND"}
    sinks.unplug("SECOND")
    qtbot.waitUntil(lambda: playing_into() == {"NULL"}, timeout=30_000)
    sinks.plug("SECOND")
    qtbot.waitUntil(lambda: playing_into() == {"SECOND"}, timeout=20_000)
    player.play(tone)
    moves(player, qtbot)


def test_without_any_device_playback_is_off_until_one_is_back(sinks, player, tone, qtbot):
    player.play(tone)
    moves(player, qtbot)
    sinks.unplug("NULL")  # the sound server tells nobody that the last one is gone
    qtbot.waitUntil(lambda: player.playing is None, timeout=20_000)
    assert "no sound device" in player.unavailable
    seen = []
    player.state_changed.connect(lambda: seen.append(player.unavailable))
    qtbot.wait(3000)
    assert all(seen)  # trying to open what is not there is no news
    player.play(tone)
    assert player.playing is None
    sinks.plug("NULL")
    qtbot.waitUntil(lambda: player.unavailable == "", timeout=20_000)
    player.play(tone)
    moves(player, qtbot)
    assert playing_into() == {"NULL"}
