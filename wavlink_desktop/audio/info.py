"""What a sound file says about itself."""

from dataclasses import dataclass

_ENDINGS = """
    wav wave bwf rf64 bw64 w64 aif aiff aifc flac ogg oga opus spx mp3 mp2 mpga m4a m4b m4r mp4 aac caf au snd wv wma
    ape mka weba webm 3gp 3g2 amr awb ac3 eac3 dts tta tak mpc qoa shn voc iff 8svx avr paf pvf sf ircam nist sph xi
    ra dsf dff
"""
EXTENSIONS = frozenset(f".{ending}" for ending in _ENDINGS.split())
"""Lower-case endings, with the dot, of the files that a scan takes up."""


@dataclass(frozen=True, slots=True)
class AudioInfo:
    """A sound file, from its headers."""

    duration: float
    """Seconds that are really there, whatever the header promises."""
    sample_rate: int
    """Hertz."""
    channels: int
    bit_depth: int | None
    """Bits a sample as stored; none for lossy codecs."""
    format: str
    """The container: `WAV`, `FLAC`, `OGG`, `MP3`, `MP4` …"""
    codec: str
    """The coding in it: `PCM_24`, `VORBIS`, `AAC` …"""
    description: str
    """The texts in `fields` that tell what is to be heard, joined for searching; empty if there are none."""
    fields: dict[str, str]
    """Embedded metadata: `bext.description`, `ixml.USER.CATEGORY`, `info.INAM`, `id3.TIT2`, `vorbis.title` …"""
    warning: str = ""
    """What is wrong with a file that can be used all the same, such as one that is cut off; else empty."""
