from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from wavlink_desktop.audio import Marker, Peaks, Spectrum
from wavlink_desktop.gui.sound_layout import Mode
from wavlink_desktop.gui.waveform import Waveform
from wavlink_desktop.library.records import Clip, Region

CLIP = Clip(
    1, Path("/a.wav"), "a.wav", Path("/"), 9, 1.0, 100.0, 48_000, 1, 16, "WAV", "", embedded=True, online=True
)  # fmt: skip
LOUD = np.full((2000, 1), 32767, np.int16)


@pytest.fixture
def waveform(qtbot):
    made = Waveform()
    qtbot.addWidget(made)
    made.resize(1000, 150)
    made.show_clip(CLIP, None)
    made.set_peaks(Peaks(-LOUD, LOUD, 2400, 48_000))
    made.show()
    qtbot.waitExposed(made)
    made.grab()
    return made


def mouse(waveform, kind, x, y=40.0, button=Qt.MouseButton.LeftButton, modifiers=Qt.KeyboardModifier.NoModifier):
    where = QPointF(x, y)
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    QApplication.sendEvent(waveform, QMouseEvent(kind, where, waveform.mapToGlobal(where), button, held, modifiers))


def drag(waveform, *places):
    mouse(waveform, QEvent.Type.MouseButtonPress, places[0])
    for place in places[1:]:
        mouse(waveform, QEvent.Type.MouseMove, place)
    mouse(waveform, QEvent.Type.MouseButtonRelease, places[-1])


def wheel(waveform, x, turned, modifiers=Qt.KeyboardModifier.NoModifier):
    where = QPointF(x, 40)
    nothing, buttons, phase = QPoint(), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(
        waveform, QWheelEvent(where, waveform.mapToGlobal(where), nothing, turned, buttons, modifiers, phase, False)
    )


def columns_in(waveform, role, row=30):
    image = waveform.grab().toImage()
    wanted = waveform.palette().color(role)
    # Without the frame of the focus.
    return [x for x in range(1, image.width() - 1) if image.pixelColor(x, row) == wanted]


def test_the_best_moment_is_marked(waveform):
    waveform.show_clip(CLIP, (40.0, 50.0))
    marked = columns_in(waveform, waveform.palette().ColorRole.Accent)
    assert min(marked) >= 398 and max(marked) <= 502 and len(marked) > 90


def test_a_click_plays_from_there(waveform, qtbot):
    with qtbot.waitSignal(waveform.sought) as sought:
        qtbot.mouseClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(250, 30))
    assert sought.args[0] == pytest.approx(25.0, abs=0.2)
    assert waveform.region is None


def test_a_drag_marks_a_region_and_plays_nothing(waveform, qtbot):
    with qtbot.assertNotEmitted(waveform.sought), qtbot.waitSignal(waveform.region_changed):
        drag(waveform, 300, 330, 200)
    assert waveform.region == pytest.approx((20.0, 30.0))
    assert "region from 0:20.0 to 0:30.0" in waveform.accessibleDescription()


def test_edges_of_a_region_can_be_moved(waveform):
    waveform.set_region((20.0, 30.0))
    drag(waveform, 301, 350, 400)
    assert waveform.region == pytest.approx((20.0, 40.0))
    drag(waveform, 199, 300, 450)  # past the other edge: they change places
    assert waveform.region == pytest.approx((40.0, 45.0))


def test_a_region_is_dragged_out_but_not_by_a_tremble(waveform, qtbot):
    waveform.set_region((20.0, 40.0))
    with qtbot.assertNotEmitted(waveform.region_dragged), qtbot.waitSignal(waveform.sought):
        drag(waveform, 300, 302)
    with qtbot.waitSignal(waveform.region_dragged):
        drag(waveform, 300, 320, 360)
    assert waveform.region == (20.0, 40.0)


def test_a_double_click_clears_the_region(waveform, qtbot):
    waveform.set_region((20.0, 40.0))
    qtbot.mouseDClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(700, 30))
    assert waveform.region is None


