import tempfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wavlink_desktop.metadata.segments import Copy, assemble, difference, inverse, length, pack, same_bytes, unpack


def made(source: bytes, segments) -> bytes:
    target = BytesIO()
    assemble(as_file(source), segments, target)
    return target.getvalue()


def as_file(content: bytes):
    file = tempfile.TemporaryFile()  # noqa: SIM115 (closed when it is forgotten)
    file.write(content)
    return file


@st.composite
def rewritings(draw):
    """A file and segments that keep its parts in order, between new ones."""
    source = draw(st.binary(min_size=1, max_size=300))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=6)))
    segments = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        segments += [draw(st.binary(max_size=20)), Copy(start, end - start)]
    return source, segments


@settings(max_examples=200, deadline=None)
@given(rewritings())
def test_the_inverse_brings_the_former_file_back(case):
    source, segments = case
    new = made(source, segments)
    assert len(new) == length(segments)
    former = inverse(segments, as_file(source))
    assert made(new, unpack(pack(former))) == source


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=3000), st.binary(max_size=50), st.binary(max_size=50), st.integers(0, 3000), st.integers(0, 80)
)
def test_the_difference_brings_the_former_file_back(sound, inserted, changed, at, gone):
    new = sound[:at] + inserted + sound[at + gone :]
    middle = len(new) // 2
    new = new[:middle] + changed + new[middle + len(changed) :]
    assert made(new, difference(as_file(sound), as_file(new))) == sound


def test_a_difference_holds_what_changed_and_not_the_sound():
    pages = bytes(range(256)) * 40_000
    old = b"head" + pages
    new = bytearray(b"a longer head" + pages)
    for number in range(100, len(new), 4096):
        new[number] ^= 0xFF  # as Ogg numbers its pages anew
    packed = pack(difference(as_file(old), as_file(bytes(new))))
    assert made(bytes(new), unpack(packed)) == old
    assert len(packed) < len(old) / 50


def test_same_bytes():
    one, other = as_file(b"xxabcdef"), as_file(b"abcdeg")
    assert same_bytes(one, 2, other, 0, 5)
    assert not same_bytes(one, 2, other, 0, 6)
    assert not same_bytes(one, 2, other, 0, 7)


def test_a_source_that_is_too_short_is_no_silent_loss():
    with pytest.raises(OSError, match="ends before"):
        made(b"short", [Copy(0, 6)])
