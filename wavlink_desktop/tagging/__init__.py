"""Vocabularies to tags: zero-shot by sound, calibrated on the library, and by what files are called."""

from .tagger import tag_library
from .vocabulary import Vocabulary, VocabularyError, find_vocabularies, load_vocabulary, user_folder

__all__ = ["Vocabulary", "VocabularyError", "find_vocabularies", "load_vocabulary", "tag_library", "user_folder"]
