import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wavlink_desktop.library.filters import Either, Embedded, Filter, Formats, Range, Texts
from wavlink_desktop.library.schema import EMBEDDED
from wavlink_desktop.search.fts import phrase, word
from wavlink_desktop.search.query import FIELDS, Query, QueryError, parse


def test_plain_words() -> None:
    assert parse("  rain on   metal roof ") == Query(
        "rain on metal roof", ("rain", "on", "metal", "roof"), False, Filter()
    )


def test_words_in_quotes_must_be_there_and_count_as_meaning() -> None:
    query = parse('heavy "metal door" slam')
    assert query.text == "heavy metal door slam"
    assert query.filter == Filter((Texts('"metal door"'),))


def test_an_open_quote_reaches_to_the_end() -> None:
    assert parse('"metal do').filter == Filter((Texts('"metal do"'),))


def test_a_minus_excludes_words_phrases_and_fields() -> None:
    query = parse('rain -music -"door bell" -format:mp3 wind-up - x')
    assert query.text == "rain wind-up x"
    assert query.filter == Filter((), (Texts('"music"'), Texts('"door bell"'), Formats(("mp3",))))


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("duration:<5", Range("duration", high=5, with_high=False)),
        ("duration:<=5s", Range("duration", high=5)),
        ("duration:>1:30", Range("duration", 90, None, False)),
        ("duration:>=1:00:00", Range("duration", 3600)),
        ("duration:2..10", Range("duration", 2, 10)),
        ("duration:500ms..", Range("duration", 0.5)),
        ("duration:..2min", Range("duration", high=120)),
        ("duration:5", Range("duration", 4.5, 5.5)),
        ("DURATION:=5", Range("duration", 4.5, 5.5)),
        ("channels:2", Range("channels", 2, 2)),
        ("channels:mono", Range("channels", 1, 1)),
        ("channels:5.1", Range("channels", 6, 6)),
        ("rate:>=96k", Range("sample_rate", 96_000)),
        ("rate:44.1kHz", Range("sample_rate", 44_099.5, 44_100.5)),
        ("depth:24", Range("bit_depth", 24, 24)),
        ("size:>1.5mb", Range("size", 1.5e6, None, False)),
        ("format:WAV", Formats(("wav",))),
        ("format:.wav,flac", Formats(("wav", "flac"))),
        ("tag:metal", Texts('tags : "metal"')),
        ('tag:"metal hit"', Texts('tags : "metal hit"')),
        ("folder:rain*", Texts('folder : "rain" *')),
        ("name:DoorKnock", Texts('name : "DoorKnock"')),
        ("description:roof", Texts('description : "roof"')),
        ('library:"Boom Library"', Embedded('library : "Boom Library"')),
        ("designer:wo*", Embedded('designer : "wo" *')),
        ("catid:doorwood", Either(Embedded('catid : "doorwood"'), Texts('tags : ("DOORWood")'))),
        ("catid:NONE", Embedded('catid : "NONE"')),
        (
            "subcategory:suspens*",
            Either(Embedded('subcategory : "suspens" *'), Texts('tags : ("VEHSusp")')),
        ),
    ],
)
def test_fields(text: str, condition: object) -> None:
    query = parse(text)
    assert query.filter.required == (condition,)
    assert query.text == ""


@pytest.mark.parametrize(
    "text",
    [
        *("colour:red", "duration:", "duration:long", "duration:<", "duration:1..2..3", "duration:..", "rate:96q"),
        *("channels:many", "format:,", "tag:!", "duration:5parsecs"),
    ],
)
def test_what_is_wrong_is_said(text: str) -> None:
    with pytest.raises(QueryError) as error:
        parse(text)
    assert ":" in str(error.value)


def test_an_unknown_field_names_those_that_are_known() -> None:
    with pytest.raises(QueryError) as error:
        parse("colour:red")
    assert all(f"{field}:" in str(error.value) for field in FIELDS)


def test_words_with_a_colon_that_are_no_fields() -> None:
    assert parse("12:30 http://x.org").words == ("12:30", "http://x.org")


def test_only_a_word_at_the_end_may_be_unfinished() -> None:
    assert parse("metal doo").unfinished
    assert not parse("metal door ").unfinished
    assert not parse("door duration:<5").unfinished
    assert not parse('"metal door"').unfinished


_pieces = st.sampled_from(
    [
        '"',
        "-",
        ":",
        " ",
        "..",
        "<",
        ">=",
        "*",
        "(",
        "OR",
        "NEAR",
        "duration:",
        "tag:",
        "catid:",
        "fxname:",
        "rain",
        "é",
        "\0",
    ]
)
_texts = st.one_of(st.text(), st.lists(_pieces, max_size=12).map("".join))


@given(_texts)
def test_any_text_is_a_query_or_a_query_error_and_sqlite_takes_what_comes_out(text: str) -> None:
    try:
        query = parse(text)
    except QueryError:
        return
    database = _empty()
    where, values = query.filter.sql()
    database.execute(f"SELECT id FROM files WHERE {where}", values)
    for part in query.words:
        database.execute("SELECT rowid FROM texts WHERE texts MATCH ?", [f"name : ({word(part, prefix=True)})"])


@given(st.text())
def test_a_phrase_is_safe_for_fts(text: str) -> None:
    for column, prefix in (("", False), ("name", True)):
        _empty().execute("SELECT rowid FROM texts WHERE texts MATCH ?", [phrase(text, column, prefix)])


_DATABASE = sqlite3.connect(":memory:", check_same_thread=False)
_DATABASE.executescript(
    """CREATE TABLE files (id, name, format, duration, sample_rate, channels, bit_depth, size);
    CREATE VIRTUAL TABLE texts USING fts5 (name, folder, description, tags);
    INSERT INTO texts VALUES ('rain', 'door', '', '');"""
    + EMBEDDED
)


def _empty() -> sqlite3.Connection:
    return _DATABASE
