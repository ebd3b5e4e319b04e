"""Writing into files of a library: what is refused, what is kept, what the catalogue knows afterwards."""

import errno
import os
import shutil
from collections import namedtuple
from contextlib import contextmanager

import pytest

from wavlink_desktop.library import journal
from wavlink_desktop.library.connections import immediate
from wavlink_desktop.metadata import exchange, undoing, writing
from wavlink_desktop.metadata.wave import Wave
from wavlink_desktop.tagging.stated import as_others_describe, stated_cat_ids

NAME = "creaking door.wav"


def said(shelf, name=NAME):
    return Wave().texts(shelf.folder / name)


def refusal(shelf):
    """The reason for which the only file is refused; it must be as it was, with nothing beside it."""
    before = shelf.files()
    (plan,) = shelf.plan()
    report = writing.write(shelf.catalogue, [plan])
    assert shelf.files() == before
    assert report.done == 0
    (problem,) = report.refused
    assert problem.path == shelf.folder / NAME
    return problem.reason


def test_tags_reach_the_file_and_a_rescan_finds_nothing_new(door):
    before = door.clip(NAME)
    assert door.write() == writing.ChangeReport(1)
    texts = said(door)
    assert texts["iXML.USER.CATID"] == texts["iXML.ASWG.catId"] == "DOORWood"
    assert texts["iXML.USER.CATEGORYFULL"] == "DOORS-WOOD"
    assert texts["iXML.USER.KEYWORDS"] == "squeaky"
    assert texts["bext.Description"] == "creaking door: squeaky"
    after = door.clip(NAME)
    assert after.embedded
    assert "creaking door: squeaky" in after.description
    tags = door.catalogue.tags(after.id)
    report = door.scan()
    assert (report.unchanged, report.changed, report.embedded, report.added) == (1, 0, 0, 0)
    assert (door.clip(NAME).id, door.catalogue.tags(after.id)) == (before.id, tags)
    assert door.write() == writing.ChangeReport(0)


def test_a_preview_touches_nothing(door):
    path = door.folder / NAME
    before = (path.read_bytes(), path.stat())
    (plan,) = door.plan()
    changes = {change.place: (change.before, change.after) for change in plan.changes}
    assert changes["iXML.USER.CATID"] == ("", "DOORWood")
    assert (path.read_bytes(), path.stat()) == before


def test_permissions_times_and_attributes_are_kept(door):
    path = door.folder / NAME
    path.chmod(0o640)
    with_attributes = True
    try:
        os.setxattr(path, "user.colour", b"green")
    except OSError:
        with_attributes = False
    before = path.stat()
    door.write()
    after = path.stat()
    assert after.st_ino != before.st_ino
    assert (after.st_mode, after.st_mtime_ns) == (before.st_mode, before.st_mtime_ns)
    assert (after.st_uid, after.st_gid) == (before.st_uid, before.st_gid)
    if with_attributes:
        assert os.getxattr(path, "user.colour") == b"green"


def test_a_file_of_the_same_size_gets_a_later_time_so_that_backups_see_it(door):
    path = door.folder / NAME
    door.write(DESCRIPTION="squeaky")
    before = path.stat()
    door.write(DESCRIPTION="creaky!")
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns + 2 * 10**9)
    assert door.scan().unchanged == 1


def test_undo_goes_back_step_by_step_to_the_very_bytes(door):
    path = door.folder / NAME
    first = (path.read_bytes(), path.stat().st_mtime_ns)
    door.write()
    second = path.read_bytes()
    door.tag(NAME, "DOORWood", "slow")
    door.write()
    assert said(door)["iXML.USER.KEYWORDS"] == "slow"
    assert door.undo().done == 1
    assert path.read_bytes() == second
    assert door.undo().done == 1
    assert (path.read_bytes(), path.stat().st_mtime_ns) == first
    assert door.undo() == writing.ChangeReport(0)
    assert door.scan().unchanged == 1
    assert door.write().done == 1


def test_undo_leaves_a_file_that_others_changed_and_goes_on(door, write_sound):
    write_sound(door.folder / "other.wav")
    door.scan()
    door.write()
    path = door.folder / NAME
    with path.open("ab") as file:
        file.write(b"mine")
    mine = path.read_bytes()
    report = door.undo()
    assert report.done == 1
    assert "has changed" in report.refused[0].reason
    assert path.read_bytes() == mine
    assert door.undo() == writing.ChangeReport(0)


