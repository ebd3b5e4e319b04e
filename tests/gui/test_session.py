"""The model: on its way early, let go when nobody needs it, back when somebody does."""

import subprocess
import sys

from wavlink_desktop.search.request import Request


def test_the_window_imports_nothing_of_the_model():
    """Neither torch nor what only the map, tables and the model need: each would cost the first second."""
    code = (
        "import sys, wavlink_desktop.gui.application, wavlink_desktop.gui.desk;"
        "print(*sorted({'torch', 'transformers', 'scipy', 'openpyxl', 'openTSNE'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_model_that_rests_comes_back_with_the_next_search(filled, qtbot):
    session, box = filled.session, filled.window.search_box
    with qtbot.waitSignal(session.model_resting):
        session.rest()
    assert not session.has_model and session.resting
    with qtbot.waitSignals([session.model_loading, session.model_ready]):
        box.set_text("rain")
    assert session.has_model and not session.resting
    qtbot.waitUntil(lambda: filled.finding.shown.text == "rain" and len(filled.window.model) > 0)


def test_what_is_shown_neither_wakes_the_model_nor_loses_what_was_heard(filled, qtbot):
    box, finding = filled.window.search_box, filled.finding
    with qtbot.waitSignal(finding.found):
        box.set_text("nothing is called that")
    found = len(filled.window.model)
    assert found and finding.shown != Request()
    filled.session.rest()
    with qtbot.waitSignal(finding.found):
        finding.refresh()
    assert len(filled.window.model) == found
    assert filled.session.resting
