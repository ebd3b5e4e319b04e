import pytest

from model.phrases import PHRASES, read_phrases, tag_weights


def test_our_own_phrases_can_be_read_and_cover_every_class():
    phrases = read_phrases()
    assert len(phrases) > 15_000 and len({phrase.text for phrase in phrases}) == len(phrases)
    weights = tag_weights(phrases, 527)
    assert weights.max() == 1 and (weights.max(axis=0) > 0).all() and (weights.max(axis=1) >= 0.3).all()
    assert "rain on a metal roof" in {phrase.text for phrase in phrases}


def test_a_text_takes_the_tags_of_its_first_line(tmp_path):
    file = tmp_path / "phrases.tsv"
    file.write_text("tags\tphrases\n1:1 0:0.5\tdog | a dog barks\n2:1\tdog | cat\n")
    phrases = read_phrases(file)
    assert [(phrase.text, phrase.tags) for phrase in phrases] == [
        ("dog", ((1, 1.0), (0, 0.5))),
        ("a dog barks", ((1, 1.0), (0, 0.5))),
        ("cat", ((2, 1.0),)),
    ]
    assert tag_weights(phrases, 3).tolist() == [[0.5, 1, 0], [0.5, 1, 0], [0, 0, 1]]


@pytest.mark.parametrize("line", ["one:1\tdog", "1\tdog", "1:1"])
def test_a_line_that_cannot_be_read_is_named(tmp_path, line):
    file = tmp_path / "phrases.tsv"
    file.write_text(f"tags\tphrases\n1:1\tcat\n{line}\n")
    with pytest.raises(ValueError, match="line 3"):
        read_phrases(file)


def test_the_file_stands_beside_the_module():
    assert PHRASES.name == "phrases.tsv" and PHRASES.exists()
