"""How sounds are heard, through the window's own keys, buttons and menus."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import RATE
from wavlink_desktop.gui.level_meter import FLOOR, LevelMeter, decibels
from wavlink_desktop.gui.playback import FASTEST, SLOWEST, Playback, load
from wavlink_desktop.gui.wording import decibel_text, semitone_text, speed_text


@pytest.fixture
def chosen(filled, qtbot):
    """A window in which the door knock (two channels, 1.2 s) is chosen and silent; the list has the focus."""
    view = filled.window.results
    filled.actions["auto-play"].setChecked(False)
    row = next(row for row in range(4) if filled.window.model.hit(row).clip.name == "door knock.wav")
    view.go_to(row)
    view.setFocus()
    return filled


def press(desk, qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(desk.window.results, key, modifiers)


def sounds(desk, qtbot):
    """Wait until as much is decoded as a test is going to hear."""
    qtbot.waitUntil(lambda: (voice := desk.player.voice) is not None and (voice.complete or voice.remaining > RATE))


def menu_rows(choice):
    choice.menu().aboutToShow.emit()
    return {action.text().partition("\t")[0]: action for action in choice.menu().actions()}


def test_every_switch_has_a_key_and_is_heard(chosen, output, qtbot):
    shift = Qt.KeyboardModifier.ShiftModifier
    press(chosen, qtbot, Qt.Key.Key_L)
    press(chosen, qtbot, Qt.Key.Key_R, shift)
    press(chosen, qtbot, Qt.Key.Key_S, shift)
    press(chosen, qtbot, Qt.Key.Key_B, shift)
    press(chosen, qtbot, Qt.Key.Key_L, shift)
    expected = Playback(loop=True, reverse=True, skip_silence=True, start_at_match=False, match_loudness=True)
    assert chosen.player.playback == expected
    press(chosen, qtbot, Qt.Key.Key_Space)
    sounds(chosen, qtbot)
    before = chosen.player.position
    output.pull(0.3)
    assert chosen.player.position < before - 0.2


def test_keys_change_speed_and_gain_while_it_plays(chosen, output, qtbot):
    press(chosen, qtbot, Qt.Key.Key_Space)
    sounds(chosen, qtbot)
    press(chosen, qtbot, Qt.Key.Key_Period)
    assert chosen.player.playback.speed == 1.25
    press(chosen, qtbot, Qt.Key.Key_Comma)
    press(chosen, qtbot, Qt.Key.Key_Comma)
    assert chosen.player.playback.speed == 0.75
    bar = chosen.window.transport.controls
    assert bar.speed.text() == "0.75×"
    assert bar.speed.property("altered") is True
    press(chosen, qtbot, Qt.Key.Key_Backslash)
    assert chosen.player.playback.speed == 1.0
    assert bar.speed.property("altered") is False
    chosen.actions["semitone-up"].trigger()
    assert chosen.player.playback.semitones == pytest.approx(1.0)
    chosen.actions["gain-up"].trigger()
    chosen.actions["gain-up"].trigger()
    assert bar.gain.text() == "+2 dB"
    assert chosen.player.playing is not None


def test_one_key_takes_everything_back_and_is_only_offered_where_there_is_something(chosen, qtbot):
    reset = chosen.window.transport.controls._reset
    assert not reset.isVisible()
    chosen.actions["reverse"].setChecked(True)
    chosen.actions["slower"].trigger()
    chosen.hearing.choose_channels("2")
    chosen.actions["start-at-match"].setChecked(False)
    assert reset.isVisible()
    press(chosen, qtbot, Qt.Key.Key_Bar)
    assert chosen.player.playback == Playback(start_at_match=False)
    assert not chosen.actions["reverse"].isChecked()
    assert not reset.isVisible()


def test_the_menu_offers_the_channels_that_the_sound_has(chosen, output, qtbot):
    rows = menu_rows(chosen.window.transport.controls.channels)
    assert list(rows) == ["All channels", "Mono", "Middle", "Side", "M/S decoded", "Channel 1", "Channel 2"]
    rows["Channel 2"].trigger()
    press(chosen, qtbot, Qt.Key.Key_Space)
    sounds(chosen, qtbot)
    output.pull(0.5)
    np.testing.assert_array_equal(output.heard[:, 0], output.heard[:, 1])
    assert np.abs(output.heard).max() > 0.2
    assert chosen.window.transport.controls.channels.text() == "Channel 2"
    press(chosen, qtbot, Qt.Key.Key_C)
    assert chosen.player.playback.channels == "all"
    press(chosen, qtbot, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert chosen.player.playback.channels == "mono"


def test_a_menu_and_the_wheel_set_the_speed(chosen, qtbot):
    speed = chosen.window.transport.controls.speed
    menu_rows(speed)["2.00×"].trigger()
    assert chosen.player.playback.speed == 2.0
    assert menu_rows(speed)["2.00×"].isChecked()
    where = QPointF(5, 5)
    event = QWheelEvent(
        where,
        QPointF(speed.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(speed, event)
    assert chosen.player.playback.semitones == pytest.approx(11.0)


def test_all_is_remembered(chosen, open_desk, qtbot):
    chosen.actions["loop"].setChecked(True)
    chosen.actions["slower"].trigger()
    chosen.actions["gain-down"].trigger()
    chosen.hearing.choose_channels("mid")
    chosen.hearing.choose_device("phones")
    chosen.window.close()
    again = open_desk()
    assert again.player.playback == Playback(loop=True, speed=0.75, gain=-1.0, channels="mid")
    assert again.actions["loop"].isChecked()
    assert again.player.output.device == "phones"


def test_what_makes_no_sense_in_the_settings_is_as_new(chosen):
    settings = chosen._settings
    for key, value in (("speed", "nan"), ("gain", "much"), ("loop", "perhaps"), ("silence_below", "")):
        settings.setValue(f"playback/{key}", value)
    assert load(settings) == Playback()
    settings.setValue("playback/speed", "1000")
    assert load(settings).speed == FASTEST
    settings.setValue("playback/speed", "-1")
    assert load(settings).speed == SLOWEST


def test_the_region_is_played_from_its_start_to_its_end_and_looped(chosen, output, qtbot):
    waveform = chosen.window.transport.waveform
    waveform.set_region((0.4, 0.7))
    press(chosen, qtbot, Qt.Key.Key_Space)
    sounds(chosen, qtbot)
    assert chosen.player.position == pytest.approx(0.4, abs=0.001)
    output.pull(0.35)
    qtbot.waitUntil(lambda: chosen.player.playing is None)
    chosen.actions["loop"].setChecked(True)
    press(chosen, qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: chosen.player.voice is not None and chosen.player.voice.remaining > RATE)
    output.pull(0.45)
    assert chosen.player.position == pytest.approx(0.55, abs=0.001)


def test_a_region_marked_while_it_plays_is_what_plays_then(chosen, output, qtbot):
    chosen.actions["loop"].setChecked(True)
    press(chosen, qtbot, Qt.Key.Key_Space)
    sounds(chosen, qtbot)
    chosen.window.transport.waveform.set_region((0.5, 0.6))
    qtbot.waitUntil(lambda: 0.49 < chosen.player.position < 0.61)
    for _ in range(20):
        output.pull(0.05)
        qtbot.wait(2)
        assert 0.49 < chosen.player.position < 0.61
    chosen.window.transport.waveform.set_region(None)
    qtbot.waitUntil(lambda: chosen.player._part is None)
    sounds(chosen, qtbot)


def test_outside_the_region_a_click_plays_on_to_the_end(chosen, output, qtbot):
    chosen.window.transport.waveform.set_region((0.2, 0.3))
    chosen.window.transport.waveform.sought.emit(0.5)
    sounds(chosen, qtbot)
    output.pull(0.4)
    assert chosen.player.position == pytest.approx(0.9, abs=0.01)


def test_devices_are_offered_and_one_that_is_away_is_named(chosen, output, qtbot):
    choice = chosen.window.transport.controls.output
    rows = menu_rows(choice)
    assert list(rows) == ["As the system has it", "Speakers", "Headphones"]
    rows["Headphones"].trigger()
    assert output.device == "phones"
    assert "Headphones" in choice.toolTip()
    output.devices.pop()
    output.switch("speakers")
    assert choice.property("altered") is True
    assert "phones (not connected)" in menu_rows(choice)
    output.devices.clear()
    output.switch("")
    press(chosen, qtbot, Qt.Key.Key_Space)
    assert chosen.player.playing is None
    assert "no sound device" in chosen.window.status_line.text()


def test_a_sound_that_was_listened_to_is_noted_by_the_library(chosen, output, qtbot):
    assert chosen.session.library.recently_played() == []
    press(chosen, qtbot, Qt.Key.Key_Space)
    sounds(chosen, qtbot)
    output.pull(1.3)
    qtbot.waitUntil(lambda: chosen.player.playing is None)
    library = chosen.session.library
    qtbot.waitUntil(lambda: [clip.name for clip, _ in library.recently_played()] == ["door knock.wav"])


def test_the_meter_shows_peaks_holds_them_and_comes_to_rest(qtbot):
    levels = [(0.5, 0.25)]
    meter = LevelMeter(lambda: levels[0])
    qtbot.addWidget(meter)
    meter.set_running(True)
    qtbot.waitUntil(lambda: meter.held > FLOOR)
    assert meter.figure() == "−6.0"
    levels[0] = (0.0, 0.0)
    meter.set_running(False)
    assert meter.held == pytest.approx(-6.0, abs=0.1)
    qtbot.waitUntil(lambda: not meter._timer.isActive(), timeout=10_000)
    assert meter.figure() == "−∞"


def test_decibels():
    assert decibels(1.0) == 0.0
    assert decibels(0.0) == FLOOR
    assert (decibel_text(0.0), decibel_text(3.0), decibel_text(-12.0)) == ("0 dB", "+3 dB", "−12 dB")
    assert (speed_text(0.5), semitone_text(-12.0), semitone_text(4.98045), semitone_text(0.0)) == (
        "0.50×",
        "−12 st",
        "+5 st",
        "0 st",
    )
