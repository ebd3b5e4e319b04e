"""Collections, ratings, favourites, plays: kept in the library, found by the query language, undone exactly."""

import json
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from wavlink_desktop.facade import Library, LibraryError, Order, QueryError, Request

NAMES = ("door slam.wav", "door creak.wav", "rain.wav", "thunder.flac", "siren.wav")


@pytest.fixture
def sounds(tmp_path: Path) -> Path:
    folder = tmp_path / "sounds"
    for number, name in enumerate(NAMES):
        path = folder / ("doors" if "door" in name else "other") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        samples = np.random.default_rng(number).uniform(-0.5, 0.5, 3200)
        soundfile.write(path, samples, 16_000, subtype="PCM_16")
    return folder


@pytest.fixture
def library(tmp_path: Path, sounds: Path, fake_embedder):
    with Library(tmp_path / "library.db", lambda: fake_embedder) as opened:
        opened.scan([sounds])
        yield opened


@pytest.fixture
def ids(library: Library) -> dict[str, int]:
    return {clip.name: clip.id for clip in library.clips()}


def found(library: Library, query: str) -> list[str]:
    return sorted(hit.clip.name for hit in library.search(query, by="name"))


def test_a_collection_keeps_its_order_and_its_clips_once(library: Library, ids: dict[str, int]) -> None:
    slam, creak, rain = (ids[name] for name in NAMES[:3])
    assert library.add_to_collection("  Act  one ", [rain, slam]) == [rain, slam]
    assert library.add_to_collection("act one", [slam, creak, creak, 10**9]) == [creak]
    (collection,) = library.collections()
    assert (collection.name, collection.clips, collection.query) == ("Act one", 3, None)
    assert found(library, 'collection:"act one"') == sorted(NAMES[:3])
    assert found(library, 'collection:"Act one" -creak') == sorted((NAMES[0], NAMES[2]))
    assert library.collections_of(ids.values()) == {slam: ["Act one"], creak: ["Act one"], rain: ["Act one"]}
    removed = library.remove_from_collection("Act one", [slam, ids["siren.wav"]])
    assert list(removed.places) == [slam]
    assert found(library, "collection:none") == sorted((NAMES[0], *NAMES[3:]))
    library.restore_collection(removed)
    deleted = library.delete_collection("Act one")
    assert library.collections() == []
    library.restore_collection(deleted)
    assert library.collections() == [collection]
    assert sorted(deleted.places, key=deleted.places.__getitem__) == [rain, slam, creak]


def test_names_of_collections(library: Library, ids: dict[str, int]) -> None:
    library.create_collection("Doors")
    with pytest.raises(LibraryError, match="already"):
        library.create_collection("DOORS")
    for name in ("", "  ", "!?"):
        with pytest.raises(LibraryError, match="needs a name"):
            library.create_collection(name)
    with pytest.raises(LibraryError, match="quotation"):
        library.create_collection('the "best"')
    library.rename_collection("doors", "Doors and gates")
    library.rename_collection("Doors and gates", "doors and gates")
    assert [collection.name for collection in library.collections()] == ["doors and gates"]
    for act in (library.delete_collection, lambda name: library.remove_from_collection(name, [1])):
        with pytest.raises(LibraryError, match="no collection"):
            act("Windows")
    library.create_collection("Rain")
    with pytest.raises(LibraryError, match="already"):
        library.rename_collection("Rain", "Doors and Gates")


def test_saved_searches_say_how_many_clips_they_find(library: Library, ids: dict[str, int]) -> None:
    library.save_search("Small files", "format:flac")
    library.save_search("Others", '-collection:"Small files"')
    library.save_search("Doors", "door format:flac")  # ranks, and leaves nothing out for its words
    counts = {facet.label: facet.count for facet in library.facets().collections}
    assert counts == {"Small files": 1, "Others": 4, "Doors": None}


def test_saved_searches(library: Library, ids: dict[str, int]) -> None:
    assert library.save_search("Short doors", "door  duration:<5") is None
    (saved,) = library.collections()
    assert saved.query == "door duration:<5"
    assert library.save_search("short doors", "door duration:<2") == "door duration:<5"
    with pytest.raises(QueryError):
        library.save_search("Colours", "colour:red")
    with pytest.raises(LibraryError, match="nothing to save"):
        library.save_search("Empty", "  ")
    with pytest.raises(LibraryError, match="saved search"):
        library.add_to_collection("Short doors", [ids["rain.wav"]])
    library.create_collection("Set")
    with pytest.raises(LibraryError, match="collection of clips"):
        library.save_search("Set", "door")
    deleted = library.delete_collection("Short doors")
    library.restore_collection(deleted)
    assert {collection.name: collection.query for collection in library.collections()} == {
        "Set": None,
        "Short doors": "door duration:<2",
    }


