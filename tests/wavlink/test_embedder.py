import subprocess
import sys

import numpy as np
import pytest

from wavlink_desktop.wavlink import Embedder, EmbedderProcess
from wavlink_desktop.wavlink.embedder import BATCH_SECONDS, SAMPLE_RATE, _batches


def tone(seconds, hertz=440):
    return np.sin(2 * np.pi * hertz * np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE).astype(np.float32)


def test_order_is_kept_and_lengths_do_not_matter(bundled):
    rng = np.random.default_rng(0)
    clips = [tone(8), tone(0.01), rng.standard_normal(30_000).astype(np.float32), tone(2, 2_000), tone(1)]
    vectors = bundled.embed_audio(clips)
    assert vectors.shape == (5, 512) and vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    for row, clip in enumerate(clips):
        assert bundled.embed_audio([clip])[0] @ vectors[row] > 0.999


def test_number_formats_agree(bundled):
    clips = [tone(1), tone(3, 1_000)]
    precise = Embedder(number_format="float32").embed_audio(clips)
    assert bundled.number_format in ("bfloat16", "float32")
    assert ((precise * bundled.embed_audio(clips)).sum(axis=1) > 0.99).all()


def test_no_clips_and_no_texts_give_no_vectors(bundled):
    assert bundled.embed_audio([]).shape == (0, 512)
    assert bundled.embed_text([]).shape == (0, 512)


def test_texts_are_embedded_once_and_in_order(bundled, monkeypatch):
    first = bundled.embed_text(["rain", "a dog barking", "rain"])
    assert np.array_equal(first[0], first[2]) and not np.allclose(first[0], first[1])
    monkeypatch.setattr(bundled, "processor", None)  # computing anything again would fail
    assert np.array_equal(bundled.embed_text(["a dog barking", "rain"]), first[[1, 0]])


@pytest.mark.parametrize("lengths", [[1], [160_000] * 100, [5, 160_000, 7, 32_000] * 40])
def test_batches_take_every_clip_once_and_stay_small(lengths):
    batches = list(_batches(lengths))
    assert sorted(row for batch in batches for row in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) * max(lengths[row] for row in batch) <= BATCH_SECONDS * SAMPLE_RATE


def test_a_child_process_gives_the_same_vectors_and_comes_back_after_being_killed(bundled):
    child = EmbedderProcess()
    try:
        assert child.model_id == bundled.model_id
        assert np.allclose(child.embed_text(["rain"]), bundled.embed_text(["rain"]), atol=1e-5)
        for process in list(child._pool._processes.values()):
            process.kill()
        with pytest.raises(RuntimeError):
            child.embed_text(["wind"])
        assert child.embed_text(["wind"]).shape == (1, 512)
    finally:
        child.close()


def test_a_missing_checkpoint_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="No such file"):
        EmbedderProcess(tmp_path).embed_text(["rain"])


def test_importing_the_room_does_not_import_torch():
    program = "import sys, wavlink_desktop.wavlink as w; w.EmbedderProcess; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
