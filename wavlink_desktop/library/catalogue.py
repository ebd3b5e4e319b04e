"""The catalogue: what the library knows of every file. SQLite is the truth."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from wavlink_desktop.library import intake, joined, tagstore, vectors
from wavlink_desktop.library.connections import Connections, immediate, snapshot
from wavlink_desktop.library.errors import FolderError, explained
from wavlink_desktop.library.filters import Filter
from wavlink_desktop.library.folders import SEPARATOR, Folder, absolute, reachable, relative
from wavlink_desktop.library.records import Clip, LibraryInfo, Problem, Region, Tag
from wavlink_desktop.library.schema import HIDDEN, ROWS_INDEX, VERSION, VISIBLE, prepare, refuse_newer

_CLIPS = """
SELECT files.id, folders.path, files.path, files.name, files.size, files.mtime_ns, files.duration, files.sample_rate,
       files.channels, files.bit_depth, files.format, files.description,
       files.model_id != '' AND files.model_id = (SELECT model_id FROM state)
FROM files JOIN folders ON folders.id = files.folder_id
"""
_AFTER_SEPARATOR = bytes([SEPARATOR[0] + 1])


@dataclass(frozen=True, slots=True)
class State:
    """Where the catalogue stands; see the `state` table of the schema."""

    library: str
    revision: int
    generation: int
    model_id: str


class Catalogue:
    """The library file at `path`, opened or begun. Safe to call from several threads and processes at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connections = Connections(path)
        refuse_newer(path)
        try:
            with explained(path):
                prepare(self._connections.database(), path)
        except BaseException:
            self._connections.close()
            raise

    def close(self) -> None:
        """Close every thread's connection; no thread may be using the catalogue."""
        self._connections.close()

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """One consistent view of the catalogue, however many statements are run; never waits for a writer."""
        with explained(self.path), snapshot(self._connections.database()) as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """One transaction, whole or not at all; others see it, and `revision` grown, when it is over."""
        with explained(self.path), immediate(self._connections.database()) as database:
            yield database
            database.execute("UPDATE state SET revision = revision + 1")

    @contextmanager
    def noting(self) -> Iterator[Database]:
        """As `writing`, but `revision` stays: for notes (what was played, what was searched for) that no list that is
        shown would have to be read anew for."""
        with explained(self.path), immediate(self._connections.database()) as database:
            yield database

    @contextmanager
    def durably(self) -> Iterator[Database]:
        """As `writing`, and on the disk when it is over: not even a power cut takes it back."""
        own = self._connections.database()
        own.execute("PRAGMA synchronous = FULL")
        try:
            with self.writing() as database:
                yield database
        finally:
            own.execute("PRAGMA synchronous = NORMAL")

    def state(self) -> State:
        """Where the catalogue stands. Cheap: one row."""
        rows = self._rows("SELECT library, revision, generation, model_id FROM state")
        return State(*rows[0])

    def revision(self) -> int:
        """Grows with every change by any process."""
        return self.state().revision

    # Folders
    def folders(self) -> list[Folder]:
        """The library's folders, in the order in which they were added."""
        with self.reading() as database:
            return intake.folders(database)

    def remove_folder(self, folder: Path) -> None:
        """Forget a folder and all its clips, with their vectors and tags. The files themselves are not touched.

        Raises:
            FolderError: it is no folder of the library.
        """
        with self.writing() as database:
            removed = database.execute("DELETE FROM folders WHERE path = ?", [absolute(folder)]).rowcount
            if not removed:
                raise FolderError(f"{folder} is not a folder of the library.")
            database.execute("UPDATE state SET generation = generation + 1")

    # Clips
    def clips(self) -> list[Clip]:
        """Every clip that can be found, folder by folder."""
        return self._clips(f"WHERE {VISIBLE} ORDER BY files.folder_id, files.path", [])

    def clips_by_id(self, ids: Iterable[int]) -> dict[int, Clip]:
        """Those of `ids` that can be found."""
        wanted = json.dumps([int(i) for i in ids])
        clips = self._clips(f"WHERE files.id IN (SELECT value FROM json_each(?)) AND {VISIBLE}", [wanted])
        return {clip.id: clip for clip in clips}

    def find(self, path: Path) -> Clip | None:
        """The clip at `path`, or None."""
        for folder in self.folders():
            below = folder.holds(absolute(path))
            if below:
                found = self._clips(f"WHERE folder_id = ? AND files.path = ? AND {VISIBLE}", [folder.id, below])
                if found:
                    return found[0]
        return None

    def below(self, folder: Path) -> list[Clip]:
        """The clips in a folder and in those inside it, folder by folder, whatever links lead there."""
        asked, real = absolute(folder), os.path.realpath(absolute(folder))
        clips: list[Clip] = []
        for known in self.folders():
            inside = known.holds(asked)
            if inside:
                # What begins with the folder's name and a separator: the byte after it ends the range.
                among, values = "AND files.path > ? AND files.path < ?", [inside + SEPARATOR, inside + _AFTER_SEPARATOR]
            elif inside == b"" or relative(known.path, asked) is not None or relative(known.real(), real) is not None:
                among, values = "", []
            else:
                continue
            clips += self._clips(f"WHERE folder_id = ? {among} AND {VISIBLE} ORDER BY files.path", [known.id, *values])
        return clips

    def ids(self, wanted: Filter) -> NDArray[np.int64]:
        """Ids of the clips that pass a filter, ascending; `(n,)`."""
        where, values = wanted.sql()
        return np.sort(self.numbers(f"SELECT id FROM files {wanted.index()} WHERE {VISIBLE} AND {where}", values))

    def hidden_ids(self) -> NDArray[np.int64]:
        """Ids of the files that are known but cannot be found: missing or unreadable; ascending, `(n,)`."""
        return np.sort(self.numbers(f"SELECT id FROM files WHERE {HIDDEN}"))

    def text_matches(self, expression: str) -> NDArray[np.int64]:
        """Ids of all files, ascending, whose texts match an FTS5 expression (see `search.fts`); `(n,)`."""
        return self.numbers("SELECT rowid FROM texts WHERE texts MATCH ?", [expression])

    def size(self) -> int:
        """About how many files the library has known; costs nothing."""
        return int(self._rows("SELECT ifnull(max(id), 0) FROM files")[0][0])

    def problems(self) -> list[Problem]:
        """Files that could not be read, or not wholly."""
        rows = self._rows(
            """SELECT folders.path, files.path, problem FROM files JOIN folders ON folders.id = folder_id
            WHERE problem IS NOT NULL AND missing_since IS NULL ORDER BY folder_id, files.path"""
        )
        return [Problem(_path(folder, path), reason) for folder, path, reason in rows]

    def info(self, model_id: str | None = None) -> LibraryInfo:
        """The library in figures, all of one moment. Embedded is what `model_id` has listened to; None: the model of
        the last scan."""
        with self.reading() as database:
            clips, embedded, seconds = database.execute(
                f"""SELECT count(*), total(model_id != '' AND model_id = coalesce(?, (SELECT model_id FROM state))),
                total(duration) FROM files INDEXED BY {ROWS_INDEX} WHERE {VISIBLE}""",
                [model_id],
            ).fetchone()
            windows, problems, tags, last_model = database.execute(
                """SELECT (SELECT count(*) FROM windows),
                (SELECT count(*) FROM files WHERE problem IS NOT NULL AND missing_since IS NULL),
                (SELECT count(*) FROM tags), (SELECT model_id FROM state)"""
            ).fetchone()
            folders = tuple(
                Path(os.fsdecode(row[0])) for row in database.execute("SELECT path FROM folders ORDER BY id")
            )
        return LibraryInfo(
            path=self.path,
            folders=folders,
            clips=clips,
            embedded=int(embedded),
            windows=windows,
            hours=seconds / 3600,
            problems=problems,
            tags=tags,
            model_id=last_model,
            schema_version=VERSION,
            bytes_on_disk=sum(part.stat().st_size for part in self._parts()),
        )

    # Tags and vectors: see tagstore.py and vectors.py
    def tags(self, file_id: int) -> list[Tag]:
        """Tags of one clip, a person's first, then by score."""
        return self.tags_by_file([file_id]).get(file_id, [])

    def tags_by_file(self, file_ids: Sequence[int] | None = None) -> dict[int, list[Tag]]:
        """Tags of those clips, or of all; clips without tags are left out."""
        with self.reading() as database:
            return tagstore.by_file(database, file_ids)

    def regions(self, file_id: int) -> list[Region]:
        """Tags of parts of a long clip, in time order."""
        with self.reading() as database:
            return tagstore.regions(database, file_id)

    def verdicts(self, vocabulary: str) -> tagstore.Verdicts:
        """What persons have said of a vocabulary's labels."""
        with self.reading() as database:
            return tagstore.verdicts(database, vocabulary)

    def replace_machine_tags(
        self,
        vocabulary: str,
        file_ids: Sequence[int],
        rows: Iterable[tuple[int, str, float, str]],
        regions: Iterable[tuple[int, float, float, str, float]] = (),
    ) -> None:
        """Replace what the machine has said of those clips in a vocabulary; see `tagstore.replace_machine`."""
        with self.writing() as database:
            tagstore.replace_machine(database, vocabulary, file_ids, rows, regions)

    def count_machine_tags(self, vocabulary: str, label: str) -> int:
        """How many clips the machine has given that label."""
        query = "SELECT count(*) FROM tags WHERE vocabulary = ? AND label = ? AND source != 'person'"
        return int(self._rows(query, [vocabulary, label])[0][0])

    def set_person_tags(self, file_id: int, labels: Sequence[str]) -> None:
        """Replace the labels of a person's own that a clip has.

        Raises:
            KeyError: no such clip.
        """
        with self.writing() as database:
            tagstore.replace_person(database, file_id, labels)

    def all_vectors(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Ids `(n,)` of the clips that have vectors of the current model, and their mean unit vectors `(n, 512)`."""
        with self.reading() as database:
            return vectors.means(database)

    def _parts(self) -> list[Path]:
        return [part for part in self.path.parent.glob(self.path.name + "*") if part.is_file()]

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        with explained(self.path):
            return self._connections.database().execute(sql, values).fetchall()

    def numbers(self, query: str, values: Sequence[Any] = ()) -> NDArray[np.int64]:
        """The integers, one a row, that a query selects; `(n,)`, in its order where it has a LIMIT.

        Joined (see `joined`), which holds the interpreter for a moment only.
        """
        return joined.integers(
            self._rows(f"WITH found (n) AS ({query}) SELECT group_concat(n) FROM found", values)[0][0]
        )

    def _clips(self, where: str, values: Sequence[Any]) -> list[Clip]:
        folders: dict[bytes, tuple[Path, bool]] = {}
        clips = []
        for row in self._rows(_CLIPS + where, values):
            folder = row[1]
            if folder not in folders:
                folders[folder] = Path(os.fsdecode(folder)), reachable(folder)
            clips.append(_clip(row, *folders[folder]))
        return clips


def _clip(row: tuple[Any, ...], folder: Path, online: bool) -> Clip:
    return Clip(
        id=row[0],
        folder=folder,
        path=_path(row[1], row[2]),
        name=row[3],
        size=row[4],
        modified=row[5] / 1e9,
        duration=row[6],
        sample_rate=row[7],
        channels=row[8],
        bit_depth=row[9],
        format=row[10],
        description=row[11],
        embedded=bool(row[12]),
        online=online,
    )


def _path(folder: bytes, below: bytes) -> Path:
    return Path(os.fsdecode(folder + SEPARATOR + below))
