"""Vocabularies: the labels that a clip can be tagged with, and the texts that stand for each of them."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wavlink_desktop import paths, ucs
from wavlink_desktop.library.tagstore import PERSON_VOCABULARY

# ADR, MIX, WIP …: these say what a file is for, not what is heard in it.
_NOT_HEARD = "ARCHIVED"
_RESERVED = ("ucs", PERSON_VOCABULARY)


class VocabularyError(Exception):
    """A vocabulary that is missing or cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label. A label without prompts is never given by ear: only a name or a person gives it."""

    name: str
    prompts: tuple[str, ...]
    """Texts that describe its sound."""
    phrases: tuple[str, ...]
    """Texts that name it when they appear in a file's name, folder or description."""
    category: str = ""
    """Of an exclusive vocabulary: what it belongs to."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A named list of labels. `exclusive`: a clip has one label (and alternatives); otherwise as many as fit."""

    name: str
    labels: tuple[Label, ...]
    exclusive: bool = False


def user_folder() -> Path:
    """Where people put lists of their own."""
    return paths.data_folder() / "vocabularies"


def load_vocabulary(name: str) -> Vocabulary:
    """The vocabulary of that name: `ucs`, one that ships, or one of the user's folder."""
    found = find_vocabularies()
    name = name.lower()
    if name not in found:
        raise VocabularyError(f"There is no vocabulary {name!r}. There are: {', '.join(sorted(found))}.")
    return ucs_vocabulary() if name == "ucs" else read_vocabulary(found[name])


def ucs_vocabulary() -> Vocabulary:
    """The Universal Category System; its labels are the CatIDs."""
    return Vocabulary("ucs", tuple(_ucs_label(row) for row in ucs.categories().values()), exclusive=True)


def own_vocabulary(labels: Iterable[str]) -> Vocabulary:
    """Labels that persons made up: no text describes them, but names may hold them."""
    return Vocabulary(PERSON_VOCABULARY, tuple(Label(label, prompts=(), phrases=(label,)) for label in labels))


def find_vocabularies() -> dict[str, Path]:
    """Every vocabulary's name and file. A list of the user's own takes the place of a shipped one of the same name."""
    found = {"ucs": paths.resources() / "ucs.csv"}
    for folder in (paths.vocabularies(), user_folder()):
        if folder.is_dir():
            files = (path for path in sorted(folder.iterdir()) if path.suffix.lower() in _READERS)
            found |= {path.stem.lower(): path for path in files if path.stem.lower() not in _RESERVED}
    return found


def read_vocabulary(path: Path) -> Vocabulary:
    """Read a list of labels from a CSV (columns `label` and, if wanted, `prompts`, separated by `|`), a text file (one
    label a line, `#` starts a comment) or JSON (a list of labels, or an object from label to its prompts)."""
    try:
        read = _READERS[path.suffix.lower()]
    except KeyError:
        raise VocabularyError(f"{path.name}: a vocabulary is a .csv, .txt or .json file.") from None
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = [(label.strip(), [prompt.strip() for prompt in prompts]) for label, prompts in read(text)]
    except OSError as error:
        raise VocabularyError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise VocabularyError(f"{path.name} is not UTF-8 text; save it as UTF-8.") from error
    except (ValueError, csv.Error) as error:
        raise VocabularyError(f"{path.name} is not a vocabulary: {error}.") from error
    _check(path.name, [label for label, _ in rows])
    return Vocabulary(path.stem.lower(), tuple(_label(name, prompts) for name, prompts in rows))


def _ucs_label(row: ucs.Category) -> Label:
    if row.category == _NOT_HEARD:
        return Label(row.cat_id, (), (), row.category)
    phrases = (f"{row.category} {row.subcategory}".lower(), *row.prompts)
    return Label(row.cat_id, row.prompts, phrases, row.category)


def _label(name: str, prompts: Iterable[str]) -> Label:
    texts = tuple(prompt for prompt in prompts if prompt) or (name,)
    return Label(name, texts, tuple(dict.fromkeys((name, *texts))))


def _check(file_name: str, labels: list[str]) -> None:
    if not labels:
        raise VocabularyError(f"{file_name} has no labels.")
    seen: set[str] = set()
    for label in labels:
        if not label:
            raise VocabularyError(f"{file_name} has an empty label.")
        if label.casefold() in seen:
            raise VocabularyError(f"{file_name} has the label {label!r} twice.")
        seen.add(label.casefold())


_Rows = Iterator[tuple[str, list[str]]]


def _read_csv(text: str) -> _Rows:
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if "label" not in (rows.fieldnames or ()):
        raise ValueError("its first line must name a column 'label' (and may name a column 'prompts')")
    for row in rows:
        yield row["label"] or "", (row.get("prompts") or "").split("|")


def _read_text(text: str) -> _Rows:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line, []


def _read_json(text: str) -> _Rows:
    content: Any = json.loads(text)
    if isinstance(content, list):
        content = {label: [] for label in _strings(content)}
    if not isinstance(content, dict):
        raise ValueError("it must hold a list of labels, or an object from label to prompts")
    for label, prompts in content.items():
        yield label, _strings([prompts] if isinstance(prompts, str) else prompts)


def _strings(values: Any) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError("labels and prompts must be texts")
    return values


_READERS: dict[str, Callable[[str], _Rows]] = {".csv": _read_csv, ".txt": _read_text, ".json": _read_json}
