import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import click
import numpy as np
import pytest
import soundfile
from click.testing import CliRunner

from wavlink_desktop import paths, terminal
from wavlink_desktop.cli import cli, opening
from wavlink_desktop.cli.errors import actionable_errors
from wavlink_desktop.cli.long_work import interruptible
from wavlink_desktop.facade import Library

RATE = 16_000


@pytest.fixture
def sounds(tmp_path):
    """Three sounds, and two files that are none."""
    folder = tmp_path / "sounds"
    (folder / "Doors").mkdir(parents=True)
    rng = np.random.default_rng(0)
    soundfile.write(folder / "rain on a metal roof.wav", rng.normal(0, 0.1, RATE * 2), RATE)
    soundfile.write(folder / "Doors" / "DOORWood_Old Creak_JD_LIB.wav", rng.normal(0, 0.1, RATE).cumsum() / 50, RATE)
    soundfile.write(folder / "beep.flac", np.sin(np.arange(RATE) * 0.5) * 0.3, RATE)
    (folder / "empty.wav").touch()
    (folder / "letter.wav").write_text("Dear Sir,")
    return folder


@pytest.fixture
def run(monkeypatch, fake_embedder, tmp_path):
    """Runs a command on a library file, with a model that is quick."""
    monkeypatch.setattr(opening, "open_library", lambda path: Library(path, embedder=lambda: fake_embedder))
    library = tmp_path / "library.db"

    def run(*arguments, exit_code=0):
        result = CliRunner().invoke(cli, [*map(str, arguments), "--library", str(library)])
        assert result.exit_code == exit_code, result.output
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def scanned(run, sounds):
    run("scan", sounds)
    return run


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_scan_says_what_was_taken_up_and_what_was_skipped(run, sounds):
    result = run("scan", sounds)
    assert "3 added" in result.stdout
    assert "2 skipped" in result.stdout
    assert "empty.wav: " in result.stdout
    assert "letter.wav: " in result.stdout


def test_scan_lists_ten_problems_and_says_where_the_others_are(run, tmp_path):
    folder = tmp_path / "broken"
    folder.mkdir()
    for number in range(13):
        (folder / f"{number:02}.wav").touch()
    result = run("scan", folder)
    assert result.stdout.count(".wav: ") == 10
    assert "3 more" in result.stdout
    assert "problems" in result.stdout
    assert len(records(run("problems", "--json"))) == 13


def test_scan_as_json(run, sounds):
    events = records(run("scan", sounds, "--json"))
    progress = [event for event in events if event["event"] == "progress"]
    assert {event["stage"] for event in progress} == {"headers", "vectors"}
    assert all({"stage", "done", "total", "elapsed", "files"} < set(event) for event in progress)
    assert {Path(event["path"]).name for event in events if event["event"] == "problem"} == {
        "empty.wav",
        "letter.wav",
    }
    done = events[-1]
    assert done["event"] == "done"
    assert (done["added"], done["embedded"], done["skipped"], done["cancelled"]) == (3, 3, 2, False)


def test_scan_again_without_folders_touches_only_what_changed(scanned, sounds):
    (sounds / "beep.flac").unlink()
    done = records(scanned("scan", "--json"))[-1]
    assert (done["unchanged"], done["missing"], done["added"], done["embedded"]) == (2, 1, 0, 0)


def test_an_interrupted_scan_commits_and_ends_well(monkeypatch, run, sounds):
    former = signal.getsignal(signal.SIGTERM)
    real_scan = Library.scan

    def interrupted_scan(self, folders, **others):
        os.kill(os.getpid(), signal.SIGTERM)
        return real_scan(self, folders, **others)

    monkeypatch.setattr(Library, "scan", interrupted_scan)
    assert records(run("scan", sounds, "--json"))[-1]["cancelled"] is True
    assert signal.getsignal(signal.SIGTERM) is former
    monkeypatch.setattr(Library, "scan", real_scan)
    done = records(run("scan", sounds, "--json"))[-1]
    assert done["cancelled"] is False
    assert records(run("info", "--json"))[0]["embedded"] == 3


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_whoever_interrupts_at_a_terminal_is_told_to_wait(monkeypatch):
    import pty

    ours, theirs = pty.openpty()
    with open(theirs, "w") as shown, open(ours, "rb", buffering=0) as screen:  # noqa: PTH123
        monkeypatch.setattr(sys, "stderr", shown)
        with interruptible() as interrupted:
            os.kill(os.getpid(), signal.SIGINT)
            assert interrupted()
        print(".", file=shown, flush=True)  # there is something to read in any case
        assert b"Ctrl+C again stops at once" in screen.read(200)


