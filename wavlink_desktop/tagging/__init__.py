"""Vocabularies to tags: zero-shot by sound and by what is said of a clip, calibrated, and taught by persons."""

from .tagger import tag_library
from .verdicts import accept, reject, teach, withdraw
from .vocabulary import Vocabulary, VocabularyError, find_vocabularies, load_vocabulary, user_folder

__all__ = [
    "Vocabulary",
    "VocabularyError",
    "accept",
    "find_vocabularies",
    "load_vocabulary",
    "reject",
    "tag_library",
    "teach",
    "user_folder",
    "withdraw",
]
