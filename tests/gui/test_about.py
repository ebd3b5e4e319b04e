"""The About box says what the program is, and whose work is in it."""

import pytest
from PySide6.QtWidgets import QDialog

import wavlink_desktop
from wavlink_desktop import paths
from wavlink_desktop.gui.about_dialog import AboutDialog


@pytest.fixture
def about(open_desk):
    desk = open_desk()
    desk.actions["about"].trigger()
    (dialog,) = desk.window.findChildren(AboutDialog)
    assert dialog.isVisible()
    return dialog


def test_it_names_version_licence_and_library(about, tmp_path):
    text = about.program.text()
    assert f"WavLink Desktop {wavlink_desktop.__version__}" in text
    assert "GNU General Public License" in text
    assert str(tmp_path / "library.db") in text


def test_the_models_card_is_read_without_its_header(about):
    assert about.model.document().isEmpty()
    about.pages.setCurrentWidget(about.model)
    text = about.model.toPlainText()
    assert text.startswith("WavLink base")
    assert "megaglest" in text  # one of the sources


def test_it_opens_the_notices(about):
    about.pages.setCurrentWidget(about.notices)
    assert about.notices.toPlainText() == paths.notices().read_text(encoding="utf-8")
    assert about.notices.isReadOnly()


def test_a_text_that_is_missing_says_so(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "notices", lambda: tmp_path / "NOTICES.txt")
    dialog = AboutDialog(tmp_path / "library <&>.db")
    qtbot.addWidget(dialog)
    dialog.pages.setCurrentWidget(dialog.notices)
    assert "NOTICES.txt" in dialog.notices.toPlainText()
    assert "library &lt;&amp;&gt;.db" in dialog.program.text()


def test_escape_closes_it(about, qtbot):
    with qtbot.waitSignal(about.destroyed, timeout=5_000):
        QDialog.reject(about)
