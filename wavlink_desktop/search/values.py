"""The values of a query's fields: numbers with units and ranges, times, yes and no."""

import re
import time
from collections.abc import Callable

from wavlink_desktop.library.filters import Column, Condition, Range

_NUMBER = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d{1,2}(?:\.\d*)?)")
_SECONDS = {"": 1.0, "s": 1.0, "sec": 1.0, "ms": 1e-3, "m": 60.0, "min": 60.0, "h": 3600.0}
HERTZ = {"": 1.0, "hz": 1.0, "k": 1e3, "khz": 1e3}
BITS = {"": 1.0, "bit": 1.0, "bits": 1.0}
BYTES = {"": 1.0, "b": 1.0, "k": 1e3, "kb": 1e3, "m": 1e6, "mb": 1e6, "g": 1e9, "gb": 1e9}
_LAYOUTS = {"mono": 1.0, "stereo": 2.0, "quad": 4.0, "5.1": 6.0, "7.1": 8.0}


def quantity(units: dict[str, float]) -> Callable[[str], float | None]:
    """Reads a number with one of these units."""

    def read(value: str) -> float | None:
        match = _NUMBER.fullmatch(value)
        unit = units.get(match[2].lower()) if match else None
        return float(match[1]) * unit if match and unit is not None else None

    return read


def seconds(value: str) -> float | None:
    """Reads `1:30`, `5`, `200ms`, `2m`."""
    clock = _CLOCK.fullmatch(value)
    if clock:
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + float(clock[3])
    return quantity(_SECONDS)(value)


def channels(value: str) -> float | None:
    """Reads `2`, `stereo`, `5.1`."""
    return _LAYOUTS.get(value.lower()) or quantity({"": 1.0, "ch": 1.0})(value)


def numeric(column: Column, read: Callable[[str], float | None], slack: float) -> Callable[[str], Condition | None]:
    """A field with numbers: `5`, `<5`, `>=5`, `2..10`, `2..`, `..10`. `slack`: how far `5` reaches to either side."""

    def condition(value: str) -> Condition | None:
        low, dots, high = value.partition("..")
        if dots:
            return between(low.strip(), high.strip())
        sign = re.match(r"[<>]=?|=", value)
        number = read(value[sign.end() :].strip() if sign else value)
        if number is None:
            return None
        if sign and sign[0] != "=":
            closed = sign[0].endswith("=")
            return (
                Range(column, high=number, with_high=closed)
                if sign[0][0] == "<"
                else Range(column, number, None, closed)
            )
        return Range(column, number - slack, number + slack)

    def between(low: str, high: str) -> Condition | None:
        ends = [read(end) if end else None for end in (low, high)]
        understood = (low or high) and all(
            end is not None or not said for end, said in zip(ends, (low, high), strict=True)
        )
        return Range(column, ends[0], ends[1]) if understood else None

    return condition


_DAY = 86_400.0
_SPANS = {"m": 60.0, "min": 60.0, "h": 3600.0, "d": _DAY, "w": 7 * _DAY}
_STARS = re.compile(r"([<>]=?|=)?([0-5])|([0-5]?)\.\.([0-5]?)")


def yes_or_no(value: str) -> bool | None:
    """Reads `yes` or `no`."""
    return {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}.get(
        value.lower()
    )


def since(value: str, now: float | None = None) -> float | None:
    """Reads `today`, `yesterday`, `7d`, `2h` as the moment then, in seconds since 1970. `now`: the present one."""
    present = time.time() if now is None else now
    if value.lower() in ("today", "yesterday"):
        day = time.localtime(present)
        midnight = time.mktime((day.tm_year, day.tm_mon, day.tm_mday - (value.lower() != "today"), 0, 0, 0, 0, 0, -1))
        return midnight
    span = quantity(_SPANS)(value)
    return None if span is None else present - span


def stars(value: str) -> frozenset[int] | None:
    """Reads `4`, `>=4`, `2..3`, `none` as the numbers of stars that are meant."""
    found = _STARS.fullmatch("0" if value.lower() in ("none", "no") else "1..5" if value.lower() == "yes" else value)
    if found is None or value == "..":
        return None
    if found[2] is None:
        low, high = int(found[3] or 0), int(found[4] or 5)
        return frozenset(range(low, high + 1)) or None
    number = int(found[2])
    meant = {
        "<": range(number),
        "<=": range(number + 1),
        ">": range(number + 1, 6),
        ">=": range(number, 6),
    }.get(found[1] or "=", range(number, number + 1))
    return frozenset(meant) or None
