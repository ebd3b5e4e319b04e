"""The catalogue: SQLite is the truth, the HNSW file is a cache of it that can be thrown away."""

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import LibraryError
from wavlink_desktop.library.records import Clip, LibraryInfo, Problem, ScanProgress, ScanReport, SoundEmbedder, Tag

__all__ = [
    "Catalogue",
    "Clip",
    "LibraryError",
    "LibraryInfo",
    "Problem",
    "ScanProgress",
    "ScanReport",
    "SoundEmbedder",
    "Tag",
]
