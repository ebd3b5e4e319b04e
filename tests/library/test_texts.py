import pytest

from wavlink_desktop.library.texts import folder_words, name_words, printable, searchable, storable


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("DOORKnck_WoodDoor", "DOOR Knck_Wood Door"),
        ("rain01", "rain 01"),
        ("HTTPServer2Go", "HTTP Server 2 Go"),
    ],
)
def test_glued_words_are_split_and_kept(text: str, words: str) -> None:
    assert searchable(text) == f"{text} {words}"


def test_plain_words_stay_as_they_are() -> None:
    assert searchable("rain on-metal_roof") == "rain on-metal_roof"
    assert name_words("rain on metal.mp3") == "rain on metal.mp3"  # "mp3" is not split
    assert name_words("WoodDoor.mp3") == "WoodDoor.mp3 Wood Door"


def test_only_the_library_folders_own_name_counts() -> None:
    assert folder_words(b"/home/anna/SoundLibrary", b"Weather/rain_heavy/a.wav") == (
        "SoundLibrary Weather rain_heavy Sound Library Weather rain_heavy"
    )


def test_any_bytes_become_text_that_can_be_stored() -> None:
    assert printable(b"caf\xe9.wav") == "caf\ufffd.wav"
    assert printable("e\u0301".encode()) == "\u00e9"
    storable("a\udce9b").encode("utf-8")
