"""What desktops are told of the program: checked by their own tools, and held against what the program does."""

import configparser
import os
import re
import shutil
import struct
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QMimeDatabase

import wavlink_desktop
from wavlink_desktop.audio import EXTENSIONS
from wavlink_desktop.cli import cli
from wavlink_desktop.gui.application import DESKTOP_ID

CHECKOUT = Path(__file__).parents[2]
LINUX = CHECKOUT / "packaging" / "linux"
DESKTOP = LINUX / f"{DESKTOP_ID}.desktop"
METAINFO = LINUX / f"{DESKTOP_ID}.metainfo.xml"
TITLE = "How desktops see it"

WINDOW = f"""
import sys
sys.argv = ["/usr/bin/wavlink-desktop"]
from wavlink_desktop.gui.application import Application
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow
application = Application(sys.argv)
window = QMainWindow()
window.setWindowTitle({TITLE!r})
window.show()
QTimer.singleShot(60_000, application.quit)
application.exec()
"""


@pytest.fixture(scope="module")
def entry():
    parser = configparser.RawConfigParser(delimiters=("=",), interpolation=None)
    parser.optionxform = str
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def component():
    return ElementTree.parse(METAINFO).getroot()


def listed(entry):
    return set(entry["MimeType"].rstrip(";").split(";"))


def sound_types(extension):
    """The audio types that a file name with `extension` has, as sets of a name and its aliases."""
    types = QMimeDatabase().mimeTypesForFileName(f"sound{extension}")
    return [{each.name(), *each.aliases()} for each in types if each.name().startswith("audio/")]


def run_tool(*command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed (.ci/system-libraries --for-tests)")
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", "--warn-kde", DESKTOP],
        ["appstreamcli", "validate", "--no-net", "--pedantic", METAINFO],
    ],
    ids=["desktop", "appstream"],
)
def test_the_desktops_own_tools_have_nothing_to_say(command):
    result = run_tool(*map(str, command))
    assert result.returncode == 0, result.stdout + result.stderr
    assert "warning" not in result.stdout + result.stderr


def test_one_id_in_all_places(entry, component):
    assert entry["Icon"] == DESKTOP_ID
    assert component.findtext("id") == DESKTOP_ID
    assert component.findtext("launchable") == DESKTOP.name


def test_every_kind_of_sound_that_is_read_can_be_opened_with_it(entry):
    lacking = {
        extension: sorted(names)
        for extension in EXTENSIONS
        for names in sound_types(extension)
        if not names & listed(entry)
    }
    assert lacking == {}


def test_nothing_else_is_opened_with_it(entry):
    """No folders either: where no file manager is set as the default, opening a folder would begin to scan it."""
    known = {name for extension in EXTENSIONS for names in sound_types(extension) for name in names}
    assert listed(entry) - known == set()


def test_german_has_everything(entry):
    texts = {key for key in entry if f"{key}[de]" not in entry and key in ("GenericName", "Comment", "Keywords")}
    assert texts == set()


def test_the_newest_release_is_this_version(component):
    assert component.find("releases/release").get("version") == wavlink_desktop.__version__


def test_the_pictures_are_those_of_the_guide(component):
    names = [image.text.rsplit("/", 1)[1] for image in component.iter("image")]
    assert names
    assert [name for name in names if not (CHECKOUT / "docs" / name).exists()] == []


def test_icons_of_every_size(tmp_path):
    icons(tmp_path)
    for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        picture = (tmp_path / f"hicolor/{size}x{size}/apps/{DESKTOP_ID}.png").read_bytes()
        assert struct.unpack(">II", picture[16:24]) == (size, size)
    scalable = tmp_path / f"hicolor/scalable/apps/{DESKTOP_ID}.svg"
    assert scalable.read_bytes() == (CHECKOUT / "resources/icons/app.svg").read_bytes()


def icons(folder):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, CHECKOUT / "packaging" / "icons.py", folder], check=True, env=environment)


