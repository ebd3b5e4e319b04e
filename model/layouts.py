"""Layouts of published data sets: a table of theirs and the folder of its sounds, to clips that can be evaluated.

A clip whose sound is not there is kept, with the path where it should be: whoever reads it names it.
"""

import csv
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.manifest import Example, ManifestError
from wavlink_desktop.audio import EXTENSIONS


@dataclass(frozen=True, slots=True)
class Question:
    """A multiple-choice question about a clip. `texts`: the question joined with each of its choices."""

    path: Path
    texts: tuple[str, ...]
    right: int
    """Row of the right choice in `texts`."""
    task: str


def esc50(table: Path, audio: Path) -> list[Example]:
    """ESC-50 (Piczak 2015): `meta/esc50.csv`, `audio/`; 50 classes of 40 clips, all five folds."""
    return [_labelled(audio / row["filename"], row["category"]) for row in read_table(table, "filename", "category")]


def esc10(table: Path, audio: Path) -> list[Example]:
    """The ten classes of ESC-50 that its table marks as ESC-10."""
    rows = read_table(table, "filename", "category", "esc10")
    return [_labelled(audio / row["filename"], row["category"]) for row in rows if row["esc10"].lower() == "true"]


def urbansound8k(table: Path, audio: Path) -> list[Example]:
    """UrbanSound8K (Salamon et al. 2014): `metadata/UrbanSound8K.csv`, `audio/` with `fold1` to `fold10` in it."""
    rows = read_table(table, "slice_file_name", "fold", "class")
    return [_labelled(audio / f"fold{row['fold']}" / row["slice_file_name"], row["class"]) for row in rows]


def vggsound(table: Path, audio: Path) -> list[Example]:
    """The test split of VGGSound (Chen et al. 2020): `vggsound.csv`, whose columns have no names.

    Sounds: `ID_000030` as its authors name them (the start in seconds, six digits), `ID_30` or `ID`, of any format.
    """
    sounds = _by_stem(audio)
    rows = read_table(table, "youtube_id", "start", "label", "split", named=False)
    return [
        _labelled(_find(sounds, audio, _video_stems(table, row["youtube_id"], row["start"])), row["label"])
        for row in rows
        if row["split"] == "test"
    ]


def audiocaps(table: Path, audio: Path) -> list[Example]:
    """AudioCaps (Kim et al. 2019), a split's table: a caption a line, the captions of a clip joined.

    Sounds: the YouTube id, alone, with the start in seconds after it or a `Y` before it; or the caption's own id.
    """
    sounds = _by_stem(audio)
    captions: dict[tuple[str, str], dict[str, str]] = {}
    for row in read_table(table, "audiocap_id", "youtube_id", "start_time", "caption"):
        captions.setdefault((row["youtube_id"], row["start_time"]), {})[row["audiocap_id"]] = row["caption"]
    return [
        Example(
            _find(sounds, audio, [*_video_stems(table, *video), f"Y{video[0]}", *own]), captions=tuple(own.values())
        )
        for video, own in captions.items()
    ]


def clotho(table: Path, audio: Path) -> list[Example]:
    """Clotho (Drossos et al. 2020), a split's table: `file_name`, `caption_1` to `caption_5`."""
    columns = [f"caption_{number}" for number in range(1, 6)]
    return [
        Example(audio / row["file_name"], captions=tuple(row[column] for column in columns if row[column]))
        for row in read_table(table, "file_name", *columns)
    ]


def air_bench(table: Path, audio: Path) -> list[Question]:
    """AIR-Bench Foundation (Yang et al. 2024): `Foundation_meta.json`, and the folder that it lies in.

    Sounds lie in a folder for each task and data set; those of `Audio_Grounding` are FLAC, whatever the table says.
    """
    try:
        rows = json.loads(table.read_text(encoding="utf-8"))
    except OSError as error:
        raise ManifestError(f"{table}: {error.strerror}") from error
    except ValueError as error:
        raise ManifestError(f"{table}: not JSON ({error})") from error
    if not (isinstance(rows, list) and rows and all(isinstance(row, dict) for row in rows)):
        raise ManifestError(f"{table}: not a list of questions")
    return [_question(table, audio, number, row) for number, row in enumerate(rows, start=1)]


Layout = Callable[[Path, Path], list[Example]]
LABELLED: dict[str, Layout] = {"esc-50": esc50, "esc-10": esc10, "urbansound8k": urbansound8k, "vggsound": vggsound}
CAPTIONED: dict[str, Layout] = {"audiocaps": audiocaps, "clotho": clotho}


def sounds_in(folder: Path) -> list[Path]:
    """All sounds under a folder, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in EXTENSIONS)


def read_table(path: Path, *columns: str, named: bool = True) -> list[dict[str, str]]:
    """Rows of a CSV file, with at least these columns, without spaces around them.

    `named`: the first line names the columns; else `columns` are their names. Raises `ManifestError`.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, None if named else columns, restval="")
            names = reader.fieldnames or ()
            rows = [{name: row[name].strip() for name in columns if name in names} for row in reader]
    except OSError as error:
        raise ManifestError(f"{path}: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"{path}: not a CSV file in UTF-8 ({error})") from error
    missing = [column for column in columns if column not in names]
    if missing:
        raise ManifestError(f"{path}: no column {', '.join(missing)} (there are: {', '.join(names)})")
    if not rows:
        raise ManifestError(f"{path}: no lines in it")
    return rows


def _labelled(path: Path, label: str) -> Example:
    return Example(path, label=label)


def _video_stems(table: Path, video: str, start: str) -> list[str]:
    try:
        seconds = int(float(start))
    except ValueError as error:
        raise ManifestError(f"{table}: the start of {video} is no number: {start!r}") from error
    return [f"{video}_{seconds:06d}", f"{video}_{seconds}", video]


def _by_stem(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sounds_in(folder)}


def _find(sounds: dict[str, Path], folder: Path, stems: Iterable[str]) -> Path:
    stems = list(stems)
    return next((sounds[stem] for stem in stems if stem in sounds), folder / f"{stems[0]}.wav")


def _question(table: Path, audio: Path, number: int, row: dict[str, Any]) -> Question:
    missing = [name for name in ("path", "question", "answer_gt", "task_name", "dataset_name") if not row.get(name)]
    if missing:
        raise ManifestError(f"{table}, question {number}: {', '.join(missing)} missing")
    choices = [str(row[name]) for name in ("choice_a", "choice_b", "choice_c", "choice_d") if row.get(name)]
    if str(row["answer_gt"]) not in choices:
        raise ManifestError(f"{table}, question {number}: the answer {row['answer_gt']!r} is none of its choices")
    path = audio / f"{row['task_name']}_{row['dataset_name']}" / row["path"]
    return Question(
        path=path.with_suffix(".flac") if row["task_name"] == "Audio_Grounding" else path,
        texts=tuple(f"{row['question']} {choice}" for choice in choices),
        right=choices.index(str(row["answer_gt"])),
        task=row["task_name"],
    )
