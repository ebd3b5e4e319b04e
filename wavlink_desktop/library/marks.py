"""What people think of clips, and when they played them. Functions run inside a transaction of `Catalogue`.

Everything hangs on the file's id, which a file keeps when it is moved or renamed. What changes gives back what it takes
to undo it.
"""

import time
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from wavlink_desktop.library.among import AMONG, ids_as_json
from wavlink_desktop.library.errors import LibraryError
from wavlink_desktop.library.schema import VISIBLE

MOST_STARS = 5
_PLAYS_KEPT = 10_000


def ratings(database: Database, file_ids: Iterable[int]) -> dict[int, int]:
    """File id to stars, 1…5; those without are left out."""
    rows = database.execute(f"SELECT file_id, stars FROM ratings WHERE {AMONG}", [ids_as_json(file_ids)])
    return dict(rows.fetchall())


def rate(database: Database, file_ids: Iterable[int], stars: int) -> dict[int, int]:
    """Give files stars, 0 to take them away; gives what those that had others had, 0 for none.

    Raises:
        LibraryError: there are only five stars.
    """
    if not 0 <= stars <= MOST_STARS:
        raise LibraryError(f"{stars} is no rating. Give 1 to {MOST_STARS} stars, or 0 for none.")
    listed = ids_as_json(file_ids)
    rows = database.execute(
        """SELECT files.id, ifnull(stars, 0) FROM json_each(?) JOIN files ON files.id = value
        LEFT JOIN ratings ON file_id = files.id WHERE ifnull(stars, 0) != ?""",
        [listed, stars],
    )
    before = dict(rows.fetchall())
    if stars:
        database.execute(
            "INSERT OR REPLACE INTO ratings (file_id, stars) SELECT value, ? FROM json_each(?)",
            [stars, ids_as_json(before)],
        )
    else:
        database.execute(f"DELETE FROM ratings WHERE {AMONG}", [ids_as_json(before)])
    return before


def restore_ratings(database: Database, stars: Mapping[int, int]) -> None:
    """Give every file the stars that it had."""
    for number in set(stars.values()):
        rate(database, (file_id for file_id, had in stars.items() if had == number), number)


def favourites(database: Database, file_ids: Iterable[int]) -> set[int]:
    """Those of the files that are favourites."""
    return {
        row[0] for row in database.execute(f"SELECT file_id FROM favourites WHERE {AMONG}", [ids_as_json(file_ids)])
    }


def set_favourite(database: Database, file_ids: Iterable[int], on: bool) -> list[int]:
    """Make files favourites, or no longer; gives those that were not so before."""
    listed = ids_as_json(file_ids)
    among = "SELECT file_id FROM favourites"
    rows = database.execute(
        f"""SELECT id FROM files WHERE id IN (SELECT value FROM json_each(?))
        AND id {"NOT IN" if on else "IN"} ({among})""",
        [listed],
    )
    changed = [row[0] for row in rows]
    if on:
        database.execute("INSERT INTO favourites (file_id) SELECT value FROM json_each(?)", [ids_as_json(changed)])
    else:
        database.execute(f"DELETE FROM favourites WHERE {AMONG}", [ids_as_json(changed)])
    return changed


def note_played(database: Database, file_ids: Iterable[int], when: float | None = None) -> None:
    """These files were played just now, or at `when` (seconds since 1970). The last 10,000 are kept."""
    database.execute(
        """INSERT OR REPLACE INTO plays (file_id, played)
        SELECT id, ? FROM files WHERE id IN (SELECT value FROM json_each(?))""",
        [time.time() if when is None else when, ids_as_json(file_ids)],
    )
    database.execute(
        """DELETE FROM plays WHERE file_id IN (SELECT file_id FROM plays ORDER BY played DESC LIMIT -1 OFFSET ?)""",
        [_PLAYS_KEPT],
    )


def plays(database: Database, limit: int) -> list[tuple[int, float]]:
    """`(file id, seconds since 1970)` of what was played last, the latest first."""
    rows = database.execute(
        f"""SELECT file_id, played FROM plays JOIN files ON files.id = file_id WHERE {VISIBLE}
        ORDER BY played DESC, file_id DESC LIMIT ?""",
        [limit],
    )
    return [(file_id, played) for file_id, played in rows]