def test_undo_of_a_file_that_is_gone(door):
    door.write()
    (door.folder / NAME).unlink()
    assert "not there" in door.undo().refused[0].reason


def test_changed_since_the_scan(door):
    with (door.folder / NAME).open("ab") as file:
        file.write(b"\0")
    assert "changed since" in refusal(door)


def test_same_size_other_sound_same_time(door):
    path = door.folder / NAME
    before = path.stat()
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "changed since" in refusal(door)


def test_changed_between_preview_and_writing(door):
    plans = door.plan()
    door.write(DESCRIPTION="another")
    report = writing.write(door.catalogue, plans)
    assert "changed since the preview" in report.refused[0].reason
    assert said(door)["iXML.USER.DESCRIPTION"] == "another"


def test_changed_while_it_was_copied(door, monkeypatch):
    path, rewrite = door.folder / NAME, Wave.rewrite

    def meddled(self, old, new, changes):
        former = rewrite(self, old, new, changes)
        os.utime(path, ns=(0, 0))
        return former

    monkeypatch.setattr(Wave, "rewrite", meddled)
    assert "at the same moment" in refusal(door)


def test_gone(door):
    (door.folder / NAME).unlink()
    assert "not there" in refusal(door)


def test_write_protected(door):
    (door.folder / NAME).chmod(0o444)
    assert "write-protected" in refusal(door)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(door):
    door.folder.chmod(0o555)
    try:
        assert "may not write in its folder" in refusal(door)
    finally:
        door.folder.chmod(0o755)


def test_a_read_only_medium(door, monkeypatch):
    Medium = namedtuple("Medium", "f_flag")
    monkeypatch.setattr(os, "statvfs", lambda path: Medium(os.ST_RDONLY))
    assert "read-only" in refusal(door)


def test_no_room_for_a_copy(door, monkeypatch):
    Usage = namedtuple("Usage", "free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(1000))
    assert "no room" in refusal(door)


@pytest.mark.parametrize(("number", "reason"), [(errno.ENOSPC, "disk is full"), (errno.EIO, "Check the disk")])
def test_a_disk_that_fails_half_way(door, monkeypatch, number, reason):
    def failing(self, old, new, changes):
        new.write_bytes(old.read_bytes()[:1000])
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Wave, "rewrite", failing)
    assert reason in refusal(door)


def test_a_text_that_does_not_come_out_is_noticed(door, monkeypatch):
    rewrite = Wave.rewrite
    monkeypatch.setattr(Wave, "rewrite", lambda self, old, new, changes: rewrite(self, old, new, {}))
    assert "did not come out" in refusal(door)


def test_locked_by_another_program(door):
    fcntl = pytest.importorskip("fcntl")
    with (door.folder / NAME).open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        assert "locked" in refusal(door)


def test_hard_links_would_be_parted(door):
    os.link(door.folder / NAME, door.folder.parent / "second name.wav")
    assert "hard links" in refusal(door)


def test_a_link_leads_to_the_file_that_is_written(shelf, tmp_path, write_sound):
    target = write_sound(tmp_path / "elsewhere.wav")
    (shelf.folder / NAME).symlink_to(target)
    shelf.scan()
    assert shelf.write().done == 1
    assert (shelf.folder / NAME).is_symlink()
    assert Wave().texts(target)["iXML.USER.FXNAME"] == "creaking door"
    assert shelf.scan().unchanged == 1
    before = target.read_bytes()
    assert shelf.undo().done == 1
    assert target.read_bytes() != before


def test_a_damaged_file_is_refused_and_does_not_hold_up_others(door, write_sound):
    path = write_sound(door.folder / "other.wav")
    with path.open("ab") as file:
        file.write(b"bext\4\0\0\0torn")
    content = path.read_bytes()
    path.write_bytes(content[:4] + (len(content) - 8).to_bytes(4, "little") + content[8:])
    door.scan()
    report = door.write()
    assert report.done == 1
    assert "'bext' has 4 bytes" in report.refused[0].reason


def test_a_format_that_takes_no_tags(door, write_sound):
    shutil.copy(write_sound(door.folder.parent / "a.au"), door.folder / "a.au")
    door.scan()
    report = door.write()
    assert report.done == 1
    assert "this format" in report.refused[0].reason


