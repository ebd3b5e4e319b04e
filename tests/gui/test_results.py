from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from wavlink_desktop.gui.results import Column, ResultsModel, sort_hits
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.wording import clock, format_summary, size, time_left
from wavlink_desktop.library.records import Clip, Tag
from wavlink_desktop.search.hits import Hit


def make_hit(number, name=None, duration=5.0, start=0.0, end=None):
    path = Path("/sounds") / (name or f"clip {number}.wav")
    clip = Clip(
        number, path, path.name, path.parent, 1000, 0.0, duration, 48_000, 2, 24, "WAV", "", embedded=True, online=True
    )
    return Hit(number, clip, start, duration if end is None else end, 1 / number, "meaning")


def texts(model, row):
    return [model.data(model.index(row, column)) for column in Column]


def test_a_row_says_what_it_is(qapp):
    model = ResultsModel()
    model.set_hits([make_hit(2, "thunder.wav", 95.0, 40.0, 50.0)], ranked=True)
    model.set_tags({2: [Tag("ucs", "WEATHER", 0.9, "sound")]})
    assert texts(model, 0) == ["thunder.wav", "0:40.0 – 0:50.0", "1:35.0", "WAV 48k/24 · 2ch", "WEATHER", "sound"]


def test_a_mere_list_has_no_best_moment(qapp):
    model = ResultsModel()
    model.set_hits([make_hit(1, "thunder.wav", 95.0, 40.0, 50.0)], ranked=False)
    assert texts(model, 0)[Column.MOMENT] == texts(model, 0)[Column.MATCH] == ""


def test_tags_are_asked_for_once_and_only_for_what_is_looked_at(qtbot):
    model = ResultsModel()
    model.set_hits([make_hit(number) for number in range(1, 1000)], ranked=True)
    with qtbot.waitSignal(model.tags_wanted) as wanted:
        for row in (3, 4, 3):
            model.data(model.index(row, Column.TAGS))
    assert sorted(wanted.args[0]) == [4, 5]


def test_sorting(qapp):
    hits = [make_hit(1, "b.wav", 3.0), make_hit(2, "A.wav", 9.0), make_hit(3, "c.wav", 3.0)]
    assert [hit.rank for hit in sort_hits(hits, Column.NAME, False)] == [2, 1, 3]
    assert [hit.rank for hit in sort_hits(hits, Column.DURATION, False)] == [1, 3, 2]
    assert [hit.rank for hit in sort_hits(hits, Column.MATCH, True)] == [1, 2, 3]


@pytest.fixture
def view(qtbot):
    view = ResultsView(ResultsModel())
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    return view


def test_selection_stays_with_its_clips_and_is_not_auditioned_again(view, qtbot):
    view.show_hits([make_hit(number) for number in range(1, 50)], True, False)
    view.go_to(10)
    auditioned = []
    view.auditioned.connect(auditioned.append)
    view.show_hits([make_hit(number) for number in range(49, 0, -1)], True, True)
    assert view.current_hit().clip.id == 11
    assert [hit.clip.id for hit in view.selected_hits()] == [11]
    assert auditioned == []


def test_a_clip_that_is_gone_is_not_selected(view):
    view.show_hits([make_hit(1), make_hit(2)], True, False)
    view.go_to(1)
    view.show_hits([make_hit(1)], True, True)
    assert view.selected_hits() == []


def test_control_click_selects_silently(view, qtbot):
    view.show_hits([make_hit(number) for number in range(1, 50)], True, False)
    auditioned = []
    view.auditioned.connect(lambda hit: auditioned.append(hit.clip.id))

    def click(row, modifier=Qt.KeyboardModifier.NoModifier):
        place = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    click(2)
    click(5, Qt.KeyboardModifier.ControlModifier)
    assert auditioned == [3]
    assert [hit.clip.id for hit in view.selected_hits()] == [3, 6]


def test_home_and_end_go_through_the_list(view, qtbot):
    view.show_hits([make_hit(number) for number in range(1, 5000)], True, False)
    view.go_to(7)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_hit().clip.id == 4999
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_hit().clip.id == 1


def test_selecting_everything_leaves_the_header_alone(view):
    view.show_hits([make_hit(number) for number in range(1, 5000)], True, False)
    view.selectAll()
    assert len(view.selected_hits()) == 4999
    assert view.horizontalHeader().selectionModel().selection().isEmpty()


def test_figures():
    assert [clock(s) for s in (0, 4.26, 59.96, 751, 3723.5)] == ["0:00.0", "0:04.3", "1:00.0", "12:31.0", "1:02:03.5"]
    assert [size(n) for n in (999, 31_200, 4_100_000)] == ["999 bytes", "31 kB", "4.1 MB"]
    assert [time_left(s) for s in (0.2, 42, 200, 4800)] == ["1 s", "42 s", "3 min", "1 h 20 min"]
    assert format_summary(make_hit(1).clip) == "WAV 48k/24 · 2ch"
