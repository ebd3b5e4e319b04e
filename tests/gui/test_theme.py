import pytest
from PySide6.QtGui import QColor

from wavlink_desktop.gui.theme import DARK, LIGHT


def luminance(colour):
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(theme):
    pairs = [(text, ground) for text in (theme.text, theme.dim) for ground in (theme.window, theme.base, theme.raised)]
    pairs += [(theme.selected_text, theme.selection), (theme.warning, theme.window), (theme.base, theme.accent)]
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5} == {}
