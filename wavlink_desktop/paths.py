"""Where the library, the caches and the resources live."""

from pathlib import Path

import platformdirs

APPLICATION = "wavlink-desktop"


def data_folder() -> Path:
    """The user's data folder: the library lives here. Keep it on a local disk (SQLite's WAL needs one)."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False, ensure_exists=True))


def cache_folder() -> Path:
    """Everything here can be thrown away: waveform peaks and the like."""
    return Path(platformdirs.user_cache_dir(APPLICATION, appauthor=False, ensure_exists=True))


def peaks_folder() -> Path:
    """Peaks of waveforms, made by a scan or when a sound is first looked at."""
    return cache_folder() / "peaks"


def log_folder() -> Path:
    """Where the log and the reports of what went wrong are; begun with the first line that is written."""
    return Path(platformdirs.user_log_dir(APPLICATION, appauthor=False))


def default_library() -> Path:
    """The library that the window opens and the command line uses when `--library` is not given."""
    return data_folder() / "library.db"


def demo_folder() -> Path:
    """Where the window and `make run` write the demo library's sounds."""
    return data_folder() / "demo"


def transfers_folder() -> Path:
    """Where regions that are dragged out are written, unless the user chose a folder: it stays, for projects use it."""
    return Path(platformdirs.user_music_dir()) / "WavLink Transfers"


def resources() -> Path:
    """What ships: inside the package when installed from a wheel, beside it in a checkout."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def checkpoint() -> Path:
    """The bundled WavLink checkpoint, a folder in the Hugging Face layout."""
    return resources() / "wavlink-base"


def vocabularies() -> Path:
    """The vocabularies that ship."""
    return resources() / "vocabularies"


def notices() -> Path:
    """Whose work the program is made of, and under which licences."""
    return resources() / "NOTICES.txt"
