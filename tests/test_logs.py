import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from wavlink_desktop import logs, paths

WRITER = """
import logging, sys
from pathlib import Path
from wavlink_desktop import logs, paths
logs.LARGEST = int(sys.argv[2])
logs.begin(sys.argv[1])
for number in range(300):
    logging.getLogger("wavlink_desktop.test").info("%s says %d", sys.argv[1], number)
"""


@pytest.fixture
def own_logging():
    """What `logs.begin` does to the interpreter's logging is taken back."""
    root, ours = logging.getLogger(), logging.getLogger("wavlink_desktop")
    handlers, level = root.handlers[:], ours.level
    root.handlers[:] = []
    yield
    root.handlers[:] = handlers
    ours.setLevel(level)


def test_a_process_says_what_it_is_where_it_begins(own_logging, tmp_path):
    logs.begin("window", tmp_path / "my.db")
    logging.getLogger("wavlink_desktop.library").info("a scan of %d folders", 3)
    first, second = logs.log_file().read_text().splitlines()
    assert re.search(r"INFO +window\[\d+\] .*WavLink Desktop \d.*Python 3.*my\.db", first)
    assert second.endswith("wavlink_desktop.library: a scan of 3 folders")


@pytest.mark.parametrize(("level", "kept"), [("debug", 3), ("info", 2), ("WARNING", 1), ("chatty", 2)])
def test_the_environment_says_how_much_is_kept(own_logging, monkeypatch, level, kept):
    monkeypatch.setenv("WAVLINK_LOG", level)
    logs.begin("command")
    log = logging.getLogger("wavlink_desktop.test")
    for say in (log.debug, log.info, log.warning):
        say("a line")
    lines = logs.log_file().read_text().splitlines()
    assert sum(line.endswith("a line") for line in lines) == kept
    assert any("WAVLINK_LOG is 'chatty'" in line for line in lines) == (level == "chatty")


def test_other_libraries_chatter_is_left_out_their_warnings_are_kept(own_logging):
    logs.begin("command")
    logging.getLogger("av").info("chatter")
    logging.getLogger("av").warning("odd stream")
    text = logs.log_file().read_text()
    assert "odd stream" in text
    assert "chatter" not in text


PRINTING = """
import logging
from wavlink_desktop import logs
logs.begin("command")
log = logging.getLogger("wavlink_desktop.test")
log.info("quiet")
log.warning("loud")
"""


def test_warnings_are_printed_as_before():
    ended = subprocess.run([sys.executable, "-c", PRINTING], capture_output=True, text=True, timeout=120, check=True)
    assert ended.stderr == "loud\n"
    assert ended.stdout == ""


def test_several_processes_write_whole_lines(tmp_path):
    run = [sys.executable, "-c", WRITER]
    writers = [subprocess.Popen([*run, kind, "1000000"]) for kind in ("window", "command")]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    said = re.findall(r"test: (\w+) says (\d+)$", logs.log_file().read_text(), re.MULTILINE)
    for kind in ("window", "command"):
        assert [int(number) for who, number in said if who == kind] == list(range(300))


def test_several_processes_keep_it_bounded():
    run = [sys.executable, "-c", WRITER]
    writers = [subprocess.Popen([*run, kind, "4000"]) for kind in ("window", "command")]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    files = list(paths.log_folder().glob("wavlink-desktop.log*"))
    assert len(files) == 1 + logs.KEPT
    assert all(file.stat().st_size < 4000 + 1000 for file in files)
    assert all(re.match(r"\d{4}-", line) for file in files for line in file.read_text().splitlines())


def test_the_last_lines_reach_back_into_older_files(own_logging, monkeypatch):
    monkeypatch.setattr(logs, "LARGEST", 500)
    logs.begin("window")
    for number in range(20):
        logging.getLogger("wavlink_desktop.test").info("line %d", number)
    assert [line.rsplit(" ", 1)[1] for line in logs.last_lines(8)] == [str(number) for number in range(12, 20)]


def test_a_log_that_cannot_be_written_keeps_nobody_from_working(own_logging, monkeypatch, tmp_path, capsys):
    (tmp_path / "taken").touch()
    monkeypatch.setattr(paths, "log_folder", lambda: tmp_path / "taken")
    logs.begin("command")
    logging.getLogger("wavlink_desktop.test").info("nobody hears")
    assert logs.last_lines(5) == []
    assert capsys.readouterr().err == ""


def test_as_it_ships_the_log_takes_three_megabytes_and_no_more(own_logging):
    logs.begin("command")
    for number in range(5_000):  # 5 MB
        logging.getLogger("wavlink_desktop.test").info("%s %d", 900 * "x", number)
    files = sorted(paths.log_folder().glob("wavlink-desktop.log*"))
    assert [file.name for file in files] == ["wavlink-desktop.log", "wavlink-desktop.log.1", "wavlink-desktop.log.2"]
    sizes = [file.stat().st_size for file in files]
    assert max(sizes) < logs.LARGEST + 1_100
    assert sizes[1] >= logs.LARGEST and sizes[2] >= logs.LARGEST
    assert files[0].read_text().splitlines()[-1].endswith(" 4999")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
def test_a_full_disk_keeps_nobody_from_working(own_logging, capsys):
    paths.log_folder().mkdir(parents=True)
    logs.log_file().symlink_to("/dev/full")
    logs.begin("command")
    logging.getLogger("wavlink_desktop.test").info("no room")
    assert capsys.readouterr().err == ""


def test_what_was_begun_ends(own_logging):
    before = logging.getLogger().handlers[:]
    with logs.during("command"):
        assert logging.getLogger().handlers != before
    logging.getLogger("wavlink_desktop.test").info("nobody hears")
    assert logging.getLogger().handlers == before
    assert "nobody hears" not in logs.log_file().read_text()


def test_a_name_with_line_breaks_makes_no_lines_of_its_own(own_logging):
    logs.begin("command")
    log = logging.getLogger("wavlink_desktop.test")
    log.info("set aside: %s", "odd\n2026-01-01 ERROR all is lost.wav")
    try:
        raise ValueError("a fault")
    except ValueError:
        log.exception("with its traceback")
    lines = logs.log_file().read_text().splitlines()
    assert lines[1].endswith("set aside: odd\\n2026-01-01 ERROR all is lost.wav")
    assert lines[3] == "Traceback (most recent call last):" and lines[-1] == "ValueError: a fault"
