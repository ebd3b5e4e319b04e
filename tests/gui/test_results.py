import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from wavlink_desktop.gui.columns import COLUMNS, section
from wavlink_desktop.gui.paging import PAGE, read_pages
from wavlink_desktop.gui.results import ResultsModel
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.tasks import wait_for_tasks
from wavlink_desktop.gui.wording import clock, format_summary, size, time_left
from wavlink_desktop.library.records import Clip, Tag
from wavlink_desktop.search.answer import Answer, Ranking, Row
from wavlink_desktop.search.hits import Hit


@pytest.fixture(autouse=True)
def nothing_under_way():
    """A page that is still on its way finds its model gone when the test is over."""
    yield
    wait_for_tasks()


def make_hit(number, name=None, duration=5.0, start=0.0, end=None):
    path = Path("/sounds") / (name or f"clip {number}.wav")
    clip = Clip(
        number, path, path.name, path.parent, 1000, 0.0, duration, 48_000, 2, 24, "WAV", "", embedded=True, online=True
    )
    return Hit(number, clip, start, duration if end is None else end, 1 / number, "meaning")


def make_answer(ids, ranked=True):
    ids = np.array(list(ids), np.int64)
    whole = np.full(len(ids), np.nan)
    ranking = Ranking(np.arange(1, len(ids) + 1), whole, whole, whole, np.zeros(len(ids), np.uint8))
    return Answer(ids, ranking if ranked else None)


class Shelf:
    """Where rows come from; counts what is read."""

    def __init__(self, *special):
        self.special = {row.hit.clip.id: row for row in special}
        self.read = []
        self.open = threading.Event()
        self.open.set()

    def __call__(self, answer, rows):
        self.open.wait(10)
        ids = answer.ids[rows].tolist()
        self.read.append(ids)
        return [self.special.get(number) or Row(make_hit(number), ()) for number in ids]


def texts(model, row):
    return [model.data(model.index(row, column)) for column in range(len(COLUMNS))]


THUNDER = Row(make_hit(2, "thunder.wav", 95.0, 40.0, 50.0), [Tag("ucs", "WEATHER", 0.9, "sound")], 3, True)


def shown(ranked):
    model, answer, shelf = ResultsModel(), make_answer([2], ranked), Shelf(THUNDER)
    model.show_answer(answer, shelf, read_pages(answer, shelf, [0]))
    return dict(zip((column.key for column in COLUMNS), texts(model, 0), strict=True))


def test_a_row_says_what_it_is(qapp):
    expected = {
        "name": "thunder.wav",
        "moment": "0:40.0 – 0:50.0",
        "duration": "1:35.0",
        "format": "WAV 48k/24 · 2ch",
        "tags": "WEATHER",
        "match": "sound",
        "rating": "★★★♥",
    }
    assert expected.items() <= shown(ranked=True).items()


def test_a_mere_list_has_no_best_moment(qapp):
    row = shown(ranked=False)
    assert row["moment"] == row["match"] == ""


def test_rows_are_read_when_they_are_looked_at_and_only_then(qtbot):
    model, shelf = ResultsModel(), Shelf()
    model.show_answer(make_answer(range(1, 1_000_001)), shelf, {})
    assert texts(model, 500_000)[0] is None
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert texts(model, 500_000)[0] == "clip 500001.wav"
    texts(model, 500_001)
    assert sum(map(len, shelf.read)) == PAGE


def test_a_fast_scroll_reads_where_it_ends_not_all_that_it_passed(qtbot):
    model, shelf = ResultsModel(), Shelf()
    model.show_answer(make_answer(range(1, 100_001)), shelf, {})
    shelf.open.clear()
    texts(model, 0)
    qtbot.wait(20)
    for row in range(0, 100_000, PAGE):
        texts(model, row)
    shelf.open.set()
    last = 100_000 - PAGE
    qtbot.waitUntil(lambda: texts(model, last)[0] is not None)
    assert len(shelf.read) < 10


def test_rows_of_an_older_answer_never_show(qtbot):
    model, shelf = ResultsModel(), Shelf()
    model.show_answer(make_answer(range(1, 50)), shelf, {})
    shelf.open.clear()
    texts(model, 0)
    qtbot.wait(20)
    model.show_answer(make_answer(range(101, 150)), shelf, {})
    texts(model, 0)
    shelf.open.set()
    qtbot.waitUntil(lambda: texts(model, 0)[0] is not None)
    assert texts(model, 0)[0] == "clip 101.wav"


