"""Vocabularies to tags: zero-shot by sound and by what is said of a clip, calibrated, and taught by persons."""

from .reasons import Reason, known_labels, reasons
from .tagger import tag_library, tag_new
from .teaching import FEWEST_EXAMPLES
from .verdicts import accept, reject, teach, withdraw
from .vocabulary import Vocabulary, VocabularyError, find_vocabularies, load_vocabulary, user_folder

__all__ = [
    "FEWEST_EXAMPLES",
    "Reason",
    "Vocabulary",
    "VocabularyError",
    "accept",
    "find_vocabularies",
    "known_labels",
    "load_vocabulary",
    "reasons",
    "reject",
    "tag_library",
    "tag_new",
    "teach",
    "user_folder",
    "withdraw",
]
