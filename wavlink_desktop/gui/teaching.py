"""Tagging the library, what is new by itself, and teaching it a tag by examples."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wavlink_desktop.gui.child_process import command_line
from wavlink_desktop.gui.inspecting import Inspecting, tag_edit
from wavlink_desktop.gui.job_bar import JobBar
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tag_entry import Label
from wavlink_desktop.gui.tagging_job import TaggingJob
from wavlink_desktop.gui.tasks import run_task
from wavlink_desktop.gui.teaching_dialog import TeachingDialog
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.undoing import Undoing
from wavlink_desktop.gui.vocabularies_dialog import VocabulariesDialog
from wavlink_desktop.gui.wording import counted

USUAL = ("ucs", "general", "qualities", "own")
_KEY = "library/vocabularies"


class Teaching(QObject):
    """Runs the tagging child for one session."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(
        self,
        session: Session,
        settings: QSettings,
        inspecting: Inspecting,
        undoing: Undoing,
        bar: JobBar,
        window: QWidget,
        command: Callable[[], Sequence[str]] = command_line,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._inspecting, self._undoing, self._bar = inspecting, undoing, bar
        self._taught: tuple[str, str] | None = None
        self._more_new = False
        """Whether something new came while the library was being tagged."""
        self.job = TaggingJob(session.path, command, self)
        self.job.progressed.connect(self._progressed)
        self.job.finished.connect(self._finished)
        self.job.failed.connect(self._failed)
        bar.cancelled.connect(self.job.cancel)
        inspecting.teaching.connect(self._open)

    # Commands

    def tag_library(self) -> None:
        """Tag every clip, with the vocabularies that were chosen last."""
        self._tag(self.vocabularies())

    def tag_new(self) -> None:
        """Tag what has been listened to since the library was last tagged, quietly; later, if it is being tagged."""
        self._more_new = self.job.running
        self.job.start(self.vocabularies(), only_new=True)

    def choose_vocabularies(self) -> None:
        """Ask which vocabularies to tag with, then tag."""
        library = self._session.library
        if library is not None:
            run_task(library.vocabularies, self._ask)

    def teach_tag(self) -> None:
        """Teach a tag from the chosen clips: find more that sound like them."""
        self._open("", "")

    def vocabularies(self) -> list[str]:
        """What the library is tagged with."""
        stored = self._settings.value(_KEY)
        return str(stored).split(",") if stored else list(USUAL)

    def close(self) -> None:
        """End the child."""
        self.job.close()

    # Tagging

    def _ask(self, known: dict[str, Path], error: BaseException | None) -> None:
        if error is not None:
            self.said.emit(told(error))
            return
        dialog = VocabulariesDialog(known, self.vocabularies(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def _chosen(self, vocabularies: list[str]) -> None:
        self._settings.setValue(_KEY, ",".join(vocabularies))
        self._tag(vocabularies)

    def _tag(self, vocabularies: Sequence[str]) -> None:
        if self.job.wanted:
            self.said.emit(self.tr("The library is being tagged already."))
            return
        self._taught = None
        self._bar.begin(self.tr("Tagging the library"))
        self.job.start(vocabularies)
        if self.job.only_new:
            self.job.give_up()  # all clips: the new ones are among them

    # Teaching

    def _open(self, vocabulary: str, label: str) -> None:
        library, ids = self._session.library, self._inspecting.ids
        if library is None or not ids:
            self.said.emit(self.tr("Choose some sounds first: three at least, five are better."))
            return

        def show(labels: list[Label], error: BaseException | None) -> None:
            if error is not None:
                self.said.emit(told(error))
                return
            dialog = TeachingDialog(len(ids), labels, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.label_changed.connect(lambda *key: self._count(dialog, ids, *key))
            dialog.teach.connect(lambda *key: self._teach(ids, *key))
            dialog.open()
            if label:
                dialog.set_label(vocabulary, label)

        run_task(library.labels, show)

    def _count(self, dialog: TeachingDialog, ids: Sequence[int], vocabulary: str, label: str) -> None:
        library = self._session.library
        if library is None:
            return

        def work() -> int:
            given = library.counts(label, vocabulary)[0]
            among = [
                tally for tally in library.tag_tally(ids) if (tally.vocabulary, tally.label) == (vocabulary, label)
            ]
            return given - sum(tally.accepted for tally in among)

        def came(given: int, error: BaseException | None) -> None:
            if isValid(dialog):  # closed meanwhile, Qt has deleted it
                dialog.set_given(given if error is None else 0)

        run_task(work, came)

    def _teach(self, ids: Sequence[int], vocabulary: str, label: str) -> None:
        if self.job.wanted:
            self.said.emit(self.tr("The library is being tagged. Teach when that is done."))
            return
        text = self.tr("teach “{0}” by {1}").format(label, counted(len(ids), self.tr("1 clip"), self.tr("{0} clips")))
        edit = tag_edit(text, lambda library: library.accept_tag(ids, label, vocabulary))
        self._undoing.perform(edit, lambda _: self._look_for_more(vocabulary, label))

    def _look_for_more(self, vocabulary: str, label: str) -> None:
        self._taught = (vocabulary, label)
        self._bar.begin(self.tr("Looking for more “{0}”").format(label))
        self.job.start([vocabulary])

    # What happens then

    def _progressed(self, thousandths: int, left: float) -> None:
        if self.job.only_new and self._bar.isHidden() and thousandths:
            self._bar.begin(self.tr("Tagging new sounds"))  # not before there are some
        self._bar.set_progress(thousandths, left)

    def _finished(self, whole: bool) -> None:
        self._bar.hide()
        self._session.poll()
        library, taught = self._session.library, self._taught
        more, self._more_new = self._more_new, False
        if not whole:
            self.said.emit(self.tr("Stopped. What was tagged by then stays tagged."))
        elif self.job.only_new:
            if self.job.tagged:
                new = counted(self.job.tagged, self.tr("1 new sound is tagged"), self.tr("{0} new sounds are tagged"))
                self.said.emit(new)
        elif taught is None or library is None:
            self.said.emit(self.tr("The library is tagged."))
        else:
            vocabulary, label = taught
            run_task(lambda: library.counts(label, vocabulary), lambda counts, error: self._found(label, counts, error))
        if whole and more:
            self.tag_new()

    def _found(self, label: str, counts: tuple[int, int], error: BaseException | None) -> None:
        if error is not None:
            self.said.emit(told(error))
            return
        if counts[1]:
            found = counted(counts[1], self.tr("Found 1 more"), self.tr("Found {0} more"))
            self.said.emit(self.tr("{0} for “{1}”").format(found, label))
        else:
            self.said.emit(self.tr("Nothing else sounds like “{0}”. More examples may help.").format(label))
        self._inspecting.search_for(label)

    def _failed(self, reason: str) -> None:
        self._bar.hide()
        self.said.emit(reason)
