"""What the user chose, from the dialog to where it counts."""

import os

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QSpinBox

from wavlink_desktop.gui.preferences import PREFERENCES, Preferences
from wavlink_desktop.gui.preferences_dialog import PreferencesDialog


@pytest.fixture
def preferences(tmp_path, qapp):
    return Preferences(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def dialog(preferences, qtbot):
    made = PreferencesDialog(preferences)
    qtbot.addWidget(made)
    made.show()
    return made


def editor(dialog, text, kind):
    return next(each for each in dialog.findChildren(kind) if each.accessibleName() == text)


def test_keys_are_single_and_defaults_are_possible(preferences):
    assert len({each.key for each in PREFERENCES}) == len(PREFERENCES)
    for each in PREFERENCES:
        assert preferences.value(each) == each.default
        if each.choices:
            assert each.default in each.choices()
        elif not isinstance(each.default, bool):
            assert each.least <= each.default <= each.most


def test_nonsense_in_the_file_is_read_as_something_possible(tmp_path, qapp):
    (tmp_path / "window.ini").write_text(
        "[window]\nscheme=Purple\ntext_scale=9000\n[library]\nrescan_minutes=often\nwatch=maybe\n"
    )
    read = Preferences(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    assert read.text("window/scheme") == "Unknown"
    assert read.number("window/text_scale") == 200
    assert read.number("library/rescan_minutes") == 60
    assert read.flag("library/watch") is False


def test_what_is_chosen_is_kept_and_told(dialog, preferences, qtbot):
    told = []
    preferences.changed.connect(told.append)
    editor(dialog, "Colours", QComboBox).setCurrentIndex(2)
    editor(dialog, "Text size", QSpinBox).setValue(150)
    editor(dialog, "Watch folders for changes", QCheckBox).setChecked(False)
    assert told == ["window/scheme", "window/text_scale", "library/watch"]
    assert preferences.text("window/scheme") == "Dark"
    assert preferences.number("window/text_scale") == 150
    assert preferences.flag("library/watch") is False


def test_the_dialog_shows_what_was_changed_elsewhere_and_the_defaults_again(dialog, preferences):
    preferences.set("window/text_scale", 120)
    assert editor(dialog, "Text size", QSpinBox).value() == 120
    restore = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.RestoreDefaults)
    restore.click()
    assert editor(dialog, "Text size", QSpinBox).value() == 100


def test_colours_change_at_once(desk, qtbot):
    chosen = []
    desk._set_scheme = chosen.append
    desk.preferences.set("window/scheme", "Dark")
    assert chosen == [Qt.ColorScheme.Dark]


def test_the_models_tuning_reaches_the_processes_that_are_started(desk, monkeypatch):
    for name in ("WAVLINK_THREADS", "WAVLINK_NUMBER_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    desk.preferences.set("scan/threads", 1)
    desk.preferences.set("scan/number_format", "float32")
    assert (os.environ["WAVLINK_THREADS"], os.environ["WAVLINK_NUMBER_FORMAT"]) == ("1", "float32")
    desk.preferences.set("scan/threads", 0)
    assert "WAVLINK_THREADS" not in os.environ
