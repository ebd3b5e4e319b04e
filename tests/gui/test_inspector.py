"""The inspector through the real window: tags accepted, refused, typed, searched for; facts of one clip and of many."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication

from wavlink_desktop.gui.facts import raw, stated
from wavlink_desktop.gui.tag_delegate import Part
from wavlink_desktop.gui.tag_model import TagModel, TagRow
from wavlink_desktop.library.tagstore import replace_machine
from wavlink_desktop.library.tagtally import Tally
from wavlink_desktop.tagging import Reason

_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def name_of(desk, row):
    return desk.window.model.hit(row).clip.name


def row_of(desk, name):
    return next(row for row in range(len(desk.window.model)) if name_of(desk, row) == name)


def labels(desk):
    return [row.tally.label for row in desk.window.inspector.tags.model.tags]


def tags(desk, name):
    clip = desk.window.model.hit(row_of(desk, name)).clip
    return {tag.label: tag.source for tag in desk.session.library.tags(clip.id)}


@pytest.fixture
def tagged(filled, qtbot):
    """The door is chosen; the machine says three things of it, and one of the siren."""
    qtbot.waitUntil(lambda: all(filled.window.model.hit(row) for row in range(4)))
    door, siren = (
        filled.window.model.hit(row_of(filled, name)).clip.id for name in ("door knock.wav", "police siren.wav")
    )
    with filled.session.library._catalogue.writing() as database:
        replace_machine(database, "ucs", [door], [(door, "DOORWood", 0.61, "name"), (door, "DOORCreak", 0.2, "sound")])
        replace_machine(
            database, "general", [door, siren], [(door, "knock", 0.83, "sound"), (siren, "siren", 0.9, "sound")]
        )
    filled.session.poll()
    filled.window.results.go_to(row_of(filled, "door knock.wav"))
    qtbot.waitUntil(lambda: labels(filled) == ["DOORWood", "DOORCreak", "knock"], timeout=10_000)
    return filled


def select_all(desk, qtbot):
    desk.window.results.selectAll()
    qtbot.waitUntil(lambda: desk.window.inspector._title.text() == "4 sounds", timeout=10_000)


def test_suggestions_stand_under_what_they_are_with_evidence_and_likelihood(tagged):
    panel = tagged.window.inspector.tags
    assert panel.headings() == ["Category", "What is heard"]
    wood, creak, knock = panel.model.tags
    assert panel.model.spoken(wood) == "DOORWood (Doors · Wood), 61 %, from name"
    assert panel.model.spoken(knock) == "knock, 83 %, from sound and name"
    assert "From the name: door" in panel.model.tool_tip(wood)
    assert "It sounds like that." in panel.model.tool_tip(creak)
    assert panel.list.current() == wood


def test_keys_accept_and_refuse_and_lead_on_to_the_next_suggestion(tagged, qtbot):
    panel = tagged.window.inspector.tags
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: panel.headings() == ["Category", "What is heard", "Refused"], timeout=10_000)
    assert panel.list.current().tally.label == "knock"
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.headings() == ["Yours", "Category", "Refused"], timeout=10_000)
    assert tags(tagged, "door knock.wav") == {"DOORWood": "name", "knock": "person"}
    knock, _, creak = panel.model.tags
    assert panel.model.spoken(knock) == "knock, accepted by you"
    assert panel.model.spoken(creak) == "DOORCreak (Doors · Creak), refused by you"
    panel.list.go_to(creak.key)
    qtbot.keyClick(panel.list, Qt.Key.Key_R)  # again: taken back
    qtbot.waitUntil(lambda: "DOORCreak" not in labels(tagged), timeout=10_000)


def test_keys_of_the_results_list_work_on_the_marked_tag(tagged, qtbot):
    view = tagged.window.results
    view.setFocus()
    tagged.actions["next-tag"].trigger()
    tagged.actions["next-tag"].trigger()
    qtbot.keyClick(view, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: tags(tagged, "door knock.wav").get("knock") == "person", timeout=10_000)
    qtbot.keyClick(view, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: len(tags(tagged, "door knock.wav")) == 2, timeout=10_000)


def test_undo_and_redo_restore_exactly_what_was_said(tagged, qtbot):
    before = tags(tagged, "door knock.wav")
    tagged.inspecting.accept_tag()
    qtbot.waitUntil(lambda: tags(tagged, "door knock.wav") == {"DOORWood": "person", "knock": "sound"}, timeout=10_000)
    qtbot.waitUntil(lambda: tagged.undo_stack.undoText() == "accept “DOORWood”")
    assert tagged.actions["undo"].text() == "&Undo accept “DOORWood”"
    tagged.actions["undo"].trigger()
    qtbot.waitUntil(lambda: tags(tagged, "door knock.wav") == before, timeout=10_000)
    qtbot.waitUntil(lambda: tagged.undo_stack.canRedo())
    tagged.actions["redo"].trigger()
    qtbot.waitUntil(lambda: tags(tagged, "door knock.wav") == {"DOORWood": "person", "knock": "sound"}, timeout=10_000)


def test_a_typed_tag_is_given_to_the_whole_selection_and_taken_back_from_a_mixed_one(tagged, qtbot):
    select_all(tagged, qtbot)
    panel = tagged.window.inspector.tags
    assert panel.entry.placeholderText() == "Type a tag for 4 clips"
    row = next(row for row in panel.model.tags if row.tally.label == "siren")
    assert panel.model.spoken(row) == "siren, 1 of 4 clips have it, 90 %, from sound"
    tagged.actions["type-tag"].trigger()
    qtbot.keyClicks(panel.entry, "SIREN")
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tags(tagged, "thunder.flac") == {"siren": "person"}, timeout=10_000)
    qtbot.waitUntil(lambda: panel.model.tags[0].accepted, timeout=10_000)
    assert tagged.undo_stack.undoText() == "tag “siren” for 4 clips"
    tagged.actions["undo"].trigger()
    qtbot.waitUntil(lambda: tags(tagged, "thunder.flac") == {}, timeout=10_000)
    assert tags(tagged, "police siren.wav") == {"siren": "sound"}


def test_typing_knows_catids_their_names_and_new_words(tagged, qtbot):
    entry, entered = tagged.window.inspector.tags.entry, []
    entry.entered.connect(lambda *key: entered.append(key))
    for text in ("doorcreak", "Doors · Creak", "my very own"):
        qtbot.keyClicks(entry, text)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        qtbot.wait(10)
    assert entered == [("ucs", "DOORCreak"), ("ucs", "DOORCreak"), ("own", "my very own")]
    entry.setFocus()
    qtbot.keyClicks(entry, "oors · cr")
    assert entry.completer().popup().isVisible()
    qtbot.keyClick(entry.completer().popup(), Qt.Key.Key_Down)
    qtbot.keyClick(entry.completer().popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entered[3:] == [("ucs", "DOORCreak")])
    qtbot.waitUntil(lambda: entry.text() == "")


def test_a_click_on_a_label_searches_and_one_on_a_button_accepts(tagged, qtbot):
    panel = tagged.window.inspector.tags
    tags_list, knock = panel.list, panel.model.tags[2]
    rect = tags_list.visualRect(panel.model.place(knock.key))
    buttons = [
        x for x in range(rect.width()) if tags_list._delegate.part_at(QPoint(x, rect.center().y()), rect) == Part.ACCEPT
    ]
    qtbot.mouseClick(tags_list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(buttons[0] + 2, rect.center().y()))
    qtbot.waitUntil(lambda: tags(tagged, "door knock.wav").get("knock") == "person", timeout=10_000)
    qtbot.waitUntil(lambda: panel.model.tags[0].key == knock.key, timeout=10_000)
    rect = tags_list.visualRect(panel.model.place(knock.key))
    qtbot.mouseClick(tags_list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, rect.center().y()))
    assert tagged.window.search_box.text() == 'tag:"knock"'
    qtbot.waitUntil(lambda: len(tagged.window.model) == 1, timeout=10_000)


def test_an_empty_panel_says_what_to_do(filled, qtbot):
    inspector = filled.window.inspector
    assert not inspector._hint.isHidden()
    filled.window.results.go_to(0)
    qtbot.waitUntil(lambda: "Ctrl+T tags the library" in inspector.tags._hint.text(), timeout=10_000)
    assert not inspector.tags._hint.isHidden()


def test_facts_of_one_clip_and_of_several(filled, qtbot):
    filled.window.results.go_to(row_of(filled, "thunder.flac"))
    facts = filled.window.inspector.facts
    qtbot.waitUntil(lambda: ("Duration", "0:02.0") in facts.facts(), timeout=10_000)
    assert ("Format", "FLAC") in facts.facts() and ("Channels", "1") in facts.facts()
    select_all(filled, qtbot)
    assert ("Format", "various") in facts.facts() and ("Rate", "48,000 Hz") in facts.facts()
    assert ("Duration", "0:05.7 in all") in facts.facts()
    facts.copy()
    assert "Rate\t48,000 Hz" in QGuiApplication.clipboard().text()


def test_regions_are_listed_with_times_and_a_click_goes_there(filled, qtbot):
    filled.window.results.go_to(0)
    clip = filled.window.results.current_hit().clip.id
    with filled.session.library._catalogue.writing() as database:
        replace_machine(
            database,
            "general",
            [clip],
            [(clip, "x", 0.5, "sound")],
            [(clip, 0.5, 1.0, "knock", 0.7), (clip, 0.5, 1.0, "door", 0.8)],
        )
    filled.session.poll()
    regions, sought = filled.window.inspector.regions, []
    filled.window.transport.waveform.sought.connect(sought.append)
    qtbot.waitUntil(lambda: regions.count() == 1, timeout=10_000)
    assert regions.item(0).text() == "0:00 – 0:01   door, knock"
    regions.itemActivated.emit(regions.item(0))
    assert sought == [0.5]


def test_a_partly_accepted_label_is_neither_yes_nor_no(qtbot):
    model = TagModel()
    model.show([Tally("own", "cosy", 12, 7, 0, 1.0, ("person",))], 30, {}, {("own", "cosy"): Reason()})
    (row,) = model.tags
    assert isinstance(row, TagRow) and not row.accepted and not row.suggested and not row.rejected
    assert model.spoken(row) == "cosy, 12 of 30 clips have it, 7 accepted by you"


def test_what_files_say_is_told_once_and_by_its_own_names_if_wanted(qtbot):
    said = [
        {"bext.description": "a brook", "info.ICMT": "a brook", "ixml.USER.LIBRARY": "Walks"},
        {"bext.description": "a mill", "ixml.USER.LIBRARY": "Walks"},
    ]
    assert stated(said[:1]) == [("Description", "a brook"), ("Library", "Walks")]
    assert stated(said) == [("Description", "various"), ("Library", "Walks")]
    assert ("info.ICMT", "various") in raw(said) and ("ixml.USER.LIBRARY", "Walks") in raw(said)
