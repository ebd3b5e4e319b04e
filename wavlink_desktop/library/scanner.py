"""A scan's first tier: which files are there, and what their headers say. One stat a file that did not change."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlite_utils import Database

from wavlink_desktop.audio import AudioError, probe
from wavlink_desktop.library import intake
from wavlink_desktop.library.asides import Asides
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import FolderError, unexpected, unreadable
from wavlink_desktop.library.fingerprints import fingerprint
from wavlink_desktop.library.folders import Folder, absolute, reachable, relative
from wavlink_desktop.library.intake import Known, Lost, Reading
from wavlink_desktop.library.records import ScanProgress
from wavlink_desktop.library.texts import printable
from wavlink_desktop.library.trail import STRUCK, Trail, verdict
from wavlink_desktop.library.walk import Found, Unopened, walk

_COMMIT_FILES = 500
_COMMIT_SECONDS = 0.5
_PROGRESS_SECONDS = 0.1


@dataclass(slots=True)
class Counts:
    """What the first tier did, in files; as in `ScanReport`."""

    added: int = 0
    changed: int = 0
    moved: int = 0
    missing: int = 0
    unchanged: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A folder of the library and the parts of it to scan: paths below it, b"" for all of it; none inside another."""

    folder: Folder
    parts: frozenset[bytes]

    def has(self, path: bytes) -> bool:
        """Whether a path below the folder is to be scanned."""
        return b"" in self.parts or any(relative(path, part) is not None for part in self.parts)


@dataclass(frozen=True, slots=True)
class Todo:
    """A file to be read and written down; `reading` is set when it is clear already that it cannot be read."""

    folder: Folder
    before: Known | None
    found: Found
    reading: Reading | None = None


@dataclass(slots=True)
class Work:
    """What walking has found to be done."""

    todo: list[Todo] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file that was read, or known for one that was lost."""

    todo: Todo
    reading: Reading
    lost: Lost | None


def _outermost(paths: set[bytes]) -> frozenset[bytes]:
    """Those that lie in no other one."""
    if b"" in paths:
        return frozenset({b""})
    return frozenset(p for p in paths if not any(p != other and relative(p, other) is not None for other in paths))


def read_headers(path: bytes, mark: bytes) -> Reading:
    """What a file's headers say, or why they cannot be read."""
    try:
        info = probe(Path(os.fsdecode(path)))
    except AudioError as error:
        return Reading(mark, None, "unreadable", str(error))
    except OSError as error:
        return Reading(mark, None, "retry", unreadable(error))
    except Exception as error:  # one odd file must not keep the others out
        return Reading(mark, None, "unreadable", unexpected(error))
    return Reading(mark, info, "ok", info.warning or None)


def set_aside(catalogue: Catalogue, trail: Trail) -> None:
    """If the last scan died on a file, and it was the file's fault, mark it as unreadable before anyone opens it."""
    path = trail.left
    if path is None:
        return
    try:
        status = os.stat(path)
    except OSError:
        return
    reason = STRUCK if trail.struck_out else verdict(path)
    homes = [(folder, below) for folder in catalogue.folders() if (below := folder.below(path))]
    if reason is None or not homes:
        return
    Asides().add(path, reason)
    folder, below = max(homes, key=lambda home: home[0].whole)
    found, reading = Found(below, status.st_size, status.st_mtime_ns), Reading(None, None, "unreadable", reason)
    with catalogue.writing() as database:
        known = intake.known_files(database, folder.id).get(below)
        if known is None:
            intake.put_new(database, folder, found, reading)
        else:
            intake.put_again(database, known.id, found, reading)


