"""Random clicks, keys, commands and searches bring no exception and leave nothing behind.

A short one runs always; `WAVLINK_MONKEY_MINUTES=30 python -m pytest tests/gui/test_monkey.py` plays for longer.
"""

import gc
import os
import shutil
import sys
import time
import traceback
from pathlib import Path

import pytest

from tests.gui.monkey import Monkey, close_dialogs, widgets_alive
from wavlink_desktop.facade import Library

MINUTES = float(os.environ.get("WAVLINK_MONKEY_MINUTES", "0"))
STEPS = 250


def resident_mb():
    with Path("/proc/self/status").open() as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


@pytest.fixture
def playground(open_desk, sounds, fake_embedder, tmp_path, qtbot):
    """A window on copies of the sounds: a monkey may write into files and rename them."""
    own = tmp_path / "own sounds"
    shutil.copytree(sounds, own)
    with Library(tmp_path / "library.db", embedder=lambda: fake_embedder) as library:
        library.scan([own])
    desk = open_desk()
    qtbot.waitUntil(lambda: len(desk.window.model) == 4, timeout=10_000)
    return desk


@pytest.mark.parametrize("seed", [1, 2])
def test_a_monkey_breaks_nothing(playground, qtbot, monkeypatch, seed):
    failures = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: failures.append("".join(traceback.format_exception(*error))))
    monkey = Monkey(playground, seed, monkeypatch)
    for _ in range(STEPS):
        monkey.act()
        qtbot.wait(2)
        assert not failures, "\n".join([*failures, *monkey.done[-20:]])
    close_dialogs()
    assert playground.window.isVisible()
    playground.window.search_box.clear()
    playground.actions["show-list"].trigger()
    qtbot.waitUntil(lambda: playground.session.library is not None)


@pytest.mark.skipif(not MINUTES or not sys.platform.startswith("linux"), reason="asked for by WAVLINK_MONKEY_MINUTES")
def test_a_monkey_leaves_nothing_behind(playground, qtbot, monkeypatch):
    failures = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: failures.append("".join(traceback.format_exception(*error))))
    monkey = Monkey(playground, 3, monkeypatch)
    began, at = time.monotonic(), []
    while time.monotonic() - began < 60 * MINUTES:
        for _ in range(100):
            monkey.act()
            qtbot.wait(1)
        assert not failures, "\n".join([*failures, *monkey.done[-20:]])
        close_dialogs()
        qtbot.wait(20)
        gc.collect()
        at.append((resident_mb(), widgets_alive()))
    quarter = at[len(at) // 4], at[-1]
    print(f"after a quarter of the time and at its end: {quarter} MB and widgets, {len(at) * 100} actions")
    assert quarter[1][0] < 1.1 * quarter[0][0] + 20, at
    assert quarter[1][1] < 1.1 * quarter[0][1] + 20, at
