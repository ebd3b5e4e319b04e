"""The commands of the waveform, through the window."""

import struct

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.commands import COMMANDS, SOUND, Scope
from wavlink_desktop.gui.sound_layout import Mode

from .conftest import RATE, tone


def add_cues(path, *frames):
    points = b"".join(struct.pack("<II4sIII", k, frame, b"data", 0, 0, frame) for k, frame in enumerate(frames, 1))
    cue = struct.pack("<I", len(frames)) + points
    label = struct.pack("<I", 1) + b"Slam\0"
    adtl = b"adtl" + b"labl" + struct.pack("<I", len(label)) + label + b"\0" * (len(label) % 2)
    content = path.read_bytes()
    for name, chunk in ((b"cue ", cue), (b"LIST", adtl)):
        content += name + struct.pack("<I", len(chunk)) + chunk
    path.write_bytes(content[:4] + struct.pack("<I", len(content) - 8) + content[8:])


@pytest.fixture
def long(open_desk, tmp_path, fake_embedder, qtbot):
    """A window on one sound of 45 s with markers at 5 and 30 s, which is chosen."""
    folder = tmp_path / "long"
    folder.mkdir()
    sound = np.concatenate([tone(frequency, 15.0) for frequency in (100, 900, 3_000)])
    soundfile.write(folder / "storm.wav", sound, RATE)
    add_cues(folder / "storm.wav", 5 * RATE, 30 * RATE)
    with Library(tmp_path / "library.db", embedder=lambda: fake_embedder) as library:
        library.scan([folder])
    desk = open_desk()
    qtbot.waitUntil(lambda: len(desk.window.model) == 1, timeout=10_000)
    desk.window.results.go_to(0)
    qtbot.waitUntil(lambda: len(desk.window.transport.waveform.markers) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: desk.window.transport.waveform._content.peaks is not None, timeout=10_000)
    return desk


@pytest.fixture
def waveform(long):
    return long.window.transport.waveform


def test_zoom_by_command(long, waveform):
    long.actions["zoom-in"].trigger()
    long.actions["zoom-in"].trigger()
    assert waveform.axis.span == pytest.approx(20.0)
    long.actions["zoom-out"].trigger()
    assert waveform.axis.span == pytest.approx(30.0)
    long.actions["zoom-to-fit"].trigger()
    assert not waveform.axis.zoomed
    waveform.set_region((10.0, 20.0))
    long.actions["zoom-to-region"].trigger()
    assert waveform.axis.start == pytest.approx(9.5) and waveform.axis.end == pytest.approx(20.5)


def test_what_lies_closer_than_the_peaks_is_decoded(long, waveform, qtbot):
    waveform.show_span(20.0, 20.001)
    qtbot.waitUntil(lambda: waveform._content.peaks_for(waveform.axis).samples_per_pixel == 1, timeout=10_000)
    close = waveform._content.close_peaks
    assert close.first <= 20.0 * RATE < close.first + len(close.minima)
    expected = tone(900, 15.0)[5 * RATE + 7] * 32767
    assert close.maxima[20 * RATE + 7 - close.first, 0] == pytest.approx(expected, abs=2)


def test_the_picture_is_chosen_and_remembered(long, waveform, qtbot, tmp_path):
    assert waveform.mode == Mode.WAVEFORM and long.actions["view-waveform"].isChecked()
    long.actions["view-spectrogram"].trigger()
    assert waveform.mode == Mode.SPECTROGRAM and not long.actions["view-waveform"].isChecked()
    qtbot.waitUntil(lambda: waveform._content.spectrum is not None, timeout=10_000)
    qtbot.waitUntil(lambda: waveform._content.spectrum.end > 44, timeout=10_000)
    assert waveform._content.spectrum.level(20.0, 900.0) == pytest.approx(-6, abs=2)
    long.actions["view-both"].trigger()
    long.window.close()
    assert "sound_view=both" in (tmp_path / "window.ini").read_text()


def test_from_marker_to_marker(long, waveform):
    said = []
    long.looking.said.connect(said.append)
    long.actions["next-marker"].trigger()
    assert waveform.cursor_time == pytest.approx(5.0, abs=0.05) and "Slam" in said[-1]
    assert long.player.playing is not None
    long.player.stop()
    long.actions["next-marker"].trigger()
    assert waveform.cursor_time == pytest.approx(30.0, abs=0.05)
    long.player.stop()
    long.actions["previous-marker"].trigger()
    assert waveform.cursor_time == pytest.approx(5.0, abs=0.05)


