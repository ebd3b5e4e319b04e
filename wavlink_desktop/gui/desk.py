"""The desk: puts the window's parts to work together and answers its commands."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from wavlink_desktop import paths
from wavlink_desktop.gui.about_dialog import AboutDialog
from wavlink_desktop.gui.actions import build_actions, context_menu, fill_menus
from wavlink_desktop.gui.asking import Asking
from wavlink_desktop.gui.auditioning import Auditioning
from wavlink_desktop.gui.browsing import Browsing
from wavlink_desktop.gui.caring import Caring
from wavlink_desktop.gui.child_process import command_line
from wavlink_desktop.gui.commands import COMMANDS, PLAY, SOUND, Command, Need, Scope
from wavlink_desktop.gui.comparing import Comparing
from wavlink_desktop.gui.customising import Customising
from wavlink_desktop.gui.exporting import Exporting
from wavlink_desktop.gui.filing import Filing
from wavlink_desktop.gui.finding import Finding
from wavlink_desktop.gui.growing import Growing
from wavlink_desktop.gui.hearing import Hearing
from wavlink_desktop.gui.inspecting import Inspecting
from wavlink_desktop.gui.looking import Looking
from wavlink_desktop.gui.mapping import Mapping
from wavlink_desktop.gui.opening import Opening
from wavlink_desktop.gui.organising import Organising
from wavlink_desktop.gui.player import Output, Player, open_speaker
from wavlink_desktop.gui.preferences import Preferences
from wavlink_desktop.gui.recording import Recording
from wavlink_desktop.gui.scan_job import ScanState
from wavlink_desktop.gui.session import ClosableEmbedder, Session, make_embedder
from wavlink_desktop.gui.suggesting import Suggesting
from wavlink_desktop.gui.teaching import Teaching
from wavlink_desktop.gui.tending import Tending
from wavlink_desktop.gui.transferring import Transferring
from wavlink_desktop.gui.undoing import Undoing
from wavlink_desktop.gui.watching import Watching
from wavlink_desktop.gui.window import MainWindow
from wavlink_desktop.gui.window_state import restore_state, save_state
from wavlink_desktop.gui.wording import grouped

_TOOLS = ("show-list", "show-map", "auto-play", "more-like-this", "add-folder", "details")


class Desk(QObject):
    """One window on one library. What can be slow or needs a machine (model, sound device, child) can be given."""

    another_wanted = Signal(object)
    """A window on that library (`Path`), in the place of this one."""

    def __init__(
        self,
        library: Path,
        settings: QSettings,
        set_scheme: Callable[[Qt.ColorScheme], None],
        *,
        embedder: Callable[[], ClosableEmbedder] = make_embedder,
        open_output: Callable[[], tuple[Output | None, str]] = open_speaker,
        command: Callable[[], Sequence[str]] = command_line,
        demo_folder: Callable[[], Path] = paths.demo_folder,
    ) -> None:
        super().__init__()
        self._settings, self._set_scheme = settings, set_scheme
        self.preferences = Preferences(settings, self)
        self.window = window = MainWindow()
        self.session = Session(library, embedder, self)
        self.undoing = Undoing(self.session, self)
        self.undo_stack = self.undoing.stack
        self.player = Player(open_output, self)
        self.hearing = Hearing(self.player, window.transport.controls, settings, self)
        self.finding = Finding(self.session, window.search_box, window.model, window.results, self)
        self.asking = Asking(
            self.session, self.finding, window.search_box, window.results, window.transport.waveform, self
        )
        self.suggesting = Suggesting(self.session, window.search_box, window, self)
        self.recording = Recording(window.search_box, paths.cache_folder() / "recordings", parent=self)
        self.recording.recorded.connect(self.asking.search_by)
        self.auditioning = Auditioning(self.session, self.finding, self.player, window.results, window.transport, self)
        self.inspecting = Inspecting(self.session, window.results, window.inspector, self.undoing, self)
        self.growing = Growing(self.session, window, window.welcome, window.scan_bar, command, demo_folder)
        self.opening = Opening(self.session, self.asking, self.growing, self)
        self.browsing = Browsing(self.session, window.search_box, window.sidebar, self.growing, settings, self)
        self.organising = Organising(
            self.session,
            self.inspecting,
            window.results,
            window.search_box,
            window.sidebar,
            self.undoing,
            self,
        )
        self.comparing = Comparing(self.session, self.finding, window.more_sounds, command, self)
        self.teaching = Teaching(self.session, settings, self.inspecting, self.undoing, window.job_bar, window, command)
        self.exporting = Exporting(self.session, settings, self.inspecting, window.model, window)
        self.filing = Filing(self.session, settings, self.inspecting, self.undoing, window)
        self.transferring = Transferring(
            self.session, window.results, window.transport.waveform, window.transfer_bar, settings, window
        )
        waveform, peaks = window.transport.waveform, paths.peaks_folder()
        self.looking = Looking(self.session, self.finding, waveform, window.results.current_hit, settings, peaks, self)
        self.watching = Watching(self.session, self.growing.scan, self.preferences, settings, self)
        self.tending = Tending(self.session, self.growing, self.watching, window, self)
        self.caring = Caring(library, window)
        self.customising = Customising(window, settings, self.preferences, self.missing, self)
        self.mapping = Mapping(
            self.session, self.finding, self.player, window.model, window.results, window.map, command, self
        )
        self._parts = (
            self.asking,
            self.recording,
            self.auditioning,
            self.hearing,
            self.looking,
            self.undoing,
            self.inspecting,
            self.browsing,
            self.organising,
            self.comparing,
            self.teaching,
            self.exporting,
            self.filing,
            self.transferring,
            self.mapping,
            self.growing,
            self.opening,
            self.tending,
            self.caring,
        )
        """Those that answer commands and have something to say, in the order in which they are asked."""
        self.actions = build_actions(window, window.results, self._slot)
        self.customising.follow(self.actions)
        self.customising.offer_folders(
            lambda: self.session.info.folders if self.session.info is not None else (), window.search_box.set_text
        )
        self.hearing.channels_chosen.connect(self.looking.choose_channels)
        self.hearing.choose_by(self.actions)
        self.looking.choose_by(self.actions)
        self.mapping.choose_by(self.actions, window.show_map)
        self._menu = context_menu(window, self.actions)
        self._connect()
        self._restore()

    def open(self) -> None:
        """Show the window, then open the library and load the model behind it."""
        self.window.show()
        self.window.search_box.focus()
        self.session.open()

    def pass_on(self, other: "Desk") -> None:
        """Give what was dropped or opened here, and found no library, to the desk that takes this one's place."""
        if self.growing.early:
            other.growing.add(self.growing.early)
        if self.opening.sound is not None:
            other.opening.open([self.opening.sound])

    # Commands

    def escape(self) -> None:
        """Stop what plays; if nothing does, clear the region; then clear the search and go to its box."""
        if not self.auditioning.stop() and not self.looking.clear_region():
            self.window.search_box.clear()
            self.window.search_box.focus()

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.window.close()

    def focus_search(self) -> None:
        """Go to the search box."""
        self.window.search_box.focus()

    def next_row(self) -> None:
        """Audition the row below, wherever the focus is."""
        self._step(1)

    def previous_row(self) -> None:
        """Audition the row above, wherever the focus is."""
        self._step(-1)

    def set_auto_play(self, on: bool) -> None:
        """Whether going to a row plays it."""
        self.auditioning.auto_play = on

    def louder(self) -> None:
        """One step louder."""
        self.window.volume.setValue(self.window.volume.value() + 5)

    def quieter(self) -> None:
        """One step quieter."""
        self.window.volume.setValue(self.window.volume.value() - 5)

    def set_details_visible(self, visible: bool) -> None:
        """Show or hide the inspector."""
        self.window.inspector.setVisible(visible)

    def theme_system(self) -> None:
        """Light or dark as the system has it."""
        self._choose_scheme(Qt.ColorScheme.Unknown)

    def theme_light(self) -> None:
        """Light, whatever the system has."""
        self._choose_scheme(Qt.ColorScheme.Light)

    def theme_dark(self) -> None:
        """Dark, whatever the system has."""
        self._choose_scheme(Qt.ColorScheme.Dark)

    def about(self) -> None:
        """Version, licences, the model's origin, and whose work is in the program."""
        AboutDialog(self.session.path, self.window).open()

    def choose_library(self) -> None:
        """Ask for another library, one that is there or one to be begun."""
        kinds = self.tr("Libraries (*.db);;All files (*)")
        ask = QFileDialog.Option.DontConfirmOverwrite  # nothing is written over: what is there is opened
        title, folder = self.tr("Choose a library, or a name for a new one"), str(self.session.path.parent)
        chosen, _ = QFileDialog.getSaveFileName(self.window, title, folder, kinds, options=ask)
        if chosen:
            self.another_wanted.emit(Path(chosen))

    # Wiring

    def _slot(self, name: str) -> Callable[..., None]:
        """The method that a command names: the desk's own, or that of the part whose business it is."""
        for owner in (self, *self._parts, self.customising):
            method: Callable[..., None] | None = getattr(owner, name, None)
            if method is not None:
                return method
        raise LookupError(f"no part of the window answers the command slot {name!r}")

    def missing(self, command: Command) -> str:
        """What a command lacks to make sense now, as a sentence; empty when nothing."""
        if command.needs == Need.LIBRARY and self.session.library is None:
            return self.tr("The library is not open.")
        if command.needs == Need.SOUND and self.window.results.current_hit() is None:
            return self.tr("Choose a sound first.")
        return ""

    def _preference_changed(self, key: str) -> None:
        if key == "window/scheme":
            self._set_scheme(Qt.ColorScheme[self.preferences.text(key)])
        elif key == "playback/volume":
            self.window.volume.setValue(self.preferences.number(key))
        elif key == "playback/auto":
            self.actions["auto-play"].setChecked(self.preferences.flag(key))
        elif key.startswith("playback/"):
            self.hearing.read_settings()
        elif key in ("scan/threads", "scan/number_format"):
            self._tune()

    def _tune(self) -> None:
        self.session.tune(self.preferences.number("scan/threads"), self.preferences.text("scan/number_format"))

    def _connect(self) -> None:
        window, status = self.window, self.window.status_line
        fill_menus(window.menuBar(), self.actions, self.missing)
        self.undoing.follow(self.actions["undo"], self.actions["redo"])
        for command in _TOOLS:
            window.add_tool(self.actions[command])
        for each in COMMANDS:
            if each.menu in (PLAY, SOUND) and each.scope == Scope.RESULTS:
                window.transport.addAction(self.actions[each.id])
        for each in COMMANDS:
            if each.scope == Scope.RESULTS:
                window.map.view.addAction(self.actions[each.id])
        window.map.view.customContextMenuRequested.connect(self._show_map_menu)
        window.results.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        window.results.customContextMenuRequested.connect(self._show_menu)
        window.volume.valueChanged.connect(self._set_volume)
        window.dropped.connect(self.growing.add)
        window.closing.connect(self._close)
        window.transport.shown.connect(self.looking.show)
        window.inspector.copy_wanted.connect(self.transferring.copy_files)
        window.inspector.reveal_wanted.connect(self.transferring.reveal)
        status.problems_wanted.connect(self.tending.show_problems)
        for part in self._parts:
            part.said.connect(status.say)
        self.inspecting.search_wanted.connect(window.search_box.set_text)
        self.browsing.problems_wanted.connect(self.tending.show_problems)
        self.browsing.near_duplicates_wanted.connect(self.comparing.find_near_duplicates)
        self.player.heard.connect(self.browsing.refresh_soon)
        window.sidebar.shown_or_hidden.connect(self.actions["sidebar"].setChecked)
        window.inspector.write_wanted.connect(self.filing.write_metadata)
        window.inspector.sought.connect(window.transport.waveform.sought)
        if self.preferences.number("scan/threads") or self.preferences.text("scan/number_format"):
            self._tune()  # else what the environment says stays
        self.preferences.changed.connect(self._preference_changed)
        self.finding.found.connect(self._found)
        self.session.opened.connect(self._opened)
        self.session.changed.connect(self._library_changed)
        self.session.failed.connect(self._cannot_open)
        window.refused.another_wanted.connect(self.choose_library)
        window.refused.again_wanted.connect(self.session.open)
        window.refused.quit_wanted.connect(self.quit)
        self.session.model_ready.connect(lambda: status.set_model(self.tr("Ready")))
        self.session.model_loading.connect(lambda: status.set_model(self.tr("Loading the model…")))
        self.session.model_resting.connect(lambda: status.set_model(""))
        self.session.model_failed.connect(self._no_model)
        self.growing.scan.state_changed.connect(self._library_changed)
        self.growing.listened.connect(self._tag_new)
        self.player.state_changed.connect(lambda: status.set_playback(self.player.unavailable))

    def _restore(self) -> None:
        settings = self._settings
        window = self.window
        restore_state(settings, window)
        window.volume.setValue(self.preferences.number("playback/volume"))
        self._set_volume(window.volume.value())
        self.actions["auto-play"].setChecked(self.preferences.flag("playback/auto"))
        self.auditioning.auto_play = self.actions["auto-play"].isChecked()
        self.actions["details"].setChecked(settings.value("window/details", "true") == "true")
        self.set_details_visible(self.actions["details"].isChecked())
        self.actions["sidebar"].setChecked(settings.value("window/sidebar", "true") == "true")
        window.status_line.set_model(self.tr("Loading the model…"))
        window.status_line.set_playback(self.player.unavailable)

    def _save(self) -> None:
        settings = self._settings
        save_state(settings, self.window)
        settings.setValue("window/details", "true" if self.actions["details"].isChecked() else "false")
        settings.setValue("playback/volume", self.window.volume.value())
        settings.setValue("playback/auto", "true" if self.auditioning.auto_play else "false")
        settings.sync()

    def _close(self) -> None:
        self._save()
        self.window.hide()  # What follows can take a moment.
        self.recording.close()
        self.browsing.close()
        self.comparing.close()
        self.suggesting.close()
        self.player.close()
        self.looking.close()
        self.watching.close()
        self.growing.close()
        self.mapping.close()
        self.transferring.close()
        self.teaching.close()
        self.exporting.close()
        self.caring.close()
        self.undoing.close()
        self.session.close()

    def _step(self, rows: int) -> None:
        view = self.window.results
        view.go_to(view.currentIndex().row() + rows)

    def _set_volume(self, percent: int) -> None:
        # Loudness is felt as a power of the amplitude: the square makes the slider even.
        self.player.set_volume((percent / 100) ** 2)

    def _choose_scheme(self, scheme: Qt.ColorScheme) -> None:
        self.preferences.set("window/scheme", scheme.name)

    def _show_menu(self, where: QPoint) -> None:
        if self.window.results.current_hit() is not None:
            self._menu.popup(self.window.results.viewport().mapToGlobal(where))

    def _show_map_menu(self, where: QPoint) -> None:
        view = self.window.map.view
        if len(view.selected_ids()):
            self._menu.popup(view.mapToGlobal(where))

    def _found(self) -> None:
        shown = len(self.window.model)
        ranked = self.finding.ranked
        self.window.status_line.set_found(self.tr("{0} found").format(grouped(shown)) if ranked else "")

    def _opened(self) -> None:
        self._library_changed()

    def _library_changed(self) -> None:
        info = self.session.info
        if info is None:
            return
        self.window.status_line.set_info(info)
        there = info.clips > 0 or self.growing.scan.state != ScanState.IDLE
        if there and not self.window.shows_listing:
            self.window.search_box.focus()
        self.window.show_listing(there)

    def _tag_new(self) -> None:
        if self.preferences.flag("library/tag_new"):
            self.teaching.tag_new()

    def _cannot_open(self, reason: str) -> None:
        self.window.show_refused(reason)
        self.window.status_line.set_model("")

    def _no_model(self, reason: str) -> None:
        self.window.status_line.set_model(self.tr("Search by name only"))
        self.window.status_line.say(self.tr("The model does not load: {0}").format(reason))
