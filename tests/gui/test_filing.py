"""Writing into files and renaming them, through the dialogs: preview, change, undo, redo. On copies of the sounds."""

import shutil

import pytest

from wavlink_desktop.gui.changes_model import Kind
from wavlink_desktop.gui.renaming_dialog import RenamingDialog
from wavlink_desktop.gui.writing_dialog import WritingDialog
from wavlink_desktop.library.errors import LibraryError
from wavlink_desktop.metadata import writing as writing_module


@pytest.fixture
def own(desk, sounds, tmp_path, qtbot):
    """A window on copies of the sounds, which may be changed; all of them are selected, the door has a CatID."""
    shutil.copytree(sounds, tmp_path / "Copies")
    with qtbot.waitSignal(desk.growing.scan.finished, timeout=30_000):
        desk.growing.add([tmp_path / "Copies"])
    qtbot.waitUntil(lambda: len(desk.window.model) == 4, timeout=10_000)
    door = desk.session.library.find(tmp_path / "Copies" / "door knock.wav")
    desk.session.library.accept_tag([door.id], "DOORWood", "ucs")
    desk.window.results.selectAll()
    return desk


@pytest.fixture
def said(own):
    lines = []
    own.undoing.said.connect(lines.append)
    return lines


def opened(desk, qtbot, command, kind):
    desk.actions[command].trigger()
    qtbot.waitUntil(lambda: desk.window.findChild(kind) is not None)
    dialog = desk.window.findChild(kind)
    planned(dialog, qtbot)
    return dialog


def planned(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog._planning and not dialog._pause.isActive(), timeout=20_000)


def content(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_preview_shows_each_place_and_nothing_is_written_without_the_button(own, tmp_path, qtbot):
    before = content(tmp_path / "Copies")
    dialog = opened(own, qtbot, "write", WritingDialog)
    assert dialog.summary() == "4 files change"
    cells = [line.cells for line in dialog._model.lines()]
    assert ("door knock.wav",) in cells and ("iXML.USER.CATID", "", "DOORWood") in cells
    dialog.set_field("LIBRARY", "Hinges")
    planned(dialog, qtbot)
    assert ("iXML.USER.LIBRARY", "", "Hinges") in [line.cells for line in dialog._model.lines()]
    dialog.close()
    assert content(tmp_path / "Copies") == before


def test_writing_is_undone_byte_for_byte_and_done_again(own, said, tmp_path, qtbot):
    before = content(tmp_path / "Copies")
    dialog = opened(own, qtbot, "write", WritingDialog)
    dialog._go.click()
    qtbot.waitUntil(lambda: dialog.summary().startswith("Wrote into 4 files."), timeout=20_000)
    written = content(tmp_path / "Copies")
    assert written != before
    assert own.undo_stack.undoText() == "write into 4 files"
    own.actions["undo"].trigger()
    qtbot.waitUntil(lambda: said[-1:] == ["Undone: write into 4 files"], timeout=20_000)
    assert content(tmp_path / "Copies") == before
    own.actions["redo"].trigger()
    qtbot.waitUntil(lambda: said[-1:] == ["Done again: write into 4 files"], timeout=20_000)
    assert content(tmp_path / "Copies") == written


def test_an_undo_that_is_not_possible_any_more_says_why_and_leaves_the_files(own, said, tmp_path, qtbot):
    dialog = opened(own, qtbot, "write", WritingDialog)
    dialog._go.click()
    qtbot.waitUntil(lambda: own.undo_stack.canUndo(), timeout=20_000)
    assert own.session.library.undo().done == 4  # somebody else, from the command line
    own.actions["undo"].trigger()
    qtbot.waitUntil(lambda: said[-1:] == ["Cannot undo write into 4 files. It has been taken back already."])
    assert not own.undo_stack.canUndo()


def test_refusals_are_told_with_their_reasons(own, tmp_path, qtbot):
    (tmp_path / "Copies" / "door knock.wav").unlink()
    dialog = opened(own, qtbot, "write", WritingDialog)
    assert dialog.summary() == "3 files change, 1 refused"
    dialog._only.setChecked(True)
    ((name, reason),) = [line.cells for line in dialog._model.lines()]
    assert name == "door knock.wav" and "not there" in reason


def test_a_cancelled_writing_keeps_what_is_done_and_can_be_undone(own, said, tmp_path, qtbot, monkeypatch):
    before = content(tmp_path / "Copies")
    dialog = opened(own, qtbot, "write", WritingDialog)
    write_one = writing_module._write
    monkeypatch.setattr(writing_module, "_write", lambda *work: (write_one(*work), dialog._stop.set()))
    dialog._go.click()
    qtbot.waitUntil(lambda: dialog.summary().startswith("Cancelled. Wrote into 1 file."), timeout=20_000)
    monkeypatch.undo()
    own.actions["undo"].trigger()
    qtbot.waitUntil(lambda: said[-1:] == ["Undone: write into 1 file"], timeout=20_000)
    assert content(tmp_path / "Copies") == before


def test_renaming_shows_old_and_new_names_and_the_catalogue_follows(own, said, tmp_path, qtbot):
    dialog = opened(own, qtbot, "rename", RenamingDialog)
    assert dialog.summary() == "0 files change, 4 refused"
    assert not dialog._go.isEnabled()
    dialog.set_block("creator_id", "WLN")
    dialog.set_block("source_id", "DEMO")
    planned(dialog, qtbot)
    new = "DOORWood_door knock_WLN_DEMO.wav"
    assert [line.cells for line in dialog._model.lines() if line.kind == Kind.RENAMED] == [("door knock.wav", new, "")]
    dialog._go.click()
    qtbot.waitUntil(lambda: (tmp_path / "Copies" / new).exists(), timeout=20_000)
    qtbot.waitUntil(lambda: own.undo_stack.undoText() == "rename 1 file")
    assert own.session.library.find(tmp_path / "Copies" / new) is not None
    dialog.close()
    own.actions["undo"].trigger()
    qtbot.waitUntil(lambda: said[-1:] == ["Undone: rename 1 file"], timeout=20_000)
    assert (tmp_path / "Copies" / "door knock.wav").exists()
    own.actions["redo"].trigger()
    qtbot.waitUntil(lambda: (tmp_path / "Copies" / new).exists(), timeout=20_000)
    again = opened(own, qtbot, "rename", RenamingDialog)
    assert again.blocks().creator_id == "WLN"


def test_a_library_that_is_busy_is_said_and_nothing_is_lost(own, qtbot, monkeypatch):
    dialog = opened(own, qtbot, "write", WritingDialog)

    def busy(*_):
        raise LibraryError("The library is being scanned. Wait for that.")

    monkeypatch.setattr(own.session.library, "write", busy)
    dialog._go.click()
    qtbot.waitUntil(lambda: dialog.summary() == "The library is being scanned. Wait for that.")
    assert dialog._go.isEnabled() and not own.undo_stack.canUndo()
