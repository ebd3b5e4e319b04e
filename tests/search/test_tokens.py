"""A query's pieces, and changing one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wavlink_desktop.search.query import parse
from wavlink_desktop.search.tokens import tokens, with_filter, without, written


def test_pieces():
    found = list(tokens('rain -music duration:<5 tag:"old wood" "metal roof'))
    assert [(t.field, t.value, t.excluded, t.quoted) for t in found] == [
        ("", "rain", False, False),
        ("", "music", True, False),
        ("duration", "<5", False, False),
        ("tag", "old wood", False, True),
        ("", "metal roof", False, True),
    ]
    assert [t.is_filter for t in found] == [False, True, True, True, False]


def test_a_piece_is_taken_out_whole():
    text = 'rain tag:"old wood" on roof'
    (tag,) = (token for token in tokens(text) if token.field)
    assert text[tag.start : tag.end] == 'tag:"old wood"'
    assert without(text, tag) == "rain on roof"


def test_a_filter_takes_the_place_of_its_like():
    assert with_filter("rain duration:<5", "duration", ">10") == "duration:>10 rain"
    assert with_filter("rain -tag:dog tag:cat", "tag", "wet street") == 'tag:"wet street" rain -tag:dog'
    assert with_filter("tag:dog rain", "tag", "dog", excluded=True) == "-tag:dog tag:dog rain"
    assert with_filter("tag:dog rain", "tag", "") == "rain"


@pytest.mark.parametrize("value", ["a b", 'say "hello"', "5", "<2", "Boom Library"])
def test_what_is_written_is_read(value):
    (token,) = tokens(written("tag", value))
    assert (token.field, token.value) == ("tag", value.replace('"', ""))


@given(st.text(alphabet='ab "-:<', max_size=30))
def test_words_around_a_filter_stay(text):
    words = [(t.value, t.quoted) for t in tokens(text) if not t.field and t.value.strip() and not t.excluded]
    changed = with_filter(text, "tag", "x")
    if text.count('"') % 2 == 0:
        assert [
            (t.value, t.quoted) for t in tokens(changed) if not t.field and t.value.strip() and not t.excluded
        ] == words


def test_the_parser_reads_them():
    assert parse("tag:x rain").text == "rain"
