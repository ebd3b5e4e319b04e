"""Whoever cannot see or point: every widget has a name, can be reached by Tab, and every text can be read."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QLabel, QWidget

from wavlink_desktop.gui.scan_job import ScanState
from wavlink_desktop.gui.theme import DARK, LIGHT, style_sheet


def nameless(root):
    """Widgets that take the focus, or do something, and about which a screen reader has nothing to say."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        inner = isinstance(widget.parent(), QAbstractScrollArea) and widget.parent().viewport() is widget
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or inner or widget.objectName().startswith("qt_"):
            continue
        if widget.isWindow() or not widget.isVisibleTo(root):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}")
    return found


def test_every_widget_of_the_window_has_a_name(filled, qtbot):
    assert "; ".join(nameless(filled.window)) == ""
    filled.window.results.go_to(0)
    filled.window.scan_bar.set_state(ScanState.RUNNING)
    qtbot.wait(100)
    assert "; ".join(nameless(filled.window)) == ""
    filled.actions["show-map"].trigger()
    qtbot.wait(100)
    assert "; ".join(nameless(filled.window)) == ""


def test_an_empty_library_has_names_too(desk):
    assert "; ".join(nameless(desk.window)) == ""


@pytest.mark.parametrize(
    "command",
    ["preferences", "keys", "folders", "palette", "export", "vocabularies", "write", "rename", "teach-tag", "doctor"],
)
def test_every_widget_of_a_dialog_has_a_name(filled, qtbot, command):
    filled.window.results.go_to(0)
    filled.actions[command].trigger()
    dialogs = lambda: [each for each in filled.window.findChildren(QDialog) if each.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=10_000)
    (dialog,) = dialogs()
    assert "; ".join(nameless(dialog)) == ""
    dialog.close()


def test_tab_goes_through_everything_once_and_comes_back(filled, qtbot):
    window = filled.window
    window.activateWindow()
    window.search_box.focus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    seen = []
    for _ in range(80):
        widget = QApplication.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        assert window.focusNextChild()
    assert QApplication.focusWidget() is seen[0], "the way round is closed"
    assert window.results in seen
    assert window.volume in seen
    reachable = [
        each
        for each in window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and each.isEnabled()
        and each.focusProxy() is None
        and not each.objectName().startswith("qt_")
    ]
    assert [each.accessibleName() or each for each in reachable if each not in seen] == []


def luminance(colour):
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_and_controls_seen(theme):
    """WCAG 2.2, 1.4.3 (text, 4.5 to 1) and 1.4.11 (controls, 3 to 1)."""
    grounds = [theme.window, theme.base, theme.raised]
    pairs = [(ink, ground) for ink in (theme.text, theme.dim, theme.warning) for ground in grounds]
    pairs += [(theme.accent, theme.window), (theme.accent, theme.base), (theme.selected_text, theme.selection)]
    assert [(pair, round(contrast(*pair), 2)) for pair in pairs if contrast(*pair) < 4.5] == []
    controls = [(theme.accent, ground) for ground in grounds] + [(theme.text, ground) for ground in grounds]
    assert [(pair, round(contrast(*pair), 2)) for pair in controls if contrast(*pair) < 3] == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_focus_can_be_seen_on_whatever_takes_it(theme):
    sheet = style_sheet(theme)
    for kind in ("QPushButton", "QToolButton", "QLineEdit", "QComboBox", "QCheckBox"):
        rules = re.findall(rf"[^}}]*{kind}[^,{{}}]*:focus[^{{}}]*\{{([^}}]*)\}}", sheet)
        assert any(theme.accent in rule or theme.text in rule for rule in rules), kind


def test_the_rows_speak(filled):
    interface = QAccessible.queryAccessibleInterface(filled.window.results)
    assert interface.role() in (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree)
    model = filled.window.results.model()
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    hit = filled.window.model.hit(0)
    assert hit.clip.name in spoken
    assert len(spoken) > len(hit.clip.name), "it tells how long the sound is, too"


@pytest.mark.parametrize("percent", [80, 150, 200])
def test_nothing_is_cut_at_any_text_size(filled, qapp, qtbot, percent):
    window = filled.window
    window.resize(1280, 800)
    qapp.scale_text(percent)
    try:
        labels = [each for each in window.findChildren(QLabel) if each.isVisible() and each.text()]
        qtbot.waitUntil(lambda: not [each for each in labels if each.height() < each.fontMetrics().height()])
        assert window.results.rowHeight(0) >= window.results.fontMetrics().height() + 12
    finally:
        qapp.scale_text(100)
