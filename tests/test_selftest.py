"""The program tries itself out, from the checkout and as `make package` makes it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest

from wavlink_desktop import selftest
from wavlink_desktop.gui.trial import TrialError

STEPS = [
    "window",
    "open",
    "sounds",
    "scan",
    "model",
    "search",
    "play",
    "tag",
    "map",
    "export",
    "watch",
    "write",
    "close",
]
PACKAGE = Path(os.environ.get("WAVLINK_PACKAGE", "dist/wavlink-desktop")).absolute()

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(
        not os.environ.get("DISPLAY") or not os.environ.get("PULSE_SERVER"), reason="no display, or no PulseAudio"
    ),
]


def self_test(command, home):
    """The report of a self-test in an empty home folder."""
    home.mkdir()
    keep = {name: os.environ[name] for name in ("PATH", "DISPLAY", "PULSE_SERVER")}
    environment = keep | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "xcb"}
    report = home / "report.json"
    ended = subprocess.run(
        [*map(str, command), "--self-test", "--report", str(report)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    found = json.loads(report.read_text(encoding="utf-8"))
    assert [step["name"] for step in found["steps"] if step["ok"]] == STEPS
    return found


def test_the_program_finds_that_it_works(tmp_path):
    assert not self_test([sys.executable, "-m", "wavlink_desktop"], tmp_path / "home")["frozen"]


def test_it_ends_where_the_rest_has_nothing_to_stand_on(tmp_path, monkeypatch):
    trial = SimpleNamespace(**{name: lambda: {} for name in selftest.STEPS})
    trial.scan = Mock(side_effect=TrialError("No sound was read."))
    monkeypatch.setattr("wavlink_desktop.gui.trial.Trial", lambda folder: trial)
    steps = list(selftest.tried(tmp_path))
    assert [step.name for step in steps] == ["window", "open", "sounds", "scan", "close"]
    assert [(step.name, step.error) for step in steps if not step.ok] == [("scan", "No sound was read.")]


@pytest.mark.package
@pytest.mark.skipif(not PACKAGE.is_dir(), reason="no packaged program: make package, or WAVLINK_PACKAGE")
def test_the_packaged_program_works_anywhere_and_without_a_network(tmp_path):
    place = tmp_path / "Töne und Geräusche" / "wavlink desktop"
    shutil.copytree(PACKAGE, place, symlinks=True)
    offline = ["unshare", "-n"] if os.geteuid() == 0 and shutil.which("unshare") else []
    assert self_test([*offline, place / "wavlink-desktop"], tmp_path / "home")["frozen"]
