"""Builds the wheel, installs it where nothing of ours is, and uses it from there: `make wheel`.

    .venv/bin/python packaging/check_wheel.py [FOLDER]

The wheel is left in FOLDER (default `dist`). The new environment has the package from the wheel alone; what that
needs is borrowed from the environment that runs this, so that the check takes seconds. With `--whole` everything is
installed from the package index instead, which takes minutes and gigabytes.
"""

import argparse
import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path

import numpy as np
import soundfile

ROOT = Path(__file__).parents[1]
RATE = 48_000

INSIDE = """
import sys
from pathlib import Path
import wavlink_desktop
from wavlink_desktop import paths
from wavlink_desktop.gui.translation import languages

package, resources = Path(wavlink_desktop.__file__).parent, paths.resources()
assert package.is_relative_to(sys.prefix), f"{package} is not what was installed"
assert resources == package / "resources", resources
for name in ("NOTICES.txt", "ucs.csv", "icons/app.svg", "vocabularies/general.csv", "wavlink-base/model.safetensors"):
    assert (resources / name).is_file(), f"{name} is not in the wheel"
assert "de" in languages(), "the compiled translations are not in the wheel: .ci/translations release"
"""

WINDOW = """
import sys
from PySide6.QtCore import QSettings
from wavlink_desktop import paths
from wavlink_desktop.gui.application import Application
from wavlink_desktop.gui.desk import Desk

application = Application(sys.argv[:1])
desk = Desk(paths.default_library(), QSettings("window.ini", QSettings.Format.IniFormat), lambda scheme: None)
desk.window.show()
application.processEvents()
assert not desk.window.grab().isNull()
desk.window.close()
"""


def main() -> None:
    """Build, install, use; an error ends it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist")
    parser.add_argument("--whole", action="store_true", help="install what it needs from the package index, too")
    asked = parser.parse_args()
    wheel = build(asked.folder)
    print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary) / "an empty place, ä"
        place.mkdir()
        programs = install(wheel, place / "environment", whole=asked.whole)
        use(programs, place)
    print("The installed wheel scans, searches and opens its window.")


def build(folder: Path) -> Path:
    """The wheel of this checkout."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("wavlink_desktop-*.whl"):
        old.unlink()
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (wheel,) = folder.glob("wavlink_desktop-*.whl")
    return wheel


def install(wheel: Path, environment: Path, *, whole: bool) -> Path:
    """The folder of programs of a new environment with the wheel in it."""
    venv.create(environment, with_pip=False)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    into = ("--python", programs / "python", "install", "--disable-pip-version-check")
    if whole:
        _pip(*into, "--constraint", ROOT / "constraints.txt", wheel)
        return programs
    _pip(*into, "--no-deps", "--no-index", wheel)
    # A path in a .pth file is searched after the environment's own, and .pth files in it (editable ones) are not read.
    site = sysconfig.get_path("purelib", "venv", {"base": str(environment), "platbase": str(environment)})
    Path(site, "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs


def use(programs: Path, place: Path) -> None:
    """Do what a user does first: version, scan, search, figures; and show the window."""
    write_sounds(place / "sounds")
    home = place / "home"
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    surroundings = {**kept, "HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen"}

    def run(*command: str | Path) -> str:
        done = subprocess.run(
            [*map(str, command)], cwd=place, env=surroundings, capture_output=True, text=True, encoding="utf-8"
        )
        if done.returncode:
            sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
        return done.stdout

    program = programs / "wavlink-desktop"
    run(programs / "python", "-c", INSIDE)
    version = run(program, "--version").split()[-1]
    if version not in run(programs / "python", "-c", "import wavlink_desktop as w; print(w.__version__)"):
        sys.exit(f"--version says {version}")
    run(program, "scan", "sounds")
    found = [json.loads(line) for line in run(program, "search", "falling rain", "--json").splitlines()]
    if len(found) != 3:
        sys.exit(f"the search found {found}")
    info = json.loads(run(program, "info", "--json"))
    if (info["clips"], info["embedded"], info["problems"]) != (3, 3, 0):
        sys.exit(f"info says {info}")
    run(programs / "python", "-c", WINDOW)


def write_sounds(folder: Path) -> None:
    """Three sounds: noise, a tone, a rumble."""
    folder.mkdir()
    noise = np.random.default_rng(0).standard_normal(RATE)
    soundfile.write(folder / "rain.wav", 0.1 * noise, RATE)
    soundfile.write(folder / "beep.flac", 0.5 * np.sin(2 * np.pi * 880 * np.arange(RATE) / RATE), RATE)
    soundfile.write(folder / "rumble.wav", np.cumsum(noise) / 1000, RATE)


def _pip(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *map(str, arguments)], check=True)


if __name__ == "__main__":
    main()
