import os

import pytest

from wavlink_desktop.library import journal
from wavlink_desktop.metadata import exchange, renaming, undoing
from wavlink_desktop.metadata.renaming import NameBlocks, rename_files

BLOCKS = NameBlocks("JD", "LIB")


def plan(shelf, blocks=BLOCKS):
    return list(renaming.plan_renaming(shelf.catalogue, shelf.catalogue.clips(), blocks))


def planned(shelf, blocks=BLOCKS):
    return {plan.path.name: plan.target.name for plan in plan(shelf, blocks) if not plan.refusal}


@pytest.fixture
def named(shelf, write_sound):
    """A shelf with files of these names, each with this tag, and another sound for each."""

    def make(**labels):
        for number, name in enumerate(labels, start=1):
            write_sound(shelf.folder / name, seconds=0.1 * number)
        shelf.scan()
        for name, label in labels.items():
            shelf.tag(name, label)
        return shelf

    return make


def test_the_catalogue_follows_and_undo_goes_back(door):
    before = door.clip("creaking door.wav")
    assert planned(door) == {"creaking door.wav": "DOORWood_creaking door_JD_LIB.wav"}
    assert rename_files(door.catalogue, plan(door)).done == 1
    after = door.clip("DOORWood_creaking door_JD_LIB.wav")
    assert (after.id, after.embedded, after.modified) == (before.id, True, before.modified)
    assert door.catalogue.tags(after.id)
    assert list(door.catalogue.text_matches("DOORWood")) == [after.id]
    report = door.scan()
    assert (report.unchanged, report.added, report.missing, report.moved, report.embedded) == (1, 0, 0, 0, 0)
    assert planned(door) == {}
    assert door.undo().done == 1
    assert door.clip("creaking door.wav") == before
    assert door.scan().unchanged == 1


def test_blocks_that_a_name_has_are_kept_unless_they_are_given(named):
    name = "DOORMetl-Front_KNOCK-Old Creak_JD_LIB_take_3.wav"
    shelf = named(**{name: "DOORWood"})
    assert planned(shelf, NameBlocks()) == {name: "DOORWood-Front_KNOCK-Old Creak_JD_LIB_take 3.wav"}
    new = "DOORWood-Back_SLAM-Old Creak_AB_XYZ_day 1.wav"
    assert planned(shelf, NameBlocks("AB", "XYZ", "Back", "SLAM", "day 1")) == {name: new}


def test_what_parts_blocks_or_is_forbidden_somewhere_leaves_the_name(named):
    shelf = named(**{"old-fashioned__door?.wav": "DOORWood"})
    assert planned(shelf, NameBlocks("J_D", 'L:I"B.')) == {
        "old-fashioned__door?.wav": "DOORWood_old fashioned door_J D_L I B.wav"
    }


def test_what_is_not_known_is_refused(named):
    shelf = named(**{"a.wav": "squeaky"})
    (refused,) = plan(shelf)
    assert "no UCS subcategory" in refused.refusal
    report = rename_files(shelf.catalogue, [refused])
    assert (report.done, report.refused[0].path) == (0, shelf.folder / "a.wav")
    shelf.tag("a.wav", "DOORWood")
    assert "CreatorID" in plan(shelf, NameBlocks(source_id="LIB"))[0].refusal
    assert "SourceID" in plan(shelf, NameBlocks(creator_id="JD"))[0].refusal


def test_names_that_are_taken_are_numbered_whatever_their_case(named):
    shelf = named(**{"door.wav": "DOORWood", "door_.wav": "DOORWood", "DOOR.wav": "DOORWood", "rain.wav": "RAINMetl"})
    (shelf.folder / "rainmetl_RAIN_jd_lib.wav").write_bytes(b"not in the library")
    assert sorted(planned(shelf).values()) == [
        "DOORWood_DOOR_JD_LIB.wav",
        "DOORWood_door 02_JD_LIB.wav",
        "DOORWood_door 03_JD_LIB.wav",
        "RAINMetl_rain 02_JD_LIB.wav",
    ]
    assert rename_files(shelf.catalogue, plan(shelf)).done == 4
    assert planned(shelf) == {}
    assert len(list(shelf.folder.iterdir())) == 5


def test_a_name_that_was_taken_meanwhile_is_refused_and_nothing_overwritten(door):
    plans = plan(door)
    plans[0].target.write_bytes(b"somebody else's")
    report = rename_files(door.catalogue, plans)
    assert "already" in report.refused[0].reason
    assert plans[0].target.read_bytes() == b"somebody else's"
    assert door.clip("creaking door.wav").path.exists()


def test_undo_does_not_overwrite_either(door):
    rename_files(door.catalogue, plan(door))
    (door.folder / "creaking door.wav").write_bytes(b"somebody else's")
    assert "already" in door.undo().refused[0].reason
    (door.folder / "creaking door.wav").unlink()
    assert door.undo().done == 1


def test_a_file_that_is_gone(door):
    plans = plan(door)
    plans[0].path.unlink()
    assert "not there" in rename_files(door.catalogue, plans).refused[0].reason


def test_long_titles_are_cut(named):
    shelf = named(**{"é" * 120 + ".wav": "DOORWood"})
    (name,) = planned(shelf).values()
    assert len(os.fsencode(name)) in (254, 255)
    assert name.endswith("é_JD_LIB.wav")
    assert rename_files(shelf.catalogue, plan(shelf)).done == 1
    assert "too long" in plan(shelf, NameBlocks("x" * 250, "LIB"))[0].refusal


def test_written_and_renamed_both_are_taken_back(door):
    before = door.files()
    door.write()
    rename_files(door.catalogue, plan(door))
    assert door.undo().done == 1
    assert door.undo().done == 1
    assert door.files() == before


def test_renamed_then_written_both_are_taken_back(door):
    before = door.files()
    rename_files(door.catalogue, plan(door))
    door.write()
    door.undo()
    door.undo()
    assert door.files() == before
    assert undoing.changes_to_undo(door.catalogue) == []


@pytest.mark.parametrize("step", ["before", "between", "behind"])
def test_killed_around_the_two_steps_of_a_renaming(door, monkeypatch, step):
    def killed(path, target):
        if step != "before":
            os.link(path, target)
        if step == "behind":
            path.unlink()
        raise KeyboardInterrupt

    monkeypatch.setattr(exchange, "_move", killed)
    with pytest.raises(KeyboardInterrupt):
        rename_files(door.catalogue, plan(door))
    (path,) = door.folder.iterdir()
    assert path.name.startswith("creaking" if step == "before" else "DOORWood")
    assert door.clip(path.name)
    assert door.scan().unchanged == 1
    with door.catalogue.reading() as database:
        assert journal.unfinished(database) == []


def test_a_file_system_without_hard_links(door, monkeypatch):
    def unsupported(*_args, **_options):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unsupported)
    assert rename_files(door.catalogue, plan(door)).done == 1
    assert door.clip("DOORWood_creaking door_JD_LIB.wav").path.exists()