def test_ratings_are_found_and_taken_back(library: Library, ids: dict[str, int]) -> None:
    slam, creak, rain = (ids[name] for name in NAMES[:3])
    assert library.rate([slam, creak], 4) == {slam: 0, creak: 0}
    before = library.rate([creak, rain], 5)
    assert before == {creak: 4, rain: 0}
    assert library.ratings(ids.values()) == {slam: 4, creak: 5, rain: 5}
    assert found(library, "rating:5") == sorted(NAMES[1:3])
    assert found(library, "rating:>=4 door") == sorted(NAMES[:2])
    assert found(library, "rating:<5") == sorted((NAMES[0], *NAMES[3:]))
    assert found(library, "rating:none") == sorted(NAMES[3:])
    assert found(library, "-rating:4..5") == sorted(NAMES[3:])
    library.restore_ratings(before)
    assert library.ratings(ids.values()) == {slam: 4, creak: 4}
    assert library.rate([slam, creak], 4) == {}
    for stars in (-1, 6):
        with pytest.raises(LibraryError, match="no rating"):
            library.rate([slam], stars)
    with pytest.raises(QueryError, match="rating:>=4"):
        library.search("rating:9")


def test_favourites(library: Library, ids: dict[str, int]) -> None:
    slam, creak = ids[NAMES[0]], ids[NAMES[1]]
    assert library.set_favourite([slam]) == [slam]
    assert library.set_favourite([slam, creak]) == [creak]
    assert found(library, "favourite:yes") == sorted(NAMES[:2])
    assert found(library, "favourite:no") == sorted(NAMES[2:])
    assert library.set_favourite([slam, ids["rain.wav"]], False) == [slam]
    assert library.favourites(ids.values()) == {creak}


def test_plays_are_noted_without_changing_the_revision(library: Library, ids: dict[str, int]) -> None:
    before = library.revision()
    library.played(ids["rain.wav"])
    library.played(ids["siren.wav"], 10**9)
    assert library.revision() == before
    assert [clip.name for clip, _ in library.recently_played()] == ["siren.wav", "rain.wav"]
    assert all(abs(when - time.time()) < 60 for _, when in library.recently_played())
    library.played(ids["rain.wav"])
    assert [clip.name for clip, _ in library.recently_played(1)] == ["rain.wav"]
    for query in ("played:yes", "played:today", "played:7d", "played:1h"):
        assert found(library, query) == ["rain.wav", "siren.wav"]
    assert found(library, "played:no door") == sorted(NAMES[:2])
    with pytest.raises(QueryError, match="played:today"):
        library.search("played:sometimes")


def test_all_of_it_stays_with_a_file_that_moves_and_goes_with_one_that_is_removed(
    library: Library, ids: dict[str, int], sounds: Path
) -> None:
    rain = ids["rain.wav"]
    library.add_to_collection("Weather", [rain])
    library.rate([rain], 3)
    library.set_favourite([rain])
    library.played(rain)
    (sounds / "moved").mkdir()
    shutil.move(sounds / "other" / "rain.wav", sounds / "moved" / "wet.wav")
    library.scan()
    assert found(library, "collection:Weather rating:3 favourite:yes played:yes") == ["wet.wav"]
    library.remove_folder(sounds)
    assert [collection.clips for collection in library.collections()] == [0]
    assert library.ratings([rain]) == {}
    assert library.favourites([rain]) == set()
    assert library.recently_played() == []


def test_fields_of_state(library: Library, ids: dict[str, int], sounds: Path, tmp_path: Path) -> None:
    shutil.copy(sounds / "other" / "siren.wav", sounds / "other" / "siren copy.wav")
    library.scan()
    library.set_person_tags(ids["rain.wav"], ["wet street"])
    library.accept_tag([ids["door slam.wav"]], "DOORWood", "ucs")
    assert found(library, "duplicate:yes") == ["siren copy.wav", "siren.wav"]
    assert len(found(library, "duplicate:no")) == 4
    assert found(library, "tagged:yes") == ["door slam.wav", "rain.wav"]
    assert found(library, "ucs:DOORS") == found(library, "ucs:DOORWood") == found(library, "ucs:door") == [NAMES[0]]
    assert found(library, 'tag:"=wet street"') == found(library, "tag:wet") == ["rain.wav"]
    assert found(library, "tag:=wet") == []
    assert len(found(library, "embedded:yes")) == 6
    assert found(library, "embedded:no") == []
    assert len(found(library, "online:yes")) == 6
    sounds.rename(tmp_path / "unplugged")
    assert len(found(library, "online:no")) == 6
    with pytest.raises(QueryError):
        library.search("online:maybe")


def test_a_folder_by_its_path(library: Library, sounds: Path) -> None:
    assert found(library, f'folder:"{sounds / "doors"}"') == sorted(NAMES[:2])
    assert found(library, f'folder:"{sounds}/"') == sorted(NAMES)
    assert found(library, f'folder:"{sounds.parent}"') == sorted(NAMES)
    assert found(library, f'folder:"{sounds / "door"}"') == []
    assert found(library, f'-folder:"{sounds / "doors"}"') == sorted(NAMES[2:])
    assert found(library, f'folder:"{sounds / "doors"}" folder:"{sounds / "other"}" -rain') == sorted(
        (*NAMES[:2], *NAMES[3:])
    )


def test_two_formats_are_either(library: Library) -> None:
    assert found(library, "format:flac format:wav") == sorted(NAMES)


