"""Keeping house: how the folders are, one that lives elsewhere now, files that could not be read."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlite_utils import Database

from wavlink_desktop.library import intake
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import FolderError
from wavlink_desktop.library.fingerprints import fingerprint
from wavlink_desktop.library.folders import Folder, absolute, reachable
from wavlink_desktop.library.records import FolderState
from wavlink_desktop.library.schema import VISIBLE
from wavlink_desktop.library.texts import folder_words

_SAMPLE = 60
_ENOUGH = 0.5  # of the sample: some may have been changed or deleted meanwhile


def folder_states(catalogue: Catalogue) -> list[FolderState]:
    """Every folder of the library, in the order in which they were added."""
    with catalogue.reading() as database:
        folders = intake.folders(database)
        figures = {
            row[0]: row[1:]
            for row in database.execute(
                f"""SELECT folder_id, total({VISIBLE}), total({VISIBLE} AND model_id = (SELECT model_id FROM state)),
                total(missing_since IS NOT NULL), total(problem IS NOT NULL AND missing_since IS NULL)
                FROM files GROUP BY folder_id"""
            )
        }
        tagged = dict(
            database.execute(
                """SELECT folder_id, count(DISTINCT files.id) FROM files JOIN tags ON tags.file_id = files.id
                WHERE source = 'person' GROUP BY folder_id"""
            ).fetchall()
        )
    states = []
    for folder in folders:
        clips, embedded, missing, problems = (int(figure) for figure in figures.get(folder.id, (0, 0, 0, 0)))
        path, online = Path(os.fsdecode(folder.path)), reachable(folder.path)
        known = tagged.get(folder.id, 0)
        states.append(FolderState(path, folder.whole, online, clips, embedded, missing, problems, known))
    return states


def whole_folders(catalogue: Catalogue) -> list[Path]:
    """Those that are there and wholly in the library. Counts nothing: to count a million clips takes seconds."""
    return [Path(os.fsdecode(each.path)) for each in catalogue.folders() if each.whole and reachable(each.path)]


def relink(catalogue: Catalogue, folder: Path, new: Path) -> int:
    """The folder lives at `new` now: its clips go there with their ids, vectors, tags and ratings; gives how many.

    Whether it is the same folder is seen by the content of some of its files.

    Raises:
        FolderError: `folder` is none of the library's, `new` is not there, or it is another folder.
    """
    old, path = absolute(folder), absolute(new)
    folders = catalogue.folders()
    moved = next((each for each in folders if each.path == old), None)
    if moved is None:
        raise FolderError(f"{folder} is not a folder of the library.")
    if not reachable(path):
        raise FolderError(f"{new} is not there, or is empty. Choose the folder that holds the sounds now.")
    for other in folders:
        if other.id != moved.id and (other.holds(path) is not None or Folder(0, path, True).holds(other.path)):
            raise FolderError(
                f"{new} is in the library already, with {os.fsdecode(other.path)}. Scan again: files that have moved "
                "are known by their content and keep their tags."
            )
    _recognise(catalogue, moved, path, new)
    with catalogue.writing() as database:
        rows = database.execute("SELECT id, path FROM files WHERE folder_id = ?", [moved.id]).fetchall()
        database.execute("UPDATE folders SET path = ? WHERE id = ?", [path, moved.id])
        if os.path.basename(path) != os.path.basename(old):
            database.conn.executemany(
                "UPDATE texts SET folder = ? WHERE rowid = ?", ((folder_words(path, below), n) for n, below in rows)
            )
        count = "SELECT count(*) FROM files WHERE folder_id = ? AND "
        return int(database.execute(count + VISIBLE, [moved.id]).fetchone()[0])


def retry_problems(catalogue: Catalogue, paths: Iterable[Path]) -> int:
    """Have the next scan read those files again, whether or not they have changed; gives how many are known."""
    # A time that no file has: the scan takes the file for changed, and its headers for news.
    return _on_files(
        catalogue,
        paths,
        """UPDATE files SET problem = iif(status = 'ok', NULL, problem), status = iif(status = 'ok', 'ok', 'retry'),
        mtime_ns = -1, model_id = '' WHERE id IN (SELECT value FROM json_each(?))""",
    )


def ignore_problems(catalogue: Catalogue, paths: Iterable[Path]) -> int:
    """Name those files no more as problems, until they change; gives how many are known."""
    return _on_files(catalogue, paths, "UPDATE files SET problem = NULL WHERE id IN (SELECT value FROM json_each(?))")


def _recognise(catalogue: Catalogue, folder: Folder, path: bytes, new: Path) -> None:
    with catalogue.reading() as database:
        known = database.execute(
            """SELECT path, size, fingerprint FROM files
            WHERE folder_id = ? AND fingerprint IS NOT NULL AND missing_since IS NULL ORDER BY id""",
            [folder.id],
        ).fetchall()
    sample = known[:: max(1, len(known) // _SAMPLE)]
    same = sum(_is(os.path.join(path, below), size, mark) for below, size, mark in sample)
    if sample and same < _ENOUGH * len(sample):
        raise FolderError(
            f"{new} is another folder: of {len(sample)} sounds that were looked for in it, {same or 'none'} "
            f"{'is' if same == 1 else 'are'} there. Choose the one that holds what "
            f"{os.fsdecode(folder.path)} held, or add it as a new folder."
        )


def _is(path: bytes, size: int, mark: bytes) -> bool:
    try:
        return os.stat(path).st_size == size and fingerprint(path, size) == mark
    except OSError:
        return False


def _on_files(catalogue: Catalogue, paths: Iterable[Path], statement: str) -> int:
    folders = catalogue.folders()
    with catalogue.writing() as database:
        ids = _ids(database, folders, paths)
        database.execute(statement, [json.dumps(ids)])
    return len(ids)


def _ids(database: Database, folders: Sequence[Folder], paths: Iterable[Path]) -> list[int]:
    found = []
    for path in paths:
        for folder in folders:
            below = folder.below(absolute(path))
            row = (
                below
                and database.execute(
                    "SELECT id FROM files WHERE folder_id = ? AND path = ?", [folder.id, below]
                ).fetchone()
            )
            if row:
                found.append(int(row[0]))
    return found
