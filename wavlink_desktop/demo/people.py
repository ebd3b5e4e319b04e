"""People: hands, hearts, breath, and many voices at once."""

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo import filters
from wavlink_desktop.demo.animals import Formants, voice
from wavlink_desktop.demo.space import echo
from wavlink_desktop.demo.synthesis import (
    Signal,
    add,
    convolve,
    count,
    curve,
    decay,
    glide,
    modal,
    noise,
    phase,
    pulses,
    swell,
    times,
    tone,
    unit,
    wander,
)

_VOWELS: list[Formants] = [
    [(730, 90, 1.0), (1090, 110, 0.5), (2440, 160, 0.15), (3400, 250, 0.06)],
    [(530, 80, 1.0), (1840, 120, 0.35), (2480, 160, 0.2), (3500, 250, 0.06)],
    [(270, 60, 1.0), (2290, 120, 0.2), (3010, 180, 0.15), (3700, 250, 0.05)],
    [(570, 80, 1.0), (840, 100, 0.5), (2410, 160, 0.06), (3300, 250, 0.03)],
    [(300, 60, 1.0), (870, 100, 0.3), (2240, 160, 0.04), (3300, 250, 0.02)],
    [(500, 80, 1.0), (1500, 120, 0.35), (2500, 160, 0.12), (3500, 250, 0.05)],
]


def _clap(rng: Generator) -> Signal:
    """Two palms: a burst whose colour is the hollow between them."""
    hollow = rng.uniform(1170, 2800)
    snap = rng.standard_normal(count(0.05)) * decay(0.05, 0.003 * rng.uniform(0.6, 1.6))
    return unit(filters.resonate(snap, [(hollow, hollow * 0.32, 1.0), (hollow * 2.3, hollow, 0.4)]) + 0.15 * snap)


def applause(rng: Generator, seconds: float, people: int = 62) -> Signal:
    """An audience claps: everyone at their own pace, near and far."""
    out = np.zeros(count(seconds))
    for _ in range(people):
        clap, near = _clap(rng), rng.uniform(0.15, 1.0) ** 2.4
        pace, at = 0.32 * rng.uniform(0.8, 1.25), rng.uniform(0, 0.4)
        while at < seconds - 0.05:
            add(out, clap, at, near * rng.uniform(0.6, 1.0))
            at += pace * rng.uniform(0.88, 1.12)
    hall = convolve(out, echo(rng, 1.2, 3000, 0.01))
    return unit(out) + 0.46 * unit(hall) + 0.08 * noise(rng, seconds, -2, 500, 4000)


def _talk(rng: Generator, seconds: float) -> Signal:
    """One person talks without words: syllables of chance vowels with a falling melody, pauses, hisses."""
    deep = rng.random() < 0.5
    base, tract = (rng.uniform(95, 140), 1.0) if deep else (rng.uniform(180, 240), 1.16)
    pitch, loud, shapes = [(0.0, base)], [(0.0, 0.0)], []
    out_hiss = np.zeros(count(seconds))
    at = rng.uniform(0, 0.4)
    while at < seconds - 0.3:
        for _ in range(int(rng.integers(4, 12))):
            length = rng.uniform(0.11, 0.24)
            vowel = [(f * tract, w, g) for f, w, g in _VOWELS[int(rng.integers(len(_VOWELS)))]]
            pitch.append((at, base * rng.uniform(0.9, 1.35)))
            loud += [(at, 0.05), (at + length * 0.35, rng.uniform(0.5, 1.0)), (at + length * 0.9, 0.08)]
            shapes.append((at + length * 0.4, vowel))
            if rng.random() < 0.3:
                hiss = filters.bandpass(rng.standard_normal(count(0.08)), 3500, 8000, 1) * swell(0.08, 0.03, 0.03)
                add(out_hiss, unit(hiss), at - 0.05, 0.12)
            at += length
        pitch.append((at, base * 0.8))
        loud.append((at, 0.0))
        at += rng.uniform(0.2, 0.9)
    spoken = voice(rng, seconds, pitch, shapes, 0.05, 0.012)
    return unit(spoken) * curve(seconds, loud) + out_hiss


def crowd(rng: Generator, seconds: float, people: int = 7) -> Signal:
    """A room full of people who talk: no word can be made out."""
    out = np.zeros(count(seconds))
    for _ in range(people):
        talker = _talk(rng, min(seconds, 9.0))
        endless = np.resize(talker, count(seconds) + len(talker))
        for level in (rng.uniform(0.5, 1.0), rng.uniform(0.3, 0.6), rng.uniform(0.2, 0.5)):
            shift = int(rng.integers(len(talker)))
            out += level * endless[shift : shift + count(seconds)]
    return out


