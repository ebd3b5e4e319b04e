import io
import json
import tarfile
from collections import Counter

import numpy as np
import pytest
import soundfile
import torch

from model import shards
from model.loading import Preparation, inputs_of
from model.manifest import read_manifest
from model.recipe import Training
from model.shards import ShardData, ShardError, ShardOrder


def sound(seconds, hertz=440.0, suffix="flac"):
    file = io.BytesIO()
    wave = np.sin(2 * np.pi * hertz * np.arange(int(seconds * 16_000)) / 16_000) * 0.3
    soundfile.write(file, wave, 16_000, format=suffix.upper())
    return file.getvalue()


def write_shard(path, samples):
    """`samples`: (name, bytes)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w") as tar:
        for name, data in samples:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))


def pair(key, length, captions=None, suffix="flac"):
    text = json.dumps(captions or {"captions": [key]}).encode()
    return [(f"{key}.{suffix}", sound(length, suffix=suffix)), (f"{key}.json", text)]


@pytest.fixture
def folder(tmp_path):
    """Three shards of two sets: 7 + 4 clips in one, 5 in the other; clip n lasts 0.1 s + n ms."""
    number = 0
    for name, clips in (("one/0.tar", 7), ("one/1.tar", 4), ("two/0.tar", 5)):
        samples = []
        for _ in range(clips):
            samples += pair(f"clip {number}", 0.1 + number / 1000)
            number += 1
        write_shard(tmp_path / name, samples)
    return tmp_path


def data(folder, batch=4, **settings):
    training = Training(steps=9, batch=batch, shards=("one/*.tar", "two/*.tar"), tag_weight=0, **settings)
    return ShardData(folder, folder / "cache", training)


def test_every_clip_is_seen_once_an_epoch_by_two_processes(folder):
    source = data(folder)
    for epoch in range(2):
        parts = [source.batch(4 * epoch + step, process, 2) for step in range(4) for process in range(2)]
        seen = [captions for part in parts for captions in part.captions]
        assert Counter(seen) == Counter((f"clip {number}",) for number in range(16))
        for part in parts:
            for (caption,), wave in zip(part.captions, part.waves, strict=True):
                assert len(wave) == 1_600 + 16 * int(caption.split()[1])


def test_epochs_go_on_within_a_batch_and_differ_in_order(folder):
    source = data(folder, batch=6)
    seen = [caption for step in range(8) for (caption,) in source.batch(step).captions]
    epochs = [seen[start : start + 16] for start in (0, 16, 32)]
    assert all(len(set(epoch)) == 16 for epoch in epochs) and epochs[0] != epochs[1] != epochs[2]


def test_any_step_can_be_drawn_again_by_any_process(folder):
    whole, again = data(folder).batch(2), data(folder)
    parts = [again.batch(2, process, 2) for process in (1, 0)]
    assert whole.captions == [parts[1 - place % 2].captions[place // 2] for place in range(4)]
    assert data(folder, seed=1).batch(2).captions != whole.captions


def test_workers_keep_the_order(folder, tiny_model):
    preparation, source = Preparation(tiny_model()[1]), data(folder)
    expected = [preparation(source.batch(step), step) for step in range(1, 5)]
    for found, inputs in zip(inputs_of(source, preparation, range(1, 5), workers=2), expected, strict=True):
        assert found.keys() == inputs.keys()
        assert all(torch.equal(found[name], value) for name, value in inputs.items())


def test_shuffling_reaches_as_far_as_a_window(monkeypatch):
    monkeypatch.setattr(shards, "WINDOW", 2)
    order = ShardOrder([3, 5, 2, 4, 1], seed=0)
    places = [order.locate(position) for position in range(15)]
    assert sorted(places) == [(shard, sample) for shard, size in enumerate([3, 5, 2, 4, 1]) for sample in range(size)]
    seen = list(dict.fromkeys(shard for shard, _ in places))
    first = sum([3, 5, 2, 4, 1][shard] for shard in seen[:2])
    assert {shard for shard, _ in places[:first]} == set(seen[:2])


@pytest.mark.parametrize("values", [{"text": "rain"}, {"caption": "rain"}, {"captions": ["rain"]}, {"text": ["rain"]}])
def test_captions_under_the_names_that_published_sets_use(tmp_path, values):
    write_shard(tmp_path / "one/0.tar", pair("a", 0.2, values))
    write_shard(tmp_path / "two/0.tar", pair("b", 0.2, {"captions": ["rain", "wind"]}, "ogg"))
    batch = data(tmp_path, batch=2).batch(0)
    assert {captions[0] for captions in batch.captions} <= {"rain", "wind"}
    assert np.intersect1d(*batch.meanings).max() >= 0  # both say "rain"


def test_clips_are_cut_and_broken_ones_stepped_over(tmp_path):
    broken = [("x.flac", b"not a sound"), ("x.json", b'{"text": "broken"}')]
    write_shard(tmp_path / "one/0.tar", pair("a", 0.5) + broken + [("x.txt", b"left alone")])
    write_shard(tmp_path / "two/0.tar", pair("b", 0.2))
    with pytest.warns(UserWarning, match=r"0.tar, sample 1"):
        batch = data(tmp_path, batch=3, seconds=0.3).batch(0)
    assert Counter(captions[0] for captions in batch.captions) == {"a": 2, "b": 1}
    assert sorted(map(len, batch.waves)) == [3_200, 4_800, 4_800]


def test_what_cannot_be_used_is_named(tmp_path):
    with pytest.raises(ShardError, match=r"no shards one/\*\.tar"):
        data(tmp_path)
    write_shard(tmp_path / "one/0.tar", [("a.flac", sound(0.1))])
    write_shard(tmp_path / "two/0.tar", pair("b", 0.1, {"title": "b"}))
    with pytest.raises(ShardError, match=r"one/0\.tar: no pairs"):
        data(tmp_path)
    write_shard(tmp_path / "one/0.tar", pair("a", 0.1))
    with pytest.raises(ShardError, match=r"two/0\.tar, sample 0: no captions"):
        data(tmp_path, batch=2).batch(0)
    (tmp_path / "one/0.tar").write_bytes(b"no tar file" * 100)
    with pytest.raises(ShardError, match=r"one/0\.tar"):
        data(tmp_path)


def test_a_shard_that_was_written_anew_is_read_anew(tmp_path):
    write_shard(tmp_path / "one/0.tar", pair("a", 0.1))
    write_shard(tmp_path / "two/0.tar", pair("b", 0.1))
    assert data(tmp_path).order.total == 2
    write_shard(tmp_path / "one/0.tar", pair("a", 0.1) + pair("c", 2.0))
    assert data(tmp_path).order.total == 3


def test_a_manifest_becomes_shards(workplace, run):
    run(shards.main, workplace.folder / "manifest.jsonl", workplace.folder / "out", "--clips", 5)
    assert len(list((workplace.folder / "out").glob("*.tar"))) == 4
    training = Training(steps=1, batch=16, shards=("out/*.tar",), tag_weight=0)
    batch = ShardData(workplace.folder, workplace.folder / "cache", training).batch(0)
    examples = read_manifest(workplace.folder / "manifest.jsonl")
    assert Counter(batch.captions) == Counter(example.captions for example in examples)
    assert sorted(map(len, batch.waves)) == [8_000 + 500 * number for number in range(16)]
