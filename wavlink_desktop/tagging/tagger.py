"""Tagging a whole library with one vocabulary."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop import ucs
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import Clip, SoundEmbedder, Tag, Vectors

from .choice import Choice, Chooser, choose_one, choose_several
from .names import Evidence, NameMatcher
from .vocabulary import Vocabulary, load_vocabulary
from .zero_shot import Background, label_vectors

_CHUNK = 1024
_BACKGROUND_CLIPS = 20_000
# What a file's words are worth when they name a label fully, in standard deviations of its sound.
_NAME_WORTH = 4.0
_STATED = 0.99  # A file name that starts with a CatID was named by somebody who listened.


def tag_library(
    catalogue: Catalogue,
    embedder: SoundEmbedder,
    vocabulary_name: str,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Tag every embedded clip of `catalogue` by sound and by name; gives how many were tagged.

    Former machine tags of the vocabulary are replaced; tags of persons are left alone. `progress(done, total)`.
    """
    vocabulary = load_vocabulary(vocabulary_name)
    ids, vectors = catalogue.all_vectors()
    clips = catalogue.clips_by_id(ids)
    if not clips:
        return 0
    labels = label_vectors(vocabulary, embedder)
    tagger = _Tagger(vocabulary, labels, _background(vectors, labels))
    rows: list[tuple[int, str, float, str]] = []
    for start in range(0, len(ids), _CHUNK):
        present = [row for row in range(start, min(start + _CHUNK, len(ids))) if int(ids[row]) in clips]
        chunk = [clips[int(ids[row])] for row in present]
        for clip, tags in zip(chunk, tagger.tags(chunk, vectors[present]), strict=True):
            rows += [(clip.id, tag.label, tag.score, tag.source) for tag in tags]
        if progress:
            progress(min(start + _CHUNK, len(ids)), len(ids))
    catalogue.replace_machine_tags(vocabulary.name, rows)
    return len(clips)


def _background(vectors: Vectors, labels: Vectors) -> Background:
    """Taken from the library itself, evenly sampled when it is large."""
    sample = vectors[:: max(1, len(vectors) // _BACKGROUND_CLIPS)]
    return Background.measure(sample[start : start + _CHUNK] @ labels.T for start in range(0, len(sample), _CHUNK))


class _Tagger:
    """One vocabulary, ready to tag clips."""

    def __init__(self, vocabulary: Vocabulary, labels: Vectors, background: Background) -> None:
        self._vocabulary = vocabulary
        self._labels = labels
        self._background = background
        self._matcher = NameMatcher(vocabulary)
        self._choose: Chooser = choose_one if vocabulary.exclusive else choose_several
        self._unheard = np.array([not label.prompts for label in vocabulary.labels])

    def tags(self, clips: list[Clip], vectors: Vectors) -> Iterator[list[Tag]]:
        """Each clip's tags, likeliest first."""
        sound = self._background.standardise(vectors @ self._labels.T)
        sound[:, self._unheard] = -np.inf
        for clip, scores in zip(clips, sound, strict=True):
            stated = ucs.cat_id_of_name(clip.name) if self._vocabulary.name == "ucs" else None
            yield [Tag("ucs", stated, _STATED, "name")] if stated else self._fuse(clip, scores)

    def _fuse(self, clip: Clip, sound: NDArray[np.float64]) -> list[Tag]:
        evidence = self._matcher.evidence(clip)
        fused = sound.copy()
        for label, said in evidence.items():
            fused[label] += _NAME_WORTH * said.strength
        return [self._tag(choice, sound[choice.label], evidence.get(choice.label)) for choice in self._choose(fused)]

    def _tag(self, choice: Choice, heard: float, said: Evidence | None) -> Tag:
        name = self._vocabulary.labels[choice.label].name
        worth = _NAME_WORTH * said.strength if said else 0.0
        source = said.source if said and worth > heard else "sound"
        return Tag(self._vocabulary.name, name, round(choice.probability, 4), source)