def heartbeat(rng: Generator, seconds: float, rate: float = 1.15) -> Signal:
    """A heart through a stethoscope: lub-dub."""
    out = np.zeros(count(seconds))
    for at in np.arange(0.2, seconds - 0.4, 1 / rate):
        lub = modal(0.3, [38, 57, 88], [0.035, 0.03, 0.018], [1, 0.9, 0.4])
        dub = modal(0.3, [51, 74, 115], [0.025, 0.02, 0.013], [1, 0.9, 0.4])
        soft = curve(0.3, [(0, 0), (0.012, 1), (0.3, 1)])
        add(out, lub * soft, float(at) + 0.008 * rng.standard_normal(), 1.0)
        add(out, dub * soft, float(at) + 0.3, 0.75)
    rustle = filters.lowpass(noise(rng, seconds, -3), 300, 2)
    return out + 0.012 * unit(rustle)


def breathing(rng: Generator, seconds: float, cycle: float = 2.4) -> Signal:
    """Heavy breath: in through the nose, out through the mouth."""
    place = times(seconds) % cycle / cycle
    into = np.clip(np.sin(np.pi * place / 0.4), 0, None) * (place < 0.4)
    out_of = np.clip(np.sin(np.pi * (place - 0.47) / 0.45), 0, None) * (place > 0.47) * (place < 0.92)
    nose = filters.resonate(noise(rng, seconds), [(1080, 190, 1.0), (5000, 380, 0.6)])
    mouth = filters.resonate(noise(rng, seconds), [(774, 115, 1.0), (3500, 190, 0.5)])
    return 0.48 * unit(nose) * into**2.3 + unit(mouth) * out_of**2.3


def snoring(rng: Generator, seconds: float, cycle: float = 2.2) -> Signal:
    """A sleeper: the palate rattles on the way in, a sigh on the way out."""
    place = times(seconds) % cycle / cycle
    into = np.clip(np.sin(np.pi * place / 0.42), 0, None) ** 0.8 * (place < 0.42)
    out_of = np.clip(np.sin(np.pi * (place - 0.52) / 0.4), 0, None) * (place > 0.52) * (place < 0.92)
    rate = (33 + 12 * into) * np.exp(0.12 * wander(rng, seconds, 8))
    flutter = pulses(rate, seconds, 0.1 * wander(rng, seconds, 50)) * np.abs(
        1 + 0.4 * rng.standard_normal(count(seconds))
    )
    rattle = filters.resonate(flutter, [(100, 60, 1.0), (726, 86, 0.7), (2500, 172, 0.29)])
    air = filters.resonate(noise(rng, seconds), [(500, 300, 1.0), (1600, 700, 0.7), (2900, 1200, 0.4)])
    gasp = unit(air) * (0.3 + np.clip(filters.lowpass(flutter, 120, 1) * 250, 0, 3))
    return into * (unit(rattle) + 0.14 * unit(gasp)) + 0.26 * out_of * unit(air)


def whistling(rng: Generator, seconds: float) -> Signal:
    """Someone whistles a tune."""
    out = np.zeros(count(seconds))
    at, last = 0.2, 1318.5
    for step in np.resize([0, 4, 7, 9, 7, 4, 2, 0], 40):
        length = float(rng.choice([0.22, 0.3, 0.45]))
        if at + length > seconds - 0.2:
            break
        target = 1046.5 * 2 ** (step / 12)
        vibrato = 1 + 0.008 * np.sin(phase(5.5, length)) * curve(length, [(0, 0), (length, 1)])
        pitch = glide(length, [(0, last), (0.05, target), (length, target)]) * vibrato
        air = filters.resonate(rng.standard_normal(count(length)), [(target, 90, 1.0)])
        add(out, (tone(pitch, length, [1, 0.03]) + 0.10 * unit(air)) * swell(length, 0.03, 0.05), at)
        at, last = at + length * rng.uniform(1.0, 1.15), target
    return out


def referee(rng: Generator, seconds: float) -> Signal:
    """A referee's pea whistle: short, short, long."""
    out = np.zeros(count(seconds))
    for at, length in ((0.2, 0.35), (0.7, 0.35), (1.25, min(1.3, seconds - 1.5))):
        trill = 1 + 0.035 * np.sin(phase(38 * (1 + 0.06 * wander(rng, length, 8)), length))
        shrill = tone(2850 * trill, length, [1, 0.25, 0.08]) + 0.6 * tone(3120 * trill, length)
        air = noise(rng, length, 0, 2000, 6000)
        chopped = 1 + 0.5 * np.sin(phase(38.0, length))
        add(out, (shrill * chopped + 0.25 * unit(air)) * swell(length, 0.02, 0.04), at)
    return out


def snaps(rng: Generator, seconds: float) -> Signal:
    """Finger snaps in time."""
    out = np.zeros(count(seconds))
    for at in np.arange(0.2, seconds - 0.2, 0.6):
        snap = rng.standard_normal(count(0.06)) * decay(0.06, 0.004)
        add(out, unit(filters.resonate(snap, [(1900, 500, 1.0), (3100, 900, 0.7)])), float(at), rng.uniform(0.8, 1.0))
    return out
