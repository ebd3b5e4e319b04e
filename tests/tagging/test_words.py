import pytest

from wavlink_desktop.tagging.words import stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DoorCreak_03", ["door", "creak"]),
        ("HVACHum", ["hvac", "hum"]),
        ("rain on the metal roof", ["rain", "metal", "roof"]),
        ("02 - Türen & Fenster", ["türen", "fenster"]),
        ("雨の音", ["雨の音"]),
        ("a_1_!", []),
    ],
)
def test_splits_names_into_telling_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("doors", "door"), ("creaking", "creak"), ("dripped", "drip"), ("scrapes", "scraping"), ("berries", "berry")],
)
def test_forms_of_a_word_meet(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["glass", "spring", "ring", "string", "bus", "hiss"])
def test_leaves_words_that_only_look_inflected(word):
    assert stem(word) == word


def test_different_words_stay_different():
    assert len({stem(word) for word in ["bell", "belt", "door", "drum", "rain", "ring", "siren", "train"]}) == 8
