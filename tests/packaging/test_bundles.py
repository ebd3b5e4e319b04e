"""What Windows and macOS are told: written on Linux, so held against what reads it as far as that runs here."""

import json
import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import wavlink_desktop
from wavlink_desktop.audio import EXTENSIONS
from wavlink_desktop.gui.application import DESKTOP_ID

CHECKOUT = Path(__file__).parents[2]

# The spec as PyInstaller runs it on another system; its steps only say what they were given.
SPEC = """
import json, sys
from pathlib import Path
import PyInstaller.utils.hooks as hooks
import PIL.Image, PySide6.QtSvg, wavlink_desktop.audio, wavlink_desktop.gui.application
hooks.collect_data_files = hooks.collect_submodules = lambda *_: []
given = []
class Analysed:
    binaries = datas = pure = scripts = []
    name = "nowhere"
def step(name):
    def call(*arguments, **options):
        given.append((name, options))
        return Analysed
    return call
sys.platform = sys.argv[1]
steps = {name: step(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
exec(compile(Path("build.spec").read_text(), "build.spec", "exec"), {"SPECPATH": str(Path.cwd())} | steps)
print(json.dumps(given))
"""


@pytest.fixture
def packaging_folder(monkeypatch):
    monkeypatch.syspath_prepend(CHECKOUT / "packaging")


@pytest.fixture
def built_on(tmp_path):
    """What each of PyInstaller's steps is given on a platform, as `(step, options)`."""

    def run(platform):
        for name in ("build.spec", "packaging", "pyproject.toml"):
            (tmp_path / name).symlink_to(CHECKOUT / name)
        command = [sys.executable, "-c", SPEC, platform]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout)

    return run


@pytest.fixture
def version_resource(packaging_folder, monkeypatch):
    """Reads a version resource's text as PyInstaller does on Windows."""
    monkeypatch.setitem(sys.modules, "pefile", object())  # these open finished programs only
    monkeypatch.setattr("PyInstaller.compat.win32api", None, raising=False)
    from PyInstaller.utils.win32 import versioninfo

    return versioninfo


def test_icons_have_a_picture_of_every_size(packaging_folder, tmp_path):
    import icons

    for file, sizes in ((tmp_path / "a.ico", icons.ICO_SIZES), (tmp_path / "a.icns", icons.ICNS_SIZES)):
        icons.write_file(file)
        with Image.open(file) as image:
            found = {size[0] * (size[2] if len(size) > 2 else 1) for size in image.info["sizes"]}
            assert found >= {size for size in sizes if file.suffix == ".ico" or size != 16}
            image.load()
            assert image.getpixel((0, 0))[3] == 0, "the corners are not transparent"


def test_the_version_resource_says_what_program_this_is(packaging_folder, version_resource, tmp_path):
    import bundles

    text = tmp_path / "version.txt"
    text.write_text(bundles.version_info("1.2.3rc4"), encoding="utf-8")
    read = version_resource.load_version_info_from_text_file(text)
    assert (read.ffi.fileVersionMS, read.ffi.fileVersionLS) == (0x0001_0002, 0x0003_0004)
    assert "WavLink Desktop".encode("utf-16-le") in read.toRaw()


def test_macos_is_told_every_kind_of_sound_and_why_the_microphone(packaging_folder):
    import bundles

    found = plistlib.loads(plistlib.dumps(bundles.info_plist("1.2.3", EXTENSIONS)))
    sounds = found["CFBundleDocumentTypes"][0]["CFBundleTypeExtensions"]
    assert {f".{extension}" for extension in sounds} == EXTENSIONS
    assert found["NSMicrophoneUsageDescription"]
    assert plistlib.loads(plistlib.dumps(bundles.ENTITLEMENTS))["com.apple.security.device.audio-input"]


def test_the_build_for_windows_has_an_icon_a_version_and_a_program_for_the_terminal(built_on):
    window, command = [options for step, options in built_on("win32") if step == "EXE"]
    assert (window["name"], window["console"]) == ("wavlink-desktop", False)
    assert command["console"]
    assert Path(window["icon"]).suffix == ".ico"
    assert wavlink_desktop.__version__ in Path(window["version"]).read_text(encoding="utf-8")


def test_the_build_for_macos_is_a_bundle(built_on):
    steps = dict(built_on("darwin"))
    assert plistlib.loads(Path(steps["EXE"]["entitlements_file"]).read_bytes())
    bundle = steps["BUNDLE"]
    assert bundle["bundle_identifier"] == DESKTOP_ID
    assert bundle["version"] == wavlink_desktop.__version__
    assert Path(bundle["icon"]).suffix == ".icns"
    assert bundle["info_plist"]["CFBundleDocumentTypes"]


def test_the_build_for_linux_has_nothing_of_theirs(built_on):
    steps = built_on("linux")
    assert [step for step, _ in steps] == ["Analysis", "PYZ", "EXE", "COLLECT"]
    assert "icon" not in steps[2][1]
