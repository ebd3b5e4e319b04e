"""What ships names everybody whose work is in it, with a licence and its text."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "resources" / "NOTICES.txt"


@pytest.fixture(scope="module")
def notices():
    spec = importlib.util.spec_from_file_location("notices", ROOT / "packaging" / "notices.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def shipped():
    return SHIPPED.read_text(encoding="utf-8")


def test_every_package_that_the_program_needs_is_named_with_version_and_licence(notices, shipped):
    table = [line.split(maxsplit=2) for line in shipped.partition("\n\n\n")[0].splitlines() if line]
    named = {(row[0], row[1]): row[2] for row in table if len(row) == 3}
    needed = notices.packages()
    assert {"torch", "pyside6-essentials", "mutagen", "click"} <= {one.name for one in needed}
    for one in needed:
        assert named.get((one.name, one.version), "").startswith(one.licence), f"{one.name}: run `make notices`"


def test_the_text_of_every_licence_is_there(notices, shipped):
    words = " ".join(shipped.split())
    for one in notices.packages():
        for name, text in one.texts:
            assert f"{one.name}: {name}" in shipped, f"{one.name}: run `make notices`"
            assert " ".join(text.split()) in words, f"{one.name}: run `make notices`"


def test_our_own_licence_comes_first(notices, shipped):
    first = shipped.partition("=" * 100 + "\n")[2]
    assert first.startswith("wavlink-desktop: LICENSE\n")
    assert "GNU GENERAL PUBLIC LICENSE" in first[:300]


def test_compiled_libraries_that_the_wheels_bring_are_named(notices):
    """A library that a new version of a wheel brings must be looked up, and named."""
    import av

    folder = Path(av.__file__).parents[1] / "av.libs"
    if not folder.is_dir():
        pytest.skip("not a wheel for Linux")
    named = " ".join(f"{name}".lower() for name, where, *_ in notices.LIBRARIES if "av" in where.split(", "))
    known = {
        "libsvtav1enc": "svt-av1", "libxau": "libxau", "libasound": "alsa", "libdrm": "libdrm", "libgmp": "gmp",
        "libhogweed": "nettle", "libnettle": "nettle", "libmp3lame": "lame", "libopencore": "opencore-amr",
        "libsharpyuv": "libwebp", "libwebp": "libwebp", "libvpl": "onevpl", "libxcb": "libxcb", "libav": "ffmpeg",
        "libsw": "ffmpeg", "libgnutls": "gnutls", "libopus": "opus", "libunistring": "libunistring",
        "libvpx": "libvpx", "libdav1d": "dav1d", "libx264": "x264", "libx265": "x265",
    }  # fmt: skip
    for library in folder.iterdir():
        owner = next((who for prefix, who in known.items() if library.name.lower().startswith(prefix)), None)
        assert owner is not None and owner in named, library.name


def test_a_package_without_a_licence_is_refused(notices, monkeypatch):
    monkeypatch.delitem(notices.EXPRESSIONS, "hnswlib")
    with pytest.raises(LookupError, match="hnswlib says no licence"):
        notices.packages()
