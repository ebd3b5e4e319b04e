import json
import multiprocessing
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile
from click.testing import CliRunner

from wavlink_desktop import cli, doctor, paths
from wavlink_desktop.doctor import Finding, machine, model, program, sound, store
from wavlink_desktop.doctor.apart import Apart
from wavlink_desktop.facade import Library
from wavlink_desktop.library import schema

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
server:/sfx /mnt/my\040sounds nfs4 rw 0 0
/dev/sdb1 /mnt/my\040sounds/local ext4 rw 0 0
"""


@pytest.fixture
def library(tmp_path, fake_embedder):
    """A library with one sound in a folder that is there."""
    sounds = tmp_path / "sounds"
    sounds.mkdir()
    soundfile.write(sounds / "tone.wav", np.sin(np.arange(8000) * 0.1), 16_000)
    path = tmp_path / "library.db"
    with Library(path, embedder=lambda: fake_embedder) as opened:
        opened.scan([sounds])
        opened.accept_tag([opened.clips()[0].id], "tone")
    return path


def states(findings):
    return {finding.check: finding.state for finding in findings}


# The library


def test_a_library_that_is_well(library):
    before = library.read_bytes()
    found = list(store.library(library))
    assert set(states(found).values()) == {"ok"}
    assert "1 files, format" in found[0].text
    assert library.read_bytes() == before
    assert [path.name for path in library.parent.glob("library.db-*")] == []


def test_a_library_that_was_just_begun_and_is_open(tmp_path):
    """All of it is in SQLite's log still."""
    with Library(tmp_path / "new.db") as opened:
        found = list(store.library(tmp_path / "new.db"))
        assert opened.info().clips == 0
    assert set(states(found).values()) == {"ok"}


def test_no_library_yet_is_no_fault_and_is_not_begun(tmp_path):
    (found,) = store.library(tmp_path / "none.db")
    assert found.state == "ok"
    assert not (tmp_path / "none.db").exists()


def test_what_is_no_library(tmp_path):
    (tmp_path / "letter.db").write_text("Dear Sir,\n" * 100)
    (found,) = store.library(tmp_path / "letter.db")
    assert (found.state, "not a WavLink library" in found.text) == ("missing", True)


def test_a_newer_library(library):
    connection = sqlite3.connect(library)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    (found,) = store.library(library)
    assert found.state == "missing"
    assert "newer version" in found.text
    assert "Update the program" in found.advice


def test_a_library_that_cannot_be_read(tmp_path, monkeypatch, library):
    (tmp_path / "folder.db").mkdir()
    (found,) = store.library(tmp_path / "folder.db")
    assert (found.state, "Is a directory" in found.text) == ("missing", True)
    if os.geteuid():
        library.chmod(0)
    else:  # root may read everything

        def refuse(path):
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(schema, "version_of", refuse)
    (found,) = store.library(library)
    assert (found.state, "Permission denied" in found.text) == ("missing", True)
    assert "permissions" in found.advice


def test_a_damaged_library(library):
    with library.open("r+b") as file:
        for page in range(2, library.stat().st_size // 16384):
            file.seek(page * 16384)
            file.write(os.urandom(512))
    found = list(store.library(library))
    assert found[-1].state == "missing"
    assert "Restore a copy" in found[-1].advice


def test_a_value_that_is_missing_is_told_from_one_that_sqlite_overlooks():
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE t (a INTEGER NOT NULL, b REAL NOT NULL, c TEXT, PRIMARY KEY (a, c)) WITHOUT ROWID")
    database.execute("INSERT INTO t VALUES (1, 0.5, 'x')")
    assert store.faults(database) == []  # SQLite 3.40, as Debian 12 has it, says that b is NULL
    database.execute("CREATE TABLE u (b REAL)")
    database.execute("INSERT INTO u VALUES (NULL)")
    assert store._is_there("NULL value in t.b", database)
    assert not store._is_there("NULL value in u.b", database)
    assert not store._is_there("malformed page", database)


def test_folders_that_are_away(library):
    shutil.rmtree(library.parent / "sounds")
    found = next(finding for finding in store.library(library) if finding.check == "folders")
    assert found.state == "warning"
    assert str(library.parent / "sounds") in found.text
    assert "relink" in found.advice


def test_an_index_that_does_not_fit(library):
    library.with_name("library.db.hnsw").write_bytes(b"damaged")
    found = next(finding for finding in store.library(library) if finding.check == "index")
    assert found.state == "warning"


@pytest.mark.parametrize(("allowed", "state"), [("0", "warning"), ("1", "ok")])
def test_more_folders_than_the_kernel_lets_anyone_watch(library, monkeypatch, tmp_path, allowed, state):
    (tmp_path / "limit").write_text(allowed)
    monkeypatch.setattr(store, "_WATCHES", tmp_path / "limit")
    found = next(finding for finding in store.library(library) if finding.check == "watched folders")
    assert found.state == state
    assert ("sudo sysctl fs.inotify.max_user_watches=2" in found.advice) == (state == "warning")


# The machine


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/home/me/library.db", "ext4"), ("/mnt/my sounds/library.db", "nfs4"), ("/mnt/my sounds/local/a.db", "ext4")],
)
def test_knows_what_the_library_lies_on(monkeypatch, tmp_path, path, kind):
    (tmp_path / "mounts").write_text(MOUNTS)
    monkeypatch.setattr(machine, "_MOUNTS", tmp_path / "mounts")
    assert machine.file_system(Path(path)) == kind
    assert machine.network(Path(path)).state == ("warning" if kind == "nfs4" else "ok")


