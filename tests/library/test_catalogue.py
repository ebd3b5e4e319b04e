import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.filters import Filter, Formats, Range, Texts

Sound = Callable[..., Path]


@pytest.fixture
def filled(library, sound: Sound):
    sound(library.folder / "Doors" / "DOORKnck_WoodDoor.wav", 0.2)
    sound(library.folder / "Weather" / "rain.flac", 2.0)
    sound(library.folder / "silence.wav", 0.3)
    library.scan([library.folder])
    return library


def _id(library, name: str) -> int:
    return next(clip.id for clip in library.catalogue.clips() if clip.name == name)


def _found(library, expression: str) -> list[str]:
    clips = library.catalogue.clips_by_id(library.catalogue.text_matches(expression))
    return sorted(clip.name for clip in clips.values())


@pytest.mark.parametrize(
    "word", ["door", "wood", "DOORKnck", "knck", "Doors", '"wood door"', '"DOORKnck_WoodDoor.wav"']
)
def test_words_glued_in_a_name_are_found(filled, word: str) -> None:
    assert _found(filled, word if word.startswith('"') else f'"{word}"') == ["DOORKnck_WoodDoor.wav"]


def test_word_forms_and_folders_are_found(filled) -> None:
    assert _found(filled, '"raining"') == ["rain.flac"]
    assert _found(filled, 'folder : "weather"') == ["rain.flac"]
    assert _found(filled, 'name : "weather"') == []


def test_every_change_grows_the_revision_for_every_connection(filled, tmp_path: Path) -> None:
    other = Catalogue(filled.catalogue.path)
    before = other.revision()
    filled.catalogue.set_person_tags(_id(filled, "rain.flac"), ["wet"])
    assert other.revision() > before
    assert [tag.label for tag in other.tags(_id(filled, "rain.flac"))] == ["wet"]
    other.close()


def test_a_reader_sees_one_moment(filled) -> None:
    rain = _id(filled, "rain.flac")
    with filled.catalogue.reading() as database:
        before = database.execute("SELECT count(*) FROM tags").fetchone()
        writer = threading.Thread(target=filled.catalogue.set_person_tags, args=(rain, ["wet"]))
        writer.start()
        writer.join()
        assert database.execute("SELECT count(*) FROM tags").fetchone() == before
    assert len(filled.catalogue.tags(rain)) == 1


def test_a_failed_change_leaves_nothing_behind(filled) -> None:
    revision = filled.catalogue.revision()
    rows = [(_id(filled, "rain.flac"), "WATER", 0.5, "sound"), (_id(filled, "silence.wav"), "X", 0.5, "nonsense")]
    with pytest.raises(Exception, match="CHECK"):
        filled.catalogue.replace_machine_tags("ucs", [row[0] for row in rows], rows)
    assert filled.catalogue.tags_by_file() == {}
    assert filled.catalogue.revision() == revision


def test_machine_tags_are_replaced_and_a_persons_stay(filled) -> None:
    rain, door = _id(filled, "rain.flac"), _id(filled, "DOORKnck_WoodDoor.wav")
    catalogue, both = filled.catalogue, (rain, door)
    catalogue.set_person_tags(rain, [" lovely ", "lovely", ""])
    catalogue.replace_machine_tags("ucs", both, [(rain, "RAINGen", 0.9, "sound"), (door, "DOORWood", 0.8, "name")])
    catalogue.replace_machine_tags("mine", both, [(rain, "wet", 0.4, "sound")])
    assert [(t.vocabulary, t.label, t.source) for t in catalogue.tags(rain)] == [
        ("own", "lovely", "person"),
        ("ucs", "RAINGen", "sound"),
        ("mine", "wet", "sound"),
    ]
    assert _found(filled, 'tags : "gen"') == ["rain.flac"]
    dripping = [(rain, "WATRDrip", 0.7, "sound"), (99_999, "WATRDrip", 0.7, "sound")]
    catalogue.replace_machine_tags("ucs", both, dripping)
    assert {i: [t.label for t in tags] for i, tags in catalogue.tags_by_file().items()} == {
        rain: ["lovely", "WATRDrip", "wet"]
    }
    assert _found(filled, 'tags : "gen" OR tags : "wood"') == []
    assert _found(filled, 'tags : "lovely"') == ["rain.flac"]
    catalogue.set_person_tags(rain, [])
    assert _found(filled, 'tags : "lovely"') == []
    with pytest.raises(KeyError):
        catalogue.set_person_tags(99_999, ["x"])


