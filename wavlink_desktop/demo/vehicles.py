"""Engines, rotors, jets, rails."""

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
    scatter,
    tone,
    unit,
    wander,
)


def engine(
    rng: Generator,
    seconds: float,
    speed: Sequence[tuple[float, float]] = ((0, 780.0),),
    cylinders: int = 4,
    rough: float = 0.05,
    exhaust: float = 170.0,
) -> Signal:
    """A piston engine: `speed` is `(time, turns a minute)`. Each firing thumps through the `exhaust`'s resonances.

    Valves and air are noise in the rhythm of the firing; `rough` lets the firings differ, as they do when idling.
    """
    turns = glide(seconds, speed) / 60 * (1 + 0.008 * wander(rng, seconds, 5))
    firing = turns * cylinders / 2
    train = pulses(firing, seconds, rough * wander(rng, seconds, 30)) * (1 + 0.12 * rng.standard_normal(count(seconds)))
    thump = convolve(train, decay(0.03, 0.006) - decay(0.03, 0.002))
    pipe = filters.resonate(thump, [(exhaust * k, 20 + 10 * k, k**-0.4) for k in (1, 1.9, 3.1, 4.7, 7.4, 12)])
    load = np.clip(turns / 13, 0.8, 6) ** 0.7
    rhythm = 0.6 + np.clip(convolve(train, decay(0.03, 0.010)), 0, 3)
    mechanics = noise(rng, seconds, -3, 240, 2960) * rhythm
    air = noise(rng, seconds, -3, 120, 900)
    valves = noise(rng, seconds, -1, 2000, 7000) * rhythm
    return load * (unit(pipe) + 0.07 * unit(mechanics) + 0.23 * air + 0.06 * unit(valves))


def motorcycle(rng: Generator, seconds: float, speed: Sequence[tuple[float, float]] = ((0, 900.0),)) -> Signal:
    """A big V-twin: uneven pairs of firings (potato-potato), little silencing."""
    turns = glide(seconds, list(speed)) / 60 * (1 + 0.012 * wander(rng, seconds, 4))
    first = pulses(turns / 2, seconds)
    second = pulses(turns / 2, seconds, 0.4375 + 0.01 * wander(rng, seconds, 20))
    train = (first + 0.85 * second) * (1 + 0.15 * rng.standard_normal(count(seconds)))
    bang = convolve(train, filters.lowpass(rng.standard_normal(count(0.04)) * decay(0.04, 0.008), 1800, 1))
    pipe = filters.resonate(bang + 8 * convolve(train, decay(0.03, 0.004)), [
        (85, 60, 1.0), (190, 90, 0.9), (330, 130, 0.7), (620, 220, 0.5), (1250, 500, 0.35), (2300, 900, 0.2),
    ])  # fmt: skip
    clatter = noise(rng, seconds, 0, 1200, 7000) * np.clip(convolve(train, decay(0.02, 0.006)), 0, 2)
    load = np.clip(turns / 15, 0.7, 5) ** 0.6
    return load * (np.tanh(0.9 * unit(pipe)) + 0.10 * unit(clatter))


def car_start(rng: Generator, seconds: float) -> Signal:
    """The starter cranks, the engine catches, flares up and settles to idle."""
    catch = 1.5
    crank_length = catch + 0.1
    churn = 0.5 + 0.5 * np.sin(phase(9.5, crank_length))
    starter = tone(285 * (1 - 0.08 * churn), crank_length, [1, 0.7, 0.6, 0.5, 0.3, 0.3]) * (0.5 + churn)
    grind = noise(rng, crank_length, 0, 500, 5000) * (0.3 + churn)
    out = np.zeros(count(seconds))
    add(out, 0.5 * unit(starter) + 0.5 * unit(grind), 0.15)
    running = engine(rng, seconds - catch, [(0, 500), (0.4, 2100), (1.3, 1100), (seconds - catch, 850)])
    add(out, running * curve(seconds - catch, [(0, 0), (0.2, 1.0), (seconds, 1.0)]), catch)
    return out


def tyres(rng: Generator, seconds: float) -> Signal:
    """A car driving: tyre roar on asphalt, wind, engine below."""
    roar = noise(rng, seconds, -2.3, 710, 900)
    motor = engine(rng, seconds, [(0, 2830)])
    return unit(motor) + 0.5 * roar + 0.35 * noise(rng, seconds, -5, 40, 200)


