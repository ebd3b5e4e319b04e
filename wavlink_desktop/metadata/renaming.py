"""UCS names for the files of a library: first which, then the renaming."""

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from itertools import count
from pathlib import Path

from wavlink_desktop import ucs
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import Clip, Tag
from wavlink_desktop.ucs import UcsName

from .errors import RefusedError
from .exchange import Renaming, rename
from .values import tidy, values_of
from .writing import ChangeReport, each

_LONGEST = 255
"""Bytes of a file name, on all common file systems."""
_FORBIDDEN = dict.fromkeys(map(ord, '<>:"/\\|?*\N{REPLACEMENT CHARACTER}'), " ")
"""What Windows does not take in names, and what stands for bytes that were no text."""


@dataclass(frozen=True, slots=True)
class NameBlocks:
    """Blocks of the new names, for all files alike. Empty: what the file's name says by now."""

    creator_id: str = ""
    source_id: str = ""
    user_category: str = ""
    vendor_category: str = ""
    user_data: str = ""


@dataclass(frozen=True, slots=True)
class RenamePlan:
    """Another name for one file."""

    clip_id: int
    path: Path
    target: Path
    refusal: str = ""
    """Why it cannot have one; empty if it can."""
    numbered: bool = False
    """Whether the name was taken, so that a number was put behind it."""


def plan_renaming(catalogue: Catalogue, clips: Sequence[Clip], blocks: NameBlocks) -> Iterator[RenamePlan]:
    """What `rename_files` would do with the files of `clips`; those that have their name already are left out.

    Names that are taken, on the disk or by another file of the plan, in whatever case, are numbered.
    """
    tags = catalogue.tags_by_file([clip.id for clip in clips])
    names = _Names()
    for clip in clips:
        try:
            name = ucs_name(clip, tags.get(clip.id, []), blocks)
            target, numbered = names.free(clip.path, name)
        except RefusedError as error:
            yield RenamePlan(clip.id, clip.path, clip.path, str(error))
            continue
        if target != clip.path:
            yield RenamePlan(clip.id, clip.path, target, numbered=numbered)


def rename_files(
    catalogue: Catalogue,
    plans: Iterable[RenamePlan],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ChangeReport:
    """Rename the files as planned; the catalogue follows. Files that refuse are reported and hold up no other.

    Raises:
        ScanRunningError: the library is being scanned or written.
    """

    def one(batch: int, plan: RenamePlan) -> None:
        if plan.refusal:
            raise RefusedError(plan.refusal)
        rename(catalogue, batch, Renaming(plan.clip_id, plan.path, plan.target))

    return each(catalogue, [(plan.path, plan) for plan in plans], one, progress, cancelled)


def ucs_name(clip: Clip, tags: Sequence[Tag], blocks: NameBlocks) -> UcsName:
    """The name that a clip's tags, its present name and `blocks` make.

    Raises:
        RefusedError: a block that every name must have is not known.
    """
    values = values_of(clip, tags)
    cat_id = values.get("CATID")
    if cat_id is None:
        raise RefusedError("It has no UCS subcategory yet. Tag it, or give it a CatID, then try again.")
    present = ucs.parse_name(clip.name) or UcsName(cat_id, values["FXNAME"])
    given = {block.name: getattr(blocks, block.name) for block in fields(blocks) if getattr(blocks, block.name)}
    name = replace(present, cat_id=cat_id, **given)
    name = replace(name, **{block.name: _block(getattr(name, block.name)) for block in fields(name)})
    if name.vendor_category:
        name = replace(name, vendor_category=name.vendor_category.replace("-", " "))
    else:  # the first hyphen would make a vendor's category of what stands before it
        name = replace(name, fx_name=tidy(name.fx_name.replace("-", " ")))
    for block, what in ((name.creator_id, "who made it (CreatorID)"), (name.source_id, "what it is from (SourceID)")):
        if not block:
            raise RefusedError(f"Its name does not say {what}. Say it for all that lack it.")
    if not name.fx_name:
        raise RefusedError("Its name has no letters that could stand in the new one.")
    return name


def _block(text: str) -> str:
    """`text` without what parts blocks and what some system does not take in names."""
    plain = unicodedata.normalize("NFC", text).translate(_FORBIDDEN).replace("_", " ")
    return tidy(plain).strip(" .")


def _fitting(name: UcsName, number: str, ending: str) -> str:
    """The file name, its title cut where it would be too long."""
    title = name.fx_name
    while True:
        whole = f"{replace(name, fx_name=title.rstrip() + number)}{ending}"
        if len(os.fsencode(whole)) <= _LONGEST:
            return whole
        if not title:
            raise RefusedError("The blocks of its new name are too long together.")
        title = title[:-1]


def _key(name: str) -> str:
    """Alike for names that some file system takes for the same."""
    return unicodedata.normalize("NFC", name).casefold()


class _Names:
    """The names in the files' folders: those that are there, and those that are planned."""

    def __init__(self) -> None:
        self._folders: dict[Path, dict[str, set[str]]] = {}

    def free(self, path: Path, name: UcsName) -> tuple[Path, bool]:
        """A path for the name that no other file has, and whether it had to be numbered; nobody else gets it."""
        taken = self._taken(path.parent)
        for number in count(1):
            target = path.with_name(_fitting(name, "" if number == 1 else f" {number:02}", path.suffix))
            if taken.get(_key(target.name), set()) <= {path.name}:
                taken.setdefault(_key(target.name), set()).add(target.name)
                return target, number > 1
        raise AssertionError

    def _taken(self, folder: Path) -> dict[str, set[str]]:
        if folder not in self._folders:
            taken: dict[str, set[str]] = {}
            with suppress(OSError):  # the renaming itself will say what is wrong with the folder
                for entry in folder.iterdir():
                    taken.setdefault(_key(entry.name), set()).add(entry.name)
            self._folders[folder] = taken
        return self._folders[folder]
