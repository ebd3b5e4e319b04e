"""How figures are written: times, rates, formats, sizes."""

from PySide6.QtCore import QLocale

from wavlink_desktop.library.records import Clip


def grouped(count: int) -> str:
    """`12,345` as the window's language groups figures; see `translation.speak`."""
    locale = QLocale()
    # Where the system says nothing of its language, Qt would not group at all.
    return f"{count:,}" if locale.language() == QLocale.Language.C else locale.toString(int(count))


def figure(number: float) -> str:
    """`44.1`, `5`: six digits at most, with the decimal point of the window's language."""
    return f"{number:g}".replace(".", QLocale().decimalPoint())


def clock(seconds: float) -> str:
    """`0:04.2`, `12:31.0`, `1:02:03.5`: minutes and tenths, hours only where there are any."""
    tenths = round(max(0.0, seconds) * 10)
    minutes, rest = divmod(tenths, 600)
    hours, minutes = divmod(minutes, 60)
    ending = f"{rest // 10:02d}.{rest % 10}"
    return f"{hours}:{minutes:02d}:{ending}" if hours else f"{minutes}:{ending}"


def ruler_clock(seconds: float, step: float) -> str:
    """As `clock`, with as many decimals as a ruler needs whose labels stand `step` seconds apart: none to four."""
    decimals = next((count for count in range(4) if step >= 0.999 * 10.0**-count), 4)
    ticks = round(max(0.0, seconds) * 10**decimals)
    whole, part = divmod(ticks, 10**decimals)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    ending = f"{rest:02d}" + (f".{part:0{decimals}d}" if decimals else "")
    return f"{hours}:{minutes:02d}:{ending}" if hours else f"{minutes}:{ending}"


def counted(count: int, one: str, many: str) -> str:
    """`one` where there is one, else `many` with the number in place of `{0}`."""
    return one if count == 1 else many.format(grouped(count))


def kilohertz(sample_rate: int) -> str:
    """`48k`, `44.1k`, `11.025k`."""
    return f"{sample_rate / 1000:g}k"


def format_summary(clip: Clip) -> str:
    """`WAV 48k/24 · 2ch`."""
    depth = f"/{clip.bit_depth}" if clip.bit_depth else ""
    return f"{clip.format} {kilohertz(clip.sample_rate)}{depth} · {clip.channels}ch"


def size(byte_count: int) -> str:
    """`312 kB`, `4.1 MB`, decimal units."""
    value, units = float(byte_count), ["bytes", "kB", "MB", "GB", "TB"]
    while value >= 1000 and len(units) > 1:
        value /= 1000
        units.pop(0)
    return f"{value:.0f} {units[0]}" if value >= 10 or units[0] == "bytes" else f"{value:.1f} {units[0]}"


def time_left(seconds: float) -> str:
    """`40 s`, `3 min`, `1 h 20 min`: as exact as an estimate can honestly be."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def speed_text(speed: float) -> str:
    """`1.00×`, `0.94×`."""
    return f"{speed:.2f}×"


def semitone_text(semitones: float) -> str:
    """`+12 st`, `−5.0 st`."""
    whole = abs(semitones - round(semitones)) < 0.05
    return f"{semitones:+.{0 if whole else 1}f} st".replace("-", "−") if abs(semitones) >= 0.05 else "0 st"


def decibel_text(gain: float) -> str:
    """`+3 dB`, `−12 dB`, `0 dB`."""
    return f"{gain:+g} dB".replace("-", "−") if gain else "0 dB"
