"""Phrases: what people call a sound, with the tags that it would be given. They teach the text tower where words lie.

`phrases.tsv` is our own work: labels, search queries and sentences for every class of AudioSet and every CatID of UCS.
A line holds the tags of a sound (`class:weight`, weights up to 1) and its phrases, `|` between them.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from model.vectors import Floats

PHRASES = Path(__file__).with_name("phrases.tsv")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text in lower case, and AudioSet class indices with weights: how surely a tagger would hear each."""

    text: str
    tags: tuple[tuple[int, float], ...]


def read_phrases(path: Path = PHRASES) -> list[Phrase]:
    """Phrases in order, each text once: a text that stands in several lines takes the tags of the first.

    Raises ValueError, naming the line, for one that cannot be read.
    """
    phrases: dict[str, Phrase] = {}
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            try:
                pairs = [pair.split(":") for pair in row["tags"].split()]
                tags = tuple((int(index), float(weight)) for index, weight in pairs)
                texts = [text.strip() for text in row["phrases"].split("|")]
            except (ValueError, AttributeError) as error:
                raise ValueError(f"{path}, line {rows.line_num}: not `class:weight …<tab>phrase | phrase`") from error
            for text in filter(None, texts):
                phrases.setdefault(text, Phrase(text, tags))
    return list(phrases.values())


def tag_weights(phrases: list[Phrase], classes: int) -> Floats:
    """The tags' weights, `(phrases, classes)`."""
    weights = np.zeros((len(phrases), classes), dtype=np.float32)
    for row, phrase in enumerate(phrases):
        for index, weight in phrase.tags:
            weights[row, index] = weight
    return weights
