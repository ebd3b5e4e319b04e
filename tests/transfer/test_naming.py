import os
from dataclasses import replace
from pathlib import Path

import pytest

from wavlink_desktop.library.records import Clip, Tag
from wavlink_desktop.transfer import NamingError
from wavlink_desktop.transfer.naming import check, fitting, safe, stem
from wavlink_desktop.transfer.recipe import Part

CLIP = Clip(
    id=1,
    path=Path("/sounds/Weather/rain on roof.wav"),
    name="rain on roof.wav",
    folder=Path("/sounds"),
    size=1,
    modified=0.0,
    duration=75.5,
    sample_rate=48_000,
    channels=2,
    bit_depth=24,
    format="WAV",
    description="",
    embedded=True,
    online=True,
)
RAIN = Tag("ucs", "RAINMetl", 1.0, "person")


@pytest.mark.parametrize(
    ("scheme", "name"),
    [
        ("{name}", "rain on roof"),
        ("{catid}_{name}", "RAINMetl_rain on roof"),
        ("{creator}_{name}", "rain on roof"),
        ("{name}_{creator}_{index}", "rain on roof_007"),
        ("{folder} - {name} ({rate} {depth})", "Weather - rain on roof (48k 24)"),
        ("{name} {start}-{end}", "rain on roof 1m05s250-1m15s500"),
        ("fixed", "fixed"),
        ("{creator}", "rain on roof"),
    ],
)
def test_fields_say_what_is_known_and_take_their_joints_along(scheme, name):
    check(scheme)
    assert stem(scheme, Part(CLIP, 65.25, 80.0), [RAIN], 7, 100) == name


def test_names_are_safe_on_every_system():
    assert safe('a/b\\c:d*e?"f"<g>|h') == "a b c d e f g h"
    assert safe("  ends with dots. . ") == "ends with dots"
    assert safe("con.x") == "_con.x"
    assert safe("tab\there") == "tab here"
    assert safe(os.fsdecode(b"caf\xe9")).isprintable()
    assert len(fitting("雷" * 200).encode()) <= 240 and fitting("雷" * 200) == "雷" * 80


def test_a_name_of_nothing_but_forbidden_letters_still_names():
    odd = replace(CLIP, name="???.wav")
    assert stem("{name}", Part(odd), [], 3, 9) == "sound 3"


@pytest.mark.parametrize(("scheme", "said"), [("{nam}", "no field {nam}"), ("{name", "not closed"), (" ", "is empty")])
def test_schemes_that_cannot_be_meant_are_refused(scheme, said):
    with pytest.raises(NamingError, match=said):
        check(scheme)
