"""The sidebar, by mouse and keys: it searches, collects, rates, and keeps up with the library."""

import shutil
import sys
import time

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox

from wavlink_desktop.gui.browsing import chosen, without_facets
from wavlink_desktop.gui.sidebar import How
from wavlink_desktop.gui.sidebar_model import NODE_ROLE
from wavlink_desktop.gui.tasks import run_quietly
from wavlink_desktop.search.facets import Facet

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Bench:
    """What a user does with a window's sidebar."""

    def __init__(self, desk, qtbot):
        self.desk, self.qtbot = desk, qtbot
        self.sidebar = desk.window.sidebar
        self.library = desk.session.library
        qtbot.waitUntil(lambda: self.entries.facets is not None, timeout=10_000)

    @property
    def entries(self):
        return self.sidebar.entries

    def texts(self, section):
        above = self.entries.index_of(section)
        return [self.entries.index(row, 0, above).data() for row in range(self.entries.rowCount(above))]

    def index(self, *texts):
        found = None
        for text in texts:
            above = self.entries.index_of(text) if found is None else found
            if found is None:
                found = above
                continue
            rows = [self.entries.index(row, 0, above) for row in range(self.entries.rowCount(above))]
            found = next(row for row in rows if row.data() == text)
        return found

    def click(self, *texts, modifiers=NONE, button=Qt.MouseButton.LeftButton):
        index = self.index(*texts)
        for depth in range(1, len(texts)):
            self.sidebar.expand(self.index(*texts[:depth]))
        self.sidebar.scrollTo(index)
        where = self.sidebar.visualRect(index).center()
        QTest.mouseClick(self.sidebar.viewport(), button, modifiers, where)

    def query(self):
        return self.desk.window.search_box.text()

    def shown(self):
        hits = self.desk.window.model
        return {hits.hit(row).clip.name for row in range(len(hits)) if hits.hit(row) is not None}

    def wait_for(self, names):
        self.qtbot.waitUntil(lambda: self.shown() == names, timeout=10_000)

    def choose(self, *names):
        view = self.desk.window.results
        view.clearSelection()
        for row in range(len(self.desk.window.model)):
            if self.desk.window.model.hit(row).clip.name in names:
                view.selectionModel().select(
                    view.model().index(row, 0),
                    view.selectionModel().SelectionFlag.Select | view.selectionModel().SelectionFlag.Rows,
                )
                view.selectionModel().setCurrentIndex(
                    view.model().index(row, 0), view.selectionModel().SelectionFlag.NoUpdate
                )
        view.setFocus()

    def press(self, key, modifiers=NONE):
        QTest.keyClick(self.desk.window.results, key, modifiers)


ALL = {"rain on roof.wav", "thunder.flac", "police siren.wav", "door knock.wav"}


@pytest.fixture
def bench(filled, qtbot):
    filled.auditioning.auto_play = False
    return Bench(filled, qtbot)


def test_it_shows_what_there_is(bench):
    assert bench.texts("library") == [
        "All sounds",
        "Favourites",
        "Recently played",
        "Duplicates",
        "Nearly the same",
        "Problems",
    ]
    assert bench.texts("folders") == ["My sounds"]
    assert bench.texts("collections") == ["Drop sounds here to begin one"]
    spoken = bench.index("folders", "My sounds").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "My sounds, 4 sounds"


def test_a_click_searches_and_another_takes_it_back(bench):
    bench.desk.window.search_box.set_text("-knock")
    bench.click("folders", "My sounds", "Weather")
    assert bench.query().startswith("folder:") and bench.query().endswith("-knock")
    bench.wait_for({"rain on roof.wav", "thunder.flac"})
    assert (
        bench.index("folders", "My sounds", "Weather").data(Qt.ItemDataRole.AccessibleTextRole).endswith("searched for")
    )
    bench.click("folders", "My sounds", "Weather")
    assert bench.query() == "-knock"
    bench.click("folders", "My sounds", "Weather", modifiers=SHIFT)
    bench.wait_for({"police siren.wav"})
    bench.click("library", "All sounds")
    assert bench.query() == "-knock"


