"""Which file is being read, said on the disk: so that a decoder that takes the program down is known by its file.

A decoder is C code that others wrote; a broken file can crash the whole process, and would end each scan at the same
place. The next scan finds what the last one was reading, reads that file in a process of its own, and sets it aside
when that one ends badly too. A scan that was merely killed leaves a trail as well, but then the file passes.
"""

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from wavlink_desktop.audio import read_windows

_PATIENCE_S = 120.0
_STRIKES = 3
CRASHED = "Its decoder crashed, and took the program with it. It is set aside until it changes."
HANGS = "Its decoder does not come to an end. It is set aside until it changes."
STRUCK = "The program ended unexpectedly each time that it was being read. It is set aside until it changes."


class Trail:
    """The trail of a library's scans; as a context, that of one scan. One file is being read at a time."""

    def __init__(self, library: Path) -> None:
        self._path = Path(f"{library}.reading")
        self._before, self._strikes = _parse(self._path)
        self._file = -1

    @property
    def left(self) -> bytes | None:
        """What the last scan was reading when it died; None when it ended well."""
        return self._before

    @property
    def struck_out(self) -> bool:
        """Whether scans have died on that file often enough, whatever it does when it is read alone."""
        return self._strikes >= _STRIKES

    def at(self, path: bytes) -> None:
        """This file will be read now. Not synced: what a crash leaves, the system still writes."""
        strikes = self._strikes + 1 if path == self._before else 1
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, path + b"\0" + str(strikes).encode() + b"\0")

    def __enter__(self) -> Self:
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        os.close(self._file)
        self._path.unlink(missing_ok=True)


def left_at(library: Path) -> Path | None:
    """The file that the last scan of a library was reading when it died; None when it ended well."""
    path = Trail(library).left
    return None if path is None else Path(os.fsdecode(path))


def verdict(path: bytes) -> str | None:
    """Read a file in a process of its own: why it must be set aside, or None when it does no harm."""
    child = run_alone(_read, path, patience=_PATIENCE_S)
    return None if child == 0 else HANGS if child is None else CRASHED


def run_alone(function: Callable[..., object], *arguments: Any, patience: float) -> int | None:
    """Run `function` in a process of its own: its exit status (negative: the signal), None if it never ended."""
    process = multiprocessing.get_context("spawn").Process(target=function, args=arguments, daemon=True)
    process.start()
    process.join(patience)
    if process.is_alive():
        process.kill()
        process.join()
        return None
    return process.exitcode


def _read(path: bytes) -> None:
    try:
        for _ in read_windows(Path(os.fsdecode(path))):
            pass
    except Exception:
        os._exit(0)  # an ordinary problem, which the scan itself will find and name


def _parse(path: Path) -> tuple[bytes | None, int]:
    try:
        before, strikes, _ = path.read_bytes().split(b"\0", 2)
        return before, int(strikes)
    except (OSError, ValueError):
        return None, 0
