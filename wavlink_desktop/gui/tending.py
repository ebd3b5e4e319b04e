"""Keeping the library in order: its folders, and the files that could not be read."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.file_manager import show_files
from wavlink_desktop.gui.folders_dialog import FoldersDialog
from wavlink_desktop.gui.growing import Growing
from wavlink_desktop.gui.problems import ProblemsDialog
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import Latest, run_task
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.watching import Watching
from wavlink_desktop.gui.wording import counted, grouped
from wavlink_desktop.library.records import FolderState, Problem


class Tending(QObject):
    """Shows folders and problems, keeps what is shown up to date, and does what is asked for there."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(
        self, session: Session, growing: Growing, watching: Watching, window: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._growing, self._watching, self._window = session, growing, watching, window
        self.folders: FoldersDialog | None = None
        self.problems: ProblemsDialog | None = None
        self._states_lane: Latest[list[FolderState]] = Latest()
        self._problems_lane: Latest[list[Problem]] = Latest()
        session.changed.connect(self._refresh)
        watching.watched.connect(self._refresh)

    # Commands

    def show_folders(self) -> None:
        """Show the library's folders."""
        if self.folders is None:
            self.folders = dialog = FoldersDialog(self._window)
            dialog.add_wanted.connect(self._growing.add_folder)
            dialog.rescan_wanted.connect(lambda folder: self._growing.add([folder]))
            dialog.relink_wanted.connect(self._relink)
            dialog.remove_wanted.connect(self._remove)
            dialog.watch_wanted.connect(self._watching.want)
        self._fetch_folders()
        _bring(self.folders)

    def show_problems(self) -> None:
        """Show the files that could not be read."""
        if self._session.library is not None:
            self._problems_lane.run(self._session.library.problems, self._problems_came)

    # What they ask for

    def _refresh(self) -> None:
        if self.folders is not None and self.folders.isVisible():
            self._fetch_folders()
        if self.problems is not None and self.problems.isVisible() and self._session.library is not None:
            self._problems_lane.run(self._session.library.problems, self._problems_changed)

    def _fetch_folders(self) -> None:
        if self._session.library is not None:
            self._states_lane.run(self._session.library.folder_states, self._states_came)

    def _states_came(self, states: list[FolderState] | None, error: BaseException | None) -> None:
        if self.folders is not None and states is not None:
            refused = self._watching.refused
            self.folders.show_states(states, self._watching.is_wanted, lambda path: refused.get(path, ""))

    def _relink(self, folder: Path, new: Path) -> None:
        def done(clips: int, error: BaseException | None) -> None:
            if error is None:
                self._growing.add([new])  # what else has changed there
            one, many = self.tr("1 sound is found again in {0}."), self.tr("{0} sounds are found again in {1}.")
            text = one.format(new) if clips == 1 else many.format(grouped(clips or 0), new)
            self._tell(text, error)

        self._work(lambda library: library.relink(folder, new), done)

    def _remove(self, folder: Path) -> None:
        text = self.tr("“{0}” is out of the library; its files are where they were.").format(folder.name)
        self._work(lambda library: library.remove_folder(folder), lambda _, error: self._tell(text, error))

    def _retry(self, paths: Sequence[Path]) -> None:
        def done(_: object, error: BaseException | None) -> None:
            if error is None:
                self._growing.add(paths if len(paths) <= 100 else [])
            self._tell(counted(len(paths), self.tr("Trying 1 file again…"), self.tr("Trying {0} files again…")), error)

        self._work(lambda library: library.retry_problems(paths), done)

    def _ignore(self, paths: Sequence[Path]) -> None:
        text = counted(len(paths), self.tr("1 file is ignored."), self.tr("{0} files are ignored."))
        self._work(lambda library: library.ignore_problems(paths), lambda _, error: self._tell(text, error))

    def _reveal(self, path: Path) -> None:
        text = self.tr("No file manager answers. The folder is {0}").format(path.parent)
        show_files([path], self, lambda: self.said.emit(text))

    def _work(self, work: Callable[[Library], object], done: Callable[..., None]) -> None:
        library = self._session.library
        if library is not None:
            run_task(lambda: work(library), done)

    def _tell(self, text: str, error: BaseException | None) -> None:
        text = text if error is None else told(error)
        self.said.emit(text)
        self._session.poll()
        if self.folders is not None and self.folders.isVisible():
            self._fetch_folders()
            self.folders.say(text)

    def _problems_came(self, problems: list[Problem] | None, error: BaseException | None) -> None:
        if problems is None:
            self.said.emit(told(error))
            return
        if self.problems is None:
            self.problems = dialog = ProblemsDialog(problems, self._window)
            dialog.retry_wanted.connect(self._retry)
            dialog.ignore_wanted.connect(self._ignore)
            dialog.reveal_wanted.connect(self._reveal)
        else:
            self.problems.show_problems(problems)
        _bring(self.problems)

    def _problems_changed(self, problems: list[Problem] | None, _: BaseException | None) -> None:
        if self.problems is not None and problems is not None:
            self.problems.show_problems(problems)


def _bring(dialog: QWidget) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
