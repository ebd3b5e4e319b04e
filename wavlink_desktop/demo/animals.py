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


def bark(rng: Generator, seconds: float, pitch: float = 484.0) -> Signal:
    """A dog: short rough shouts, in ones, twos and threes."""
    closed = [(410, 200, 1.0), (1000, 250, 0.2), (2700, 500, 0.05)]
    opened = [(686, 220, 1.0), (1420, 300, 0.5), (2900, 500, 0.17)]
    out = np.zeros(count(seconds))
    at = 0.2
    while at < seconds - 0.4:
        for _ in range(int(rng.integers(1, 4))):
            length = 0.124 * rng.uniform(0.85, 1.15)
            p = pitch * rng.uniform(0.93, 1.07)
            shout = voice(
                rng, length, [(0, p * 0.5), (length * 0.15, p * 1.15), (length * 0.5, p), (length, p * 0.5)],
                [(0, closed), (length * 0.2, opened), (length * 0.7, opened), (length, closed)], 0.033, 0.09,
            )  # fmt: skip
            add(out, np.tanh(1.3 * unit(shout)) * pluck(length, 0.015, 0.157), at, rng.uniform(0.85, 1.0))
            at += length + rng.uniform(0.1, 0.2)
        at += rng.uniform(0.3, 0.7)
    return out


def meow(rng: Generator, seconds: float, pitch: float = 836.0) -> Signal:
    """A cat: the mouth opens and closes, m-ee-a-ow."""
    m = [(600, 90, 0.6), (1300, 140, 0.1), (3000, 500, 0.05)]
    ee = [(490, 90, 0.53), (3900, 160, 0.9), (3800, 500, 0.1)]
    a = [(700, 115, 0.53), (3000, 140, 0.9), (3900, 600, 0.1)]
    ow = [(455, 90, 0.9), (1800, 115, 0.5), (3300, 600, 0.02)]
    out = np.zeros(count(seconds))
    at = 0.2
    while at < seconds - 0.6:
        length = 0.5 * rng.uniform(0.85, 1.15)
        p = pitch * rng.uniform(0.94, 1.08)
        cry = voice(
            rng, length, [(0, p * 0.8), (length * 0.25, p * 1.05), (length * 0.6, p * 0.98), (length, p * 0.79)],
            [(0, m), (length * 0.15, ee), (length * 0.45, a), (length, ow)], 0.018, 0.006,
        )  # fmt: skip
        add(out, unit(cry) * swell(length, 0.08, 0.3 * length), at)
        at += length + rng.uniform(0.3, 0.6)
    return out


def moo(rng: Generator, seconds: float, pitch: float = 157.0) -> Signal:
    """A cow: long, low, through the nose, opening in the middle."""
    length = min(seconds - 0.4, 2.3)
    nose = [(220, 60, 1.0), (780, 200, 0.2), (1350, 250, 0.14)]
    wide = [(300, 80, 1.0), (970, 120, 0.7), (1500, 300, 0.06)]
    call = voice(
        rng, length, [(0, pitch * 0.75), (length * 0.2, pitch * 0.95), (length * 0.6, pitch), (length, pitch * 0.8)],
        [(0, nose), (length * 0.25, nose), (length * 0.45, wide), (length, wide)], 0.012, 0.03,
    )  # fmt: skip
    out = np.zeros(count(seconds))
    add(out, np.tanh(unit(call)) * swell(length, 0.2, 0.4), 0.2)
    return out


def bleat(rng: Generator, seconds: float) -> Signal:
    """A sheep: baa, with its tremble."""
    throat = [(700, 150, 1.0), (1850, 250, 0.53), (3400, 400, 0.37)]
    out = np.zeros(count(seconds))
    at = 0.2
    while at < seconds - 0.6:
        length = 0.58 * rng.uniform(0.85, 1.3)
        p = 331 * rng.uniform(0.94, 1.06)
        cry = voice(
            rng,
            length,
            [(0, p * 0.9), (length * 0.2, p * 1.1), (length, p * 0.9)],
            [(0, throat), (length, throat)],
            0.07,
            0.05,
        )
        tremble = 1 + 0.32 * np.sin(phase(10.4 * (1 + 0.05 * wander(rng, length, 3)), length))
        add(out, unit(cry) * tremble * swell(length, 0.05, 0.2), at)
        at += length + rng.uniform(0.2, 0.5)
    return out


