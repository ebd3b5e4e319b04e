"""Clocks, motors, tools, keyboards, cameras: what ticks, hums and clicks about the house."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo import filters
from wavlink_desktop.demo.synthesis import (
    Signal,
    add,
    body,
    convolve,
    count,
    curve,
    decay,
    glide,
    noise,
    pulses,
    swell,
    times,
    tone,
    unit,
    wander,
)


def _click(rng: Generator, low: float, high: float, tau: float, seconds: float = 0.06) -> Signal:
    """A small hard part that hits another: a tick of noise and the part's own ring."""
    snap = filters.bandpass(rng.standard_normal(count(seconds)) * decay(seconds, tau / 4), low, high, 1)
    return unit(snap) + 0.8 * unit(body(rng, seconds, low, high, 8, tau, 0.7))


def clock(rng: Generator, seconds: float, every: float = 0.5, pitch: float = 1.0) -> Signal:
    """A mechanical clock: tick, tock, with the case's resonance."""
    out = np.zeros(count(seconds))
    pair = [_click(rng, 1900 * pitch, 7500, 0.006), _click(rng, 1500 * pitch, 6000, 0.007)]
    case = [(420 * pitch, 90, 1.0), (980 * pitch, 160, 0.8), (2300 * pitch, 300, 0.8)]
    for number, at in enumerate(np.arange(0.12, seconds - 0.1, every)):
        add(out, pair[number % 2], float(at), rng.uniform(0.9, 1.0))
        add(out, pair[number % 2], float(at) + 0.018, 0.25)
    return out + 0.8 * filters.resonate(out, case)


def vacuum(rng: Generator, seconds: float, pitch: float = 232.0) -> Signal:
    """A vacuum cleaner: the motor's whine and the rush of the air."""
    start = glide(seconds, [(0, 0.5), (0.7, 0.97), (1.2, 1.0), (seconds, 1.0)])
    wobble = pitch * start * (1 + 0.002 * wander(rng, seconds, 6))
    whine = tone(wobble, seconds, [0.4, 1, 0.5, 0.7, 0.25, 0.4, 0.2, 0.15, 0.2, 0.1, 0.1, 0.1])
    air = filters.resonate(noise(rng, seconds, -2), [(450, 400, 1.0), (1300, 900, 1.0), (3200, 2500, 0.9)])
    return start**2 * (0.5 * unit(whine) + unit(air) * (1 + 0.04 * wander(rng, seconds, 25)))


def hair_dryer(rng: Generator, seconds: float) -> Signal:
    """A hair dryer: more air than motor, high."""
    whine = tone(410 * (1 + 0.002 * wander(rng, seconds, 5)), seconds, [0.6, 1, 0.3, 0.5, 0.2, 0.2])
    air = filters.resonate(noise(rng, seconds, -1), [(900, 900, 1.0), (2600, 2200, 1.0), (6000, 4000, 0.6)])
    return unit(air) + 0.25 * unit(whine)


def fan(rng: Generator, seconds: float) -> Signal:
    """A ventilator: the blades' slow beat in a soft wind, mains hum below."""
    beat = 1 + 0.18 * np.sin(2 * np.pi * 17 * times(seconds)) + 0.06 * wander(rng, seconds, 3)
    air = noise(rng, seconds, -4, 80, 1800) * beat
    hum = tone(100.0, seconds, [1, 0.4, 0.25, 0.1])
    return unit(air) + 0.22 * unit(hum)


def mains_hum(rng: Generator, seconds: float) -> Signal:
    """The hum and buzz of a transformer."""
    hum = tone(50.0, seconds, [0.3, 1, 0.15, 0.6, 0.1, 0.5, 0.1, 0.3, 0.05, 0.2, 0.05, 0.15])
    buzz = filters.bandpass(pulses(100.0, seconds), 800, 5000, 1)
    return unit(hum) * (1 + 0.03 * wander(rng, seconds, 4)) + 0.12 * unit(buzz)


