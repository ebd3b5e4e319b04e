"""Rain, wind, thunder, fire."""

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
    modal,
    noise,
    pluck,
    scatter,
    times,
    unit,
    wander,
)


def _drop(rng: Generator, low: float, high: float, tau: float) -> Signal:
    """One drop on something hard: a tick of noise."""
    tick = rng.standard_normal(count(tau * 6)) * decay(tau * 6, tau)
    return unit(filters.bandpass(tick, low, high, 1))


def rain(rng: Generator, seconds: float, drops: float = 400, bed: float = 1.0, brightness: float = 9000) -> Signal:
    """Rain in the open: the hiss of thousands of far drops, and `drops` near ones a second."""
    gusts = 1 + 0.12 * wander(rng, seconds, 0.5)
    far = noise(rng, seconds, -2.0, 600, brightness)
    flutter = 1 + 0.25 * np.abs(noise(rng, seconds))
    bank = [_drop(rng, rng.uniform(900, 2500), rng.uniform(4000, 11000), rng.uniform(0.0006, 0.003)) for _ in range(24)]
    near = scatter(rng, seconds, bank, drops, spread=0.9)
    splash = [modal(0.03, [rng.uniform(1200, 4500)], [rng.uniform(0.003, 0.008)], [1.0]) for _ in range(12)]
    plinks = scatter(rng, seconds, splash, drops / 8, spread=0.8)
    return gusts * (0.5 * bed * unit(far) * flutter + 0.8 * unit(near)) + 0.12 * unit(plinks)


def rain_on_metal(rng: Generator, seconds: float, drops: float = 220) -> Signal:
    """Rain drumming on a sheet-metal roof: every drop rings the sheet a little."""
    sheet = [
        0.8 * unit(body(rng, 0.12, rng.uniform(500, 900), 7000, 14, rng.uniform(0.008, 0.02), 0.7))
        + 0.7 * np.pad(_drop(rng, 1500, 9000, 0.001), (0, count(0.12) - count(0.006)))
        for _ in range(20)
    ]
    drumming = scatter(rng, seconds, sheet, drops, spread=0.9)
    small = scatter(rng, seconds, sheet, drops * 8, spread=0.5)
    hiss = noise(rng, seconds, -2, 500, 8000)
    return unit(drumming) + 0.6 * unit(small) + 0.35 * unit(hiss)


def rain_on_window(rng: Generator, seconds: float) -> Signal:
    """Drops tapping a window pane, heard from inside: dull rain outside, clear taps on the glass."""
    pane = [unit(body(rng, 0.05, rng.uniform(700, 1300), 6000, 6, rng.uniform(0.002, 0.006), 0.6)) for _ in range(20)]
    taps = scatter(rng, seconds, pane, 45, spread=1.0)
    outside = filters.lowpass(rain(rng, seconds, 300), 1600, 1)
    return unit(taps) + 0.55 * unit(outside)


def wind(rng: Generator, seconds: float, howl: float = 0.7, pitch: float = 480.0) -> Signal:
    """Gusts: a dark rush, and a `howl` of narrow bands that rise as the wind does."""
    gust = np.clip(0.5 + 0.33 * wander(rng, seconds, 0.45) + 0.10 * wander(rng, seconds, 1.7), 0.05, 1.4)
    axis = times(seconds)

    def at(t: Signal, control: Signal) -> Signal:
        return np.interp(t, axis, control)

    def rush(t: Signal, f: Signal) -> Signal:
        strength = at(t, gust)
        return strength**1.5 * filters.ceiling(f, 250 + 900 * strength, 2) * filters.floor(f, 60, 2)

    def whistle(t: Signal, f: Signal) -> Signal:
        strength = at(t, gust)
        centre = pitch * (0.6 + 0.8 * strength)
        return strength**2.5 * (filters.bell(f, centre, 0.09) + 0.5 * filters.bell(f, centre * 1.83, 0.07))

    moving = filters.paint(noise(rng, seconds, -3), rush)
    howling = filters.paint(noise(rng, seconds, -3), whistle)
    return moving / moving.std() + howl * howling / howling.std()