def test_a_disk_that_is_full(monkeypatch, tmp_path):
    for free, state in ((20_000_000, "missing"), (500_000_000, "warning"), (2_000_000_000, "ok")):
        monkeypatch.setattr(machine.shutil, "disk_usage", lambda _, free=free: shutil._ntuple_diskusage(free, 0, free))
        assert set(states(machine.disks(tmp_path / "library.db")).values()) == {state}


def test_a_folder_that_cannot_be_made_for_want_of_room(monkeypatch, tmp_path):
    def full():
        raise OSError(28, "No space left on device", "/full/cache")

    monkeypatch.setattr(paths, "cache_folder", full)
    found = {finding.check: finding for finding in machine.disks(tmp_path / "library.db")}
    assert found["room: cache"].state == "missing"
    assert "No space left on device" in found["room: cache"].text
    assert found["room: library"].state == "ok"


@pytest.mark.parametrize(
    ("text", "state", "said"),
    [
        ("model name\t: Old\nflags\t\t: fpu sse2\n", "warning", "none of AVX2"),
        ("model name\t: New\nflags\t\t: fpu avx2 avx512f avx512_bf16\n", "ok", "AVX2, AVX-512, bfloat16"),
        ("Processor\t: ARMv8\n", "ok", "core"),
    ],
)
def test_what_the_processor_has(monkeypatch, tmp_path, text, state, said):
    (tmp_path / "cpuinfo").write_text(text)
    monkeypatch.setattr(machine, "_PROCESSOR", tmp_path / "cpuinfo")
    found = machine.processor()
    assert found.state == state
    assert said in found.text


def test_memory_that_is_short(monkeypatch, tmp_path):
    (tmp_path / "meminfo").write_text("MemTotal: 4000000 kB\nMemAvailable: 500000 kB\n")
    monkeypatch.setattr(machine, "_MEMORY", tmp_path / "meminfo")
    assert machine.memory().state == "warning"


# The program, the model, sound


def test_system_libraries_that_the_window_lacks(monkeypatch):
    lacking = "The window needs libEGL.so.1.\nInstall them: sudo apt-get install libegl1\nUntil then"
    monkeypatch.setattr(program.ground, "missing", lambda: lacking)
    found = program.window(lambda: "6.11")
    assert found == Finding("window", "missing", *lacking.splitlines()[:2])


def test_a_library_of_a_version_that_is_not_taken(monkeypatch):
    monkeypatch.setattr(program.metadata, "requires", lambda _: ["numpy>=99", "click>=8.1", "pytest; extra == 'dev'"])
    found = program.libraries()
    assert found.state == "missing"
    assert found.text.endswith("numpy>=99")
    assert found.advice.endswith("-m pip install 'numpy>=99'")


