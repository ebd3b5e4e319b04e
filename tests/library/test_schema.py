import os
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from wavlink_desktop.library import schema
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import LibraryError, NewerLibraryError, NotALibraryError


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


def test_a_newer_major_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Catalogue(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {(schema.MAJOR + 1) << 16}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError, match="newer version"):
        Catalogue(path)
    assert path.read_bytes() == before


def test_a_newer_minor_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Catalogue(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    catalogue = Catalogue(path)
    assert catalogue.clips() == []
    catalogue.close()


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


def test_a_library_of_every_version_before_comes_up_with_its_files_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest = schema.MIGRATIONS
    for count in range(1, len(newest)):
        path = tmp_path / f"{count}.db"
        major, minor = newest[count - 1][:2]
        monkeypatch.setattr(schema, "MIGRATIONS", newest[:count])
        monkeypatch.setattr(schema, "VERSION", major << 16 | minor)
        database = Database(path)
        schema.prepare(database, path)
        database.execute("INSERT INTO folders (path, whole) VALUES (?, 1)", [b"/sounds"])
        database.execute(
            """INSERT INTO files (folder_id, path, name, size, mtime_ns) VALUES (1, ?, 'a.wav', 1, 1)""",
            [os.fsencode(Path("rain") / "a.wav")],
        )
        database.execute("INSERT INTO tags VALUES (1, 'own', 'wet', 1, 'person')")
        database.close()
        monkeypatch.setattr(schema, "MIGRATIONS", newest)
        monkeypatch.setattr(schema, "VERSION", newest[-1][0] << 16 | newest[-1][1])
        catalogue = Catalogue(path)
        assert [clip.name for clip in catalogue.clips()] == ["a.wav"]
        assert [tag.label for tag in catalogue.tags(1)] == ["wet"]
        with catalogue.reading() as opened:
            tables = {row[0] for row in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            assert {"collections", "members", "ratings", "favourites", "plays", "searches", "alike"} <= tables
            assert opened.execute("SELECT directory FROM files").fetchone() == (f"rain{os.sep}",)
        catalogue.close()
