"""Reports of what went wrong in the program itself: a file each in the log folder, to be sent with a bug report.

`watch` sees what nobody has caught, in any thread, and has Python's `faulthandler` write down where a process stood
that the system ends (a fault in native code). Nothing leaves the machine.
"""

import faulthandler
import logging
import os
import platform
import signal
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
from typing import Self

from wavlink_desktop import __version__, logs, paths

KEPT = 20
"""So many reports stay, the newest."""
LIBRARIES = (
    "PySide6-Essentials", "torch", "transformers", "numpy", "soundfile", "av", "hnswlib", "sqlite-utils", "mutagen",
)  # fmt: skip
"""Distributions whose versions a report names."""
_LOG_LINES = 60
_SIGKILL = 9  # Windows has no name for it
_MOST = 20  # faults of one process that are reported: after that, nobody learns from another

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Report:
    """What went wrong: in a line, in full, and the file that has it (None: it could not be written)."""

    summary: str
    text: str
    path: Path | None
    process: str = ""
    """Which process it went wrong in, as in `logs.begin`."""
    calm: bool = False
    """Whether work goes on as if nothing had been: it failed in the background, or in a child of this process."""


class Watch:
    """Reports what nobody has caught, each fault once however often it comes back; as a context, that of the block.

    One watch a process is on at a time: what is found elsewhere (`of_task`, `of_child`) is told through it.
    """

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
        global _watching
        _watching = self
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable
        if faulthandler.is_enabled():
            return  # somebody (PYTHONFAULTHANDLER, a debugger, pytest) wants to see it elsewhere
        with suppress(OSError):  # no folder, no room: then without
            paths.log_folder().mkdir(parents=True, exist_ok=True)
            self._hard = hard_crash_file(self._kind).open("ab", buffering=0)
            faulthandler.enable(self._hard)

    def end(self) -> None:
        """Watch no longer: the interpreter is as it was before."""
        global _watching
        if _watching is self:
            _watching = None
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        if self._hard is not None:
            faulthandler.disable()
            self._hard.close()
            self._hard = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):  # Python's own hook, which prints it, comes when this one has gone
            self._report(error, "was not caught", told=True)
        self.end()

    def caught(self, error: BaseException, how: str) -> None:
        """Report what was caught, but not foreseen, while work went on; `how`: what became of it, as in "failed"."""
        self._report(error, how, told=True, calm=True)

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

    def _report(self, error: BaseException, how: str, told: bool, calm: bool = False) -> None:
        fault = _place(error)
        if fault in self._seen or len(self._seen) >= _MOST:
            return
        self._seen.add(fault)
        with suppress(Exception):  # whoever reports must not fail in its turn
            summary = _in_a_line(error)
            stack = "".join(traceback.format_exception(error))
            _log.error("%s: %s", how, summary, exc_info=error)
            details = f"In the process “{self._kind}” this {how}:\n\n{stack}"
            report = write(summary, details, self._kind, calm)
            if told and self.tell is not None:
                self.tell(report)


_watching: Watch | None = None


def watch(kind: str) -> Watch:
    """Report from here on what nobody catches in this process; `kind` as in `logs.begin`."""
    watching = Watch(kind)
    watching.begin()
    return watching


def of_task(error: BaseException) -> None:
    """Something failed in the background, and not in a way that was foreseen: a report, if this process is watched."""
    how = "failed in the background"
    if _watching is not None:
        _watching.caught(error, how)
    else:
        _log.error(how, exc_info=error)


def of_child(kind: str, exit_code: int | None) -> Report | None:
    """A child of that kind ended badly: the report of it, told through this process's watch; None where somebody ended
    it (SIGKILL, SIGTERM), which tells nothing of the program.

    `exit_code`: as Python has it, negative for a signal; None: not known.
    """
    how = ended_by(exit_code)
    report = take_hard_crash(kind, calm=True)
    _log.error("the process “%s” %s%s", kind, how, f": {report.summary}" if report is not None else "")
    if report is None and exit_code not in (-_SIGKILL, -signal.SIGTERM):
        details = f"The process “{kind}” {how}, and left no trace of where it stood."
        report = write(f"The process “{kind}” {how}", details, kind, calm=True)
    if report is not None and _watching is not None and _watching.tell is not None:
        with suppress(Exception):  # a window that is being closed
            _watching.tell(report)
    return report


def ended_by(exit_code: int | None) -> str:
    """How a process ended, in words: its signal by name."""
    if exit_code is None:
        return "ended unexpectedly"
    try:
        name = signal.Signals(-exit_code).name
    except ValueError:
        return f"ended with status {exit_code}"
    short = ", perhaps for want of memory" if -exit_code == _SIGKILL else ""
    return f"was ended by {name}{short}"


def write(summary: str, details: str, process: str = "", calm: bool = False) -> Report:
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
        return Report(summary, text, None, process, calm)
    return Report(summary, text, path, process, calm)


def reports() -> list[Path]:
    """The reports that there are, the oldest first."""
    return sorted(paths.log_folder().glob("report-*.txt"))


def take_hard_crash(kind: str, calm: bool = False) -> Report | None:
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
    return write(_first_line(stack), details, kind, calm)


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
