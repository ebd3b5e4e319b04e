from pathlib import Path

import pytest

from model.recipe import read_recipe

CONFIGS = Path(__file__).parents[2] / "model" / "configs"
PARTS = '[parts]\naudio = "a"\ntext = "b"\n'


@pytest.fixture
def read(tmp_path):
    def write_and_read(text):
        (tmp_path / "r.toml").write_text(text)
        return read_recipe(tmp_path / "r.toml")

    return write_and_read


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (PARTS + "[training]\nsteps = 1\nbathc = 3\n", "bathc"),
        ("precison = 'bf16'\n" + PARTS + "[training]\nsteps = 1\n", "precison"),
        ("precision = 'fp8'\n" + PARTS + "[training]\nsteps = 1\n", 'precision = "fp8" must be one of no, bf16'),
        (PARTS + "[training]\nsteps = 1\nmode = 'lorra'\n", 'mode = "lorra" must be one of projector, lora, full'),
        (PARTS + "[training]\nsteps = 1\nloss = 'nce'\n", "must be one of clip, siglip"),
        (PARTS + "[training]\nsteps = 1\ntowers = 'text'\n", "must be one of audio, both"),
        (PARTS + "text_pooling = 'max'\n[training]\nsteps = 1\n", "must be one of mean, cls, eos"),
        (PARTS + "[training]\nbatch = 4\n", r"\[training\].*steps"),
        (PARTS + "[training]\nsteps = -1\n", "must be 0 or more"),
        (PARTS + "[training]\nsteps = 1\nshards = ['*.tar']\n", "set tag_weight = 0"),
        (
            "held_out = ['a']\n" + PARTS + "[training]\nsteps = 1\nshards = ['*.tar']\ntag_weight = 0\n",
            "held_out is about manifests",
        ),
    ],
)
def test_a_recipe_refuses_what_it_does_not_know(read, text, message):
    with pytest.raises(ValueError, match=message):
        read(text)


def test_stages_take_over_what_they_do_not_say(read):
    recipe = read(PARTS + "[training]\nsteps = 9\nbatch = 7\n[[stages]]\n[[stages]]\nsteps = 2\nloss = 'siglip'\n")
    assert [(stage.steps, stage.batch, stage.loss) for stage in recipe.stages] == [(9, 7, "clip"), (2, 7, "siglip")]
    assert recipe.training is recipe.stages[0]


def test_without_stages_there_is_one(read):
    assert len(read(PARTS + "[training]\nsteps = 9\n").stages) == 1


@pytest.mark.parametrize("path", sorted(CONFIGS.glob("*.toml")), ids=lambda path: path.stem)
def test_the_recipes_that_we_ship_can_be_read(path):
    recipe = read_recipe(path)
    assert recipe.training.steps > 0 or recipe.text_distillation is not None


@pytest.mark.parametrize("size", ["base", "small", "large"])
def test_the_paper_s_recipes(size):
    recipe = read_recipe(CONFIGS / f"paper-{size}.toml")
    dim = recipe.parts.projection_dim
    assert recipe.parts.matryoshka_dims == (dim, dim // 2, dim // 4, dim // 8)
    assert recipe.precision == "bf16" and recipe.closed_form is None and not recipe.parts.layer_pooling
    first, second = recipe.stages
    assert "auto-acd" in str(first.shards) and "clotho" in str(second.shards)
    for stage in recipe.stages:
        assert {stage.encoder_rate, stage.text_rate, stage.head_rate, stage.scale_rate} == {1e-4}
        assert stage.layer_decay == stage.text_head_share == 1 and stage.warm_up == 0.05
