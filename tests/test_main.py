import faulthandler
import logging
import sys
import threading
from pathlib import Path

import pytest

from wavlink_desktop import __main__ as program
from wavlink_desktop import cli, ground, gui, logs, paths, reports, tour


def hooks():
    """What a process has of logging and of hooks for what nobody catches."""
    ours = logging.getLogger("wavlink_desktop")
    handlers = [*logging.getLogger().handlers, *ours.handlers]
    return sys.excepthook, threading.excepthook, sys.unraisablehook, handlers, ours.level, faulthandler.is_enabled()


@pytest.fixture(autouse=True)
def nothing_is_left_behind():
    before = hooks()
    yield
    assert hooks() == before


@pytest.fixture
def opened(monkeypatch):
    """Libraries that the window was asked for, with what to open in them."""
    asked = []
    monkeypatch.setattr(gui, "run", lambda library, opened: asked.append((library, opened)) or 0, raising=False)
    monkeypatch.setattr(ground, "has_display", lambda: True)
    monkeypatch.setattr(ground, "missing", lambda: None)
    return asked


def start(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["wavlink-desktop", *arguments])
    return program.main()


def test_no_arguments_open_the_window(monkeypatch, opened):
    assert start(monkeypatch) == 0
    assert opened == [(None, [])]


def test_paths_open_in_the_window(monkeypatch, opened, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert start(monkeypatch, "./sounds", "/sfx/rain.wav") == 0
    assert start(monkeypatch, "--library", "my.db", "/sfx") == 0
    assert opened == [(None, [tmp_path / "sounds", Path("/sfx/rain.wav")]), (Path("my.db"), [Path("/sfx")])]


def test_a_word_is_a_command_even_when_a_folder_is_called_so(monkeypatch, opened, tmp_path, capsys):
    (tmp_path / "sounds").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as end:
        start(monkeypatch, "sounds")
    assert end.value.code == 2
    assert "No such command 'sounds'" in capsys.readouterr().err
    assert opened == []


def test_paths_without_a_display_name_the_commands_for_them(monkeypatch, opened, capsys):
    monkeypatch.setattr(ground, "has_display", lambda: False)
    assert start(monkeypatch, "/sfx/rain.wav") == 1
    assert "wavlink-desktop similar" in capsys.readouterr().err
    assert opened == []


def test_a_library_alone_opens_the_window_on_it(monkeypatch, opened, tmp_path):
    assert start(monkeypatch, "--library", str(tmp_path / "my.db")) == 0
    assert opened == [(tmp_path / "my.db", [])]


def test_a_command_goes_to_the_command_line(monkeypatch, opened, capsys):
    with pytest.raises(SystemExit) as end:
        start(monkeypatch, "--version")
    assert end.value.code == 0
    assert "WavLink Desktop" in capsys.readouterr().out
    assert opened == []


def test_missing_system_libraries_are_named_before_qt_is_asked(monkeypatch, opened, capsys):
    monkeypatch.setattr(ground, "missing", lambda: "The window needs libEGL.so.1.")
    assert start(monkeypatch) == 1
    assert "libEGL.so.1" in capsys.readouterr().err
    assert opened == []


def test_a_window_that_cannot_be_imported_is_explained(monkeypatch, opened, capsys):
    def run(library, opened):
        raise ImportError("libodd.so.1: cannot open shared object file")

    monkeypatch.setattr(gui, "run", run, raising=False)
    assert start(monkeypatch) == 1
    assert "libodd.so.1" in capsys.readouterr().err


def test_without_a_display_there_is_a_tour(monkeypatch, opened, capsys):
    toured = []
    monkeypatch.setattr(ground, "has_display", lambda: False)
    monkeypatch.setattr(tour, "tour", lambda: toured.append(True))
    assert start(monkeypatch) == 0
    assert toured == [True]
    assert "There is no display" in capsys.readouterr().out
    assert opened == []


def test_a_tour_that_fails_says_why(monkeypatch, opened, capsys):
    def no_room():
        raise OSError(28, "No space left on device", "/full/demo.db")

    monkeypatch.setattr(ground, "has_display", lambda: False)
    monkeypatch.setattr(tour, "tour", no_room)
    assert start(monkeypatch) == 1
    assert capsys.readouterr().err == "Error: No space left on device: /full/demo.db\n"


@pytest.fixture
def failing(monkeypatch):
    """A command line that fails in a way that nobody has foreseen."""

    def fail(**_):
        raise ZeroDivisionError("nobody has thought of that")

    monkeypatch.setattr(cli, "cli", fail)


def test_a_command_that_fails_unforeseen_leaves_a_report_and_says_where(monkeypatch, failing, capsys):
    with pytest.raises(ZeroDivisionError):
        start(monkeypatch, "info")
    (report,) = reports.reports()
    assert "nobody has thought of that" in report.read_text()
    assert str(report) in capsys.readouterr().err
    assert "begins: WavLink Desktop" in logs.log_file().read_text()


def test_a_command_that_the_system_ended_is_told_of_by_the_next_one(monkeypatch, capsys):
    paths.log_folder().mkdir(parents=True)
    reports.hard_crash_file("command").write_text("Fatal Python error: Segmentation fault\n")
    for told in (True, False):
        with pytest.raises(SystemExit):
            start(monkeypatch, "--version")
        said = capsys.readouterr()
        assert ("Segmentation fault" in said.err) == told
        assert (str(reports.reports()[0]) in said.err) == told
        assert said.out.startswith("WavLink Desktop")


def test_the_log_says_which_command_and_why_it_stopped_but_no_query(monkeypatch, tmp_path):
    library = tmp_path / "library.db"
    library.write_text("Dear Sir, " * 100)
    for arguments in (["info"], ["search", "my secret:<5 words"]):
        with pytest.raises(SystemExit):
            start(monkeypatch, *arguments, "--library", str(library))
    text = logs.log_file().read_text()
    assert "command: info" in text and "command: search" in text
    assert f"stopped: NotALibraryError: {library} is not a WavLink library" in text
    assert "secret" not in text
