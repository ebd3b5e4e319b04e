"""Streams, waves, drips, bubbles, pouring, flushing.

A drop or a stream sings through its air bubbles: each is a sine at its Minnaert resonance that rises as it nears the
surface and dies in milliseconds (K. van den Doel, *Physically based models for liquid sounds*, 2005).
"""

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo import filters
from wavlink_desktop.demo.synthesis import (
    Signal,
    add,
    count,
    curve,
    noise,
    phase,
    scatter,
    swell,
    times,
    unit,
    wander,
)


def bubble(frequency: float, rise: float = 0.1) -> Signal:
    """One air bubble that rings at `frequency`; `rise` is how fast its pitch goes up."""
    damping = 0.13 * frequency + 0.0072 * frequency**1.5  # 1/s, van den Doel's fit for water
    seconds = 6 / damping
    t = times(seconds)
    angle = phase(frequency * (1 + rise * damping * t), seconds)
    ringing: Signal = np.sin(angle) * np.exp(-damping * t) * np.minimum(t / (0.3 / damping), 1)
    return ringing


def _bubbles(rng: Generator, low: float, high: float, kinds: int = 48) -> list[Signal]:
    pitches = low * (high / low) ** rng.random(kinds)
    return [bubble(float(pitch), rng.uniform(0.0, 0.15)) * (low / pitch) ** 0.5 for pitch in pitches]


def stream(rng: Generator, seconds: float, flow: float = 1.2) -> Signal:
    """A brook over stones: many bubbles, and the rush of the water."""
    babble = scatter(rng, seconds, _bubbles(rng, 250, 3200), 1900, spread=1.2)
    rush = noise(rng, seconds, -1.2, 800, 1500)
    return unit(babble) + flow * rush + 0.3 * noise(rng, seconds, -1, 1500, 8000)


def waterfall(rng: Generator, seconds: float) -> Signal:
    """A waterfall: a broad steady roar with some splashing."""
    roar = noise(rng, seconds, -2.5, 120, 7000) * (1 + 0.06 * wander(rng, seconds, 9))
    splash = scatter(rng, seconds, _bubbles(rng, 400, 4000), 900, spread=0.8)
    return unit(roar) + 0.35 * unit(splash)


def waves(rng: Generator, seconds: float, period: float = 7.0) -> Signal:
    """Surf on a beach: each wave swells, breaks with a roar and draws back hissing over the sand."""
    axis = times(seconds)
    push, foam = np.zeros_like(axis), np.zeros_like(axis)
    at = -rng.uniform(0.2, 0.5) * period
    while at < seconds:
        size, length = rng.uniform(0.6, 1.0), period * rng.uniform(0.85, 1.2)
        u = (axis - at) / length
        push = np.maximum(push, size * np.exp(-(((u - 0.42) / np.where(u < 0.42, 0.16, 0.10)) ** 2)))
        foam = np.maximum(foam, size * np.exp(-(((u - 0.62) / np.where(u < 0.62, 0.11, 0.30)) ** 2)))
        at += period * rng.uniform(0.75, 1.1)

    def roar(t: Signal, f: Signal) -> Signal:
        strength = 0.08 + np.interp(t, axis, push)
        return strength**1.3 * filters.ceiling(f, 250 + 1800 * strength, 2) * filters.floor(f, 50, 1)

    breaking = filters.paint(noise(rng, seconds, -3), roar)
    wash = noise(rng, seconds, -1.5, 900, 9000) * (0.05 + foam) ** 1.3
    fizz = scatter(rng, seconds, _bubbles(rng, 1500, 6000, 24), 60 + 900 * foam**2, spread=0.7)
    return unit(breaking) + 0.45 * unit(wash) + 0.12 * unit(fizz)


def _plop(rng: Generator, pitch: float) -> Signal:
    out = np.zeros(count(0.2))
    impact = filters.bandpass(rng.standard_normal(count(0.004)), 1500, 6000, 1)
    add(out, unit(impact), 0.0, 0.10)
    add(out, bubble(pitch, 0.25), 0.008)
    add(out, bubble(pitch * rng.uniform(1.3, 1.8), 0.3), rng.uniform(0.025, 0.045), 0.4)
    return out


def drips(rng: Generator, seconds: float, every: float = 0.55) -> Signal:
    """Single drops falling into a pool."""
    out = np.zeros(count(seconds))
    at = 0.25
    pitches = rng.uniform(800, 1700, 4)
    while at < seconds - 0.3:
        add(out, _plop(rng, float(rng.choice(pitches)) * rng.uniform(0.93, 1.07)), at, rng.uniform(0.4, 1.0))
        at += every * rng.uniform(0.5, 1.5)
    return out


def bubbling(rng: Generator, seconds: float) -> Signal:
    """Air blown through water: low, close bubbles in bursts."""
    burst = np.clip(0.8 + 0.6 * wander(rng, seconds, 4), 0.1, 2)
    large = scatter(rng, seconds, _bubbles(rng, 220, 900), 55 * burst, spread=0.6)
    small = scatter(rng, seconds, _bubbles(rng, 700, 2500), 120 * burst, spread=0.8)
    return unit(large) + 0.35 * unit(small) + 0.06 * noise(rng, seconds, -3, 200, 4000)


def pouring(rng: Generator, seconds: float) -> Signal:
    """Water poured into a glass: the air column above it shortens, so its tone climbs."""
    splash = unit(scatter(rng, seconds, _bubbles(rng, 600, 6000), 426, spread=0.88))
    low = unit(scatter(rng, seconds, _bubbles(rng, 180, 600, 16), 50, spread=0.6))

    def column(t: Signal, f: Signal) -> Signal:
        first = 343 / (4 * (0.16 * (1 - 0.8 * np.clip(t / seconds, 0, 1)) + 0.02))
        return 0.33 + filters.bell(f, first, 0.5) + 0.5 * filters.bell(f, 3 * first, 0.5)

    mixture = splash + 0.1 * low + 0.13 * noise(rng, seconds, -2.8, 838, 1500)
    return swell(seconds, 0.2, 0.3) * unit(filters.paint(mixture, column))


def flush(rng: Generator, seconds: float) -> Signal:
    """A toilet: the handle, the rush of the water, the gurgle of the drain, the tank that fills again."""
    out = np.zeros(count(seconds))
    for at in (0.15, 0.24):
        add(out, unit(filters.bandpass(rng.standard_normal(count(0.03)), 300, 3000, 1)), at, 0.3)
    middle = seconds * 0.5
    rush = curve(seconds, [(0, 0), (0.25, 0), (0.6, 1), (0.8 * middle, 0.75), (1.1 * middle, 0.1), (seconds, 0.05)])
    drain = curve(seconds, [(0, 0), (0.5, 0.15), (0.7 * middle, 0.4), (middle, 1), (1.24 * middle, 0.08), (seconds, 0)])
    water = noise(rng, seconds, -1.2, 285, 3290) + 0.1 * noise(rng, seconds, -1, 1500, 6000)
    bubbles = unit(scatter(rng, seconds, _bubbles(rng, 247, 1140), 428, spread=0.8))
    out += (water + 1.18 * bubbles) * rush * (1 + 0.115 * wander(rng, seconds, 7.4))
    out += 0.4 * unit(scatter(rng, seconds, _bubbles(rng, 113, 351, 24), 90, spread=0.7)) * drain
    refill = noise(rng, seconds, -1, 900, 7000) * curve(seconds, [(0, 0), (0.6, 0), (1.5, 1), (seconds, 1)])
    return out + 0.065 * refill