def test_search_by_name(scanned):
    (hit,) = records(scanned("search", '"metal roof"', "--by", "name", "--json"))
    assert {"rank", "path", "start", "end", "score", "reason", "duration", "name"} == set(hit)
    assert (hit["rank"], hit["name"], hit["reason"]) == (1, "rain on a metal roof.wav", "name")
    assert Path(hit["path"]).is_absolute()
    assert 0 <= hit["start"] < hit["end"] <= hit["duration"] + 0.01


def test_search_for_people(scanned):
    result = scanned("search", "rain", "--limit", "2")
    heads, first, *_ = result.stdout.splitlines()
    assert heads.split()[:4] == ["#", "score", "moment", "length"]
    assert "rain on a metal roof.wav" in first
    assert "0:02" in first


def test_search_may_begin_with_a_minus(scanned):
    names = {hit["name"] for hit in records(scanned("search", "-rain", "--json"))}
    assert "beep.flac" in names
    assert "rain on a metal roof.wav" not in names


def test_words_need_no_quotes(scanned):
    (hit,) = records(scanned("search", "format:flac", "-rain", "--json"))
    assert hit["name"] == "beep.flac"


def test_a_mistyped_option_is_no_word_of_a_search(scanned):
    said = scanned("search", "rain", "--limt", "2", exit_code=2).stderr
    assert "No such option '--limt'" in said and "--limit" in said


def test_nothing_found_is_said_beside_the_results(scanned):
    result = scanned("search", '"zebra"', "--by", "name")
    assert result.stdout == ""
    assert "Nothing found" in result.stderr


def test_a_query_that_cannot_be_understood_is_explained(scanned):
    result = scanned("search", "duration:<soon", exit_code=1)
    assert result.stderr.startswith("Error: ")


def test_similar_finds_the_clip_itself_first(scanned, sounds, tmp_path):
    outside = tmp_path / "outside.flac"
    shutil.copy(sounds / "beep.flac", outside)
    hits = records(scanned("similar", outside, "--json", "--limit", "2"))
    assert hits[0]["name"] == "beep.flac"
    hits = records(scanned("similar", outside, "--start", "0.2", "--end", "0.9", "--json", "--limit", "2"))
    assert hits[0]["name"] == "beep.flac"


def test_similar_but_and_unlike(scanned, sounds):
    hits = records(scanned("similar", sounds / "beep.flac", "--but", "format:wav", "--json"))
    assert hits and all(hit["name"].endswith(".wav") for hit in hits)
    other = next(path for path in sounds.rglob("*.wav") if "rain" in path.name)
    names = {hit["name"] for hit in records(scanned("similar", sounds / "beep.flac", "--unlike", other, "--json"))}
    assert not {"beep.flac", other.name} & names


def test_the_balance_of_a_search(scanned):
    by_name = records(scanned("search", "rain", "--balance", "0", "--json"))
    assert by_name and all("rain" in hit["name"] for hit in by_name)
    assert len(records(scanned("search", "rain", "--balance", "1", "--json"))) > len(by_name)


def test_similar_to_what_is_no_sound(scanned, sounds):
    for path in (sounds / "letter.wav", sounds / "gone.wav"):
        result = scanned("similar", path, exit_code=1)
        assert result.stderr.startswith("Error: ")
    assert (
        "--end must be after --start"
        in scanned("similar", sounds / "beep.flac", "--start", 3, "--end", 2, exit_code=1).stderr
    )


def test_tag_new_leaves_the_others_alone(run, sounds, scanned):
    assert "Tagged 3 new clips with ucs." in run("tag", "--new").output
    shutil.copy(sounds / "beep.flac", sounds / "boop.flac")
    run("scan", sounds)
    *progress, done = records(run("tag", "--new", "--vocabulary", "ucs", "--vocabulary", "general", "--json"))
    assert done == {"event": "done", "tagged": 1} and progress[-1]["total"] == 1


