"""The command `transfer`, as a person and as a program would give it."""

import json
import os

import numpy as np
import pytest
import soundfile
from click.testing import CliRunner

from wavlink_desktop.cli import cli, opening
from wavlink_desktop.facade import Library

RATE = 48_000


@pytest.fixture
def run(monkeypatch, fake_embedder, tmp_path):
    """Runs a command on a library with two sounds in it."""
    monkeypatch.setattr(opening, "open_library", lambda path: Library(path, embedder=lambda: fake_embedder))
    sounds = tmp_path / "sounds"
    sounds.mkdir()
    samples = np.random.default_rng(0).uniform(-0.3, 0.3, (2 * RATE, 2))
    soundfile.write(sounds / "DOORWood_Old Creak_JD_LIB.wav", samples, RATE, "PCM_24")
    soundfile.write(sounds / "rain.flac", samples[:, 0], RATE)

    def run(*arguments, exit_code=0):
        result = CliRunner().invoke(cli, [*map(str, arguments), "--library", str(tmp_path / "library.db")])
        assert result.exit_code == exit_code and "Traceback" not in result.output, result.output
        return result

    run("scan", sounds)
    return run


def test_a_query_is_transferred_as_game_engines_want_it(run, tmp_path):
    out = tmp_path / "out"
    form = ["--rate", 44_100, "--depth", 16, "--mono", "--format", "wav", "--name", "{catid}_{fxname}_{index}"]
    result = run("transfer", "--query", '"creak"', "--to", out, *form, "--start", 0.5, "--end", 1, "--json")
    *_, written, done = map(json.loads, result.stdout.splitlines())
    assert written["path"] == str(out / "DOORWood_Old Creak_01.wav")
    assert (done["done"], done["failed"]) == (1, 0)
    info = soundfile.info(written["path"])
    assert (info.samplerate, info.subtype, info.channels, info.frames) == (44_100, "PCM_16", 1, 22_050)


def test_files_and_folders_are_transferred_as_they_are(run, tmp_path):
    result = run("transfer", tmp_path / "sounds", "--to", tmp_path / "out")
    assert "Wrote 2 files" in result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["DOORWood_Old Creak_JD_LIB.wav", "rain.flac"]


def test_what_fails_is_told_and_shows_in_the_exit_status(run, tmp_path):
    (tmp_path / "sounds" / "rain.flac").unlink()
    result = run("transfer", "--query", "", "--to", tmp_path / "out", exit_code=1)
    assert "Wrote 1 file" in result.output and "rain.flac: The file is not there" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name files or folders, or give --query"),
        (["--query", "", "--name", "{nome}"], "no field {nome}"),
        (["nowhere"], "has no sound at nowhere"),
        (["nowhere", "--limit", 2], "--limit goes with --query"),
        (["--query", "", "--start", 2, "--end", 1], "--end must be after --start"),
    ],
)
def test_what_cannot_be_meant_says_what_to_do(run, tmp_path, arguments, said):
    assert said in run("transfer", *arguments, "--to", tmp_path / "out", exit_code=1).output
    assert not (tmp_path / "out").exists()


def test_a_part_behind_the_end_is_not_called_empty(run, tmp_path):
    said = run("transfer", "--query", "", "--to", tmp_path / "out", "--start", 9, exit_code=1).output
    assert "begins behind the end of the sound, which is 2.000 s long" in said


def test_a_folder_that_may_not_be_written_is_named(run, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)  # as it is for anybody but root
    said = run("transfer", "--query", "", "--to", tmp_path, exit_code=2).output
    assert f"'{tmp_path}' is not writable" in said


def test_a_file_is_no_place_for_files(run, tmp_path):
    (tmp_path / "out").touch()
    assert "is a file" in run("transfer", "--query", "", "--to", tmp_path / "out", exit_code=2).output
