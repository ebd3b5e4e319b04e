"""The window as it was, whatever has happened to the screens and the settings meanwhile."""

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication


def test_size_division_and_columns_come_back(open_desk):
    window = open_desk().window
    window.resize(760, 600)
    window.panes.setSizes([150, 400, 210])
    window.results.horizontalHeader().resizeSection(2, 99)
    panes = window.panes.sizes()
    window.close()
    again = open_desk().window
    assert (again.width(), again.height()) == (760, 600)
    assert again.panes.sizes() == panes
    assert again.results.horizontalHeader().sectionSize(2) == 99


def test_a_window_on_a_screen_that_is_gone_comes_into_sight(open_desk):
    window = open_desk().window
    window.move(30_000, 20_000)
    window.close()
    again = open_desk().window
    screen = QGuiApplication.primaryScreen().availableGeometry()
    seen = again.frameGeometry().intersected(screen)
    assert seen.width() >= 100 and seen.height() >= 100


@pytest.mark.parametrize("nonsense", [QByteArray(b"\x00\x01garbage"), "text", 7, ["a", "b"]])
def test_nonsense_in_the_settings_does_no_harm(open_desk, tmp_path, nonsense):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    keys = ["geometry", "panes", "levels", "columns", "details", "recent_commands", "scheme", "text_scale"]
    for key in [f"window/{key}" for key in keys] + [
        "playback/volume",
        "playback/auto",
        "shortcuts/find",
        "library/unwatched",
    ]:
        settings.setValue(key, nonsense)
    settings.sync()
    desk = open_desk()
    assert desk.window.isVisible()
    assert desk.window.width() >= desk.window.minimumWidth()
    desk.actions["palette"].trigger()
    desk.customising.palette.reject()
