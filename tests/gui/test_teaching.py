"""Tagging and teaching in the child process, through the real dialogs."""

from wavlink_desktop.gui.teaching_dialog import TeachingDialog
from wavlink_desktop.gui.vocabularies_dialog import VocabulariesDialog


def dialog_of(desk, kind, qtbot):
    qtbot.waitUntil(lambda: desk.window.findChild(kind) is not None, timeout=10_000)
    return desk.window.findChild(kind)


def vocabularies(desk):
    library = desk.session.library
    return {tag.vocabulary for clip in library.clips() for tag in library.tags(clip.id)}


def test_the_vocabularies_that_were_chosen_are_used_and_remembered(filled, qtbot):
    filled.actions["vocabularies"].trigger()
    dialog = dialog_of(filled, VocabulariesDialog, qtbot)
    assert dialog.wanted() == ["ucs", "general", "qualities", "own"]
    for name in ("general", "qualities", "own"):
        dialog._boxes[name].setChecked(False)
    with qtbot.waitSignal(filled.teaching.job.finished, timeout=60_000):
        dialog._go.click()
    assert vocabularies(filled) == {"ucs"}
    assert filled.teaching.vocabularies() == ["ucs"]
    assert filled.window.job_bar.isHidden()


def test_nothing_ticked_cannot_be_started(qtbot):
    dialog = VocabulariesDialog({}, [])
    qtbot.addWidget(dialog)
    assert not dialog._go.isEnabled()
    dialog._boxes["own"].setChecked(True)
    assert dialog._go.isEnabled()


def test_a_cancelled_tagging_says_so(filled, qtbot):
    said = []
    filled.teaching.said.connect(said.append)
    filled.actions["tag-library"].trigger()
    assert filled.window.job_bar.isVisible()
    filled.actions["tag-library"].trigger()
    assert said == ["The library is being tagged already."]
    with qtbot.waitSignal(filled.teaching.job.finished, timeout=60_000) as ended:
        filled.window.job_bar.cancelled.emit()
    assert ended.args == [False] and "Stopped" in said[-1]


def test_examples_teach_a_tag_and_what_has_it_is_shown(filled, qtbot):
    said = []
    filled.teaching.said.connect(said.append)
    filled.window.results.selectAll()
    filled.actions["teach-tag"].trigger()
    dialog = dialog_of(filled, TeachingDialog, qtbot)
    assert not dialog._go.isEnabled()
    dialog.set_label("general", "cosy")  # examples are for words of one's own
    with qtbot.waitSignal(filled.teaching.job.finished, timeout=60_000):
        dialog._go.click()
    qtbot.waitUntil(lambda: filled.window.search_box.text() == 'tag:"cosy"', timeout=10_000)
    library = filled.session.library
    assert all(("own", "cosy") in {(t.vocabulary, t.label) for t in library.tags(clip.id)} for clip in library.clips())
    assert "cosy" in said[-1]
    assert filled.undo_stack.undoText() == "teach “cosy” by 4 clips"


def test_too_few_examples_are_told_and_those_of_before_count(qtbot):
    dialog = TeachingDialog(1, [("own", "cosy", "")])
    qtbot.addWidget(dialog)
    dialog.set_label("own", "cosy")
    assert "2 more examples are needed." in dialog._note.text() and not dialog._go.isEnabled()
    dialog.set_given(2)
    assert dialog._go.isEnabled() and dialog._note.text().startswith("3 examples")


def test_what_a_scan_has_listened_to_is_tagged_by_itself(desk, sounds, qtbot):
    said, bars = [], []
    desk.teaching.said.connect(said.append)
    desk.teaching.job.progressed.connect(lambda *_: bars.append(desk.window.job_bar.isVisible()))
    with qtbot.waitSignal(desk.teaching.job.finished, timeout=60_000):
        desk.growing.add([sounds])
    assert vocabularies(desk) >= {"ucs", "general"}
    assert said == ["4 new sounds are tagged"]
    assert bars[0] is False and bars[-1] is True and desk.window.job_bar.isHidden()


def test_a_scan_that_listened_to_nothing_starts_no_tagging(filled, qtbot):
    with qtbot.waitSignal(filled.teaching.job.finished, timeout=60_000):
        filled.growing.rescan()  # the first one also looks for what was left
    assert vocabularies(filled) >= {"ucs", "general"}
    with qtbot.waitSignal(filled.growing.scan.finished, timeout=60_000):
        filled.growing.rescan()
    assert not filled.teaching.job.running


def test_one_can_do_without(desk, sounds, qtbot):
    desk.preferences.set("library/tag_new", False)
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=60_000):
        desk.growing.add([sounds])
    assert not desk.teaching.job.running and vocabularies(desk) == set()


def test_what_is_asked_for_comes_before_what_is_new(filled, qtbot):
    ended = []
    filled.teaching.job.finished.connect(ended.append)
    filled.teaching.tag_new()
    assert filled.teaching.job.only_new
    filled.actions["tag-library"].trigger()
    assert filled.window.job_bar.isVisible() and filled.teaching.job.wanted
    filled.teaching.tag_new()  # something else has come meanwhile: after that
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=60_000)
    assert ended == [True, True] and filled.teaching.job.only_new and filled.teaching.job.tagged == 0


def test_teaching_waits_for_what_is_new(filled, qtbot):
    filled.window.results.selectAll()
    filled.teaching.tag_new()
    filled.actions["teach-tag"].trigger()
    dialog = dialog_of(filled, TeachingDialog, qtbot)
    dialog.set_label("general", "cosy")
    with qtbot.waitSignal(filled.teaching.job.finished, timeout=60_000):
        dialog._go.click()
    qtbot.waitUntil(lambda: filled.window.search_box.text() == 'tag:"cosy"', timeout=10_000)
    assert vocabularies(filled) >= {"ucs", "own"}
