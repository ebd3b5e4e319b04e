import shutil
from pathlib import Path

import numpy as np
import pytest

from wavlink_desktop.facade import Library, LibraryError, QueryError, Request


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory, demo_folder, fake_embedder) -> Path:
    path = tmp_path_factory.mktemp("scanned") / "library.db"
    with Library(path, lambda: fake_embedder) as opened:
        opened.scan([demo_folder.folder])
    return path


@pytest.fixture
def library(tmp_path: Path, scanned: Path, fake_embedder):
    with Library(shutil.copy(scanned, tmp_path), lambda: fake_embedder) as opened:
        yield opened


def _refuse() -> object:
    raise OSError("the checkpoint is not there")


def test_a_whole_library(library: Library, demo_folder, tmp_path: Path) -> None:
    paths = {demo_folder.folder / clip.path for clip in demo_folder.clips}
    assert {clip.path for clip in library.clips()} == paths
    assert library.folders() == [demo_folder.folder]
    assert library.problems() == []
    info = library.info()
    assert info.clips == info.embedded == len(paths)
    assert info.windows >= info.clips
    clip = library.clips()[0]
    assert library.clip(clip.id) == library.find(clip.path) == clip
    ids, vectors = library.vectors()
    assert vectors.shape == (len(ids), 512)
    assert vectors.dtype == np.float32
    with pytest.raises(KeyError):
        library.clip(10**9)


def test_finding(library: Library) -> None:
    hits = library.search("rain", limit=5)
    assert len(hits) == 5
    assert all(0 <= hit.start < hit.end <= hit.clip.duration + 0.01 for hit in hits)
    assert "rain" in library.search("rain", by="name")[0].clip.name.lower()
    similar = library.similar(hits[0].clip.path, limit=5)
    assert hits[0].clip.id not in {hit.clip.id for hit in similar}
    assert len(library.matches(hits[0].clip.id, Request("rain"))) >= 1
    with pytest.raises(QueryError):
        library.search("colour:red")


def test_tags_are_kept_found_and_exported(library: Library, tmp_path: Path) -> None:
    clip = library.clips()[0]
    before = library.revision()
    library.set_person_tags(clip.id, ["gorgeous"])
    assert library.revision() > before
    assert library.tag("ucs") == library.info().clips
    assert library.tags(clip.id)[0].label == "gorgeous"
    assert [hit.clip.id for hit in library.search("tag:gorgeous")] == [clip.id]
    assert library.export(tmp_path / "out.csv", "csv") == library.info().clips
    assert "gorgeous" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_a_selection_is_exported(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    short = library.export(out, query="duration:<2", columns=["name"])
    assert 0 < short < library.info().clips
    assert library.export(out, query="duration:<2", limit=1) == 1
    assert library.export(out, query="") == library.info().clips
    told: list[tuple[int, int]] = []
    assert library.export(out, query="rain", limit=3, progress=lambda *now: told.append(now)) == 3
    assert told == [(3, 3)]
    first = library.search("rain", limit=1)[0].clip.name
    assert first in out.read_text(encoding="utf-8-sig").splitlines()[1]


def test_nothing_loads_the_model_before_it_is_needed(library: Library) -> None:
    with Library(library.info().path, _refuse) as again:
        assert len(again.clips()) == library.info().clips
        assert again.search("rain", by="name")
        assert again.search("duration:<2")
        assert again.search("rain")  # by name, when there is no model
        for needs_the_model in (
            lambda: again.search("rain", by="meaning"),
            lambda: again.similar(Path("nowhere.wav"), start=1.0),
            again.scan,
        ):
            with pytest.raises(LibraryError):
                needs_the_model()


def test_the_model_is_made_once_and_closed(tmp_path: Path, fake_embedder) -> None:
    made: list[object] = []

    class Closing:
        model_id = "closing"
        embed_audio = staticmethod(fake_embedder.embed_audio)
        embed_text = staticmethod(fake_embedder.embed_text)

        def __init__(self) -> None:
            self.closed = False
            made.append(self)

        def close(self) -> None:
            self.closed = True

    with Library(tmp_path / "library.db", Closing) as library:
        assert made == []
        library.search("rain")
        library.search("door")
        assert len(made) == 1
    assert made[0].closed


def test_what_a_former_model_listened_to_waits_for_the_present_one(
    scanned: Path, tmp_path: Path, fake_embedder
) -> None:
    class Newer:
        model_id = "newer"
        embed_audio = staticmethod(fake_embedder.embed_audio)
        embed_text = staticmethod(fake_embedder.embed_text)

    path = shutil.copy(scanned, tmp_path)
    with Library(path, Newer) as library:
        assert library.info().embedded == 0 < library.info().clips
        report = library.scan()
        assert report.embedded == library.info().embedded == library.info().clips
    with Library(path, _refuse) as library:  # without a model: what the last one has listened to
        assert library.info().embedded == library.info().clips


def test_a_removed_folder_is_forgotten(library: Library, demo_folder) -> None:
    library.remove_folder(demo_folder.folder)
    assert library.clips() == library.folders() == library.search("rain") == []
    with pytest.raises(LibraryError):
        library.remove_folder(demo_folder.folder)