def test_control_adds(bench):
    bench.click("form", "Format", "FLAC")
    bench.wait_for({"thunder.flac"})
    bench.click("form", "Format", "WAV", modifiers=CONTROL)
    bench.wait_for(ALL)
    bench.click("form", "Format", "WAV")
    bench.wait_for(ALL - {"thunder.flac"})


@pytest.mark.parametrize(
    ("text", "facet", "how", "after"),
    [
        ("rain", Facet("x", 1, "tag", "=wet street"), How.REPLACE, 'tag:"=wet street" rain'),
        ("tag:dog rain", Facet("x", 1, "tag", "cat"), How.REPLACE, "tag:cat rain"),
        ("tag:dog rain", Facet("x", 1, "tag", "cat"), How.ADD, "tag:cat tag:dog rain"),
        ("tag:cat tag:dog rain", Facet("x", 1, "tag", "cat"), How.ADD, "tag:dog rain"),
        ("tag:cat tag:dog", Facet("x", 1, "tag", "cat"), How.REPLACE, "tag:cat"),
        ("rain", Facet("x", 1, "tag", "cat"), How.EXCLUDE, "-tag:cat rain"),
        ("-tag:cat rain", Facet("x", 1, "tag", "cat"), How.EXCLUDE, "rain"),
        ("rain", Facet("x", None, "", "door duration:<2"), How.REPLACE, "door duration:<2"),
        ("door duration:<2", Facet("x", None, "", "door duration:<2"), How.REPLACE, ""),
        ("wood", Facet("x", None, "", "door"), How.ADD, "door wood"),
    ],
)
def test_what_choosing_writes(text, facet, how, after):
    assert chosen(text, facet, how) == after


def test_all_sounds_keeps_words_and_other_filters():
    assert without_facets('rain folder:"/a b" duration:<5 -tag:dog rating:5 -music') == "rain duration:<5 -music"


def test_stars_by_key_and_undone(bench, qtbot):
    bench.choose("thunder.flac", "police siren.wav")
    bench.press(Qt.Key.Key_4)
    qtbot.waitUntil(lambda: bench.entries.facets.ratings[1].count == 2, timeout=10_000)
    bench.choose("thunder.flac")
    bench.press(Qt.Key.Key_U)
    qtbot.waitUntil(lambda: bench.entries.facets.ratings[1].count == 1, timeout=10_000)
    bench.desk.actions["undo"].trigger()
    qtbot.waitUntil(lambda: bench.entries.facets.ratings[1].count == 2, timeout=10_000)
    bench.click("ratings", "★★★★")
    bench.wait_for({"thunder.flac", "police siren.wav"})
    bench.desk.actions["undo"].trigger()
    bench.wait_for(set())


def test_favourites_by_key(bench, qtbot):
    bench.choose("thunder.flac", "police siren.wav")
    bench.press(Qt.Key.Key_F)
    bench.click("library", "Favourites")
    bench.wait_for({"thunder.flac", "police siren.wav"})
    bench.choose("thunder.flac")
    bench.press(Qt.Key.Key_F)
    bench.wait_for({"police siren.wav"})
    bench.desk.actions["undo"].trigger()
    bench.wait_for({"thunder.flac", "police siren.wav"})


def test_a_new_collection_is_named_at_once(bench, qtbot):
    bench.choose("thunder.flac", "rain on roof.wav")
    bench.desk.actions["new-collection"].trigger()
    qtbot.waitUntil(lambda: bench.sidebar.findChild(QLineEdit, "inPlace") is not None, timeout=10_000)
    line = bench.sidebar.findChild(QLineEdit, "inPlace")
    assert line.text() == "New collection"
    line.selectAll()
    QTest.keyClicks(line, "Storm")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.texts("collections") == ["Storm"], timeout=10_000)
    bench.click("collections", "Storm")
    assert bench.query() == "collection:Storm"
    bench.wait_for({"thunder.flac", "rain on roof.wav"})
    bench.choose("thunder.flac")
    bench.desk.actions["remove-from-collection"].trigger()
    bench.wait_for({"rain on roof.wav"})
    for _ in range(3):
        bench.desk.actions["undo"].trigger()
    qtbot.waitUntil(lambda: bench.library.collections() == [], timeout=10_000)
    for _ in range(3):
        bench.desk.actions["redo"].trigger()
    qtbot.waitUntil(lambda: bench.texts("collections") == ["Storm"], timeout=10_000)


