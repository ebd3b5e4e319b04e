from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from model.long_tail import Query, read_queries, right_clips
from model.manifest import Example, ManifestError


@pytest.fixture
def class_table(tmp_path):
    path = tmp_path / "classes.csv"
    path.write_text('index,mid,display_name\n0,/m/a,"Thunder"\n1,/m/b,"Waves, surf"\n2,/m/c,Rain\n')
    return path


def test_the_hundred_queries_are_of_every_kind_and_have_a_family():
    queries = read_queries()
    assert len({query.text for query in queries}) == 100
    kinds = Counter(query.kind for query in queries)
    assert set(kinds) == {"sentence", "British/American", "plural", "typo", "shorthand"}
    assert min(kinds.values()) >= 15
    assert all(query.classes or query.words for query in queries)


def test_a_clip_is_right_by_a_likely_tag_or_a_whole_word_of_a_caption(class_table):
    examples = [
        Example(Path("a"), tags=((0, 0.3), (2, 0.1))),
        Example(Path("b"), tags=((0, 0.29),)),
        Example(Path("c"), captions=("evening", "Distant THUNDER")),
        Example(Path("d"), captions=("thunderbird",)),
        Example(Path("e"), captions=("thunder crack",), tags=((1, 0.9),)),
    ]
    storm = Query("thuner", "typo", ("Thunder",), ("thunder",))
    sea = Query("surf", "plural", ("Waves, surf",), ())
    assert right_clips([storm, sea], examples, class_table).tolist() == [
        [True, False, True, False, True],
        [False, False, False, False, True],
    ]


def test_words_alone_and_phrases_do(class_table):
    examples = [Example(Path("a"), captions=("wind chimes",)), Example(Path("b"), captions=("soft wind",))]
    right = right_clips([Query("wind", "typo", (), ("soft wind", "a.c"))], examples, class_table)
    assert np.array_equal(right, [[False, True]])


def test_a_class_that_the_tagger_does_not_have_is_named(class_table):
    with pytest.raises(ManifestError, match="no class Snow; Sun"):
        right_clips([Query("sun", "typo", ("Sun", "Snow", "Rain"), ())], [], class_table)