def crow(rng: Generator, seconds: float) -> Signal:
    """A crow: harsh caws."""
    throat = [(1500, 300, 1.0), (1990, 350, 1.04), (2400, 500, 0.23)]
    out = np.zeros(count(seconds))
    at = 0.2
    while at < seconds - 0.5:
        length = 0.4 * rng.uniform(0.85, 1.15)
        p = 286 * rng.uniform(0.94, 1.06)
        caw = voice(
            rng,
            length,
            [(0, p * 0.9), (length * 0.2, p * 1.1), (length, p * 0.61)],
            [(0, throat), (length, throat)],
            0.08,
            0.05,
        )
        add(out, np.tanh(2.7 * unit(caw)) * swell(length, 0.03, 0.3 * length), at, rng.uniform(0.8, 1.0))
        at += length + rng.uniform(0.2, 0.5)
    return out


def duck(rng: Generator, seconds: float) -> Signal:
    """A duck quacks."""
    bill = [(1550, 250, 1.0), (2040, 350, 0.81), (3120, 500, 0.99)]
    out = np.zeros(count(seconds))
    at = 0.15
    while at < seconds - 0.3:
        length = 0.23 * rng.uniform(0.85, 1.15)
        p = 204 * rng.uniform(0.94, 1.06)
        quack = voice(rng, length, [(0, p * 1.1), (length, p * 0.79)], [(0, bill), (length, bill)], 0.5, 0.02)
        add(out, np.tanh(0.94 * unit(quack)) * pluck(length, 0.012, 0.142), at, rng.uniform(0.7, 1.0))
        at += length + rng.uniform(0.1, 0.3)
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
    """One phrase of a song bird: a short bent syllable, repeated."""
    length = 0.04 * rng.uniform(0.5, 2.0)
    centre = rng.uniform(2640, 5830)
    bends = centre * rng.uniform(1 / 1.345, 1.345, 2)
    pitch = glide(length, [(0, bends[0]), (length * rng.uniform(0.3, 0.7), centre), (length, bends[1])])
    pitch = pitch * (1 + 0.1 * np.sin(phase(rng.uniform(25, 70), length)))
    syllable = tone(pitch, length, [1, 0.06, 0.02]) * swell(length, length * 0.25, length * 0.4)
    repeats, gap = int(rng.integers(1, 5)), rng.uniform(0.03, 0.1)
    out = np.zeros(count(repeats * (length + gap)) + 1)
    for number in range(repeats):
        add(out, syllable, number * (length + gap), rng.uniform(0.8, 1.0))
    return out


def birds(rng: Generator, seconds: float, busy: float = 5.9) -> Signal:
    """Song birds, some near and some far, `busy` phrases a second."""
    out = np.zeros(count(seconds))
    for level in (1.0, 0.5, 0.3, 0.2):
        songs = [_song(rng) for _ in range(4)]
        at = rng.uniform(0, 1)
        while at < seconds - 0.1:
            add(out, songs[int(rng.integers(4))], at, level * rng.uniform(0.6, 1.0))
            at += rng.exponential(5 / busy) + 0.3
    return out


def crickets(rng: Generator, seconds: float, singers: int = 3) -> Signal:
    """Field crickets: a few strokes of the wing, again and again, each insect at its own pitch and pace."""
    out = np.zeros(count(seconds))
    stroke = 0.011
    for singer in range(singers):
        pitch = 4214 * rng.uniform(0.93, 1.07)
        pulse = tone(glide(stroke, [(0, pitch), (stroke, pitch * 0.97)]), stroke) * swell(
            stroke, 0.3 * stroke, 0.45 * stroke
        )
        chirp = np.zeros(count(0.16))
        for number in range(5):
            add(chirp, pulse, number * 0.029, 0.7 + 0.1 * number)
        every = 0.595 * rng.uniform(0.9, 1.1)
        level = 1.0 if singer == 0 else rng.uniform(0.05, 0.57)
        for at in np.arange(rng.uniform(0, every), seconds, every):
            add(out, chirp, float(at) + 0.004 * rng.standard_normal(), level)
    return out + 0.004 * noise(rng, seconds, -3, 200, 6000)


