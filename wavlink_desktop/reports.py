"""Reports of what went wrong in the program itself: a file each in the log folder, to be sent with a bug report.

`watch` sees what nobody has caught, in any thread, and has Python's `faulthandler` write down where a process stood
that the system ends (a fault in native code). Nothing leaves the machine.
"""

import faulthandler
import logging
import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import FileIO
from pathlib import Path
from types import TracebackType

from wavlink_desktop import __version__, logs, paths

KEPT = 20
"""So many reports stay, the newest."""
LIBRARIES = (
    "PySide6-Essentials", "torch", "transformers", "numpy", "soundfile", "av", "hnswlib", "sqlite-utils", "mutagen",
)  # fmt: skip
"""Distributions whose versions a report names."""
_LOG_LINES = 60
_MOST = 20  # faults of one process that are reported: after that, nobody learns from another

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Report:
    """What went wrong: in a line, in full, and the file that has it (None: it could not be written)."""

    summary: str
    text: str
    path: Path | None


class Watch:
    """Reports what nobody has caught, each fault once however often it comes back."""

    def __init__(self, kind: str) -> None:
        """`kind`: which process this is, as in `logs.begin`."""
        self.tell: Callable[[Report], None] | None = None
        """Called with every report, on the thread where it went wrong."""
        self._kind = kind
        self._seen: set[tuple[object, ...]] = set()
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._hard: FileIO | None = None

    def begin(self) -> None:
        """Watch from here on."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable
        with suppress(OSError):  # no folder, no room: then without
            paths.log_folder().mkdir(parents=True, exist_ok=True)
            self._hard = hard_crash_file(self._kind).open("ab", buffering=0)
            faulthandler.enable(self._hard)

    def _uncaught(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            self._report(error, "was not caught", told=True)
        self._hooks[0](kind, error, where)

    def _uncaught_in_thread(self, arguments: "threading.ExceptHookArgs") -> None:
        if arguments.exc_value is not None and not isinstance(arguments.exc_value, SystemExit):
            name = arguments.thread.name if arguments.thread else "unknown"
            self._report(arguments.exc_value, f"was not caught in the thread {name}", told=True)
        self._hooks[1](arguments)

    def _unraisable(self, arguments: "sys.UnraisableHookArgs") -> None:
        # While something is taken apart: worth a report, but nothing that its user could have noticed.
        if arguments.exc_value is not None:
            self._report(arguments.exc_value, "could not be raised", told=False)
        self._hooks[2](arguments)

    def _report(self, error: BaseException, how: str, told: bool) -> None:
        fault = _place(error)
        if fault in self._seen or len(self._seen) >= _MOST:
            return
        self._seen.add(fault)
        with suppress(Exception):  # whoever reports must not fail in its turn
            summary = _in_a_line(error)
            stack = "".join(traceback.format_exception(error))
            _log.error("%s: %s", how, summary, exc_info=error)
            report = write(summary, f"In the process “{self._kind}” this {how}:\n\n{stack}")
            if told and self.tell is not None:
                self.tell(report)


def watch(kind: str) -> Watch:
    """Report from here on what nobody catches in this process; `kind` as in `logs.begin`."""
    watching = Watch(kind)
    watching.begin()
    return watching


def write(summary: str, details: str) -> Report:
    """Write a report: `details`, what this machine is, and the last lines of the log. The oldest ones go."""
    now = datetime.now().astimezone()
    text = "\n".join(
        (
            f"WavLink Desktop {__version__}: {summary}",
            f"{now:%Y-%m-%d %H:%M:%S %z}, {logs.system()}, Python {platform.python_version()}",
            ", ".join(f"{name} {version(name) or 'missing'}" for name in LIBRARIES),
            "",
            details.rstrip(),
            "",
            "The last lines of the log:",
            *logs.last_lines(_LOG_LINES),
            "",
        )
    )
    path = paths.log_folder() / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
        _forget_oldest()
    except OSError as error:
        _log.warning("the report was not written: %s", error)
        return Report(summary, text, None)
    return Report(summary, text, path)


def reports() -> list[Path]:
    """The reports that there are, the oldest first."""
    return sorted(paths.log_folder().glob("report-*.txt"))


def take_hard_crash(kind: str) -> Report | None:
    """What a process of that kind left when the system ended it, made a report of; None when none did.

    Each is given once.
    """
    left = hard_crash_file(kind)
    try:
        stack = left.read_text(errors="replace")
        ended = datetime.fromtimestamp(left.stat().st_mtime).astimezone()
        # Emptied, not removed: a process that runs now may have it open, and writes to its end.
        os.truncate(left, 0)
    except OSError:
        return None
    if not stack.strip():
        return None
    details = f"The process “{kind}” was ended by the system at {ended:%Y-%m-%d %H:%M:%S %z}. It stood here:\n\n{stack}"
    return write(_first_line(stack), details)


def hard_crash_file(kind: str) -> Path:
    """Where `faulthandler` writes for processes of that kind; empty as long as all goes well."""
    return paths.log_folder() / f"crash-{kind}.txt"


def version(distribution: str) -> str | None:
    """The version of an installed distribution, or None."""
    from importlib import metadata  # here, as it is seldom needed and takes as long as all the rest

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def _place(error: BaseException) -> tuple[object, ...]:
    """The same for the same fault: its kind, and the line of code where it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    return (type(error), *((frames[-1].filename, frames[-1].lineno) if frames else ()))


def _in_a_line(error: BaseException) -> str:
    return _first_line("".join(traceback.format_exception_only(error)))


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:300]


def _forget_oldest() -> None:
    for path in reports()[:-KEPT]:
        with suppress(OSError):
            path.unlink()