def test_shift_and_a_click_extend_the_region(waveform):
    waveform.set_region((20.0, 40.0))
    shift = Qt.KeyboardModifier.ShiftModifier
    mouse(waveform, QEvent.Type.MouseButtonPress, 600, modifiers=shift)
    mouse(waveform, QEvent.Type.MouseButtonRelease, 600, modifiers=shift)
    assert waveform.region == pytest.approx((20.0, 60.0))


def test_the_wheel_zooms_at_the_pointer_and_pans_with_shift(waveform):
    wheel(waveform, 250, QPoint(0, 120))
    assert waveform.axis.span < 90 and waveform.axis.x(25.0) == pytest.approx(250)
    start = waveform.axis.start
    wheel(waveform, 250, QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier)
    assert waveform.axis.start > start
    wheel(waveform, 250, QPoint(120, 0))  # a touchpad, sideways
    assert waveform.axis.start == pytest.approx(start)
    for _ in range(5):
        wheel(waveform, 900, QPoint(0, -120))
    assert not waveform.axis.zoomed


def test_the_keyboard_does_it_all(waveform, qtbot):
    with qtbot.waitSignal(waveform.sought) as sought:
        qtbot.keyClick(waveform, Qt.Key.Key_Right)
    assert sought.args == [5.0]
    qtbot.keyClick(waveform, Qt.Key.Key_Up)
    assert waveform.axis.span == pytest.approx(100 / 1.5) and waveform.axis.sees(5.0)
    start = waveform.axis.start
    qtbot.keyClick(waveform, Qt.Key.Key_PageDown)
    assert waveform.axis.start > start
    with qtbot.waitSignal(waveform.sought) as sought:
        qtbot.keyClick(waveform, Qt.Key.Key_Home)
    assert sought.args == [0.0] and waveform.axis.sees(0.0)


def test_the_view_follows_the_playhead_page_by_page_unless_one_looks_elsewhere(waveform):
    waveform.show_span(10.0, 20.0)
    waveform.set_position(15.0)
    shown = (waveform.axis.start, waveform.axis.end)
    waveform.set_position(19.0)
    assert (waveform.axis.start, waveform.axis.end) == shown
    waveform.set_position(25.0)
    assert waveform.axis.sees(25.0) and waveform.axis.x(25.0) < 100
    waveform.show_span(60.0, 70.0)
    waveform.set_position(25.1)
    assert waveform.axis.sees(65.0)
    waveform.set_position(65.0)
    waveform.set_position(75.0)
    assert waveform.axis.sees(75.0)


def test_while_it_plays_the_picture_is_not_painted_again(waveform):
    waveform.set_position(15.0)
    waveform.grab()
    layer = waveform._layer
    for step in range(60):
        waveform.set_position(15.0 + step / 60)
        waveform.grab()
    assert waveform._layer is layer


def test_the_playhead_is_seen_where_it_is(waveform):
    waveform.set_position(60.0)
    assert columns_in(waveform, waveform.palette().ColorRole.BrightText)[0] == pytest.approx(600, abs=2)


def test_finer_peaks_are_asked_for_once_what_is_in_sight_rests(waveform, qtbot):
    with qtbot.waitSignal(waveform.stretch_wanted) as wanted:
        for span in (50.0, 10.0, 0.5):
            waveform.axis.show(50.0, 50.0 + span)
            waveform.zoom(1.0)
    stretch = wanted.args[0]
    assert (stretch.start, stretch.end) == (50.0, 50.5) and stretch.finer_peaks and not stretch.spectrum
    samples = np.zeros((48_000, 1), np.int16)
    waveform.set_close_peaks(Peaks(samples, samples, 1, 48_000, first=round(49.75 * 48_000)))
    with qtbot.waitSignal(waveform.stretch_wanted) as wanted:
        waveform.zoom(1.0)
    assert not wanted.args[0].finer_peaks


