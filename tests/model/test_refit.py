import numpy as np
import torch
from click.testing import CliRunner

from model.closed_form import correct_audio, pooled_audio, project
from model.manifest import read_manifest
from model.refit import main
from model.waves import WaveCache
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor


def vectors(checkpoint, waves):
    model = WavLinkModel.from_pretrained(checkpoint).eval()
    return model, project(model, pooled_audio(model, WavLinkProcessor.from_pretrained(checkpoint), waves))


def test_a_merging_model_puts_sounds_where_they_were(workplace):
    folder = workplace.folder
    arguments = ["--merge-after", "1", "--recipe", folder / "recipe.toml", "--manifest", folder / "manifest.jsonl"]
    arguments += ["--classes", folder / "classes.csv", "--run", folder / "refit"]
    result = CliRunner().invoke(main, [str(folder / "untrained"), *map(str, arguments)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    waves = WaveCache(read_manifest(folder / "manifest.jsonl", ["captions"]), folder / "refit" / "cache")
    before, there = vectors(folder / "untrained", waves)
    after, found = vectors(folder / "refit" / "merged", waves)
    assert after.config.merge_after == 1 and before.config.merge_after is None
    for name, weight in before.state_dict().items():
        assert torch.equal(weight, after.state_dict()[name]) == (not name.startswith("audio_projection")), name
    before.audio_model.merge_after = 1
    unfitted = project(before, pooled_audio(before, WavLinkProcessor.from_pretrained(folder / "untrained"), waves))
    assert np.square(found - there).mean() < 0.5 * np.square(unfitted - there).mean()


def test_without_a_reason_the_projection_stays_what_it_was(workplace):
    model = WavLinkModel.from_pretrained(workplace.folder / "untrained").eval()
    features = np.random.default_rng(0).standard_normal((20, model.audio_model.feature_dim)).astype(np.float32)
    outputs = project(model, features)
    weights = np.ones(20, np.float32)
    correct_audio(model, features, outputs + 1, weights, penalty=1.0)
    assert np.allclose(project(model, features), outputs + 1, atol=1e-4)
    correct_audio(model, features, outputs * 2, weights, penalty=1e9)
    assert np.allclose(project(model, features), outputs + outputs.mean(axis=0), atol=1e-3)
