from wavlink_desktop import cli, paths
from wavlink_desktop.facade import Library
from wavlink_desktop.tour import tour


def test_the_tour_shows_everything_and_leaves_the_users_library_alone(monkeypatch, fake_embedder, capsys):
    monkeypatch.setattr(cli, "open_library", lambda path: Library(path, embedder=lambda: fake_embedder))
    tour()
    out = capsys.readouterr().out
    for command in ("demo", "scan", "search rain", "search 'police siren'", "tag --vocabulary ucs"):
        assert f"$ wavlink-desktop {command}" in out
    assert "sounds of" in out
    assert not paths.default_library().exists()
    with Library(paths.data_folder() / "demo.db") as library:
        assert library.info().tags > 0
