"""Libraries of every version that was ever written, and of versions to come.

`schemas/` has a small library of each as SQL text, made by the program of its day (see `schemas/make.py`).
"""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from wavlink_desktop import cli
from wavlink_desktop.doctor.store import faults
from wavlink_desktop.facade import Library
from wavlink_desktop.library import schema
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import NewerLibraryError, NotALibraryError

SCHEMAS = Path(__file__).parent / "schemas"
VERSIONS = [f"{major}.{minor}" for major, minor, _ in schema.MIGRATIONS]


def restored(version, path):
    connection = sqlite3.connect(path)
    connection.executescript((SCHEMAS / f"{version}.sql").read_text(encoding="utf-8"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return path


def content(path):
    """Table to its columns and rows, of all tables with content of their own."""
    connection = sqlite3.connect(path)
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%fts5vocab%'"
        )
        if not row[0].startswith(("sqlite_", "texts_", "embedded_"))
    ]
    found = {}
    for table in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        found[table] = columns, sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)
    connection.close()
    return found


def structure(path):
    """What the file is made of: tables with their columns, indexes and triggers with their text."""
    connection = sqlite3.connect(path)
    made = {}
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        text = " ".join(line.split("--")[0] for line in sql.splitlines())
        columns = connection.execute(f"PRAGMA table_xinfo({name})").fetchall() if kind == "table" else []
        made[name] = kind, "" if kind == "table" and "VIRTUAL" not in sql else " ".join(text.split()), columns
    connection.close()
    return made


def version_in(path):
    connection = sqlite3.connect(path)
    try:
        return schema.named(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def everything_beside(path):
    """Name to content of all files in the library's folder."""
    return {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    path = tmp_path_factory.mktemp("fresh") / "library.db"
    Catalogue(path).close()
    return path


def test_there_is_a_library_of_every_version():
    missing = set(VERSIONS) - {path.stem for path in SCHEMAS.glob("*.sql")}
    assert not missing, f"write it with the code of today: tests/library/schemas/make.py ({missing})"


@pytest.mark.parametrize("version", VERSIONS)
def test_it_opens_with_all_that_was_in_it_and_is_like_a_new_one(version, tmp_path, fresh, fake_embedder):
    path = restored(version, tmp_path / "library.db")
    before = content(path)
    with Library(path, embedder=lambda: fake_embedder) as library:
        assert sorted(clip.name for clip in library.clips()) == ["rain on roof.wav", "siren.wav", "thunder.wav"]
        assert all(clip.embedded for clip in library.clips())
        assert [problem.path.name for problem in library.problems()] == ["notes.wav"]
        rain = library.find(Path("/sounds/Weather/rain on roof.wav"))
        assert ("wet roof", "person") in [(tag.label, tag.source) for tag in library.tags(rain.id)]
        assert [hit.clip.name for hit in library.search('"roof"', by="name")] == ["rain on roof.wav"]
    after = content(path)
    for table, (columns, rows) in before.items():
        now, kept = after[table]
        chosen = [now.index(column) for column in columns]
        assert sorted((tuple(row[at] for at in chosen) for row in kept), key=repr) == rows, table
    assert structure(path) == structure(fresh)
    connection = sqlite3.connect(path)
    assert faults(connection, "integrity_check") == []
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_what_was_kept_of_the_sounds_is_still_there(tmp_path, fake_embedder):
    with Library(restored("1.8", tmp_path / "library.db"), embedder=lambda: fake_embedder) as library:
        found = {collection.name: collection.query for collection in library.collections()}
        assert found == {"Trailer": None, "Storms": "storm"}
        assert [hit.clip.name for hit in library.search("rating:4")] == ["thunder.wav"]
        assert [hit.clip.name for hit in library.search("favourite:yes")] == ["siren.wav"]
        assert len(library.map().ids) == 3


def test_the_vectors_are_the_same_and_find_the_same(tmp_path, fake_embedder):
    path = restored("1.0", tmp_path / "library.db")
    with Library(path, embedder=lambda: fake_embedder) as library:
        ids, vectors = library._catalogue.all_vectors()
        assert len(ids) == 3
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)


KILLED = """
import os, sys
from pathlib import Path
from wavlink_desktop.library import schema
from wavlink_desktop.library.catalogue import Catalogue

def die(database):
    database.execute("CREATE TABLE half_done (a)")
    os._exit(9)

at = int(sys.argv[2])
schema.MIGRATIONS.insert(at, (*schema.MIGRATIONS[min(at, len(schema.MIGRATIONS) - 1)][:2], die))
Catalogue(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("step", [1, 5, len(VERSIONS)])
def test_killed_while_it_is_brought_up_it_is_as_it_was(step, tmp_path, fresh):
    path = restored("1.0", tmp_path / "library.db")
    before, former = content(path), structure(path)
    assert subprocess.run([sys.executable, "-c", KILLED, str(path), str(step)], check=False).returncode == 9
    assert (version_in(path), content(path), structure(path)) == ("1.0", before, former)
    Catalogue(path).close()
    assert structure(path) == structure(fresh)


@pytest.mark.parametrize(
    "newer", [schema.VERSION + 1, (schema.MAJOR + 1) << 16], ids=["a newer minor", "a newer major"]
)
def test_a_newer_library_is_refused_and_nothing_is_touched(newer, tmp_path, fake_embedder):
    path = restored(VERSIONS[-1], tmp_path / "library.db")
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {newer}")
    connection.execute("CREATE TABLE future (a)")
    connection.close()
    (tmp_path / "library.db.hnsw").write_bytes(b"an index of the future")
    before = everything_beside(path)
    with pytest.raises(NewerLibraryError, match=rf"newer version of WavLink Desktop .*{schema.named(newer)}"):
        Library(path, embedder=lambda: fake_embedder)
    for command in (["info"], ["search", "rain", "--json"], ["scan", str(tmp_path)]):
        result = CliRunner().invoke(cli.cli, [*command, "--library", str(path)])
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: The library")
        assert "Update the program" in result.stderr
    assert everything_beside(path) == before


UNSAVED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA user_version = " + sys.argv[2])
os._exit(0)
"""


def test_a_newer_one_whose_program_was_killed_keeps_what_waits_to_be_moved_into_it(tmp_path):
    path = restored(VERSIONS[-1], tmp_path / "library.db")
    subprocess.run([sys.executable, "-c", UNSAVED, str(path), str(schema.VERSION + 1)], check=True)
    before = {name: data for name, data in everything_beside(path).items() if not name.endswith("-shm")}
    assert before["library.db-wal"]
    with pytest.raises(NewerLibraryError):
        Catalogue(path)
    assert {name: data for name, data in everything_beside(path).items() if not name.endswith("-shm")} == before


@pytest.mark.parametrize("version", [0, 7, schema.VERSION, schema.VERSION + 1])
def test_a_database_of_another_program_is_refused_whatever_its_version(version, tmp_path):
    path = tmp_path / "bookmarks.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url)")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    before = everything_beside(path)
    with pytest.raises(NotALibraryError, match="another program"):
        Catalogue(path)
    assert everything_beside(path) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_library_that_may_not_be_read_says_so(tmp_path):
    path = restored(VERSIONS[-1], tmp_path / "library.db")
    path.chmod(0)
    with pytest.raises(Exception, match="could not be opened"):
        Catalogue(path)