def test_facets_count_what_their_queries_find(library: Library, ids: dict[str, int], sounds: Path) -> None:
    shutil.copy(sounds / "other" / "siren.wav", sounds / "other" / "siren copy.wav")
    library.scan()
    library.rate([ids["rain.wav"]], 4)
    library.set_favourite([ids["siren.wav"]])
    library.add_to_collection("Act one", [ids["rain.wav"], ids["siren.wav"]])
    library.save_search("Doors", "door")
    library.set_person_tags(ids["rain.wav"], ["wet street"])
    library.accept_tag([ids["door slam.wav"]], "DOORWood", "ucs")
    library.played(ids["rain.wav"])
    facets = library.facets()
    assert facets.clips == 6
    assert facets.near_duplicates.count is None
    listed = [facets.favourites, facets.played, facets.duplicates, *facets.ratings, *facets.formats, *facets.rates]
    listed += [*facets.channels, *facets.folders, *facets.folders[0].children, *facets.ucs, *facets.ucs[0].children]
    listed += [*facets.collections, *facets.tags[0].children]
    for facet in listed:
        if facet.count is not None:
            assert len(library.search(facet.query)) == facet.count, facet
    assert [(facet.label, facet.count) for facet in facets.folders[0].children] == [("doors", 2), ("other", 4)]
    assert [(facet.label, facet.query) for facet in facets.ucs[0].children] == [("WOOD", "ucs:DOORWood")]
    assert [facet.query for facet in facets.collections] == ['collection:"Act one"', "door"]
    (sounds / "other" / "rain.wav").unlink()
    library.scan()
    gone = library.facets()
    assert (gone.clips, gone.played.count, gone.collections[0].count, gone.tags) == (5, 0, 1, ())
    assert [facet.count for facet in gone.folders[0].children] == [2, 3]


def test_copies_come_in_groups(library: Library, sounds: Path) -> None:
    shutil.copy(sounds / "other" / "siren.wav", sounds / "other" / "siren copy.wav")
    library.scan()
    assert [sorted(clip.name for clip in group) for group in library.duplicates()] == [["siren copy.wav", "siren.wav"]]
    assert library.duplicates(near=True) == []
    report = library.find_near_duplicates()
    assert (report.clips, report.alike, report.groups, report.cancelled) == (6, 2, 1, False)
    assert [sorted(clip.name for clip in group) for group in library.duplicates(near=True)] == [
        ["siren copy.wav", "siren.wav"]
    ]
    assert found(library, "duplicate:near") == ["siren copy.wav", "siren.wav"]
    assert library.facets().near_duplicates.count == 2
    assert library.find_near_duplicates(cancelled=lambda: True).cancelled
    assert library.facets().near_duplicates.count == 2


def names(library: Library, query: str) -> list[str]:
    """In the order in which they are listed."""
    answer = library.answer(Request(query))
    return [hit.clip.name for hit in library.hits(answer)]


def test_a_collection_is_listed_as_it_was_filled_and_plays_by_when(library: Library, ids: dict[str, int]) -> None:
    wanted = ["siren.wav", "door slam.wav", "rain.wav"]
    library.add_to_collection("Act one", [ids[name] for name in wanted])
    assert names(library, 'collection:"Act one"') == wanted
    assert names(library, 'collection:"Act one" -slam') == ["siren.wav", "rain.wav"]
    for name in wanted:
        library.played(ids[name])
        time.sleep(0.01)
    assert names(library, "played:today") == wanted[::-1]
    by_name = library.answer(Request("played:today"), Order("name"))
    assert [hit.clip.name for hit in library.hits(by_name)] == sorted(wanted)


def test_collection_stands_for_a_saved_search(library: Library, ids: dict[str, int]) -> None:
    library.save_search("Short doors", "door duration:<5")
    assert names(library, 'collection:"short doors"')[:2] == names(library, "door duration:<5")[:2]
    assert found(library, 'collection:"short doors"') == sorted(NAMES[:2])
    assert found(library, 'collection:"Short doors" -creak') == [NAMES[0]]
    assert found(library, '-collection:"Short doors"') == sorted(NAMES[2:])
    library.save_search("Doors and more", 'collection:"Short doors" -creak')
    assert found(library, 'collection:"Doors and more"') == [NAMES[0]]
    library.save_search("Short doors", 'collection:"Doors and more"')
    assert found(library, 'collection:"Short doors"') == []


def test_what_people_keep_is_exported(library: Library, ids: dict[str, int], tmp_path: Path) -> None:
    rain = ids["rain.wav"]
    library.rate([rain], 4)
    library.set_favourite([rain])
    library.add_to_collection("Act one", [rain])
    library.add_to_collection("Weather", [rain])
    library.export(tmp_path / "out.json", "json", columns=["name", "rating", "favourite", "collections"])
    rows = {row["name"]: row for row in json.loads((tmp_path / "out.json").read_text())}
    assert rows["rain.wav"] == {
        "name": "rain.wav",
        "rating": 4,
        "favourite": "yes",
        "collections": ["Act one", "Weather"],
    }
    assert rows["siren.wav"] == {"name": "siren.wav", "rating": None, "favourite": None, "collections": []}
