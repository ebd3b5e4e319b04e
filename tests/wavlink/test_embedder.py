import faulthandler
import logging
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

import numpy as np
import pytest

from wavlink_desktop import logs, paths, reports
from wavlink_desktop.wavlink import Embedder, EmbedderProcess, int8
from wavlink_desktop.wavlink.bert import Bert
from wavlink_desktop.wavlink.process import ModelCrashError
from wavlink_desktop.wavlink.towers import BATCH_SECONDS, SAMPLE_RATE, _batches


def tone(seconds, hertz=440):
    return np.sin(2 * np.pi * hertz * np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE).astype(np.float32)


def test_order_is_kept_and_lengths_do_not_matter(bundled):
    rng = np.random.default_rng(0)
    clips = [tone(8), tone(0.01), rng.standard_normal(30_000).astype(np.float32), tone(2, 2_000), tone(1)]
    vectors = bundled.embed_audio(clips)
    assert vectors.shape == (5, 512) and vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    for row, clip in enumerate(clips):
        assert bundled.embed_audio([clip])[0] @ vectors[row] > 0.995


def crackle(seconds):
    """Clicks over a rumble: what neither a tone nor noise is like."""
    rng = np.random.default_rng(1)
    clicks = rng.standard_normal(int(seconds * SAMPLE_RATE)) * (rng.random(int(seconds * SAMPLE_RATE)) > 0.999)
    return (clicks + 0.02 * tone(seconds, 60)).astype(np.float32)


@pytest.mark.parametrize("number_format", ["int8", "bfloat16"])
def test_number_formats_agree(number_format):
    if number_format == "int8" and not int8.supported():
        pytest.skip("no integer products here")
    clips = [tone(1), tone(3, 1_000), crackle(4)]
    precise = Embedder(number_format="float32").embed_audio(clips)
    embedder = Embedder(number_format=number_format)
    assert ((precise * embedder.embed_audio(clips)).sum(axis=1) > 0.99).all()
    assert embedder.towers.number_format == number_format


def test_int8_needs_measured_activations_of_the_same_weights(tmp_path):
    assert int8.Activations.load(paths.checkpoint()) is not None
    for file in paths.checkpoint().iterdir():
        shutil.copy(file, tmp_path / file.name)
    with (tmp_path / "model.safetensors").open("r+b") as weights:
        weights.seek(-1, os.SEEK_END)
        weights.write(b"\x55")
    assert int8.Activations.load(tmp_path) is None
    embedder = Embedder(tmp_path, number_format="int8")
    assert embedder.embed_audio([tone(1)]).shape == (1, 512)
    assert embedder.towers.number_format in ("bfloat16", "float32")


def test_no_clips_and_no_texts_give_no_vectors(bundled):
    assert bundled.embed_audio([]).shape == (0, 512)
    assert bundled.embed_text([]).shape == (0, 512)


@pytest.mark.parametrize("lengths", [[1], [160_000] * 100, [5, 160_000, 7, 32_000] * 40])
def test_batches_take_every_clip_once_and_stay_small(lengths):
    batches = list(_batches(lengths))
    assert sorted(row for batch in batches for row in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) * max(lengths[row] for row in batch) <= BATCH_SECONDS * SAMPLE_RATE


@pytest.fixture
def child():
    process = EmbedderProcess()
    yield process
    process.close()


def test_a_child_process_gives_the_same_vectors_and_comes_back_after_being_killed(child, monkeypatch):
    monkeypatch.setenv("WAVLINK_NUMBER_FORMAT", "float32")  # else each takes what was faster when it looked
    here = Embedder(paths.checkpoint())
    assert child.model_id == here.model_id
    assert np.allclose(child.embed_audio([tone(1)]), here.embed_audio([tone(1)]), atol=1e-4)
    for process in list(child._pool._processes.values()):
        process.kill()
    assert child.embed_audio([tone(1)]).shape == (1, 512)
    assert reports.reports() == []  # somebody killed it: nothing to be learnt


def test_a_child_that_crashes_is_reported_and_another_one_does_its_work(child):
    with reports.watch("window") as watch:
        told = []
        watch.tell = told.append
        with suppress(BrokenProcessPool):
            child._running_pool().submit(faulthandler._sigsegv).result()
        assert child.embed_audio([tone(1)]).shape == (1, 512)
    (report,) = told
    assert (report.process, report.calm, report.path) == ("model", True, reports.reports()[0])
    assert "Segmentation fault" in report.summary
    log = logs.log_file().read_text()
    assert len(re.findall(r"model\[\d+\] .*begins", log)) == 2


class Poison:
    """Whoever takes it up dies of it."""

    def __reduce__(self):
        return os.abort, ()


def test_what_every_child_crashes_on_is_given_up_with_the_reason(child):
    with pytest.raises(ModelCrashError, match=r"was ended by SIGABRT; the report: .*report-.*\.txt"):
        child.embed_audio([Poison()])
    assert len(reports.reports()) == 2


def test_texts_need_no_child(bundled, child):
    assert np.array_equal(child.embed_text(["rain"]), bundled.embed_text(["rain"]))
    assert child._pool is None


def test_texts_that_have_no_light_form_are_embedded_by_the_child(bundled, child, monkeypatch):
    monkeypatch.setattr(Bert, "knows", lambda checkpoint: False)  # here; the child has its own
    assert np.allclose(child.embed_text(["rain"]), bundled.embed_text(["rain"]), atol=1e-5)
    assert child._pool is not None


def test_a_missing_checkpoint_is_named(tmp_path):
    for call in (lambda child: child.embed_text(["rain"]), lambda child: child.embed_audio([tone(1)])):
        with pytest.raises(FileNotFoundError, match="No such file"):
            call(EmbedderProcess(tmp_path))


def test_searching_by_text_imports_neither_torch_nor_transformers():
    program = (
        "import sys; from wavlink_desktop.wavlink import Embedder, EmbedderProcess as Process\n"
        "vectors = [each.embed_text(['rain']) for each in (Embedder(), Process())]\n"
        "sys.exit(bool({'torch', 'transformers'} & set(sys.modules)) or vectors[0].shape != (1, 512))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_log_says_how_long_the_model_took_and_in_what_it_listens(caplog, monkeypatch):
    monkeypatch.setenv("WAVLINK_NUMBER_FORMAT", "float32")
    with caplog.at_level(logging.INFO, "wavlink_desktop"):
        Embedder(paths.checkpoint()).embed_audio([tone(1)])
    first, second = (record.getMessage() for record in caplog.records)
    assert re.fullmatch(r"model: loaded in \d+\.\d s", first)
    assert second == "model: listens in float32"


WHO_IS_KILLED = """
import os
import numpy as np
from wavlink_desktop.wavlink import EmbedderProcess

if __name__ == "__main__":
    embedder = EmbedderProcess()
    embedder.embed_audio([np.ones(1600, np.float32)])
    print(*embedder._pool._processes, flush=True)
    os._exit(1)
"""


def test_a_child_does_not_outlive_who_started_it(tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(WHO_IS_KILLED)
    # The child has the pipe, too: it is at its end when both are.
    said = subprocess.run([sys.executable, script], stdout=subprocess.PIPE, text=True, timeout=300).stdout
    assert int(said) > 0
