"""Animals: voices by source and formants, insects by rubbing and wing beats."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo import filters
from wavlink_desktop.demo.synthesis import (
    Signal,
    add,
    count,
    curve,
    glide,
    noise,
    phase,
    pluck,
    pulses,
    swell,
    tone,
    unit,
    wander,
)

Formants = Sequence[tuple[float, float, float]]
"""Each `(frequency, bandwidth, gain)`."""


def voice(
    rng: Generator,
    seconds: float,
    pitch: Sequence[tuple[float, float]],
    shapes: Sequence[tuple[float, Formants]],
    breath: float = 0.1,
    roughness: float = 0.02,
) -> Signal:
    """A vocal tract: pulses of `pitch` `(time, hertz)` and breath through formants that move between `shapes`."""
    frequency = glide(seconds, pitch) * (1 + roughness * wander(rng, seconds, 40))
    glottis = filters.lowpass(pulses(frequency, seconds, 0.3 * roughness * wander(rng, seconds, 200)), 700, 1)
    air = filters.highpass(noise(rng, seconds), 500, 1) * (0.4 + np.abs(unit(filters.lowpass(glottis, 400, 1))))
    source = unit(glottis) + breath * unit(air)
    at = [moment for moment, _ in shapes]

    def tract(t: Signal, f: Signal) -> Signal:
        total = np.zeros(np.broadcast_shapes(t.shape, f.shape))
        for number in range(len(shapes[0][1])):
            centre, width, gain = (np.interp(t, at, [shape[number][part] for _, shape in shapes]) for part in range(3))
            total = total + gain / np.sqrt(1 + ((f - centre) / (width / 2)) ** 2)
        return total

    return filters.paint(source, tract)


def bark(rng: Generator, seconds: float, pitch: float = 420.0, size: float = 1.0) -> Signal:
    """A dog: short rough shouts, in twos and threes."""
    out = np.zeros(count(seconds))
    at = 0.2
    while at < seconds - 0.4:
        for _ in range(int(rng.integers(1, 4))):
            length = rng.uniform(0.16, 0.22)
            p = pitch * rng.uniform(0.93, 1.07)
            closed = [
                (450 * size, 160, 1.0),
                (1000 * size, 250, 0.4),
                (2600 * size, 500, 0.15),
                (3900 * size, 800, 0.05),
            ]
            opened = [
                (850 * size, 220, 1.0),
                (1500 * size, 300, 0.9),
                (2900 * size, 500, 0.4),
                (4200 * size, 900, 0.15),
            ]
            shout = voice(
                rng, length, [(0, p * 0.8), (0.03, p * 1.25), (length * 0.5, p * 1.05), (length, p * 0.55)],
                [(0, closed), (0.04, opened), (length * 0.7, opened), (length, closed)], 0.6, 0.07,
            )  # fmt: skip
            add(out, np.tanh(1.5 * unit(shout)) * pluck(length, 0.012, 0.075), at, rng.uniform(0.85, 1.0))
            at += length + rng.uniform(0.1, 0.22)
        at += rng.uniform(0.45, 0.9)
    return out


def meow(rng: Generator, seconds: float, pitch: float = 560.0) -> Signal:
    """A cat: the mouth opens and closes, m-ee-a-ow."""
    out = np.zeros(count(seconds))
    m = [(600, 200, 0.6), (1300, 300, 0.1), (3000, 500, 0.05)]
    ee = [(900, 200, 0.8), (2600, 350, 0.9), (3800, 500, 0.6)]
    a = [(1300, 250, 1.0), (2000, 300, 0.9), (3900, 600, 0.5)]
    ow = [(850, 200, 0.9), (1350, 250, 0.5), (3300, 600, 0.2)]
    at = 0.2
    while at < seconds - 0.6:
        length = rng.uniform(0.65, 0.95)
        p = pitch * rng.uniform(0.94, 1.08)
        cry = voice(
            rng, length, [(0, p * 0.8), (length * 0.25, p * 1.25), (length * 0.6, p * 1.12), (length, p * 0.72)],
            [(0, m), (length * 0.15, ee), (length * 0.45, a), (length, ow)], 0.06, 0.008,
        )  # fmt: skip
        add(out, unit(cry) * swell(length, 0.08, 0.3), at)
        at += length + rng.uniform(0.4, 0.8)
    return out


def moo(rng: Generator, seconds: float) -> Signal:
    """A cow: long, low, through the nose, opening at the end."""
    length = min(seconds - 0.4, 2.4)
    nose = [(220, 90, 1.0), (700, 200, 0.35), (1100, 250, 0.25), (2300, 500, 0.06)]
    wide = [(480, 120, 1.0), (820, 180, 0.8), (1250, 300, 0.5), (2500, 600, 0.15)]
    call = voice(
        rng, length, [(0, 105), (0.4, 135), (length * 0.6, 160), (length, 118)],
        [(0, nose), (length * 0.3, nose), (length * 0.5, wide), (length, wide)], 0.12, 0.012,
    )  # fmt: skip
    out = np.zeros(count(seconds))
    add(out, np.tanh(unit(call)) * swell(length, 0.25, 0.5), 0.2)
    return out


def bleat(rng: Generator, seconds: float) -> Signal:
    """A sheep: baa, with its tremble."""
    out = np.zeros(count(seconds))
    a = [(750, 150, 1.0), (1350, 250, 0.8), (2600, 400, 0.4), (3600, 600, 0.2)]
    at = 0.2
    while at < seconds - 0.7:
        length = rng.uniform(0.7, 1.0)
        p = rng.uniform(260, 330)
        cry = voice(rng, length, [(0, p * 0.9), (0.1, p), (length, p * 0.85)], [(0, a), (length, a)], 0.15, 0.02)
        tremble = 1 + 0.6 * np.sin(phase(8.5 * (1 + 0.05 * wander(rng, length, 3)), length))
        add(out, unit(cry) * tremble * swell(length, 0.05, 0.2), at)
        at += length + rng.uniform(0.3, 0.8)
    return out


def crow(rng: Generator, seconds: float) -> Signal:
    """A crow: harsh caws."""
    out = np.zeros(count(seconds))
    throat = [(1150, 300, 1.0), (1700, 350, 0.9), (2700, 500, 0.5), (4200, 900, 0.2)]
    at = 0.2
    while at < seconds - 0.5:
        for _ in range(int(rng.integers(2, 5))):
            length = rng.uniform(0.24, 0.36)
            p = rng.uniform(480, 560)
            caw = voice(
                rng,
                length,
                [(0, p * 0.9), (0.06, p * 1.1), (length, p * 0.8)],
                [(0, throat), (length, throat)],
                0.6,
                0.10,
            )
            add(out, np.tanh(1.5 * unit(caw)) * swell(length, 0.03, 0.1), at)
            at += length + rng.uniform(0.16, 0.28)
        at += rng.uniform(0.5, 1.0)
    return out


def duck(rng: Generator, seconds: float) -> Signal:
    """A duck quacks."""
    out = np.zeros(count(seconds))
    bill = [(1200, 250, 1.0), (2100, 350, 0.8), (3100, 500, 0.4)]
    at = 0.15
    while at < seconds - 0.3:
        length = rng.uniform(0.14, 0.2)
        p = rng.uniform(200, 235)
        quack = voice(rng, length, [(0, p * 1.15), (length, p * 0.85)], [(0, bill), (length, bill)], 0.25, 0.04)
        add(out, unit(quack) * pluck(length, 0.012, 0.08), at, rng.uniform(0.7, 1.0))
        at += length + rng.uniform(0.09, 0.3)
    return out


def owl(rng: Generator, seconds: float) -> Signal:
    """A tawny owl at night: hoo … hu, hu-hoooo."""
    out = np.zeros(count(seconds))
    at = 0.4
    while at < seconds - 2.6:
        for late, length, wavering in ((0, 0.75, 0), (1.3, 0.15, 0), (1.55, 1.0, 1)):
            pitch = glide(length, [(0, 640), (length * 0.4, 760), (length, 680)])
            hoot = tone(pitch, length, [1, 0.12, 0.05]) * (1 + 0.5 * wavering * np.sin(phase(14.0, length)))
            breathy = noise(rng, length, 0, 550, 1000)
            add(out, (hoot + 0.08 * unit(breathy)) * swell(length, min(0.12, length / 3), length / 3), at + late)
        at += 4.2
    return out


def _song(rng: Generator) -> Signal:
    """One phrase of a song bird: a syllable, repeated."""
    length = rng.uniform(0.06, 0.2)
    centre = rng.uniform(2600, 5200)
    shape = rng.integers(4)
    ends = [(1.25, 0.8), (0.8, 1.3), (1.0, 1.0), (1.1, 0.7)][shape]
    pitch = glide(length, [(0, centre * ends[0]), (length * rng.uniform(0.3, 0.7), centre), (length, centre * ends[1])])
    pitch = pitch * (1 + (0.06 if shape == 2 else 0.01) * np.sin(phase(rng.uniform(25, 70), length)))
    syllable = tone(pitch, length, [1, 0.06, 0.02]) * swell(length, length * 0.2, length * 0.4)
    repeats, gap = int(rng.integers(1, 8)), rng.uniform(0.03, 0.09)
    out = np.zeros(count(repeats * (length + gap)) + 1)
    for number in range(repeats):
        add(out, syllable, number * (length + gap), rng.uniform(0.8, 1.0))
    return out


def birds(rng: Generator, seconds: float, busy: float = 1.3) -> Signal:
    """Song birds, some near and some far, `busy` phrases a second."""
    out = np.zeros(count(seconds))
    singers = [[_song(rng) for _ in range(4)] for _ in range(5)]
    loudness = [1.0, 0.5, 0.35, 0.22, 0.15]
    for singer, level in zip(singers, loudness, strict=True):
        at = rng.uniform(0, 1.5)
        while at < seconds - 0.1:
            add(out, singer[int(rng.integers(4))], at, level * rng.uniform(0.6, 1.0))
            at += rng.exponential(5 / busy) + 0.3
    return out


def crickets(rng: Generator, seconds: float, singers: int = 7) -> Signal:
    """Field crickets: three or four strokes of the wing, again and again, each insect at its own pitch and pace."""
    out = np.zeros(count(seconds))
    for singer in range(singers):
        pitch = rng.uniform(3900, 5000)
        chirp = np.zeros(count(0.16))
        for stroke in range(int(rng.integers(3, 5))):
            pulse = tone(glide(0.022, [(0, pitch), (0.022, pitch * 0.97)]), 0.022, [1, 0.15, 0.05])
            add(chirp, pulse * swell(0.022, 0.007, 0.01), 0.036 * stroke, 0.7 + 0.1 * stroke)
        every = rng.uniform(0.34, 0.62)
        level = 1.0 if singer == 0 else rng.uniform(0.08, 0.4)
        for at in np.arange(rng.uniform(0, every), seconds, every):
            add(out, chirp, float(at) + 0.006 * rng.standard_normal(), level)
    return out


def cicadas(rng: Generator, seconds: float) -> Signal:
    """A tree full of cicadas at noon: a band of buzzing that swells."""
    rate = 180 * (1 + 0.05 * wander(rng, seconds, 2))
    band = filters.resonate(noise(rng, seconds), [(4600, 700, 1.0), (6100, 900, 0.8), (7800, 1500, 0.4)])
    buzz = band * (0.3 + np.clip(np.sin(phase(rate, seconds)), 0, 1))
    return buzz * (1 + 0.35 * np.sin(phase(0.4, seconds)) + 0.15 * wander(rng, seconds, 1.5))


def frogs(rng: Generator, seconds: float) -> Signal:
    """A pond at night: croaks that are trains of short pulses, one frog near, the others far."""
    out = np.zeros(count(seconds))
    for frog in range(5):
        throat = rng.uniform(0.8, 1.25)
        level = 1.0 if frog == 0 else rng.uniform(0.1, 0.35)
        at = rng.uniform(0.1, 1.0)
        while at < seconds - 0.5:
            length = rng.uniform(0.25, 0.4)
            rate = glide(length, [(0, 46 * throat), (length * 0.6, 62 * throat), (length, 50 * throat)])
            train = pulses(rate, length, 0.04 * wander(rng, length, 40))
            croak = filters.resonate(
                train, [(620 * throat, 150, 0.7), (1500 * throat, 260, 1.0), (2600 * throat, 500, 0.5)]
            )
            add(out, unit(croak) * swell(length, length * 0.5, 0.05), at, level)
            at += length + rng.uniform(0.25, 0.8)
    return out


def insect(rng: Generator, seconds: float, pitch: float = 215.0, breadth: float = 0.06, visits: float = 0.6) -> Signal:
    """Wings: a bee (200 Hz), a fly (190), a mosquito (550), that comes near and goes away."""
    moving = pitch * np.exp(breadth * wander(rng, seconds, 1.8)) * (1 + 0.012 * wander(rng, seconds, 25))
    harmonics = [1, 0.9, 0.75, 0.6, 0.5, 0.35, 0.3, 0.22, 0.18, 0.14, 0.1, 0.08, 0.07, 0.05, 0.05, 0.04]
    wings = tone(moving, seconds, harmonics) * (1 + 0.25 * wander(rng, seconds, 45))
    near = np.exp(0.9 * wander(rng, seconds, visits))
    return filters.bandpass(wings, pitch * 0.8, 5000, 1) * near + 0.05 * unit(noise(rng, seconds, 0, 2000, 8000)) * near


def swarm(rng: Generator, seconds: float) -> Signal:
    """A bee hive."""
    return sum((insect(rng, seconds, pitch, 0.05, 1.2) for pitch in rng.uniform(170, 260, 9)), np.zeros(count(seconds)))


def rattlesnake(rng: Generator, seconds: float) -> Signal:
    """A rattlesnake's warning: sixty shakes a second of dry rings."""
    level = curve(seconds, [(0, 0), (0.4, 0.8), (seconds * 0.7, 1), (seconds, 0.2)])
    train = pulses(62 * (1 + 0.05 * wander(rng, seconds, 3)), seconds, 0.1 * wander(rng, seconds, 80))
    shaken = noise(rng, seconds) * np.clip(filters.lowpass(train, 150, 1) * 200, 0.15, None)
    return level * unit(filters.bandpass(shaken, 3500, 11000, 2))


