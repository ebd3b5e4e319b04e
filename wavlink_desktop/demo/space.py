"""Where a sound stands: rooms, width, distance, passing by. Makes one mono source into the channels of a file."""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from wavlink_desktop.demo.filters import lowpass
from wavlink_desktop.demo.synthesis import RATE, Signal, convolve, count, noise, times, unit

Source = Callable[[Generator, float], Signal]
"""`(rng, seconds)` to a mono signal `(n,)` at `RATE`."""
Image = Callable[[Source, Generator, float, int], Signal]
"""`(source, rng, seconds, channels)` to a signal `(n, channels)` at `RATE`."""

_SPEED_OF_SOUND = 343.0


def echo(rng: Generator, seconds: float, damping: float = 4000.0, delay: float = 0.0) -> Signal:
    """The reverberation of a room: noise that falls by 60 dB in `seconds`, the treble twice as fast; unit energy."""
    length = max(seconds, 0.02)
    t = times(length)
    full = noise(rng, length)
    dark = lowpass(full, damping, 1)
    tail = dark * 10 ** (-3 * t / length) + 0.5 * (full - dark) * 10 ** (-6 * t / length)
    tail /= np.sqrt(np.sum(tail * tail))
    return np.concatenate([np.zeros(count(delay)), tail])


def room(seconds: float = 0.4, wet: float = 0.25, damping: float = 4000.0, delay: float = 0.004) -> Image:
    """One source in a room; the reflections differ from channel to channel, which gives the width."""

    def image(source: Source, rng: Generator, duration: float, channels: int) -> Signal:
        dry = source(rng, duration)
        wets = convolve(dry, *(echo(rng, seconds, damping, delay) for _ in range(channels)))
        return dry[:, None] + wet * np.atleast_2d(wets).T

    return image


def diffuse(blend: float = 0.25) -> Image:
    """A sound from everywhere: each channel is its own take, and `blend` of it is common to all."""

    def image(source: Source, rng: Generator, duration: float, channels: int) -> Signal:
        takes = np.stack([source(rng, duration) for _ in range(channels)], axis=1)
        return takes if channels == 1 else (1 - blend) * takes + blend * np.roll(takes, 1, axis=1)

    return image


def passing(speed: float, nearest: float, at: float = 0.5, wet: float = 0.15) -> Image:
    """A source that goes by at `speed` m/s, `nearest` m away after the part `at` of the time: Doppler, air, pan."""

    def image(source: Source, rng: Generator, duration: float, channels: int) -> Signal:
        t = times(duration)
        along = speed * (t - at * duration)
        distance = np.hypot(along, nearest)
        delay = distance / _SPEED_OF_SOUND
        lead = float(delay.max())
        still = source(rng, duration + lead)
        moving = np.interp(t + lead - delay, np.arange(len(still)) / RATE, still)
        near = np.minimum(1.0, nearest / distance)
        heard = near * (near * moving + (1 - near) * lowpass(moving, 1800.0, 1))
        side = along / distance  # -1 left … 1 right
        channel_pans = np.linspace(-1, 1, channels) if channels > 1 else np.zeros(1)
        dry = np.stack([heard * np.sqrt(np.clip(1 + pan * side, 0.15, 2) / 2) for pan in channel_pans], axis=1)
        return dry + wet * np.atleast_2d(convolve(heard, *(echo(rng, 0.8, 2500.0, 0.02) for _ in range(channels)))).T

    return image


def room_tone(rng: Generator, seconds: float, channels: int) -> Signal:
    """The quiet that a microphone hears anywhere: low noise, a little hum, hiss; unit level, `(n, channels)`."""
    # A few seconds are made and repeated, in each channel from another place: nobody hears a loop at -50 dB.
    period = min(seconds, 5.0)
    tone = unit(noise(rng, period, -6, 40, 400) + 0.06 * noise(rng, period, -2))
    shifted = [np.roll(tone, channel * len(tone) // channels) for channel in range(channels)]
    return np.stack([np.resize(tone, count(seconds)) for tone in shifted], axis=1)


def fade(x: Signal, seconds: float) -> Signal:
    """`(n, channels)` with both ends faded, so that a cut does not click."""
    n = min(count(seconds), len(x) // 2)
    ramp = np.sin(np.linspace(0, np.pi / 2, n))[:, None] ** 2
    x = x.copy()
    x[:n] *= ramp
    x[len(x) - n :] *= ramp[::-1]
    return x
