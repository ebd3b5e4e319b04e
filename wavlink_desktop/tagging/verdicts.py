"""What a person says of a clip: a label fits, does not fit, or is taught by examples."""

from collections.abc import Callable, Sequence

from wavlink_desktop import ucs
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import SoundEmbedder
from wavlink_desktop.library.tagstore import PERSON_VOCABULARY

from .tagger import tag_library
from .vocabulary import VocabularyError


def accept(catalogue: Catalogue, vocabulary: str, label: str, clips: Sequence[int]) -> None:
    """The label fits those clips. A CatID, or a category of UCS, takes the place of all that was said in UCS before.

    Raises:
        KeyError: no such clip.
        VocabularyError: no such label in UCS, or none at all.
    """
    _check(vocabulary, label)
    if vocabulary == "ucs":
        catalogue.settle_tag(vocabulary, label, clips)
    else:
        catalogue.accept_tag(vocabulary, label, clips)


def reject(catalogue: Catalogue, vocabulary: str, label: str, clips: Sequence[int]) -> None:
    """The label does not fit those clips, and the machine will not say it of them again. Raises as `accept` does."""
    _check(vocabulary, label)
    catalogue.reject_tag(vocabulary, label, clips)


def withdraw(catalogue: Catalogue, vocabulary: str, label: str, clips: Sequence[int]) -> None:
    """Take back what was said. Raises as `accept` does."""
    _check(vocabulary, label)
    catalogue.withdraw_tag(vocabulary, label, clips)


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
