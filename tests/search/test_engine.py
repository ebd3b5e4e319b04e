from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from wavlink_desktop.library import index, marks
from wavlink_desktop.library.errors import LibraryError, ModelError
from wavlink_desktop.library.listing import Order
from wavlink_desktop.search import engine, sounding
from wavlink_desktop.search.query import QueryError
from wavlink_desktop.search.request import Request, Sound

Names = Callable[..., list[str]]


@pytest.fixture
def filled(bench):
    bench.add("take_01.wav", "rain")
    bench.add("take_02.wav", "door")
    bench.add("take_03.wav", "siren")
    bench.add("metal door.wav", "glass")
    bench.add("Weather/storm.wav", "wind")
    bench.add("dog bark.wav", "dog")
    bench.add("long ambience.wav", "wind", "wind", "engine", "wind", seconds=10.0)
    bench.scan()
    return bench


def test_meaning_finds_what_no_name_says(filled, names: Names) -> None:
    (first, *rest) = filled.searcher.search("rain", by="meaning")
    assert first.clip.name == "take_01.wav"
    assert (first.rank, first.reason) == (1, "meaning")
    assert (first.start, first.end) == (0.0, 1.0)
    assert first.score > 0.5 > rest[0].score
    assert len(rest) == 6  # ranked, not cut off: the weak ones follow


def test_the_best_moment_of_a_long_file(filled) -> None:
    hit = filled.searcher.search("engine", by="meaning")[0]
    assert (hit.clip.name, hit.start, hit.end) == ("long ambience.wav", 20.0, 30.0)
    matches = filled.searcher.matches(hit.clip.id, Request("engine"))
    assert [(start, end) for start, end, _ in matches] == [(0, 10), (10, 20), (20, 30), (30, 40)]
    assert max(matches, key=lambda match: match[2])[0] == 20
    assert filled.searcher.matches(hit.clip.id, Request()) == []


def test_names_find_words_their_beginnings_and_forms(filled, names: Names) -> None:
    assert names(filled.searcher.search("door", by="name")) == ["metal door.wav"]
    assert names(filled.searcher.search("ambi", by="name")) == ["long ambience.wav"]
    assert names(filled.searcher.search("barking", by="name")) == ["dog bark.wav"]
    assert names(filled.searcher.search("weather", by="name")) == ["storm.wav"]
    assert filled.searcher.search("xylophone", by="name") == []


def test_all_words_in_the_name_come_first_but_one_of_many_does_not(filled, names: Names) -> None:
    assert names(filled.searcher.search("metal door"))[:2] == ["metal door.wav", "take_02.wav"]
    filled.add("metal shelf.wav", "bell")
    filled.scan()
    found = names(filled.searcher.search("metal siren"))
    assert found.index("take_03.wav") < found.index("metal shelf.wav")
    assert names(filled.searcher.search("rain on the roof"))[0] == "take_01.wav"


def test_reasons_and_scores(filled) -> None:
    dogs = filled.searcher.search("dog")
    assert (dogs[0].clip.name, dogs[0].reason) == ("dog bark.wav", "both")
    by_name = {hit.clip.name: hit for hit in filled.searcher.search("door")}
    assert by_name["metal door.wav"].reason == "name"
    assert by_name["take_02.wav"].reason == "meaning"
    for hits in (dogs, filled.searcher.search("metal door"), filled.searcher.search("wind", by="meaning")):
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
        assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))


def test_words_in_quotes_filter_and_work_alone(filled, names: Names) -> None:
    assert names(filled.searcher.search('"metal door"')) == ["metal door.wav"]
    assert names(filled.searcher.search('rain "dog bark"')) == ["dog bark.wav"]
    assert filled.searcher.search('"door metal"') == []


def test_fields_filter_every_way_of_searching(filled, names: Names) -> None:
    assert names(filled.searcher.search("wind duration:>30")) == ["long ambience.wav"]
    assert names(filled.searcher.search("wind -ambience", by="meaning", limit=1)) == ["storm.wav"]
    assert names(filled.searcher.search("door folder:weather")) == ["storm.wav"]
    assert names(filled.searcher.search("bark format:flac", by="name")) == []


def test_without_words_what_passes_is_listed_by_path(filled, names: Names) -> None:
    assert names(filled.searcher.search("folder:weather")) == ["storm.wav"]
    listed = filled.searcher.search("")
    assert names(listed) == [clip.name for clip in filled.catalogue.clips()]
    assert names(filled.searcher.search("", limit=2)) == names(listed)[:2]
    assert (listed[-1].start, listed[-1].end) == (0.0, listed[-1].clip.duration)


def test_the_limit_is_kept_and_reached(bench, names: Names) -> None:
    bench.add("hours.wav", *["rain"] * 40, seconds=10.0)
    for number in range(5):
        bench.add(f"{number}.wav", "rain")
    bench.scan()
    assert len(bench.searcher.search("rain", limit=3, by="meaning")) == 3
    assert len(bench.searcher.search("rain", limit=6, by="meaning")) == 6


