"""The command line's ways to organise a library."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from wavlink_desktop.cli import cli
from wavlink_desktop.facade import Library
from wavlink_desktop.search.fields import FIELDS


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory, demo_folder, fake_embedder) -> Path:
    path = tmp_path_factory.mktemp("scanned") / "library.db"
    with Library(path, lambda: fake_embedder) as opened:
        opened.scan([demo_folder.folder])
    return path


@pytest.fixture
def run(tmp_path: Path, scanned: Path):
    library = shutil.copy(scanned, tmp_path / "library.db")

    def invoke(*arguments: object, status: int = 0) -> str:
        result = CliRunner().invoke(cli, [*map(str, arguments), "--library", str(library)])
        assert result.exit_code == status, result.output
        return result.stdout if status == 0 and "--json" in arguments else result.output

    return invoke


@pytest.fixture
def two(demo_folder) -> list[Path]:
    return [demo_folder.folder / clip.path for clip in demo_folder.clips[:2]]


def lines(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_collections(run, two) -> None:
    assert "no collections" in run("collections")
    assert "Put 2 files into Act one." in run("collect", "Act one", *two)
    run("collect", "Short rain", "--search", "rain duration:<5 -music")
    assert lines(run("collections", "--json")) == [
        {"name": "Act one", "clips": 2, "query": None},
        {"name": "Short rain", "clips": 0, "query": "rain duration:<5 -music"},
    ]
    assert "Act one" in run("collections")
    assert len(lines(run("search", 'collection:"Act one"', "--json"))) == 2
    assert lines(run("collect", "Act one", two[0], "--remove", "--json"))[0]["clips"] == 1
    run("collect", "Act one", "--rename", "Act two")
    assert "no collection" in run("collect", "Act one", "--delete", status=1)
    run("collect", "Act two", "--delete")
    assert [row["name"] for row in lines(run("collections", "--json"))] == ["Short rain"]
    assert "Name sounds" in run("collect", "Empty", status=1)
    assert "No such option '--delte'" in run("collect", "Short rain", "--delte", status=2)
    run("collect", "No rain", "--search", "-rain")
    assert lines(run("collections", "--json"))[0]["query"] == "-rain"


def test_ratings_and_favourites(run, two) -> None:
    assert lines(run("rate", *two, "--stars", 4, "--json")) == [{"event": "done", "changed": 2}]
    run("rate", two[0], "--stars", 2)
    assert [row["path"] for row in lines(run("search", "rating:>=4", "--json"))] == [str(two[1])]
    assert "Changed 1 file." in run("favourite", two[0])
    assert [row["path"] for row in lines(run("search", "favourite:yes", "--json"))] == [str(two[0])]
    assert "Changed 1 file." in run("favourite", two[0], "--off")
    assert "Scan it first" in run("rate", "/nowhere", "--stars", 3, status=1)


def test_duplicates(run) -> None:
    assert "There are none." in run("duplicates")
    *progress, one = lines(run("duplicates", "--near", "--json"))
    assert progress[0]["event"] == "progress"
    assert len(one["paths"]) > 1


def test_the_fields_are_explained(run) -> None:
    output = CliRunner().invoke(cli, ["search", "--fields"]).output
    for name, field in FIELDS.items():
        assert any(line.startswith(f"{name} ") and field.example in line for line in output.splitlines())
