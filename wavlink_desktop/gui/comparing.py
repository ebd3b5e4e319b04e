"""Which sounds are nearly the same: has all of them compared when asked, and says when there are more than then."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from wavlink_desktop.gui.child_process import ChildProcess, command_line
from wavlink_desktop.gui.finding import Finding
from wavlink_desktop.gui.notice_bar import NoticeBar
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import Latest, run_quietly
from wavlink_desktop.gui.wording import counted, grouped
from wavlink_desktop.search.tokens import tokens


class Comparing(QObject):
    """Compares sounds in a process of its own."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(
        self,
        session: Session,
        finding: Finding,
        bar: NoticeBar,
        command: Callable[[], Sequence[str]] = command_line,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._finding, self._bar, self._command = session, finding, bar, command
        self._process: ChildProcess | None = None
        self._lane: Latest[int] = Latest(run_quietly)
        self._more = self._put_away = 0
        finding.found.connect(self._look)
        bar.dismissed.connect(self._dismissed)

    # Commands

    def find_near_duplicates(self) -> None:
        """Compare all sounds, in a process of its own: which sound nearly the same?"""
        if self._process is not None:
            self.said.emit(self.tr("The sounds are being compared already."))
            return
        arguments = ["duplicates", "--near", "--library", str(self._session.path), "--json"]
        self._process = ChildProcess([*self._command(), *arguments], self)
        self._process.spoke.connect(self._spoke)
        self._process.ended.connect(self._ended)
        self._process.start()
        self._bar.hide()
        self.said.emit(self.tr("Comparing the sounds…"))

    def close(self) -> None:
        """End the comparison."""
        if self._process is not None:
            self._process.end()

    # How it is done

    def _spoke(self, message: dict[str, Any]) -> None:
        if {"done", "total"} <= message.keys():
            done, total = grouped(message["done"]), grouped(message["total"])
            self.said.emit(self.tr("Comparing the sounds: {0} of {1}").format(done, total))

    def _ended(self, exit_code: int, errors: str) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        last = errors.splitlines()[-1] if errors else self.tr("The comparison ended unexpectedly.")
        self.said.emit(self.tr("The sounds are compared.") if exit_code == 0 else last)
        self._session.poll()
        self._look()

    # What has come since

    def _look(self) -> None:
        library = self._session.library
        if library is not None and self._are_shown() and self._process is None:
            self._lane.run(library.uncompared, self._looked)
        else:
            self._lane.drop()
            self._bar.hide()

    def _are_shown(self) -> bool:
        filters = tokens(self._finding.shown.text)
        return not self._finding.listing and any(
            (token.field, token.value.lower(), token.excluded) == ("duplicate", "near", False) for token in filters
        )

    def _looked(self, more: int, error: BaseException | None) -> None:
        if error is not None or more <= 0 or self._process is not None:
            self._bar.hide()
        elif more != self._put_away:
            self._more = more
            one = self.tr("1 sound has not been compared yet.")
            many = self.tr("{0} sounds have not been compared yet.")
            again = self.tr("Compare &again")
            self._bar.say(counted(more, one, many), again, self.find_near_duplicates)

    def _dismissed(self) -> None:
        self._put_away = self._more
