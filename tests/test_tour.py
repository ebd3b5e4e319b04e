import numpy as np
import soundfile

from wavlink_desktop import demo, paths
from wavlink_desktop.cli import opening
from wavlink_desktop.facade import Library
from wavlink_desktop.tour import tour


def write_one_sound(folder, progress):
    folder.mkdir(parents=True)
    soundfile.write(folder / "rain.wav", np.random.default_rng(0).normal(0, 0.1, 16_000), 16_000)
    return [demo.DemoClip("rain.wav", "rain", "rain falling", 1.0, None)]


def test_the_tour_shows_everything_and_leaves_the_users_library_alone(monkeypatch, fake_embedder, capsys):
    monkeypatch.setattr(opening, "open_library", lambda path: Library(path, embedder=lambda: fake_embedder))
    monkeypatch.setattr(demo, "write_demo_library", write_one_sound)
    tour()
    out = capsys.readouterr().out
    for command in ("demo", "scan", "search rain", "search 'police siren'", "tag --vocabulary ucs"):
        assert f"$ wavlink-desktop {command}" in out
    assert "Wrote 1 sounds" in out
    assert "1 added" in out
    assert "Tagged 1 clip." in out
    assert not paths.default_library().exists()
    with Library(paths.data_folder() / "demo.db") as library:
        assert library.info().tags > 0