def purr(rng: Generator, seconds: float) -> Signal:
    """A cat purrs, breathing in and out."""
    breathing = 0.5 + 0.5 * np.sin(phase(0.55, seconds))
    train = pulses(23 + 4 * breathing, seconds, 0.05 * wander(rng, seconds, 30))
    throat = filters.resonate(train, [(110, 80, 1.0), (260, 140, 0.8), (520, 300, 0.5), (1100, 700, 0.3)])
    hiss = noise(rng, seconds, 0, 400, 4000) * (0.3 + np.clip(filters.lowpass(train, 60, 1) * 300, 0, 3))
    return (0.55 + 0.45 * breathing) * (unit(throat) + 0.22 * unit(hiss))


def cluck(rng: Generator, seconds: float) -> Signal:
    """A hen in the yard: cluck, cluck, cluck-aaw."""
    out = np.zeros(count(seconds))
    beak = [(950, 250, 1.0), (1900, 350, 0.7), (3100, 500, 0.3)]
    at = 0.15
    while at < seconds - 0.6:
        long_one = rng.random() < 0.18
        length = rng.uniform(0.4, 0.55) if long_one else rng.uniform(0.06, 0.1)
        p = rng.uniform(380, 470)
        call = voice(
            rng, length, [(0, p), (length * 0.4, p * 1.35), (length, p * 0.9)], [(0, beak), (length, beak)], 0.2, 0.04
        )
        add(out, unit(call) * swell(length, length * 0.2, length * 0.4), at, 1.0 if long_one else 0.7)
        at += length + rng.uniform(0.12, 0.4)
    return out


def whale(rng: Generator, seconds: float) -> Signal:
    """A humpback's song under water: long glides and groans."""
    out = np.zeros(count(seconds))
    at = 0.2
    while at < seconds - 1.2:
        length = rng.uniform(1.2, 2.4)
        start = rng.uniform(180, 420)
        bend = [(0, start), (length * 0.5, start * rng.uniform(0.8, 2.2)), (length, start * rng.uniform(0.6, 1.6))]
        song = tone(glide(length, bend) * (1 + 0.01 * wander(rng, length, 12)), length, [1, 0.6, 0.4, 0.25, 0.15, 0.1])
        add(out, song * swell(length, 0.3, 0.5), at, rng.uniform(0.6, 1.0))
        at += length + rng.uniform(0.1, 0.8)
    return filters.lowpass(out, 1800, 1)
