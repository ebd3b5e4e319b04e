import numpy as np
import pytest

from wavlink_desktop import paths
from wavlink_desktop.tagging import VocabularyError


@pytest.fixture
def three(tmp_path, monkeypatch):
    """A user's list that the library's model knows well."""
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")
    folder = tmp_path / "data" / "vocabularies"
    folder.mkdir(parents=True)
    (folder / "three.txt").write_text("rain\ndoor\ndog\n")
    return "three"


def machine(library, clip, vocabulary):
    return {tag.label: tag.source for tag in library.tags(clip) if tag.vocabulary == vocabulary}


def test_sound_and_name_each_tell_and_say_so(library, fill, noisy, three):
    fill([f"{n}.wav" for n in range(40)], noisy(None, 40, 1))
    heard, named, both = fill(["0001.wav", "door slam.wav", "dog.wav"], [*noisy(0, 1), *noisy(None, 1), *noisy(2, 1)])
    assert library.tag(three) == 43
    assert machine(library, heard, three) == {"rain": "sound"}
    assert machine(library, named, three) == {"door": "name"}
    assert set(machine(library, both, three)) == {"dog"}


def test_five_clips_are_enough(library, fill, noisy, three):
    ids = fill([f"{n}.wav" for n in range(5)], [*noisy(0, 2), *noisy(1, 2), *noisy(2, 1)])
    library.tag(three)
    best = [max((tag for tag in library.tags(clip)), key=lambda tag: tag.score, default=None) for clip in ids]
    assert [tag and tag.label for tag in best][:4] == ["rain", "rain", "door", "door"]


def test_a_cat_id_in_name_or_metadata_is_taken_at_its_word(library, fill, noisy):
    (named,) = fill(["DOORCreak_Old_Me_1.wav"], noisy(0, 1))
    (embedded,) = fill(["a.wav"], noisy(0, 1, 2), fields='{"ixml.USER.CATID": "RAINMetl"}')
    library.tag("ucs")
    assert machine(library, named, "ucs") == {"DOORCreak": "name"}
    assert machine(library, embedded, "ucs") == {"RAINMetl": "metadata"}


def test_every_clip_gets_a_cat_id(library, fill, noisy):
    ids = fill([f"{n}.wav" for n in range(8)], noisy(None, 8))
    library.tag("ucs")
    for clip in ids:
        tags = library.tags(clip)
        assert 1 <= len(tags) <= 3
        assert [tag.score for tag in tags] == sorted((tag.score for tag in tags), reverse=True)


def test_what_a_person_accepted_in_ucs_silences_the_machine(library, fill, noisy):
    first, other = fill(["door creak.wav", "dog.wav"], noisy(None, 2))
    library.tag("ucs")
    library.accept_tag([first], "GLASBrk", "ucs")
    library.tag("ucs")
    assert machine(library, first, "ucs") == {"GLASBrk": "person"}
    assert "person" not in machine(library, other, "ucs").values()


def test_what_a_person_rejected_is_not_said_again_and_the_next_best_is(library, fill, noisy):
    (clip,) = fill(["DOORCreak_Old_Me_1.wav"], noisy(None, 1))
    library.tag("ucs")
    library.reject_tag([clip], "DOORCreak", "ucs")
    assert library.tags(clip) == []
    library.tag("ucs")
    assert library.tags(clip) and "DOORCreak" not in machine(library, clip, "ucs")


def test_a_withdrawn_rejection_lets_it_come_back(library, fill, noisy):
    (clip,) = fill(["DOORCreak_Old_Me_1.wav"], noisy(None, 1))
    library.reject_tag([clip], "DOORCreak", "ucs")
    library.withdraw_tag([clip], "DOORCreak", "ucs")
    library.tag("ucs")
    assert machine(library, clip, "ucs") == {"DOORCreak": "name"}


def test_a_typed_tag_stays_whatever_the_machine_says(library, fill, noisy, three):
    clips = fill([f"{n}.wav" for n in range(6)], noisy(0, 6))
    library.accept_tag(clips[:2], "dog", three)
    library.accept_tag(clips[:1], "lovely")
    for vocabulary in (three, "own", "ucs"):
        library.tag(vocabulary)
    assert machine(library, clips[0], three)["dog"] == "person"
    assert machine(library, clips[0], "own") == {"lovely": "person"}
    assert [hit.clip.id for hit in library.search("tag:lovely")] == clips[:1]


def test_five_examples_teach_a_label_that_no_text_describes(library, fill, noisy, tmp_path):
    engine = fill([f"e{n}.wav" for n in range(15)], noisy(5, 15, 1))
    others = fill([f"o{n}.wav" for n in range(60)], [*noisy(6, 20, 2), *noisy(None, 40, 3)])
    seen: list[tuple[int, int]] = []
    examples = [library.clip(clip).path for clip in engine[:5]]
    found = library.teach("our villain's engine", examples, progress=lambda *at: seen.append(at))
    given = [clip for clip in engine[5:] if "our villain's engine" in machine(library, clip, "own")]
    wrong = [clip for clip in others if "our villain's engine" in machine(library, clip, "own")]
    assert len(given) >= 8 and not wrong and found == len(given)
    assert all(library.tags(clip)[0].source == "person" for clip in engine[:5])
    assert seen[-1] == (75, 75)


