"""Writes a small library as SQL text, made by whichever version of the program is imported.

For the version that is checked out: `.venv/bin/python tests/library/schemas/make.py tests/library/schemas`. For an
older one: `git archive COMMIT wavlink_desktop resources | tar -x -C FOLDER`, then the same with `PYTHONPATH=FOLDER`.
The file is called after its schema's version; `tests/library/test_versions.py` opens them all with the code of today.
"""

import importlib.util
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from wavlink_desktop.facade import Library

RATE = 16_000
_spec = importlib.util.spec_from_file_location("conftest", Path(__file__).parents[2] / "conftest.py")
assert _spec is not None and _spec.loader is not None
_conftest = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_conftest)


def make(library: Path, sounds: Path) -> None:
    """Scan three sounds and a file that is none, tag them by machine and by hand, and keep what can be kept of them."""
    (sounds / "Weather").mkdir(parents=True)
    for path, frequency in (("Weather/rain on roof.wav", 300), ("Weather/thunder.wav", 80), ("siren.wav", 900)):
        wave = 0.5 * np.sin(2 * np.pi * frequency * np.arange(RATE // 2) / RATE)
        soundfile.write(sounds / path, wave, RATE)
    (sounds / "notes.wav").write_text("these are notes, not a sound")
    with Library(library, embedder=_conftest.FakeEmbedder) as opened:
        opened.scan([sounds])
        opened.tag("ucs")
        rain, siren, thunder = (clip.id for clip in sorted(opened.clips(), key=lambda clip: clip.name))
        if hasattr(opened, "accept_tag"):
            opened.accept_tag([rain], "wet roof")
            opened.reject_tag([siren], "DOORWood", "ucs")
        else:
            opened.set_person_tags(rain, ["wet roof"])
        if hasattr(opened, "make_map"):
            opened.make_map()
        if hasattr(opened, "add_to_collection"):
            opened.add_to_collection("Trailer", [thunder, rain])
            opened.save_search("Storms", "storm")
            opened.rate([thunder], 4)
            opened.set_favourite([siren])
            opened.played(rain)
        if hasattr(opened, "find_near_duplicates"):
            opened.find_near_duplicates()
        if hasattr(opened, "remember_search"):
            opened.remember_search("rain on a roof")


def dump(path: Path) -> Iterator[str]:
    """The statements that make the library anew, but for the pages' order."""
    database = sqlite3.connect(path)
    for name in ("page_size", "application_id", "user_version"):
        yield f"PRAGMA {name} = {database.execute(f'PRAGMA {name}').fetchone()[0]}"
    rows = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    virtual = [name for _, name, sql in rows if sql.startswith("CREATE VIRTUAL")]
    rows = [row for row in rows if not any(row[1].startswith(f"{name}_") for name in virtual if row[0] == "table")]
    tables = [(name, sql) for kind, name, sql in rows if kind == "table" and name != "sqlite_sequence"]
    for name, sql in tables:
        yield sql
        if "fts5vocab" not in sql:
            yield from _rows(database, name, rowid=name in virtual)
    yield "DELETE FROM sqlite_sequence"
    yield from _rows(database, "sqlite_sequence", rowid=False)
    yield from (sql for kind, _, sql in rows if kind != "table")
    database.close()


def _rows(database: sqlite3.Connection, table: str, rowid: bool) -> Iterator[str]:
    names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]  # without those that are computed
    columns = ", ".join((["rowid"] if rowid else []) + names)
    for row in database.execute(f"SELECT {columns} FROM {table}"):
        yield f"INSERT INTO {table} ({columns}) VALUES ({', '.join(map(_literal, row))})"


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"X'{value.hex()}'"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)


def main() -> None:
    """Write `VERSION.sql` into the folder that is named."""
    with tempfile.TemporaryDirectory() as folder:
        library, sounds = Path(folder) / "library.db", Path(folder) / "sounds"
        make(library, sounds)
        database = sqlite3.connect(library, isolation_level=None)
        database.execute("UPDATE folders SET path = ?", [b"/sounds"])
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.close()
        script = ";\n".join(dump(library)) + ";\n"
    (Path(sys.argv[1]) / f"{version >> 16}.{version & 0xFFFF}.sql").write_text(script, encoding="utf-8")


if __name__ == "__main__":
    main()
