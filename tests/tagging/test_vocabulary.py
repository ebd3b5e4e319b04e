import json

import pytest

from wavlink_desktop import paths
from wavlink_desktop.tagging import VocabularyError, find_vocabularies, load_vocabulary
from wavlink_desktop.tagging.vocabulary import read_vocabulary


@pytest.fixture
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path)
    (tmp_path / "vocabularies").mkdir()
    return tmp_path / "vocabularies"


def texts(vocabulary):
    return {label.name: label.prompts for label in vocabulary.labels}


def test_ships_ucs_and_two_everyday_vocabularies():
    assert {"ucs", "general", "qualities"} <= set(find_vocabularies())
    ucs, general, qualities = (load_vocabulary(name) for name in ("ucs", "general", "qualities"))
    assert ucs.exclusive and len(ucs.labels) == 753
    assert not general.exclusive and len(general.labels) >= 150
    assert {"bright", "muffled", "distant", "indoor", "reverberant", "metallic", "wet"} <= set(texts(qualities))


def test_production_categories_are_never_given_by_ear():
    unheard = {label.name for label in load_vocabulary("ucs").labels if not label.prompts}
    assert {"ADR", "MIX", "WIP"} < unheard
    assert len(unheard) == 15


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mine.csv", "label,prompts\nvillain,evil engine|dark motor\nhero,\n"),
        ("mine.csv", "\ufefflabel,prompts,remarks\r\nvillain,evil engine | dark motor,x\r\nhero\r\n"),
        ("mine.json", json.dumps({"villain": ["evil engine", "dark motor"], "hero": []})),
    ],
)
def test_reads_labels_with_prompts(data_folder, name, content):
    (data_folder / name).write_text(content, encoding="utf-8")
    assert texts(load_vocabulary("Mine")) == {"villain": ("evil engine", "dark motor"), "hero": ("hero",)}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mine.txt", "# ours\nvillain\n\n  hero \n"),
        ("mine.json", '["villain", "hero"]'),
        ("mine.csv", "label\nvillain\nhero"),
    ],
)
def test_a_label_without_prompts_describes_itself(data_folder, name, content):
    (data_folder / name).write_text(content, encoding="utf-8")
    assert texts(load_vocabulary("mine")) == {"villain": ("villain",), "hero": ("hero",)}


def test_a_list_of_the_users_replaces_a_shipped_one_but_never_ucs(data_folder):
    (data_folder / "general.txt").write_text("only this")
    (data_folder / "ucs.txt").write_text("only this")
    assert len(load_vocabulary("general").labels) == 1
    assert len(load_vocabulary("ucs").labels) == 753


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("bad.csv", b"name,prompts\nrain,rain\n", "column 'label'"),
        ("bad.csv", b"label\n", "no labels"),
        ("bad.csv", b"label,prompts\n,rain\n", "empty label"),
        ("bad.csv", b'label\n"rain\n', "not a vocabulary"),
        ("bad.txt", b"rain\nRain\n", "'Rain' twice"),
        ("bad.txt", b"# nothing\n", "no labels"),
        ("bad.txt", b"\xff\xfe\x00", "UTF-8"),
        ("bad.json", b"{", "not a vocabulary"),
        ("bad.json", b"3", "list of labels"),
        ("bad.json", b'{"rain": 3}', "must be texts"),
        ("bad.json", b"[3]", "must be texts"),
        ("bad.wav", b"rain", ".csv, .txt or .json"),
    ],
)
def test_says_what_is_wrong_with_a_file(tmp_path, name, content, complaint):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(VocabularyError, match=name) as error:
        read_vocabulary(path)
    assert complaint in str(error.value)


def test_says_which_vocabularies_there_are(data_folder):
    (data_folder / "mine.txt").write_text("rain")
    with pytest.raises(VocabularyError, match=r"no vocabulary 'nope'.*general, mine, qualities, ucs"):
        load_vocabulary("nope")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(VocabularyError, match=r"gone\.txt cannot be read"):
        read_vocabulary(tmp_path / "gone.txt")