def drill(rng: Generator, seconds: float, pitch: float = 118.0) -> Signal:
    """An electric drill: spins up, bites, spins down."""
    speed = glide(
        seconds,
        [(0, 0.3), (0.25, 1.1), (0.9, 1.0), (1.2, 0.85), (seconds - 0.5, 0.82), (seconds - 0.4, 1.0), (seconds, 0.25)],
    )
    wobble = pitch * speed * (1 + 0.012 * wander(rng, seconds, 20))
    gears = tone(wobble * 8, seconds, [1, 0.8, 0.5, 0.4, 0.25, 0.2])
    motor = tone(wobble, seconds, [0.8, 1, 0.7, 0.8, 0.6, 0.5, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2])
    bite = noise(rng, seconds, 0, 900, 7000)
    grinding = curve(seconds, [(0, 0.2), (0.9, 0.3), (1.3, 1), (seconds - 0.5, 1), (seconds - 0.4, 0.2), (seconds, 0)])
    teeth = 1 + 0.5 * np.sin(np.cumsum(2 * np.pi * wobble / 48_000))
    return swell(seconds, 0.08, 0.15) * (unit(gears) + 0.7 * unit(motor) + 0.8 * unit(bite) * grinding * teeth)


def chainsaw(rng: Generator, seconds: float, speed: Sequence[tuple[float, float]] | None = None) -> Signal:
    """A chainsaw: a screaming two-stroke, idling and pulled."""
    cut = seconds * 0.3
    moves = speed or [
        (0, 48),
        (cut * 0.6, 46),
        (cut, 158),
        (seconds * 0.55, 132),
        (seconds * 0.8, 138),
        (seconds * 0.9, 60),
        (seconds, 46),
    ]
    rate = glide(seconds, moves) * (1 + 0.02 * wander(rng, seconds, 12))
    train = pulses(rate, seconds, 0.02 * wander(rng, seconds, 60)) * (1 + 0.25 * rng.standard_normal(count(seconds)))
    bang = convolve(train, rng.standard_normal(count(0.012)) * decay(0.012, 0.0022))
    pipe = filters.resonate(
        bang, [(260, 130, 0.8), (620, 260, 1.0), (1400, 500, 1.0), (2700, 900, 0.8), (4600, 1800, 0.5)]
    )
    chain = noise(rng, seconds, 0, 2000, 9000) * (rate / 140) ** 2
    return (0.5 + rate / 200) * (np.tanh(1.2 * unit(pipe)) + 0.25 * chain / chain.std())


def jackhammer(rng: Generator, seconds: float) -> Signal:
    """A pneumatic hammer on concrete: twenty blows a second, and the hiss of its air."""
    train = pulses(19 * (1 + 0.02 * wander(rng, seconds, 4)), seconds, 0.04 * wander(rng, seconds, 40))
    train *= 1 + 0.15 * rng.standard_normal(len(train))
    blow = unit(body(rng, 0.08, 220, 6500, 22, 0.012, 0.7)) + unit(
        filters.bandpass(rng.standard_normal(count(0.08)) * decay(0.08, 0.006), 400, 7000, 1)
    )
    air = noise(rng, seconds, 0, 1200, 8000) * np.clip(convolve(train, decay(0.05, 0.02)), 0.1, 2)
    return swell(seconds, 0.05, 0.1) * (unit(convolve(train, blow)) + 0.25 * unit(air))


def typing(rng: Generator, seconds: float) -> Signal:
    """Someone types on a computer keyboard: down-stroke, up-stroke, now and then the space bar."""
    out = np.zeros(count(seconds))
    keys = [_click(rng, rng.uniform(1300, 2200), 7000, 0.005) for _ in range(10)]
    thocks = [unit(body(rng, 0.06, 250, 1200, 5, 0.010, 0.3)) for _ in range(4)]
    space = unit(body(rng, 0.1, 180, 1500, 8, 0.016, 0.4))
    at = 0.2
    while at < seconds - 0.3:
        wide = rng.random() < 0.15
        add(out, keys[int(rng.integers(10))], at, rng.uniform(0.5, 1.0))
        add(out, space if wide else thocks[int(rng.integers(4))], at + 0.002, 0.9 if wide else 0.5)
        add(out, keys[int(rng.integers(10))], at + rng.uniform(0.06, 0.1), rng.uniform(0.15, 0.35))
        at += rng.exponential(0.06) + 0.085 + (0.35 if rng.random() < 0.07 else 0)
    return out


