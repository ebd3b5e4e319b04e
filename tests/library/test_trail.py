"""A decoder that crashes, and what the next scan makes of it."""

import os
import signal
import time

import pytest

from wavlink_desktop.library import scanner, trail
from wavlink_desktop.library.trail import CRASHED, STRUCK, Trail, left_at, run_alone, verdict


def leave(library, path, times=1):
    """A scan that dies while it reads `path`."""
    for _ in range(times):
        dying = Trail(library)
        dying.__enter__()
        dying.at(os.fsencode(path))


def test_a_scan_that_ends_well_leaves_no_trail(library, sound):
    sound(library.folder / "a.wav")
    library.scan([library.folder])
    assert left_at(library.catalogue.path) is None
    assert not list(library.catalogue.path.parent.glob("*.reading"))


def test_a_scan_that_dies_says_what_it_was_reading(tmp_path):
    with Trail(tmp_path / "library.db") as living:
        living.at(b"/sounds/a much longer name.wav")
        living.at(b"/sounds/short.wav")
        assert str(left_at(tmp_path / "library.db")) == "/sounds/short.wav"
    assert left_at(tmp_path / "library.db") is None


@pytest.mark.parametrize("known", [True, False])
def test_a_file_that_crashes_its_decoder_is_set_aside(library, sound, monkeypatch, known):
    good, bad = sound(library.folder / "good.wav"), sound(library.folder / "bad.wav")
    if known:
        library.scan([library.folder])
    else:
        hidden = bad.rename(library.folder.parent / "bad.wav")
        library.scan([library.folder])
        hidden.rename(bad)
    leave(library.catalogue.path, bad)
    monkeypatch.setattr(scanner, "verdict", lambda path: CRASHED)
    library.scan()
    assert library.paths() == [good.name]
    assert [(problem.path, problem.reason) for problem in library.catalogue.problems()] == [(bad, CRASHED)]
    library.scan()
    assert library.paths() == [good.name], "it is not tried again until it changes"


def test_a_file_that_was_only_being_read_when_a_scan_was_killed_stays(library, sound):
    bad = sound(library.folder / "innocent.wav")
    library.scan([library.folder])
    leave(library.catalogue.path, bad)
    library.scan()
    assert library.paths() == ["innocent.wav"]


def test_three_strikes(library, sound, monkeypatch):
    bad = sound(library.folder / "unlucky.wav")
    library.scan([library.folder])
    leave(library.catalogue.path, bad, times=3)
    monkeypatch.setattr(scanner, "verdict", lambda path: None)
    library.scan()
    assert [problem.reason for problem in library.catalogue.problems()] == [STRUCK]


def test_reading_alone_tells_a_crash_from_an_ordinary_problem(tmp_path, sound):
    assert verdict(os.fsencode(sound(tmp_path / "a.wav"))) is None
    (tmp_path / "b.wav").write_text("not a sound")
    assert verdict(os.fsencode(tmp_path / "b.wav")) is None
    assert run_alone(os.abort, patience=20) == -signal.SIGABRT
    assert run_alone(time.sleep, 60, patience=0.5) is None


def test_a_crash_and_a_hang_are_told_apart(monkeypatch):
    for status, reason in ((-signal.SIGSEGV, trail.CRASHED), (None, trail.HANGS), (0, None)):
        monkeypatch.setattr(trail, "run_alone", lambda *_, patience, status=status: status)
        assert verdict(b"/a.wav") == reason
