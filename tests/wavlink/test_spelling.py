import pytest

from wavlink_desktop.wavlink.spelling import Spelling, slips


@pytest.fixture
def spelling():
    counts = {"footsteps": 90, "thunder": 50, "rain": 200, "drain": 20, "café": 1}
    return Spelling(counts, {"ruin", "thud"}.__contains__)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("footstpes on gravel", "footsteps on gravel"),
        ("thuner", "thunder"),
        ("Thundder, distant", "thunder, distant"),
        ("raim", "rain"),
        ("ruin", "ruin"),
        ("drains", "drain"),
        ("rai", "rai"),
        ("xylorimba", "xylorimba"),
        ("mp3raim", "mp3rain"),
        ("", ""),
    ],
)
def test_an_unknown_word_is_read_as_the_known_one_a_slip_away(spelling, typed, read):
    assert spelling.correct(typed) == read


def test_of_two_the_one_that_is_said_more_is_taken():
    assert Spelling({"cart": 1, "card": 7}, [].__contains__).correct("carx") == "card"


def test_a_checkpoint_without_words_corrects_nothing(tmp_path):
    assert Spelling.of(tmp_path, [].__contains__).correct("footstpes") == "footstpes"
    (tmp_path / "words.txt").write_text("footsteps 3\n", encoding="utf-8")
    assert Spelling.of(tmp_path, [].__contains__).correct("footstpes") == "footsteps"
    assert Spelling.of(tmp_path, ["footstpes"].__contains__).correct("footstpes") == "footstpes"


def test_slips_are_one_away():
    made = set(slips("dog"))
    assert {"do", "og", "odg", "dgo", "doog", "dogs", "dig"} <= made and "dig dug" not in made and "cat" not in made
