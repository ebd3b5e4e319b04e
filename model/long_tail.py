"""Queries as a sound editor types them: sentences, British and American words, plurals, typos, shorthand.

Each of the hundred queries in `long_tail.csv` has its right family of sounds: AudioSet classes, and words of captions.
A clip is of that family if a tagger gives one of the classes a probability of 0.3, or a caption has one of the words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from model.layouts import read_table
from model.manifest import Example, ManifestError
from model.metrics import Flags

QUERIES = Path(__file__).with_name("long_tail.csv")
LIKELY = 0.3
"""Least probability of a class that counts."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query and its right family."""

    text: str
    kind: str
    """`sentence`, `British/American`, `plural`, `typo` or `shorthand`."""
    classes: tuple[str, ...]
    """AudioSet display names."""
    words: tuple[str, ...]
    """Words or phrases of captions, whole and as they stand."""


def read_queries(path: Path = QUERIES) -> list[Query]:
    """Lines `query, kind, classes, words`; several classes or words are parted by semicolons."""
    return [
        Query(row["query"], row["kind"], _parts(row["classes"]), _parts(row["words"]))
        for row in read_table(path, "query", "kind", "classes", "words")
    ]


def right_clips(queries: Sequence[Query], examples: Sequence[Example], class_table: Path) -> Flags:
    """Whether a clip is of a query's family `(queries, clips)`.

    `class_table`: CSV with a column `display_name`, a class a line in the order of the tags' indices.
    """
    names = [row["display_name"] for row in read_table(class_table, "display_name")]
    unknown = sorted({name for query in queries for name in query.classes} - set(names))
    if unknown:
        raise ManifestError(f"{class_table}: no class {'; '.join(unknown)}")
    heard = [{names[index] for index, probability in example.tags if probability >= LIKELY} for example in examples]
    captions = ["\n".join(example.captions) for example in examples]
    right = np.zeros((len(queries), len(examples)), dtype=np.bool_)
    for row, query in zip(right, queries, strict=True):
        words = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in query.words) or "(?!)", re.IGNORECASE)
        row[:] = [
            not classes.isdisjoint(query.classes) or words.search(caption) is not None
            for classes, caption in zip(heard, captions, strict=True)
        ]
    return right


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
