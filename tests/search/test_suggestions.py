"""What is offered while a query is written."""

import pytest

from wavlink_desktop.library import collecting, searches, tagstore
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.search.suggestions import suggest


@pytest.fixture
def catalogue(tmp_path):
    catalogue = Catalogue(tmp_path / "library.db")
    with catalogue.writing() as database:
        database.execute("INSERT INTO folders (id, path, whole) VALUES (1, x'2f', 1)")
        for number in (1, 2, 3):
            database.execute(
                "INSERT INTO files (id, folder_id, path, name, size, mtime_ns) VALUES (?, 1, ?, 'x', 1, 1)",
                [number, f"{number}.wav".encode()],
            )
        tagstore.accept(database, "own", "wet street", [1, 2])
        tagstore.accept(database, "own", "weird_100%", [3])
        collecting.create(database, "Trailer hits")
        for text in ("wind in trees", "metal door", "wind chimes"):
            searches.remember(database, text)
    yield catalogue
    catalogue.close()


def offered(catalogue, text):
    return [(found.kind, found.text) for found in suggest(catalogue, text, 50)]


def test_with_nothing_written_the_latest_searches(catalogue):
    assert offered(catalogue, "") == [("history", t) for t in ("wind chimes", "metal door", "wind in trees")]


def test_searches_of_before_that_begin_so(catalogue):
    assert offered(catalogue, "Wind")[:2] == [("history", "wind chimes"), ("history", "wind in trees")]
    assert ("history", "wind chimes") not in offered(catalogue, "wind chimes")


def test_tags_take_the_place_of_the_word(catalogue):
    assert offered(catalogue, "rain we")[0] == ("tag", 'rain tag:"wet street" ')
    assert offered(catalogue, "rain -we")[0] == ("tag", 'rain -tag:"wet street" ')
    assert [text for kind, text in offered(catalogue, "tag:weird_") if kind == "tag"] == ["tag:weird_100% "]
    assert [text for kind, text in offered(catalogue, "tag:w_ird") if kind == "tag"] == []


def test_fields_and_their_values(catalogue):
    assert ("field", "duration:") in offered(catalogue, "dur")
    assert ("value", "channels:stereo ") in offered(catalogue, "channels:st")
    assert offered(catalogue, "collection:tr") == [("collection", 'collection:"Trailer hits" ')]
    assert ("ucs", "catid:DOORCreak ") in offered(catalogue, "catid:doorcr")
    assert offered(catalogue, "nofield:x") == []


def test_ucs_by_name(catalogue):
    assert ("ucs", "catid:DOORCreak ") in offered(catalogue, "creak")
    assert ("ucs", "category:DOORS ") in offered(catalogue, "doors")


@pytest.mark.parametrize("text", ["r", "rain ", '"rain', "-", ":", "tag:", '"', "  "])
def test_odd_beginnings_are_no_error(catalogue, text):
    suggest(catalogue, text)


def test_the_oldest_searches_go(catalogue):
    with catalogue.writing() as database:
        for number in range(600):
            searches.remember(database, f"sound {number}")
        assert database.execute("SELECT count(*) FROM searches").fetchone()[0] == 500
    assert offered(catalogue, "wind") == [] or all(kind != "history" for kind, _ in offered(catalogue, "wind"))