def test_cancelled(door, write_sound):
    write_sound(door.folder / "other.wav")
    door.scan()
    asked = iter([False, True])
    report = writing.write(door.catalogue, door.plan(), cancelled=lambda: next(asked))
    assert report == writing.ChangeReport(1, cancelled=True)


def test_an_unknown_field_is_named(door):
    with pytest.raises(writing.RefusedError, match="no field COLOUR"):
        door.plan(COLOUR="red")


def test_an_interruption_leaves_nothing_behind(door, monkeypatch):
    before = door.files()

    def interrupted(self, old, new, changes):
        new.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(Wave, "rewrite", interrupted)
    with pytest.raises(KeyboardInterrupt):
        door.write()
    assert door.files() == before
    with door.catalogue.reading() as database:
        assert journal.unfinished(database) == []


def test_interrupted_right_behind_the_exchange_it_is_done(door, monkeypatch):
    monkeypatch.setattr(exchange, "_flush_folder", lambda folder: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        door.write()
    assert said(door)["iXML.USER.CATID"] == "DOORWood"
    assert door.scan().unchanged == 1
    monkeypatch.undo()
    assert door.undo().done == 1


def test_a_power_cut_right_behind_the_exchange_is_told_from_one_before_it(door, monkeypatch):
    """The journal's last step is lost: recovery looks at the disk."""
    monkeypatch.setattr(exchange, "_settle", lambda catalogue, change: None)
    door.write()
    with door.catalogue.reading() as database:
        assert [change.state for change in journal.unfinished(database)] == ["decided"]
    monkeypatch.undo()
    exchange.recover(door.catalogue)
    assert door.scan().unchanged == 1
    assert door.undo().done == 1


def test_recovery_waits_for_a_drive_that_is_away(door, monkeypatch):
    monkeypatch.setattr(exchange, "_settle", lambda catalogue, change: None)
    door.write()
    monkeypatch.undo()
    door.folder.rename(door.folder.with_name("away"))
    exchange.recover(door.catalogue)
    with door.catalogue.reading() as database:
        assert len(journal.unfinished(database)) == 1
    door.folder.with_name("away").rename(door.folder)
    exchange.recover(door.catalogue)
    assert undoing.undo(door.catalogue).done == 1


def test_the_decision_is_on_the_disk_before_the_file_is_exchanged(door, monkeypatch):
    levels = []

    @contextmanager
    def spying(database):
        levels.append(database.execute("PRAGMA synchronous").fetchone()[0])
        with immediate(database) as opened:
            yield opened

    monkeypatch.setattr("wavlink_desktop.library.catalogue.immediate", spying)
    door.write()
    assert levels == [1, 2, 1]  # announced, decided, done: FULL for the one that must not be lost


def test_the_journal_outlives_the_clip(door):
    path = door.folder / NAME
    before = path.read_bytes()
    door.write()
    door.catalogue.remove_folder(door.folder)
    assert door.undo().done == 1
    assert path.read_bytes() == before


def test_what_was_written_is_no_evidence_for_tagging(door):
    """A guess that was written into a file must not come back as a fact that a person stated there."""
    clip = door.clip(NAME)
    door.write(DESCRIPTION="a tiger")
    clips = {clip.id: door.clip(NAME)}
    assert "tiger" in clips[clip.id].description
    assert stated_cat_ids(door.catalogue, clips) == {}
    assert as_others_describe(door.catalogue, clips)[clip.id].description == ""
    door.scan()
    door.write(DESCRIPTION="a lion", KEYWORDS="roar")
    clips = {clip.id: door.clip(NAME)}
    assert as_others_describe(door.catalogue, clips)[clip.id].description == ""
    door.undo()
    door.undo()
    assert as_others_describe(door.catalogue, clips) == clips


def test_what_a_person_wrote_stays_evidence(door):
    path = door.folder / NAME
    Wave().rewrite(path, path.with_name("new"), {"iXML.USER.CATID": "RAINMetl", "iXML.USER.KEYWORDS": "mine"})
    path.with_name("new").replace(path)
    door.scan()
    door.write()
    assert "squeaky" in said(door)["iXML.USER.KEYWORDS"]
    clips = {clip.id: clip for clip in door.catalogue.clips()}
    (number,) = clips
    assert stated_cat_ids(door.catalogue, clips)[number].cat_id == "RAINMetl"
    assert as_others_describe(door.catalogue, clips)[number].description == "mine · RAINMetl"
