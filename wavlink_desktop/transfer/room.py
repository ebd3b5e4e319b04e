"""Whether a disk has room for a transfer, before it begins."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.metadata.errors import RefusedError

from .recipe import Conversion

_SHARE = {"wav": 1.0, "aiff": 1.0, "flac": 0.25, "mp3": 0.02, "ogg": 0.02}
"""The least of the samples' own size that is left of them: nothing is refused that might fit."""
_OF_SOURCE = "CASE WHEN format = 'FLAC' THEN 0.25 WHEN format IN ('MP3', 'OGG') THEN 0.02 ELSE 1.0 END"


def least_bytes(
    catalogue: Catalogue,
    clip_ids: Sequence[int] | NDArray[np.int64],
    conversion: Conversion,
    region: tuple[float, float | None] | None = None,
) -> int:
    """So much the new files take at the least, from what the library knows of the clips; quick for a million."""
    values: list[float] = []
    if region is None and conversion.nothing:
        size = "size"
    else:
        seconds = "duration"
        if region is not None:
            seconds, values = "max(0, min(duration, ?) - ?)", [np.inf if region[1] is None else region[1], region[0]]
        rate = "sample_rate" if conversion.sample_rate is None else str(int(conversion.sample_rate))
        channels = "min(channels, 1)" if conversion.channels == "mono" else "channels"
        kept = "(CASE WHEN ifnull(bit_depth, 32) <= 16 THEN 2 WHEN bit_depth <= 24 THEN 3 ELSE 4 END)"
        sample = kept if conversion.bit_depth is None else str(conversion.bit_depth // 8)
        share = _OF_SOURCE if conversion.format == "source" else str(_SHARE[conversion.format])
        size = f"{seconds} * {rate} * {channels} * {sample} * ({share})"
    with catalogue.reading() as database:
        ids = json.dumps([int(clip_id) for clip_id in clip_ids])
        query = f"SELECT total({size}) FROM files WHERE id IN (SELECT value FROM json_each(?))"
        return int(database.execute(query, [*values, ids]).fetchone()[0])


def check_room(needed: int, folder: Path) -> None:
    """Raises RefusedError, which says the sums, if the disk of `folder` has less than `needed` bytes free."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return  # some network drives do not say
    if needed > free:
        raise RefusedError(
            f"The new files need at least {_spoken(needed)}, and {folder} has {_spoken(free)} free. Make room, choose "
            "another folder, or transfer fewer sounds."
        )


def _spoken(size: int) -> str:
    """As file managers say it."""
    for unit, power in (("GB", 3), ("MB", 2)):
        if size >= 1000**power:
            return f"{size / 1000**power:.1f} {unit}"
    return f"{size / 1000:.0f} kB"