def cicadas(rng: Generator, seconds: float) -> Signal:
    """A tree full of cicadas at noon: a band of buzzing that swells."""
    rate = 180 * (1 + 0.05 * wander(rng, seconds, 2))
    band = filters.resonate(noise(rng, seconds), [(4600, 700, 1.0), (6100, 900, 0.8), (7800, 1500, 0.4)])
    buzz = band * (0.3 + np.clip(np.sin(phase(rate, seconds)), 0, 1))
    return buzz * (1 + 0.35 * np.sin(phase(0.4, seconds)) + 0.15 * wander(rng, seconds, 1.5))


def frogs(rng: Generator, seconds: float) -> Signal:
    """A pond at night: croaks that are trains of short pulses, one frog near, the others far."""
    out = np.zeros(count(seconds))
    for frog in range(4):
        throat = rng.uniform(0.9, 1.12)
        level = 1.0 if frog == 0 else rng.uniform(0.1, 0.3)
        at = rng.uniform(0.1, 0.6)
        while at < seconds - 0.3:
            length = 0.244 * rng.uniform(0.85, 1.15)
            rate = glide(length, [(0, 97 * throat), (length, 116 * throat)])
            train = pulses(rate, length, 0.08 * wander(rng, length, 40))
            croak = filters.resonate(train, [(895 * throat, 130, 1.0), (2720 * throat, 310, 1.5)])
            add(out, unit(croak) * swell(length, length * 0.125, 0.05), at, level)
            at += length + 0.455 * rng.uniform(0.6, 1.5)
    return out


def bee(rng: Generator, seconds: float, pitch: float = 252.0) -> Signal:
    """A bee that hovers about: the beat of its wings."""
    moving = pitch * np.exp(0.017 * wander(rng, seconds, 1.8)) * (1 + 0.058 * wander(rng, seconds, 60))
    wings = tone(moving, seconds, [k**-0.67 for k in range(1, 30)]) * (1 + 0.35 * wander(rng, seconds, 45))
    near = np.exp(0.14 * wander(rng, seconds, 0.8))
    return (unit(filters.bandpass(wings, 0.88 * pitch, 5000, 1)) + 0.46 * noise(rng, seconds, -2, 300, 6000)) * near


def mosquito(rng: Generator, seconds: float, pitch: float = 400.0) -> Signal:
    """A mosquito that whines past the ear."""
    moving = pitch * np.exp(0.046 * wander(rng, seconds, 1.8)) * (1 + 0.025 * wander(rng, seconds, 60))
    wings = tone(moving, seconds, [k**-0.385 for k in range(1, 20)]) * (1 + 0.17 * wander(rng, seconds, 45))
    near = np.exp(0.7 * wander(rng, seconds, 0.8))
    return (unit(filters.bandpass(wings, 1.9 * pitch, 5000, 1)) + 0.19 * noise(rng, seconds, -2, 300, 6000)) * near


def rattlesnake(rng: Generator, seconds: float) -> Signal:
    """A rattlesnake's warning: sixty shakes a second of dry rings."""
    level = curve(seconds, [(0, 0), (0.4, 0.8), (seconds * 0.7, 1), (seconds, 0.2)])
    train = pulses(62 * (1 + 0.05 * wander(rng, seconds, 3)), seconds, 0.1 * wander(rng, seconds, 80))
    shaken = noise(rng, seconds) * np.clip(filters.lowpass(train, 150, 1) * 200, 0.15, None)
    return level * unit(filters.bandpass(shaken, 3500, 11000, 2))


def purr(rng: Generator, seconds: float) -> Signal:
    """A cat purrs, breathing in and out."""
    breathing = 0.5 + 0.5 * np.sin(phase(0.7, seconds))
    train = pulses(23.3 + 1.7 * breathing, seconds, 0.25 * wander(rng, seconds, 30))
    throat = filters.lowpass(filters.resonate(train, [(66, 50, 1.0), (237, 100, 0.1)]), 939, 2)
    hiss = noise(rng, seconds, -2, 300, 3000) * (0.3 + np.clip(filters.lowpass(train, 60, 1) * 300, 0, 3))
    return (0.55 + 0.45 * breathing) * (unit(throat) + 0.03 * unit(hiss))


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
