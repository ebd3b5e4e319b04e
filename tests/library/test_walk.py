import os
from collections.abc import Callable
from pathlib import Path

import pytest

from wavlink_desktop.library.walk import Found, Unopened, walk


def _walk(root: Path, below: str = "", covered: Callable[[bytes], bool] = lambda real: False) -> list[Found | Unopened]:
    return list(walk(os.fsencode(root), below.encode(), covered))


def _names(entries: list[Found | Unopened]) -> list[str]:
    return [os.fsdecode(entry.path) for entry in entries if isinstance(entry, Found)]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.wav", "a.WAV", "notes.txt", "._a.wav", ".DS_Store", "sub/c.flac", "sub/deep/d.mp3", ".trash/e.wav"):
        path = tmp_path / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * len(name))
    return tmp_path / "tree"


def test_sounds_are_found_in_order_with_size_and_time_and_hidden_files_are_not(tree: Path) -> None:
    entries = _walk(tree)
    assert _names(entries) == ["a.WAV", "b.wav", "sub/c.flac", "sub/deep/d.mp3"]
    status = (tree / "b.wav").stat()
    assert entries[1] == Found(b"b.wav", status.st_size, status.st_mtime_ns)


def test_a_part_of_a_folder_and_a_single_file(tree: Path) -> None:
    assert _names(_walk(tree, "sub")) == ["sub/c.flac", "sub/deep/d.mp3"]
    assert _names(_walk(tree, "sub/c.flac")) == ["sub/c.flac"]


def test_a_link_loop_is_named_and_not_followed(tree: Path) -> None:
    (tree / "sub" / "loop").symlink_to(tree)
    (tree / "self.wav").symlink_to(tree / "self.wav")
    (tree / "nowhere.wav").symlink_to(tree / "gone.wav")
    entries = _walk(tree)
    assert _names(entries) == ["a.WAV", "b.wav", "sub/c.flac", "sub/deep/d.mp3"]
    reasons = {entry.path: entry.reason for entry in entries if isinstance(entry, Unopened)}
    assert "loop" in reasons[b"sub/loop"]
    assert "leads back to itself" in reasons[b"self.wav"]
    assert "not there" in reasons[b"nowhere.wav"]


def test_a_linked_folder_is_followed_once_and_not_when_the_library_has_it(tree: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "o.wav").write_bytes(b"o")
    (outside / "back").symlink_to(outside)
    (tree / "one").symlink_to(outside)
    (tree / "two").symlink_to(outside)
    assert [name for name in _names(_walk(tree)) if name.endswith("o.wav")] == ["one/o.wav"]
    assert not [
        name for name in _names(_walk(tree, covered=lambda real: real == os.fsencode(outside))) if "o.wav" in name
    ]


def test_pipes_are_not_opened(tree: Path) -> None:
    os.mkfifo(tree / "pipe.wav")
    assert any(isinstance(entry, Unopened) and entry.path == b"pipe.wav" for entry in _walk(tree))


def test_a_folder_that_cannot_be_opened_is_named(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: bytes) -> object:
        if path.endswith(b"sub"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    entries = _walk(tree)
    assert _names(entries) == ["a.WAV", "b.wav"]
    assert "permissions" in next(entry.reason for entry in entries if isinstance(entry, Unopened))


def test_a_root_that_went_away_is_named(tmp_path: Path) -> None:
    (entry,) = _walk(tmp_path / "nowhere")
    assert isinstance(entry, Unopened)
    assert entry.path == b""
