"""Tagging a whole library with one vocabulary."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library import tagstore
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.records import Clip, SoundEmbedder, Vectors
from wavlink_desktop.library.tagstore import PERSON_VOCABULARY, Verdicts

from .calibration import Calibration
from .choice import Choice, Chooser, One, Several
from .corrections import Corrections
from .evidence import Evidence, Witness
from .fusion import LogOdds, log_odds
from .listening import Heard, embedded, hear, untagged
from .regions import Stretch, merge
from .stated import as_others_describe, stated_cat_ids
from .vocabulary import Vocabulary, load_vocabulary, own_vocabulary

_CHUNK = 1024
_SAMPLE = 4096  # Clips of the library that labels are standardised over.
_STATED = 0.99  # A file that names its CatID was named by somebody who listened.

TagRow = tuple[int, str, float, str]
RegionRow = tuple[int, float, float, str, float]


def tag_library(
    catalogue: Catalogue,
    embedder: SoundEmbedder,
    vocabulary_name: str,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Tag every embedded clip of `catalogue` by its sound and by what is said of it; gives how many were gone over.

    What the machine said before in the vocabulary is replaced, some clips at a time; what persons said is left alone.
    The vocabulary `own` holds the labels that persons made up. `progress(done, total)`, in clips.
    """
    ids = embedded(catalogue)
    return _tag(catalogue, embedder, [vocabulary_name], ids, ids, progress)


