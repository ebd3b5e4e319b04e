"""What a person says of a clip: a label fits, does not fit, or is taught by examples."""

from collections.abc import Callable, Sequence

from sqlite_utils import Database

from wavlink_desktop import ucs
from wavlink_desktop.library import tagstore
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import SoundEmbedder
from wavlink_desktop.library.tagchange import TagChange, changing
from wavlink_desktop.library.tagstore import PERSON_VOCABULARY
from wavlink_desktop.library.texts import storable

from .tagger import tag_library
from .vocabulary import VocabularyError


def accept(catalogue: Catalogue, vocabulary: str, label: str, clips: Sequence[int]) -> TagChange:
    """The label fits those clips. A CatID, or a category of UCS, takes the place of all that was said in UCS before.

    Gives what `library.tagchange.take_back` needs to take it back; so do `reject` and `withdraw`.

    Raises:
        KeyError: no such clip.
        VocabularyError: no such label in UCS, or none at all.
    """
    return _change(catalogue, vocabulary, label, clips, tagstore.settle if vocabulary == "ucs" else tagstore.accept)


def reject(catalogue: Catalogue, vocabulary: str, label: str, clips: Sequence[int]) -> TagChange:
    """The label does not fit those clips, and the machine will not say it of them again. Raises as `accept` does."""
    return _change(catalogue, vocabulary, label, clips, tagstore.reject)


def withdraw(catalogue: Catalogue, vocabulary: str, label: str, clips: Sequence[int]) -> TagChange:
    """Take back what was said. Raises as `accept` does."""
    return _change(catalogue, vocabulary, label, clips, tagstore.withdraw)


def teach(
    catalogue: Catalogue,
    embedder: SoundEmbedder,
    label: str,
    examples: Sequence[int],
    counterexamples: Sequence[int] = (),
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Accept the label for `examples`, reject it for `counterexamples`, and look for more among all clips.

    Gives how many the machine has found. A CatID is taught in UCS, any other label among a person's own. Former
    examples count as well. Raises as `accept` does.
    """
    vocabulary = "ucs" if label.strip() in ucs.categories() else PERSON_VOCABULARY
    accept(catalogue, vocabulary, label, examples)
    if counterexamples:
        reject(catalogue, vocabulary, label, counterexamples)
    tag_library(catalogue, embedder, vocabulary, progress)
    return catalogue.count_machine_tags(vocabulary, label.strip())


def _check(vocabulary: str, label: str) -> None:
    if not label.strip():
        raise VocabularyError("A tag needs a name.")
    known = ucs.categories()
    if vocabulary == "ucs" and label.strip() not in known.keys() | {row.category for row in known.values()}:
        raise VocabularyError(f"{label!r} is neither a CatID nor a category of UCS.")


def _change(
    catalogue: Catalogue,
    vocabulary: str,
    label: str,
    clips: Sequence[int],
    verb: Callable[[Database, str, str, Sequence[int]], object],
) -> TagChange:
    _check(vocabulary, label)
    concerned = None if verb is tagstore.settle else storable(label.strip())
    with catalogue.writing() as database:
        return changing(database, vocabulary, concerned, clips, lambda: verb(database, vocabulary, label, clips))
