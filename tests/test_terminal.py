import json

import pytest

from wavlink_desktop import terminal


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (7.9, "0:07"), (65, "1:05"), (3599.99, "59:59"), (3600, "1:00:00"), (36610, "10:10:10")],
)
def test_clock(seconds, text):
    assert terminal.clock(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.04, "0:00.0"), (0.37, "0:00.4"), (59.96, "1:00.0"), (3600, "1:00:00.0")]
)
def test_moment(seconds, text):
    assert terminal.moment(seconds) == text


@pytest.mark.parametrize(
    ("count", "text"), [(12, "12 bytes"), (1500, "1.5 kB"), (2_340_000, "2.3 MB"), (5e12, "5.0 TB")]
)
def test_size(count, text):
    assert terminal.size(count) == text


def test_nothing_in_a_name_reaches_the_terminal_but_text():
    assert terminal.plain("Tür 雨\n\x1b[2Jcaf\udce9") == "Tür 雨\\n\\x1b[2Jcaf\\udce9"


def test_columns_are_aligned(capsys):
    terminal.table(("#", "name"), [("1", "rain"), ("10", "wind")], right=frozenset({0}))
    assert capsys.readouterr().out == " #  name\n 1  rain\n10  wind\n"


def test_json_brings_back_bytes_that_are_not_text(capsys):
    terminal.json_line({"path": "caf\udce9"})
    out = capsys.readouterr().out
    assert out.isascii()
    assert json.loads(out) == {"path": "caf\udce9"}


def test_pace_holds_back_all_but_the_last_of_a_stage(monkeypatch):
    now = 0.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    pace = terminal.Pace()
    assert pace.due(1, 10)
    now = 0.1
    assert not pace.due(2, 10)
    assert pace.due(10, 10)
    now = 0.4
    assert pace.due(1, 99)
