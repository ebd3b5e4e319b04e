"""The program's log: one file in the user's log folder, which all its processes (window, scans, model) write to.

Every line is one append to a file that is opened for it alone: lines of several processes never mix, and nobody holds
the file open when another one puts it aside. It is bounded: three files of 1 MB.
"""

import logging
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wavlink_desktop import __version__, paths

LARGEST = 1_000_000
"""Bytes: a file that has reached them is put aside."""
KEPT = 2
"""So many older files stay beside it."""
LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
"""What the environment's `WAVLINK_LOG` may say, and the least important lines that are kept then."""

_FORMAT = "%(asctime)s %(levelname)-7s %(kind)s[%(process)d] %(name)s: %(message)s"
_log = logging.getLogger(__name__)
_ours: list[logging.Handler] = []


class _OneLine(logging.Formatter):
    """Names of files may hold line breaks: what they say is no line of the log. A traceback keeps its own."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        return super().formatMessage(record).replace("\r", "\\r").replace("\n", "\\n")


class AppendingHandler(logging.Handler):
    """Appends to `path`, which other processes append to as well; `kind` names this one in every line."""

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__()
        self.path = path
        self.setFormatter(_OneLine(_FORMAT, defaults={"kind": kind}))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line. A log that cannot be written (no room, no permission) must not keep anybody from working."""
        try:
            line = (self.format(record) + "\n").encode(errors="backslashreplace")
            with suppress(OSError):
                self._append(line)
        except Exception:  # a message that does not fit its arguments: say so, as logging does
            self.handleError(record)

    def _append(self, line: bytes) -> None:
        try:
            length = _append(self.path, line)
        except FileNotFoundError:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            length = _append(self.path, line)
        # Where two processes do this in the same instant, the oldest file goes one turn too early, no more.
        if length >= LARGEST:
            for number in range(KEPT, 0, -1):
                former = _numbered(self.path, number - 1)
                if former.exists():
                    former.replace(_numbered(self.path, number))


def begin(kind: str, library: Path | None = None) -> None:
    """Log what this process does from here on; `kind` says what it is: window, command or model."""
    root = logging.getLogger()
    if any(isinstance(handler, AppendingHandler) for handler in root.handlers):
        return
    wanted = os.environ.get("WAVLINK_LOG", "").strip().lower()
    # Without a handler, Python prints warnings to standard error: that stays as it was.
    printed = [] if root.handlers or logging.lastResort is None else [logging.lastResort]
    for handler in (AppendingHandler(log_file(), kind), *printed):
        root.addHandler(handler)
        _ours.append(handler)
    logging.getLogger("wavlink_desktop").setLevel(LEVELS.get(wanted, logging.INFO))
    on = "" if library is None else f", library {library}"
    _log.info("begins: WavLink Desktop %s, Python %s, %s%s", __version__, platform.python_version(), system(), on)
    if wanted and wanted not in LEVELS:
        _log.warning("WAVLINK_LOG is %r, which is none of %s: taken for info", wanted, ", ".join(LEVELS))


def end() -> None:
    """Log no longer: the interpreter's logging is as it was before."""
    while _ours:
        logging.getLogger().removeHandler(_ours.pop())
    logging.getLogger("wavlink_desktop").setLevel(logging.NOTSET)


@contextmanager
def during(kind: str) -> Iterator[None]:
    """Log what this process does inside the block; `kind` as in `begin`."""
    begin(kind)
    try:
        yield
    finally:
        end()


def log_file() -> Path:
    """The file that is written to; the older ones lie beside it, `.1` and `.2`."""
    return paths.log_folder() / "wavlink-desktop.log"


def last_lines(count: int) -> list[str]:
    """The last lines of the log, the oldest first; fewer where there are not so many."""
    lines: list[str] = []
    for number in range(KEPT + 1):
        with suppress(OSError):
            lines = _numbered(log_file(), number).read_text(errors="replace").splitlines() + lines
        if len(lines) >= count:
            break
    return lines[-count:]


def system() -> str:
    """The operating system and the processor's kind, in words."""
    frozen = ", packaged" if getattr(sys, "frozen", False) else ""
    return f"{platform.system()} {platform.release()} {platform.machine()}{frozen}"


def _append(path: Path, line: bytes) -> int:
    with path.open("ab", buffering=0) as file:
        file.write(line)
        return file.tell()


def _numbered(path: Path, number: int) -> Path:
    return path if number == 0 else path.with_name(f"{path.name}.{number}")