def helicopter(rng: Generator, seconds: float, blades: float = 13.0) -> Signal:
    """Rotor beat, `blades` a second, with the turbine's whine and the wash."""
    angle = phase(blades * (1 + 0.01 * wander(rng, seconds, 0.5)), seconds)
    beat = np.exp(1.1 * np.cos(angle))
    wash = noise(rng, seconds, -3, 110, 420) * beat
    upper = noise(rng, seconds, -3, 350, 1600) * np.exp(0.8 * np.cos(angle - 0.9))
    thump = np.exp(2.5 * (np.cos(angle) - 1)) * tone(blades * 6, seconds, [1, 0.8, 0.5])
    tail = tone(blades * 7.7 * (1 + 0.004 * wander(rng, seconds, 1)), seconds, [1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2])
    turbine = tone(2140 * (1 + 0.002 * wander(rng, seconds, 2)), seconds, [1, 0.3])
    return unit(wash) + 0.4 * unit(upper) + 0.4 * unit(thump) + 0.15 * unit(tail) + 0.012 * turbine


def propeller_plane(rng: Generator, seconds: float, pitch: float = 86.0) -> Signal:
    """A light aeroplane: the buzz of the propeller and the exhaust."""
    wobble = pitch * (1 + 0.004 * wander(rng, seconds, 3))
    buzz = tone(wobble, seconds, [k**-0.87 for k in range(1, 30)])
    air = noise(rng, seconds, -3, 400, 3000)
    return filters.lowpass(unit(buzz), 1620, 1) * (1 + 0.055 * wander(rng, seconds, 8)) + 0.36 * air


def jet(rng: Generator, seconds: float) -> Signal:
    """A jet: the roar of the exhaust, the whine of the fans."""
    roar = noise(rng, seconds, -1.1, 54, 2250) * (1 + 0.5 * wander(rng, seconds, 3.4))
    crackle = noise(rng, seconds, -3, 250, 800) * np.exp(0.35 * wander(rng, seconds, 60))
    fans = tone(3480 * (1 + 0.001 * wander(rng, seconds, 2)), seconds, [1, 0.3]) + 0.7 * tone(4870, seconds)
    return roar + 1.28 * unit(crackle) + 0.6 * fans


def train(rng: Generator, seconds: float, every: float = 1.3) -> Signal:
    """Wagons over rail joints: clickety-clack, in the roll of the wheels."""
    clack = np.zeros(count(seconds))
    joint = [unit(body(rng, 0.25, 122, 933, 18, 0.051, 0.19)) for _ in range(4)]
    for start in np.arange(0.1, seconds, every):
        for wheel in (0, 0.17, 0.42, 0.59):
            add(clack, joint[int(rng.integers(4))], float(start) + wheel * every, rng.uniform(0.6, 1.0))
    roll = noise(rng, seconds, -4, 300, 611) * (1 + 0.2 * wander(rng, seconds, 8))
    rail = filters.resonate(noise(rng, seconds), [(f, 60, 1) for f in (620, 1180, 1930, 2870)])
    return 0.26 * unit(clack) + 0.45 * roll + 0.14 * noise(rng, seconds, -6, 25, 90) + 0.49 * unit(rail)


def steam_train(rng: Generator, seconds: float, chuffs: float = 5.0) -> Signal:
    """A steam locomotive at work: four chuffs a turn, one of them heavier."""
    train_of = pulses(chuffs * curve(seconds, [(0, 0.9), (seconds, 1.1)]), seconds)
    hits = np.flatnonzero(train_of)
    train_of[hits] *= np.resize([1.0, 0.7, 0.85, 0.7], len(hits))
    envelope = 0.18 + 3 * np.clip(convolve(train_of, decay(0.3, 0.023) * (1 - decay(0.3, 0.05))), 0, 2)
    steam = noise(rng, seconds, -4.3, 159, 2040)
    return unit(steam * envelope) + 0.96 * noise(rng, seconds, -4, 40, 300) + 0.023 * noise(rng, seconds, 0, 2500, 9000)


def motorboat(rng: Generator, seconds: float) -> Signal:
    """An outboard motor over water: the engine, slaps of the hull, the wake."""
    motor = engine(rng, seconds, [(0, 2900), (seconds, 3200)], cylinders=2, rough=0.02, exhaust=180)
    wake = noise(rng, seconds, -2, 500, 5000) * np.exp(0.5 * wander(rng, seconds, 3))
    hull = scatter(rng, seconds, [filters.lowpass(noise(rng, 0.3) * decay(0.3, 0.06), 500, 2)], 2.0)
    return unit(motor) + 0.5 * unit(wake) + 0.3 * unit(hull)


def traffic(rng: Generator, seconds: float) -> Signal:
    """A street some way off: the wash of many cars that come and go."""
    wash = noise(rng, seconds, -3.5, 60, 1800)
    coming = np.exp(0.5 * wander(rng, seconds, 0.25))
    drift = 1 + 0.02 * wander(rng, seconds, 0.3)
    hum = tone(41.0 * drift, seconds, [1, 0.7, 0.5, 0.3]) + tone(57.0 * drift, seconds, [1, 0.7, 0.5])
    return unit(wash * coming) + 0.08 * hum
