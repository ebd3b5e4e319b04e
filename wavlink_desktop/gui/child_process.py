"""The command line as a child process of the window: heavy work stays out of the window's own process."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

import wavlink_desktop
from wavlink_desktop import reports

_GRACE_MS = 5000
_STDERR_KEPT = 2000


def command_line() -> list[str]:
    """How the program's command line is started: as a module, or by the frozen program itself."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "wavlink_desktop"]


class ChildProcess(QObject):
    """One run of `command_line() + arguments`. Each line of its output is one JSON object."""

    spoke = Signal(dict)
    """A line of its output."""
    ended = Signal(int, str)
    """Exit status (negative: killed or not started) and what it said to standard error."""

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._line = b""
        self._errors = ""
        self._process = QProcess(self)
        # Run from a checkout, the package is found in the working directory.
        self._process.setWorkingDirectory(str(Path(wavlink_desktop.__file__).parent.parent))
        self._process.readyReadStandardOutput.connect(self._read_output)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self) -> None:
        """Start it; returns at once."""
        self._process.start(self._command[0], self._command[1:])

    def terminate(self) -> None:
        """Ask it to end: it finishes the batch that it is in."""
        self._process.terminate()

    def end(self) -> None:
        """End it now, for the window closes; kill it if it takes too long. Blocks."""
        self._process.finished.disconnect(self._finished)
        self._process.errorOccurred.disconnect(self._failed)
        self._process.terminate()
        if not self._process.waitForFinished(_GRACE_MS):
            self._process.kill()
            self._process.waitForFinished(_GRACE_MS)

    def _read_output(self) -> None:
        data = self._line + bytes(self._process.readAllStandardOutput().data())
        *lines, self._line = data.split(b"\n")
        for line in lines:
            message = _parse(line)
            if message is not None:
                self.spoke.emit(message)

    def _read_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        self._errors = (self._errors + text)[-_STDERR_KEPT:]

    def _finished(self, exit_code: int, status: QProcess.ExitStatus) -> None:
        self._read_output()
        self._read_errors()
        if status != QProcess.ExitStatus.CrashExit:
            self.ended.emit(exit_code, self._errors.strip())
            return
        signal = -exit_code if os.name == "posix" else None  # Qt gives the signal's number there
        report = reports.of_child("command", signal)
        said = [self.tr("The process {0}.").format(reports.ended_by(signal))]
        if report is not None and report.path is not None:
            said.append(self.tr("The report: {0}").format(report.path))
        self.ended.emit(-1, " ".join(said))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.ended.emit(-1, self._process.errorString())


def _parse(line: bytes) -> dict[str, Any] | None:
    try:
        message = json.loads(line)
    except ValueError:
        return None
    return message if isinstance(message, dict) else None
