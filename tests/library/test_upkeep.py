"""Folders that are away or elsewhere, and problems to act on."""

import shutil

import pytest

from wavlink_desktop.library import upkeep
from wavlink_desktop.library.errors import FolderError


@pytest.fixture
def filled(library, sound):
    for name in ("rain.wav", "deep/thunder.wav", "deep/wind.flac"):
        sound(library.folder / name, seconds=0.3)
    library.scan([library.folder])
    library.catalogue.set_person_tags(library.catalogue.clips()[0].id, ["loved"])
    return library


def known(catalogue):
    return {clip.name: (clip.id, clip.embedded) for clip in catalogue.clips()}


def test_how_the_folders_are(filled, tmp_path):
    (state,) = upkeep.folder_states(filled.catalogue)
    assert (state.path, state.whole, state.online) == (filled.folder, True, True)
    assert (state.clips, state.embedded, state.missing, state.problems, state.tagged) == (3, 3, 0, 0, 1)
    filled.folder.rename(tmp_path / "elsewhere")
    assert not upkeep.folder_states(filled.catalogue)[0].online


def test_a_folder_that_lives_elsewhere_keeps_all_that_is_known(filled, tmp_path):
    before = known(filled.catalogue)
    new = filled.folder.rename(tmp_path / "drive two")
    assert upkeep.relink(filled.catalogue, filled.folder, new) == 3
    assert known(filled.catalogue) == before
    assert all(clip.path.is_file() and clip.online for clip in filled.catalogue.clips())
    assert [tag.label for tag in filled.catalogue.tags(filled.catalogue.clips()[0].id)] == ["loved"]
    assert len(filled.catalogue.text_matches('"two"')) == 3, "found by the new folder's name"
    report = filled.scan()
    assert (report.unchanged, report.added, report.missing) == (3, 0, 0)


def test_a_copy_with_new_times_needs_no_listening(filled, tmp_path):
    new = tmp_path / "copy"
    for path in filled.folder.rglob("*.*"):
        target = new / path.relative_to(filled.folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)  # as a plain copy does: with the time of copying
    before = known(filled.catalogue)
    upkeep.relink(filled.catalogue, filled.folder, new)
    assert filled.scan().embedded == 0
    assert known(filled.catalogue) == before


def test_another_folder_is_refused_and_nothing_changes(filled, sound, tmp_path):
    other = tmp_path / "other"
    for name in ("rain.wav", "deep/thunder.wav", "deep/wind.flac"):
        sound(other / name, seed=99)  # the same names, other sounds
    with pytest.raises(FolderError, match=r"another folder: of 3 sounds .* none are there"):
        upkeep.relink(filled.catalogue, filled.folder, other)
    assert filled.catalogue.folders()[0].below(bytes(filled.folder)) == b""


def test_a_folder_that_is_not_there_or_in_the_library_already_is_refused(filled, sound, tmp_path):
    with pytest.raises(FolderError, match="not there, or is empty"):
        upkeep.relink(filled.catalogue, filled.folder, tmp_path / "nowhere")
    with pytest.raises(FolderError, match="not a folder of the library"):
        upkeep.relink(filled.catalogue, tmp_path / "unknown", filled.folder)
    second = tmp_path / "second"
    sound(second / "a.wav")
    filled.scan([second])
    for taken in (second, tmp_path):
        with pytest.raises(FolderError, match="in the library already"):
            upkeep.relink(filled.catalogue, filled.folder, taken)


def test_most_of_the_sounds_are_enough(filled, tmp_path):
    new = filled.folder.rename(tmp_path / "new")
    (new / "rain.wav").unlink()
    assert upkeep.relink(filled.catalogue, filled.folder, new) == 3
    assert filled.scan().missing == 1


def test_problems_are_tried_again_or_ignored(library, sound):
    good = sound(library.folder / "good.wav")
    bad = library.folder / "bad.wav"
    bad.write_bytes(b"no sound at all")
    library.scan([library.folder])
    assert [problem.path for problem in library.catalogue.problems()] == [bad]
    stat = bad.stat()
    assert upkeep.ignore_problems(library.catalogue, [bad]) == 1
    assert library.catalogue.problems() == []
    library.scan()
    assert library.catalogue.problems() == [], "ignored until it changes"
    assert upkeep.retry_problems(library.catalogue, [bad, good, library.folder / "unknown.wav"]) == 2
    shutil.copyfile(good, bad)
    assert stat.st_size != bad.stat().st_size
    library.scan()
    assert library.paths() == ["bad.wav", "good.wav"]
    assert all(clip.embedded for clip in library.catalogue.clips())


def test_a_file_that_still_cannot_be_read_is_a_problem_again(library):
    bad = library.folder / "bad.wav"
    bad.write_bytes(b"no sound at all")
    library.scan([library.folder])
    upkeep.ignore_problems(library.catalogue, [bad])
    upkeep.retry_problems(library.catalogue, [bad])
    library.scan()
    assert [problem.path for problem in library.catalogue.problems()] == [bad]
