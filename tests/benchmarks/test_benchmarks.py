"""The benchmarks that compare: their figures mean what they say."""

import tempfile

import numpy as np
import pytest

from benchmarks import growth, matryoshka
from benchmarks.libraries import Recordings
from benchmarks.search import run


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_search_on_a_small_library(own_folder):
    said = []
    found = run(1_500, said.append)
    assert found["windows"] == 1_500 and said
    # So few windows are compared one by one, with float16 vectors on both sides.
    assert found["recall_at_10"] >= 0.99 and found["filtered_recall_at_10"] >= 0.99
    assert 0 < found["p50_ms"] <= found["p95_ms"]
    assert found["disk_bytes_per_window"] > 1_024
    assert found["memory_mb"] > 20 and found["open_s"] > 0


def test_full_vectors_find_what_full_vectors_find():
    chance = np.random.default_rng(0)
    vectors, queries = (Recordings(100, chance).takes(count) for count in (3_000, 20))
    rows = {(row.dimensions, row.number_format): row for row in matryoshka.measure(vectors, queries)}
    assert rows[512, "float32"].recall_at_10 == 1
    assert rows[32, "int8"].bytes_per_window == 32 and rows[32, "int8"].recall_at_10 < 0.9
    assert rows[64, "float32"].recall_in_funnel > rows[64, "float32"].recall_at_10


def test_takes_of_one_recording_are_nearer_than_others():
    takes = Recordings(1, np.random.default_rng(0)).takes(50)
    others = Recordings(50, np.random.default_rng(1)).takes(50)
    assert np.allclose(np.linalg.norm(takes, axis=1), 1, atol=1e-5)
    assert (takes @ takes.T).mean() > (others @ others.T).mean() + 0.2


def test_growth_is_drawn_for_every_size():
    rows = [{"windows": size} | dict.fromkeys(growth.FIGURES, float(size)) for size in growth.SIZES]
    assert growth.table(rows).count("\n") == 1 + len(growth.FIGURES)
    drawn = growth.plot(rows)
    assert drawn.count("<polyline") == 5 and "1,000,000" in drawn
