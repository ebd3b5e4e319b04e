"""What a clip of the demo library is: how it is made, and what is promised of its file."""

from dataclasses import dataclass

from wavlink_desktop.demo.space import Image, Source, room

ROOM = room()
OUTDOORS = room(1.0, 0.35, 3000)


@dataclass(frozen=True, slots=True)
class DemoClip:
    """A file of the demo library, and what there is to hear in it."""

    path: str
    """Relative to the library's folder, with forward slashes."""
    kind: str
    """The sound in a word or two: "rain", "police siren"."""
    caption: str
    """A sentence that describes the sound."""
    duration: float
    """Seconds."""
    event: tuple[float, float] | None
    """Start and end, in seconds, of the event that is hidden in a long file; `kind` and `caption` speak of it."""


@dataclass(frozen=True, slots=True)
class Event:
    """A sound laid over an ambience, `at` seconds in, with its peak `above` decibels over the ambience's peak."""

    source: Source
    at: float
    seconds: float
    image: Image = OUTDOORS
    above: float = 12.0


@dataclass(frozen=True, slots=True)
class Sound:
    """The recipe of one clip: what makes it, where it stands, how its file is written."""

    path: str
    kind: str
    caption: str
    source: Source
    seconds: float
    image: Image = ROOM
    rate: int = 48_000
    channels: int = 1
    subtype: str = "PCM_16"
    container: str | None = None
    """A libsndfile container other than the one that the file's suffix stands for."""
    level: float = -3.0
    """Peak, in dBFS."""
    floor: float = -50.0
    """The level of the quiet around, in decibels under the peak."""
    description: str | None = None
    """Written into the file's own metadata."""
    event: Event | None = None
    take: int = 0
    """Which take: another number is another performance by chance. The best of several was kept."""

    def clip(self) -> DemoClip:
        """What users of the library are told of it."""
        event = (self.event.at, self.event.at + self.event.seconds) if self.event else None
        return DemoClip(self.path, self.kind, self.caption, self.seconds, event)