def typewriter(rng: Generator, seconds: float) -> Signal:
    """A mechanical typewriter: heavy strokes of the type bars, the bell, the carriage."""
    out = np.zeros(count(seconds))
    stroke = [
        1.0 * unit(body(rng, 0.12, 450, 6500, 16, 0.014, 0.8)) + _pad(_click(rng, 1500, 9000, 0.004), 0.12)
        for _ in range(6)
    ]
    at = 0.15
    while at < seconds - 1.7:
        add(out, stroke[int(rng.integers(6))], at, rng.uniform(0.7, 1.0))
        add(out, stroke[int(rng.integers(6))], at + 0.045, 0.25)
        at += rng.uniform(0.11, 0.24)
    add(out, body(rng, 1.0, 2400, 5200, 3, 0.5, 0.8), at + 0.1, 1.2)
    ratchet = np.zeros(count(0.6))
    for click in np.arange(0, 0.5, 0.016):
        add(ratchet, stroke[0], float(click), 0.35)
    add(out, ratchet, at + 0.55)
    return out


def _pad(x: Signal, seconds: float) -> Signal:
    return np.pad(x, (0, max(0, count(seconds) - len(x))))[: count(seconds)]


def camera(rng: Generator, seconds: float) -> Signal:
    """A reflex camera: mirror up, shutter, mirror down, the motor winds on; a few pictures."""
    out = np.zeros(count(seconds))
    up, down = _click(rng, 900, 8000, 0.009, 0.08), _click(rng, 700, 7000, 0.011, 0.08)
    for at in np.arange(0.25, seconds - 0.5, 1.15):
        add(out, up, float(at))
        add(out, _click(rng, 2500, 10000, 0.004), float(at) + 0.045, 0.7)
        add(out, down, float(at) + 0.095, 0.9)
        wind = tone(glide(0.2, [(0, 300), (0.05, 520), (0.2, 430)]), 0.2, [1, 0.7, 0.5, 0.5, 0.3, 0.3, 0.2])
        gears = noise(rng, 0.2, 0, 1200, 6000)
        add(out, swell(0.2, 0.02, 0.04) * (0.5 * unit(wind) + unit(gears)), float(at) + 0.13, 0.16)
    return out


def ratchet(rng: Generator, seconds: float) -> Signal:
    """A ratchet being wound."""
    out = np.zeros(count(seconds))
    pawl = [_click(rng, 1500, 9000, 0.007) for _ in range(4)]
    at = 0.15
    while at < seconds - 0.2:
        for _ in range(int(rng.integers(7, 11))):
            add(out, pawl[int(rng.integers(4))], at, rng.uniform(0.6, 1.0))
            at += rng.uniform(0.03, 0.042)
        at += 0.28
    return out


def sewing_machine(rng: Generator, seconds: float) -> Signal:
    """A sewing machine: the needle's chatter over a small motor."""
    rate = glide(seconds, [(0, 5), (0.6, 13), (seconds * 0.8, 14), (seconds, 6)])
    stitch = _click(rng, 700, 6000, 0.010) + 0.6 * np.roll(_click(rng, 500, 3000, 0.008), count(0.025))
    motor = tone(rate * 11, seconds, [1, 0.8, 0.7, 0.5, 0.5, 0.3, 0.3, 0.2])
    return swell(seconds, 0.1, 0.2) * (unit(convolve(pulses(rate, seconds), stitch)) + 0.25 * unit(motor))


def static(rng: Generator, seconds: float) -> Signal:
    """A radio between stations: hiss, crackle, a whistle that drifts by."""
    hiss = noise(rng, seconds, 0, 400, 5000) * (1 + 0.3 * wander(rng, seconds, 4))
    crackle = filters.bandpass(
        (rng.random(count(seconds)) < 0.0008) * rng.standard_normal(count(seconds)), 500, 6000, 1
    )
    whistle = tone(1500 * np.exp(0.35 * wander(rng, seconds, 0.6)), seconds) * np.clip(wander(rng, seconds, 0.7), 0, 1)
    return unit(hiss) + 0.6 * unit(crackle) + 0.12 * whistle