def test_from_match_to_match(long, waveform, qtbot):
    said = []
    long.looking.said.connect(said.append)
    long.actions["next-match"].trigger()
    assert "Search" in said[-1]
    long.window.search_box.set_text("storm")
    qtbot.waitUntil(lambda: len(waveform.matches) > 0, timeout=10_000)
    long.player.stop()
    long.actions["next-match"].trigger()
    assert any(waveform.cursor_time == pytest.approx(start, abs=0.05) for start, _, _ in waveform.matches)
    assert said[-1].endswith(f"of {len(waveform.matches)}")
    long.window.search_box.clear()
    qtbot.waitUntil(lambda: not waveform.matches, timeout=10_000)


def test_in_and_out_at_the_playhead_and_escape_clears(long, waveform):
    waveform.seek(10.0)
    long.player.stop()
    long.actions["region-from-here"].trigger()
    assert waveform.region == pytest.approx((10.0, 45.0), abs=0.05)
    waveform.seek(20.0)
    long.player.stop()
    long.actions["region-to-here"].trigger()
    assert waveform.region == pytest.approx((10.0, 20.0), abs=0.05)
    long.actions["escape"].trigger()
    assert waveform.region is None
    waveform.set_region((1.0, 2.0))
    long.actions["clear-region"].trigger()
    assert waveform.region is None


def test_faint_sounds_are_drawn_taller(long, waveform):
    long.actions["taller"].trigger()
    tall = waveform._gain
    long.actions["flatter"].trigger()
    assert tall > 1 and waveform._gain == 1


def test_plain_keys_work_on_the_waveform_as_on_the_list(long, waveform, qtbot):
    for command in COMMANDS:
        if command.menu == SOUND and command.scope == Scope.RESULTS:
            assert long.actions[command.id] in long.window.transport.actions()
    waveform.setFocus()
    if not waveform.hasFocus():
        pytest.skip("this platform gives no focus")
    qtbot.keyClick(waveform, Qt.Key.Key_Plus)
    assert waveform.axis.zoomed
    qtbot.keyClick(waveform, Qt.Key.Key_0)
    assert not waveform.axis.zoomed


def test_peaks_come_from_the_cache_the_next_time(long, tmp_path, qtbot):
    def kept():
        return list((tmp_path / "home" / "XDG_CACHE_HOME").rglob("*.dat"))

    qtbot.waitUntil(lambda: len(kept()) > 0, timeout=10_000)  # they are kept once they are whole: after they are drawn
    stored = kept()
    assert len(stored) == 1
    assert struct.unpack("<iI", stored[0].read_bytes()[:8]) == (2, 0)


def test_a_file_that_cannot_be_read_says_so(long, waveform, tmp_path, qtbot):
    (tmp_path / "long" / "storm.wav").write_text("no sound any more")
    long.looking._pictures._peaks._held.clear()
    long.looking._shown = None
    waveform._clip = None
    hit = long.window.results.current_hit()
    long.window.transport.show_hit(hit, ranked=False)
    qtbot.waitUntil(lambda: "not a sound file" in waveform._content.message, timeout=10_000)
    assert "not a sound file" in waveform.accessibleDescription()


def test_the_spectrogram_is_of_the_channels_that_are_heard(filled, qtbot):
    waveform = filled.window.transport.waveform

    def whole():
        spectrum = waveform._content.spectrum
        return spectrum is not None and spectrum.end > 1.1

    filled.actions["view-spectrogram"].trigger()
    row = next(row for row in range(4) if filled.window.model.hit(row).clip.channels == 2)
    filled.window.results.go_to(row)  # 1.2 s: a tone of 150 Hz at the left, of 160 Hz at the right
    qtbot.waitUntil(whole, timeout=10_000)
    mixed = waveform._content.spectrum.levels
    filled.hearing.choose_channels("side")
    assert not whole()
    qtbot.waitUntil(whole, timeout=10_000)
    assert (waveform._content.spectrum.levels != mixed).any()
    filled.hearing.choose_channels("all")
    qtbot.waitUntil(whole, timeout=10_000)
    assert (waveform._content.spectrum.levels == mixed).all()