def test_the_menu_of_collections(bench, qtbot):
    bench.library.create_collection("Act one")
    bench.library.save_search("Doors", "door")
    bench.choose("thunder.flac")
    bench.press(Qt.Key.Key_K)
    qtbot.waitUntil(lambda: _menu(bench) is not None, timeout=10_000)
    menu = _menu(bench)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "&1  Act one",
        "&New collection",
    ]
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bench.library.collections()[0].clips == 1, timeout=10_000)


def _menu(bench):
    menus = bench.desk.window.results.findChildren(QMenu)
    return next((menu for menu in menus if menu.isVisible()), None)


def test_a_saved_search_is_in_the_sidebar(bench, qtbot):
    bench.desk.window.search_box.set_text("duration:<1.1")
    bench.wait_for({"police siren.wav"})
    bench.desk.actions["save-search"].trigger()
    qtbot.waitUntil(lambda: bench.sidebar.findChild(QLineEdit, "inPlace") is not None, timeout=10_000)
    QTest.keyClick(bench.sidebar.findChild(QLineEdit, "inPlace"), Qt.Key.Key_Escape)
    bench.desk.window.search_box.clear()
    qtbot.waitUntil(lambda: bench.index("collections", "duration:<1.1").data(NODE_ROLE).count == 1, timeout=10_000)
    bench.click("collections", "duration:<1.1")
    assert bench.query() == "duration:<1.1"
    bench.sidebar.setCurrentIndex(bench.index("collections", "duration:<1.1"))
    bench.sidebar.setFocus()
    QTest.keyClick(bench.sidebar, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bench.library.collections() == [], timeout=10_000)


