"""Steps, doors, glass, metal, explosions, shots: bodies that hit, break and burst."""

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo import filters
from wavlink_desktop.demo.space import echo
from wavlink_desktop.demo.synthesis import (
    Signal,
    add,
    body,
    convolve,
    count,
    curve,
    decay,
    glide,
    modal,
    noise,
    peak,
    pluck,
    scatter,
    swell,
    tone,
    unit,
    wander,
)


def _burst(rng: Generator, seconds: float, low: float, high: float, tau: float) -> Signal:
    return unit(filters.bandpass(rng.standard_normal(count(seconds)) * decay(seconds, tau), low, high, 1))


def _walk(rng: Generator, seconds: float, every: float) -> Signal:
    """The times of steps."""
    n = max(1, int((seconds - 0.5) / every))
    return 0.25 + every * np.arange(n) + 0.02 * rng.standard_normal(n)


def steps_on_wood(rng: Generator, seconds: float, every: float = 0.56) -> Signal:
    """Hard heels on a wooden floor."""
    out = np.zeros(count(seconds))
    for at in _walk(rng, seconds, every):
        boards = unit(body(rng, 0.25, rng.uniform(75, 110), 900, 10, 0.035, 0.35))
        heel = unit(body(rng, 0.25, 500, 3500, 8, 0.006, 0.6)) + _burst(rng, 0.25, 600, 4500, 0.003)
        add(out, 0.9 * boards + 0.6 * heel, at, rng.uniform(0.8, 1.0))
        add(out, 0.35 * boards + 0.25 * heel, at + rng.uniform(0.08, 0.11), rng.uniform(0.7, 1.0))
    return out


def steps_on_gravel(rng: Generator, seconds: float, every: float = 0.6) -> Signal:
    """Boots on gravel: each step is a handful of stones that grind."""
    stones = [
        _burst(rng, 0.02, rng.uniform(900, 2500), rng.uniform(5000, 11000), rng.uniform(0.0008, 0.003))
        for _ in range(20)
    ]
    density = np.zeros(count(seconds))
    thud = np.zeros(count(seconds))
    for at in _walk(rng, seconds, every):
        add(density, pluck(0.16, 0.02, 0.045), at, rng.uniform(0.8, 1.0))
        add(density, pluck(0.28, 0.05, 0.06), at + 0.12, rng.uniform(0.9, 1.2))
        add(thud, modal(0.1, [85, 130], [0.02, 0.015], [1, 0.6]), at, 1.0)
    return (
        unit(scatter(rng, seconds, stones, 1500 * density, spread=0.9))
        + 0.3 * unit(thud)
        + 0.15 * noise(rng, seconds, -3, 40, 2000)
    )


def steps_in_snow(rng: Generator, seconds: float, every: float = 0.62) -> Signal:
    """Steps in deep cold snow: a crunch as the heel sinks in, another as the foot rolls over."""
    crystals = [
        _burst(rng, 0.03, 590 * rng.uniform(1, 2.5), 3720 * rng.uniform(1, 2.5), 0.002 * rng.uniform(1, 3))
        for _ in range(24)
    ]
    density = np.zeros(count(seconds))
    for at in _walk(rng, seconds, every):
        add(density, swell(0.326, 0.15, 0.176), at, rng.uniform(0.8, 1.0))
        add(density, swell(0.228, 0.105, 0.123), at + 0.26, rng.uniform(0.8, 1.2))
    return unit(scatter(rng, seconds, crystals, 790 * density, spread=1.0)) + 0.2 * noise(rng, seconds, -3, 40, 2000)


def running(rng: Generator, seconds: float) -> Signal:
    """Someone runs over concrete."""
    out = np.zeros(count(seconds))
    for at in _walk(rng, seconds, 0.31):
        sole = _burst(rng, 0.12, 250, 3500, 0.012) + 0.6 * unit(body(rng, 0.12, 120, 1200, 8, 0.014, 0.4))
        add(out, sole, at, rng.uniform(0.7, 1.0))
    return out


