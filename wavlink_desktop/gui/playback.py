"""How sounds are played: the settings that the user makes, and how they are remembered."""

import math
from dataclasses import dataclass, fields, replace

from PySide6.QtCore import QSettings

from wavlink_desktop.audio.channels import ALL

SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
SLOWEST, FASTEST = SPEEDS[0], SPEEDS[-1]
MOST_GAIN = 24.0
"""dB, up and down."""
SEMITONE = 2.0 ** (1 / 12)


@dataclass(frozen=True, slots=True)
class Playback:
    """Kept from one session to the next under `playback/…`."""

    loop: bool = False
    reverse: bool = False
    speed: float = 1.0
    """The pitch follows."""
    gain: float = 0.0
    """dB."""
    match_loudness: bool = False
    """Every sound about as loud as the others."""
    channels: str = ALL
    """A choice of `audio.channels`."""
    skip_silence: bool = False
    silence_below: int = -60
    """dBFS: what counts as silence."""
    start_at_match: bool = True
    """From a search's best moment, not from the beginning."""

    @property
    def semitones(self) -> float:
        """By how much the pitch is higher."""
        return 12.0 * math.log2(self.speed)

    @property
    def plain(self) -> bool:
        """Sounds are heard as they are, once, from end to end."""
        return replace(self, start_at_match=True, silence_below=-60) == Playback()

    def reset(self) -> "Playback":
        """As sounds are; what is a way of working and alters none stays."""
        return Playback(start_at_match=self.start_at_match, silence_below=self.silence_below)

    def with_speed(self, speed: float) -> "Playback":
        """At another speed, within what there is; very nearly 1 is 1."""
        speed = min(max(SLOWEST, speed), FASTEST)
        return replace(self, speed=1.0 if math.isclose(speed, 1.0, rel_tol=1e-6) else speed)

    def with_gain(self, gain: float) -> "Playback":
        """With another gain, within what there is."""
        return replace(self, gain=min(max(-MOST_GAIN, gain), MOST_GAIN))

    def faster(self, steps: int) -> "Playback":
        """The next of `SPEEDS` up, or down for negative `steps`."""
        others = [speed for speed in SPEEDS if (speed - self.speed) * steps > 1e-6]
        return self.with_speed(self.speed if not others else min(others) if steps > 0 else max(others))

    def higher(self, semitones: int) -> "Playback":
        """Faster by whole semitones."""
        return self.with_speed(self.speed * SEMITONE**semitones)


def load(settings: QSettings) -> Playback:
    """What was remembered; what does not make sense is as new."""
    kept = Playback()
    for field in fields(Playback):
        default = getattr(kept, field.name)
        text = str(settings.value(_key(field.name), default))
        if isinstance(default, bool):
            value: object = text.lower() == "true"
        elif isinstance(default, int):
            value = round(_number(text, default))
        elif isinstance(default, float):
            value = _number(text, default)
        else:
            value = text
        kept = replace(kept, **{field.name: value})  # type: ignore[arg-type]
    return kept.with_speed(kept.speed).with_gain(kept.gain)


def save(settings: QSettings, playback: Playback) -> None:
    """Remember it."""
    for field in fields(Playback):
        value = getattr(playback, field.name)
        settings.setValue(_key(field.name), str(value).lower() if isinstance(value, bool) else str(value))


def _key(name: str) -> str:
    return f"playback/{name}"


def _number(text: str, default: float) -> float:
    try:
        number = float(text)
    except ValueError:
        return default
    return number if math.isfinite(number) else default
