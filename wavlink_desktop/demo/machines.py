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
    phase,
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


def clock(rng: Generator, seconds: float, every: float = 0.37, pitch: float = 1.0) -> Signal:
    """A mechanical clock: tick, tock, with the case's resonance."""
    out = np.zeros(count(seconds))
    pair = [_click(rng, 1280 * pitch, 9000, 0.007), _click(rng, 1090 * pitch, 8100, 0.007)]
    for number, at in enumerate(np.arange(0.12, seconds - 0.1, every)):
        add(out, pair[number % 2], float(at), rng.uniform(0.9, 1.0))
        add(out, pair[(number + 1) % 2], float(at) + 0.018, 0.05)
    case = filters.resonate(out, [(746 * pitch, 86, 1.0), (3306 * pitch, 173, 0.8)])
    return 0.76 * out + 0.54 * unit(case)


def vacuum(rng: Generator, seconds: float, pitch: float = 600.0) -> Signal:
    """A vacuum cleaner: the motor's whine and the rush of the air."""
    start = glide(seconds, [(0, 0.5), (0.5, 0.97), (0.8, 1.0), (seconds, 1.0)])
    whine = tone(pitch * start * (1 + 0.002 * wander(rng, seconds, 6)), seconds, [k**-1.2 for k in range(1, 25)])
    air = filters.resonate(noise(rng, seconds, -0.7), [(450, 400, 0.18), (1300, 900, 0.33), (3200, 2500, 0.39)])
    return start**2 * (0.55 * unit(whine) + unit(air) * (1 + 0.013 * wander(rng, seconds, 25)))


def fan(rng: Generator, seconds: float) -> Signal:
    """A ventilator: the blades' slow beat in a soft wind, mains hum below."""
    beat = 1 + 0.18 * np.sin(2 * np.pi * 17 * times(seconds)) + 0.06 * wander(rng, seconds, 3)
    air = noise(rng, seconds, -4, 80, 1800) * beat
    hum = tone(100.0, seconds, [1, 0.4, 0.25, 0.1])
    return unit(air) + 0.22 * unit(hum)


def drill(rng: Generator, seconds: float, pitch: float = 166.0) -> Signal:
    """An electric drill: spins up, bites, spins down."""
    ending = seconds - 0.45
    speed = glide(
        seconds, [(0, 0.3), (0.25, 1.1), (0.9, 1.0), (1.2, 0.85), (ending, 0.82), (ending + 0.1, 1.0), (seconds, 0.25)]
    )
    turning = pitch * speed * (1 + 0.012 * wander(rng, seconds, 20))
    gears = tone(turning * 10.4, seconds, [k**-1.36 for k in range(1, 12)])
    motor = tone(turning, seconds, [k**-0.82 for k in range(1, 24)])
    grinding = curve(seconds, [(0, 0.2), (0.9, 0.3), (1.3, 1), (ending, 1), (ending + 0.1, 0.2), (seconds, 0)])
    teeth = 1 + 0.34 * np.sin(phase(turning, seconds))
    bite = noise(rng, seconds, 0, 2000, 7000) * grinding * teeth
    return swell(seconds, 0.08, 0.15) * (0.12 * unit(gears) + 0.10 * unit(motor) + 0.66 * bite)


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
    return (np.tanh(1.2 * unit(pipe)) + 0.25 * unit(chain)) * (0.5 + rate / 200)


def jackhammer(rng: Generator, seconds: float) -> Signal:
    """A pneumatic hammer on concrete: seventeen blows a second, and the hiss of its air."""
    train = pulses(16.9 * (1 + 0.02 * wander(rng, seconds, 4)), seconds, 0.025 * wander(rng, seconds, 40))
    train *= 1 + 0.15 * rng.standard_normal(len(train))
    snap = filters.bandpass(rng.standard_normal(count(0.08)) * decay(0.08, 0.006), 400, 7000, 1)
    blow = unit(body(rng, 0.08, 112, 3870, 22, 0.007, 0.29)) + 0.77 * unit(snap)
    air = noise(rng, seconds, -1, 1170, 8000) * np.clip(convolve(train, decay(0.05, 0.02)), 0.1, 2)
    return unit(convolve(train, blow)) + 0.64 * unit(air) + 0.05 * noise(rng, seconds, -5, 40, 300)


def typing(rng: Generator, seconds: float) -> Signal:
    """Someone types on a computer keyboard: down-stroke, bottom, up-stroke."""
    out = np.zeros(count(seconds))
    keys = [_click(rng, 634 * rng.uniform(0.8, 1.25), 8280, 0.006) for _ in range(10)]
    thocks = [unit(body(rng, 0.06, 322, 1020, 5, 0.010, 0.4)) for _ in range(4)]
    at = 0.2
    while at < seconds - 0.3:
        force = np.exp(0.6 * rng.standard_normal())
        snap = filters.bandpass(rng.standard_normal(count(0.05)) * decay(0.05, 0.004), 634, 8280, 1)
        add(out, keys[int(rng.integers(10))], at, force)
        add(out, thocks[int(rng.integers(4))], at + 0.003, 0.2 * force)
        add(out, unit(snap), at + 0.001, 0.17 * force)
        add(out, keys[int(rng.integers(10))], at + rng.uniform(0.05, 0.1), 0.52 * force)
        at += rng.exponential(0.03) + 0.045 + (0.3 if rng.random() < 0.05 else 0)
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
    up, down = _click(rng, 1450, 6120, 0.012, 0.08), _click(rng, 1160, 5500, 0.0145, 0.08)
    for start in np.arange(0.25, seconds - 0.5, 1.15):
        at = float(start)
        add(out, up, at)
        add(out, _click(rng, 2500, 9000, 0.004), at + 0.049, 0.21)
        add(out, down, at + 0.075, 0.9)
        winding = tone(glide(0.22, [(0, 278), (0.05, 464), (0.22, 417)]), 0.22, [1, 0.7, 0.5, 0.5, 0.3, 0.3, 0.2])
        gears = noise(rng, 0.22, 0, 1200, 6000)
        add(out, swell(0.22, 0.02, 0.04) * (0.5 * unit(winding) + 2 * gears), at + 0.095, 0.26)
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


def static(rng: Generator, seconds: float) -> Signal:
    """A radio between stations: hiss, crackle, a whistle that drifts by."""
    hiss = noise(rng, seconds, 0, 400, 5000) * (1 + 0.3 * wander(rng, seconds, 4))
    crackle = filters.bandpass(
        (rng.random(count(seconds)) < 0.0002) * rng.standard_normal(count(seconds)), 500, 6000, 1
    )
    whistle = tone(1500 * np.exp(0.35 * wander(rng, seconds, 0.6)), seconds) * np.clip(wander(rng, seconds, 0.7), 0, 1)
    return unit(hiss) + 0.15 * unit(crackle) + 0.1 * unit(whistle)