def test_the_packaged_program_brought_its_libraries(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(program.metadata, "requires", lambda _: ["of-which-no-version-was-packaged>=1"])
    assert program.libraries() == Finding("libraries", "ok", "They came with the program.")


def test_a_checkpoint_that_is_not_there(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "checkpoint", lambda: tmp_path)
    found = model.checkpoint()
    assert found.state == "missing"
    assert "model.safetensors" in found.text


def test_a_model_that_does_not_load_is_explained():
    def fails():
        raise RuntimeError("the system ended the process that tried it")

    found = model.model(fails)
    assert found.state == "missing"
    assert "the system ended the process" in found.text


def test_codecs_that_are_there():
    assert sound.libsndfile().state == "ok"
    assert "mp3" in sound.ffmpeg().text


def test_codecs_that_are_not(monkeypatch):
    monkeypatch.setattr(soundfile, "available_formats", lambda: {"WAV": "", "FLAC": ""})
    monkeypatch.setattr(sound, "_DECODERS", ("mp3", "no_such_thing"))
    assert sound.libsndfile().text.endswith("without AIFF, OGG, W64, RF64, CAF, AU")
    found = sound.ffmpeg()
    assert (found.state, found.text.endswith("not no_such_thing")) == ("warning", True)


def test_what_ends_its_process_does_not_end_this_one():
    with Apart(os.getpid, 60) as elsewhere:
        assert elsewhere() != os.getpid()
    with pytest.raises(RuntimeError, match="ended the process"), Apart(os.abort, 60) as fatal:
        fatal()


def test_what_does_not_answer_is_left():
    with pytest.raises(TimeoutError, match="no answer within 0 s"), Apart(signal.pause, 0.1) as stuck:
        stuck()


# All together


def test_a_check_that_fails_is_a_finding_and_the_others_are_made(monkeypatch):
    def fail():
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(machine, "memory", fail)
    monkeypatch.setattr(program, "display", lambda: Finding("display", "ok", "there"))
    for room, name in ((program, "window"), (sound, "devices"), (model, "model")):
        monkeypatch.setattr(room, name, lambda load, name=name: Finding(name, "ok", "there"))
    found = {finding.check: finding for finding in doctor.examine(Path("/nowhere/library.db"))}
    assert found["memory"].state == "warning"
    assert "ZeroDivisionError: odd" in found["memory"].text
    assert {"program", "libraries", "processor", "library", "FFmpeg", "model"} <= found.keys()


@pytest.mark.parametrize(("state", "status"), [("ok", 0), ("warning", 0), ("missing", 1)])
def test_the_exit_status_says_whether_something_is_missing(monkeypatch, state, status):
    monkeypatch.setattr(doctor, "examine", lambda library: [Finding("memory", state, "a text", "an advice")])
    shown = CliRunner().invoke(cli.cli, ["doctor"])
    assert shown.exit_code == status
    assert f"{state:<8} memory: a text" in shown.stdout
    assert "-> an advice" in shown.stdout
    told = CliRunner().invoke(cli.cli, ["doctor", "--json"])
    assert told.exit_code == status
    assert json.loads(told.stdout) == {"check": "memory", "state": state, "text": "a text", "advice": "an advice"}


def examined(library, **environment):
    """What the command line's doctor finds, in a process of its own, and how that ended."""
    ended = subprocess.run(
        [sys.executable, "-m", "wavlink_desktop", "doctor", "--json", "--library", str(library)],
        env={name: value for name, value in (os.environ | environment).items() if value is not None},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    return {line["check"]: Finding(**line) for line in map(json.loads, ended.stdout.splitlines())}, ended


def test_it_comes_up_where_nothing_can_be_imported_that_is_not_pythons(tmp_path, library):
    for name in ("PySide6", "torch", "av", "soundfile", "numpy", "hnswlib"):
        (tmp_path / "broken" / name).mkdir(parents=True)
        (tmp_path / "broken" / name / "__init__.py").write_text(
            "raise ImportError('lib.so: cannot open shared object')"
        )
    found, ended = examined(library, PYTHONPATH=str(tmp_path / "broken"))
    assert ended.returncode == 1
    lacking = {"window", "playback", "libsndfile", "FFmpeg", "model"}
    assert {check for check, finding in found.items() if finding.state == "missing"} >= lacking
    assert found["library"].state == "ok"
    assert "1 files" in found["library"].text


def test_all_of_it_without_a_display_without_sound_and_without_room(tmp_path):
    """With the real model. `/dev/full` is a disk that is full whenever somebody writes to it."""
    log = Path(os.environ["XDG_STATE_HOME"]) / "wavlink-desktop" / "log"
    log.mkdir(parents=True)
    (log / "wavlink-desktop.log").symlink_to("/dev/full")
    nothing = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"))
    silent = "unix:/nowhere"  # not told where, it would find the server of whoever runs the test
    found, ended = examined(tmp_path / "none.db", **nothing, PULSE_SERVER=silent)
    assert {check: finding.text for check, finding in found.items() if finding.state == "missing"} == {}
    assert ended.returncode == 0
    assert found["display"].state == found["playback"].state == "warning"
    assert "listens to 2 s of sound" in found["model"].text
    assert list(found)[-1] == "model"


def test_it_can_be_stopped_while_something_takes_long(monkeypatch, tmp_path):
    monkeypatch.setattr(model, "try_model", signal.pause)
    examination, found = doctor.Examination(tmp_path / "none.db"), []
    looking = threading.Thread(target=lambda: found.extend(examination.findings()))
    looking.start()
    until = time.monotonic() + 120
    while not any(process.name for process in multiprocessing.active_children()) and time.monotonic() < until:
        time.sleep(0.01)
    examination.stop()
    looking.join(60)
    assert not looking.is_alive()
    assert "model" not in [finding.check for finding in found]
