import json

import pytest

from model.layouts import air_bench, audiocaps, clotho, esc10, esc50, read_table, urbansound8k, vggsound
from model.manifest import ManifestError


@pytest.fixture
def table(tmp_path):
    def write(*lines):
        path = tmp_path / "table.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def sounds(tmp_path):
    folder = tmp_path / "sounds"

    def touch(*names):
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).touch()
        return folder

    return touch


ESC = (
    "filename,fold,target,category,esc10,src_file,take",
    "1-100032-A-0.wav,1,0,dog,True,100032,A",
    "1-100038-A-14.wav,1,14,chirping_birds,False,100038,A",
)


def test_esc_50_and_its_ten_classes(table, tmp_path):
    examples = esc50(table(*ESC), tmp_path)
    assert [(example.path, example.label) for example in examples] == [
        (tmp_path / "1-100032-A-0.wav", "dog"),
        (tmp_path / "1-100038-A-14.wav", "chirping_birds"),
    ]
    assert [example.label for example in esc10(table(*ESC), tmp_path)] == ["dog"]


def test_urbansound8k_has_a_folder_a_fold(table, tmp_path):
    path = table(
        "slice_file_name,fsID,start,end,salience,fold,classID,class",
        "100032-3-0-0.wav,100032,0.0,0.317551,1,5,3,dog_bark",
    )
    (example,) = urbansound8k(path, tmp_path)
    assert (example.path, example.label) == (tmp_path / "fold5" / "100032-3-0-0.wav", "dog_bark")


def test_vggsound_keeps_the_test_split_and_labels_with_commas(table, sounds):
    folder = sounds("a_000030.wav", "b.flac", "c_10.opus")
    path = table('a,30,"dog, barking",test', "b,0,rain,test", "c,10,wind,test", "gone,7,sea,test", "d,1,owl,train")
    examples = vggsound(path, folder)
    assert [(example.path.name, example.label) for example in examples] == [
        ("a_000030.wav", "dog, barking"),
        ("b.flac", "rain"),
        ("c_10.opus", "wind"),
        ("gone_000007.wav", "sea"),
    ]


def test_audiocaps_joins_the_captions_of_a_clip(table, sounds):
    folder = sounds("Yone.wav", "103.flac", "three_20.wav")
    path = table(
        "audiocap_id,youtube_id,start_time,caption",
        "101,one,30,A dog barks",
        '102,one,30,"A dog, barking"',
        "103,two,10,Rain falls",
        "104,three,20,Wind blows",
    )
    examples = audiocaps(path, folder)
    assert [(example.path.name, example.captions) for example in examples] == [
        ("Yone.wav", ("A dog barks", "A dog, barking")),
        ("103.flac", ("Rain falls",)),
        ("three_20.wav", ("Wind blows",)),
    ]


def test_clotho_has_five_captions_a_file(table, tmp_path):
    path = table("file_name,caption_1,caption_2,caption_3,caption_4,caption_5", "Santa Motor.wav,a,b,c,d,e")
    (example,) = clotho(path, tmp_path)
    assert (example.path, example.captions) == (tmp_path / "Santa Motor.wav", ("a", "b", "c", "d", "e"))


QUESTION = {
    "path": "clip.wav",
    "question": "What is heard?",
    "choice_a": "rain",
    "choice_b": "wind",
    "choice_c": None,
    "answer_gt": "wind",
    "task_name": "Sound_AQA",
    "dataset_name": "clotho",
    "uniq_id": 1,
}


def write_questions(tmp_path, *questions):
    path = tmp_path / "Foundation_meta.json"
    path.write_text(json.dumps(questions))
    return path


def test_air_bench_joins_question_and_choice(tmp_path):
    grounding = QUESTION | {"task_name": "Audio_Grounding", "choice_d": "hail", "answer_gt": "hail"}
    first, second = air_bench(write_questions(tmp_path, QUESTION, grounding), tmp_path)
    assert first.path == tmp_path / "Sound_AQA_clotho" / "clip.wav"
    assert first.texts == ("What is heard? rain", "What is heard? wind")
    assert (first.right, first.task) == (1, "Sound_AQA")
    assert second.path == tmp_path / "Audio_Grounding_clotho" / "clip.flac"
    assert second.texts[second.right] == "What is heard? hail"


@pytest.mark.parametrize(
    ("change", "message"),
    [({"answer_gt": "snow"}, "question 1: the answer 'snow' is none"), ({"question": ""}, "question 1: question miss")],
)
def test_air_bench_names_a_question_that_cannot_be_scored(tmp_path, change, message):
    with pytest.raises(ManifestError, match=message):
        air_bench(write_questions(tmp_path, QUESTION | change), tmp_path)


def test_tables_that_cannot_be_used_say_why(table, tmp_path):
    with pytest.raises(ManifestError, match=r"no column category \(there are: filename\)"):
        esc50(table("filename", "a.wav"), tmp_path)
    with pytest.raises(ManifestError, match="no lines"):
        read_table(table("filename"), "filename")
    with pytest.raises(ManifestError, match="No such file"):
        read_table(tmp_path / "gone.csv", "filename")
    latin = tmp_path / "latin.csv"
    latin.write_bytes(b"filename\ncaf\xe9.wav\n")
    with pytest.raises(ManifestError, match="not a CSV file in UTF-8"):
        read_table(latin, "filename")
    with pytest.raises(ManifestError, match="start of a is no number: 'soon'"):
        vggsound(table("a,soon,rain,test"), tmp_path)
    with pytest.raises(ManifestError, match="not JSON"):
        air_bench(table("nonsense"), tmp_path)
    with pytest.raises(ManifestError, match="not a list of questions"):
        air_bench(table('{"path": "clip.wav"}'), tmp_path)
