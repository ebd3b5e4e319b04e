"""What is wanted: which sounds, or parts of them, in which form, under which names."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from wavlink_desktop.audio.encode import FileFormat
from wavlink_desktop.library.records import Clip

Format = Literal["source"] | FileFormat
Channels = Literal["keep", "mono", "split"]


@dataclass(frozen=True, slots=True)
class Part:
    """A clip, or its seconds `start` to `end`."""

    clip: Clip
    start: float | None = None
    end: float | None = None

    @property
    def whole(self) -> bool:
        """Whether it is the clip as it is."""
        return self.start is None and self.end is None


@dataclass(frozen=True, slots=True)
class Conversion:
    """The form of the new files; as it stands, that of the old ones."""

    format: Format = "source"
    sample_rate: int | None = None
    """Hertz; None: as it is."""
    bit_depth: int | None = None
    """16 (with dither), 24, or 32: float; None: as it is."""
    channels: Channels = "keep"
    """All as they are, folded down to one, or each in a file of its own."""
    peak_db: float | None = None
    """Decibels below full scale to which the highest sample is brought; None: levels stay."""
    handles: float = 0.0
    """Seconds more in front of a region and behind it, as far as the file has them."""
    fade: float = 0.0
    """Seconds of fade where a region is cut out of its file."""

    @property
    def nothing(self) -> bool:
        """Whether whole files can be copied as they are."""
        form = (self.format, self.sample_rate, self.bit_depth, self.channels, self.peak_db)
        return form == ("source", None, None, "keep", None)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a transfer is done."""

    conversion: Conversion = Conversion()
    naming: str = "{name}"
    """A scheme, see `naming.NAME_FIELDS`."""
    keep_folders: bool = False
    """Whether the folders below the library's are made again in the destination."""

    def as_dict(self) -> dict[str, Any]:
        """As plain values, for settings; `of` reads them."""
        return asdict(self)

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Recipe":
        """From what `as_dict` gave, maybe of another version: what is not known is left out."""
        known = {field.name for field in fields(Conversion)}
        conversion = {name: value for name, value in dict(values.get("conversion") or {}).items() if name in known}
        return cls(
            Conversion(**conversion), str(values.get("naming") or "{name}"), bool(values.get("keep_folders", False))
        )
