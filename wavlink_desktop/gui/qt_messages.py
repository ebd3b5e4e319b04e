"""What Qt has to say goes where everything else is logged."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_MOST = 200
"""Different messages: after so many, nobody learns from another. A paint event can say its own a thousand times."""

_log = logging.getLogger("wavlink_desktop.qt")


@contextmanager
def logged() -> Iterator[None]:
    """Log Qt's messages inside the block, each once. Warnings are still printed, as all warnings are."""
    said: set[str] = set()

    def log(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        line = f"{context.category}: {text}" if context.category not in (None, "default") else text
        if line not in said and len(said) < _MOST:
            said.add(line)
            _log.log(_LEVELS.get(kind, logging.WARNING), "%s", line)

    former = qInstallMessageHandler(log)
    try:
        yield
    finally:
        qInstallMessageHandler(former)  # type: ignore[arg-type]  # None where Qt's own was in place