def test_the_man_page_has_every_command_and_option(tmp_path):
    page = subprocess.run([sys.executable, LINUX / "manpage.py"], check=True, capture_output=True, text=True).stdout
    plain = page.replace("\\-", "-")
    assert [name for name in cli.commands if f"\n.SS {name}\n" not in plain] == []
    options = {option for command in cli.commands.values() for each in command.params for option in each.opts}
    assert {name for name in options if name.startswith("--") and f"\\fB{name}\\fR" not in plain} == set()
    assert f"WavLink Desktop {wavlink_desktop.__version__}" in page


def test_the_man_page_is_set_without_a_complaint(tmp_path):
    (tmp_path / "page.1").write_text(
        subprocess.run([sys.executable, LINUX / "manpage.py"], check=True, capture_output=True, text=True).stdout
    )
    result = run_tool("groff", "-k", "-man", "-Tutf8", "-ww", str(tmp_path / "page.1"))
    assert result.stderr == ""
    set_text = re.sub(r"\x1b\[[\d;]*m|.\x08", "", result.stdout)
    assert "wavlink-desktop COMMAND [OPTIONS]" in set_text


@pytest.mark.display
def test_the_window_is_known_by_the_class_that_the_entry_names(entry):
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb"}
    window = subprocess.Popen([sys.executable, "-c", WINDOW], env=environment)
    try:
        instance, name = window_class()
    finally:
        window.kill()
        window.wait()
    assert entry["StartupWMClass"] in (instance, name)


def window_class():
    end = time.monotonic() + 50
    while time.monotonic() < end:
        seen = subprocess.run(["xprop", "-name", TITLE, "WM_CLASS"], capture_output=True, text=True, check=False)
        if found := re.findall(r'"([^"]*)"', seen.stdout):
            return found
        time.sleep(0.2)
    pytest.fail("the window did not come up")


PROGRAM = "int main(void) { extern int answer(void); return answer(); }"


@pytest.fixture
def frozen(tmp_path):
    """A program that is linked to a library of its own and one of the system's, as `make package` would leave it."""
    for tool in ("cc", "objdump", "dpkg-deb"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    folder = tmp_path / "frozen"
    shared = folder / "_internal" / "libanswer.so.1"
    manager = folder / "_internal/torch/bin/torch_shm_manager"
    manager.parent.mkdir(parents=True)
    manager.touch()
    compiled("int answer(void) { return 42; }", shared, "-shared", "-fPIC", "-Wl,-soname,libanswer.so.1")
    compiled(PROGRAM, folder / "wavlink-desktop", shared)
    return folder


def compiled(source, out, *options):
    subprocess.run(["cc", "-x", "c", "-", "-x", "none", "-o", out, *options], input=source, text=True, check=True)


def packed(program, out):
    out.mkdir()
    environment = os.environ | {"VENV": sys.prefix, "SOURCE_DATE_EPOCH": "1764460800"}
    command = [LINUX / "deb", program, out]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_package_depends_on_what_the_program_does_not_bring(frozen, tmp_path):
    result = packed(frozen, tmp_path / "out")
    assert result.returncode == 0, result.stderr
    (package,) = (tmp_path / "out").iterdir()
    fields = subprocess.run(["dpkg-deb", "--field", package, "Depends"], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"libc6 \(>= [\d.]+\), fontconfig-config, libx11-data, xkb-data\n", fields.stdout)


def test_all_libraries_that_nobody_brings_are_named_at_once(frozen, tmp_path):
    other = frozen / "_internal/libother.so.1"
    compiled("int other(void) { return 1; }", other, "-shared", "-fPIC", "-Wl,-soname,libother.so.1")
    user = frozen / "_internal/libuser.so"
    compiled("int other(void); int u(void) { return other(); }", user, "-shared", "-fPIC", other)
    other.unlink()
    (frozen / "_internal/libanswer.so.1").unlink()
    result = packed(frozen, tmp_path / "out")
    assert result.returncode == 1
    assert "no package here has: libanswer.so.1 libother.so.1." in result.stderr
