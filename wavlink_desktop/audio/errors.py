"""What goes wrong with a sound file."""

TOLERANCE = 0.1
"""Seconds by which sounds may miss what headers promise: priming, padding, rounded time stamps."""


class AudioError(Exception):
    """A sound that cannot be read, or not wholly.

    `str(error)` is one sentence for the user; it does not repeat the path.
    """


class Unsuitable(Exception):
    """A decoder cannot read a file, or not well; another one may. The text says why, for people."""


def missing(frames: int, sample_rate: int) -> str:
    """What to say of `frames` that the headers promise and the decoder does not give; empty if they do not matter."""
    seconds = frames / sample_rate
    return f"{seconds:,.1f} s of the sound are damaged or missing" if seconds > TOLERANCE else ""
