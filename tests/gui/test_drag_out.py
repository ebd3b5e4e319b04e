"""A real mouse drags out of the real window onto another program. Needs an X display and xdotool."""

import json
import os
import shutil
import subprocess
import sys
import time

import numpy as np
import pytest
import soundfile

from wavlink_desktop.gui.file_urls import file_url
from wavlink_desktop.transfer.naming import moment

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(
        not os.environ.get("DISPLAY") or shutil.which("xdotool") is None, reason="no X display, or no xdotool"
    ),
]


@pytest.fixture
def start(tmp_path):
    """Starts a program that prints JSON, a line at a time; gives a function that reads the next one."""
    running = []

    def started(*arguments):
        environment = os.environ | {"QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", *map(str, arguments)]
        errors = (tmp_path / f"{arguments[0]}.txt").open("w")
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
        running.append(process)
        return lambda: json.loads(process.stdout.readline())

    yield started
    for process in running:
        process.kill()
        process.wait()


def mouse(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=20)
    time.sleep(0.05)


def drag(start, end):
    """As a hand does it: the programs must see the pointer on its way."""
    mouse("mousemove", *start)
    mouse("mousedown", 1)
    for step in range(1, 13):
        mouse("mousemove", *(round(a + (b - a) * step / 12) for a, b in zip(start, end, strict=True)))
    time.sleep(0.3)
    mouse("mouseup", 1)


def test_another_program_gets_the_files(start, scanned, tmp_path):
    shutil.copy(scanned, tmp_path / "library.db")
    target = start("tests.gui.drop_target")
    assert target() == "ready"
    source = start("tests.gui.drag_source", tmp_path / "library.db", tmp_path / "window.ini", tmp_path / "Transfers")
    places = source()
    time.sleep(1)
    drag(places["row"], (1120, 300))
    assert target() == [file_url(places["path"]).toEncoded().data().decode()]
    drag(places["region"], (1120, 300))
    (made,) = (tmp_path / "Transfers").iterdir()
    assert target() == [file_url(made).toEncoded().data().decode()] and moment(0.25) in made.name
    whole, rate = soundfile.read(places["path"])
    assert np.array_equal(soundfile.read(made)[0], whole[rate // 4 : rate * 3 // 4])
