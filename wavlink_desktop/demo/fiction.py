"""What exists in films only: lasers, force fields, teleporters."""

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo import filters
from wavlink_desktop.demo.synthesis import (
    Signal,
    add,
    count,
    decay,
    glide,
    noise,
    phase,
    pluck,
    swell,
    tone,
    unit,
    wander,
)


def zap(rng: Generator, seconds: float, shots: int = 3) -> Signal:
    """A laser gun: each shot falls from a squeal to a thud in a fifth of a second."""
    out = np.zeros(count(seconds))
    gap = (seconds - 0.5) / shots
    for number in range(shots):
        length = 0.32
        top = rng.uniform(3200, 4200)
        fall = glide(length, [(0, top), (0.06, top * 0.35), (length, 130)])
        beam = tone(fall, length, [1, 0.5, 0.35, 0.25, 0.2, 0.15]) * pluck(length, 0.003, 0.09)
        fizz = noise(rng, length, 0, 1500, 9000) * pluck(length, 0.002, 0.03)
        add(out, np.tanh(1.5 * beam) + 0.08 * unit(fizz), 0.12 + number * gap)
    return out


def force_field(rng: Generator, seconds: float) -> Signal:
    """The hum of a force field or a reactor: beating low tones, a moving shimmer."""
    hum = tone(55.0, seconds, [1, 0.7, 0.6, 0.3, 0.3, 0.2]) + tone(55.7, seconds, [1, 0.7, 0.5, 0.3, 0.2])
    pulse = 1 + 0.35 * np.sin(phase(2.2, seconds))
    shimmer = filters.paint(
        noise(rng, seconds), lambda t, f: filters.bell(f, 1800 + 900 * np.sin(2 * np.pi * 0.4 * t), 0.12)
    )
    return unit(hum) * pulse + 0.25 * unit(shimmer)


def coin_pickup(rng: Generator, seconds: float) -> Signal:
    """A coin in a video game of the eighties: two square-wave notes."""
    square = [1, 0, 1 / 3, 0, 1 / 5, 0, 1 / 7, 0, 1 / 9]
    out = np.zeros(count(seconds))
    add(out, tone(987.8, 0.08, square), 0.05)
    add(out, tone(1318.5, 0.8, square) * decay(0.8, 0.22), 0.13)
    return out


def theremin(rng: Generator, seconds: float) -> Signal:
    """The ghostly glide of a theremin, as in old films about saucers."""
    pitch = 520 * np.exp(0.35 * wander(rng, seconds, 0.9)) * (1 + 0.02 * np.sin(phase(6.0, seconds)))
    return tone(pitch, seconds, [1, 0.25, 0.12, 0.05]) * swell(seconds, 0.4, 0.6)