def test_one_clip_is_no_clips_and_what_was_listened_to_does_not_wait(run, sounds, tmp_path):
    run("scan", sounds / "beep.flac")
    said = run("tag")
    assert said.stdout == "Tagged 1 clip with ucs.\n"
    assert "Tagged 0 new clips" in run("tag", "--new").stdout
    assert "Wrote 1 clip to" in run("export", tmp_path / "clips.csv").stdout
    untaught = run("tag", "--vocabulary", "own")
    assert "Tagged 0 clips" in untaught.stdout and untaught.stderr == ""
    assert records(run("tag", "--vocabulary", "own", "--json"))[-1]["waiting"] == 0


def test_tag_then_export(scanned, tmp_path):
    assert "Tagged 3 clips with ucs" in scanned("tag", "--vocabulary", "ucs").stdout
    *progress, said = records(scanned("tag", "--vocabulary", "general", "--json"))
    assert progress[-1] == {"event": "progress", "done": 3, "total": 3}
    assert said == {"event": "done", "vocabulary": "general", "tagged": 3, "waiting": 0}
    both = records(scanned("tag", "--vocabulary", "ucs", "--vocabulary", "qualities", "--json"))
    assert [line["vocabulary"] for line in both if line["event"] == "done"] == ["ucs", "qualities"]
    out = tmp_path / "clips.csv"
    assert "Wrote 3 clips" in scanned("export", "--format", "csv", out).stdout
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["name"]: row for row in csv.DictReader(file)}
    assert rows["DOORWood_Old Creak_JD_LIB.wav"]["catid"] == "DOORWood"
    assert all(row["catid"] and row["category"] and row["tags"] for row in rows.values())


def test_the_name_of_the_file_says_the_format(scanned, tmp_path):
    (said,) = records(scanned("export", tmp_path / "clips.jsonl", "--json"))
    assert said["format"] == "jsonl"
    assert len((tmp_path / "clips.jsonl").read_text().splitlines()) == said["clips"] == 3


def test_export_what_is_wanted(scanned, tmp_path):
    scanned("tag")
    out = tmp_path / "clips.csv"
    (said,) = records(scanned("export", out, "--query", "format:flac", "--columns", "Name, duration,catid", "--json"))
    assert said["clips"] == 1
    heads, row = out.read_text(encoding="utf-8-sig").splitlines()
    assert heads == "name,duration,catid"
    assert row.startswith("beep.flac,")
    scanned("export", out, "--query", "rain", "--limit", "2", "--columns", "name,catid_score", "--min-score", "0")
    assert out.read_text(encoding="utf-8-sig").splitlines()[1].startswith("rain on a metal roof.wav")
    assert len(out.read_text(encoding="utf-8-sig").splitlines()) == 3
    assert "Wrote 3 clips" in scanned("export", tmp_path / "clips.txt", "--format", "soundminer").stdout
    assert (tmp_path / "clips.txt").read_text(encoding="utf-8").startswith("Filename\tFilePath\tDescription\t")


def test_an_export_that_cannot_be_is_explained(scanned, tmp_path):
    out = tmp_path / "clips.csv"
    assert "no column 'nmae'. There are: path, name" in scanned("export", out, "--columns", "nmae", exit_code=1).stderr
    assert "--limit goes with --query" in scanned("export", out, "--limit", "2", exit_code=1).stderr
    assert '"duration:" does not know' in scanned("export", out, "--query", "duration:<soon", exit_code=1).stderr
    assert "Name a file to write to" in scanned("export", "-", exit_code=1).stderr
    assert "--min-score" in scanned("export", out, "--min-score", "7", exit_code=2).stderr
    assert not out.exists()


def test_unknown_names_are_answered_with_those_there_are(scanned, tmp_path):
    assert "general, qualities, ucs" in scanned("tag", "--vocabulary", "nope", exit_code=1).stderr
    assert "jsonl, xlsx, soundminer" in scanned("export", "--format", "doc", tmp_path / "x", exit_code=1).stderr


def test_info(scanned, sounds):
    (figures,) = records(scanned("info", "--json"))
    assert (figures["clips"], figures["embedded"], figures["problems"]) == (3, 3, 2)
    assert figures["folders"] == [str(sounds)]
    text = scanned("info").stdout
    assert "3 clips" in text
    assert str(sounds) in text


def test_problems_for_people(scanned):
    text = scanned("problems").stdout
    assert "empty.wav" in text
    assert "letter.wav" in text


