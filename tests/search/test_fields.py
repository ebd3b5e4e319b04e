"""What files say of themselves is searched by field."""

import struct
from pathlib import Path

import pytest

from wavlink_desktop.audio import STANDARD_FIELDS
from wavlink_desktop.library import schema
from wavlink_desktop.search.query import FIELDS

IXML = """<BWFXML><USER><CATID>DOORWood</CATID><CATEGORY>DOORS</CATEGORY><SUBCATEGORY>WOOD</SUBCATEGORY>
<FXNAME>Old Creak</FXNAME><LIBRARY>Boom Library Doors</LIBRARY><DESIGNER>Ann Noise</DESIGNER></USER>
<ASWG><micType>Sennheiser MKH 8040</micType></ASWG></BWFXML>"""


def append(path: Path, *chunks: tuple[bytes, bytes]) -> None:
    content = path.read_bytes()
    for name, said in chunks:
        content += name + struct.pack("<I", len(said)) + said + b"\0" * (len(said) % 2)
    path.write_bytes(content[:4] + struct.pack("<I", len(content) - 8) + content[8:])


@pytest.fixture
def filled(bench):
    cue = struct.pack("<III4sIII", 1, 1, 100, b"data", 0, 0, 100)
    label = b"adtl" + b"labl" + struct.pack("<II", 4 + 6, 1) + b"Latch\0"
    append(bench.add("a.wav", "rain"), (b"iXML", IXML.encode()), (b"cue ", cue), (b"LIST", label))
    append(bench.add("b.wav", "door"), (b"iXML", b"<BWFXML><USER><LIBRARY>Boom Storms</LIBRARY></USER></BWFXML>"))
    bench.add("c.wav", "siren")
    bench.scan()
    return bench


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("catid:DOORWood", ["a.wav"]),
        ("catid:doorwood", ["a.wav"]),
        ("catid:DOOR*", ["a.wav"]),
        ("category:doors", ["a.wav"]),
        ("subcategory:WOOD", ["a.wav"]),
        ("fxname:creak", ["a.wav"]),
        ('library:"Boom Library"', ["a.wav"]),
        ("library:boom", ["a.wav", "b.wav"]),
        ("-library:boom", ["c.wav"]),
        ('designer:"ann noise"', ["a.wav"]),
        ("microphone:mkh", ["a.wav"]),
        ("marker:latch", ["a.wav"]),
        ("library:doors marker:latch", ["a.wav"]),
        ("fxname:boom", []),
        ('"latch"', ["a.wav"]),
    ],
)
def test_fields(filled, names, query: str, found: list[str]) -> None:
    assert sorted(names(filled.searcher.search(query, by="name"))) == found


def test_tags_count_as_categories(filled, names) -> None:
    ids = {clip.name: clip.id for clip in filled.catalogue.clips()}
    filled.catalogue.set_person_tags(ids["c.wav"], ["DOORMetl"])
    assert names(filled.searcher.search("catid:DOORMetl")) == ["c.wav"]
    assert names(filled.searcher.search("category:DOORS")) == ["a.wav", "c.wav"]
    assert names(filled.searcher.search("category:DOORS -subcategory:metal")) == ["a.wav"]


def test_a_file_that_changes_is_found_by_what_it_says_now(filled, names) -> None:
    path = filled.folder / "b.wav"
    path.write_bytes(path.read_bytes().replace(b"Boom Storms", b"Wind Storms"))
    append(path, (b"junk", b"1234"))
    filled.scan()
    assert names(filled.searcher.search("library:boom")) == ["a.wav"]
    assert names(filled.searcher.search("library:wind")) == ["b.wav"]


def test_a_folder_that_is_removed_leaves_nothing(filled) -> None:
    filled.catalogue.remove_folder(filled.folder)
    with filled.catalogue.reading() as database:
        assert database.execute("SELECT count(*) FROM embedded").fetchone()[0] == 0


def test_a_library_of_the_version_before_becomes_searchable(filled, names) -> None:
    with filled.catalogue.writing() as database:
        database.execute("DROP TABLE embedded")
        database.execute("DROP TRIGGER files_forget_embedded")
        schema.add_embedded(database)
    assert names(filled.searcher.search("designer:ann")) == ["a.wav"]
    assert names(filled.searcher.search("library:boom")) == ["a.wav", "b.wav"]


def test_every_standard_field_can_be_searched(filled) -> None:
    assert set(STANDARD_FIELDS) <= set(FIELDS)
    for name in STANDARD_FIELDS:
        assert filled.searcher.search(f"{name}:xyzzy") == []
