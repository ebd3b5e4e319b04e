"""The map among the window's parts: it shows what the search finds, and what is chosen on it is chosen everywhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.child_process import command_line
from wavlink_desktop.gui.finding import Finding
from wavlink_desktop.gui.map_cloud import Cloud
from wavlink_desktop.gui.map_colours import assign
from wavlink_desktop.gui.map_job import MapJob
from wavlink_desktop.gui.map_labels import Regions
from wavlink_desktop.gui.map_page import MapPage
from wavlink_desktop.gui.map_picture import BEST, DIMMED, FAINT, GOOD, LIT
from wavlink_desktop.gui.player import Player
from wavlink_desktop.gui.results import ResultsModel
from wavlink_desktop.gui.results_view import ResultsView
from wavlink_desktop.gui.session import Session
from wavlink_desktop.gui.tasks import Latest
from wavlink_desktop.gui.told import told
from wavlink_desktop.gui.wording import grouped
from wavlink_desktop.library.records import Tag
from wavlink_desktop.search.answer import Answer
from wavlink_desktop.search.hits import Hit
from wavlink_desktop.search.request import Request

_BY_RANK = ((FAINT, 1 << 62), (LIT, 300), (GOOD, 60), (BEST, 10))
"""How a ranked answer is lit: each level up to that rank."""
_TAGS_SAID = 4


@dataclass(frozen=True, slots=True)
class Chart:
    """A map that is ready to be shown."""

    cloud: Cloud
    regions: Regions
    numbers: NDArray[np.int64]


class Mapping(QObject):
    """Loads and makes the map, and keeps it and the list together."""

    said = Signal(str)
    """Something for the status line."""

    def __init__(
        self,
        session: Session,
        finding: Finding,
        player: Player,
        model: ResultsModel,
        view: ResultsView,
        page: MapPage,
        command: Callable[[], Sequence[str]] = command_line,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._finding, self._player = session, finding, player
        self._model, self._results, self._page, self._map = model, view, page, page.view
        self._loading: Latest[Chart | None] = Latest()
        self._lighting: Latest[NDArray[np.uint8]] = Latest()
        self._noting: Latest[tuple[Hit, list[Tag]]] = Latest()
        self._picking: Latest[tuple[Hit, list[Tag]]] = Latest()
        self._found: NDArray[np.uint8] | None = None
        self._heard_by_rest = False
        self._tried: tuple[int, str] | None = None
        self._shown = False
        self._show_page: Callable[[bool], None] = lambda shown: None
        self._choices: dict[str, QAction] = {}
        self.job = MapJob(session.path, command, self)
        self.job.progressed.connect(page.set_progress)
        self.job.finished.connect(self._made)
        self.job.failed.connect(self._not_made)
        page.make_wanted.connect(self.update_map)
        page.cancelled.connect(self.job.cancel)
        page.list_wanted.connect(self.list_selected)
        page.legend.toggled.connect(self._light)
        self._map.moved.connect(self._show_legend)
        self._map.picked.connect(self._pick)
        self._map.rested.connect(self._rest)
        self._map.selection_changed.connect(self._selected)
        view.chosen.connect(self._follow)
        session.changed.connect(self._library_changed)
        session.opened.connect(self._library_changed)
        finding.found.connect(self._search_changed)

    def choose_by(self, actions: dict[str, QAction], show_page: Callable[[bool], None]) -> None:
        """The two commands that exclude each other, and what brings the map to the front, or the list."""
        self._show_page = show_page
        self._choices = {name: actions[name] for name in ("show-list", "show-map")}
        group = QActionGroup(self)
        for action in self._choices.values():
            group.addAction(action)
        self._choices["show-list"].setChecked(True)

    # Commands

    def show_list(self, on: bool) -> None:
        """The list to the front."""
        if on and self._shown:
            self._shown = False
            self._silence()
            self._show_page(False)
            self._results.setFocus()

    def show_map(self, on: bool) -> None:
        """The map to the front."""
        if on and not self._shown:
            self._shown = True
            self._show_page(True)
            self._map.setFocus()
            self._load()

    def update_map(self) -> None:
        """Make the map, or put what is new on it."""
        self._start(anew=False)

    def redo_map(self) -> None:
        """Lay out everything again."""
        self._start(anew=True)

    def list_selected(self) -> None:
        """Show what is selected on the map in the list."""
        ids = self._map.selected_ids()
        if len(ids):
            self._finding.list_clips(ids)
            self._choices["show-list"].trigger()
            text = self.tr("{0} sounds from the map are listed. Esc lists what you search for again.")
            self.said.emit(text.format(grouped(len(ids))))

    def close(self) -> None:
        """End the child."""
        self.job.close()

    # Making and loading

    def _start(self, anew: bool) -> None:
        info = self._session.info
        if info is None or self.job.running:
            return
        self._tried = (info.embedded, info.model_id)
        self.job.start(anew)
        self._page.set_progress(0, 1000)

    def _made(self, report: dict[str, Any]) -> None:
        self._page.set_idle()
        if report.get("cancelled"):
            self.said.emit(self.tr("The map stays as it was."))
        self._session.poll()
        self._load()

    def _not_made(self, reason: str) -> None:
        self._page.set_idle()
        self.said.emit(reason)
        self._load()

    def _library_changed(self) -> None:
        if self._shown and not self._loading.busy:
            self._load()

    def _load(self) -> None:
        library = self._session.library
        if library is not None:
            self._loading.run(lambda: _read(library), self._loaded)

    def _loaded(self, chart: Chart | None, error: BaseException | None) -> None:
        if error is not None:
            self.said.emit(told(error))
            return
        if chart is None or not len(chart.cloud):
            self._say_why_empty()
        else:
            self._map.set_cloud(chart.cloud, chart.regions, chart.numbers)
            self._page.show_map()
            self._found = None
            self._search_changed()
            self._show_legend()
            self._follow(self._results.current_hit())
        self._keep_up(0 if chart is None else len(chart.cloud))

    def _keep_up(self, there: int) -> None:
        """Put new clips on the map, or begin it: once for each state of the library."""
        info = self._session.info
        if info is None or not self._shown or info.embedded <= there:
            return
        if (info.embedded, info.model_id) != self._tried and not self._page_waits(info.clips, info.embedded):
            self._start(anew=False)

    def _page_waits(self, clips: int, embedded: int) -> bool:
        return embedded < clips  # a scan is under way, or was broken off: not at every batch of it

    def _say_why_empty(self) -> None:
        info = self._session.info
        if info is None or not info.embedded:
            self._page.show_empty(self.tr("The map shows what has been listened to. Nothing has been yet."), False)
        elif self.job.running:
            self._page.show_empty(self.tr("The map is being laid out: what sounds alike comes to lie together."), False)
        else:
            text = self.tr("On the map, what sounds alike lies together. It is made once, in the background.")
            self._page.show_empty(text, True)

    # The search on the map

    def _search_changed(self) -> None:
        cloud = self._map.cloud
        if cloud is None or not self._shown:
            return
        answer = None if self._finding.shown == Request() and not self._finding.listing else self._model.answer
        self._lighting.run(lambda: _levels(cloud, answer), self._lit)

    def _lit(self, levels: NDArray[np.uint8], error: BaseException | None) -> None:
        cloud = self._map.cloud
        if error is None and cloud is not None and len(levels) == len(cloud):
            self._found = levels
            self._light()

    def _light(self) -> None:
        """Only what was found, and only of the categories that are chosen in the legend."""
        cloud, levels = self._map.cloud, self._found
        if cloud is None or levels is None:
            return
        chosen = self._page.legend.chosen
        if chosen:
            among = np.array([name in chosen for name in cloud.names])
            levels = np.where(among[cloud.categories], levels, np.uint8(DIMMED))
        self._map.set_levels(levels)

    def _show_legend(self) -> None:
        cloud = self._map.cloud
        if cloud is not None:
            self._page.legend.show_counts(self._map.categories_in_sight(), cloud.names, self._map.look.colours)
            self._page.place_legend()

    # What is chosen

    def _follow(self, hit: Hit | None) -> None:
        """The list has gone to a clip."""
        cloud = self._map.cloud
        if cloud is None or hit is None:
            return
        row = cloud.row_of(hit.clip.id)
        if row is not None and row != self._map.current:
            self._map.set_selected(np.array([row]))
            self._map.set_current(row, show=True)
            self._page.set_selected(1)

    def _pick(self, row: int, heard: bool) -> None:
        self._silence()
        self._page.set_selected(1)
        self._read_row(row, self._picking, lambda found: self._picked(*found, heard))

    def _picked(self, hit: Hit, tags: list[Tag], heard: bool) -> None:
        self._map.say(f"{hit.clip.name}: {_said(tags)}" if tags else hit.clip.name)
        self._results.visit(hit, np.array([hit.clip.id]))
        self._results.chosen.emit(hit)
        if heard:
            self._results.auditioned.emit(hit)

    def _selected(self) -> None:
        self._picking.drop()
        ids = self._map.selected_ids()
        self._page.set_selected(len(ids))
        self._results.visit(self._results.current_hit(), ids)

    def _rest(self, row: int) -> None:
        if row < 0:
            self._noting.drop()
            self._silence()
        else:
            self._read_row(row, self._noting, lambda found: self._rested(row, *found))

    def _rested(self, row: int, hit: Hit, tags: list[Tag]) -> None:
        if self._map.hovered != row:
            return
        name = hit.clip.name.encode(errors="replace").decode()
        self._map.set_note(name, _said(tags))
        if self._page.hover_plays.isChecked() and hit.clip.online and not self._player.unavailable:
            self._heard_by_rest = True
            self._player.play(hit.clip.path, hit.start)

    def _silence(self) -> None:
        """What played because the pointer rested on it, ends when it leaves."""
        if self._heard_by_rest:
            self._heard_by_rest = False
            self._player.stop()

    def _read_row(
        self, row: int, lane: Latest[tuple[Hit, list[Tag]]], then: Callable[[tuple[Hit, list[Tag]]], None]
    ) -> None:
        library, cloud, answer = self._session.library, self._map.cloud, self._model.answer
        if library is None or cloud is None:
            return
        clip_id = int(cloud.ids[row])
        lane.run(lambda: _hit(library, answer, clip_id), lambda found, error: then(found) if error is None else None)


def _read(library: Library) -> Chart | None:
    found = library.map()
    if found is None:
        return None
    cloud = Cloud(found)
    return Chart(cloud, Regions(cloud), assign(cloud.categories, cloud.places, len(cloud.names)))


def _levels(cloud: Cloud, answer: Answer | None) -> NDArray[np.uint8]:
    """How each point is lit by an answer; None: all of them."""
    if answer is None:
        return np.full(len(cloud), LIT, np.uint8)
    levels = np.full(len(cloud), DIMMED, np.uint8)
    rows, there = cloud.rows_of(answer.ids)
    levels[rows[there]] = LIT
    if answer.ranking is not None:
        for level, last in _BY_RANK:
            levels[rows[there & (answer.ranking.ranks <= last)]] = level
    return levels


def _hit(library: Library, answer: Answer, clip_id: int) -> tuple[Hit, list[Tag]]:
    """The hit of a clip: with its best moment where the search has found it, else from its beginning."""
    at = np.flatnonzero(answer.ids == clip_id)
    row = library.rows(answer, at[:1])[0] if len(at) else None
    if row is not None:
        return row.hit, list(row.tags)
    clip = library.clip(clip_id)
    return Hit(0, clip, 0.0, clip.duration, 0.0, "meaning"), library.tags(clip_id)


def _said(tags: Sequence[Tag]) -> str:
    return ", ".join(tag.label for tag in tags[:_TAGS_SAID])