def tag_new(
    catalogue: Catalogue,
    embedder: SoundEmbedder,
    vocabulary_names: Sequence[str],
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """As `tag_library`, with several vocabularies, but only clips that the machine has given no tag of any of them.

    Ended early, it goes on there the next time. Clips that no label fits are gone over again; there are none with UCS.
    """
    names = [name.lower() for name in vocabulary_names]
    # What was taught by examples fits few clips: that a clip has none of it does not make it new.
    new = untagged(catalogue, [name for name in names if name != PERSON_VOCABULARY])
    return _tag(catalogue, embedder, names, new, embedded(catalogue) if len(new) else new, progress)


def _tag(
    catalogue: Catalogue,
    embedder: SoundEmbedder,
    names: Sequence[str],
    ids: NDArray[np.int64],
    everything: NDArray[np.int64],
    progress: Callable[[int, int], None] | None,
) -> int:
    """Tag `ids` among `everything` that is embedded. All that is said of a clip is written at once."""
    known = []
    for name in dict.fromkeys(map(str.lower, names)):
        verdicts = catalogue.verdicts(name)
        vocabulary = own_vocabulary(verdicts.accepted) if name == PERSON_VOCABULARY else load_vocabulary(name)
        if vocabulary.labels:
            known.append((vocabulary, verdicts))
    if not len(ids) or not known:
        return 0
    calibration = Calibration.of_model(embedder.model_id)
    sample = hear(catalogue, everything[:: -(-len(everything) // _SAMPLE)])
    taggers = [_Tagger(catalogue, *each, embedder, calibration, sample) for each in known]
    tagged = 0
    for start in range(0, len(ids), _CHUNK):
        heard = hear(catalogue, ids[start : start + _CHUNK])
        clips = as_others_describe(catalogue, catalogue.clips_by_id(heard.ids))
        said = [(tagger.name, list(tagger.tags(clips, heard)), list(tagger.regions(heard))) for tagger in taggers]
        with catalogue.writing() as database:
            for name, rows, regions in said:
                tagstore.replace_machine(database, name, heard.ids.tolist(), rows, regions)
        tagged += len(clips)
        if progress:
            progress(min(start + _CHUNK, len(ids)), len(ids))
    return tagged


class _Saying(NamedTuple):
    """A label in words, its probability and what gave it."""

    label: str
    score: float
    source: str


class _Tagger:
    """One vocabulary, ready to tag clips."""

    def __init__(
        self,
        catalogue: Catalogue,
        vocabulary: Vocabulary,
        verdicts: Verdicts,
        embedder: SoundEmbedder,
        calibration: Calibration,
        sample: Heard,
    ) -> None:
        """`sample`: of the clips among which labels have to tell apart."""
        self.name = vocabulary.name
        self._catalogue = catalogue
        self._witness = Witness(vocabulary, embedder, calibration, sample.means)
        self._corrections = Corrections.of(
            vocabulary, verdicts, lambda clips: hear(catalogue, np.array(clips, np.int64)).means, sample, calibration
        )
        self._chooser: Chooser = (One if vocabulary.exclusive else Several)(vocabulary, calibration)
        self._rows = {label.name: row for row, label in enumerate(vocabulary.labels)}
        self._possible = np.array([bool(label.prompts or label.phrases) for label in vocabulary.labels])

    def tags(self, clips: dict[int, Clip], heard: Heard) -> Iterator[TagRow]:
        """Tags of those clips that are still there, each clip's likeliest first."""
        stated = stated_cat_ids(self._catalogue, clips) if self.name == "ucs" else {}
        present = [row for row, number in enumerate(heard.ids.tolist()) if number in clips]
        present = [row for row in present if int(heard.ids[row]) not in self._corrections.settled]
        wanted = [clips[int(heard.ids[row])] for row in present]
        if not wanted:
            return
        for clip, sayings in zip(wanted, self._say(wanted, heard.means[present]), strict=True):
            if clip.id in stated and self._allows(clip.id, stated[clip.id].cat_id):
                sayings = [_Saying(stated[clip.id].cat_id, _STATED, stated[clip.id].source)]
            yield from ((clip.id, *saying) for saying in sayings)

    def regions(self, heard: Heard) -> Iterator[RegionRow]:
        """Labels of the parts of those clips that are longer than a window, by sound alone."""
        counts = np.diff(heard.begins, append=len(heard.windows.ids))
        rows = np.flatnonzero(np.repeat(counts > 1, counts))
        files = heard.windows.files[rows].tolist()
        stretches: dict[int, list[Stretch]] = {}
        chosen = self._choose_by_sound(files, heard.windows.vectors[rows])
        for row, number, choices in zip(rows, files, chosen, strict=True):
            start, end = float(heard.windows.starts[row]), float(heard.windows.ends[row])
            stretches.setdefault(number, []).extend(
                Stretch(start, end, self._chooser.name(choice), _rounded(choice.probability)) for choice in choices
            )
        for number, parts in stretches.items():
            yield from ((number, *part) for part in merge(parts))

    def _say(self, clips: Sequence[Clip], vectors: Vectors) -> Iterator[list[_Saying]]:
        evidence = self._witness.evidence(clips, vectors)
        odds = log_odds(evidence, self._chooser.weights)
        odds = odds._replace(sound=self._corrections.teach(odds.sound, self._chooser.weights.bias, vectors))
        allowed = self._corrections.allowed([clip.id for clip in clips], len(self._possible))
        chosen = self._chooser.choose(odds.sound + odds.said, allowed & self._possible)
        for row, choices in enumerate(chosen):
            yield [self._saying(choice, row, odds, evidence) for choice in choices]

    def _saying(self, choice: Choice, row: int, odds: LogOdds, evidence: Evidence) -> _Saying:
        where = row, choice.label
        source = "sound"
        if odds.said[where] > odds.sound[where]:
            source = "metadata" if evidence.described[where] else "name"
        return _Saying(self._chooser.name(choice), _rounded(choice.probability), source)

    def _choose_by_sound(self, clips: Sequence[int], vectors: Vectors) -> list[list[Choice]]:
        weights = self._chooser.weights
        sound = self._corrections.teach(np.float32(weights.sound) * self._witness.hear(vectors), weights.bias, vectors)
        allowed = self._corrections.allowed(clips, len(self._possible))
        chosen = self._chooser.choose(sound, allowed & self._possible)
        return [self._chooser.surest(choices) for choices in chosen]

    def _allows(self, clip: int, label: str) -> bool:
        return self._rows[label] not in self._corrections.rejected.get(clip, ())


def _rounded(probability: float) -> float:
    return round(probability, 4)
