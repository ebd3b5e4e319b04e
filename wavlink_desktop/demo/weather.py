"""Rain, wind, thunder, fire."""

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo import filters
from wavlink_desktop.demo.synthesis import (
    Signal,
    add,
    body,
    count,
    decay,
    noise,
    pluck,
    scatter,
    swell,
    times,
    unit,
    wander,
)


def _drop(rng: Generator, low: float, high: float, tau: float) -> Signal:
    """One drop on something hard: a tick of noise."""
    tick = rng.standard_normal(count(tau * 6)) * decay(tau * 6, tau)
    return unit(filters.bandpass(tick, low, high, 1))


def rain(rng: Generator, seconds: float, drops: float = 170, near: float = 0.8) -> Signal:
    """Rain in the open: the hiss of thousands of far drops, and `drops` near ones a second at the level `near`."""
    gusts = 1 + 0.10 * wander(rng, seconds, 0.5)
    far = noise(rng, seconds, -0.6, 700, 1600) + 0.3 * noise(rng, seconds, -1.5, 1500, 9000)
    flutter = 1 + 0.3 * np.abs(noise(rng, seconds))
    bank = [_drop(rng, rng.uniform(500, 1800), rng.uniform(2500, 8000), rng.uniform(0.001, 0.004)) for _ in range(32)]
    close = scatter(rng, seconds, bank, drops, spread=0.65)
    return gusts * (unit(far) * flutter + near * unit(close) + 0.33 * noise(rng, seconds, -4.0, 60, 500))


def rain_on_metal(rng: Generator, seconds: float, drops: float = 200) -> Signal:
    """Rain drumming on a sheet-metal roof: every drop rings the sheet a little."""
    sheet = [
        unit(body(rng, 0.1, rng.uniform(160, 330), 9000, 12, rng.uniform(0.003, 0.0075), 0.85))
        + 0.2 * np.pad(_drop(rng, 900, 5000, 0.0015), (0, count(0.1) - count(0.009)))
        for _ in range(24)
    ]
    drumming = scatter(rng, seconds, sheet, drops, spread=0.8)
    small = scatter(rng, seconds, sheet, drops * 8, spread=0.5)
    return unit(drumming) + 0.2 * unit(small) + 0.6 * unit(rain(rng, seconds, 400))


def rain_on_window(rng: Generator, seconds: float) -> Signal:
    """Drops tapping a window pane, heard from inside: dull rain outside, clear taps on the glass."""
    pane = [unit(body(rng, 0.05, rng.uniform(450, 1000), 4500, 6, rng.uniform(0.002, 0.005), 0.5)) for _ in range(24)]
    taps = scatter(rng, seconds, pane, 70, spread=0.8)
    outside = filters.lowpass(rain(rng, seconds, 600), 1800, 1)
    return 0.6 * unit(taps) + unit(outside)


def wind(rng: Generator, seconds: float, howl: float = 0.7, pitch: float = 420.0) -> Signal:
    """Gusts: a dark rush with a `howl`, a broad resonance that rises as the wind does."""
    gust = np.clip(0.55 + 0.28 * wander(rng, seconds, 0.25) + 0.10 * wander(rng, seconds, 1.7), 0.1, 1.4)
    axis = times(seconds)

    def rush(t: Signal, f: Signal) -> Signal:
        strength = np.interp(t, axis, gust)
        return strength**2 * (
            filters.ceiling(f, 127 * (0.5 + strength), 2) + 0.42 * filters.ceiling(f, 2600 * strength, 2)
        )

    def whistle(t: Signal, f: Signal) -> Signal:
        strength = np.interp(t, axis, gust)
        centre = pitch * (0.7 + 0.6 * strength)
        return strength**2 * (filters.bell(f, centre, 0.4) + 0.4 * filters.bell(f, centre * 1.9, 0.4))

    buffet = 1 + 0.4 * wander(rng, seconds, 9)
    moving = filters.paint(noise(rng, seconds, -2), rush)
    howling = filters.paint(noise(rng, seconds, -3), whistle)
    return unit(moving * buffet) + howl * unit(howling)


def wind_in_trees(rng: Generator, seconds: float) -> Signal:
    """A breeze through leaves: the rush of the canopy and the rustle of near leaves."""
    gust = np.clip(0.55 + 0.33 * wander(rng, seconds, 0.67) + 0.08 * wander(rng, seconds, 3), 0.08, 1.3)
    canopy = noise(rng, seconds, -3.3, 187, 1860) * gust**1.4
    leaf = [
        unit(filters.bandpass(rng.standard_normal(count(0.06)) * pluck(0.06, 0.012, 0.02), 660, 6000, 1))
        for _ in range(16)
    ]
    rustle = scatter(rng, seconds, leaf, 30 * gust**3, spread=1.0)
    return unit(canopy) + 0.29 * unit(rustle) + 1.2 * unit(noise(rng, seconds, -6, 20, 150) * gust**2)


def thunder(rng: Generator, seconds: float, distance: float = 0.3, strike: float = 0.3) -> Signal:
    """A stroke at `strike`: near (0) it cracks, far (1) it only rolls. The rolls come from the bends of the bolt."""
    after = seconds - strike
    out = np.zeros(count(after))
    for index, bend in enumerate(np.sort(rng.uniform(0, 0.6 * after, 12))):
        late = 0.0 if index == 0 else float(bend)
        length = min(after - late, 3.5)
        pulse = pluck(length, 0.02 + 0.15 * distance, 0.41 * rng.uniform(0.6, 1.8))
        roll = filters.lowpass(noise(rng, length, -3.2) * pulse, (560 - 360 * distance) * np.exp(-late / after), 2)
        add(out, unit(roll), late, rng.uniform(0.5, 1.0) * np.exp(-1.3 * late / after))
    crack = noise(rng, 1.2, -3, 150, 3500) * (0.3 + (rng.random(count(1.2)) < 0.02)) * pluck(1.2, 0.02, 0.22)
    add(out, unit(crack), 0.0, 1.2 * (1 - distance) ** 3)
    rumble = noise(rng, after, -6, 25, 120) * np.exp(0.7 * wander(rng, after, 3)) * swell(after, 0.5, 0.6 * after)
    whole = 0.03 * noise(rng, seconds, -2, 400, 3000) * swell(seconds, 0.3, 0.3)  # the rain that comes with it
    add(whole, unit(out) + 0.1 * unit(rumble), strike)
    return whole


def fire(rng: Generator, seconds: float, crackles: float = 12.0) -> Signal:
    """A wood fire: crackles, the hiss of sap, the flutter of the flames."""
    activity = np.exp(0.6 * wander(rng, seconds, 1.5))
    crack = []
    for _ in range(24):
        tau = rng.uniform(0.001, 0.007)
        snap = rng.standard_normal(count(tau * 8)) * decay(tau * 8, tau)
        crack.append(unit(filters.bandpass(snap, rng.uniform(300, 1500), rng.uniform(2500, 8000), 1)))
    loud = scatter(rng, seconds, crack, crackles * activity, spread=0.9)
    tiny = scatter(rng, seconds, crack, 15 * crackles * activity, spread=0.9)
    flames = noise(rng, seconds, -5, 30, 130) * (1 + 0.35 * wander(rng, seconds, 6))
    hiss = noise(rng, seconds, -1, 900, 9000) * np.exp(0.3 * wander(rng, seconds, 1.2))
    return 0.22 * unit(loud) + 0.10 * unit(tiny) + unit(flames) + 0.05 * unit(hiss)