def test_the_spectrogram_tells_what_is_under_the_pointer(waveform, qtbot):
    waveform.set_mode(Mode.SPECTROGRAM)
    with qtbot.waitSignal(waveform.stretch_wanted) as wanted:
        waveform.want_stretch()
    assert wanted.args[0].spectrum and not wanted.args[0].closer_spectrum
    waveform.set_spectrum(Spectrum(np.full((384, 100), 255, np.uint8), 0.0, 100.0, 24_000))
    waveform.grab()
    text = waveform._hover_text(QPointF(500, waveform._layout.spectrogram.bottom() - 1))
    assert text.startswith("0:50.0 · ") and text.endswith(" Hz · 0 dB")


def test_heat_becomes_matches(waveform):
    waveform.set_heat([(10.0 * k, 10.0 * k + 10, 0.9 if k in (2, 3, 7) else 0.1) for k in range(10)])
    assert [(start, end) for start, end, _ in waveform.matches] == [(20.0, 40.0), (70.0, 80.0)]
    assert "2 matches" in waveform.accessibleDescription()
    accent = waveform.palette().ColorRole.Accent
    row = int(waveform._layout.heat.bottom()) - 3
    hot = columns_in(waveform, accent, row)
    assert {x // 100 for x in hot} == {2, 3, 7}


def test_flags_and_bands_lead_to_what_they_name(waveform, qtbot):
    waveform.set_markers([Marker(10.0, None, ("Slam",)), Marker(50.0, 60.0, ("Creak",))])
    waveform.set_tagged([Region("ucs", "RAIN", 70.0, 90.0, 0.8)])
    waveform.grab()
    flags, bands = waveform._layout.flags, waveform._layout.bands
    with qtbot.waitSignal(waveform.sought) as sought:
        qtbot.mouseClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(115, int(flags.center().y())))
    assert sought.args == [10.0]
    qtbot.mouseDClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(550, int(flags.center().y())))
    assert waveform.region == (50.0, 60.0)
    qtbot.mouseDClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(800, int(bands.center().y())))
    assert waveform.region == (70.0, 90.0)


def test_the_overview_moves_what_is_in_sight(waveform, qtbot):
    waveform.show_span(10.0, 20.0)
    waveform.grab()
    y = int(waveform._layout.overview.center().y())
    with qtbot.assertNotEmitted(waveform.sought):
        qtbot.mouseClick(waveform, Qt.MouseButton.LeftButton, pos=QPoint(800, y))
    assert waveform.axis.sees(80.0) and waveform.region is None


def test_another_best_moment_of_the_same_clip_leaves_zoom_and_region(waveform):
    waveform.set_region((20.0, 30.0))
    waveform.show_span(20.0, 30.0)
    waveform.show_clip(CLIP, (40.0, 50.0))
    assert waveform.region == (20.0, 30.0) and waveform.axis.zoomed
    waveform.show_clip(replace(CLIP, path=Path("/b.wav")), None)
    assert waveform.region is None and not waveform.axis.zoomed


@pytest.mark.parametrize("mode", list(Mode))
def test_every_picture_has_its_room(waveform, mode):
    waveform.set_mode(mode)
    waveform.set_markers([Marker(10.0, None, ())])
    waveform.set_tagged([Region("ucs", "RAIN", 70.0, 90.0, 0.8)])
    waveform.show_span(10.0, 60.0)
    for height in (72, 120, 400):
        waveform.resize(900, height)
        waveform.grab()
        layout = waveform._layout
        parts = [layout.flags, layout.waveform, layout.spectrogram, layout.bands, layout.heat, layout.overview]
        parts = sorted([part for part in [*parts, layout.ruler] if not part.isEmpty()], key=lambda part: part.top())
        assert all(lower.top() >= upper.bottom() - 0.01 for upper, lower in pairwise(parts))
        assert parts[-1].bottom() <= height and layout.picture.height() >= 30
