"""Single instruments: strings, bars, skins, pipes."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo import filters
from wavlink_desktop.demo.synthesis import (
    Signal,
    add,
    body,
    count,
    curve,
    decay,
    glide,
    modal,
    noise,
    peak,
    phase,
    string,
    swell,
    tone,
    unit,
    wander,
)

Score = Sequence[tuple[float, float]]
"""Notes as `(time, hertz)`."""


def semitones(root: float, steps: Sequence[float], every: float, start: float = 0.15) -> list[tuple[float, float]]:
    """A score: `steps` semitones above `root`, one note `every` so many seconds."""
    return [(start + every * number, root * 2 ** (step / 12)) for number, step in enumerate(steps)]


def _play(seconds: float, score: Score, notes: Sequence[Signal]) -> Signal:
    out = np.zeros(count(seconds))
    for (at, _), note in zip(score, notes, strict=True):
        add(out, note, at)
    return out


def guitar(rng: Generator, seconds: float, score: Score) -> Signal:
    """A steel-string guitar, plucked: Karplus-Strong strings on a wooden box."""
    strings = [string(rng, pitch, 3.5, 0.75, 1.6 * (110 / pitch) ** 0.3) for _, pitch in score]
    dry = _play(seconds, score, strings)
    box = filters.resonate(dry, [(105, 30, 1.0), (205, 40, 0.9), (400, 90, 0.5), (1200, 700, 0.4), (2800, 1600, 0.4)])
    return dry + 1.2 * box


def _piano_note(rng: Generator, pitch: float) -> Signal:
    """Stiff strings (sharp upper partials), a hammer at 1/8, the slow second half of the decay."""
    seconds = 4.0
    numbers = np.arange(1, min(40, int(12000 / pitch)) + 1)
    stiff = 0.00035 * (pitch / 261) ** 1.2
    frequencies = pitch * numbers * np.sqrt(1 + stiff * numbers**2)
    levels = np.abs(np.sin(np.pi * numbers / 8.2)) / numbers**0.9 * np.exp(-frequencies / 3200)
    taus = 2.2 * (261 / pitch) ** 0.5 / (1 + 0.12 * numbers)
    note = modal(seconds, frequencies, taus, levels, rng.uniform(0, 6.28, len(numbers)))
    note += modal(seconds, frequencies * 1.0006, taus * 2.2, 0.35 * levels)
    knock = filters.lowpass(rng.standard_normal(count(seconds)) * decay(seconds, 0.02), 900, 2)
    return peak(note * curve(seconds, [(0, 0), (0.003, 1), (seconds - 0.2, 1), (seconds, 0)])) + 0.05 * peak(knock)


def piano(rng: Generator, seconds: float, score: Score) -> Signal:
    """A piano."""
    return _play(seconds, score, [_piano_note(rng, pitch) for _, pitch in score])


def bars(rng: Generator, seconds: float, score: Score, ratios: Sequence[float], tau: float, click: float) -> Signal:
    """Struck bars: `ratios` of the partials tell wood (1, 3.9, 9.2) from steel (1, 2.76, 5.4)."""
    notes = []
    for _, pitch in score:
        ring = modal(tau * 6, [pitch * r for r in ratios], [tau / r**0.9 for r in ratios], [1 / r**0.5 for r in ratios])
        mallet = filters.bandpass(rng.standard_normal(len(ring)) * decay(tau * 6, 0.003), pitch, 6000, 1)
        notes.append(peak(ring) + click * peak(mallet))
    return _play(seconds, score, notes)


def gong(rng: Generator, seconds: float) -> Signal:
    """A large gong: a few low beating modes under a bloom of higher ones."""
    pitches = np.sort(110 * 22 ** rng.random(19))
    levels = rng.uniform(0.3, 1, 19) * (100 / pitches) ** 0.8
    ring = modal(seconds - 0.2, pitches, 1.97 * (150 / pitches) ** 0.56, levels, rng.uniform(0, 6.28, 19))
    ring = peak(ring * curve(seconds - 0.2, [(0, 0), (0.03, 1), (seconds, 1)]))
    out = np.zeros(count(seconds))
    add(out, ring, 0.2)
    add(out, filters.lowpass(rng.standard_normal(count(0.2)) * decay(0.2, 0.02), 300, 2), 0.2, 0.29)
    return out


def cymbal(rng: Generator, seconds: float) -> Signal:
    """A crash cymbal."""
    metal = body(rng, seconds - 0.15, 350, 16000, 140, 1.3, 1.0)
    hiss = filters.highpass(noise(rng, seconds - 0.15), 4500, 1) * decay(seconds - 0.15, 0.5)
    out = np.zeros(count(seconds))
    add(out, unit(metal) + 0.8 * unit(hiss) + 0.6 * unit(filters.highpass(metal, 3000, 1)), 0.15)
    return out


def kick(rng: Generator) -> Signal:
    """A bass drum."""
    thump = tone(glide(0.4, [(0, 170), (0.03, 75), (0.4, 48)]), 0.4) * decay(0.4, 0.11)
    beater = filters.bandpass(rng.standard_normal(count(0.4)) * decay(0.4, 0.004), 1200, 5000, 1)
    return thump + 0.15 * peak(beater)


def snare(rng: Generator) -> Signal:
    """A snare drum."""
    skin = modal(0.35, [186, 332, 512, 690], [0.06, 0.05, 0.035, 0.03], [1, 0.7, 0.4, 0.3])
    wires = filters.bandpass(rng.standard_normal(count(0.35)) * decay(0.35, 0.07), 1200, 11000, 1)
    return 0.6 * peak(skin) + 0.7 * peak(wires)


def hihat(rng: Generator) -> Signal:
    """A closed hi-hat."""
    return peak(
        filters.highpass(
            body(rng, 0.12, 3000, 15000, 60, 0.03, 1.2) + rng.standard_normal(count(0.12)) * decay(0.12, 0.02), 6000, 1
        )
    )


def drum_beat(rng: Generator, seconds: float, tempo: float = 108.0) -> Signal:
    """A plain rock beat on a drum kit."""
    out = np.zeros(count(seconds))
    eighth = 30 / tempo
    boom, crack, tick = kick(rng), snare(rng), hihat(rng)
    for number in range(int((seconds - 0.4) / eighth)):
        at = 0.1 + number * eighth + 0.003 * rng.standard_normal()
        add(out, tick, at, 0.28 * rng.uniform(0.8, 1))
        if number % 8 in (0, 4, 5):
            add(out, boom, at, 1.0)
        if number % 4 == 2:
            add(out, crack, at, 0.8)
    return out


def timpani(rng: Generator, seconds: float) -> Signal:
    """A timpani roll that ends in a stroke."""
    ratios = np.array([1, 1.5, 1.98, 2.44, 2.9])
    stroke = modal(2.0, 98 * ratios, [0.7, 0.55, 0.4, 0.3, 0.2], [1, 0.8, 0.5, 0.4, 0.3])
    thud = filters.lowpass(rng.standard_normal(count(2.0)) * decay(2.0, 0.015), 700, 2)
    hit = peak(stroke) + 0.3 * peak(thud)
    out = np.zeros(count(seconds))
    for at in np.arange(0.2, seconds - 2.0, 0.07):
        add(out, hit, float(at) + 0.006 * rng.standard_normal(), 0.08 + 0.3 * at / seconds)
    add(out, hit, seconds - 1.9, 1.0)
    return out


def flute(rng: Generator, seconds: float, score: Score) -> Signal:
    """A flute: nearly a sine, and the player's breath."""
    out = np.zeros(count(seconds))
    ends = [at for at, _ in score[1:]] + [seconds - 0.2]
    for (at, pitch), end in zip(score, ends, strict=True):
        length = end - at
        vibrato = 1 + 0.006 * np.sin(phase(5.2, length)) * curve(length, [(0, 0), (0.25, 1), (length, 1)])
        pipe = tone(pitch * vibrato, length, [1, 0.35, 0.2, 0.06, 0.03])
        breath = filters.resonate(noise(rng, length), [(pitch, 80, 1.0), (2 * pitch, 150, 0.6), (3000, 3000, 0.25)])
        add(out, (pipe * (1 + 0.05 * wander(rng, length, 9)) + 0.09 * unit(breath)) * swell(length, 0.06, 0.07), at)
    return out


