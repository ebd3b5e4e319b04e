"""One `Library` object: what the window and the command line both talk to."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop import paths
from wavlink_desktop.audio import PeakCache
from wavlink_desktop.library import alike, collecting, counts, fieldstore, marks, searches, tagchange, tagtally, upkeep
from wavlink_desktop.library.alike import AlikeReport
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.collecting import Collection, Contents
from wavlink_desktop.library.errors import LibraryError, ModelError
from wavlink_desktop.library.index import VectorIndex
from wavlink_desktop.library.listing import SORT_KEYS, Order, sorted_rows
from wavlink_desktop.library.model import OnDemand
from wavlink_desktop.library.records import (
    Clip,
    FolderState,
    LibraryInfo,
    Problem,
    Region,
    ScanProgress,
    ScanReport,
    SoundEmbedder,
    Tag,
)
from wavlink_desktop.library.scan import scan
from wavlink_desktop.library.tagchange import TagChange
from wavlink_desktop.library.tagtally import Tally
from wavlink_desktop.search.answer import Answer, Row
from wavlink_desktop.search.engine import BEST, Searcher
from wavlink_desktop.search.facets import Facets, facets
from wavlink_desktop.search.hits import By, Hit
from wavlink_desktop.search.query import QueryError, parse
from wavlink_desktop.search.request import Request, Sound
from wavlink_desktop.search.suggestions import Suggestion, suggest

if TYPE_CHECKING:
    from wavlink_desktop.mapping import Map, MapReport
    from wavlink_desktop.metadata.renaming import NameBlocks, RenamePlan
    from wavlink_desktop.metadata.writing import ChangeReport, WritePlan
    from wavlink_desktop.tagging import Reason
    from wavlink_desktop.transfer import Recipe, TransferReport

__all__ = ["Answer", "By", "Clip", "Hit", "Library", "LibraryError", "Order", "QueryError", "Request", "Row", "Sound"]


class Library:
    """A library file with its folders, clips, vectors and tags.

    Safe to call from several threads (each thread gets its own SQLite connection). `embedder` makes the model when it
    is first needed, so that opening a library, listing it and searching it by name never load one.

    What a user can put right is raised as `LibraryError`, whose message says how.
    """

    def __init__(self, path: Path, embedder: Callable[[], SoundEmbedder] | None = None) -> None:
        """Open `path`, or create it. Default embedder: `wavlink.Embedder`, the bundled checkpoint."""
        self._model = OnDemand(embedder) if embedder else OnDemand(_bundled, _bundled_id)
        self._catalogue = Catalogue(Path(path))
        self._index = VectorIndex(self._catalogue)
        self._searcher = Searcher(self._catalogue, self._index, self._model)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Save the index cache, close the connections and let the model go. No other thread may be inside a call."""
        self._searcher.close()
        self._index.close()
        self._catalogue.close()
        self._model.close()

    # Growing
    def scan(
        self,
        folders: Sequence[Path] = (),
        progress: Callable[[ScanProgress], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        peaks: PeakCache | None = None,
    ) -> ScanReport:
        """Add `folders` (files are welcome too), or rescan every folder when none is given.

        The waveforms' peaks of what is decoded go into `peaks`.
        """
        from wavlink_desktop.metadata.exchange import recover

        is_cancelled = cancelled or (lambda: False)
        recover(self._catalogue)  # files that a killed program changed must not be taken for changed by others
        report = scan(self._catalogue, self._model, folders, progress or (lambda _: None), is_cancelled, peaks)
        if not report.cancelled:
            self._index.refresh(self._model.model_id)
            self._index.settle(is_cancelled)
        return report

    def folders(self) -> list[Path]:
        """The library's folders, in the order in which they were added."""
        return [Path(os.fsdecode(folder.path)) for folder in self._catalogue.folders()]

    def remove_folder(self, folder: Path) -> None:
        """Forget a folder and its clips, with their vectors and tags. The sound files are not touched."""
        self._catalogue.remove_folder(folder)

    def folder_states(self) -> list[FolderState]:
        """The same folders: whether they are there, and what is in them."""
        return upkeep.folder_states(self._catalogue)

    def whole_folders(self) -> list[Path]:
        """Those of the folders that are there, and that belong to the library with all that is in them."""
        return upkeep.whole_folders(self._catalogue)

    def relink(self, folder: Path, new: Path) -> int:
        """A folder lives at `new` now: its clips keep ids, vectors, tags and ratings; gives how many there are.

        Raises `FolderError` when `new` is not there, or is, by the content of some of its files, another folder.
        """
        return upkeep.relink(self._catalogue, folder, new)

    def retry_problems(self, paths: Sequence[Path]) -> int:
        """Have the next scan read these files again, changed or not; gives how many are known."""
        return upkeep.retry_problems(self._catalogue, paths)

    def ignore_problems(self, paths: Sequence[Path]) -> int:
        """Name these files no more among the problems, until they change; gives how many are known."""
        return upkeep.ignore_problems(self._catalogue, paths)

    # Finding
    def search(self, text: str, limit: int = 100, by: By = "both") -> list[Hit]:
        """Ranked clips. Empty text, or fields only, lists what passes the filters. `QueryError` says what is wrong.

        `by="both"` goes by name alone when the model cannot be loaded; `by="meaning"` raises `LibraryError` then.
        """
        return self._searcher.search(text, limit, by)

    def similar(self, path: Path, limit: int = 100, start: float = 0.0, end: float | None = None) -> list[Hit]:
        """Clips that sound like `path` (of the library, or from outside) or like its seconds `start` to `end`."""
        return self._searcher.similar(Path(path), limit, start, end)

    def get_ready(self) -> None:
        """Read the search index from disk now, so that the first search by sound need not wait for it."""
        self._index.refresh(self._model.model_id)
        self._index.sample()

    def answer(self, request: Request, order: Order | None = None, limit: int = BEST) -> Answer:
        """What a request finds, as columns: ids in order, and how well each fits. `rows` reads what is looked at.

        With words or sounds: the best `limit` clips and all whose names or texts have every word; else all that pass
        its filters. Raises `QueryError`, or `LibraryError` where a sound cannot be read or the model is needed.
        """
        return self._searcher.answer(request, order, limit)

    def listed(self, clip_ids: NDArray[np.int64], order: Order | None = None) -> Answer:
        """Those of the clips `(n,)` that can be found, as a list: by `order`, else folder by folder."""
        known = order if order is not None and order.key in SORT_KEYS else None
        return Answer(clip_ids[sorted_rows(self._catalogue, clip_ids, known)])

    def rows(self, answer: Answer, rows: NDArray[np.int64]) -> list[Row | None]:
        """Rows of an answer by number `(n,)`, with their tags; None where a clip cannot be found any more."""
        return self._searcher.rows(answer, rows)

    def hits(self, answer: Answer, first: int = 0, count: int | None = None) -> list[Hit]:
        """`count` hits of an answer from row `first` on."""
        return self._searcher.hits(answer, first, count)

    def suggest(self, text: str, limit: int = 8) -> list[Suggestion]:
        """How a query may go on: searches of before, tags, UCS names, fields and their values."""
        return suggest(self._catalogue, text, limit)

    def remember_search(self, text: str) -> None:
        """Note a search, so that it is suggested again; the five hundred latest are kept."""
        with self._catalogue.noting() as database:
            searches.remember(database, text)

    # Looking
    def clip(self, clip_id: int) -> Clip:
        """That clip. Raises KeyError if there is none that can be found."""
        return self._catalogue.clips_by_id([clip_id])[clip_id]

    def find(self, path: Path) -> Clip | None:
        """The clip at `path`, or None."""
        return self._catalogue.find(Path(path))

    def clips_by_id(self, clip_ids: Iterable[int]) -> dict[int, Clip]:
        """Those of `clip_ids` that can be found."""
        return self._catalogue.clips_by_id(clip_ids)

    def said(self, clip_ids: Sequence[int]) -> dict[int, dict[str, str]]:
        """Clip id to what its file says of itself (`AudioInfo.fields`); those that say nothing are left out."""
        with self._catalogue.reading() as database:
            return fieldstore.fields_of(database, clip_ids)

    def clips_at(self, paths: Sequence[Path]) -> list[Clip]:
        """The clips at `paths`: files, or folders with all that is in them. `LibraryError`: there is none at one."""
        return self._clips_at([Path(path) for path in paths])

    def clips(self) -> list[Clip]:
        """Every clip that can be found, folder by folder."""
        return self._catalogue.clips()

    def tags(self, clip_id: int) -> list[Tag]:
        """Tags of a clip, a person's first, then by score."""
        return self._catalogue.tags(clip_id)

    def matches(self, clip_id: int, request: Request) -> list[tuple[float, float, float]]:
        """`(start, end, score)` of each window of a clip for a request, by how it sounds, in time order."""
        return self._searcher.matches(clip_id, request)

    def problems(self) -> list[Problem]:
        """Files that could not be read, or not wholly."""
        return self._catalogue.problems()

    def info(self) -> LibraryInfo:
        """The library in figures. Clips that another model has listened to wait to be listened to again."""
        try:
            present = self._model.model_id
        except ModelError:
            present = None  # without a model: what the last one has listened to
        return self._catalogue.info(present)

    def revision(self) -> int:
        """Grows whenever the catalogue changes, by whichever process: the window polls it."""
        return self._catalogue.revision()

    # Tagging and export
    def vocabularies(self) -> dict[str, Path]:
        """Name and file of every list of labels: those that ship, and those that the user put in `user_folder()`."""
        from wavlink_desktop.tagging import find_vocabularies

        return find_vocabularies()

    def tag(self, vocabulary: str = "ucs", progress: Callable[[int, int], None] | None = None) -> int:
        """Tag every embedded clip by sound, name and description; gives how many were gone over.

        `vocabulary`: one of `vocabularies()`, or `own`: labels that persons made up, as far as examples or names tell.
        What persons said is left alone. `progress(done, total)`, in clips. Raises `VocabularyError`.
        """
        from wavlink_desktop.tagging import tag_library

        return tag_library(self._catalogue, self._model, vocabulary, progress)

    def tag_new(
        self, vocabularies: Sequence[str] = ("ucs",), progress: Callable[[int, int], None] | None = None
    ) -> int:
        """As `tag`, with several, but only clips that the machine has given no tag of any of them."""
        from wavlink_desktop.tagging import tag_new

        return tag_new(self._catalogue, self._model, vocabularies, progress)

    def regions(self, clip_id: int) -> list[Region]:
        """Tags of parts of a clip that is longer than a window, in time order; none for a shorter one."""
        return self._catalogue.regions(clip_id)

    def tag_tally(self, clip_ids: Sequence[int]) -> list[Tally]:
        """What is said, or refused, of those clips together, label by label: a person's first."""
        with self._catalogue.reading() as database:
            return tagtally.tally(database, clip_ids)

    def tag_reasons(self, clip_id: int) -> dict[tuple[str, str], "Reason"]:
        """`(vocabulary, label)` of a clip's tags to the words of its name, folders and description that name them."""
        from wavlink_desktop.tagging import reasons

        return reasons(self._catalogue, clip_id, self.tags(clip_id))

    def labels(self) -> list[tuple[str, str, str]]:
        """`(vocabulary, label, meaning)` of all there are: those that persons gave first, then every list's."""
        from wavlink_desktop.tagging import known_labels

        with self._catalogue.reading() as database:
            given = [(vocabulary, label) for vocabulary, label, _ in tagtally.own_labels(database)]
        known = known_labels()
        meanings = {(vocabulary, label): meaning for vocabulary, label, meaning in known}
        own = [(*pair, meanings.get(pair, "")) for pair in given]
        return [*own, *(row for row in known if row[:2] not in set(given))]

    def counts(self, label: str, vocabulary: str = "own") -> tuple[int, int]:
        """To how many clips persons have given a label, and to how many more the machine has."""
        with self._catalogue.reading() as database:
            return tagtally.counts(database, vocabulary, label)

    def accept_tag(self, clip_ids: Sequence[int], label: str, vocabulary: str = "own") -> TagChange:
        """A person says that a label fits those clips: one of the machine's, or one just typed.

        In `ucs` it takes the place of all other CatIDs. Gives what `take_back` needs. Raises KeyError for an unknown
        clip, `VocabularyError` for a label without letters or, in `ucs`, one that it lacks.
        """
        from wavlink_desktop.tagging import accept

        return accept(self._catalogue, vocabulary, label, clip_ids)

    def reject_tag(self, clip_ids: Sequence[int], label: str, vocabulary: str = "own") -> TagChange:
        """A person says that a label does not fit: it goes, and the machine won't say it again. Raises likewise."""
        from wavlink_desktop.tagging import reject

        return reject(self._catalogue, vocabulary, label, clip_ids)

    def withdraw_tag(self, clip_ids: Sequence[int], label: str, vocabulary: str = "own") -> TagChange:
        """Forget what a person said of a label. Raises likewise."""
        from wavlink_desktop.tagging import withdraw

        return withdraw(self._catalogue, vocabulary, label, clip_ids)

    def take_back(self, change: TagChange) -> int:
        """Restore what was said of clips before; gives of how many. Those that were tagged anew since are left alone.

        Raises `StaleError` if that goes for all of them.
        """
        with self._catalogue.writing() as database:
            return tagchange.take_back(database, change)

    def teach(
        self,
        label: str,
        examples: Sequence[Path],
        counterexamples: Sequence[Path] = (),
        progress: Callable[[int, int], None] | None = None,
    ) -> int:
        """Accept a label for the clips at `examples` (files or folders), reject it for others, and find more like them.

        Gives how many were found; from three examples on, five are better. A CatID is taught in `ucs`, any other label
        in `own`. Raises `LibraryError` or `VocabularyError`.
        """
        from wavlink_desktop.tagging import teach

        fits, fits_not = ([clip.id for clip in self._clips_at(given)] for given in (examples, counterexamples))
        return teach(self._catalogue, self._model, label, fits, fits_not, progress)

    def set_person_tags(self, clip_id: int, labels: Sequence[str]) -> None:
        """Replace the labels of a person's own that a clip has. Raises KeyError for an unknown clip."""
        self._catalogue.set_person_tags(clip_id, labels)

    def export(
        self,
        destination: Path,
        file_format: str = "csv",
        *,
        query: str | None = None,
        limit: int | None = None,
        clip_ids: NDArray[np.int64] | None = None,
        columns: Sequence[str] | None = None,
        least_score: float = 0.0,
        progress: Callable[[int, int], None] | None = None,
    ) -> int:
        """Write clips with their tags to `destination`, whole or not at all; gives the number of clips.

        Every clip, or `clip_ids` `(n,)` in that order, or those that a `query` asks for: with words its best 1,000,
        best first, or `limit` of them. What `progress` raises ends it, and leaves no file. The rest is as in
        `metadata.export_clips`, which raises `ExportError`; `QueryError` says what is wrong with a query.
        """
        from wavlink_desktop.metadata import export_clips

        return export_clips(
            self._catalogue,
            Path(destination),
            file_format,
            ids=clip_ids if query is None else self._searcher.select(query, limit),
            columns=columns,
            least_score=least_score,
            progress=progress,
        )

    # Organising: all of it hangs on the clips' ids and goes with the files when they are moved
    def collections(self) -> list[Collection]:
        """Every collection, by name: sets of clips, and saved searches."""
        with self._catalogue.reading() as database:
            return collecting.all_of_them(database)

    def collections_of(self, clip_ids: Iterable[int]) -> dict[int, list[str]]:
        """Clip id to the collections that it is in; those that are in none are left out."""
        with self._catalogue.reading() as database:
            return collecting.of_files(database, clip_ids)

    def create_collection(self, name: str) -> str:
        """Begin an empty collection; gives the name as it is stored. `LibraryError`: the name is taken, or none."""
        with self._catalogue.writing() as database:
            return collecting.create(database, name)

    def add_to_collection(self, name: str, clip_ids: Iterable[int]) -> list[int]:
        """Put clips at the end of a collection, begun if need be; gives those that were not in it.

        `LibraryError`: it is a saved search, or no name.
        """
        with self._catalogue.writing() as database:
            return collecting.add(database, name, clip_ids)

    def remove_from_collection(self, name: str, clip_ids: Iterable[int]) -> Contents:
        """Take clips out of a collection; gives what `restore_collection` needs. `LibraryError`: there is none."""
        with self._catalogue.writing() as database:
            return collecting.remove(database, name, clip_ids)

    def rename_collection(self, name: str, new_name: str) -> None:
        """Give a collection another name. `LibraryError`: there is no such one, or the new name is taken."""
        with self._catalogue.writing() as database:
            collecting.rename(database, name, new_name)

    def delete_collection(self, name: str) -> Contents:
        """Forget a collection, not its clips; gives what `restore_collection` needs. `LibraryError`: there is none."""
        with self._catalogue.writing() as database:
            return collecting.delete(database, name)

    def restore_collection(self, contents: Contents) -> None:
        """Put back what a collection has lost, or the collection itself, clips in their places."""
        with self._catalogue.writing() as database:
            collecting.restore(database, contents)

    def save_search(self, name: str, query: str) -> str | None:
        """Save a search as a smart collection; gives the query that it had under that name before.

        Raises `QueryError`, and `LibraryError` where a collection of clips has the name.
        """
        parse(query)
        with self._catalogue.writing() as database:
            return collecting.save_search(database, name, query)

    def ratings(self, clip_ids: Iterable[int]) -> dict[int, int]:
        """Clip id to stars, 1…5; those without are left out."""
        with self._catalogue.reading() as database:
            return marks.ratings(database, clip_ids)

    def rate(self, clip_ids: Iterable[int], stars: int) -> dict[int, int]:
        """Give clips 1…5 stars, or none (0); gives what those that had others had, for `restore_ratings`."""
        with self._catalogue.writing() as database:
            return marks.rate(database, clip_ids, stars)

    def restore_ratings(self, stars: Mapping[int, int]) -> None:
        """Give every clip the stars that it had."""
        with self._catalogue.writing() as database:
            marks.restore_ratings(database, stars)

    def favourites(self, clip_ids: Iterable[int]) -> set[int]:
        """Those of the clips that are favourites."""
        with self._catalogue.reading() as database:
            return marks.favourites(database, clip_ids)

    def set_favourite(self, clip_ids: Iterable[int], on: bool = True) -> list[int]:
        """Make clips favourites, or no longer; gives those that were not so before."""
        with self._catalogue.writing() as database:
            return marks.set_favourite(database, clip_ids, on)

    def played(self, *clip_ids: int) -> None:
        """Note that clips were played just now. `revision` stays: nothing that is shown is read anew for it."""
        with self._catalogue.noting() as database:
            marks.note_played(database, clip_ids)

    def recently_played(self, limit: int = 100) -> list[tuple[Clip, float]]:
        """The clips that were played last, the latest first, and when (seconds since 1970)."""
        with self._catalogue.reading() as database:
            plays = marks.plays(database, limit)
            clips = self._catalogue.clips_by_id(number for number, _ in plays)
        return [(clips[number], played) for number, played in plays if number in clips]

    def facets(self) -> Facets:
        """What the library can be narrowed down by, with counts: folders, categories, tags, collections …

        Every entry is a filter of the query language.
        """
        with self._catalogue.reading() as database:
            return facets(database)

    def duplicates(self, near: bool = False) -> list[list[Clip]]:
        """Clips with the same content (size, beginning, middle and end of the file), group by group.

        `near`: those that sound nearly the same, as far as `find_near_duplicates` has found out.
        """
        with self._catalogue.reading() as database:
            groups = alike.groups(database) if near else counts.same_content(database)
            clips = self._catalogue.clips_by_id(number for group in groups for number in group)
        return [[clips[number] for number in group if number in clips] for group in groups]

    def find_near_duplicates(
        self, progress: Callable[[int, int], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> AlikeReport:
        """Compare all clips that have been listened to: which sound nearly the same and last about as long?

        `progress(done, total)`, in clips. `duplicate:near` and `duplicates(near=True)` know what it found.
        """
        return alike.find(self._catalogue, progress or (lambda done, total: None), cancelled or (lambda: False))

    def uncompared(self) -> int:
        """How many more clips there are than `find_near_duplicates` compared the last time; below 0 if fewer."""
        with self._catalogue.reading() as database:
            return alike.uncompared(database)

    # Out of the library
    def transfer(
        self,
        destination: Path,
        recipe: "Recipe",
        *,
        clip_ids: Sequence[int] | NDArray[np.int64] | None = None,
        paths: Sequence[Path] = (),
        query: str | None = None,
        limit: int | None = None,
        region: tuple[float, float | None] | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> "TransferReport":
        """Copy clips, or render them as `recipe` says, into the folder `destination`; nothing there is ever replaced.

        Which: `clip_ids` in that order, or the clips at `paths` (files or folders), or what a `query` selects as in
        `export`. `region`: only these seconds of each.

        Raises `LibraryError` where nothing can be written or the naming scheme is wrong, and `QueryError`.
        """
        from wavlink_desktop import transfer

        ids = [clip.id for clip in self._clips_at(paths)] if clip_ids is None and paths else clip_ids
        if ids is None:
            ids = self._searcher.select(query or "", limit)
        return transfer.transfer(self._catalogue, ids, Path(destination), recipe, region, progress, cancelled)

    def transfer_names(
        self,
        clip_ids: Sequence[int] | NDArray[np.int64],
        recipe: "Recipe",
        count: int | None = None,
        region: tuple[float, float | None] | None = None,
    ) -> list[Path]:
        """Where `transfer` would put those clips, the first of `count`, in its destination; without their endings."""
        from wavlink_desktop import transfer

        return transfer.names(self._catalogue, clip_ids, recipe, count or len(clip_ids), region)

    # Into the files
    def plan_writing(
        self, sounds: Sequence[Path] | Sequence[int], asked: Mapping[str, str] | None = None
    ) -> list["WritePlan"]:
        """What `write` would change in the files of `sounds` (files, folders, or clip ids); nothing is touched.

        `asked`: field (`metadata.values.FIELDS`) to a text that replaces whatever the files have.
        """
        from wavlink_desktop.metadata import writing

        return list(writing.plan_writing(self._catalogue, self._clips_at(sounds), asked))

    def write(
        self,
        plans: Sequence["WritePlan"],
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> "ChangeReport":
        """Change the sound files as planned, each whole or not at all. Files that refuse are reported."""
        from wavlink_desktop.metadata import writing

        return writing.write(self._catalogue, plans, progress, cancelled)

    def plan_renaming(self, sounds: Sequence[Path] | Sequence[int], blocks: "NameBlocks") -> list["RenamePlan"]:
        """The UCS names that `rename` would give `sounds` (files, folders, or clip ids); nothing is touched."""
        from wavlink_desktop.metadata import renaming

        return list(renaming.plan_renaming(self._catalogue, self._clips_at(sounds), blocks))

    def rename(
        self,
        plans: Sequence["RenamePlan"],
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> "ChangeReport":
        """Rename the files as planned; the catalogue follows. Files that refuse are reported."""
        from wavlink_desktop.metadata import renaming

        return renaming.rename_files(self._catalogue, plans, progress, cancelled)

    def undo(self, progress: Callable[[int, int], None] | None = None, batch: int | None = None) -> "ChangeReport":
        """Take back a `write` or `rename`: the files become, byte for byte, what they were.

        The last one, or the one that a report's `batch` names.
        """
        from wavlink_desktop.metadata import undoing

        return undoing.undo(self._catalogue, progress, batch)

    def undoable(self, batch: int) -> int:
        """In how many files a `write` or `rename`, named by its report's `batch`, can still be taken back."""
        from wavlink_desktop.metadata import undoing

        return len(undoing.changes_to_undo(self._catalogue, batch))

    def _clips_at(self, given: Sequence[Path] | Sequence[int]) -> list[Clip]:
        from wavlink_desktop.metadata.selection import clips_at

        ids = [one for one in given if isinstance(one, int)]
        if ids:
            known = self._catalogue.clips_by_id(ids)
            return [known[clip_id] for clip_id in ids if clip_id in known]
        return clips_at(self._catalogue, [one for one in given if isinstance(one, Path)]) if given else []

    # The map
    def make_map(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        anew: bool = False,
    ) -> "MapReport":
        """Give every clip that has been listened to a place on the map; new ones come beside what they sound like.

        All are laid out again, from where they were, when more than a fifth is new, or if asked for (`anew`).
        """
        from wavlink_desktop.mapping import chart

        return chart(self._catalogue, progress or (lambda done, total: None), cancelled or (lambda: False), anew)

    def map(self) -> "Map | None":
        """The map as it was made last: clips, places, categories. None before it was made."""
        from wavlink_desktop.mapping import read_map

        return read_map(self._catalogue)

    def vectors(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Clip ids `(n,)` and their mean unit vectors `(n, 512)`."""
        return self._catalogue.all_vectors()


def _bundled() -> SoundEmbedder:
    from wavlink_desktop.wavlink import Embedder  # here, because a program that finds by name never needs it

    return Embedder()


def _bundled_id() -> str:
    from wavlink_desktop.wavlink.identity import model_id

    return model_id(paths.checkpoint())
