"""The map's widget by hand: real events on a few points whose places are known."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.gui.test_mapping import point_at
from wavlink_desktop.gui.map_cloud import Cloud
from wavlink_desktop.gui.map_colours import assign
from wavlink_desktop.gui.map_labels import Regions
from wavlink_desktop.gui.map_note import place
from wavlink_desktop.gui.map_page import MapPage
from wavlink_desktop.gui.map_picture import BEST, DIMMED, LIT
from wavlink_desktop.gui.map_view import MapView
from wavlink_desktop.mapping import Map

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot):
    """A cross of five: middle 10, right 11, left 12, below 13, above 14."""
    places = np.array([[0, 0], [10, 0], [-10, 0], [0, 6], [0, -6]], np.float32)
    ids = np.arange(10, 15)
    view = MapView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    cloud = Cloud(Map(ids, places, np.array([1, 2, 2, 1, 0], np.int32), ("", "Doors", "Birds")))
    view.set_cloud(cloud, Regions(cloud), assign(cloud.categories, cloud.places, 3))
    return view


def at(view: MapView, clip_id: int) -> QPoint:
    row = view.cloud.row_of(clip_id)
    return QPointF(*view.camera.to_view(*map(float, view.cloud.places[row]))).toPoint()


def ids(view: MapView) -> set[int]:
    return set(view.selected_ids().tolist())


def drag(qtbot, view: MapView, corners: list[QPoint], modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.mousePress(view, LEFT, modifier, corners[0])
    for corner in corners[1:]:
        qtbot.mouseMove(view, corner)
    qtbot.mouseRelease(view, LEFT, modifier, corners[-1])


def around(*points: QPoint, by: int = 25) -> list[QPoint]:
    left, right = min(p.x() for p in points) - by, max(p.x() for p in points) + by
    top, bottom = min(p.y() for p in points) - by, max(p.y() for p in points) + by
    corners = [QPoint(left, top), QPoint(right, top), QPoint(right, bottom), QPoint(left, bottom), QPoint(left, top)]
    return [corners[0], corners[0] + QPoint(5, 0), *corners[1:]]


def test_a_click_chooses_and_sounds(view, qtbot):
    with qtbot.waitSignal(view.picked) as picked:
        qtbot.mouseClick(view, LEFT, pos=at(view, 11))
    row, heard = picked.args
    assert view.cloud.ids[row] == 11
    assert heard
    assert ids(view) == {11}
    assert view.current == row


def test_a_click_beside_all_lets_go_of_what_is_selected(view, qtbot):
    qtbot.mouseClick(view, LEFT, pos=at(view, 11))
    with qtbot.waitSignal(view.selection_changed):
        qtbot.mouseClick(view, LEFT, pos=at(view, 11) + QPoint(0, 60))
    assert ids(view) == set()


def test_ctrl_click_selects_silently(view, qtbot):
    qtbot.mouseClick(view, LEFT, pos=at(view, 11))
    with qtbot.assertNotEmitted(view.picked):
        qtbot.mouseClick(view, LEFT, CONTROL, at(view, 12))
        qtbot.mouseClick(view, LEFT, CONTROL, at(view, 13))
        qtbot.mouseClick(view, LEFT, CONTROL, at(view, 12))
    assert ids(view) == {11, 13}


def test_a_drag_moves_the_map_and_chooses_nothing(view, qtbot):
    before, start = at(view, 10), at(view, 10)
    with qtbot.assertNotEmitted(view.picked):
        drag(qtbot, view, [start, start + QPoint(10, 0), start + QPoint(50, 30)])
    assert (at(view, 10) - before).manhattanLength() == pytest.approx(80, abs=2)
    assert ids(view) == set()


def test_ctrl_and_drag_draws_around_points_and_shift_adds(view, qtbot):
    with qtbot.waitSignal(view.selection_changed):
        drag(qtbot, view, around(at(view, 10), at(view, 13)), CONTROL)
    assert ids(view) == {10, 13}
    drag(qtbot, view, around(at(view, 11)), CONTROL | SHIFT)
    assert ids(view) == {10, 11, 13}
    drag(qtbot, view, around(at(view, 12)), CONTROL)
    assert ids(view) == {12}


def test_with_the_lasso_in_hand_a_plain_drag_draws(view, qtbot):
    view.lassoing = True
    drag(qtbot, view, around(at(view, 14)))
    assert ids(view) == {14}


def test_what_the_search_left_dark_is_not_caught_with_the_rest(view, qtbot):
    levels = np.full(5, LIT, np.uint8)
    levels[view.cloud.row_of(10)] = DIMMED
    view.set_levels(levels)
    drag(qtbot, view, around(at(view, 10), at(view, 13)), CONTROL)
    assert ids(view) == {13}


@pytest.mark.parametrize(("key", "found"), [("Right", 11), ("Left", 12), ("Down", 13), ("Up", 14)])
def test_arrows_go_to_the_next_point_in_their_direction(view, qtbot, key, found):
    qtbot.mouseClick(view, LEFT, pos=at(view, 10))
    with qtbot.waitSignal(view.picked):
        qtbot.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
    assert view.cloud.ids[view.current] == found


def test_the_first_arrow_begins_in_the_middle_among_what_is_lit(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.cloud.ids[view.current] == 10
    view.set_current(None)
    levels = np.full(5, DIMMED, np.uint8)
    levels[view.cloud.row_of(14)] = LIT
    view.set_levels(levels)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.cloud.ids[view.current] == 14


def test_the_wheel_zooms_at_the_pointer_and_f_shows_all_again(view, qtbot):
    whole, before = view.camera.scale, at(view, 11)
    where, nowhere = QPointF(before), QPoint()
    event = QWheelEvent(
        where, where, nowhere, QPoint(0, 480), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert view.camera.scale > 2 * whole
    assert (at(view, 11) - before).manhattanLength() <= 2
    assert not view.rect().contains(at(view, 12))
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert view.camera.scale == pytest.approx(whole)
    assert view.rect().contains(at(view, 12))


def test_zooming_has_an_end_on_both_sides(view):
    for _ in range(200):
        view.zoom(2)
    closest = view.camera.scale
    for _ in range(200):
        view.zoom(0.5)
    assert np.isfinite(closest)
    assert 0 < view.camera.scale < closest


def test_only_a_pointer_that_rests_is_answered(view, qtbot):
    rested = []
    view.rested.connect(rested.append)
    qtbot.mouseMove(view, at(view, 11))
    qtbot.mouseMove(view, at(view, 11) + QPoint(0, 60))
    qtbot.wait(250)
    assert [row for row in rested if row >= 0] == []
    with qtbot.waitSignal(view.rested, check_params_cb=lambda row: row >= 0):
        qtbot.mouseMove(view, at(view, 12))
    assert view.cloud.ids[rested[-1]] == 12
    with qtbot.waitSignal(view.rested, check_params_cb=lambda row: row == -1):
        qtbot.mouseMove(view, at(view, 12) + QPoint(0, 60))


def test_a_pointer_stays_on_its_point_until_that_lies_elsewhere(view, qtbot):
    places = np.array([[0, 0], [-10, 0], [10, 0], [0, 6], [0, -6]], np.float32)

    def show(ids: list[int], places: np.ndarray) -> None:
        cloud = Cloud(Map(np.array(ids), places, np.zeros(len(ids), np.int32), ("",)))
        view.set_cloud(cloud, Regions(cloud), assign(cloud.categories, cloud.places, 1))

    with qtbot.waitSignal(view.rested) as rested:
        point_at(view, at(view, 12))
    assert view.cloud.ids[rested.args[0]] == 12
    with qtbot.waitSignal(view.rested, check_params_cb=lambda row: row == 1):  # nobody has said yet what it is
        show([10, 12, 13, 14], places[[0, 1, 3, 4]])
    view.set_note("twelve", "")
    with qtbot.assertNotEmitted(view.rested, wait=200):
        show([10, 11, 12, 13, 14], places[[0, 2, 1, 3, 4]])
    assert view.cloud.ids[view.hovered] == 12
    assert view._note[0] == "twelve"
    with qtbot.waitSignal(view.rested, check_params_cb=lambda row: row == -1):
        show([10, 11, 12, 13, 14], places)
    assert view.hovered is None
    assert view._note == ("", "")


def test_points_are_drawn_in_the_colour_of_their_category_and_dimmed_by_the_search(view, qtbot):
    def colour(clip_id: int) -> QColor:
        return view.grab().toImage().pixelColor(at(view, clip_id))

    def strength(clip_id: int) -> float:
        base = view.palette().base().color()
        seen = colour(clip_id)
        return abs(seen.red() - base.red()) + abs(seen.green() - base.green()) + abs(seen.blue() - base.blue())

    assert colour(12) == colour(11) == view.look.colours[2]
    assert colour(14) == view.look.colours[0] != colour(11)
    before = strength(12)
    levels = np.full(5, DIMMED, np.uint8)
    levels[view.cloud.row_of(11)] = BEST
    view.set_levels(levels)
    assert strength(12) < 0.3 * before
    assert colour(11) == view.look.colours[2]


def test_another_map_keeps_what_is_chosen(view, qtbot):
    qtbot.mouseClick(view, LEFT, pos=at(view, 12))
    places = np.array([[3, 3], [1, 1], [0, 5]], np.float32)
    cloud = Cloud(Map(np.array([3, 12, 40]), places, np.zeros(3, np.int32), ("",)))
    view.set_cloud(cloud, Regions(cloud), assign(cloud.categories, cloud.places, 1))
    assert ids(view) == {12}
    assert view.cloud.ids[view.current] == 12


def test_a_name_that_the_legend_would_cover_stands_beside_it(qtbot):
    page = MapPage()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    places = np.concatenate([np.zeros((40, 2)), [[-10, -6], [10, 6]]]).astype(np.float32)
    categories = np.array([1] * 40 + [0, 0], np.int32)
    cloud = Cloud(Map(np.arange(42), places, categories, ("", "Doors")))
    page.view.set_cloud(cloud, Regions(cloud), assign(cloud.categories, cloud.places, 2))
    page.show_map()
    name = page.view.look.names[1]
    assert name != page.view.look.colours[1]

    def named() -> list[QPoint]:
        image = page.view.grab().toImage()
        return [QPoint(x, y) for x in range(600) for y in range(image.height()) if image.pixelColor(x, y) == name]

    whole = len(named())
    assert whole
    legend = page.legend
    legend.show_counts(np.array([2, 40]), cloud.names, page.view.look.colours)
    page.place_legend()
    for corner in (legend.geometry().topLeft() + QPoint(-5, 25), legend.geometry().bottomLeft() + QPoint(40, 8)):
        at_x, at_y = page.view.camera.to_view(0, 0)
        page.view.pan(corner.x() - at_x, corner.y() - at_y)  # its right end would be covered, its upper half
        assert len(named()) == whole


def test_the_legend_has_room_for_larger_letters(qapp, qtbot):
    page = MapPage()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    page.show_map()
    page.legend.show_counts(np.array([0, 5, 7]), ("", "Doors", "Birds"), [QColor("red")] * 3)
    page.place_legend()
    before = page.legend.size()
    qapp.scale_text(200)
    try:
        qtbot.waitUntil(lambda: page.legend.width() > before.width() and page.legend.height() > before.height())
        assert page.legend.size() == page.legend.sizeHint()
        assert page.view.rect().contains(page.legend.geometry())
    finally:
        qapp.scale_text(100)


def test_what_is_in_sight_is_counted(view):
    assert view.categories_in_sight().tolist() == [1, 2, 2]
    view.set_current(view.cloud.row_of(11), show=True)
    view.zoom(20, QPointF(at(view, 11)))
    assert view.categories_in_sight().tolist() == [0, 0, 1]


def test_what_is_said_of_a_point_lies_where_it_can_be_seen():
    view, size = QRectF(0, 0, 400, 300), QSizeF(100, 40)
    legend = QRectF(280, 200, 120, 100)

    def corner(x, y, *covered):
        box = place(QPointF(x, y), size, view, covered)
        assert view.contains(box) and not any(box.intersects(each) for each in covered)
        return box.left() > x, box.top() > y

    assert corner(50, 50) == (True, True)
    assert corner(390, 50) == (False, True)
    assert corner(50, 290) == (True, False)
    assert corner(390, 290) == (False, False)
    assert corner(260, 230) == (True, True)
    assert corner(260, 230, legend) == (False, True)
    assert corner(290, 190, legend) == (False, True)
