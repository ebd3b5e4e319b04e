import json
import shutil
import threading

import numpy as np
import pytest

from benchmarks.texts import TEXTS
from wavlink_desktop import paths
from wavlink_desktop.wavlink import Embedder, WavLinkModel
from wavlink_desktop.wavlink.bert import Bert
from wavlink_desktop.wavlink.texts import MAX_TOKENS, TextEmbedder, light_texts, read_tokenizer
from wavlink_desktop.wavlink.towers import Towers

ODD = ["", " ", "Ünïcödé Tür knarrt", "雨 の 音", "rain, rain; RAIN!", "🚪 slam", "on and on " * 60, "x" * 300]


@pytest.fixture(scope="module")
def light():
    return light_texts(paths.checkpoint())


@pytest.fixture(scope="module")
def towers():
    return Towers(paths.checkpoint())


def test_the_light_form_gives_what_the_model_gives(light, towers):
    """The encoders beneath, as spelling is the same object's for both."""
    texts = TEXTS + ODD
    expected, found = towers.embed_text(texts), light._encode(texts)
    assert found.dtype == np.float32 and found.shape == (len(texts), 512)
    assert ((expected * found).sum(axis=1) > 0.999999).all()
    assert np.abs(expected - found).max() < 2e-6
    for text in (0, len(TEXTS)):  # what is nearest to a text, in the same order
        assert np.array_equal(np.argsort(expected @ expected[text]), np.argsort(found @ found[text]))


def test_tokens_are_those_of_the_model_s_tokenizer(towers):
    tokenizer = read_tokenizer(paths.checkpoint())
    for text in TEXTS + ODD:
        inputs = towers.processor.text([text])
        assert tokenizer.encode(text).ids == inputs["input_ids"][0].tolist()
        assert len(tokenizer.encode(text).ids) <= MAX_TOKENS


def test_a_text_has_the_same_vector_alone_and_among_others(light):
    together = light._encode(TEXTS[:20])
    alone = np.concatenate([light._encode([text]) for text in TEXTS[:20]])
    assert np.abs(together - alone).max() < 1e-6


@pytest.mark.parametrize("stored", ["float32", "float16"])
def test_checkpoints_that_are_not_int8_have_the_light_form_too(stored, tmp_path, towers, light):
    for name in ("tokenizer.json", "words.txt"):
        shutil.copy(paths.checkpoint() / name, tmp_path)
    model = WavLinkModel.from_pretrained(paths.checkpoint(), dtype=stored)
    model.save_pretrained(tmp_path)
    assert Bert.knows(tmp_path)
    assert ((light_texts(tmp_path).embed(TEXTS) * light.embed(TEXTS)).sum(axis=1) > 0.9999).all()


@pytest.mark.parametrize("config", [{"text_pooling": "eos"}, {"text_config": {"model_type": "modernbert"}}])
def test_other_text_towers_are_left_to_the_model(config, tmp_path):
    known = json.loads((paths.checkpoint() / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps(known | config))
    assert light_texts(tmp_path) is None


def test_the_model_embeds_texts_that_have_no_light_form(light, monkeypatch):
    monkeypatch.setattr(Bert, "knows", lambda checkpoint: False)
    heavy = Embedder()
    assert np.allclose(heavy.embed_text(["footstpes", "rain"]), light.embed(["footstpes", "rain"]), atol=1e-5)
    assert heavy.embed_text([]).shape == (0, 512)


def test_texts_are_embedded_once_and_in_order():
    asked = []

    def encode(texts):
        asked.append(list(texts))
        return np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(-1, 2)

    embedder = TextEmbedder(paths.checkpoint(), encode)
    assert embedder.embed(["rain", "a dog", "rain"])[:, 0].tolist() == [4, 5, 4]
    assert embedder.embed(["a dog", "wind", "rain"])[:, 0].tolist() == [5, 4, 4]
    assert asked == [["rain", "a dog"], ["wind"]]
    assert embedder.embed([]).shape == (0, 2)


def test_slips_are_mended(light):
    assert np.array_equal(light.embed(["footstpes on gravel"]), light.embed(["footsteps on gravel"]))


def test_several_threads_may_ask(light):
    expected = light.embed(TEXTS)
    found = {}
    asking = [
        threading.Thread(target=lambda row=row: found.update({row: light.embed([f"{TEXTS[row]}"])})) for row in range(8)
    ]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert all(np.array_equal(found[row][0], expected[row]) for row in range(8))


def test_a_damaged_checkpoint_is_named(tmp_path):
    for file in paths.checkpoint().iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"cut short")
    with pytest.raises(OSError, match="damaged"):
        light_texts(tmp_path)