@pytest.mark.parametrize(
    "command",
    [["search", "rain"], ["similar", "x.wav"], ["tag"], ["export", "x.csv"], ["info"], ["problems"], ["scan"]],
)
def test_a_library_that_is_not_there_is_not_made_by_looking(run, command, tmp_path):
    result = run(*command, exit_code=1)
    assert "There is no library" in result.stderr
    assert "wavlink-desktop scan FOLDER" in result.stderr
    assert not (tmp_path / "library.db").exists()


def test_an_empty_library_says_how_to_fill_it(run, tmp_path):
    (tmp_path / "nothing").mkdir()
    run("scan", tmp_path / "nothing")
    result = run("search", "rain")
    assert "The library is empty" in result.stderr
    assert "wavlink-desktop scan FOLDER" in result.stderr


def test_a_scan_lists_the_problems_of_what_it_scanned(scanned, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "broken.wav").touch()
    said = scanned("scan", other).stdout
    assert "1 skipped" in said and "broken.wav: " in said and "letter.wav" not in said
    events = records(scanned("scan", other / "broken.wav", "--json"))
    assert [Path(event["path"]).name for event in events if event["event"] == "problem"] == ["broken.wav"]
    assert "letter.wav: " in scanned("scan").stdout
    (tmp_path / "link").symlink_to(tmp_path / "sounds")
    assert "letter.wav: " in scanned("scan", tmp_path / "link").stdout


def test_a_scan_says_which_folders_it_could_not_look_into(scanned, sounds, tmp_path):
    empty = tmp_path / "nothing"
    empty.mkdir()
    assert f"{empty} is not there, or is empty" in scanned("scan", empty).stderr
    sounds.rename(tmp_path / "elsewhere")
    assert f"{sounds} is not there, or is empty" in scanned("scan", sounds / "Doors").stderr
    away = [event["path"] for event in records(scanned("scan", "--json")) if event["event"] == "away"]
    assert away == [str(sounds), str(empty)]
    assert str(sounds) not in scanned("scan", empty).stderr


def test_a_slip_in_a_path_below_a_folder_of_the_library_is_told(scanned, sounds):
    slip = sounds / "Doros"
    assert scanned("scan", slip).stderr == f"{slip} is not there, or is empty.\n"


def test_a_folder_that_is_not_there_begins_no_library(run, tmp_path):
    assert "nowhere is not there. Check the path" in run("scan", tmp_path / "nowhere", exit_code=1).stderr
    assert not (tmp_path / "library.db").exists()


def test_advice_is_for_the_library_in_use(run, tmp_path):
    folder = tmp_path / "broken"
    folder.mkdir()
    for number in range(11):
        (folder / f"{number}.wav").touch()
    named = f" --library {tmp_path / 'library.db'}"
    assert f"`wavlink-desktop problems{named}`" in run("scan", folder).stdout
    assert f"wavlink-desktop collect NAME PATH...{named}" in run("collections").stderr


def test_a_file_that_may_not_be_read_is_judged_by_whoever_reads_it(scanned, sounds, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)  # as it is for anybody but root
    assert records(scanned("similar", sounds / "beep.flac", "--json"))


def test_a_library_below_a_file_is_explained(tmp_path, sounds):
    result = CliRunner().invoke(cli, ["scan", str(sounds), "--library", str(sounds / "letter.wav" / "library.db")])
    assert result.exit_code == 1
    assert "could not be opened. Check that its folder exists" in result.stderr


def test_a_file_that_is_no_library(run, tmp_path):
    (tmp_path / "library.db").write_text("Dear Sir,\n" * 1000)
    for command in (["info"], ["search", "rain", "--json"]):
        result = run(*command, exit_code=1)
        assert result.stderr.startswith("Error: ")
        assert "is not a WavLink library" in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_names_that_are_not_text(run, sounds):
    name = os.fsencode(sounds) + b"/caf\xe9 door.wav"
    shutil.copy(sounds / "rain on a metal roof.wav", os.fsdecode(name))
    run("scan", sounds)
    (hit,) = records(run("search", '"door" -wood', "--by", "name", "--json"))
    assert os.fsencode(hit["path"]) == name
    assert "door.wav" in run("search", '"door"', "--by", "name").stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such arguments")