def test_a_cat_id_is_taught_in_ucs(library, fill, noisy):
    clips = fill([f"e{n}.wav" for n in range(12)], noisy(5, 12, 1))
    fill([f"o{n}.wav" for n in range(60)], noisy(None, 60, 3))
    library.teach("VEHSirn", [library.clip(clip).path for clip in clips[:6]])
    assert sum("VEHSirn" in machine(library, clip, "ucs") for clip in clips[6:]) >= 4


def test_two_examples_are_kept_but_find_nothing(library, fill, noisy):
    clips = fill([f"e{n}.wav" for n in range(8)], noisy(5, 8))
    assert library.teach("ours", [library.clip(clip).path for clip in clips[:2]]) == 0
    assert machine(library, clips[0], "own") == {"ours": "person"}


def test_long_clips_are_tagged_by_region_too(library, fill, noisy, three):
    fill([f"{n}.wav" for n in range(40)], noisy(None, 40, 1))
    parts = np.concatenate([noisy(0, 2, 1), noisy(2, 1, 2), noisy(None, 1, 3), noisy(2, 1, 4)])
    long, short = fill(["0001.wav", "0002.wav"], [parts, noisy(0, 1)[0]])
    library.tag(three)
    regions = [(region.start, region.end, region.label) for region in library.regions(long)]
    assert regions == [(0.0, 20.0, "rain"), (20.0, 30.0, "dog"), (40.0, 50.0, "dog")]
    assert library.regions(short) == []
    library.reject_tag([long], "dog", three)
    assert {region.label for region in library.regions(long)} == {"rain"}
    library.tag(three)
    assert {region.label for region in library.regions(long)} == {"rain"}


def test_chunks_do_not_matter(library, fill, noisy, three, monkeypatch):
    ids = fill([f"{n}.wav" for n in range(25)], noisy(0, 25))
    library.tag(three)
    whole = [library.tags(clip) for clip in ids]
    monkeypatch.setattr("wavlink_desktop.tagging.tagger._CHUNK", 4)
    progress: list[tuple[int, int]] = []
    assert library.tag(three, lambda *at: progress.append(at)) == 25
    assert [library.tags(clip) for clip in ids] == whole
    assert progress == [(4, 25), (8, 25), (12, 25), (16, 25), (20, 25), (24, 25), (25, 25)]


def test_wrong_labels_and_clips_are_refused(library, fill, noisy):
    (clip,) = fill(["a.wav"], noisy(None, 1))
    with pytest.raises(VocabularyError, match="neither a CatID nor a category"):
        library.accept_tag([clip], "DOORNonsense", "ucs")
    with pytest.raises(VocabularyError, match="needs a name"):
        library.accept_tag([clip], "  ")
    with pytest.raises(KeyError):
        library.reject_tag([clip, 999], "x")
    assert library.tags(clip) == []


def test_an_empty_library_has_nothing_to_tag(library):
    assert library.tag("ucs") == library.tag("own") == 0


def test_new_clips_are_tagged_with_all_vocabularies_and_the_others_left_alone(library, fill, noisy, three):
    old = fill([f"{n}.wav" for n in range(6)], noisy(0, 6))
    library.tag("ucs")
    library.tag(three)
    before = [library.tags(clip) for clip in old]
    library.accept_tag(old[:3], "dog", three)  # a person's word is no sign of how far the machine has come
    library.withdraw_tag(old[:3], "dog", three)
    assert library.tag_new(["ucs", three]) == 0
    new = fill(["rain on roof.wav", "dog.wav"], noisy(None, 2, 3))
    library.accept_tag(new[:1], "lovely")
    assert library.tag_new(["ucs", three.upper(), "own"]) == 2
    assert [library.tags(clip) for clip in old[3:]] == before[3:]
    assert machine(library, new[0], three) == {"rain": "name"} and machine(library, new[0], "ucs")
    assert machine(library, new[0], "own") == {"lovely": "person"}
    assert library.tag_new(["ucs", three, "own"]) == 0


def test_tagging_of_new_clips_that_was_ended_goes_on_where_it_was(library, fill, noisy, three, monkeypatch):
    class Ended(Exception):
        pass

    def end_at_eight(done, total):
        if done == 8:
            raise Ended

    ids = fill([f"{n}.wav" for n in range(10)], noisy(0, 10))
    monkeypatch.setattr("wavlink_desktop.tagging.tagger._CHUNK", 4)
    with pytest.raises(Ended):
        library.tag_new(["ucs", three], end_at_eight)
    done = {clip for clip in ids if library.tags(clip)}
    assert len(done) == 8 and all(machine(library, clip, three) and machine(library, clip, "ucs") for clip in done)
    assert library.tag_new(["ucs", three]) == 2
    assert all(library.tags(clip) for clip in ids)