def test_a_clip_that_vanished_is_an_empty_row(qtbot):
    model = ResultsModel()
    model.show_answer(make_answer([1]), lambda answer, rows: [None], {0: [None]})
    assert texts(model, 0)[0] is None
    assert model.hit(0) is None


@pytest.fixture
def view(qtbot):
    view = ResultsView(ResultsModel())
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.shelf = Shelf()
    return view


def show(view, ids, keep_place=False, ranked=True):
    view.show_answer(make_answer(ids, ranked), view.shelf, {}, keep_place)


def test_selection_stays_with_its_clips_and_is_not_auditioned_again(view, qtbot):
    show(view, range(1, 50))
    view.go_to(10)
    auditioned = []
    view.auditioned.connect(auditioned.append)
    show(view, range(49, 0, -1), keep_place=True)
    assert view.current_hit().clip.id == 11
    assert [hit.clip.id for hit in view.selected_hits()] == [11]
    assert auditioned == []


def test_a_selection_of_several_stretches_stays_too(view):
    show(view, range(1, 1000))
    view.go_to(3)
    for row in (4, 5, 100):
        view.selectionModel().select(
            view.model().index(row, 0),
            view.selectionModel().SelectionFlag.Select | view.selectionModel().SelectionFlag.Rows,
        )
    show(view, range(999, 0, -1))
    assert view.selected_ids().tolist() == [101, 6, 5, 4]


def test_what_was_selected_without_going_to_a_row_stays_selected(view):
    show(view, range(1, 50))
    view.selectAll()
    show(view, range(49, 0, -1))
    assert len(view.selected_ids()) == 49


def test_an_unchanged_list_keeps_everything_as_it_was(view):
    show(view, range(1, 1_000_001), ranked=False)
    view.go_to(0)
    view.selectAll()
    view.verticalScrollBar().setValue(5_000)
    view.shelf.special[2] = THUNDER
    show(view, range(1, 1_000_001), ranked=False, keep_place=True)
    assert len(view.selected_ids()) == 1_000_000
    assert view.verticalScrollBar().value() == 5_000
    assert view.model().hit(1).clip.name == "thunder.wav"


def test_a_clip_that_is_gone_is_not_selected(view):
    show(view, [1, 2])
    view.go_to(1)
    show(view, [1], keep_place=True)
    assert view.selected_hits() == []
    assert view.selected_ids().tolist() == []


def test_control_click_selects_silently(view, qtbot):
    show(view, range(1, 50))
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
    show(view, range(1, 5000))
    view.go_to(7)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_hit().clip.id == 4999
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_hit().clip.id == 1


def test_selecting_everything_leaves_the_header_alone_and_reads_nothing(view):
    show(view, range(1, 1_000_001))
    view.selectAll()
    assert view.selected_ids().tolist() == list(range(1, 1_000_001))
    assert view.horizontalHeader().selectionModel().selection().isEmpty()
    assert sum(map(len, view.shelf.read)) < 10 * PAGE


def test_columns_are_found_by_their_key():
    assert COLUMNS[section("duration")].title == "Duration"


def test_figures():
    assert [clock(s) for s in (0, 4.26, 59.96, 751, 3723.5)] == ["0:00.0", "0:04.3", "1:00.0", "12:31.0", "1:02:03.5"]
    assert [size(n) for n in (999, 31_200, 4_100_000)] == ["999 bytes", "31 kB", "4.1 MB"]
    assert [time_left(s) for s in (0.2, 42, 200, 4800)] == ["1 s", "42 s", "3 min", "1 h 20 min"]
    assert format_summary(make_hit(1).clip) == "WAV 48k/24 · 2ch"


def test_names_have_room_before_other_columns(qtbot):
    model = ResultsModel()
    view = ResultsView(model)
    qtbot.addWidget(view)
    view.resize(1400, 300)
    view.show()

    def hidden():
        return [column.key for at, column in enumerate(COLUMNS) if view.isColumnHidden(at)]

    assert hidden() == ["moment", "match"]
    view.resize(620, 300)
    assert hidden() == ["moment", "match", "rating"]
    view.resize(460, 300)
    assert hidden() == ["moment", "format", "match", "rating"]
    assert view.columnWidth(0) > 120
    view.resize(1400, 300)
    assert hidden() == ["moment", "match"]
