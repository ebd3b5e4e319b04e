"""Collections: sets of clips in an order, and smart ones, which are saved searches. Inside a transaction."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlite_utils import Database

from wavlink_desktop.library.among import AMONG, ids_as_json
from wavlink_desktop.library.errors import LibraryError
from wavlink_desktop.library.texts import storable


@dataclass(frozen=True, slots=True)
class Collection:
    """A named set of clips or, with a `query`, a saved search."""

    name: str
    clips: int
    """How many can be found; 0 for a saved search, which nobody has run."""
    query: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a collection has lost, so that it can be put back."""

    name: str
    query: str | None = None
    places: dict[int, int] = field(default_factory=dict)
    """File id to its place."""


def all_of_them(database: Database) -> list[Collection]:
    """Every collection, by name."""
    rows = database.execute(
        """SELECT name, count(file_id), query FROM collections LEFT JOIN members
        ON members.collection_id = collections.id AND file_id NOT IN
            (SELECT id FROM files WHERE files.missing_since IS NOT NULL OR files.status != 'ok')
        GROUP BY collections.id ORDER BY name"""
    )
    return [Collection(name, clips, query) for name, clips, query in rows]


def saved_query(database: Database, name: str) -> str | None:
    """The query of a saved search; None if there is none of that name."""
    row = database.execute("SELECT query FROM collections WHERE name = ?", [name]).fetchone()
    return None if row is None else row[0]


def of_files(database: Database, file_ids: Iterable[int]) -> dict[int, list[str]]:
    """File id to the names of the collections that it is in; those that are in none are left out."""
    found: dict[int, list[str]] = {}
    rows = database.execute(
        f"""SELECT file_id, name FROM members JOIN collections ON collections.id = collection_id
        WHERE {AMONG} ORDER BY name""",
        [ids_as_json(file_ids)],
    )
    for file_id, name in rows:
        found.setdefault(file_id, []).append(name)
    return found


def create(database: Database, name: str, query: str | None = None) -> str:
    """Begin a collection, or save a search; gives the name as it is stored.

    Raises:
        LibraryError: there is one of that name, or it is no name.
    """
    name = _named(name)
    if _find(database, name) is not None:
        raise LibraryError(f'There is a collection "{name}" already. Choose another name.')
    database.execute("INSERT INTO collections (name, query) VALUES (?, ?)", [name, query and storable(query)])
    return name


def save_search(database: Database, name: str, query: str) -> str | None:
    """Save a search under a name, in the place of the one that has it; gives the query that this one had.

    Raises:
        LibraryError: nothing is searched for, or a set of clips has that name.
    """
    query, name = " ".join(query.split()), _named(name)
    if not query:
        raise LibraryError("There is nothing to save: search for something first.")
    known = _find(database, name)
    if known is None:
        create(database, name, query)
        return None
    if known[1] is None:
        raise LibraryError(f'"{name}" is a collection of clips. Choose another name for the search.')
    database.execute("UPDATE collections SET query = ? WHERE id = ?", [storable(query), known[0]])
    return known[1]


def add(database: Database, name: str, file_ids: Iterable[int]) -> list[int]:
    """Put files at the end of a collection, which is begun if need be; gives those that were not in it.

    Raises:
        LibraryError: it is a saved search, or no name.
    """
    known = _find(database, _named(name))
    if known is None:
        create(database, name)
    number = _members_of(database, name)
    ordered = list(dict.fromkeys(int(file_id) for file_id in file_ids))
    rows = database.execute(
        """SELECT value FROM json_each(?) JOIN files ON files.id = value
        WHERE value NOT IN (SELECT file_id FROM members WHERE collection_id = ?) ORDER BY key""",
        [json.dumps(ordered), number],
    )
    new = [row[0] for row in rows]
    database.execute(
        """INSERT INTO members (collection_id, file_id, place)
        SELECT ?1, value, key + 1 + (SELECT ifnull(max(place), 0) FROM members WHERE collection_id = ?1)
        FROM json_each(?2)""",
        [number, json.dumps(new)],
    )
    return new


def remove(database: Database, name: str, file_ids: Iterable[int]) -> Contents:
    """Take files out of a collection; gives those that were in it.

    Raises:
        LibraryError: there is no such collection, or it is a saved search.
    """
    number = _members_of(database, name)
    listed = ids_as_json(file_ids)
    rows = database.execute(
        f"SELECT file_id, place FROM members WHERE collection_id = ? AND {AMONG}", [number, listed]
    ).fetchall()
    database.execute(f"DELETE FROM members WHERE collection_id = ? AND {AMONG}", [number, listed])
    return Contents(_named(name), None, dict(rows))


def rename(database: Database, name: str, new_name: str) -> None:
    """Give a collection another name.

    Raises:
        LibraryError: there is no such collection, one of the new name is there, or it is no name.
    """
    number, _ = _existing(database, name)
    new_name = _named(new_name)
    other = _find(database, new_name)
    if other is not None and other[0] != number:
        raise LibraryError(f'There is a collection "{new_name}" already. Choose another name.')
    database.execute("UPDATE collections SET name = ? WHERE id = ?", [new_name, number])


def delete(database: Database, name: str) -> Contents:
    """Forget a collection, not its clips; gives what it had.

    Raises:
        LibraryError: there is no such collection.
    """
    number, query = _existing(database, name)
    rows = database.execute("SELECT file_id, place FROM members WHERE collection_id = ?", [number]).fetchall()
    database.execute("DELETE FROM collections WHERE id = ?", [number])
    return Contents(_named(name), query, dict(rows))


def restore(database: Database, contents: Contents) -> None:
    """Put back what a collection has lost, or the collection itself; files that are gone by now are left out.

    Raises:
        LibraryError: a saved search has its name by now.
    """
    if _find(database, contents.name) is None:
        create(database, contents.name, contents.query)
    if contents.query is not None:
        return
    database.execute(
        """INSERT OR IGNORE INTO members (collection_id, file_id, place)
        SELECT ?, files.id, json_extract(value, '$[1]') FROM json_each(?)
        JOIN files ON files.id = json_extract(value, '$[0]')""",
        [_members_of(database, contents.name), json.dumps(list(contents.places.items()))],
    )


def _find(database: Database, name: str) -> tuple[int, str | None] | None:
    row = database.execute("SELECT id, query FROM collections WHERE name = ?", [_tidy(name)]).fetchone()
    return None if row is None else (row[0], row[1])


def _existing(database: Database, name: str) -> tuple[int, str | None]:
    known = _find(database, name)
    if known is None:
        raise LibraryError(f'There is no collection "{name}".')
    return known


def _members_of(database: Database, name: str) -> int:
    number, query = _existing(database, name)
    if query is not None:
        raise LibraryError(f'"{name}" is a saved search: what it finds is in it. Choose a collection of clips.')
    return number


def _named(name: str) -> str:
    tidy = _tidy(name)
    if not any(letter.isalnum() for letter in tidy):
        raise LibraryError("A collection needs a name with letters or digits.")
    if '"' in tidy:
        raise LibraryError("A collection's name cannot have quotation marks (\"). Leave them out.")
    return tidy


def _tidy(name: str) -> str:
    return " ".join(storable(name).split())