def knock(rng: Generator, seconds: float, at: float = 0.25, every: float = 0.29) -> Signal:
    """Three knocks of the knuckles on a wooden door."""
    out = np.zeros(count(seconds))
    panel = unit(body(rng, 0.3, 150, 1220, 16, 0.051, 0.22))
    knuckle = unit(modal(0.3, [363, 617, 1017, 1561], [0.023, 0.017, 0.010, 0.007], [1, 0.8, 0.5, 0.3]))
    for number in range(3):
        hit = panel + 1.6 * knuckle + 0.07 * _burst(rng, 0.3, 400, 3000, 0.003)
        add(out, hit, at + every * number + 0.01 * rng.standard_normal(), rng.uniform(0.85, 1.0))
    return out


def slam(rng: Generator, seconds: float, at: float = 0.3) -> Signal:
    """A heavy door is thrown shut: boom, panel, the latch."""
    out = np.zeros(count(seconds))
    boom = unit(modal(0.8, [49, 73, 107, 161, 224], [0.10, 0.09, 0.07, 0.05, 0.04], [1, 1, 0.8, 0.6, 0.5]))
    panel = unit(body(rng, 0.8, 160, 2600, 24, 0.05, 0.35))
    add(out, 0.74 * boom + 0.44 * panel + 0.36 * _burst(rng, 0.8, 150, 1130, 0.035), at)
    add(out, unit(body(rng, 0.2, 700, 4500, 10, 0.012, 0.6)), at + 0.02, 0.38)
    return out + convolve(out, echo(rng, 0.7, 1500, 0.01))


def glass(rng: Generator, seconds: float, at: float = 0.25) -> Signal:
    """A window breaks: the crack, the burst of shards, the tinkle of what falls after."""
    shards = []
    for _ in range(24):
        ratios = np.array([1, 1.58, 2.24, 2.92]) * rng.uniform(0.97, 1.03, 4)
        taus = rng.uniform(0.006, 0.025, 4) / ratios**0.5
        ring = modal(0.4, rng.uniform(2600, 3700) * ratios, taus, [1, 0.7, 0.5, 0.4])
        chip = np.pad(_burst(rng, 0.01, 2000, 12000, 0.001), (0, len(ring) - count(0.01)))
        shards.append(unit(ring + 0.5 * chip))
    after = seconds - at
    falling = scatter(rng, after, shards, 427 * decay(after, 0.15) + 88 * decay(after, 0.66), spread=0.62)
    out = np.zeros(count(seconds))
    add(out, _burst(rng, 0.3, 2000, 11000, 0.044), at, 2.6)
    add(out, unit(body(rng, 0.3, 250, 2500, 14, 0.03, 0.5)), at, 0.5)
    add(out, peak(falling, 4.0), at + 0.004)
    return out


def clash(rng: Generator, seconds: float) -> Signal:
    """Swords: blade on blade, ringing and scraping."""
    out = np.zeros(count(seconds))
    at = 0.2
    while at < seconds - 0.6:
        for _ in range(2):
            blade = body(rng, 1.2, 2500 * rng.uniform(0.8, 1.25), 13500, 12, 0.1 * rng.uniform(0.7, 1.3), 1.2)
            add(out, unit(blade), at, rng.uniform(0.6, 1.0))
        add(out, _burst(rng, 0.1, 1500, 12000, 0.007), at, 0.3)
        scrape = filters.resonate(noise(rng, 0.35), [(f, 80, 1) for f in rng.uniform(2500, 9000, 10)])
        add(out, unit(scrape) * swell(0.35, 0.05, 0.25), at + 0.03, 0.28)
        at += 0.7 * rng.uniform(0.6, 1.4)
    return out


def anvil(rng: Generator, seconds: float, every: float = 0.8) -> Signal:
    """A hammer on an anvil: hard strokes that ring."""
    ring = body(rng, 1.5, 1150, 9500, 14, 0.45, 0.9)
    out = np.zeros(count(seconds))
    for at in np.arange(0.2, seconds - 0.6, every):
        add(out, unit(ring) + 1.2 * np.pad(_burst(rng, 0.1, 1500, 9000, 0.003), (0, len(ring) - count(0.1))), float(at))
        add(out, unit(ring), float(at) + 0.13, 0.25)
    return out


