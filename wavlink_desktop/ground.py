"""The ground that the window stands on, looked at before Qt is: Qt ends the program where it is missing."""

import ctypes
import os
import sys
from collections.abc import Mapping

# Shared library to Debian package. What `ldd` says of QtWidgets, and of the plugin that draws on X11.
_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown: Windows and macOS always can; `QT_QPA_PLATFORM` names a display of Qt's own."""
    if not sys.platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def missing(environment: Mapping[str, str] = os.environ) -> str | None:
    """Which system libraries the window lacks, and how to install them; None when it lacks none."""
    if not sys.platform.startswith("linux"):
        return None
    needed = _ALWAYS | (_ON_X11 if _draws_on_x11(environment) else {})
    absent = [library for library in needed if not _loads(library)]
    if not absent:
        return None
    return (
        f"The window needs system libraries that are not installed: {', '.join(absent)}.\n"
        f"Install them: sudo apt-get install {' '.join(needed[library] for library in absent)}\n"
        "Until then the command line works: wavlink-desktop --help"
    )


def _draws_on_x11(environment: Mapping[str, str]) -> bool:
    chosen = environment.get("QT_QPA_PLATFORM")
    return chosen.startswith("xcb") if chosen else not environment.get("WAYLAND_DISPLAY")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