def test_labels_with_broken_characters_can_be_kept(filled) -> None:
    rain = _id(filled, "rain.flac")
    filled.catalogue.set_person_tags(rain, ["caf\udce9"])
    assert filled.catalogue.tags(rain)[0].label == "caf?"


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Filter(), ["DOORKnck_WoodDoor.wav", "rain.flac", "silence.wav"]),
        (Filter((Range("duration", high=0.3, with_high=False),)), ["DOORKnck_WoodDoor.wav"]),
        (Filter((Range("duration", 0.3, 2.0),)), ["rain.flac", "silence.wav"]),
        (Filter((Range("duration", 0.3, 2.0, False, False),)), []),
        (Filter((Formats(("flac", "mp3")),)), ["rain.flac"]),
        (Filter((), (Formats(("flac",)),)), ["DOORKnck_WoodDoor.wav", "silence.wav"]),
        (Filter((Formats(("wav",)),), (Texts('"door"'),)), ["silence.wav"]),
        (Filter((Range("bit_depth", 24.0),)), []),
        (Filter((), (Range("bit_depth", 24.0),)), ["DOORKnck_WoodDoor.wav", "rain.flac", "silence.wav"]),
    ],
)
def test_filters(filled, wanted: Filter, names: list[str]) -> None:
    clips = filled.catalogue.clips_by_id(filled.catalogue.ids(wanted))
    assert sorted(clip.name for clip in clips.values()) == names


def test_mean_vectors_are_of_unit_length_and_of_clips_that_can_be_found(filled) -> None:
    ids, means = filled.catalogue.all_vectors()
    assert ids.tolist() == sorted(clip.id for clip in filled.catalogue.clips())
    assert means.dtype == np.float32
    assert np.allclose(np.linalg.norm(means, axis=1), 1, atol=1e-5)
    (filled.folder / "silence.wav").unlink()
    filled.scan()
    assert len(filled.catalogue.all_vectors()[0]) == 2


def test_the_library_in_figures(filled) -> None:
    info = filled.catalogue.info()
    assert info.path == filled.catalogue.path
    assert info.folders == (filled.folder,)
    assert (info.clips, info.embedded, info.windows, info.problems, info.tags) == (3, 3, 3, 0, 0)
    assert info.hours == pytest.approx(2.5 / 3600)
    assert info.model_id == "fake"
    assert info.bytes_on_disk > 0


def test_each_thread_has_its_own_connection(filled) -> None:
    seen: list[int] = []
    threads = [threading.Thread(target=lambda: seen.append(len(filled.catalogue.clips()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [3] * 8


def test_what_is_below_a_folder(filled, tmp_path: Path) -> None:
    def below(folder: Path) -> list[str]:
        return [clip.name for clip in filled.catalogue.below(folder)]

    everything = ["DOORKnck_WoodDoor.wav", "rain.flac", "silence.wav"]
    assert below(filled.folder / "Doors") == ["DOORKnck_WoodDoor.wav"]
    assert below(filled.folder) == below(tmp_path) == everything
    assert below(filled.folder / "Door") == below(filled.folder / "rain") == below(tmp_path / "elsewhere") == []
    (tmp_path / "link").symlink_to(filled.folder / "Weather")
    assert below(tmp_path / "link") == ["rain.flac"]
