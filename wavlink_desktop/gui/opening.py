"""What the program was asked to open: by a file manager's "Open with", or by paths on the command line."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wavlink_desktop.gui.asking import Asking
from wavlink_desktop.gui.growing import Growing
from wavlink_desktop.gui.session import Session


class Opening(QObject):
    """Does with paths what the window does with what is dropped: one sound is searched by, all else is taken in."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(self, session: Session, asking: Asking, growing: Growing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._asking, self._growing = session, asking, growing
        self.sound: Path | None = None
        """What is searched by once the model is there."""
        session.model_ready.connect(self._search)

    def open(self, paths: Sequence[Path]) -> None:
        """Find what sounds like a file; take folders, or several files, into the library. Returns at once."""
        there = [path for path in paths if path.exists()]
        if lacking := [path for path in paths if path not in there]:
            self.said.emit(self.tr("There is no {0}").format(", ".join(map(str, lacking))))
        if len(there) == 1 and there[0].is_file():
            self.sound = there[0]
            self._session.need_model()
            if self._session.has_model:
                self._search()
        elif there:
            self._growing.add(there)

    def _search(self) -> None:
        sound, self.sound = self.sound, None
        if sound is not None:
            self._asking.search_by(sound)
