"""The Python examples in README and API page run, with the bundled model, on a folder of a few sounds."""

import re
from pathlib import Path

import numpy as np
import pytest
import soundfile

ROOT = Path(__file__).parents[2]
RATE = 48_000


def examples(page: Path) -> list[str]:
    """The page's Python, in order."""
    return re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A working folder with `sounds` in it."""
    folder = tmp_path / "sounds"
    folder.mkdir()
    time = np.arange(RATE) / RATE
    noise = np.random.default_rng(0).standard_normal((2, 2 * RATE)).astype(np.float32)
    soundfile.write(folder / "rain on metal roof.wav", 0.1 * noise.T, RATE)
    soundfile.write(folder / "thunder.wav", np.cumsum(noise[0]) / 500 * np.exp(-np.arange(2 * RATE) / RATE), RATE)
    soundfile.write(folder / "beep.flac", 0.5 * np.sin(2 * np.pi * 880 * time), RATE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(page: str) -> dict[str, object]:
    """Run the page's examples one after the other, as a reader does; gives the names that they leave."""
    found = examples(ROOT / page)
    assert found
    names: dict[str, object] = {}
    for number, code in enumerate(found, 1):
        exec(compile(code, f"{page}, example {number}", "exec"), names)
    return names


def test_the_readmes_example_runs(here, capsys):
    names = run("README.md")
    assert "rain on metal roof.wav" in capsys.readouterr().out
    assert names["vectors"].shape == (1, 512)


def test_the_api_pages_examples_run_and_give_what_they_say(here, capsys):
    names = run("docs/api.md")
    said = capsys.readouterr().out
    assert "3 sounds, 0 that cannot be read" in said
    assert "1 rain on metal roof.wav 0.0–2.0 s both" in said
    assert "own villain engine 1.0 person" in said
    assert "1 changed, []" in said
    assert "['thunder.flac']" in said
    assert (here / "tags.csv").is_file() and (here / "session" / "thunder.flac").is_file()
    assert names["texts"].shape == (2, 512)
