"""From a recipe to the samples of its file."""

import zlib

import numpy as np
import soxr
from numpy.random import Generator

from wavlink_desktop.demo.sound import Event, Sound
from wavlink_desktop.demo.space import fade, room_tone
from wavlink_desktop.demo.synthesis import RATE, Signal, count, peak

_LOOP, _CROSSFADE = 14.0, 2.0


def render(sound: Sound) -> Signal:
    """The samples `(n, channels)` of `sound` at its own rate, in -1 … 1; the same every time."""
    rng = np.random.default_rng([zlib.crc32(sound.path.encode()), sound.take])
    mix = peak(_steady(sound, rng) if sound.event else sound.image(sound.source, rng, sound.seconds, sound.channels))
    if sound.event:
        _lay_over(mix, sound.event, rng)
    mix = peak(mix - mix.mean(axis=0))
    mix += 10 ** (sound.floor / 20) * room_tone(rng, sound.seconds, sound.channels)
    mix = fade(mix, 0.004)
    if sound.rate != RATE:
        mix = soxr.resample(mix, RATE, sound.rate)
    frames = round(sound.seconds * sound.rate)
    mix = np.pad(mix, ((0, max(0, frames - len(mix))), (0, 0)))[:frames]
    return peak(mix, 10 ** (sound.level / 20))


def _steady(sound: Sound, rng: Generator) -> Signal:
    """A long ambience: a shorter take that is laid end to end, as sound editors do, with crossfades."""
    if sound.seconds <= _LOOP:
        return sound.image(sound.source, rng, sound.seconds, sound.channels)
    take = sound.image(sound.source, rng, _LOOP, sound.channels)
    cross = count(_CROSSFADE)
    ramp = np.sqrt(np.linspace(0, 1, cross, dtype=np.float32))[:, None]
    take[:cross] = take[:cross] * ramp + take[-cross:] * ramp[::-1]
    loop = take[:-cross]
    return np.tile(loop, (-(-count(sound.seconds) // len(loop)), 1))[: count(sound.seconds)]


def _lay_over(bed: Signal, event: Event, rng: Generator) -> None:
    heard = fade(peak(event.image(event.source, rng, event.seconds, bed.shape[1])), min(0.3, event.seconds / 8))
    start = count(event.at)
    bed[start : start + len(heard)] += 10 ** (event.above / 20) * heard[: len(bed) - start]
