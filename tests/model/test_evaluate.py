import csv
import json
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile
from click.testing import CliRunner

import model.evaluate
from model.evaluate import label_vectors, main, own_captions, shared_captions
from model.manifest import Example, ManifestError, read_manifest
from model.recipe import read_recipe
from tests.conftest import FakeEmbedder

RATE = 16_000
TONES = {"low": 300, "middle": 1_500, "high": 6_000}


def tone(name, seconds=0.25):
    return (0.5 * np.sin(2 * np.pi * TONES[name] * np.arange(int(seconds * RATE)) / RATE)).astype(np.float32)


class ToneEmbedder(FakeEmbedder):
    """Knows by heart how low, middle and high tones sound: a text lies where the tones lie that it names."""

    towers = SimpleNamespace(model=SimpleNamespace(config=SimpleNamespace(matryoshka_dims=(512, 256))))

    def __init__(self, checkpoint=None):
        self.sounds = dict(zip(TONES, self.embed_audio([tone(name) for name in TONES]), strict=True))

    def embed_text(self, texts):
        if not len(texts):
            return np.zeros((0, 512), dtype=np.float32)
        return super().embed_text(texts) * 0.1 + np.stack(
            [sum((self.sounds[name] for name in TONES if name in text), np.zeros(512, np.float32)) for text in texts]
        )


@pytest.fixture
def tones(tmp_path, monkeypatch):
    """A folder of the three tones; what is evaluated is `ToneEmbedder`."""
    monkeypatch.setattr(model.evaluate, "Embedder", ToneEmbedder)
    for name in TONES:
        soundfile.write(tmp_path / f"{name}.wav", tone(name), RATE)
    return tmp_path


def write_table(path, *rows):
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def write_manifest(path, *lines):
    path.write_text("\n".join(json.dumps(line) for line in lines))
    return path


