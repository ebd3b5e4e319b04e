"""Sirens, alarms, horns, bells, telephones, beeps: what is made to be heard."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo import filters
from wavlink_desktop.demo.synthesis import (
    Signal,
    add,
    count,
    curve,
    decay,
    glide,
    modal,
    noise,
    peak,
    swell,
    times,
    tone,
    unit,
    wander,
)

_HORN = [1.0, 0.55, 0.5, 0.3, 0.28, 0.18, 0.15, 0.1, 0.08, 0.06]


def _speaker(x: Signal, drive: float = 1.5) -> Signal:
    """A pressure-chamber loudspeaker: mid-heavy, overdriven."""
    pushed = np.tanh(drive * filters.bandpass(peak(x), 350, 4500, 1))
    return filters.resonate(pushed, [(850, 500, 0.7), (1500, 900, 1.0), (2800, 1200, 0.7)])


def siren(rng: Generator, seconds: float, low: float = 620, high: float = 1450, period: float = 4.6) -> Signal:
    """An electronic siren that sweeps: slow is a wail, fast (0.3 s) a yelp."""
    place = (times(seconds) / period + rng.random()) % 1
    sweep = np.where(place < 0.45, (1 - np.exp(-4 * place / 0.45)) / (1 - np.exp(-4)), 1 - (place - 0.45) / 0.55)
    frequency = low * (high / low) ** filters.lowpass(sweep, 30, 1)
    return _speaker(tone(frequency, seconds, _HORN))


def two_tone(rng: Generator, seconds: float, low: float = 435, high: float = 580, hold: float = 0.65) -> Signal:
    """The European two-tone siren: hee-haw."""
    upper = (times(seconds) / hold + rng.random()).astype(int) % 2
    frequency = np.where(upper == 1, high, low)
    return _speaker(tone(filters.lowpass(frequency - low, 60, 1) + low, seconds, _HORN), 2.0)


def air_raid(rng: Generator, seconds: float, top: float = 460) -> Signal:
    """A rotor siren: the motor winds up and runs down; two rows of ports sound a minor third apart."""
    cycle = 7.0
    place = times(seconds) % cycle / cycle
    speed = np.where(place < 0.5, 1 - np.exp(-place * 9), np.exp(-(place - 0.5) * 2.6))
    speed = filters.lowpass(0.32 + 0.68 * speed, 1.5, 1) * (1 - 0.6 * decay(seconds, 1.5))
    rows = [tone(top * ratio * speed, seconds, [1, 0.6, 0.45, 0.3, 0.2, 0.15, 0.1, 0.08]) for ratio in (1.0, 5 / 6)]
    air = noise(rng, seconds, 0, 400, 4000)
    return speed**2 * filters.lowpass(rows[0] + rows[1] + 0.06 * unit(air), 2500, 1)


def smoke_alarm(rng: Generator, seconds: float, pitch: float = 3150) -> Signal:
    """The piercing piezo of a smoke alarm: three beeps and a pause (ISO 8201)."""
    place = (times(seconds) - 0.3) % 4.0
    on = (place < 2.5) & (place % 1.0 < 0.5) & (times(seconds) >= 0.3)
    gate = np.clip(filters.lowpass(on.astype(np.float64), 120, 1), 0, 1)
    wobble = pitch * (1 + 0.002 * wander(rng, seconds, 20))
    return gate * tone(wobble, seconds, [1, 0.12, 0.35, 0.05, 0.12])


def fire_bell(rng: Generator, seconds: float, rate: float = 14.0, pitch: float = 1100.0) -> Signal:
    """A motor-driven gong: a bell struck without pause."""
    return _struck(rng, seconds, np.arange(0.05, seconds - 0.4, 1 / rate), _gong(rng, pitch, 0.7))


def _gong(rng: Generator, pitch: float, tau: float) -> Signal:
    """A small steel gong bell: a few strong inharmonic partials, each split in two that beat."""
    ratios = np.repeat([1.0, 1.51, 2.36, 2.98, 4.22, 5.6, 7.1], 2) * rng.uniform(0.997, 1.003, 14)
    amplitudes = np.repeat([0.8, 0.5, 1.0, 0.6, 0.6, 0.4, 0.3], 2)
    ring = modal(tau * 5, pitch * ratios, tau / ratios**0.7, amplitudes, rng.uniform(0, 6.28, 14))
    tick = filters.highpass(rng.standard_normal(len(ring)) * decay(tau * 5, 0.002), 2500, 1)
    return peak(ring) + 0.25 * peak(tick)


def _struck(rng: Generator, seconds: float, strikes: Sequence[float] | Signal, bell: Signal) -> Signal:
    out = np.zeros(count(seconds))
    for at in strikes:
        add(out, bell, float(at) + 0.002 * rng.standard_normal(), rng.uniform(0.75, 1.0))
    return out


def church_bell(rng: Generator, seconds: float, pitch: float = 635.0, every: float = 1.01) -> Signal:
    """A swinging church bell: hum, prime, tierce, quint, nominal and what lies above, each a beating pair."""
    ratios = np.array([0.5, 1.0, 1.2, 1.5, 2.0, 2.5, 2.66, 3.0, 4.0, 5.1, 6.3, 7.6, 9.0])
    taus = 1.44 * np.array([7.0, 4.0, 3.2, 1.8, 2.6, 1.2, 1.2, 1.5, 0.9, 0.5, 0.35, 0.25, 0.2])
    levels = np.array([0.43, 0.65, 0.8, 0.3, 0.46, 0.57, 0.57, 0.78, 0.71, 0.43, 0.36, 0.28, 0.21])
    frequencies = pitch * np.repeat(ratios, 2) * (1 + rng.uniform(-0.003, 0.003, 26))
    bell = modal(8.0, frequencies, np.repeat(taus, 2), np.repeat(levels, 2), rng.uniform(0, 6.28, 26))
    bell *= curve(8.0, [(0, 1), (6, 1), (8, 0)])
    clang = filters.bandpass(rng.standard_normal(len(bell)) * decay(8.0, 0.006), 1000, 8000, 1)
    strikes = np.arange(0.2, seconds - 0.5, every)
    return _struck(rng, seconds, strikes + 0.02 * rng.uniform(-1, 1, len(strikes)), bell + 0.26 * unit(clang))


def bicycle_bell(rng: Generator, seconds: float) -> Signal:
    """The rotary bell of a bicycle: two turns of the thumb."""
    turns = [start + step * 0.055 for start in (0.15, 0.75, 1.9, 2.5) for step in range(6) if start < seconds - 0.5]
    return _struck(rng, seconds, turns, _gong(rng, 1750, 0.35))


def doorbell(rng: Generator, seconds: float, at: float = 0.2) -> Signal:
    """Ding-dong: two chime bars, a major third apart."""
    out = np.zeros(count(seconds))
    for start, pitch in ((at, 659.3), (at + 0.75, 523.3)):
        ratios = np.array([1.0, 2.76, 5.4, 8.9])
        bar = modal(3.0, pitch * ratios, [0.9, 0.5, 0.2, 0.1], [1.0, 0.45, 0.2, 0.1])
        thump = filters.lowpass(rng.standard_normal(count(0.03)), 900, 2)
        add(out, bar, start)
        add(out, unit(thump), start, 0.08)
    return out


def telephone_bell(rng: Generator, seconds: float, ring: float = 1.8, pause: float = 1.4) -> Signal:
    """An old telephone: a clapper between two gongs, twenty strokes a second, ring and pause."""
    out = np.zeros(count(seconds))
    gongs = [_gong(rng, pitch, 0.32) for pitch in (1180, 1400)]
    start = 0.2
    while start < seconds - 0.5:
        for number, at in enumerate(np.arange(start, min(start + ring, seconds - 0.4), 0.045)):
            add(out, gongs[number % 2], float(at), rng.uniform(0.8, 1.0))
        start += ring + pause
    return out


def telephone_electronic(rng: Generator, seconds: float) -> Signal:
    """A desk telephone of the nineties: two tones warbling, ring and pause."""
    t = times(seconds)
    frequency = np.where((t * 25).astype(int) % 2 == 0, 1330.0, 1060.0)
    gate = filters.lowpass((((t - 0.15) % 2.6 < 1.1) & (t > 0.15)).astype(np.float64), 150, 1)
    return gate * filters.bandpass(tone(frequency, seconds, [1, 0, 0.4, 0, 0.2, 0, 0.1]), 500, 5000, 1)


def dialling(rng: Generator, seconds: float) -> Signal:
    """Touch tones: a number is dialled."""
    rows, columns = (697, 770, 852, 941), (1209, 1336, 1477)
    out = np.zeros(count(seconds))
    at = 0.25
    while at < seconds - 0.3:
        row, column = rng.choice(rows), rng.choice(columns)
        length = rng.uniform(0.12, 0.17)
        add(out, swell(length, 0.004, 0.004) * (tone(row, length) + tone(column, length)), at)
        at += length + rng.uniform(0.09, 0.16)
    return filters.bandpass(out, 300, 3400, 1)


def alarm_clock(rng: Generator, seconds: float, pitch: float = 2050) -> Signal:
    """A digital alarm clock: four short beeps, a pause, again."""
    t = times(seconds) - 0.2
    on = (t > 0) & (t % 1.0 < 0.5) & (t % 0.125 < 0.07)
    gate = filters.lowpass(on.astype(np.float64), 300, 1)
    return gate * tone(pitch, seconds, [1, 0.05, 0.33, 0.03, 0.2, 0, 0.14, 0, 0.1])


def beeps(rng: Generator, seconds: float, pitch: float = 1000, every: float = 0.9, length: float = 0.45) -> Signal:
    """Plain beeps, as of a lorry that reverses or a machine that is done."""
    t = times(seconds) - 0.15
    gate = filters.lowpass(((t > 0) & (t % every < length)).astype(np.float64), 200, 1)
    return gate * tone(pitch, seconds, [1, 0.1, 0.3, 0.05, 0.15])


def notification(rng: Generator, seconds: float, notes: Sequence[float] = (880, 1108.7, 1318.5)) -> Signal:
    """A soft sound of an interface: a few bell-like notes, upwards or downwards."""
    out = np.zeros(count(seconds))
    for number, pitch in enumerate(notes):
        note = modal(1.2, [pitch, 2 * pitch, 3.01 * pitch, 5.4 * pitch], [0.25, 0.16, 0.1, 0.05], [1, 0.3, 0.15, 0.08])
        add(out, note * curve(1.2, [(0, 0), (0.004, 1), (1.2, 1)]), 0.05 + 0.11 * number)
    return out


def sonar(rng: Generator, seconds: float) -> Signal:
    """Sonar of a submarine: a ping with a long wet tail."""
    out = np.zeros(count(seconds))
    for at in np.arange(0.3, seconds - 1, 3.5):
        add(out, tone(1480, 2.5) * decay(2.5, 0.5) * curve(2.5, [(0, 0), (0.01, 1), (2.5, 1)]), float(at))
    return out


def horn(
    rng: Generator, seconds: float, pitches: Sequence[float], blasts: Sequence[tuple[float, float]], reed: float = 0.75
) -> Signal:
    """Reed horns blown together: `blasts` are `(start, length)`; `reed` is how rich, 0 … 1."""
    out = np.zeros(count(seconds))
    harmonics = [reed ** (number / 1.3) for number in range(24)]
    for start, length in blasts:
        bend = glide(length, [(0, 0.93), (0.06, 1.0), (length - 0.08, 1.0), (length, 0.95)])
        for pitch in pitches:
            drift = 1 + 0.001 * wander(rng, length, 6)
            blast = tone(pitch * bend * drift, length, harmonics)
            add(out, swell(length, 0.04, 0.07) * blast, start)
    breath = noise(rng, seconds, 0, 600, 6000) * np.abs(filters.lowpass(np.abs(out), 20, 1))
    return peak(out) + 0.05 * peak(breath)
