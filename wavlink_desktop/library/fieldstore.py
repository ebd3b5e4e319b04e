"""What full-text search sees of each standard field. Functions run inside a transaction of `Catalogue`."""

import json
from collections.abc import Mapping, Sequence

from sqlite_utils import Database

from wavlink_desktop.audio import STANDARD_FIELDS, standard_fields
from wavlink_desktop.library.texts import searchable, storable

_INSERT = f"""INSERT INTO embedded (rowid, {", ".join(STANDARD_FIELDS)}) VALUES (?{", ?" * len(STANDARD_FIELDS)})"""


def put(database: Database, file_id: int, fields: Mapping[str, str]) -> None:
    """Replace what search knows of a file's embedded metadata (`AudioInfo.fields`)."""
    database.execute("DELETE FROM embedded WHERE rowid = ?", [file_id])
    found = standard_fields(fields)
    if found:
        texts = (" | ".join(searchable(storable(text)) for text in found.get(name, ())) for name in STANDARD_FIELDS)
        database.execute(_INSERT, [file_id, *texts])


def put_all(database: Database) -> None:
    """Do so for every file, from what the catalogue holds."""
    for file_id, fields in database.execute("SELECT id, fields FROM files WHERE fields != '{}'").fetchall():
        put(database, file_id, json.loads(fields))


def fields_of(database: Database, file_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """File id to `AudioInfo.fields`; files that say nothing of themselves are left out."""
    rows = database.execute(
        "SELECT id, fields FROM files WHERE fields != '{}' AND id IN (SELECT value FROM json_each(?))",
        [json.dumps([int(file_id) for file_id in file_ids])],
    )
    return {file_id: json.loads(fields) for file_id, fields in rows}