def coin(rng: Generator, seconds: float) -> Signal:
    """A coin drops on a table, bounces, spins and settles."""
    out = np.zeros(count(seconds))
    ratios = np.array([1.0, 1.02, 2.06, 2.1, 3.35, 4.4])
    ring = unit(modal(0.6, 3100 * ratios, 0.16 / ratios**0.5, [1, 0.9, 0.8, 0.7, 0.5, 0.4], rng.uniform(0, 6, 6)))
    table = unit(body(rng, 0.1, 250, 1500, 6, 0.015, 0.4))
    at, gap, level = 0.2, 0.27, 1.0
    while gap > 0.012 and at < seconds - 0.2:
        add(out, ring, at, level)
        add(out, table, at, 0.35 * level)
        at += gap
        gap, level = gap * (0.72 if gap > 0.06 else 0.955), level * (0.75 if gap > 0.06 else 0.975)
    return out


def chop(rng: Generator, seconds: float) -> Signal:
    """An axe into a log, splinters flying."""
    out = np.zeros(count(seconds))
    splinter = [_burst(rng, 0.02, 900, 7000, 0.0015) for _ in range(10)]
    for at in np.arange(0.3, seconds - 0.5, 1.25):
        log = unit(body(rng, 0.3, 170, 2200, 16, 0.03, 0.5))
        add(out, log + 0.9 * _burst(rng, 0.3, 400, 5000, 0.006), float(at))
        add(out, unit(scatter(rng, 0.3, splinter, 200 * decay(0.3, 0.06))), float(at), 0.25)
    return out


def explosion(rng: Generator, seconds: float, at: float = 0.25) -> Signal:
    """A big explosion: the front, the fireball's roar that darkens, the debris, the echo."""
    after = seconds - at
    roar = filters.paint(
        noise(rng, after, -1.5), lambda t, f: filters.ceiling(f, 90 + 5200 * np.exp(-np.maximum(t, 0) / 0.22), 2)
    )
    roar = roar * np.minimum(1, np.arange(len(roar)) / 60) * (decay(after, 0.45) + 0.25 * decay(after, 1.2))
    sub = tone(glide(after, [(0, 75), (0.5, 38), (after, 28)]), after) * pluck(after, 0.01, 0.35)
    rubble = [unit(body(rng, 0.1, 250, 3500, 8, 0.012, 0.5)) for _ in range(10)]
    debris = scatter(
        rng, after, rubble, 55 * np.clip(curve(after, [(0, 0), (0.4, 1), (after, 0)]), 0, 1) ** 1.5, spread=0.9
    )
    blast = np.tanh(2.2 * (roar / np.abs(roar).max() * 1.6 + 0.9 * sub))
    blast += 0.10 * debris / max(np.abs(debris).max(), 1e-9)
    out = np.zeros(count(seconds))
    add(out, blast, at)
    return out + 0.35 * convolve(out, echo(rng, 3.0, 600))


def _shot(rng: Generator, seconds: float, bore: float) -> Signal:
    """One shot: the crack of the muzzle, the gas, the thump; a bigger `bore` is lower and longer."""
    crack = _burst(rng, seconds, 250, 9000, 0.004 * bore)
    gas = filters.lowpass(noise(rng, seconds, -0.9) * decay(seconds, 0.10 * bore), 1570 / bore, 1)
    thump = modal(seconds, [70 / bore, 135 / bore], [0.05 * bore, 0.03 * bore], [1, 0.7])
    return np.tanh(2.9 * (1.26 * crack + 0.57 * unit(gas) + 0.32 * thump))


def gunshot(rng: Generator, seconds: float, bore: float = 1.0, every: float = 1.03) -> Signal:
    """Shots in the open: each comes back from the hills."""
    out = np.zeros(count(seconds))
    for at in np.arange(0.2, seconds - 0.6, every):
        add(out, _shot(rng, 0.7, bore), float(at), rng.uniform(0.9, 1.0))
    return out + 0.1 * convolve(out, echo(rng, 1.6, 1400, 0.05))


