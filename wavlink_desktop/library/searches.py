"""What was searched for, to be offered again. Functions run inside a transaction of `Catalogue`."""

import time

from sqlite_utils import Database

_KEPT = 500


def remember(database: Database, text: str) -> None:
    """Note a search; the five hundred latest are kept."""
    database.execute(
        """INSERT INTO searches (text, searched, times) VALUES (?, ?, 1)
        ON CONFLICT (text) DO UPDATE SET searched = excluded.searched, times = times + 1""",
        [text, time.time()],
    )
    database.execute(
        "DELETE FROM searches WHERE text NOT IN (SELECT text FROM searches ORDER BY searched DESC LIMIT ?)", [_KEPT]
    )


def latest(database: Database, beginning: str, limit: int) -> list[str]:
    """Searches that begin so, the latest first."""
    rows = database.execute(
        "SELECT text FROM searches WHERE substr(text, 1, ?) = ? COLLATE NOCASE ORDER BY searched DESC LIMIT ?",
        [len(beginning), beginning, limit],
    ).fetchall()
    return [text for (text,) in rows]
