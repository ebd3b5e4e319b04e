import os
from pathlib import Path

import pytest

from wavlink_desktop.gui.file_urls import dropped_paths, file_mime


@pytest.mark.parametrize(
    "name", ["rain.wav", "100 % rain #3?.wav", "Gewitter-Böe 雷.wav", os.fsdecode(b"caf\xe9.wav"), "a;b&c=d+e.wav"]
)
def test_a_file_comes_back_as_it_went(name):
    path = Path("/some where") / name
    assert dropped_paths(file_mime([path])) == [path]


def test_a_drag_carries_a_uri_list():
    mime = file_mime([Path("/a b/c.wav"), Path("/d.wav")])
    assert bytes(mime.data("text/uri-list").data()).split() == [b"file:///a%20b/c.wav", b"file:///d.wav"]
    assert mime.text() == "/a b/c.wav\n/d.wav"