@pytest.mark.parametrize(
    "command",
    [
        ["search", "rain\udcf6"],
        ["tag", "--vocabulary", "\udcf6"],
        ["teach", "t\udcf6g", "{sounds}"],
        ["collect", "\udcf6", "{sounds}"],
        ["export", "clips.csv", "--query", "\udcf6"],
        ["write", "{sounds}", "--yes", "--set", "library=\udcf6"],
    ],
)
def test_words_that_are_not_text(scanned, sounds, command):
    said = scanned(*(part.format(sounds=sounds) for part in command), exit_code=2).stderr
    assert "\\udcf6" in said and "has bytes that are no UTF-8" in said


def test_a_terminal_that_lacks_the_letters_of_a_name(scanned, sounds, tmp_path):
    (sounds / "雨.wav").touch()
    scanned("scan")
    result = program("problems", "--library", tmp_path / "library.db", PYTHONIOENCODING="latin-1")
    assert result.returncode == 0
    assert "\\u96e8.wav" in result.stdout


def test_demo(tmp_path, monkeypatch):
    from wavlink_desktop import demo

    clip = demo.DemoClip("rain/rain.wav", "rain", "rain falling", 2.0, None)
    monkeypatch.setattr(demo, "write_demo_library", lambda folder, progress: progress(1, 1) or [clip])
    result = CliRunner().invoke(cli, ["demo", str(tmp_path)])
    assert "1 sounds of 1 kinds" in result.stdout
    (record,) = records(CliRunner().invoke(cli, ["demo", str(tmp_path), "--json"]))
    assert record["path"] == "rain/rain.wav"


def test_a_place_that_the_demo_cannot_be_written_to(tmp_path):
    (tmp_path / "taken").touch()
    result = CliRunner().invoke(cli, ["demo", str(tmp_path / "taken")])
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


def program(*arguments, **environment):
    variables = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "wavlink_desktop", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        env=variables | environment,
        check=False,
    )