def organ(rng: Generator, seconds: float, chords: Sequence[tuple[float, Sequence[float]]]) -> Signal:
    """A church organ: ranks of pipes at octaves and fifths; chords `(time, pitches)`."""
    out = np.zeros(count(seconds))
    ends = [at for at, _ in chords[1:]] + [seconds - 0.3]
    for (at, pitches), end in zip(chords, ends, strict=True):
        length = end - at
        for pitch in pitches:
            for rank, level in ((0.5, 0.5), (1, 1.0), (1.003, 0.6), (2, 0.6), (3, 0.25), (4, 0.3)):
                pipe = tone(pitch * rank, length, [1, 0.5, 0.35, 0.2, 0.12, 0.08])
                add(out, level * pipe * swell(length, 0.05, 0.08), at)
    return out + 0.01 * unit(noise(rng, seconds, 0, 300, 5000))


def violin(rng: Generator, seconds: float, score: Score) -> Signal:
    """A bowed string on a resonant body."""
    out = np.zeros(count(seconds))
    ends = [at for at, _ in score[1:]] + [seconds - 0.2]
    for (at, pitch), end in zip(score, ends, strict=True):
        length = end - at
        vibrato = 1 + 0.003 * np.sin(phase(5.8, length)) * curve(length, [(0, 0), (0.25, 1), (length, 1)])
        saw = tone(pitch * vibrato * (1 + 0.001 * wander(rng, length, 25)), length, [k**-0.5 for k in range(1, 40)])
        bow = unit(saw * (1 + 0.39 * wander(rng, length, 12))) + 0.12 * noise(rng, length, -1, 1500, 8000)
        add(out, bow * swell(length, 0.1, 0.1), at)
    wood = [(280, 60, 0.9), (460, 80, 1.0), (700, 150, 0.7), (1200, 400, 0.8), (2600, 1200, 1.3), (4500, 2000, 0.5)]
    return filters.resonate(out, wood)


def wind_chimes(rng: Generator, seconds: float) -> Signal:
    """Wind chimes: thin tubes that touch now and then."""
    out = np.zeros(count(seconds))
    pitches = 1050 * 2 ** (np.array([0, 2, 4, 7, 9, 12, 14]) / 12)
    at = 0.1
    while at < seconds - 0.4:
        pitch = rng.choice(pitches)
        tube = modal(3.0, [pitch, pitch * 2.76, pitch * 5.4], [1.1, 0.4, 0.15], [1, 0.5, 0.25])
        add(out, tube, at, rng.uniform(0.2, 1.0))
        at += rng.exponential(0.28)
    return out
