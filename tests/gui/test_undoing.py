"""Undo: edits run one after the other on a worker; what is no longer possible says why and leaves things alone."""

import pytest
from PySide6.QtGui import QUndoCommand

from wavlink_desktop.gui.undoing import Edit
from wavlink_desktop.library.errors import LibraryError, StaleError


@pytest.fixture
def said(filled):
    lines = []
    filled.undoing.said.connect(lines.append)
    return lines


class Journal:
    """What was done to the library, as a list."""

    def __init__(self):
        self.lines, self.error = [], None

    def edit(self, text):
        return Edit(text, lambda library: self._note(f"do {text}"), lambda library, state: self._undo(text, state))

    def _note(self, line):
        self.lines.append(line)
        return len(self.lines)

    def _undo(self, text, state):
        if self.error:
            raise self.error
        self.lines.append(f"undo {text} {state}")
        return ""


def test_edits_are_done_and_taken_back_in_order_however_fast_they_come(filled, qtbot):
    journal, undoing = Journal(), filled.undoing
    undoing.perform(journal.edit("a"))
    undoing.perform(journal.edit("b"))
    undoing.undo()
    undoing.undo()
    undoing.redo()
    qtbot.waitUntil(lambda: len(journal.lines) == 5 and not undoing.busy)
    assert journal.lines == ["do a", "do b", "undo b 2", "undo a 1", "do a"]
    assert (undoing.stack.undoText(), undoing.stack.redoText()) == ("a", "b")


def test_what_is_stale_is_forgotten_and_what_is_busy_can_be_tried_again(filled, said, qtbot):
    journal, undoing = Journal(), filled.undoing
    undoing.perform(journal.edit("a"))
    undoing.perform(journal.edit("b"))
    journal.error = LibraryError("The library is being scanned.")
    undoing.undo()
    qtbot.waitUntil(lambda: said[-1:] == ["Cannot undo b. The library is being scanned."])
    assert undoing.stack.undoText() == "b"
    journal.error = StaleError("It has changed since.")
    undoing.undo()
    qtbot.waitUntil(lambda: said[-1:] == ["Cannot undo b. It has changed since."])
    assert (undoing.stack.undoText(), undoing.stack.canRedo()) == ("a", False)


def test_a_failed_edit_is_told_and_not_remembered(filled, said, qtbot):
    def fail(library):
        raise LibraryError("The disk is full.")

    filled.undoing.perform(Edit("x", fail, lambda library, state: ""))
    qtbot.waitUntil(lambda: said == ["The disk is full."])
    assert not filled.undo_stack.canUndo()
    filled.actions["undo"].trigger()
    assert said[-1] == "There is nothing to undo."


def test_commands_of_other_parts_are_undone_in_their_turn(filled, qtbot):
    done = []

    class Plain(QUndoCommand):
        def redo(self):
            done.append("redo")

        def undo(self):
            done.append("undo")

    journal, undoing = Journal(), filled.undoing
    undoing.perform(journal.edit("a"))
    qtbot.waitUntil(lambda: not undoing.busy)
    filled.undo_stack.push(Plain("plain"))
    undoing.undo()
    assert done == ["redo", "undo"]
    undoing.undo()
    qtbot.waitUntil(lambda: journal.lines[-1:] == ["undo a 1"])