class _FromResults(QDropEvent):
    """A drop of what is dragged out of the results: only a real drag has a source."""

    def __init__(self, where, mime, source):
        super().__init__(
            QPointF(where), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        self._source = source

    def source(self):
        return self._source


def test_sounds_dropped_on_a_collection(bench, qtbot):
    bench.library.create_collection("Storm")
    bench.desk.session.poll()
    qtbot.waitUntil(lambda: bench.texts("collections") == ["Storm"], timeout=10_000)
    bench.choose("thunder.flac")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/x/thunder.flac")])
    index = bench.index("collections", "Storm")
    bench.sidebar.scrollTo(index)
    where = bench.sidebar.visualRect(index).center()
    bench.sidebar.dropEvent(_FromResults(where, mime, bench.desk.window.results))
    qtbot.waitUntil(lambda: bench.library.collections()[0].clips == 1, timeout=10_000)
    stars = bench.index("ratings", "★★★")
    bench.sidebar.expand(bench.index("ratings"))
    bench.sidebar.scrollTo(bench.index("ratings", "★★★"))
    where = bench.sidebar.visualRect(bench.index("ratings", "★★★")).center()
    bench.sidebar.dropEvent(_FromResults(where, mime, bench.desk.window.results))
    assert stars is not None
    qtbot.waitUntil(lambda: list(bench.library.ratings([c.id for c in bench.library.clips()]).values()) == [3])


def test_it_keeps_up_and_what_is_open_stays_open(bench, qtbot, sounds):
    bench.sidebar.expand(bench.index("ratings"))
    bench.sidebar.collapse(bench.index("collections"))
    clip = bench.library.clips()[0]
    bench.library.set_person_tags(clip.id, ["gorgeous"])
    bench.desk.session.poll()
    qtbot.waitUntil(lambda: bench.texts("tags") == ["gorgeous"], timeout=10_000)
    assert bench.sidebar.isExpanded(bench.index("ratings"))
    assert not bench.sidebar.isExpanded(bench.index("collections"))
    bench.click("tags", "gorgeous")
    assert bench.query() == "tag:=gorgeous"
    bench.wait_for({clip.name})


def test_what_is_open_and_shown_is_remembered(bench, open_desk, qtbot):
    bench.sidebar.expand(bench.index("ratings"))
    bench.sidebar.collapse(bench.index("folders"))
    bench.desk.actions["sidebar"].trigger()
    assert bench.sidebar.isHidden()
    bench.desk.window.close()
    again = open_desk()
    assert again.window.sidebar.isHidden()
    assert not again.actions["sidebar"].isChecked()
    again.actions["go-to-sidebar"].trigger()
    assert not again.window.sidebar.isHidden()
    bench = Bench(again, qtbot)
    assert bench.sidebar.isExpanded(bench.index("ratings"))
    assert not bench.sidebar.isExpanded(bench.index("folders"))


def test_by_keyboard(bench, qtbot):
    bench.desk.actions["go-to-sidebar"].trigger()
    assert bench.sidebar.currentIndex().data() == "All sounds"
    QTest.keyClick(bench.sidebar, Qt.Key.Key_Down)
    QTest.keyClick(bench.sidebar, Qt.Key.Key_Return)
    assert bench.query() == "favourite:yes"
    QTest.keyClick(bench.sidebar, Qt.Key.Key_Return, SHIFT)
    assert bench.query() == "-favourite:yes favourite:yes"


def test_a_folder_is_removed_after_a_question(bench, qtbot, sounds):
    bench.sidebar.menu_wanted.emit(bench.index("folders", "My sounds").data(Qt.ItemDataRole.UserRole), QPoint(0, 0))
    menu = next(menu for menu in bench.sidebar.findChildren(QMenu) if menu.isVisible())
    remove = next(action for action in menu.actions() if action.text().startswith("Remove"))
    remove.trigger()
    menu.close()
    question = bench.desk.window.findChild(QMessageBox)
    assert "files themselves stay" in question.text()
    assert len(bench.library.folders()) == 1
    next(button for button in question.buttons() if "Remove" in button.text()).click()
    qtbot.waitUntil(lambda: bench.library.folders() == [], timeout=10_000)
    assert (sounds / "door knock.wav").exists()


def test_an_offline_folder_says_so(bench, qtbot, tmp_path):
    folder = tmp_path / "Drive"
    shutil.copytree(bench.library.folders()[0] / "Weather", folder)
    bench.library.scan([folder])
    folder.rename(tmp_path / "gone")
    bench.desk.session.poll()
    qtbot.waitUntil(lambda: bench.texts("folders") == ["My sounds", "Drive"], timeout=10_000)
    bench.desk.browsing.refresh()
    qtbot.waitUntil(
        lambda: "offline" in bench.index("folders", "Drive").data(Qt.ItemDataRole.AccessibleTextRole), timeout=10_000
    )


def test_problems_are_shown(bench, qtbot):
    bench.click("library", "Problems")
    qtbot.waitUntil(lambda: bench.desk.tending.problems is not None, timeout=10_000)
    bench.desk.tending.problems.close()


def test_what_was_played_is_counted(bench, qtbot):
    bench.library.played(bench.library.clips()[0].id)
    bench.desk.browsing.refresh_soon()
    qtbot.waitUntil(lambda: bench.entries.facets.played.count == 1, timeout=10_000)


def test_thousands_of_folders_are_made_only_when_opened(qtbot):
    from wavlink_desktop.gui.sidebar_model import SidebarModel
    from wavlink_desktop.search.facets import Facets

    none = Facet("x", 0, "favourite", "yes")
    inner = tuple(Facet(f"Folder {n}", 1, "folder", f"/sounds/{n}") for n in range(5000))
    facets = Facets(
        5000,
        none,
        none,
        none,
        none,
        0,
        (Facet("sounds", 5000, "folder", "/sounds", inner),),
        (),
        (),
        (),
        (),
        (),
        (),
        (),
    )
    model = SidebarModel()
    model.show_facets(facets)
    folders = model.index_of("folders")
    top = model.index(0, 0, folders)
    assert model.hasChildren(top)
    assert model.node(top)._children is None
    assert model.rowCount(top) == 5000
    assert model.index_of("folders\n/sounds\n/sounds/4321").data() == "Folder 4321"
    assert model.parent(model.index(7, 0, top)) == top


def test_what_changes_while_a_name_is_typed_is_shown_then(bench, qtbot):
    bench.library.create_collection("Storm")
    bench.desk.session.poll()
    qtbot.waitUntil(lambda: bench.texts("collections") == ["Storm"], timeout=10_000)
    bench.sidebar.edit_collection("Storm")
    before = bench.entries.facets
    bench.library.create_collection("Other")
    bench.desk.session.poll()
    qtbot.waitUntil(lambda: bench.sidebar._waiting is not None, timeout=10_000)
    assert bench.entries.facets is before
    QTest.keyClick(bench.sidebar.findChild(QLineEdit, "inPlace"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bench.texts("collections") == ["Other", "Storm"], timeout=10_000)


def test_counts_change_in_place(bench, qtbot):
    bench.sidebar.expand(bench.index("ratings"))
    index, resets = bench.index("ratings", "★★★"), []
    bench.entries.modelReset.connect(lambda: resets.append(True))
    bench.choose("thunder.flac")
    bench.press(Qt.Key.Key_3)
    qtbot.waitUntil(lambda: bench.entries.facets.ratings[2].count == 1, timeout=10_000)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "★★★, 1 sound"
    assert resets == []


def test_counts_that_waited_for_their_turn_do_not_put_off_the_next(bench, qtbot):
    run_quietly(lambda: time.sleep(2), lambda _, error: None)  # as the model loads
    for name in ("Storm", "Other"):
        bench.library.create_collection(name)
        bench.desk.session.poll()
        qtbot.waitUntil(lambda name=name: name in bench.texts("collections"), timeout=10_000)


def test_near_duplicates_are_looked_for_when_asked(bench, qtbot):
    said = []
    bench.desk.comparing.said.connect(said.append)
    speaks = "import json; print(json.dumps({'event': 'progress', 'done': 1200, 'total': 4000}))"
    bench.desk.comparing._command = lambda: [sys.executable, "-S", "-c", speaks]
    assert bench.entries.facets.near_duplicates.count is None
    bench.click("library", "Nearly the same")
    assert bench.query() == ""
    qtbot.waitUntil(lambda: "The sounds are compared." in said, timeout=30_000)
    assert "Comparing the sounds: 1,200 of 4,000" in said
    bench.library.find_near_duplicates()
    bench.desk.session.poll()
    qtbot.waitUntil(lambda: bench.entries.facets.near_duplicates.count is not None, timeout=10_000)
    bench.click("library", "Nearly the same")
    assert bench.query() == "duplicate:near"


def test_what_has_come_since_the_sounds_were_compared_is_said_above_them(bench, qtbot, sounds, tmp_path):
    bar = bench.desk.window.more_sounds
    bench.library.find_near_duplicates()
    bench.desk.session.poll()
    bench.desk.window.search_box.set_text("duplicate:near")
    qtbot.waitUntil(lambda: bench.desk.finding.shown.text == "duplicate:near", timeout=10_000)
    qtbot.waitUntil(lambda: not bench.desk.comparing._lane.busy, timeout=10_000)
    assert bar.isHidden()
    (tmp_path / "More").mkdir()
    shutil.copy(sounds / "Weather" / "thunder.flac", tmp_path / "More" / "copy.flac")
    bench.desk.growing.add([tmp_path / "More"])
    qtbot.waitUntil(bar.isVisible, timeout=30_000)
    assert bar.text() == "1 sound has not been compared yet."
    bar.more.click()
    assert bar.isHidden()
    bench.wait_for({"thunder.flac", "copy.flac"})
    qtbot.waitUntil(lambda: bench.library.uncompared() == 0 and not bench.desk.comparing._lane.busy, timeout=10_000)
    assert bar.isHidden()


def test_the_notice_of_more_sounds_stays_away_until_there_are_others(bench, qtbot):
    bar, finding = bench.desk.window.more_sounds, bench.desk.finding
    bench.library.find_near_duplicates()
    with bench.library._catalogue.writing() as database:
        database.execute("UPDATE alike_made SET clips = 2")
    bench.desk.window.search_box.set_text("duplicate:near")
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    assert bar.text() == "2 sounds have not been compared yet."
    bench.desk.window.search_box.set_text("")
    qtbot.waitUntil(bar.isHidden, timeout=10_000)
    bench.desk.window.search_box.set_text("duplicate:near")
    qtbot.waitUntil(bar.isVisible, timeout=10_000)
    bar.dismiss()
    with qtbot.waitSignal(finding.found, timeout=10_000):
        finding.refresh()
    qtbot.waitUntil(lambda: not bench.desk.comparing._lane.busy, timeout=10_000)
    assert bar.isHidden()
