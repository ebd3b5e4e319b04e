import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile

from wavlink_desktop.audio import AudioError, PeakCache, growing_peaks
from wavlink_desktop.library import embedding, vectors
from wavlink_desktop.library.scan import scan

Sound = Callable[..., Path]


class Counting:
    """A model that counts; every sound's vector points the same way."""

    def __init__(self, model_id: str = "counting", before: Callable[[], None] = lambda: None) -> None:
        self.model_id = model_id
        self.seen: list[int] = []
        self._before = before

    def embed_audio(self, clips: Sequence[np.ndarray]) -> np.ndarray:
        self._before()
        self.seen += [len(clip) for clip in clips]
        return np.eye(1, 512, dtype=np.float32).repeat(len(clips), 0)

    def embed_text(self, texts: Sequence[str]) -> np.ndarray:
        raise AssertionError("a scan embeds no text")


def _windows(library, path: Path) -> vectors.Windows:
    with library.catalogue.reading() as database:
        return vectors.of_files(database, np.array([library.catalogue.find(path).id]))


def test_long_files_go_window_by_window(library, sound: Sound) -> None:
    path = sound(library.folder / "long.wav", 25.0)
    model = Counting()
    library.scan([library.folder], model)
    assert model.seen == [160_000, 160_000, 160_000]
    windows = _windows(library, path)
    assert sorted(zip(windows.starts, windows.ends, strict=True)) == [(0, 10), (10, 20), (15, 25)]
    assert windows.vectors.shape == (3, 512)


def test_digital_silence_gets_no_vector_and_is_done_with(library) -> None:
    path = library.folder / "silent.wav"
    soundfile.write(path, np.zeros(16_000, np.float32), 16_000)
    model = Counting()
    assert library.scan([library.folder], model).embedded == 1
    assert model.seen == []
    assert len(_windows(library, path).ids) == 0
    assert library.scan((), model).embedded == 0
    assert library.catalogue.problems() == []


def test_another_model_replaces_all_vectors(library, sound: Sound) -> None:
    sound(library.folder / "a.wav")
    library.scan([library.folder], Counting("old"))
    assert library.catalogue.info().model_id == "old"
    assert library.scan((), Counting("new")).embedded == 1
    info = library.catalogue.info()
    assert (info.model_id, info.windows, info.embedded) == ("new", 1, 1)


def test_a_file_that_changes_meanwhile_waits_for_the_next_scan(library, sound: Sound) -> None:
    path = sound(library.folder / "a.wav")
    model = Counting(before=lambda: sound(path, 0.9))
    report = library.scan([library.folder], model)
    assert (report.added, report.embedded) == (1, 0)
    assert not library.catalogue.find(path).embedded
    assert library.scan((), Counting()).embedded == 1


def test_a_file_that_cannot_be_decoded_is_a_problem_and_found_by_name(
    library, sound: Sound, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = sound(library.folder / "bad.wav"), sound(library.folder / "good.wav")
    real = embedding.read_windows

    def read_windows(path: Path, through: object) -> object:
        if path == bad:
            raise AudioError("Its samples are damaged.")
        return real(path, through)

    monkeypatch.setattr(embedding, "read_windows", read_windows)
    library.scan([library.folder], Counting())
    assert [(p.path, p.reason) for p in library.catalogue.problems()] == [(bad, "Its samples are damaged.")]
    assert library.paths() == ["bad.wav", "good.wav"]
    assert len(_windows(library, good).ids) == 1
    assert library.scan((), Counting()).embedded == 0  # tried once, until it changes


def test_cancelling_keeps_whole_files_and_stops_the_decoder(library, sound: Sound) -> None:
    for number in range(150):
        sound(library.folder / f"{number:03}.wav", 0.05)
    model = Counting()
    report = library.scan([library.folder], model, cancelled=lambda: len(model.seen) >= 64)
    assert report.cancelled
    assert 0 < report.embedded < 150
    info = library.catalogue.info()
    assert info.embedded == info.windows == report.embedded
    assert not [thread for thread in threading.enumerate() if thread.name == "decoder"]
    assert library.scan((), model).embedded == 150 - report.embedded


def test_what_goes_wrong_in_the_model_ends_the_scan_and_keeps_the_headers(library, sound: Sound) -> None:
    def fail() -> None:
        raise ValueError("a bug")

    sound(library.folder / "a.wav")
    with pytest.raises(ValueError, match="a bug"):
        library.scan([library.folder], Counting(before=fail))
    assert library.paths() == ["a.wav"]
    assert not [thread for thread in threading.enumerate() if thread.name == "decoder"]


def test_newest_folders_come_first(library, sound: Sound, tmp_path: Path) -> None:
    sound(library.folder / "old.wav", 0.2)
    sound(tmp_path / "newer" / "new.wav", 0.4)
    model = Counting()
    library.scan([library.folder], model, cancelled=lambda: bool(library.catalogue.clips()))
    library.scan([tmp_path / "newer"], model)
    assert model.seen == [6400, 3200]


def test_a_scan_leaves_the_peaks_of_what_it_decoded(library, sound: Sound, tmp_path: Path) -> None:
    path = sound(library.folder / "a.wav")
    cache = PeakCache(tmp_path / "peaks")
    scan(library.catalogue, Counting(), [library.folder], lambda _: None, lambda: False, cache)
    kept, whole = cache.load(path), list(growing_peaks(path))[-1]
    assert kept is not None
    assert np.array_equal(kept.minima, whole.minima)
    assert np.array_equal(kept.maxima, whole.maxima)