class HeaderScan:
    """The first tier over some folders; `run` it once."""

    def __init__(
        self,
        catalogue: Catalogue,
        trail: Trail,
        progress: Callable[[ScanProgress], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self.counts = Counts()
        self._asides = Asides()
        self._catalogue = catalogue
        self._trail = trail
        self._name = ""
        self._progress = progress
        self._cancelled = cancelled
        self._began = time.monotonic()
        self._reported = self._began
        self._total = 0
        self._done = 0
        self._lost: dict[tuple[int, bytes], list[Lost]] = {}

    def run(self, wanted: Sequence[Path]) -> None:
        """Scan these folders and files, adding those that are new to the library; all of its folders if none is given.

        Raises:
            FolderError: one of `wanted` is not there.
        """
        for path in wanted:
            self._add(path)
        work = Work()
        away = [folder.id for folder in self._catalogue.folders() if not reachable(folder.path)]
        for part in self._parts(wanted):
            if part.folder.id not in away and not self._list(part, work):
                return
        with self._catalogue.reading() as database:
            self._lost = intake.lost_files(database, work.gone, away)
        if work.back:
            with self._catalogue.writing() as database:
                intake.mark_back(database, work.back)
        if self._take_in(work):
            self._forget(work)
        self._report(last=True)

    # Which folders
    def _add(self, wanted: Path) -> None:
        """Take a folder or file into the library, unless it lies in one of its folders already."""
        path = absolute(wanted)
        if any(folder.whole and folder.holds(path) is not None for folder in self._catalogue.folders()):
            return
        whole = os.path.isdir(path)
        try:
            with os.scandir(path) if whole else open(path, "rb"):
                pass
        except FileNotFoundError as error:
            raise FolderError(f"{wanted} is not there. Check the path, and that its drive is connected.") from error
        except OSError as error:
            raise FolderError(f"{wanted} cannot be scanned. {unreadable(error)}") from error
        root = path if whole else os.path.dirname(path)
        with self._catalogue.writing() as database:
            intake.add_folder(database, root, os.path.realpath(root), whole)

    def _parts(self, wanted: Sequence[Path]) -> list[Part]:
        folders = self._catalogue.folders()
        if not wanted:
            return [Part(folder, frozenset({b""})) for folder in folders]
        parts: dict[int, set[bytes]] = {}
        for path in wanted:
            homes = [(folder, below) for folder in folders if (below := folder.holds(absolute(path))) is not None]
            folder, below = max(homes, key=lambda home: home[0].whole)
            parts.setdefault(folder.id, set()).add(below)
        return [Part(folder, _outermost(parts[folder.id])) for folder in folders if folder.id in parts]

    # What is there
    def _list(self, part: Part, work: Work) -> bool:
        """Compare what is there with what is known; False when cancelled."""
        with self._catalogue.reading() as database:
            known = intake.known_files(database, part.folder.id)
            roots = [folder.real() for folder in intake.folders(database) if folder.whole]
        unopened: list[bytes] = []
        for entry in self._entries(part, known, lambda real: any(relative(real, root) is not None for root in roots)):
            if self._cancelled():
                return False
            before = known.pop(entry.path, None)
            if isinstance(entry, Unopened):
                if not entry.path:
                    return True  # the folder itself went away meanwhile: offline, nothing is missing
                unopened.append(entry.path)
                reading = Reading(None, None, "retry", entry.reason)
                work.todo.append(Todo(part.folder, before, Found(entry.path, 0, 0), reading))
            else:
                self._sort(part.folder, before, entry, work)
            self._total += 1
            self._report()
        for path, file in known.items():
            looked = part.has(path) and not any(relative(path, closed) is not None for closed in unopened)
            if looked and not file.missing:
                work.gone.add(file.id)
        return True

    def _entries(
        self, part: Part, known: dict[bytes, Known], covered: Callable[[bytes], bool]
    ) -> Iterator[Found | Unopened]:
        for path in sorted(part.parts if part.folder.whole else part.parts - {b""} | known.keys()):
            if os.path.lexists(os.path.join(part.folder.path, path)):
                yield from walk(part.folder.path, path, covered)

    def _sort(self, folder: Folder, before: Known | None, found: Found, work: Work) -> None:
        if before is None:
            work.todo.append(Todo(folder, None, found))
        elif (before.size, before.mtime_ns) != (found.size, found.mtime_ns) or before.status == "retry":
            work.todo.append(Todo(folder, before, found))
        else:
            self._done += 1
            if before.missing:
                work.back.append(before.id)
            if before.status == "ok":
                self.counts.unchanged += 1
            else:
                self.counts.skipped += 1

    # What the headers say
    def _take_in(self, work: Work) -> bool:
        """Read new and changed files, committing as it goes; False when cancelled."""
        outcomes: list[Outcome] = []
        committed = time.monotonic()
        for todo in work.todo:
            if self._cancelled():
                self._commit(outcomes, work)
                return False
            outcomes.append(self._outcome(todo))
            if len(outcomes) >= _COMMIT_FILES or time.monotonic() - committed > _COMMIT_SECONDS:
                self._commit(outcomes, work)
                outcomes = []
                committed = time.monotonic()
            self._done += 1
            self._report()
        self._commit(outcomes, work)
        return True

    def _outcome(self, todo: Todo) -> Outcome:
        if todo.reading is not None:
            return Outcome(todo, todo.reading, None)
        path = os.path.join(todo.folder.path, todo.found.path)
        self._trail.at(path)
        self._name = printable(os.path.basename(path))
        try:
            mark = fingerprint(path, todo.found.size)
        except OSError as error:
            return Outcome(todo, Reading(None, None, "retry", unreadable(error)), None)
        lost = self._turned_up(todo.found, mark) if todo.before is None else None
        reading = Reading(mark, None, "ok", None) if lost else read_headers(path, mark)
        return Outcome(todo, reading, lost)

    def _turned_up(self, found: Found, mark: bytes) -> Lost | None:
        """The lost file that this one is, if any: of several copies the one with the same name."""
        copies = self._lost.get((found.size, mark))
        if not copies:
            return None
        name = printable(os.path.basename(found.path))
        same = next((copy for copy in copies if copy.name == name), copies[0])
        copies.remove(same)
        return same

    def _commit(self, outcomes: list[Outcome], work: Work) -> None:
        if not outcomes:
            return
        with self._catalogue.writing() as database:
            for outcome in outcomes:
                self._write(database, outcome, work)

    def _write(self, database: Database, outcome: Outcome, work: Work) -> None:
        todo = outcome.todo
        if outcome.lost is not None:
            intake.move(database, outcome.lost.id, todo.folder, todo.found)
            work.gone.discard(outcome.lost.id)
            self.counts.moved += 1
            return
        if todo.before is None:
            intake.put_new(database, todo.folder, todo.found, outcome.reading)
        else:
            intake.put_again(database, todo.before.id, todo.found, outcome.reading)
        if outcome.reading.status != "ok":
            self.counts.skipped += 1
            self._asides.add(os.path.join(todo.folder.path, todo.found.path), outcome.reading.problem or "")
        elif todo.before is None:
            self.counts.added += 1
        else:
            self.counts.changed += 1

    def _forget(self, work: Work) -> None:
        if work.gone:
            with self._catalogue.writing() as database:
                intake.mark_missing(database, work.gone)
            self.counts.missing += len(work.gone)

    def _report(self, last: bool = False) -> None:
        now = time.monotonic()
        if last or now - self._reported > _PROGRESS_SECONDS:
            self._reported = now
            elapsed = now - self._began
            total = max(self._total, self._done)
            self._progress(ScanProgress("headers", self._done, total, elapsed, self._done, total, self._name))
