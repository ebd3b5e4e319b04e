"""What goes into the files themselves, and what they are called: opens the dialogs."""

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from wavlink_desktop.gui.changes_dialog import ChangesDialog
from wavlink_desktop.gui.inspecting import Inspecting
from wavlink_desktop.gui.renaming_dialog import RenamingDialog
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.undoing import Undoing
from wavlink_desktop.gui.writing_dialog import WritingDialog


class Filing(QObject):
    """Writes tags into the chosen files and renames them, with a preview."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(
        self, session: Session, settings: QSettings, inspecting: Inspecting, undoing: Undoing, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._inspecting, self._undoing = inspecting, undoing

    def write_metadata(self) -> None:
        """Show what would be written into the chosen files; then write it."""
        library, ids = self._session.library, self._inspecting.ids
        if library is not None and ids:
            self._show(WritingDialog(library, ids, self._undoing, self._window))
        else:
            self.said.emit(self.tr("Choose the sounds first whose tags are to be written into their files."))

    def rename_files(self) -> None:
        """Show the UCS names that the chosen files would have; then rename them."""
        library, ids = self._session.library, self._inspecting.ids
        if library is not None and ids:
            self._show(RenamingDialog(library, ids, self._undoing, self._settings, self._window))
        else:
            self.said.emit(self.tr("Choose the sounds first that are to be renamed."))

    def _show(self, dialog: ChangesDialog) -> None:
        dialog.said.connect(self.said)
        dialog.finished.connect(self._session.poll)
        dialog.show()
