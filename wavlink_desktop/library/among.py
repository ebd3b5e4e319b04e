"""Many files in one statement: their ids as one JSON parameter, however many there are."""

import json
from collections.abc import Iterable

AMONG = "file_id IN (SELECT value FROM json_each(?))"
"""SQL: a row is of one of the files in the parameter, which `ids_as_json` makes."""


def ids_as_json(file_ids: Iterable[int]) -> str:
    """Ids as `AMONG` takes them; numpy's integers, too."""
    return json.dumps([int(file_id) for file_id in file_ids])
