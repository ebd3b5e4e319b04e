"""Writes, renames and undos that are killed at random moments: the old file or the new one, and a journal that knows.

`WAVLINK_KILLS=1000 pytest tests/metadata/test_kills.py` for a long run.
"""

import os
import random
import signal
import time
from contextlib import suppress

import pytest

from wavlink_desktop.library import journal
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.metadata import renaming, undoing, writing
from wavlink_desktop.metadata.exchange import ENDING, recover
from wavlink_desktop.metadata.preflight import standing
from wavlink_desktop.metadata.renaming import NameBlocks

KILLS = int(os.environ.get("WAVLINK_KILLS", "30"))
NAMES = ("a.wav", "b.flac", "c.ogg")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def write_all(catalogue):
    writing.write(catalogue, list(writing.plan_writing(catalogue, catalogue.clips())))


def rename_all(catalogue):
    renaming.rename_files(
        catalogue, list(renaming.plan_renaming(catalogue, catalogue.clips(), NameBlocks("JD", "LIB")))
    )


def in_child(path, work, seconds):
    """Run `work` in a child of its own and kill that `seconds` after it has begun; gives how long it ran."""
    ready, begun = os.pipe()
    child = os.fork()
    if child == 0:  # never returns into pytest
        with suppress(BaseException):
            catalogue = Catalogue(path)
            os.write(begun, b"!")
            work(catalogue)
        os._exit(0)
    os.read(ready, 1)
    since = time.monotonic()
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(ready)
    os.close(begun)
    return time.monotonic() - since


def contents(shelf):
    """By content alone: what each file holds, by its format, whatever it is called."""
    return {path.suffix: path.read_bytes() for path in shelf.folder.iterdir() if not path.name.startswith(".")}


def check(shelf, old, new):
    """After a kill and a recovery: every file is the old or the new one, and catalogue and journal know which."""
    recover(shelf.catalogue)
    assert not [path for path in shelf.folder.iterdir() if path.name.endswith(ENDING)]
    now = contents(shelf)
    assert now.keys() == old.keys()
    for clip in shelf.catalogue.clips():
        assert now[clip.path.suffix] in (old[clip.path.suffix], new[clip.path.suffix])
        with shelf.catalogue.reading() as database:
            assert journal.known(database, clip.id) == (clip.path, standing(clip.path))
            assert journal.unfinished(database) == []


def undo_all(shelf):
    while undoing.changes_to_undo(shelf.catalogue):
        assert undoing.undo(shelf.catalogue).refused == ()


def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new_one(shelf, write_sound):
    for name in NAMES:
        write_sound(shelf.folder / name, seconds=3)
    shelf.scan()
    for name in NAMES:
        shelf.tag(name, "DOORWood", "squeaky")
    old, names = contents(shelf), sorted(path.name for path in shelf.folder.iterdir())
    database = shelf.catalogue.path
    took = {write_all: in_child(database, write_all, None)}
    new = contents(shelf)
    assert all(new[kind] != old[kind] for kind in old)
    took[rename_all] = in_child(database, rename_all, None)
    assert all(path.name.startswith("DOORWood_") for path in shelf.folder.iterdir())
    took[undoing.undo] = in_child(database, undoing.undo, None)
    undo_all(shelf)
    assert contents(shelf) == old

    moments = random.Random(5)
    reached = set()
    for _ in range(KILLS):
        work = moments.choice([write_all, write_all, rename_all, undoing.undo])
        if work is undoing.undo:
            write_all(shelf.catalogue)
        in_child(database, work, moments.uniform(0, 1.1 * took[work]))
        check(shelf, old, new)
        reached.add(sum(one != other for one, other in zip(contents(shelf).values(), old.values(), strict=True)))
        undo_all(shelf)
        assert contents(shelf) == old
        assert sorted(path.name for path in shelf.folder.iterdir()) == names
    assert len(reached) > 1  # some were killed early, some late
    assert shelf.scan().changed == 0