def test_help_imports_nothing_heavy():
    code = """
import sys
from pathlib import Path
from wavlink_desktop.__main__ import main
sys.argv = ["wavlink-desktop", "--help"]
try:
    main()
except SystemExit:
    pass
heavy = {"torch", "transformers", "numpy", "PySide6", "sqlite_utils", "soundfile"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_an_error_does_not_stand_behind_what_was_going_on(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pytest.raises(click.ClickException), actionable_errors():
        terminal.StatusLine().show("Listening: 0:03 of 0:10", 3, 10)
        raise OSError(28, "No space left on device")
    assert capsys.readouterr().err.endswith("\r\033[K")


def test_errors_have_no_traceback(tmp_path):
    result = program("search", "rain", "--library", tmp_path / "gone.db", "--json")
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith("Error: There is no library")
    assert len(result.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_is_no_error(tmp_path, fake_embedder):
    folder = tmp_path / "broken"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number:04} {'long name ' * 10}.wav").touch()
    with Library(tmp_path / "library.db", embedder=lambda: fake_embedder) as library:
        library.scan([folder])
    listing = subprocess.Popen(
        [sys.executable, "-m", "wavlink_desktop", "problems", "--library", str(tmp_path / "library.db")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    listing.stdout.readline()
    listing.stdout.close()
    assert listing.stderr.read() == b""
    listing.wait(60)
    listing.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_help_that_cannot_be_written_is_no_crash():
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "wavlink_desktop", "--help"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    assert (ended.returncode, ended.stderr) == (1, "Error: No space left on device\n")


def test_the_default_library_is_the_users(monkeypatch, fake_embedder, sounds):
    monkeypatch.setattr(opening, "open_library", lambda path: Library(path, embedder=lambda: fake_embedder))
    assert CliRunner().invoke(cli, ["scan", str(sounds)]).exit_code == 0
    assert paths.default_library().exists()


def test_write_asks_first_and_shows_file_by_file_and_field_by_field(scanned, sounds):
    path = sounds / "Doors" / "DOORWood_Old Creak_JD_LIB.wav"
    before = path.read_bytes()
    shown = scanned("write", path, exit_code=1)
    assert str(path) in shown.stdout
    assert "iXML.USER.CATID: DOORWood" in shown.stdout
    assert "Write into 1 file?" in shown.stdout
    planned = records(scanned("write", path, "--json"))
    assert {"place": "iXML.USER.FXNAME", "before": "", "after": "Old Creak"} in planned[0]["changes"]
    assert path.read_bytes() == before


def test_write_then_undo(scanned, sounds):
    path = sounds / "Doors" / "DOORWood_Old Creak_JD_LIB.wav"
    before = path.read_bytes()
    assert "Wrote into 3 files." in scanned("write", sounds, "--yes", "--set", "library=My sounds").stdout
    assert b"<CATID>DOORWood</CATID>" in path.read_bytes()
    assert b"<LIBRARY>My sounds</LIBRARY>" in path.read_bytes()
    assert "3 unchanged" in scanned("scan").stdout
    assert "3 files" in scanned("undo").stdout
    assert path.read_bytes() == before
    assert "nothing to take back" in scanned("undo").stdout


def test_write_says_which_files_refuse_and_why(scanned, sounds):
    path = sounds / "beep.flac"
    path.chmod(0o444)
    result = scanned("write", sounds, "--yes", exit_code=1)
    assert "Wrote into 2 files." in result.stdout
    assert f"{path}: It is write-protected" in result.stderr
    result = scanned("write", path, "--yes", "--json", exit_code=1)
    assert [record["event"] for record in records(result)] == ["refused", "done"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["write", "/nowhere.wav", "--yes"], "The library has no sound at /nowhere.wav"),
        (["write", "{sounds}", "--yes", "--set", "colour=red"], "no field COLOUR"),
        (["write", "{sounds}", "--yes", "--set", "colour"], "say FIELD=TEXT"),
        (["write"], "Missing argument"),
    ],
)
def test_what_cannot_be_written_is_explained(scanned, sounds, arguments, message):
    arguments = [argument.format(sounds=sounds) for argument in arguments]
    result = scanned(*arguments, exit_code=2 if message == "Missing argument" else 1)
    assert message in result.stderr


def test_rename_asks_first_then_renames_then_undo(scanned, sounds):
    path = sounds / "Doors" / "DOORWood_Old Creak_JD_LIB.wav"
    new = path.with_name("DOORWood_Old Creak_AB_LIB.wav")
    scanned("tag")
    shown = scanned("rename", path, "--creator", "AB", exit_code=1)
    assert f"-> {new.name}" in shown.stdout
    assert path.exists()
    assert records(scanned("rename", path, "--creator", "AB", "--json"))[0]["target"] == str(new)
    assert "Renamed 1 file." in scanned("rename", path, "--creator", "AB", "--yes").stdout
    assert (path.exists(), new.exists()) == (False, True)
    assert "3 unchanged" in scanned("scan").stdout
    assert records(scanned("undo", "--json")) == [{"event": "done", "done": 1, "refused": 0, "cancelled": False}]
    assert (path.exists(), new.exists()) == (True, False)


def test_folders_are_listed_relinked_and_forgotten(scanned, sounds, tmp_path):
    elsewhere = sounds.rename(tmp_path / "elsewhere")
    assert "offline (not there, or empty)" in scanned("folders").stdout
    assert f"{sounds} is at {elsewhere} now, with 3 files." in scanned("relink", sounds, elsewhere).stdout
    assert records(scanned("relink", elsewhere, elsewhere.rename(sounds), "--json")) == [{"event": "done", "clips": 3}]
    scanned("relink", sounds, sounds.rename(elsewhere))
    (state,) = records(scanned("folders", "--json"))
    assert (state["path"], state["online"], state["clips"]) == (str(elsewhere), True, 3)
    scanned("relink", elsewhere, tmp_path / "nowhere", exit_code=1)
    assert records(scanned("forget", elsewhere, "--json")) == [{"event": "done"}]
    assert records(scanned("folders", "--json")) == []
    assert (elsewhere / "beep.flac").exists()


def test_map_lays_out_what_was_listened_to_once(scanned, monkeypatch):
    nice = []
    monkeypatch.setattr(os, "nice", nice.append, raising=False)
    done = records(scanned("map", "--json"))[-1]
    assert done["event"] == "done"
    assert (done["clips"], done["placed"], done["arranged"], done["cancelled"]) == (3, 3, True, False)
    assert nice == [10]
    assert "3 files on the map, 0 of them new" in scanned("map").stdout
    assert "all laid out" in scanned("map", "--anew").stdout
