import sqlite3
from pathlib import Path

import pytest

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import DiskFullError, LibraryBusyError, explained


def test_a_full_disk_is_explained_and_nothing_is_half_written(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "a.db")
    before = catalogue.revision()
    with pytest.raises(DiskFullError, match="full"), catalogue.writing() as database:
        pages = database.execute("PRAGMA page_count").fetchone()[0]
        database.execute(f"PRAGMA max_page_count = {pages}")
        database.execute("INSERT INTO folders (path, whole) VALUES (zeroblob(1000000), 1)")
    assert catalogue.revision() == before
    assert catalogue.folders() == []
    catalogue.close()


def test_a_locked_library_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wavlink_desktop.library.connections._BUSY_TIMEOUT_S", 0.01)
    catalogue = Catalogue(tmp_path / "a.db")
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryBusyError, match="Try again"), catalogue.writing():
        pass
    assert catalogue.clips() == []  # readers are never blocked
    other.close()
    catalogue.close()


def test_a_bug_is_left_to_be_seen(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), explained(tmp_path):
        sqlite3.connect(":memory:").execute("SELECT * FROM nowhere")
