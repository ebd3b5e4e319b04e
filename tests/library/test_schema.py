import sqlite3
from pathlib import Path

import pytest

from wavlink_desktop.library import schema
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import LibraryError, NotALibraryError


def test_a_new_file_gets_the_newest_schema_and_survives_reopening(tmp_path: Path) -> None:
    first = Catalogue(tmp_path / "a.db")
    library = first.state().library
    first.close()
    second = Catalogue(tmp_path / "a.db")
    assert second.state().library == library
    with second.reading() as database:
        assert (
            database.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION == schema.MAJOR << 16 | schema.MINOR
        )
        assert database.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    second.close()


def test_migrations_run_once_each_in_order_and_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    Catalogue(path).close()
    target = schema.VERSION + 2
    steps = [
        (schema.MAJOR, schema.MINOR + 1, lambda database: database.execute("CREATE TABLE extra (a)")),
        (schema.MAJOR, schema.MINOR + 2, lambda database: database.execute("ALTER TABLE extra ADD COLUMN b")),
    ]
    broken = (schema.MAJOR, schema.MINOR + 2, lambda database: database.execute("ALTER TABLE nowhere ADD COLUMN b"))
    monkeypatch.setattr(schema, "VERSION", target)
    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, steps[0], broken])
    with pytest.raises(sqlite3.OperationalError):
        Catalogue(path)
    assert _tables(path, "extra") == []
    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS[:-2], *steps])
    for _ in range(2):
        Catalogue(path).close()
    assert _tables(path, "extra") == ["a", "b"]


def _tables(path: Path, table: str) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    finally:
        connection.close()


def test_other_files_are_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("rain on a metal roof " * 100)
    with pytest.raises(NotALibraryError, match="not a WavLink library"):
        Catalogue(text)
    assert text.read_text().startswith("rain")
    foreign = tmp_path / "other.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()
    with pytest.raises(NotALibraryError, match="another program"):
        Catalogue(foreign)
    with pytest.raises(LibraryError, match="could not be opened"):
        Catalogue(tmp_path / "nowhere" / "a.db")