def invoke(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def run(*arguments):
    result = invoke(*arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_manifest_errors_say_where(tmp_path):
    manifest = tmp_path / "m.jsonl"
    manifest.write_text('{"path": "a.wav", "label": "rain"}\n{"path": "b.wav"}\n')
    with pytest.raises(ManifestError, match="line 2: label missing"):
        read_manifest(manifest, ["label"])
    manifest.write_text("nonsense\n")
    with pytest.raises(ManifestError, match="line 1: not JSON"):
        read_manifest(manifest)
    with pytest.raises(ManifestError, match="No such file"):
        read_manifest(tmp_path / "gone.jsonl")


def test_the_bundled_model_tells_beeps_from_noise_at_every_dim_and_finds_them_both_ways(tmp_path):
    rng = np.random.default_rng(0)
    lines = []
    for number in range(4):
        beep = number % 2 == 0
        seconds = np.arange(RATE) / RATE
        sound = np.sin(2 * np.pi * (900 + 50 * number) * seconds) if beep else rng.standard_normal(RATE) * 0.2
        soundfile.write(tmp_path / f"{number}.wav", sound * 0.5, RATE)
        label = "electronic beep" if beep else "white noise"
        lines.append({"path": f"{number}.wav", "label": label, "captions": [label]})
    manifest = write_manifest(tmp_path / "m.jsonl", *lines)
    result = run("zero-shot", "--manifest", manifest, "--json")
    assert (result["task"], result["clips"], result["classes"]) == ("zero-shot", 4, 2)
    assert set(result["dims"]) == {"512", "256", "128", "64"}
    assert result["dims"]["512"]["calibrated_accuracy"] == 1.0
    best = run("retrieval", "--manifest", manifest, "--json")["dims"]["512"]
    assert best["text_to_audio"]["R@1"] == 1.0
    assert set(best["audio_to_text"]) == {"R@1", "R@5", "R@10", "mAP@10"}


def test_clips_that_cannot_be_read_are_named_and_counted(tones):
    (tones / "empty.wav").touch()
    lines = [{"path": f"{name}.wav", "label": name} for name in ("low", "high", "empty", "gone")]
    manifest = write_manifest(tones / "m.jsonl", *lines)
    result = invoke("zero-shot", "--manifest", manifest, "--json")
    assert (
        f"left out: {tones / 'empty.wav'}: " in result.stderr and f"left out: {tones / 'gone.wav'}: " in result.stderr
    )
    answer = json.loads(result.stdout)
    assert (answer["clips"], answer["unreadable"], answer["classes"]) == (2, 2, 4)
    result = invoke("zero-shot", "--manifest", write_manifest(tones / "m.jsonl", lines[-1]))
    assert result.exit_code == 1 and "none of the 1 clips could be read" in result.output


def test_esc_50_layout_by_hand(tones):
    table = write_table(
        tones / "esc50.csv",
        ("filename", "fold", "target", "category", "esc10"),
        ("low.wav", 1, 0, "low_hum", "True"),
        ("high.wav", 1, 1, "high_whistle", "True"),
        ("middle.wav", 2, 1, "high_whistle", "False"),  # neither: whatever it gets, it is one of three
    )
    options = ("--table", table, "--audio", tones, "--json")
    ten = run("zero-shot", "--layout", "esc-10", *options)
    assert (ten["clips"], ten["classes"]) == (2, 2)
    assert ten["dims"]["256"] == {"accuracy": 1.0, "calibrated_accuracy": 1.0}
    assert run("zero-shot", "--layout", "esc-50", *options)["clips"] == 3


def test_the_background_may_be_a_folder_or_a_manifest(tones):
    manifest = write_manifest(tones / "m.jsonl", *({"path": f"{name}.wav", "label": name} for name in TONES))
    from_folder = run("zero-shot", "--manifest", manifest, "--background", tones, "--json")
    assert from_folder["background_clips"] == 3
    assert from_folder["dims"] == run("zero-shot", "--manifest", manifest, "--json")["dims"]
    others = write_manifest(tones / "b.jsonl", {"path": "low.wav"}, {"path": "high.wav"})
    assert run("zero-shot", "--manifest", manifest, "--background", others, "--json")["background_clips"] == 2


def test_labels_are_averaged_over_prompts_and_lose_their_underscores(fake_embedder):
    low, high = label_vectors(fake_embedder, ["car_horn"], ["{}"]), fake_embedder.embed_text(["car horn"])
    assert low == pytest.approx(high, abs=1e-6)
    parts = fake_embedder.embed_text(["a bell", "bell rings"])
    mean = parts.mean(axis=0) / np.linalg.norm(parts.mean(axis=0))
    assert label_vectors(fake_embedder, ["bell"], ["a {}", "{} rings"])[0] == pytest.approx(mean, abs=1e-6)


def test_benchmarks_ask_for_a_clip_by_each_of_its_captions_and_manifests_by_each_different_one(tmp_path):
    examples = [Example(tmp_path, captions=("rain", "a shower")), Example(tmp_path, captions=("rain",))]
    captions, right = own_captions(examples)
    assert captions == ["rain", "a shower", "rain"]
    assert right.tolist() == [[True, False], [True, False], [False, True]]
    captions, right = shared_captions(examples)
    assert captions == ["a shower", "rain"]
    assert right.tolist() == [[True, False], [True, True]]


def test_audiocaps_layout_by_hand(tones):
    table = write_table(
        tones / "test.csv",
        ("audiocap_id", "youtube_id", "start_time", "caption"),
        (1, "low", 30, "a low hum"),
        (2, "low", 30, "a high whine"),  # wrong words: this query finds the other clip
        (3, "high", 10, "a high tone"),
    )
    result = run("retrieval", "--layout", "audiocaps", "--table", table, "--audio", tones, "--json")
    assert (result["clips"], result["captions"]) == (2, 3)
    scores = result["dims"]["512"]
    assert scores["text_to_audio"]["R@1"] == pytest.approx(2 / 3)
    assert scores["text_to_audio"]["mAP@10"] == pytest.approx((1 + 1 / 2 + 1) / 3)
    assert scores["audio_to_text"]["R@5"] == 1.0


def test_air_bench_by_task(tones):
    folder = tones / "Sound_AQA_set"
    folder.mkdir()
    (tones / "low.wav").rename(folder / "low.wav")
    question = {"path": "low.wav", "question": "What?", "choice_a": "high", "choice_b": "low", "dataset_name": "set"}
    table = tones / "Foundation_meta.json"
    table.write_text(
        json.dumps(
            [
                question | {"answer_gt": "low", "task_name": "Sound_AQA"},
                question | {"answer_gt": "high", "task_name": "Sound_AQA"},
                question | {"answer_gt": "low", "task_name": "Music_AQA"},  # its folder is not there
            ]
        )
    )
    result = run("air-bench", "--table", table, "--audio", tones, "--json")
    assert (result["questions"], result["unreadable"]) == (2, 1)
    assert result["dims"]["512"] == {"accuracy": 0.5, "by_task": {"Sound_AQA": 0.5}}


@pytest.fixture
def tagged(tones):
    classes = write_table(tones / "classes.csv", ("index", "display_name"), *enumerate(all_classes()))
    thunder = all_classes().index("Thunder")
    manifest = write_manifest(
        tones / "m.jsonl",
        {"path": "low.wav", "source": "a", "tags": [[thunder, 0.9]]},
        {"path": "high.wav", "source": "b", "captions": ["campfire"]},
        {"path": "middle.wav", "source": "training", "captions": ["sneezing"]},
    )
    return manifest, classes


def all_classes():
    return sorted({name for query in model.evaluate.read_queries() for name in query.classes})


def test_long_tail_asks_what_the_chosen_sources_can_answer(tagged):
    manifest, classes = tagged
    result = run("long-tail", "--manifest", manifest, "--classes", classes, "--sources", "a, b", "--json")
    assert (result["clips"], result["queries"] + len(result["without_a_right_clip"])) == (2, 100)
    assert "sneze" in result["without_a_right_clip"] and "thuner" not in result["without_a_right_clip"]
    scores = result["dims"]["512"]
    # Two clips are all there are: every query finds its one, a fifth of the five that it might.
    assert scores["found@5"] == 1.0
    assert scores["precision@5"] == pytest.approx(0.2)
    assert scores["by_kind"]["typo"] == {"found@5": 1.0, "precision@5": pytest.approx(0.2)}
    held_out = read_recipe(model.evaluate.RECIPE).held_out
    result = invoke("long-tail", "--manifest", manifest, "--classes", classes)
    assert result.exit_code == 1 and f"no clips of {', '.join(held_out)}" in result.output


def test_the_answer_is_a_markdown_table_unless_json_is_wanted(tones):
    manifest = write_manifest(tones / "m.jsonl", *({"path": f"{name}.wav", "label": name} for name in TONES))
    table = invoke("zero-shot", "--manifest", manifest, "--markdown").stdout
    assert table == invoke("zero-shot", "--manifest", manifest).stdout
    assert "**zero-shot**: 3 clips, 3 classes, 0 unreadable\n\n| % | 512 | 256 |\n" in table
    assert "| accuracy | 100.0 | 100.0 |" in table


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("zero-shot",), "either --manifest or --layout"),
        (("zero-shot", "--layout", "esc-50", "--table", "t.csv"), "--audio missing"),
        (("zero-shot", "--manifest", "m", "--prompt", "sound"), "a prompt needs {}"),
        (("retrieval", "--layout", "esc-50"), "'esc-50' is not one of 'audiocaps', 'clotho'"),
        (("retrieval", "--manifest", "gone.jsonl"), "gone.jsonl: No such file"),
        (("air-bench",), "--table and --audio missing"),
        (("long-tail", "--classes", "c.csv"), "--manifest missing"),
        (("zero-shot", "--manifest", "m", "--checkpoint", "/gone"), "'/gone' does not exist"),
    ],
)
def test_wrong_options_are_told(arguments, message):
    result = invoke(*arguments)
    assert result.exit_code != 0 and message in result.output
