"""What goes wrong with a sound file."""


class AudioError(Exception):
    """A sound that cannot be read, or not wholly.

    `str(error)` is one sentence for the user; it does not repeat the path.
    """


class Unsuitable(Exception):
    """A decoder cannot read a file, or not well; another one may. The text says why, for people."""
