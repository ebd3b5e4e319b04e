"""Pages that fetch something from elsewhere are found out; links are not."""

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def offline():
    spec = importlib.util.spec_from_file_location("offline", Path(__file__).parents[2] / "docs" / "offline.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "page",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="//fonts.example/css">',
        '<img src="http://example.org/a.png">',
        "<style>@import 'https://example.org/a.css';</style>",
        '<p style="background: url(https://example.org/a.png)">',
    ],
)
def test_what_a_browser_fetches_by_itself_is_found(offline, page):
    assert offline.fetched(page)


@pytest.mark.parametrize(
    "page",
    [
        '<a href="https://arxiv.org/abs/2601.15118">the paper</a>',
        '<script src="_static/furo.js"></script><img src="window.png"><link href="../a.css">',
        "<style>a { background: url('data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"/>') }</style>",
    ],
)
def test_links_and_the_sites_own_files_are_fine(offline, page):
    assert not offline.fetched(page)


def test_a_folder_is_gone_through_with_its_styles(offline, tmp_path):
    assert "no pages" in offline.problems(tmp_path)[0]
    (tmp_path / "index.html").write_text("<p>hello</p>")
    assert offline.problems(tmp_path) == []
    (tmp_path / "a.css").write_text('@font-face { src: url("https://fonts.example/a.woff2") }')
    assert offline.problems(tmp_path) == [f"{tmp_path / 'a.css'}: https://fonts.example/a.woff2"]
