import sys

import pytest

from wavlink_desktop import ground

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring these along")


@pytest.mark.parametrize(
    ("environment", "display"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_knows_whether_a_window_can_be_shown(environment, display):
    assert ground.has_display(environment) is display


def test_names_the_library_and_its_package(monkeypatch):
    monkeypatch.setattr(ground, "_loads", lambda library: library not in {"libEGL.so.1", "libxcb-cursor.so.0"})
    message = ground.missing({"DISPLAY": ":0"})
    assert "libEGL.so.1, libxcb-cursor.so.0" in message
    assert "sudo apt-get install libegl1 libxcb-cursor0\n" in message


@pytest.mark.parametrize("environment", [{"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}])
def test_asks_for_x11_only_where_it_draws(environment, monkeypatch):
    monkeypatch.setattr(ground, "_loads", lambda library: "xcb" not in library)
    assert ground.missing(environment) is None
    assert "xcb" in ground.missing({"DISPLAY": ":0"})


def test_a_library_that_is_not_there_does_not_load():
    assert not ground._loads("libthere-is-no-such-thing.so.0")
    assert ground._loads("libc.so.6")
