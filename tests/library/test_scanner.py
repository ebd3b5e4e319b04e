import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from wavlink_desktop.audio import AudioInfo
from wavlink_desktop.library import scanner
from wavlink_desktop.library.errors import FolderError
from wavlink_desktop.library.fingerprints import fingerprint

Sound = Callable[..., Path]


@pytest.fixture
def probed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files whose headers were read."""
    names: list[str] = []
    real = scanner.probe

    def probe(path: Path) -> AudioInfo:
        names.append(path.name)
        return real(path)

    monkeypatch.setattr(scanner, "probe", probe)
    return names


def test_files_come_in_with_what_their_headers_say(library, sound: Sound) -> None:
    path = sound(library.folder / "sub" / "rain.wav", 0.5, subtype="PCM_24")
    report = library.scan([library.folder])
    assert (report.added, report.embedded, report.skipped) == (1, 1, 0)
    (clip,) = library.catalogue.clips()
    assert (clip.path, clip.name, clip.folder, clip.size) == (path, "rain.wav", library.folder, path.stat().st_size)
    assert (clip.duration, clip.sample_rate, clip.channels, clip.bit_depth) == (0.5, 16_000, 1, 24)
    assert clip.format == "WAV"
    assert clip.embedded
    assert clip.online
    assert library.catalogue.find(path) == clip


def test_a_rescan_reads_only_what_changed(library, sound: Sound, probed: list[str]) -> None:
    for name in ("a.wav", "b.wav", "c.wav"):
        sound(library.folder / name)
    library.scan([library.folder])
    assert sorted(probed) == ["a.wav", "b.wav", "c.wav"]
    probed.clear()
    revision = library.catalogue.revision()
    report = library.scan()
    assert (report.unchanged, report.added, report.changed, report.embedded) == (3, 0, 0, 0)
    assert probed == []
    assert library.catalogue.revision() == revision
    sound(library.folder / "b.wav", 0.7)
    sound(library.folder / "d.wav")
    report = library.scan()
    assert (report.unchanged, report.added, report.changed, report.embedded) == (2, 1, 1, 2)
    assert sorted(probed) == ["b.wav", "d.wav"]
    assert library.catalogue.find(library.folder / "b.wav").duration == pytest.approx(0.7)
    with library.catalogue.reading() as database:
        assert database.execute("SELECT count(*) FROM windows").fetchone()[0] == 4


def test_a_touched_file_keeps_its_vectors(library, sound: Sound) -> None:
    path = sound(library.folder / "a.wav")
    library.scan([library.folder])
    os.utime(path, ns=(1, 1))
    report = library.scan()
    assert (report.changed, report.embedded) == (1, 0)
    assert library.catalogue.find(path).embedded


def test_tags_of_persons_survive_a_change(library, sound: Sound) -> None:
    path = sound(library.folder / "a.wav")
    library.scan([library.folder])
    clip = library.catalogue.find(path)
    library.catalogue.set_person_tags(clip.id, ["door"])
    sound(path, 0.9)
    library.scan()
    assert [tag.label for tag in library.catalogue.tags(library.catalogue.find(path).id)] == ["door"]


@pytest.mark.parametrize("rescan_between", [False, True])
def test_a_moved_file_keeps_its_id_tags_and_vectors(
    library, sound: Sound, probed: list[str], rescan_between: bool
) -> None:
    path = sound(library.folder / "a.wav")
    sound(library.folder / "b.wav")
    library.scan([library.folder])
    before = library.catalogue.find(path)
    library.catalogue.set_person_tags(before.id, ["door"])
    (library.folder / "new").mkdir()
    aside = library.folder.parent / "aside.wav"
    path.rename(aside)
    if rescan_between:
        assert library.scan().missing == 1
        assert library.paths() == ["b.wav"]
    aside.rename(library.folder / "new" / "moved_creak.wav")
    probed.clear()
    report = library.scan()
    assert (report.moved, report.added, report.missing, report.embedded) == (1, 0, 0, 0)
    assert probed == []
    after = library.catalogue.find(library.folder / "new" / "moved_creak.wav")
    assert (after.id, after.embedded, after.name) == (before.id, True, "moved_creak.wav")
    assert [tag.label for tag in library.catalogue.tags(after.id)] == ["door"]
    assert library.catalogue.text_matches('"creak"').tolist() == [after.id]
    assert library.paths() == ["b.wav", "new/moved_creak.wav"]


def test_of_several_copies_the_one_with_the_same_name_moved(library, sound: Sound) -> None:
    one = sound(library.folder / "one.wav", seed=7)
    two = sound(library.folder / "two.wav", seed=7)
    library.scan([library.folder])
    ids = {clip.name: clip.id for clip in library.catalogue.clips()}
    (library.folder / "moved").mkdir()
    for path in (one, two):
        path.rename(library.folder / "moved" / path.name)
    assert library.scan().moved == 2
    assert {clip.name: clip.id for clip in library.catalogue.clips()} == ids


def test_a_copy_is_a_new_clip(library, sound: Sound) -> None:
    path = sound(library.folder / "a.wav")
    library.scan([library.folder])
    shutil.copy(path, library.folder / "copy.wav")
    report = library.scan()
    assert (report.added, report.moved) == (1, 0)


def test_a_renamed_folder_keeps_its_clips(library, sound: Sound, tmp_path: Path) -> None:
    sound(library.folder / "a.wav")
    library.scan([library.folder])
    before = library.catalogue.clips()[0].id
    library.folder.rename(tmp_path / "renamed")
    assert library.scan([tmp_path / "renamed"]).moved == 1
    assert [(clip.id, clip.path) for clip in library.catalogue.clips()] == [(before, tmp_path / "renamed" / "a.wav")]


def test_both_spellings_of_an_accented_name_are_one_clip(library, sound: Sound) -> None:
    composed = unicodedata.normalize("NFC", "Caf\u00e9.wav")
    path = sound(library.folder / composed)
    library.scan([library.folder])
    before = library.catalogue.clips()[0]
    path.rename(library.folder / unicodedata.normalize("NFD", composed))
    library.scan()
    (after,) = library.catalogue.clips()
    assert (after.id, after.name) == (before.id, before.name)


def test_missing_files_come_back_as_they_were(library, sound: Sound, probed: list[str]) -> None:
    path = sound(library.folder / "a.wav")
    sound(library.folder / "b.wav")
    library.scan([library.folder])
    aside = library.folder.parent / "aside.wav"
    path.rename(aside)
    assert library.scan().missing == 1
    assert library.catalogue.find(path) is None
    assert library.scan().missing == 0
    aside.rename(path)
    probed.clear()
    report = library.scan()
    assert (report.unchanged, report.embedded, probed) == (2, 0, [])
    assert library.catalogue.find(path).embedded


@pytest.mark.parametrize("mount_point_stays", [False, True])
def test_an_unplugged_drive_is_offline_and_nothing_is_missing(
    library, sound: Sound, tmp_path: Path, mount_point_stays: bool
) -> None:
    sound(library.folder / "a.wav")
    library.scan([library.folder])
    library.folder.rename(tmp_path / "unplugged")
    if mount_point_stays:
        library.folder.mkdir()
    report = library.scan()
    assert (report.missing, report.skipped) == (0, 0)
    (clip,) = library.catalogue.clips()
    assert not clip.online
    if mount_point_stays:
        library.folder.rmdir()
    (tmp_path / "unplugged").rename(library.folder)
    assert library.scan().unchanged == 1
    assert library.catalogue.clips()[0].online


def test_files_below_a_folder_that_cannot_be_opened_are_not_missing(
    library, sound: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound(library.folder / "locked" / "a.wav")
    sound(library.folder / "b.wav")
    library.scan([library.folder])
    real = os.scandir

    def scandir(path: bytes) -> object:
        if bytes(path).endswith(b"locked"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    report = library.scan()
    assert (report.missing, report.skipped) == (0, 1)
    assert library.paths() == ["b.wav", "locked/a.wav"]
    assert [problem.path.name for problem in library.catalogue.problems()] == ["locked"]
    monkeypatch.undo()
    library.scan()
    assert library.catalogue.problems() == []


def test_a_part_inside_a_library_folder_is_only_rescanned(library, sound: Sound, probed: list[str]) -> None:
    sound(library.folder / "sub" / "a.wav")
    library.scan([library.folder])
    sound(library.folder / "sub" / "b.wav")
    sound(library.folder / "c.wav")
    probed.clear()
    report = library.scan([library.folder / "sub"])
    assert (report.added, report.unchanged, probed) == (1, 1, ["b.wav"])
    assert len(library.catalogue.folders()) == 1
    (library.folder / "sub" / "a.wav").unlink()
    assert library.scan([library.folder / "sub" / "a.wav"]).missing == 1


def test_a_folder_around_library_folders_adopts_them(library, sound: Sound) -> None:
    sound(library.folder / "x" / "a.wav")
    sound(library.folder / "y" / "b.wav")
    library.scan([library.folder / "x", library.folder / "y"])
    ids = {clip.name: clip.id for clip in library.catalogue.clips()}
    library.catalogue.set_person_tags(ids["a.wav"], ["door"])
    sound(library.folder / "c.wav")
    report = library.scan([library.folder])
    assert (report.added, report.unchanged, report.embedded) == (1, 2, 1)
    assert [folder.path for folder in library.catalogue.folders()] == [os.fsencode(library.folder)]
    assert library.paths() == ["c.wav", "x/a.wav", "y/b.wav"]
    assert {clip.name: clip.id for clip in library.catalogue.clips() if clip.name != "c.wav"} == ids
    assert [tag.label for tag in library.catalogue.tags(ids["a.wav"])] == ["door"]


def test_a_folder_and_its_parts_given_at_once_are_listed_once(library, sound: Sound) -> None:
    path = sound(library.folder / "sub" / "a.wav")
    report = library.scan([library.folder / "sub", path, library.folder, library.folder / "sub"])
    assert report.added == 1
    assert library.paths() == ["sub/a.wav"]


def test_a_folder_reached_by_a_link_is_the_same_folder(library, sound: Sound, tmp_path: Path) -> None:
    path = sound(library.folder / "a.wav")
    library.scan([library.folder])
    (tmp_path / "link").symlink_to(library.folder)
    assert library.scan([tmp_path / "link"]).unchanged == 1
    assert library.paths() == ["a.wav"]
    assert library.catalogue.find(tmp_path / "link" / "a.wav").path == path


def test_single_files_are_welcome_and_bring_no_others(library, sound: Sound) -> None:
    one, two = sound(library.folder / "one.wav"), sound(library.folder / "two.wav")
    sound(library.folder / "three.wav")
    assert library.scan([one]).added == 1
    assert library.scan([two, two]).added == 1
    assert library.scan().unchanged == 2
    assert library.paths() == ["one.wav", "two.wav"]
    assert library.scan([library.folder]).added == 1
    assert library.paths() == ["one.wav", "three.wav", "two.wav"]


def test_what_is_not_there_cannot_be_added(library) -> None:
    with pytest.raises(FolderError, match="not there"):
        library.scan([library.folder / "nowhere"])
    assert library.catalogue.folders() == []


def test_a_removed_folder_is_forgotten_and_its_files_stay(library, sound: Sound) -> None:
    path = sound(library.folder / "a.wav")
    library.scan([library.folder])
    library.catalogue.remove_folder(library.folder)
    assert library.catalogue.clips() == []
    assert library.catalogue.text_matches('"a"').tolist() == []
    info = library.catalogue.info()
    assert (info.windows, info.tags, info.folders) == (0, 0, ())
    assert path.exists()
    with pytest.raises(FolderError):
        library.catalogue.remove_folder(library.folder)


def test_bad_files_are_listed_with_reasons_and_good_ones_come_in(library, sound: Sound) -> None:
    folder = library.folder
    good = sound(folder / "good.wav", 1.0)
    (folder / "empty.wav").touch()
    (folder / "text.wav").write_text("this is not a sound\n" * 50)
    whole = good.read_bytes()
    (folder / "truncated.wav").write_bytes(whole[: len(whole) // 2])
    sound(folder / "nothing.wav", 0.0)
    lying = bytearray(whole)
    lying[40:44] = (0x7FFFFFF0).to_bytes(4, "little")
    (folder / "lying.wav").write_bytes(lying)
    odd = Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9 \xff.wav"))
    sound(odd)
    (folder / "loop").symlink_to(folder)
    report = library.scan([folder])
    problems = {problem.path.name: problem.reason for problem in library.catalogue.problems()}
    assert {"empty.wav", "text.wav", "nothing.wav", "truncated.wav", "lying.wav", "loop"} == problems.keys()
    assert all(problems.values())
    names = {clip.path.name for clip in library.catalogue.clips()}
    assert {"good.wav", odd.name, "truncated.wav", "lying.wav"} == names
    assert report.skipped == 4
    assert report.embedded == report.added == 4
    assert library.catalogue.find(odd).name == "caf\ufffd \ufffd.wav"
    assert library.catalogue.find(folder / "lying.wav").duration < 2
    again = library.scan()
    assert (again.skipped, again.unchanged, again.embedded) == (4, 4, 0)


def test_an_unreadable_file_is_not_read_again_until_it_changes(library, sound: Sound, probed: list[str]) -> None:
    bad = library.folder / "bad.wav"
    bad.write_text("no sound")
    library.scan([library.folder])
    probed.clear()
    assert library.scan().skipped == 1
    assert probed == []
    sound(bad)
    report = library.scan()
    assert (report.changed, report.embedded, report.skipped) == (1, 1, 0)
    assert library.catalogue.problems() == []
    bad.write_text("no sound")
    library.scan()
    assert library.catalogue.clips() == []
    bad.unlink()
    sound(library.folder / "other.wav")
    library.scan()
    assert library.catalogue.problems() == []


def test_a_file_that_may_not_be_read_is_tried_again(
    library, sound: Sound, probed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sound(library.folder / "a.wav")
    real = scanner.fingerprint

    def refused(path: bytes, size: int) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(scanner, "fingerprint", refused)
    assert library.scan([library.folder]).skipped == 1
    assert "permissions" in library.catalogue.problems()[0].reason
    monkeypatch.setattr(scanner, "fingerprint", real)
    report = library.scan()
    assert (report.skipped, report.embedded) == (0, 1)
    assert library.catalogue.problems() == []


def test_a_cancelled_scan_keeps_what_it_has_and_goes_on_later(library, sound: Sound, probed: list[str]) -> None:
    for number in range(10):
        sound(library.folder / f"{number}.wav")
    report = library.scan([library.folder], cancelled=lambda: len(probed) >= 4)
    assert report.cancelled
    assert (report.added, len(library.catalogue.clips())) == (4, 4)
    probed.clear()
    assert library.scan().added == 6
    assert len(probed) == 6


def test_progress_only_grows_and_ends_at_the_total(library, sound: Sound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "_PROGRESS_SECONDS", 0.0)
    for number in range(5):
        sound(library.folder / f"{number}.wav")
    seen: list[tuple[float, float]] = []
    library.scan([library.folder], progress=lambda p: seen.append((p.done, p.total)) if p.stage == "headers" else None)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (5, 5)


def test_the_fingerprint_sees_both_ends_the_middle_and_the_size(tmp_path: Path) -> None:
    size = 500_000
    path = tmp_path / "a"
    path.write_bytes(bytes(size))
    marks = {fingerprint(os.fsencode(path), size)}
    for position in (0, size // 2, size - 1):
        content = bytearray(size)
        content[position] = 1
        path.write_bytes(content)
        marks.add(fingerprint(os.fsencode(path), size))
    path.write_bytes(bytes(size + 1))
    marks.add(fingerprint(os.fsencode(path), size + 1))
    assert len(marks) == 5