def wind_in_trees(rng: Generator, seconds: float) -> Signal:
    """A breeze through leaves: the rush of the canopy and the rustle of near leaves."""
    gust = np.clip(0.55 + 0.3 * wander(rng, seconds, 0.4) + 0.08 * wander(rng, seconds, 3), 0.08, 1.3)
    canopy = noise(rng, seconds, -3, 250, 3500) * gust**1.5
    leaf = [
        unit(filters.bandpass(rng.standard_normal(count(0.03)) * pluck(0.03, 0.004, 0.006), 2200, 9000, 1))
        for _ in range(16)
    ]
    rustle = scatter(rng, seconds, leaf, 500 * gust**2.5, spread=0.8)
    low = filters.lowpass(noise(rng, seconds, -6), 180, 2) * gust**2
    return unit(canopy) + 0.55 * unit(rustle) + 0.5 * unit(low)


def thunder(rng: Generator, seconds: float, distance: float = 0.3, strike: float = 0.3) -> Signal:
    """A stroke at `strike`: near (0) it cracks, far (1) it only rumbles; the rolling comes from the bends of the bolt."""
    out = np.zeros(count(seconds))
    far = 300 + 2200 * (1 - distance) ** 2
    for index in range(int(14 + 10 * distance)):
        length = rng.uniform(0.3, 1.6) * (1 + distance)
        clap = filters.lowpass(noise(rng, length, -4) * pluck(length, 0.01 + 0.12 * distance, length / 4), far, 2)
        late = 0.0 if index == 0 else rng.exponential(0.9 + 0.8 * distance)
        add(out, unit(clap), strike + late, np.exp(-late / 1.6) * rng.uniform(0.4, 1.0))
    rumble = filters.lowpass(noise(rng, seconds, -6), 110, 2)
    after = np.maximum(times(seconds) - strike, 0)
    envelope = np.minimum(after / 0.4, 1) * np.exp(-after / (seconds / 3.5)) * (1 + 0.5 * wander(rng, seconds, 2.5))
    out += 1.1 * unit(rumble) * envelope
    crack = filters.bandpass(noise(rng, 0.5) * (rng.random(count(0.5)) < 0.2) * decay(0.5, 0.09), 300, 7000, 1)
    add(out, unit(crack), strike, 1.6 * (1 - distance) ** 2)
    return out + 0.5 * convolve(out, echo(rng, 3.5, 700))


def fire(rng: Generator, seconds: float, crackles: float = 14.0) -> Signal:
    """A wood fire: crackles, the hiss of sap, the flutter of the flames."""
    activity = np.exp(0.7 * wander(rng, seconds, 1.5))
    crack = []
    for _ in range(24):
        tau = rng.uniform(0.0008, 0.006)
        snap = rng.standard_normal(count(tau * 8)) * decay(tau * 8, tau)
        crack.append(unit(filters.bandpass(snap, rng.uniform(400, 1800), rng.uniform(3000, 10000), 1)) * tau**0.25)
    crackling = scatter(rng, seconds, crack, crackles * activity, spread=1.2)
    tiny = scatter(rng, seconds, crack[:8], 90 * activity, spread=0.9)
    flames = filters.lowpass(noise(rng, seconds, -6), 160, 2) * (1 + 0.5 * wander(rng, seconds, 7))
    hiss = noise(rng, seconds, 0, 1500, 9000) * np.clip(wander(rng, seconds, 1.2), 0.1, 2) ** 2
    return (
        1.0 * crackling / np.sqrt(np.mean(crackling**2)) + 0.15 * unit(tiny) + 0.45 * unit(flames) + 0.08 * unit(hiss)
    )


def hail(rng: Generator, seconds: float) -> Signal:
    """Hailstones rattling on hard ground and a car's bonnet."""
    stone = [unit(body(rng, 0.08, rng.uniform(900, 2200), 9000, 8, rng.uniform(0.003, 0.010), 0.8)) for _ in range(24)]
    intensity = curve(seconds, [(0, 120), (seconds * 0.5, 260), (seconds, 160)])
    return unit(scatter(rng, seconds, stone, intensity, spread=0.8)) + 0.3 * unit(rain(rng, seconds, 200))