def test_without_a_model_both_goes_by_name_and_meaning_says_so(filled, names: Names) -> None:
    filled.model.broken = True
    assert names(filled.searcher.search("door")) == ["metal door.wav"]
    with pytest.raises(ModelError):
        filled.searcher.search("door", by="meaning")


def test_clips_without_vectors_are_found_by_name(filled, names: Names) -> None:
    filled.add("xylophone.wav", "bell")
    filled.model.broken = True
    with pytest.raises(LibraryError):
        filled.scan()
    filled.model.broken = False
    hit = filled.searcher.search("xylophone")[0]
    assert (hit.clip.name, hit.clip.embedded, hit.reason, hit.start, hit.end) == (
        "xylophone.wav",
        False,
        "name",
        0.0,
        1.0,
    )


def test_new_and_missing_clips_are_seen_at_once(filled, names: Names) -> None:
    assert "new.wav" not in names(filled.searcher.search("bell", by="meaning"))
    filled.add("new.wav", "bell")
    filled.scan()
    assert names(filled.searcher.search("bell", by="meaning"))[0] == "new.wav"
    (filled.folder / "new.wav").unlink()
    filled.scan()
    assert "new.wav" not in names(filled.searcher.search("bell"))


def test_similar_to_a_clip_of_the_library_leaves_it_out(filled, names: Names) -> None:
    filled.add("other rain.wav", "rain")
    filled.scan()
    hits = filled.searcher.similar(filled.folder / "take_01.wav", limit=3)
    assert names(hits)[0] == "other rain.wav"
    assert "take_01.wav" not in names(hits)
    assert [hit.rank for hit in hits] == [1, 2, 3]


def test_similar_to_a_part_and_to_a_file_from_outside(filled, names: Names, tmp_path: Path) -> None:
    ambience = filled.folder / "long ambience.wav"
    filled.add("motor.wav", "engine")
    filled.scan()
    assert names(filled.searcher.similar(ambience, 1, start=22.0, end=28.0)) == ["motor.wav"]
    outside = tmp_path / "outside.wav"
    (filled.folder / "take_03.wav").rename(outside)
    assert names(filled.searcher.similar(outside, 1)) == ["take_03.wav"]


def test_a_file_that_nothing_can_be_similar_to(filled, tmp_path: Path) -> None:
    silent = tmp_path / "silent.wav"
    soundfile.write(silent, np.zeros(1600), 16_000)
    text = tmp_path / "text.wav"
    text.write_text("no sound")
    for path in (silent, text, tmp_path / "nowhere.wav"):
        with pytest.raises(LibraryError, match=path.name):
            filled.searcher.similar(path)


def test_a_bad_query_is_a_query_error(filled) -> None:
    with pytest.raises(QueryError):
        filled.searcher.search("colour:red")


def test_an_empty_library_finds_nothing(bench) -> None:
    assert bench.searcher.search("rain") == []
    assert bench.searcher.search("") == []


def asked(filled, request, order=None):
    return [hit.clip.name for hit in filled.searcher.hits(filled.searcher.answer(request, order))]


def test_an_answer_is_columns_and_its_rows_are_read_as_they_are_wanted(filled) -> None:
    answer = filled.searcher.answer(Request("engine", balance=1.0))
    assert answer.ranked and len(answer) == 7
    assert answer.ranking.ranks.tolist() == [1, 2, 3, 4, 5, 6, 7]
    (third, first) = filled.searcher.rows(answer, np.array([2, 0]))
    assert (first.hit.clip.name, first.hit.start, first.hit.end) == ("long ambience.wav", 20.0, 30.0)
    assert (first.hit.rank, third.hit.rank) == (1, 3)
    listed = filled.searcher.answer(Request())
    assert not listed.ranked and len(listed) == 7


def test_a_clip_that_vanished_since_is_no_row(filled) -> None:
    answer = filled.searcher.answer(Request())
    (filled.folder / "take_01.wav").unlink()
    filled.scan()
    rows = filled.searcher.rows(answer, np.arange(7))
    assert sum(row is None for row in rows) == 1
    assert len(filled.searcher.hits(answer)) == 6


def test_a_list_and_a_ranked_answer_are_sorted_by_any_column(filled) -> None:
    for request in (Request(), Request("rain")):
        by_name = asked(filled, request, Order("name"))
        assert by_name == sorted(by_name, key=str.lower)
        assert asked(filled, request, Order("name", descending=True)) == by_name[::-1]
        assert asked(filled, request, Order("duration", descending=True))[0] == "long ambience.wav"
    assert asked(filled, Request("rain"), Order("match", descending=True)) == asked(filled, Request("rain"))[::-1]
    assert asked(filled, Request("engine", balance=1.0), Order("moment", descending=True))[0] == "long ambience.wav"
    with filled.catalogue.reading() as database:
        (number,) = database.execute("SELECT id FROM files WHERE name = 'storm.wav'").fetchone()
    filled.catalogue.set_person_tags(number, ["zephyr"])
    for descending in (False, True):  # what has no tag comes last, either way
        assert asked(filled, Request(), Order("tags", descending))[0] == "storm.wav"


