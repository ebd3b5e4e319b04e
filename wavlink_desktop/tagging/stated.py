"""What a file states outright: CatIDs in its name or its embedded metadata, and the descriptions of others."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from wavlink_desktop import ucs
from wavlink_desktop.audio import standard_fields
from wavlink_desktop.audio.embedded import describe
from wavlink_desktop.library import journal
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import Clip


class Stated(NamedTuple):
    """A CatID, and where it stands."""

    cat_id: str
    source: Literal["name", "metadata"]


def stated_cat_ids(catalogue: Catalogue, clips: Mapping[int, Clip]) -> dict[int, Stated]:
    """Clip id to what it states; the name comes before the metadata. Clips that state none are left out."""
    with catalogue.reading() as database:
        rows = database.execute(
            """SELECT id, fields FROM files
            WHERE id IN (SELECT value FROM json_each(?)) AND fields LIKE '%catid%'""",
            [json.dumps(list(clips))],
        )
        fields = {file_id: json.loads(fields) for file_id, fields in rows}
        fields |= journal.said_by_others(database, fields)  # a CatID of ours is no better than the tag that it was
    embedded = {file_id: _embedded(said) for file_id, said in fields.items()}
    found = {file_id: Stated(cat_id, "metadata") for file_id, cat_id in embedded.items() if cat_id}
    named = {file_id: ucs.cat_id_of_name(clip.name) for file_id, clip in clips.items()}
    return found | {file_id: Stated(cat_id, "name") for file_id, cat_id in named.items() if cat_id}


def as_others_describe(catalogue: Catalogue, clips: Mapping[int, Clip]) -> dict[int, Clip]:
    """The clips, their descriptions without what this program wrote into their files: its guesses are no evidence."""
    with catalogue.reading() as database:
        others = journal.said_by_others(database, clips)
    return {**clips, **{number: replace(clips[number], description=describe(said)) for number, said in others.items()}}


def _embedded(fields: Mapping[str, str]) -> str | None:
    texts = standard_fields(fields).get("catid", ())
    return next((text.strip() for text in texts if text.strip() in ucs.categories()), None)
