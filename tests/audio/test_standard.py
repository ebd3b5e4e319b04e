"""What programs write under names of their own is found under one."""

import pytest

from wavlink_desktop.audio import STANDARD_FIELDS, standard_fields


@pytest.mark.parametrize(
    "raw",
    [
        *("ixml.USER.LIBRARY", "ixml.ASWG.library", "id3.TXXX:LIBRARY", "id3.TXXX:library", "vorbis.library"),
        *("mp4.LIBRARY", "info.IPRD", "id3.TALB", "ixml.STEINBERG.library"),
    ],
)
def test_a_library_by_any_name(raw: str) -> None:
    assert standard_fields({raw: "Thunder"}) == {"library": ("Thunder",)}


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        *(("ixml.USER.CATID", "catid"), ("ixml.ASWG.catId", "catid"), ("ixml.USER.CATEGORY", "category")),
        *(
            ("ixml.ASWG.subCategory", "subcategory"),
            ("ixml.USER.FXNAME", "fxname"),
            ("bext.description", "description"),
        ),
        *(("ixml.USER.DESIGNER", "designer"), ("ixml.ASWG.recEngineer", "designer"), ("ixml.USER.TRACKTITLE", "title")),
        *(("ixml.ASWG.micType", "microphone"), ("ixml.ASWG.creatorId", "creator"), ("info.IKEY", "keywords")),
        *(("id3.COMM:ID3v1 Comment", "notes"), ("cue.1.500-2.000", "marker"), ("ixml.PROJECT", "project")),
    ],
)
def test_names(raw: str, name: str) -> None:
    assert standard_fields({raw: "x"}) == {name: ("x",)}
    assert name in STANDARD_FIELDS


def test_the_most_exact_and_longest_text_comes_first_and_each_only_once() -> None:
    fields = {
        "id3.TALB": "Album",
        "bext.description": "Rain on a",
        "ixml.USER.DESCRIPTION": "Rain on a roof",
        "vorbis.description": "Rain on a",
        "ixml.USER.LIBRARY": "Storms",
    }
    assert standard_fields(fields) == {
        "description": ("Rain on a roof", "Rain on a"),
        "library": ("Storms", "Album"),
    }


def test_markers_stay_in_their_order() -> None:
    assert standard_fields({"cue.0.500": "In", "cue.1.000": "Slam", "cue.2.000-3.000": "Out"}) == {
        "marker": ("In", "Slam", "Out")
    }


def test_what_has_no_standard_name_is_left_out() -> None:
    assert standard_fields({"bext.originator": "Recorder", "ixml.TRACK_LIST.TRACK.NAME": "Left", "library": "x"}) == {}