def test_rows_carry_tags_and_rating_and_are_sorted_by_it(filled) -> None:
    best = filled.searcher.answer(Request("name:storm")).ids
    with filled.catalogue.writing() as database:
        marks.rate(database, best.tolist(), 4)
    (row,) = filled.searcher.rows(filled.searcher.answer(Request(), Order("rating", descending=True)), np.array([0]))
    assert (row.hit.clip.name, row.stars, row.favourite) == ("storm.wav", 4, False)
    assert asked(filled, Request(), Order("rating"))[0] == "storm.wav"  # what has none comes last


def test_everything_with_all_the_words_is_found_however_many(filled) -> None:
    for number in range(5):
        filled.add(f"door {number}.wav", "bell")
    filled.scan()
    answer = filled.searcher.answer(Request("door"), limit=2)
    doors = [hit.clip.name for hit in filled.searcher.hits(answer) if "door" in hit.clip.name]
    assert len(doors) == 6


def test_the_balance_leads_from_names_to_sound(filled) -> None:
    assert asked(filled, Request("door", balance=0.0)) == ["metal door.wav"]
    assert asked(filled, Request("door", balance=1.0))[0] == "take_02.wav"
    assert asked(filled, Request("door", balance=0.2))[0] == "metal door.wav"
    assert asked(filled, Request("door", balance=0.9))[0] == "take_02.wav"
    assert asked(filled, Request("door")) == [hit.clip.name for hit in filled.searcher.search("door", limit=1000)]


def test_like_this_but(filled) -> None:
    rain = Sound(filled.folder / "take_01.wav")
    filled.add("other rain.wav", "rain")
    filled.add("glassy.wav", "glass", "rain", seconds=10.0)
    filled.scan()
    assert asked(filled, Request(sounds=(rain,)))[0] in ("other rain.wav", "glassy.wav")
    assert asked(filled, Request("folder:weather", (rain,))) == ["storm.wav"]
    answer = filled.searcher.answer(Request(sounds=(rain,)))
    moments = {hit.clip.name: (hit.start, hit.end) for hit in filled.searcher.hits(answer)}
    assert moments["glassy.wav"] == (10.0, 20.0)


def test_a_long_file_found_by_its_name_is_heard_where_it_fits_best(filled, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its windows are read at once where they are few, else by way of the index."""
    filled.add("dog park.wav", "rain", "of no topic", "wind", seconds=10.0)
    for number in range(8):
        filled.add(f"barking {number}.wav", "dog")
    filled.scan()
    monkeypatch.setattr(index, "_WIDE", 1)
    monkeypatch.setattr(sounding, "_CANDIDATES", 3)  # what is nearest does not reach the park
    for few in (2000, 0):
        monkeypatch.setattr(engine, "_FEW_WINDOWS", few)
        hits = filled.searcher.hits(filled.searcher.answer(Request("dog park"), limit=3))
        assert [hit.start for hit in hits if hit.clip.name == "dog park.wav"] == [10.0]


def test_less_like_that(filled) -> None:
    rain, motor = Sound(filled.folder / "take_01.wav"), Sound(filled.add("motor.wav", "engine"), weight=-1.0)
    filled.add("rain 2.wav", "rain")
    filled.add("engine 2.wav", "engine")
    filled.scan()
    found = asked(filled, Request(sounds=(rain, motor)))
    assert found[0] == "rain 2.wav"
    assert found[-1] == "engine 2.wav"
    assert not {"take_01.wav", "motor.wav"} & set(found)  # what was asked with is known
    assert asked(filled, Request(sounds=(motor,)))[-1] == "engine 2.wav"


def test_a_sound_that_is_asked_for_again_is_heard_once(filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = tmp_path / "outside.wav"
    (filled.folder / "take_03.wav").rename(outside)
    heard = []
    embed = filled.model.embed_audio
    monkeypatch.setattr(filled.model, "embed_audio", lambda clips: heard.append(len(clips)) or embed(clips))
    for words in ("", "r", "ra", "rain"):
        asked(filled, Request(words, (Sound(outside),)))
    assert heard == [1]


def test_where_a_clip_matches_several_wishes(filled) -> None:
    (clip,) = [clip for clip in filled.catalogue.clips() if clip.name == "long ambience.wav"]
    matches = filled.searcher.matches(clip.id, Request(sounds=(Sound(filled.add("motor.wav", "engine")),)))
    assert max(matches, key=lambda match: match[2])[0] == 20
