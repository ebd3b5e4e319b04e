"""What persons said of a vocabulary's labels, and what follows from it for other clips."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.records import Vectors
from wavlink_desktop.library.tagstore import Verdicts

from .calibration import Calibration
from .evidence import Scores
from .listening import Heard
from .teaching import FEWEST_EXAMPLES, Lesson, trust
from .vocabulary import Vocabulary

Listen = Callable[[Sequence[int]], Vectors]
"""Vectors of clips, `(n, 512)`; those without one are left out."""


@dataclass(frozen=True, slots=True)
class _Taught:
    row: int
    lesson: Lesson
    examples: int
    described: bool
    """Whether texts describe the label too."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Of one vocabulary. Labels are rows of it."""

    calibration: Calibration
    settled: frozenset[int] = frozenset()
    """Clips that a person has given a label of an exclusive vocabulary: nothing is left to say."""
    rejected: dict[int, list[int]] = field(default_factory=dict)
    """Clip id to the labels that a person refused."""
    taught: tuple[_Taught, ...] = ()

    @classmethod
    def of(
        cls, vocabulary: Vocabulary, verdicts: Verdicts, listen: Listen, sample: Heard, calibration: Calibration
    ) -> Self:
        """`sample`: of the library's clips."""
        rows = {label.name: row for row, label in enumerate(vocabulary.labels)}
        rejected: dict[int, list[int]] = {}
        for label, clips in verdicts.rejected.items():
            for clip in clips if label in rows else ():
                rejected.setdefault(clip, []).append(rows[label])
        taught = []
        for label, clips in verdicts.accepted.items():
            lesson = _learn(clips, verdicts.rejected.get(label, []), listen, sample, calibration)
            if lesson and label in rows:
                described = bool(vocabulary.labels[rows[label]].prompts)
                taught.append(_Taught(rows[label], lesson, len(clips), described))
        decided = verdicts.accepted.values() if vocabulary.exclusive else ()
        settled = frozenset(clip for clips in decided for clip in clips)
        return cls(calibration, settled, rejected, tuple(taught))

    def allowed(self, clips: Sequence[int], labels: int) -> NDArray[np.bool_]:
        """`(clips, labels)`: false where a person refused the label."""
        allowed = np.ones((len(clips), labels), np.bool_)
        for row, clip in enumerate(clips):
            allowed[row, self.rejected.get(clip, [])] = False
        return allowed

    def teach(self, odds: Scores, bias: float, vectors: Vectors) -> Scores:
        """Log-odds by sound `(clips, labels)`, with what examples say of the clips' vectors `(clips, 512)`.

        Where texts describe a label, examples add to them; where none does, they stand in their place.
        """
        odds = odds.copy()
        for taught in self.taught:
            said = taught.lesson.log_odds(vectors, self.calibration.taught)
            if taught.described:
                odds[:, taught.row] += np.float32(trust(taught.examples)) * np.maximum(said, 0)
            else:
                odds[:, taught.row] = said - np.float32(bias)
        return odds


def _learn(
    accepted: list[int], rejected: list[int], listen: Listen, sample: Heard, calibration: Calibration
) -> Lesson | None:
    """None where there is too little to learn from."""
    if len(accepted) < FEWEST_EXAMPLES:
        return None
    examples = listen(accepted)
    undecided = sample.means[~np.isin(sample.ids, accepted + rejected)]
    background = np.concatenate([calibration.sounds, undecided])
    if len(examples) < FEWEST_EXAMPLES or not len(background):
        return None
    return Lesson.learn(examples, listen(rejected), background, calibration.taught.penalty)
