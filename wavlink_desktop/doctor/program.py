"""The program itself: Python, the libraries that it asks for, and what its window stands on."""

import importlib
import platform
import re
import sys
from collections.abc import Callable
from importlib import metadata

from wavlink_desktop import __version__, ground, logs
from wavlink_desktop.doctor.finding import Finding

_OLDEST_PYTHON = (3, 11)
PATIENCE_S = 60.0


def program() -> Finding:
    """The program and the Python that runs it."""
    text = f"WavLink Desktop {__version__}, Python {platform.python_version()}, {logs.system()}"
    if sys.version_info < _OLDEST_PYTHON:
        return Finding("program", "missing", text, "Install Python 3.11 or later.")
    return Finding("program", "ok", text)


def libraries() -> Finding:
    """The Python libraries that the program asks for: whether they are there, in a version that it takes."""
    came = Finding("libraries", "ok", "They came with the program.")
    if getattr(sys, "frozen", False):  # there, of most not even the version can be asked for
        return came
    try:
        lines = metadata.requires("wavlink-desktop") or []
    except metadata.PackageNotFoundError:
        return came
    asked = [line.split(";")[0].strip() for line in lines if "extra" not in line]
    satisfied = _satisfaction()
    there, lacking = [], []
    for requirement in asked:
        name = re.split(r"[^\w.-]", requirement)[0]
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            lacking.append(requirement)
            continue
        there.append(f"{name} {version}")
        if not satisfied(requirement, version):
            lacking.append(requirement)
    if lacking:
        text = f"Not there, or not in a version that the program takes: {', '.join(lacking)}"
        wanted = " ".join(f"'{requirement}'" for requirement in lacking)
        return Finding("libraries", "missing", text, f"Install them: {sys.executable} -m pip install {wanted}")
    return Finding("libraries", "ok", ", ".join(there))


def display() -> Finding:
    """Whether a window can be shown here."""
    if ground.has_display():
        return Finding("display", "ok", "There is one.")
    text = "None: neither DISPLAY nor WAYLAND_DISPLAY is set."
    return Finding("display", "warning", text, "The window opens on a desktop only. The command line works here.")


def window(load: Callable[[], str]) -> Finding:
    """Whether Qt, and the system's libraries that it needs, load; `load` tries it, and gives Qt's version."""
    if lacking := ground.missing():
        text, advice = lacking.splitlines()[:2]
        return Finding("window", "missing", text, advice)
    try:
        version = load()
    except (ImportError, OSError, RuntimeError) as error:
        advice = "Reinstall the program, or: pip install --force-reinstall PySide6-Essentials PySide6-Addons"
        return Finding("window", "missing", f"Qt does not load: {error}", advice)
    return Finding("window", "ok", f"Qt {version} loads.")


def qt_version() -> str:
    """The version of Qt that loads. Named, not imported: the command line comes up where there is none."""
    importlib.import_module("PySide6.QtWidgets")
    return str(importlib.import_module("PySide6.QtCore").qVersion())


def _satisfaction() -> Callable[[str, str], bool]:
    """Tells whether a version is one that a requirement takes; where nothing can tell, every one is."""
    try:
        from packaging.requirements import Requirement
    except ImportError:
        return lambda requirement, version: True
    return lambda requirement, version: Requirement(requirement).specifier.contains(version, prereleases=True)