def machine_gun(rng: Generator, seconds: float, rate: float = 11.5) -> Signal:
    """Bursts of a machine gun."""
    out = np.zeros(count(seconds))
    at = 0.2
    while at < seconds - 0.6:
        for _ in range(int(rng.integers(9, 16))):
            gas = filters.lowpass(noise(rng, 0.2, -0.3) * decay(0.2, 0.021), 1430, 1)
            thump = modal(0.2, [77, 149], [0.045, 0.027], [1, 0.7])
            shot = np.tanh(0.75 * (0.36 * _burst(rng, 0.2, 250, 9000, 0.0036) + 1.37 * unit(gas) + 0.46 * thump))
            add(out, shot, at, rng.uniform(0.85, 1.0))
            at += rng.uniform(0.97, 1.03) / rate
        at += rng.uniform(0.2, 0.4)
    return out + 0.07 * convolve(out, echo(rng, 1.2, 1400, 0.05))


def fireworks(rng: Generator, seconds: float) -> Signal:
    """Rockets whistle up and burst; some end in a crackle."""
    out = np.zeros(count(seconds))
    snap = [_burst(rng, 0.01, 1500, 9000, 0.0008) for _ in range(8)]
    at = 0.2
    while at < seconds - 2.2:
        rise = tone(glide(0.7, [(0, 2600), (0.7, 1500)]) * (1 + 0.01 * wander(rng, 0.7, 50)), 0.7) * swell(
            0.7, 0.1, 0.3
        )
        add(out, rise + 0.3 * noise(rng, 0.7, 0, 1500, 6000) * swell(0.7, 0.1, 0.3), at, 0.10)
        add(out, _shot(rng, 0.8, rng.uniform(1.6, 2.6)), at + 0.9)
        if rng.random() < 0.7:
            add(out, unit(scatter(rng, 1.0, snap, 130 * swell(1.0, 0.2, 0.6), spread=0.8)), at + 1.05, 0.12)
        at += rng.uniform(0.7, 1.5)
    return out + 0.5 * convolve(out, echo(rng, 2.0, 1000, 0.1))


def whip(rng: Generator, seconds: float) -> Signal:
    """A whip: the swish, then the crack."""
    out = np.zeros(count(seconds))
    for at in np.arange(0.5, seconds - 0.3, 1.2):
        add(out, whoosh(rng, 0.4, 900, 3500), float(at) - 0.36, 0.15)
        add(out, _burst(rng, 0.15, 1500, 12000, 0.004), float(at), 1.0)
    return out


def whoosh(rng: Generator, seconds: float, low: float, high: float) -> Signal:
    """Something swings past: a band of noise that rises and falls, and the air that it moves."""
    shape = np.sin(np.pi * np.linspace(0, 1, count(seconds)) ** 0.8).clip(0) ** 1.2

    def band(t: Signal, f: Signal) -> Signal:
        return filters.bell(f, low + (high - low) * np.sin(np.pi * np.clip(t / seconds, 0, 1)) ** 2, 0.95)

    return (unit(filters.paint(noise(rng, seconds), band)) + 0.45 * noise(rng, seconds, -4, 60, 300)) * shape


def whooshes(rng: Generator, seconds: float) -> Signal:
    """A few swings of a stick through the air."""
    out = np.zeros(count(seconds))
    at = 0.1
    while at < seconds - 0.8:
        length = 0.61 * rng.uniform(0.8, 1.2)
        add(out, whoosh(rng, length, 226, 3300), at, rng.uniform(0.7, 1.0))
        at += length + 0.39 * rng.uniform(0.6, 1.4)
    return out


def keys(rng: Generator, seconds: float) -> Signal:
    """A bunch of keys is shaken."""
    bits = [unit(body(rng, 0.25, rng.uniform(2400, 4200), 12000, 7, rng.uniform(0.02, 0.06), 0.95)) for _ in range(16)]
    shake = (
        np.clip(np.sin(2 * np.pi * 3.4 * np.arange(count(seconds)) / 48_000 + 0.6 * wander(rng, seconds, 2)), 0, 1) ** 2
    )
    return scatter(rng, seconds, bits, 110 * shake, spread=0.7)
